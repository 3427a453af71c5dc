"""Lines that are short of room: what may give way in them does, and what must be seen is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.text.painting import Run, Runs, cells, shorten_text

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEAST = 8
"""Cells to which words that give way are shortened, and no further."""


def hint_runs(hints: Sequence[tuple[str, str]], room: int, *, stays: tuple[str, str] | None = None) -> Runs:
    """Keys with their words in their order, as many as fit.

    Args:
        hints: Keys and their words.
        room: Cells.
        stays: That one of them which is shown before any other finds room.
    """
    taken = [] if stays is None else [stays]
    for hint in hints:
        if hint not in taken and cells(_hints([*taken, hint])) <= room:
            taken.append(hint)
    return _hints([hint for hint in hints if hint in taken])


def _hints(hints: Sequence[tuple[str, str]]) -> Runs:
    runs: Runs = []
    for number, (key, word) in enumerate(hints, 1):
        air = "  " if number < len(hints) else ""
        runs += [Run(key, ("key",)), Run(f" {word}{air}", ("dim",))]
    return runs


def fitted(room: int, *parts: str) -> str:
    """A notice of parts, shortened where they give way so that the others are whole.

    Args:
        room: Cells.
        parts: In turns what stays and what gives way; the long ones of these do so first.
    """
    left = room - sum(cell_len(part) for part in parts[::2])
    widths: dict[int, int] = {}
    giving = sorted(range(1, len(parts), 2), key=lambda at: cell_len(parts[at]))
    for done, at in enumerate(giving):
        share = max(_LEAST, left // (len(giving) - done))
        widths[at] = min(cell_len(parts[at]), share)
        left -= widths[at]
    return "".join(shorten_text(part, widths[at]) if at in widths else part for at, part in enumerate(parts))
