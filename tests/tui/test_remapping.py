import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.binding import Binding, BindingsMap
from textual.dom import DOMNode
from textual.widgets import Input

import tui
from tui import keys
from tui.keys import KEYS, Group, remap
from tui.keys.key import is_typed
from tui.keys.pressed import NoSuchKey, as_sent, key_named
from tui.keys.remapping import is_for_typing, places


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("j", "j"), ("J", "J"), ("?", "?"), ("question_mark", "?"), (",", ","), ("comma", ","), ("é", "é"),
        ("Esc", "escape"), ("enter", "enter"), ("PgDn", "pagedown"), ("⇧Tab", "shift+tab"), ("Del", "delete"),
        ("^s", "ctrl+s"), ("Ctrl+S", "ctrl+s"), ("ctrl+]", "ctrl+right_square_bracket"), ("F5", "f5"),
        ("alt+x", "alt+x"), ("shift+alt+x", "alt+shift+x"), ("shift+up", "shift+up"), ("+", "+"),
    ],
)  # fmt: skip
def test_keys_may_be_written_as_the_help_shows_them_and_as_textual_does(written: str, key: str) -> None:
    assert key_named(written) == key


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("ctrl+i", "Most terminals send `ctrl+i` as Tab."),
        ("ctrl+z", "`ctrl+z` sends Morgue to the background."),
        ("escpe", "There is no key `escpe`. Did you mean `escape`?"),
        ("shift+b", "`shift+b` is written `B`."),
        ("ctrl+1", "There is no key `ctrl+1`."),
        ("jj", "There is no key `jj`."),
        ("\x07", "A control character"),
        ("ctrl+", "There is no key"),
        ("+ctrl", "There is no key"),
        ("f99", "There is no key"),
    ],
)
def test_what_no_terminal_sends_is_no_key(written: str, said: str) -> None:
    with pytest.raises(NoSuchKey) as raised:
        key_named(written)
    assert said in str(raised.value)


def test_the_readers_keys_take_the_place_of_ours() -> None:
    table, refused = remap(KEYS, {"quit": "Q ^x", "hit.next": "k", "passage.previous": "p"})
    assert refused == ()
    now = {key.id: key for key in table}
    assert now["quit"].keys == ("Q", "ctrl+x")
    assert now["quit"].shown == "Q ^x"
    assert now["hit.next"].keys == ("k",)
    assert [key.id for key in table] == [key.id for key in KEYS]


def test_two_keys_can_change_places() -> None:
    assert remap(KEYS, {"hit.next": "e", "name.next": "n"}).refused == ()


@pytest.mark.parametrize(
    ("keymap", "said"),
    [
        ({"serch": "x"}, "There is no `serch` among the keys. Did you mean `search`?"),
        ({"quit": ""}, "`quit` needs a key."),
        ({"query.open": "o"}, "`o` is typed into text fields"),
        ({"out": "x"}, "`x` is typed into text fields"),
        ({"related.open": "a b"}, "`related.open` takes 9 different keys"),
        ({"hit.next": "j"}, "`j` is `passage.next` already (Next passage)"),
        ({"quit": "j"}, "`j` is `"),
    ],
)
def test_what_cannot_hold_is_refused_and_the_key_stays(keymap: dict[str, str], said: str) -> None:
    table, refused = remap(KEYS, keymap)
    (refusal,) = refused
    assert said in refusal.message
    assert refusal.id in keymap
    assert table == KEYS


def test_of_two_entries_that_clash_the_later_is_refused() -> None:
    table, refused = remap(KEYS, {"hit.next": "Z", "name.next": "Z"})
    assert [refusal.id for refusal in refused] == ["name.next"]
    assert {key.id: key.keys for key in table}["hit.next"] == ("Z",)


def test_no_key_means_two_things_in_one_place() -> None:
    for group, together in places(KEYS):
        seen: dict[str, keys.Key] = {}
        for key in together:
            for name in key.keys:
                assert seen.setdefault(name, key).action == key.action, (group, name)


def test_what_is_pressed_while_typing_is_no_letter() -> None:
    for key in KEYS:
        if is_for_typing(key) and key.id != "facet.erase":
            assert not any(map(is_typed, key.keys)), key.id


def test_a_text_field_has_the_keys_that_it_moves_and_erases_with() -> None:
    fields = {name for name in BindingsMap(Input.BINDINGS).key_to_bindings if "+" not in name} - {"enter"}
    assert all(is_typed(name) for name in fields)


def test_everything_names_the_keys_in_use() -> None:
    keys.use(remap(KEYS, {"quit": "Z ,", "hit.previous": "P", "related.open": " ".join("ACHIJLQRV")}).keys)
    try:
        assert keys.shown("quit") == "Z"
        assert keys.hints(*keys.named("hit.next")) == [("n P", "hit")]
        assert keys.hints(*keys.named("related.open")) == [("A-V", "related")]
        assert next(key for key in keys.in_group(Group.ANYWHERE) if key.id == "quit").keys == ("Z", ",")
        keymap = keys.keymap()
        assert (keymap["quit"], keymap["related.open.2"], keymap["help"]) == ("Z,comma", "C", "question_mark")
        # Classes are the same whenever they are made.
        assert [b.key for b in keys.bindings(*keys.named("quit"))] == ["q"]
    finally:
        keys.use(KEYS)
    assert keys.keymap() == {}


def test_names_of_characters_are_those_that_textual_sends() -> None:
    assert (as_sent("?"), as_sent(","), as_sent("j"), as_sent("f5")) == ("question_mark", "comma", "j", "f5")


def test_every_key_is_bound_by_its_id_somewhere() -> None:
    """Else the reader's own key for it would be named and do nothing."""
    for module in pkgutil.walk_packages(tui.__path__, "tui."):
        if module.name != "tui.__main__":
            importlib.import_module(module.name)
    bound = {
        binding.id
        for node in _all_below(DOMNode)
        if node.__module__.startswith("tui.")
        for binding in vars(node).get("BINDINGS", ())
        if isinstance(binding, Binding)
    }
    assert [key.id for key in KEYS if key.id not in bound and f"{key.id}.1" not in bound] == []


def _all_below(kind: type[DOMNode]) -> Iterator[type[DOMNode]]:
    for below in kind.__subclasses__():
        yield below
        yield from _all_below(below)


def test_no_screen_names_a_key_by_hand() -> None:
    """`keys.hint` and `keys.shown` name the reader's."""
    sources = [*Path(tui.__path__[0]).glob("screens/*.py"), *Path(tui.__path__[0]).glob("widgets/*.py")]
    by_hand = re.compile(r'\("(?:Esc|Enter|Tab|\^.|PgDn)[^"]*", "|Press [a-z!?/^]\w?\b')
    assert [
        (s.name, found.group()) for s in sources for found in by_hand.finditer(s.read_text("utf-8"))
    ] == []
