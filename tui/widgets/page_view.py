"""A page in a pane: an article's lines, the cursor on a passage, the focused span, and scrolling."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.messages import PassageChanged, SpanFocused
from tui.text import spans as spanning
from tui.text.jumps import Spot
from tui.text.page import MEASURE, Line, Page, lay_out
from tui.text.painting import Run, Stroke, paint
from tui.text.spans import Span
from tui.text.wrapping import index_at, wrap
from tui.widgets.painted import Painted

if TYPE_CHECKING:
    from models.annotation import AnnotatedArticle
    from models.key import ArticleKey

_MARGIN = 3
"""Cells left of the text: the bar of the passage cursor, and air."""


class PageView(Painted, ScrollView, can_focus=True, inherit_bindings=False):
    """Draws an article and keeps its cursor and the focused span in view."""

    ALLOW_SELECT = False

    passage: reactive[int] = reactive(0, init=False)
    """The number of the passage under the cursor."""
    left_out: reactive[int | None] = reactive(None, init=False)
    """Which of the lines that cleaning left out is under the cursor instead, counted from 0."""
    focused_span: reactive[Span | None] = reactive(None, init=False)
    dropped: reactive[bool] = reactive(False, init=False)
    """Whether what cleaning left out is shown in place."""
    kept: reactive[frozenset[int]] = reactive(frozenset(), init=False)
    """The passages in which something is bookmarked."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.measure = MEASURE
        """Cells in a line, at most."""
        self.annotated: AnnotatedArticle | None = None
        self.page: Page | None = None
        self.spans: list[Span] = []
        """The article's own, in the order in which they are painted."""
        self.hits: list[Span] = []
        """What was looked for, in reading order."""
        self._strokes: dict[int, list[Stroke]] = {}
        self._strips: dict[tuple[int, str | None, Span | None], Strip] = {}
        self._empty = ""
        self._following = True

    @property
    def key(self) -> ArticleKey | None:
        """Which article is shown."""
        return self.annotated.article.key if self.annotated else None

    @property
    def spot(self) -> Spot | None:
        """Where the reader is, to come back to."""
        if self.key is None:
            return None
        focus = self.focused_span
        return Spot(self.key, self.passage, self.scroll_offset.y, (focus.start, focus.end) if focus else None)

    def clear(self, message: str) -> None:
        """Show no article but a message."""
        self.annotated = self.page = None
        self._empty = message
        self.set_reactive(PageView.focused_span, None)
        self.virtual_size = Size(0, 0)
        self.refresh()

    def show(
        self,
        annotated: AnnotatedArticle,
        hits: Sequence[Span],
        passage: int,
        *,
        focus: tuple[int, int] | None = None,
        scroll: int | None = None,
    ) -> None:
        """Show an article.

        Args:
            annotated: The article.
            hits: Its hits, in reading order.
            passage: Where the cursor goes.
            focus: The span of the text to focus, if any.
            scroll: The first line to show; without it, one that shows the passage with what leads to it.
        """
        self.annotated = annotated
        self.spans = spanning.annotated_spans(annotated)
        self.hits = list(hits)
        self._paint_spans()
        self.lay_out()
        self.go(passage, focus=focus, scroll=scroll)

    def renew(self, annotated: AnnotatedArticle) -> None:
        """Show what else is known of the article, whose text is the same, without moving it under the reader's eyes."""
        self.annotated = annotated
        self.spans = spanning.annotated_spans(annotated)
        focus = self.focused_span
        if focus is not None and focus.value is not None:
            # What is known of the same place may be something else now, or nothing.
            same = (s for s in self.spans if (s.kind, s.start, s.end) == (focus.kind, focus.start, focus.end))
            self.focused_span = next(same, None)
        self._paint_spans()
        self._lay_out_in_place()
        self.refresh()

    def go(self, passage: int, *, focus: tuple[int, int] | None = None, scroll: int | None = None) -> None:
        """Put the cursor on a passage of the article that is shown."""
        assert self.page is not None
        if passage not in self.page.places:
            passage = min(self.page.places, key=lambda number: abs(number - passage))
        self.set_reactive(PageView.focused_span, self._span_for(passage, focus))
        self.set_reactive(PageView.passage, passage)
        self.set_reactive(PageView.left_out, None)
        self._following = False
        self._scroll(self._lead_in(passage, focus) if scroll is None else scroll)
        self._following = True
        self.refresh()
        self._tell()

    def _scroll(self, line: int) -> None:
        """Have a line at the top, at once: what is put off is lost where the pane is only now coming to sight."""
        self.scroll_to(y=max(0, line), animate=False, force=True, immediate=True)

    def _lead_in(self, passage: int, focus: tuple[int, int] | None) -> int:
        """The first line to show: the headline where the passage fits below it, else a quarter above the passage."""
        assert self.page is not None
        first, last = self.page.places[passage]
        height = self.scrollable_content_region.height
        if last <= height * 3 // 4:
            return 0
        line = self.page.line_of(passage, focus[0]) if focus else first
        return 0 if passage == 0 else line - max(2, height // 4)

    def set_hits(self, hits: Sequence[Span]) -> None:
        """Show other hits in the same article."""
        self.hits = list(hits)
        self._paint_spans()
        self._strips.clear()
        self.refresh()

    # Layout and drawing

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
        self.page = lay_out(self.annotated, width, dropped=self.dropped, measure=self.measure)
        # Room below, so that the last passage can stand where the eye is.
        room = max(0, self.scrollable_content_region.height // 3)
        self.virtual_size = Size(self.size.width, len(self.page.lines) + room)

    def _lay_out_in_place(self) -> None:
        """The same, with the cursor's passage where it was."""
        if self.page is None:
            return
        first, _ = self.page.place(self.passage, self.left_out)
        above = first - self.scroll_offset.y
        self.lay_out()
        if self.left_out not in self.page.left:
            self.set_reactive(PageView.left_out, None)
        first, _ = self.page.place(self.passage, self.left_out)
        self._following = False
        self._scroll(first - above)
        self._following = True

    @property
    def _indent(self) -> int:
        """Cells left of the margin, so that a narrow column stands in the middle of a wide pane."""
        return max(0, (self.scrollable_content_region.width - self.measure - 2 * _MARGIN) // 2)

    def on_resize(self) -> None:
        """Wrap the lines anew; the cursor's passage stays in view."""
        if self.annotated is not None:
            self._lay_out_in_place()

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
        key = (number, self._bar(number), self._focus_in(line))
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
        if focus is None or line.offset is None or (focus.passage == 0) != (line.passage == 0):
            return None
        return focus if focus.start < line.offset + len(line.text) and focus.end > line.offset else None

    def _line(self, line: Line, width: int, bar: str | None, focus: Span | None) -> Strip:
        strokes = self._strokes.get(line.passage, []) if line.offset is not None else []
        if focus is not None:
            ink = "landing" if focus.ink == "landing" else "focus"
            strokes = [*strokes, Stroke(focus.start, focus.end, ink)]
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

    def watch_kept(self) -> None:
        """Draw the marks anew."""
        self._strips.clear()
        self.refresh()

    def _empty_line(self, y: int, width: int) -> Strip:
        inner = max(1, min(self.measure, width - 2 * _MARGIN))
        lines = [part[a:b] for part in self._empty.split("\n") for a, b in wrap(part, inner) or ((0, 0),)]
        text = lines[y - 1] if 0 < y <= len(lines) else ""
        ink = "text" if y == 1 else "dim"
        return self.strip([Run(" " * (self._indent + _MARGIN)), Run(text, (ink,))], width)

    def on_focus(self) -> None:
        """The cursor's bar looks different in the pane that has the focus."""
        self.refresh()

    def on_blur(self) -> None:
        """As above."""
        self.refresh()

    # The cursor

    def watch_passage(self) -> None:
        """Tell the screen where the cursor is."""
        self.refresh()
        self._tell()

    def watch_left_out(self) -> None:
        """Tell the screen, where other keys apply."""
        self.refresh()
        self._tell()

    def watch_focused_span(self) -> None:
        """Draw the focus in its new place and tell the screen."""
        self.refresh()
        self.post_message(SpanFocused(self.focused_span))

    def _tell(self) -> None:
        if self.key is not None:
            self.post_message(PassageChanged(self.key, self.passage))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """The cursor follows where scrolling leaves it out of sight."""
        super().watch_scroll_y(old_value, new_value)
        if not self._following or self.page is None:
            return
        top, bottom = round(new_value), round(new_value) + self.scrollable_content_region.height
        first, last = self.page.place(self.passage, self.left_out)
        if last > top and first < bottom:
            return
        seen = [n for n, (a, b) in self.page.places.items() if a >= top and b <= bottom]
        seen = seen or [n for n, (a, b) in self.page.places.items() if b > top and a < bottom]
        if seen:
            self.focused_span = None
            self.left_out = None
            self.passage = seen[0] if new_value > old_value else seen[-1]

    def _show_lines(self, first: int, last: int) -> None:
        height = self.scrollable_content_region.height
        y = self.scroll_offset.y
        air = 1 if last - first + 2 <= height else 0
        target = y
        if first - air < y or last - first > height:
            target = first - air
        elif last + air > y + height:
            target = last + air - height
        if target != y:
            self._following = False
            self._scroll(target)
            self._following = True

    def focus_on(self, span: Span) -> None:
        """Focus a span and bring it into view."""
        assert self.page is not None
        self.left_out = None
        self.focused_span = span
        self.passage = span.passage
        first = self.page.line_of(span.passage, span.start)
        last = self.page.line_of(span.passage, max(span.start, span.end - 1))
        self._show_lines(first, last + 1)

    def step_passage(self, direction: Literal[1, -1]) -> None:
        """To the next passage or the one before, or to a line that was left out between them and is shown."""
        assert self.page is not None
        stops = self.page.stops
        place = stops.index((self.passage, self.left_out)) + direction
        if 0 <= place < len(stops):
            self.focused_span = None
            self.passage, self.left_out = stops[place]
            first, last = self.page.place(*stops[place])
            self._show_lines(0 if place == 0 else first, last)

    def what_is_at(self, x: int, y: int) -> tuple[int, Span | None] | None:
        """The passage and the span at a cell of the pane; None where there is no text at all."""
        number = y + self.scroll_offset.y
        if self.page is None or not 0 <= number < len(self.page.lines):
            return None
        line = self.page.lines[number]
        place = index_at(line.text, x - self._indent - _MARGIN)
        if line.offset is None or x < self._indent + _MARGIN or place >= len(line.text):
            return line.passage, None
        return line.passage, spanning.at([*self.spans, *self.hits], line.passage, line.offset + place)

    def left_out_at(self, y: int) -> int | None:
        """The line that was left out at a row of the pane, if there is one."""
        number = y + self.scroll_offset.y
        return self.page.lines[number].left if self.page and 0 <= number < len(self.page.lines) else None

    # Scrolling

    def action_line(self, direction: Literal[1, -1]) -> None:
        """One line down or up."""
        self.scroll_to(y=self.scroll_offset.y + direction, animate=False)

    def action_page(self, direction: Literal[1, -1]) -> None:
        """A screen down or up; two lines stay for the eye."""
        height = max(1, self.scrollable_content_region.height - 2)
        self.scroll_to(y=self.scroll_offset.y + direction * height, animate=False)

    def action_half_page(self, direction: Literal[1, -1]) -> None:
        """Half a screen down or up."""
        height = max(1, self.scrollable_content_region.height // 2)
        self.scroll_to(y=self.scroll_offset.y + direction * height, animate=False)
