from collections import Counter

from textual.binding import Binding

from tui import keys
from tui.keys import KEYS, Group


def test_ids_are_unique_and_every_twin_exists() -> None:
    assert max(Counter(key.id for key in KEYS).values()) == 1
    assert {key.twin for key in KEYS if key.twin} <= {key.id for key in KEYS}


def test_no_key_means_two_things_in_one_place() -> None:
    # The search line does not scroll: there the arrows choose among the results. All letters typed over the
    # outlets and months mean one of them.
    together = [{Group.ANYWHERE, Group.QUERY}, {Group.FACETS}]
    scrolling = set(Group) - {Group.QUERY, Group.FACETS}
    together += [{Group.ANYWHERE, Group.SCROLLING, group} for group in scrolling]
    for groups in together:
        here = Counter(name for key in KEYS if key.group in groups for name in key.keys)
        # In a list j and the arrow keys both move; Esc closes a card instead of stepping out of a pane; the space bar
        # marks a bookmark instead of going a page down.
        clashes = {name for name, count in here.items() if count > 1} - {"escape"}
        clashes -= {"space"} if Group.BOOKMARKS in groups else set()
        assert not clashes, groups


def test_the_digits_are_one_key_and_nine_bindings() -> None:
    made = keys.bindings(*keys.named("related.open"))
    assert [binding.key for binding in made] == list("123456789")
    assert made[2].action == "related(3)"
    assert keys.hints(*keys.named("related.open")) == [("1-9", "related")]


def test_every_binding_says_what_it_does() -> None:
    assert all(isinstance(b, Binding) and b.tooltip and b.id for b in keys.bindings(*KEYS))


def test_keys_are_shown_as_people_read_them() -> None:
    (palette,) = keys.named("palette")
    assert palette.shown == ": ^p"
    assert keys.hints(*keys.named("hit.next")) == [("n N", "hit")]
