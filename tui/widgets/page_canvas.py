"""A page as it is drawn: an article's lines with their names, hits and marks, and where in it a cell is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.text import spans as spanning
from tui.text.page import MEASURE, Line, Page, lay_out
from tui.text.painting import Run, Stroke, paint
from tui.text.positions import marked_lines
from tui.text.spans import Span
from tui.text.wrapping import index_at, wrap
from tui.widgets.painted import Painted
from tui.widgets.position_bar import PositionBar

if TYPE_CHECKING:
    from models.annotation import AnnotatedArticle
    from models.key import ArticleKey
    from tui.text.selecting import Selection

_MARGIN = 3
"""Cells left of the text: the bar of the passage cursor, and air."""


class PageCanvas(Painted, ScrollView, can_focus=True, inherit_bindings=False):
    """Draws an article, its cursor and its focused span; where they are is said by others."""

    ALLOW_SELECT = False

    passage: reactive[int] = reactive(0, init=False, repaint=False)
    """The number of the passage under the cursor."""
    left_out: reactive[int | None] = reactive(None, init=False)
    """Which of the lines that cleaning left out is under the cursor instead, counted from 0."""
    focused_span: reactive[Span | None] = reactive(None, init=False)
    dropped: reactive[bool] = reactive(False, init=False)
    """Whether what cleaning left out is shown in place."""
    selected: reactive[Selection | None] = reactive(None, init=False)
    """What is selected."""
    kept: reactive[frozenset[int]] = reactive(frozenset(), init=False)
    """The passages in which something is bookmarked."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.measure = MEASURE
        """Cells in a line, at most."""
        self.annotated: AnnotatedArticle | None = None
        self.page: Page | None = None
        self.unfolded: frozenset[str] = frozenset()
        """The words of lines that cleaning left out and that stand on a line each, not folded with their neighbours."""
        self.spans: list[Span] = []
        """The article's own, in the order in which they are painted."""
        self.hits: list[Span] = []
        """What was looked for, in reading order."""
        self._strokes: dict[int, list[Stroke]] = {}
        self._strips: dict[tuple[int, str | None, Span | None, tuple[int, int] | None], Strip] = {}
        self._empty = ""
        self._following = True

    @property
    def key(self) -> ArticleKey | None:
        """Which article is shown."""
        return self.annotated.article.key if self.annotated else None

    def set_hits(self, hits: Sequence[Span]) -> None:
        """Show other hits in the same article."""
        self.hits = list(hits)
        self._paint_spans()
        self._strips.clear()
        self._mark()
        self.refresh()

    @property
    def vertical_scrollbar(self) -> PositionBar:
        """The scroll bar, made when it is first needed, as Textual's own is."""
        bar = self._vertical_scrollbar
        if not isinstance(bar, PositionBar):
            self._vertical_scrollbar = bar = PositionBar(self)
            bar.display = False
            self.app._start_widget(self, bar)
        return bar

    def _mark(self) -> None:
        """Mark on the scroll bar where it is worth going."""
        if self.page is not None:
            self.vertical_scrollbar.mark(marked_lines(self.page, self.hits, self.spans, self.kept))

    def _span_for(self, passage: int, focus: tuple[int, int] | None) -> Span | None:
        if focus is None:
            return None
        for span in (*self.spans, *self.hits):
            if (span.start, span.end) == focus and (span.passage == 0) == (passage == 0):
                return span
        return Span("hit", passage, *focus, "landing")

    def _paint_spans(self) -> None:
        assert self.annotated is not None
        table = spanning.by_passage([*self.spans, *self.hits], self.annotated.article)
        self._strokes = {
            number: [Stroke(span.start, span.end, span.ink) for span in spans]
            for number, spans in table.items()
        }

    def lay_out(self) -> None:
        """Wrap the article for the pane as it is."""
        self._strips.clear()
        if self.annotated is None:
            return
        width = max(8, self.scrollable_content_region.width - _MARGIN - 1)
        self.page = lay_out(
            self.annotated, width, dropped=self.dropped, unfolded=self.unfolded, measure=self.measure
        )
        # Room below, so that the last passage can stand where the eye is.
        room = max(0, self.scrollable_content_region.height // 3)
        self.virtual_size = Size(self.size.width, len(self.page.lines) + room)
        self._mark()

    @property
    def _indent(self) -> int:
        """Cells left of the margin, so that a narrow column stands in the middle of a wide pane."""
        if self.app.has_class("-plain"):
            return 0
        return max(0, (self.scrollable_content_region.width - self.measure - 2 * _MARGIN) // 2)

    @property
    def edge(self) -> int:
        """Cells left of the text."""
        return self._indent + _MARGIN

    def notify_style_update(self) -> None:
        """Forget strips in the colours of another theme."""
        super().notify_style_update()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """One line of the page as it shows."""
        width = self.scrollable_content_region.width
        if self.page is None:
            return self._empty_line(y, width)
        number = y + self.scroll_offset.y
        if number >= len(self.page.lines):
            return self.strip([], width)
        line = self.page.lines[number]
        key = (number, self._bar(number), self._focus_in(line), self._selected_in(line))
        if key not in self._strips:
            self._strips[key] = self._line(line, width, *key[1:])
        return self._strips[key]

    def _bar(self, number: int) -> str | None:
        assert self.page is not None
        first, last = self.page.place(self.passage, self.left_out)
        if not first <= number < last:
            return None
        return "bar" if self.has_focus else "bar-away"

    def _focus_in(self, line: Line) -> Span | None:
        focus = self.focused_span
        if focus is None or self.selected is not None or line.offset is None:
            return None
        if (focus.passage == 0) != (line.passage == 0):
            return None
        return focus if focus.start < line.offset + len(line.text) and focus.end > line.offset else None

    def _selected_in(self, line: Line) -> tuple[int, int] | None:
        selected = self.selected
        if selected is None or line.offset is None or selected.headline != (line.passage == 0):
            return None
        start, end = max(line.offset, selected.start), min(line.offset + len(line.text), selected.end)
        return (start, end) if start < end else None

    def _line(
        self, line: Line, width: int, bar: str | None, focus: Span | None, selected: tuple[int, int] | None
    ) -> Strip:
        strokes = self._strokes.get(line.passage, []) if line.offset is not None else []
        if self.selected is not None:
            # Without colours nobody could tell hits from what is selected.
            strokes = [stroke for stroke in strokes if stroke.ink != "hit"]
        if selected is not None:
            strokes = [*strokes, Stroke(*selected, "selected")]
        if focus is not None and focus.ink == "landing":
            # A ground only: what is lit on it keeps its own.
            strokes = [Stroke(focus.start, focus.end, "landing"), *strokes]
        elif focus is not None:
            strokes = [*strokes, Stroke(focus.start, focus.end, "focus")]
        runs = paint(line.text, strokes, offset=line.offset or 0, base=(line.role,))
        edge = Run("▌", (bar,)) if bar else Run(" ")
        mark = Run("◆", ("number",)) if self._is_marked(line) else Run(" ")
        return self.strip([Run(" " * self._indent), edge, mark, Run(" " * (_MARGIN - 2)), *runs], width)

    def _is_marked(self, line: Line) -> bool:
        passages = self.annotated.article.passages if self.annotated else ()
        number = line.passage
        return (
            number in self.kept and 0 < number <= len(passages) and line.offset == passages[number - 1].start
        )

    def watch_selected(self, before: Selection | None, now: Selection | None) -> None:
        """Draw it; hits are lit only where nothing is selected."""
        if (before is None) != (now is None):
            self._strips.clear()
        self.refresh()

    def watch_kept(self) -> None:
        """Draw the marks anew."""
        self._strips.clear()
        self._mark()
        self.refresh()

    def _empty_line(self, y: int, width: int) -> Strip:
        inner = max(1, min(self.measure, width - 2 * _MARGIN))
        lines = [part[a:b] for part in self._empty.split("\n") for a, b in wrap(part, inner) or ((0, 0),)]
        text = lines[y - 1] if 0 < y <= len(lines) else ""
        ink = "text" if y == 1 else "dim"
        return self.strip([Run(" " * (self.edge)), Run(text, (ink,))], width)

    def on_focus(self) -> None:
        """The cursor's bar looks different in the pane that has the focus."""
        self.refresh()

    def on_blur(self) -> None:
        """As above."""
        self.refresh()

    def pointed_at(self) -> tuple[int, int] | None:
        """Where the focused span begins, else the passage under the cursor, as column and line of the pane."""
        if self.page is None:
            return None
        number, _ = self.page.place(self.passage, self.left_out)
        before = ""
        if (focus := self.focused_span) is not None:
            number = self.page.line_of(focus.passage, focus.start)
            line = self.page.lines[number]
            before = line.text[: focus.start - (line.offset or 0)]
        return self.edge + cell_len(before), number - self.scroll_offset.y

    def looked_at(self) -> Region:
        """The lines of what a bookmark would hold, in cells of the pane: the passage under the cursor.

        Of a long one it is the focused span alone; the headline goes with the passage below it.
        """
        if self.page is None:
            return Region()
        focus = self.focused_span
        first, last = self.page.place(self.passage, self.left_out)
        if self.passage == 0 and len(self.page.numbers) > 1:
            last = self.page.place(self.page.numbers[1])[1]
        elif focus is not None and last - first > self.scrollable_content_region.height // 3:
            first = self.page.line_of(focus.passage, focus.start)
            last = self.page.line_of(focus.passage, max(focus.start, focus.end - 1)) + 1
        return Region(self._indent, first - self.scroll_offset.y, self.measure + 2 * _MARGIN, last - first)

    def what_is_at(self, x: int, y: int) -> tuple[int, Span | None] | None:
        """The passage and the span at a cell of the pane; None where there is no text at all."""
        number = y + self.scroll_offset.y
        if self.page is None or not 0 <= number < len(self.page.lines):
            return None
        line = self.page.lines[number]
        place = index_at(line.text, x - self._indent - _MARGIN)
        if line.offset is None or x < self.edge or place >= len(line.text):
            return line.passage, None
        return line.passage, spanning.at([*self.spans, *self.hits], line.passage, line.offset + place)

    def left_out_at(self, y: int) -> int | None:
        """The line that was left out at a row of the pane, if there is one."""
        number = y + self.scroll_offset.y
        return self.page.lines[number].left if self.page and 0 <= number < len(self.page.lines) else None
