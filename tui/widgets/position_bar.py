"""The scroll bar of an article, on which its hits, quotations and bookmarks are marked."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from tui.messages import LineClicked
from tui.text.positions import GLYPHS, Kind, marked_cells

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.widgets.painted import Painted


class PositionBar(ScrollBar):
    """Shows how far down one is, and where it is worth going; a click on a mark goes there."""

    def __init__(self, page: Painted) -> None:
        super().__init__(vertical=True, name="vertical", thickness=1)
        self._page = page
        self._marks: Mapping[int, Kind] = {}
        self._cells: dict[int, tuple[Kind, int]] = {}
        self._laid_out = (0, 0)

    def mark(self, marks: Mapping[int, Kind]) -> None:
        """Mark lines of the article, and no others."""
        if marks != self._marks:
            self._marks = marks
            self._laid_out = (0, 0)
            self.refresh()

    def action_mark(self, line: int) -> None:
        """Go to a line that is marked."""
        self.post_message(LineClicked(line))

    def render_line(self, y: int) -> Strip:
        """One cell: a mark or none, on the thumb or beside it."""
        height, lines = self.size.height, ceil(self.window_virtual_size)
        if self._laid_out != (height, lines):
            self._laid_out = (height, lines)
            self._cells = marked_cells(self._marks, lines, height)
        first, last = self._thumb(height, lines)
        on_thumb = first <= y < last
        ground = self._page.ink("thumb" if on_thumb else "track")
        if y in self._cells:
            kind, line = self._cells[y]
            style = ground + self._page.ink(f"mark-{kind}") + Style(bgcolor=ground.bgcolor)
            glyph, action = GLYPHS[kind], f"mark({line})"
        else:
            style, glyph = ground, " "
            action = "grab" if on_thumb else "scroll_up" if y < first else "scroll_down"
        return Strip([Segment(glyph, style + Style(meta={"@mouse.down": action}))], 1)

    def _thumb(self, height: int, lines: int) -> tuple[int, int]:
        """The first cell of the thumb and the cell after its last; nothing where all lines show."""
        if not self.window_size or self.window_size >= lines:
            return 0, 0
        cells = max(1, round(height * self.window_size / lines))
        first = round((height - cells) * self.position / (lines - self.window_size))
        return first, first + cells
