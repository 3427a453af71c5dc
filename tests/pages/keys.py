"""docs/keys.md: every key by where it applies."""

from collections.abc import Iterator

from tests.pages.page import DOCS, Page, rows
from tui.keys import KEYS, Group, show
from tui.keys.key import Key


def keys() -> str:
    """Every key by where it applies."""
    return "| where | key | what it does |\n|---|---|---|\n" + rows(*_rows())


def _rows() -> Iterator[tuple[str, str, str]]:
    for group in Group:
        where = group.value
        for key in KEYS:
            if key.group is group:
                yield where, " ".join(f"`{name}`" for name in _shown(key)), key.tooltip
                where = ""


def _shown(key: Key) -> list[str]:
    # Digits that say which one is meant are one key to a reader.
    return [f"{key.keys[0]}–{key.keys[-1]}"] if "{n}" in key.action else [show(name) for name in key.keys]


PAGE = Page(DOCS / "keys.md", {"keys": keys})
