"""The reader's keys in the place of ours: what a keymap says, checked against the table."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from tui.keys.key import Group, Key, is_typed, show
from tui.keys.pressed import NoSuchKey, key_named

_LISTS = ("row.next", "row.previous")
"""Keys that move in every list, whatever is listed."""
_NO_LISTS = {Group.ANYWHERE, Group.QUERY, Group.SCROLLING, Group.ARTICLE, Group.SELECTION, Group.FACETS}
_UNDER = {Group.BOOKMARKS: "page.down"}
"""What another key of a place is taken for first: there the space bar marks, and PgDn alone scrolls."""


class Refusal(NamedTuple):
    """An entry of a keymap that cannot hold."""

    id: str
    """As the keymap has it."""
    message: str


class Remapped(NamedTuple):
    """A table with the reader's keys, and what of the keymap is not in it."""

    keys: tuple[Key, ...]
    refused: tuple[Refusal, ...]


def remap(table: Sequence[Key], keymap: Mapping[str, str]) -> Remapped:
    """Put the reader's keys into a table; what cannot hold is refused, and those keys stay what they were.

    Args:
        table: All keys, of which no two are one in one place.
        keymap: Ids, and the keys that each is to have, separated by blanks.
    """
    if not keymap:
        return Remapped(tuple(table), ())
    ours = {key.id: key for key in table}
    wanted: dict[str, tuple[str, ...]] = {}
    refused = []
    for id_, written in keymap.items():
        try:
            wanted[id_] = _keys(ours, id_, written)
        except NoSuchKey as error:
            refused.append(Refusal(id_, str(error)))
    while True:
        keys = tuple(replace(key, keys=wanted.get(key.id, key.keys)) for key in table)
        clash = next(_clashes(keys, wanted), None)
        if clash is None:
            return Remapped(keys, tuple(refused))
        refused.append(clash)
        del wanted[clash.id]


def _keys(ours: Mapping[str, Key], id_: str, written: str) -> tuple[str, ...]:
    key = ours.get(id_)
    if key is None:
        from index.configuring.nearest import did_you_mean

        raise NoSuchKey(f"There is no `{id_}` among the keys.{did_you_mean(id_, ours)}")
    found = tuple(dict.fromkeys(key_named(name) for name in written.split()))
    if "{n}" in key.action:
        if len(found) != len(key.keys):
            raise NoSuchKey(f"`{id_}` takes {len(key.keys)} different keys, one for each row.")
    elif not found:
        raise NoSuchKey(
            f"`{id_}` needs a key. What is never to be pressed can have one that you never press."
        )
    if is_for_typing(key):
        for name in found:
            if is_typed(name) and name not in key.keys:
                raise NoSuchKey(
                    f"`{show(name)}` is typed into text fields, where `{id_}` is pressed too. It takes keys such as "
                    "ctrl+s, F2 or Enter."
                )
    return found


def is_for_typing(key: Key) -> bool:
    """Whether a key is pressed while something is being typed, and therefore cannot be a letter."""
    return key.group in {Group.QUERY, Group.FACETS} or (key.priority and not key.typed)


def places(keys: Sequence[Key]) -> Iterator[tuple[Group, list[Key]]]:
    """The keys that apply together, by the group that is theirs alone."""
    for group in Group:
        if group is Group.ANYWHERE:
            continue
        if group is Group.FACETS:
            # All letters mean an outlet, a month or a name there.
            yield group, [key for key in keys if key.group is group]
            continue
        together = {Group.ANYWHERE, group} | ({Group.SCROLLING} if group is not Group.QUERY else set())
        moving = set() if group in _NO_LISTS else set(_LISTS)
        under = _UNDER.get(group)
        yield group, [key for key in keys if key.id != under and (key.group in together or key.id in moving)]


def _clashes(keys: Sequence[Key], wanted: Mapping[str, object]) -> Iterator[Refusal]:
    """Pairs that are one key in one place; of each the entry is refused that the reader wrote last."""
    order = list(wanted)
    for group, together in places(keys):
        taken: dict[str, list[Key]] = {}
        for key in together:
            for name in key.keys:
                taken.setdefault(name, []).append(key)
        for name, (one, *others) in taken.items():
            # Esc closes a card as it steps out of a pane.
            other = next((key for key in others if key.action != one.action), None)
            mine = [key for key in (one, other) if key is not None and key.id in wanted]
            if other is None or not mine:
                continue
            last = max(mine, key=lambda key: order.index(key.id))
            first = other if last is one else one
            where = "anywhere" if group is Group.SCROLLING else group.value.lower()
            yield Refusal(
                last.id,
                f"`{show(name)}` is `{first.id}` already ({first.tooltip}), which applies in the same place: {where}. "
                "Give that another key too.",
            )
