"""Every key of the explorer, in one table, and what is made of it: bindings, footers, help screen and palette."""

from collections.abc import Iterator

from textual.binding import Binding

from tui.keys.key import Group, Key, show
from tui.keys.table import KEYS

__all__ = ["KEYS", "Group", "Key", "bindings", "hints", "in_group", "named", "show"]

_BY_ID = {key.id: key for key in KEYS}


def in_group(group: Group) -> tuple[Key, ...]:
    """The keys of one group, in order."""
    return tuple(key for key in KEYS if key.group is group)


def named(*ids: str) -> tuple[Key, ...]:
    """Keys by id."""
    return tuple(_BY_ID[id_] for id_ in ids)


def bindings(*keys: Key) -> list[Binding]:
    """Textual bindings for keys. The digits of one key become one binding each, `{n}` in its action the digit."""
    return list(_bindings(keys))


def _bindings(keys: tuple[Key, ...]) -> Iterator[Binding]:
    for key in keys:
        if "{n}" in key.action:
            for digit in key.keys:
                yield _binding(key, digit, key.action.format(n=digit), f"{key.id}.{digit}")
        else:
            yield _binding(key, ",".join(key.keys), key.action, key.id)


def _binding(key: Key, keys: str, action: str, id_: str) -> Binding:
    return Binding(
        keys, action, key.tooltip, show=bool(key.hint), priority=key.priority, id=id_, tooltip=key.tooltip
    )


def hints(*keys: Key) -> list[tuple[str, str]]:
    """Pairs of keys and word for the footer, for those of the keys that have a hint."""
    return [(_hint_keys(key), key.hint) for key in keys if key.hint]


def _hint_keys(key: Key) -> str:
    if "{n}" in key.action:
        return f"{key.keys[0]}-{key.keys[-1]}"
    first = show(key.keys[0])
    return f"{first} {show(_BY_ID[key.twin].keys[0])}" if key.twin else first
