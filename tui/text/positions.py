"""Where in an article its hits, quotations and bookmarks stand: the marks of the position bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from tui.text.page import Page
    from tui.text.spans import Span

Kind = Literal["kept", "hit", "quotation"]

_FOREMOST: tuple[Kind, ...] = ("quotation", "hit", "kept")
"""Of several marks in one cell the last of these shows."""

GLYPHS: Mapping[Kind, str] = {"kept": "◆", "hit": "━", "quotation": "·"}
"""Told apart without colour."""


def marked_lines(
    page: Page, hits: Sequence[Span], spans: Iterable[Span], kept: Collection[int]
) -> dict[int, Kind]:
    """The lines of a page that have a mark, each with its foremost."""
    places: dict[Kind, list[int]] = {
        "quotation": [
            page.line_of(span.passage, span.start)
            for span in spans
            if span.kind == "quotation" and span.passage
        ],
        "hit": [page.line_of(span.passage, span.start) for span in hits],
        "kept": [page.place(passage)[0] for passage in kept if passage in page.places],
    }
    return {line: kind for kind in _FOREMOST for line in places[kind]}


def marked_cells(marks: Mapping[int, Kind], lines: int, height: int) -> dict[int, tuple[Kind, int]]:
    """The cells of a bar that have a mark: cell to kind and line.

    Args:
        marks: Lines with marks.
        lines: All lines that the bar stands for.
        height: Cells of the bar.
    """
    cells: dict[int, tuple[Kind, int]] = {}
    for line, kind in sorted(marks.items()):
        cell = min(height - 1, line * height // max(1, lines))
        if cell not in cells or _FOREMOST.index(kind) > _FOREMOST.index(cells[cell][0]):
            cells[cell] = (kind, line)
    return cells
