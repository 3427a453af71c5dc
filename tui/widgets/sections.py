"""A list in sections: headings and other lines between the rows, which the cursor passes over."""

from collections.abc import Sequence
from typing import NamedTuple

from textual.strip import Strip

from tui.widgets.rows import Row, RowList


class Part(NamedTuple):
    """A row of a list in sections."""

    row: Row
    stops: bool = True
    """Whether the cursor stops here."""
    heads: bool = False
    """Whether a section begins here."""


class Sections(RowList):
    """Rows between headings. The cursor stands on the first row that it can stand on."""

    def __init__(self, *, id: str | None = None, marks_shown: bool = False) -> None:  # noqa: A002 - Textual's name
        """As of any list of rows."""
        super().__init__(id=id, marks_shown=marks_shown)
        self._parts: Sequence[Part] = ()
        self._stops: list[int] = []

    def fill_sections(self, parts: Sequence[Part], *, cursor: int | None = None) -> None:
        """Replace all rows; the cursor goes to the first stop from a row on, or to the first of all."""
        if parts and self._awaited is not None:
            cursor, self._awaited = self._awaited, None
        self._parts = parts
        self._stops = [number for number, part in enumerate(parts) if part.stops]
        wanted = cursor if cursor is not None else 0
        stop = next((s for s in self._stops if s >= wanted), self._stops[-1] if self._stops else 0)
        self.fill([part.row for part in parts], cursor=stop)
        if cursor is None:
            self._scroll(0)

    def validate_cursor(self, row: int) -> int:
        """A click beside the stops moves nothing."""
        return row if row in self._stops else self.cursor

    def stops_at(self, row: int) -> bool:
        """Headings lead nowhere."""
        return row in self._stops

    def move(self, rows: int) -> None:
        """Move the cursor from stop to stop; at the first of them the list shows its beginning, at the last its end."""
        if not self._stops:
            self._scroll(self.scroll_offset.y + rows)
            return
        at = self._stops.index(self.cursor) if self.cursor in self._stops else 0
        to = max(0, min(at + rows, len(self._stops) - 1))
        if to == at and rows:
            self._scroll(0 if rows < 0 else self._tops[-1])
        self.cursor = self._stops[to]

    def go_to_section(self, direction: int) -> None:
        """To the first stop of the next section that has one, or of the one before."""
        heads = [number for number, part in enumerate(self._parts) if part.heads]
        firsts = sorted(
            {s for head in heads if (s := next((s for s in self._stops if s > head), None)) is not None}
        )
        if direction == 1:
            found = next((stop for stop in firsts if stop > self.cursor), None)
        else:
            found = next((stop for stop in reversed(firsts) if stop < self.cursor), None)
        if found is not None:
            self.cursor = found

    def _show_cursor(self) -> None:
        """With the heading above it, so that one sees what the row is of."""
        above = self.cursor
        while above > 0 and not self._parts[above - 1].stops:
            above -= 1
            if self._parts[above].heads:
                break
        if above < self.cursor and self._tops[above] < self.scroll_offset.y:
            self._scroll(0 if self.cursor == self._stops[0] and self._fits(0) else self._tops[above])
        super()._show_cursor()

    def _fits(self, top: int) -> bool:
        return self._tops[self.cursor + 1] - top <= self.scrollable_content_region.height

    def _row_line(self, row: int, line: int, width: int) -> Strip:
        if self._parts[row].stops:
            return super()._row_line(row, line, width)
        drawn = self._drawn[row]
        return self._plain_line(drawn[line] if line < len(drawn) else [], width)
