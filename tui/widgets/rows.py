"""A list of rows of several lines each, drawn line by line."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import accumulate
from typing import ClassVar, Literal, TypeVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui import keys
from tui.messages import RowChosen, RowOpened
from tui.plain import point
from tui.text.painting import Run, Runs
from tui.text.wrapping import wrap
from tui.widgets.labelled import Place
from tui.widgets.painted import Painted

Row = Callable[[int], list[Runs]]
"""A row: given its width in cells, its lines."""

Thing = TypeVar("Thing")
"""What rows are drawn of."""

_MARGIN = 2

_WIDEST = 100
"""Cells after which the lines of a row break even where the list is wider."""


class RowList(Painted, ScrollView, can_focus=True, inherit_bindings=False):
    """Rows with a cursor. Tells its screen when the cursor comes to a row, and when a row is to be opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings(*keys.in_group(keys.Group.SCROLLING), *keys.named("row.next", "row.previous"))
    ]
    ALLOW_SELECT = False

    cursor: reactive[int] = reactive(0, init=False, repaint=False)
    virtual_size: reactive[Size] = reactive(Size(0, 0), init=False, repaint=False)
    """In place of Textual's own, at whose every change the whole screen is laid out anew."""

    def __init__(self, *, id: str | None = None, marks_shown: bool = False) -> None:  # noqa: A002 - Textual's name
        """Make an empty list.

        Args:
            id: The widget's id.
            marks_shown: Whether the cursor's row is marked while the focus is elsewhere, because what it
                stands for is shown there.
        """
        super().__init__(id=id)
        self._rows: Sequence[Row] = ()
        self._drawn: Sequence[list[Runs]] = []
        self._tops: Sequence[int] = [0]
        self._strips: dict[tuple[int, bool, bool], Strip] = {}
        """Lines as they are painted, by their number, whether they are the cursor's, and whether the focus is here."""
        self._empty = ""
        self._end = ""
        self._end_lines: tuple[str, ...] = ()
        self._marks_shown = marks_shown
        self._awaited: int | None = None
        """The row on which the cursor is to stand as soon as there are rows."""

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def fill(
        self, rows: Sequence[Row], *, cursor: int = 0, empty: str = "", end: str = "", steady: bool = False
    ) -> None:
        """Replace all rows.

        Args:
            rows: The new rows.
            cursor: Where the cursor stands then.
            empty: What to say where there are none.
            end: What to say under the last of them, where the cursor does not go.
            steady: Whether the row under the cursor is the same as before and stays where it is seen, except in
                a list that shows its beginning, where what is new is to be seen.
        """
        if rows and self._awaited is not None:
            cursor, self._awaited = self._awaited, None
        before = self._showing()
        above = self._tops[self.cursor] - self.scroll_offset.y if self._rows else 0
        self._rows = rows
        self._empty = empty
        self._end = end if rows else ""
        self._lay_out()
        self.set_reactive(RowList.cursor, max(0, min(cursor, len(rows) - 1)))
        if steady and rows and self.scroll_offset.y:
            self._scroll(self._tops[self.cursor] - above)
        self._show_cursor()
        # Many lines stay as they are from key to key, and painting is what takes longest.
        pairs = enumerate(zip(before, self._showing(), strict=True))
        if changed := [Region(0, y, self.size.width, 1) for y, (old, new) in pairs if old != new]:
            self.refresh(*changed)

    def _showing(self) -> list[Strip]:
        return [self.render_line(y) for y in range(self.scrollable_content_region.height)]

    def change(self, number: int, row: Row) -> None:
        """Draw one row otherwise, which is quicker than all where it takes as many lines as before."""
        self._rows = [*self._rows[:number], row, *self._rows[number + 1 :]]
        lines = row(self._text_width)
        if len(lines) != len(self._drawn[number]):
            self._lay_out()
        self._drawn = [*self._drawn[:number], lines, *self._drawn[number + 1 :]]
        top, bottom = self._tops[number], self._tops[number + 1]
        for cached in [cached for cached in self._strips if top <= cached[0] < bottom]:
            del self._strips[cached]
        self.refresh()

    def put_cursor(self, row: int) -> None:
        """Put the cursor on a row without a word: what it stands for is being shown already."""
        self.set_reactive(RowList.cursor, max(0, min(row, len(self._rows) - 1)))
        self._show_cursor()
        self.refresh()

    def come_back_to(self, row: int) -> None:
        """Put the cursor on a row where it stood in the same list before, now or when the rows come."""
        if self._rows:
            self.put_cursor(row)
        else:
            self._awaited = row

    def open_row(self) -> None:
        """Have the row under the cursor opened."""
        if self._rows:
            self.post_message(RowOpened(self.id, self.cursor))

    def _lay_out(self) -> None:
        self._strips.clear()
        width = self._text_width
        self._drawn, self._tops = self._drawn_in(width)
        self._end_lines = _broken(self._end, width) if self._end else ()
        self.virtual_size = Size(self.size.width, self._tops[-1] + len(self._end_lines))

    def _drawn_in(self, width: int) -> tuple[Sequence[list[Runs]], Sequence[int]]:
        """The lines of each row, and at which line each begins; one more, where the last ends."""
        drawn = [row(width) for row in self._rows]
        return drawn, [0, *accumulate(len(lines) for lines in drawn)]

    @property
    def _text_width(self) -> int:
        return max(1, min(_WIDEST, self.scrollable_content_region.width - _MARGIN))

    def on_resize(self) -> None:
        """Draw the rows anew for the new width."""
        self._lay_out()
        self._show_cursor()
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget strips in the colours of another theme."""
        super().notify_style_update()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """One line of the list as it shows."""
        line = y + self.scroll_offset.y if self._rows else y
        row = bisect_right(self._tops, line) - 1 if line < self._tops[-1] else -1
        cached = (line, row == self.cursor, self.has_focus)
        if cached not in self._strips:
            self._strips[cached] = self._painted(row, line, self.scrollable_content_region.width)
        return self._strips[cached]

    def _painted(self, row: int, line: int, width: int) -> Strip:
        if not self._rows:
            return self._empty_line(line, width)
        if row < 0:
            return self._end_line(line - self._tops[-1], width)
        return self._row_line(row, line - self._tops[row], width)

    def _row_line(self, row: int, line: int, width: int) -> Strip:
        drawn = self._drawn[row]
        runs = drawn[line] if line < len(drawn) else []
        if row != self.cursor or (line >= len(drawn) - 1 and not runs):
            return self._plain_line(runs, width)
        if not (self.has_focus or self._marks_shown):
            return self._plain_line(runs, width)
        bar, ground = ("bar", "row") if self.has_focus else ("bar-away", "row-away")
        return self.strip([Run("▌ ", (bar,)), *runs], width, ground=(ground,))

    def _plain_line(self, runs: Runs, width: int) -> Strip:
        return self.strip([Run(" " * _MARGIN), *runs], width)

    def _empty_line(self, y: int, width: int) -> Strip:
        lines = _broken(self._empty, max(1, width - 2 * _MARGIN))
        text = lines[y - 1] if 0 < y <= len(lines) else ""
        return self.strip([Run(" " * _MARGIN), Run(text, ("text",) if y == 1 else ("dim",))], width)

    def _end_line(self, number: int, width: int) -> Strip:
        if number >= len(self._end_lines):
            return self.strip([], width)
        return self._plain_line([Run(self._end_lines[number], ("dim",))], width)

    def watch_virtual_size(self, size: Size) -> None:
        """A list is as high as its screen has it, however many its rows: only the scroll bar changes."""
        self._scroll_update(size)

    def watch_cursor(self, before: int, now: int) -> None:
        """Keep the cursor's row in view and tell the screen."""
        self._show_cursor()
        self._paint_rows(before, now)
        self.point()
        self.post_message(RowChosen(self.id, self.cursor))

    def _paint_rows(self, *rows: int) -> None:
        for row in rows:
            if row < len(self._rows):
                self.paint_lines(self._tops[row], self._tops[row + 1])

    def _show_cursor(self) -> None:
        if not self._rows:
            return
        top, bottom = self._tops[self.cursor], self._tops[self.cursor + 1]
        if self.cursor == len(self._rows) - 1:
            bottom += len(self._end_lines)
        height = self.scrollable_content_region.height
        y = self.scroll_offset.y
        if top < y:
            self._scroll(top)
        elif bottom > y + height:
            self._scroll(min(top, bottom - height))

    def point(self) -> None:
        """In plain mode, have the terminal's cursor on the cursor's row."""
        point(self)

    def pointed_at(self) -> tuple[int, int] | None:
        """Where the cursor's row begins, as column and line of the pane."""
        return (_MARGIN, self._tops[self.cursor] - self.scroll_offset.y) if self._rows else None

    def looked_at(self) -> Region:
        """The row under the cursor, in cells of the pane."""
        top, bottom = (self._tops[self.cursor], self._tops[self.cursor + 1]) if self._rows else (0, 0)
        return Region(0, top - self.scroll_offset.y, self._text_width + _MARGIN, bottom - top)

    def labelled_places(self) -> Iterator[Place]:
        """Each row that shows, in whole or in part."""
        top = self.scroll_offset.y
        for row in range(max(0, bisect_right(self._tops, top) - 1), len(self._rows)):
            line = max(0, self._tops[row] - top)
            if line >= self.scrollable_content_region.height:
                return
            if self.stops_at(row):
                yield Place(0, line, partial(self._go, row), partial(self._select, row))

    def under_cursor(self, things: Sequence[Thing]) -> Thing | None:
        """Of things that have a row each, the one under the cursor; None where there are none."""
        return things[self.cursor] if 0 <= self.cursor < len(things) else None

    def stops_at(self, row: int) -> bool:
        """Whether the cursor can stand on a row."""
        return 0 <= row < len(self._rows)

    def _go(self, row: int) -> None:
        self.put_cursor(row)
        self.open_row()

    def _select(self, row: int) -> None:
        self.focus()
        self.cursor = row

    def _scroll(self, line: int) -> None:
        """Have a line at the top, at once: what is put off is lost where the list is only now coming to sight."""
        self.scroll_to(y=max(0, line), animate=False, force=True, immediate=True)

    def on_focus(self) -> None:
        """The cursor's row looks different in the pane that has the focus."""
        self.refresh()
        self.call_after_refresh(point, self)

    def on_blur(self) -> None:
        """As above."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Select the row that was clicked; open it where it was selected already."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        line = offset.y + self.scroll_offset.y
        if not self._rows or line >= self._tops[-1]:
            return
        row = bisect_right(self._tops, line) - 1
        if row == self.cursor:
            self.open_row()
        self.cursor = row

    def move(self, rows: int) -> None:
        """Move the cursor, stopping at either end."""
        if self._rows:
            self.cursor = max(0, min(self.cursor + rows, len(self._rows) - 1))

    def action_line(self, direction: Literal[1, -1]) -> None:
        """To the next row or the one before."""
        self.move(direction)

    def action_page(self, direction: Literal[1, -1]) -> None:
        """By as many rows as show."""
        self.move(direction * self._rows_in(self.scrollable_content_region.height))

    def action_half_page(self, direction: Literal[1, -1]) -> None:
        """By half as many rows as show."""
        self.move(direction * self._rows_in(self.scrollable_content_region.height // 2))

    def _rows_in(self, lines: int) -> int:
        average = max(1, self._tops[-1] // max(1, len(self._rows)))
        return max(1, lines // average)

    def action_top(self) -> None:
        """To the first row."""
        self.move(-len(self._rows))

    def action_bottom(self) -> None:
        """To the last row."""
        self.move(len(self._rows))


@lru_cache(maxsize=32)  # asked for by each line that an empty list shows
def _broken(text: str, width: int) -> tuple[str, ...]:
    return tuple(part[a:b] for part in text.split("\n") for a, b in wrap(part, width) or ((0, 0),))
