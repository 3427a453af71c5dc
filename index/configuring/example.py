"""A configuration file to begin with: every entry, explained, with its default, all commented out."""

import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby

from models.config import ENTRIES, KEYMAP, Entry

_WIDTH = 100
_ESCAPED = {
    **{code: f"\\u{code:04x}" for code in (*range(0x20), 0x7F)},
    **str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}),
}
"""What a text of TOML in quotation marks cannot hold as it is."""


def example(keymap: Iterable[tuple[str, str, str]]) -> str:
    """The text of a file that changes nothing until a # is taken away.

    Args:
        keymap: For each key its id, its keys as they are written, and what it does.
    """
    return "\n".join([*_head(), *_entries(), *_keymap(keymap)]) + "\n"


def _head() -> Iterator[str]:
    yield "# What Morgue does differently from its defaults, which stand here behind a #."
    yield "# Take the # away and change the value; `morgue config --check` tells what is wrong with it."
    yield ""


def _entries() -> Iterator[str]:
    for table, entries in groupby(ENTRIES.values(), key=lambda entry: entry.table):
        if table:
            yield f"[{table}]"
        for entry in entries:
            yield from (f"# {line}" for line in textwrap.wrap(_explained(entry), _WIDTH))
            yield f"#{entry.name.rpartition('.')[2]} = {written(entry.default)}"
            yield ""


def _explained(entry: Entry) -> str:
    said = isinstance(entry.default, bool) or (isinstance(entry.default, str) and not entry.choices)
    return entry.about if said else f"{entry.about} Takes {entry.allowed}."


def _keymap(keymap: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    yield f"[{KEYMAP}]"
    yield "# Keys separated by blanks; what is given here takes the place of all the keys of that line."
    for id_, keys, about in keymap:
        yield ""
        yield f"# {about}"
        yield f"#{id_} = {written(keys)}"


def written(value: bool | int | str) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    return '"' + value.translate(_ESCAPED) + '"'
