"""A list of one-line rows, however many: a line is drawn when it comes into view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, overload

from tui.widgets.rows import RowList

if TYPE_CHECKING:
    from textual.strip import Strip

    from tui.text.painting import Runs
    from tui.widgets.rows import Row

_STRIPS_KEPT = 1_000
"""Lines kept as they were painted; some screens of them, so that going back and forth costs nothing."""


class Lines(RowList):
    """Rows of one line each, as wide as the list."""

    def _drawn_in(self, width: int) -> tuple[Sequence[list[Runs]], Sequence[int]]:
        return _Drawn(self._rows, width), range(len(self._rows) + 1)

    @property
    def _text_width(self) -> int:
        return max(1, self.scrollable_content_region.width - 2)

    def _row_line(self, row: int, line: int, width: int) -> Strip:
        if len(self._strips) > _STRIPS_KEPT:
            self._strips.clear()
        return super()._row_line(row, line, width)


class _Drawn(Sequence["list[Runs]"]):
    """The rows, each drawn when it is asked for."""

    def __init__(self, rows: Sequence[Row], width: int) -> None:
        self._rows = rows
        self._width = width

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, place: int) -> list[Runs]: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[list[Runs]]: ...
    def __getitem__(self, place: int | slice) -> list[Runs] | Sequence[list[Runs]]:
        if isinstance(place, slice):
            return [row(self._width) for row in self._rows[place]]
        return self._rows[place](self._width)
