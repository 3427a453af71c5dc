"""A page with a cursor: on a passage, and in it on a span; what is under it stays in view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from textual.geometry import Size

from tui.messages import LineClicked, PassageChanged, SpanFocused
from tui.text import spans as spanning
from tui.text.jumps import Spot
from tui.widgets.page_canvas import PageCanvas

if TYPE_CHECKING:
    from models.annotation import AnnotatedArticle
    from tui.text.spans import Span


class PageView(PageCanvas, inherit_bindings=False):
    """Keeps the cursor and the focused span of an article in view, and scrolls."""

    _arriving: tuple[int, tuple[int, int] | None, int | None] | None = None
    """Where to go once the pane has a size: passage, span and first line."""

    @property
    def is_arriving(self) -> bool:
        """Whether the pane has still to come to sight, where the cursor goes to its place once more."""
        return self._arriving is not None

    @property
    def spot(self) -> Spot | None:
        """Where the reader is, to come back to."""
        if self.key is None:
            return None
        focus = self.focused_span
        place = (focus.start, focus.end) if focus else None
        title = (self.annotated.article.title if self.annotated else None) or ""
        return Spot(self.key, self.passage, self.scroll_offset.y, place, title)

    def clear(self, message: str) -> None:
        """Show no article but a message."""
        self.annotated = self.page = None
        self._empty = message
        self._arriving = None
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
        if annotated.article.key != self.key:
            # What one article left out is no reason to look at what the next did.
            self.set_reactive(PageView.dropped, False)
            self.unfolded = frozenset()
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
            same = (s for s in self.spans if s[:4] == focus[:4])
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
        if not self.scrollable_content_region.height:
            # The pane is only now coming to sight: its lines are wrapped, and this is done again, when it has.
            self._arriving = (passage, focus, scroll)
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

    def on_line_clicked(self, message: LineClicked) -> None:
        """Go to what was marked there."""
        if self.page is not None:
            self.go(self.page.lines[message.line].passage, scroll=message.line - self.size.height // 4)

    def _lay_out_in_place(self) -> None:
        """The same, with the cursor's passage where it was."""
        if self.page is None:
            return
        above = self._eye - self.scroll_offset.y
        self.lay_out()
        if self.left_out not in self.page.left:
            self.set_reactive(PageView.left_out, None)
        self._following = False
        self._scroll(self._eye - above)
        self._following = True

    @property
    def _eye(self) -> int:
        """The line where one reads: that of the focused span, else the first of what is under the cursor."""
        assert self.page is not None
        if self.focused_span is not None:
            return self.page.line_of(self.focused_span.passage, self.focused_span.start)
        return self.page.place(self.passage, self.left_out)[0]

    def on_resize(self) -> None:
        """Wrap the lines anew; the cursor's passage stays in view."""
        if self.annotated is None:
            return
        if self._arriving is not None and self.scrollable_content_region.height:
            (passage, focus, scroll), self._arriving = self._arriving, None
            self.lay_out()
            self.go(passage, focus=focus, scroll=scroll)
        else:
            self._lay_out_in_place()

    # The cursor

    def watch_passage(self, before: int, now: int) -> None:
        """Draw the cursor in its new place and tell the screen."""
        if self.page is not None:
            self.paint_lines(*self.page.place(before))
            self.paint_lines(*self.page.place(now))
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
