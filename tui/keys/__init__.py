"""Every key of the explorer, in one table, and what is made of it: bindings, footers, help screen and palette.

The table is ours, `KEYS`, until the reader's keys are put into it with `use`; bindings are made with our keys, and the
app is given the reader's as its keymap.
"""

from collections.abc import Iterator, Mapping, Sequence

from textual.binding import Binding

from tui.keys.key import Group, Key, is_typed, show
from tui.keys.pressed import as_sent
from tui.keys.remapping import remap
from tui.keys.table import KEYS

__all__ = [
    "KEYS", "Group", "Key", "as_sent", "bindings", "everything", "hint", "hints", "in_group", "is_typed",
    "keymap", "named", "remap", "show", "shown", "use",
]  # fmt: skip

_OURS: Mapping[str, Key] = {key.id: key for key in KEYS}
_now: dict[str, Key] = dict(_OURS)


def use(keys: Sequence[Key]) -> None:
    """Have everything that names keys name these from now on.

    Args:
        keys: The table, as it is or with the reader's keys in it.
    """
    _now.clear()
    _now.update((key.id, key) for key in keys)


def everything() -> tuple[Key, ...]:
    """All keys, in the order in which the help screen shows them."""
    return tuple(_now.values())


def in_group(group: Group) -> tuple[Key, ...]:
    """The keys of one group, in order."""
    return tuple(key for key in _now.values() if key.group is group)


def named(*ids: str) -> tuple[Key, ...]:
    """Keys by id."""
    return tuple(_now[id_] for id_ in ids)


def bindings(*keys: Key) -> list[Binding]:
    """Textual bindings for keys. The digits of one key become one binding each, `{n}` in its action the digit.

    They have the keys of our table, so that a class is the same whenever it is made.
    """
    return list(_bindings(tuple(_OURS[key.id] for key in keys)))


def _bindings(keys: tuple[Key, ...]) -> Iterator[Binding]:
    for key in keys:
        if "{n}" in key.action:
            for number, name in enumerate(key.keys, 1):
                yield _binding(key, as_sent(name), key.action.format(n=number), f"{key.id}.{number}")
        else:
            yield _binding(key, _joined(key), key.action, key.id)


def _binding(key: Key, keys: str, action: str, id_: str) -> Binding:
    return Binding(
        keys, action, key.tooltip, show=bool(key.hint), priority=key.priority, id=id_, tooltip=key.tooltip
    )


def _joined(key: Key) -> str:
    return ",".join(map(as_sent, key.keys))


def keymap() -> dict[str, str]:
    """The reader's keys as Textual takes them, by the ids of bindings; empty where they are ours.

    All keys are in it where one is another: Textual takes away every binding of a key whose binding is moved, also
    those that stay.
    """
    if _now == _OURS:
        return {}
    return {binding.id: binding.key for binding in _bindings(tuple(_now.values())) if binding.id is not None}


def shown(id_: str) -> str:
    """A key as a person reads it, the first where several mean the same: "^p"."""
    return show(_now[id_].keys[0])


def hint(id_: str, word: str) -> tuple[str, str]:
    """A key and another word for it than its own, for a footer."""
    return _hint_keys(_now[id_]), word


def hints(*keys: Key) -> list[tuple[str, str]]:
    """Pairs of keys and word for the footer, for those of the keys that have a hint."""
    return [(_hint_keys(key), key.hint) for key in keys if key.hint]


def _hint_keys(key: Key) -> str:
    if "{n}" in key.action:
        first, last = show(key.keys[0]), show(key.keys[-1])
        return f"{first}-{last}" if len(first) == len(last) == 1 else f"{first} …"
    first = show(key.keys[0])
    return f"{first} {show(_now[key.twin].keys[0])}" if key.twin else first
