"""The article: a page of lines with a cursor on a passage and at most one focused span in it."""

from collections.abc import Callable, Sequence
from typing import ClassVar, Literal

from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from models.annotation import AnnotatedArticle, Mention, Quotation
from models.article import ArticleKey
from tui import keys
from tui.messages import MentionWanted, PassageChanged, RelatedWanted, Said, SpanFocused, SpanOpened, Wanted
from tui.text import spans as spanning
from tui.text.jumps import Spot
from tui.text.page import MEASURE, Line, Page, lay_out
from tui.text.painting import Run, Stroke, paint
from tui.text.spans import Span, SpanKind
from tui.text.wrapping import index_at, wrap
from tui.widgets.painted import INKS, Painted

_MARGIN = 3
"""Cells left of the text: the bar of the passage cursor, and air."""

_NONE_LEFT = {"hit": "hits", "name": "names", "quotation": "quotations", "figure": "figures"}


class Reader(Painted, ScrollView, can_focus=True, inherit_bindings=False):
    """Shows one article."""

    COMPONENT_CLASSES = INKS
    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings(
            *keys.in_group(keys.Group.SCROLLING),
            *(key for key in keys.in_group(keys.Group.ARTICLE) if not key.priority),
        )
    ]
    ALLOW_SELECT = False

    passage: reactive[int] = reactive(0, init=False)
    """The number of the passage under the cursor."""
    focused_span: reactive[Span | None] = reactive(None, init=False)
    dropped: reactive[bool] = reactive(False, init=False)
    """Whether what cleaning left out is shown in place."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.annotated: AnnotatedArticle | None = None
        self._page: Page | None = None
        self._spans: list[Span] = []
        self._hits: list[Span] = []
        self._strokes: dict[int, list[Stroke]] = {}
        self._strips: dict[tuple[int, bool, Span | None], Strip] = {}
        self._empty = ""
        self._awaited = False
        self._typed_ahead: list[Callable[[], object]] = []
        self._following = True

    @property
    def key(self) -> ArticleKey | None:
        """Which article is shown."""
        return self.annotated.article.key if self.annotated else None

    @property
    def has_hits(self) -> bool:
        """Whether there are hits to step through."""
        return bool(self._hits)

    @property
    def spot(self) -> Spot | None:
        """Where the reader is, to come back to."""
        if self.key is None:
            return None
        focus = self.focused_span
        return Spot(self.key, self.passage, self.scroll_offset.y, (focus.start, focus.end) if focus else None)

    # What the screen tells it

    def expect(self) -> None:
        """An article is on its way: what is typed from now on is meant for it."""
        self._awaited = True

    def clear(self, message: str) -> None:
        """Show no article but a message."""
        self.annotated = self._page = None
        self._empty = message
        self._awaited = False
        self._typed_ahead.clear()
        self.set_reactive(Reader.focused_span, None)
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
        self._spans = spanning.annotated_spans(annotated)
        self._hits = list(hits)
        self._paint_spans()
        self._lay_out()
        self.go(passage, focus=focus, scroll=scroll)
        self._awaited = False
        ahead, self._typed_ahead = self._typed_ahead, []
        for action in ahead:
            action()

    def go(self, passage: int, *, focus: tuple[int, int] | None = None, scroll: int | None = None) -> None:
        """Put the cursor on a passage of the article that is shown."""
        assert self._page is not None
        if passage not in self._page.places:
            passage = min(self._page.places, key=lambda number: abs(number - passage))
        self.set_reactive(Reader.focused_span, self._span_for(passage, focus))
        self.set_reactive(Reader.passage, passage)
        self._following = False
        if scroll is None:
            first, _ = self._page.places[passage]
            line = self._page.line_of(passage, focus[0]) if focus else first
            scroll = 0 if passage == 0 else line - max(2, self.scrollable_content_region.height // 4)
        self.scroll_to(y=max(0, scroll), animate=False)
        self._following = True
        self.refresh()
        self._tell()

    def set_hits(self, hits: Sequence[Span]) -> None:
        """Show other hits in the same article."""
        self._hits = list(hits)
        self._paint_spans()
        self._strips.clear()
        self.refresh()

    def focus_first_hit(self) -> bool:
        """Focus the first hit from the cursor's passage on, else the first of all; False where there is none."""
        if not self._hits:
            return False
        self._focus(spanning.step(self._hits, None, self.passage, 1) or self._hits[0])
        return True

    # Layout and drawing

    def _span_for(self, passage: int, focus: tuple[int, int] | None) -> Span | None:
        if focus is None:
            return None
        for span in (*self._spans, *self._hits):
            if (span.start, span.end) == focus and (span.passage == 0) == (passage == 0):
                return span
        return Span("hit", passage, *focus, "landing")

    def _paint_spans(self) -> None:
        assert self.annotated is not None
        table = spanning.by_passage([*self._spans, *self._hits], self.annotated.article)
        self._strokes = {
            number: [Stroke(span.start, span.end, span.ink) for span in spans]
            for number, spans in table.items()
        }

    def _lay_out(self) -> None:
        self._strips.clear()
        if self.annotated is None:
            return
        width = max(8, self.scrollable_content_region.width - _MARGIN - 1)
        self._page = lay_out(self.annotated, width, dropped=self.dropped)
        # Room below, so that the last passage can stand where the eye is.
        room = max(0, self.scrollable_content_region.height // 3)
        self.virtual_size = Size(self.size.width, len(self._page.lines) + room)

    @property
    def _indent(self) -> int:
        """Cells left of the margin, so that a narrow column stands in the middle of a wide pane."""
        return max(0, (self.scrollable_content_region.width - MEASURE - 2 * _MARGIN) // 2)

    def on_resize(self) -> None:
        """Wrap the lines anew; the cursor's passage stays in view."""
        if self.annotated is not None and self._page is not None:
            first, _ = self._page.places.get(self.passage, (0, 0))
            above = first - self.scroll_offset.y
            self._lay_out()
            first, _ = self._page.places.get(self.passage, (0, 0))
            self._following = False
            self.scroll_to(y=max(0, first - above), animate=False)
            self._following = True

    def notify_style_update(self) -> None:
        """Forget strips in the colours of another theme."""
        super().notify_style_update()
        self._strips.clear()

    def render_line(self, y: int) -> Strip:
        """One line of the page as it shows."""
        width = self.scrollable_content_region.width
        if self._page is None:
            return self._empty_line(y, width)
        number = y + self.scroll_offset.y
        if number >= len(self._page.lines):
            return self.strip([], width)
        line = self._page.lines[number]
        first, last = self._page.places.get(line.passage, (0, 0))
        current = line.passage == self.passage and first <= number < last
        focus = self.focused_span if self.focused_span and self.focused_span.passage <= line.passage else None
        cached = (number, current and self.has_focus, focus) if current else (number, False, focus)
        if current and not self.has_focus:
            return self._line(line, width, "bar-away", focus)
        if cached not in self._strips:
            self._strips[cached] = self._line(line, width, "bar" if current else None, focus)
        return self._strips[cached]

    def _line(self, line: Line, width: int, bar: str | None, focus: Span | None) -> Strip:
        strokes = self._strokes.get(line.passage, []) if line.offset is not None else []
        if focus is not None and (focus.passage == 0) == (line.passage == 0):
            strokes = [
                *strokes,
                Stroke(focus.start, focus.end, "landing" if focus.ink == "landing" else "focus"),
            ]
        runs = paint(line.text, strokes, offset=line.offset or 0, base=(line.role,))
        margin = [Run("▌" + " " * (_MARGIN - 1), (bar,))] if bar else [Run(" " * _MARGIN)]
        return self.strip([Run(" " * self._indent), *margin, *runs], width)

    def _empty_line(self, y: int, width: int) -> Strip:
        inner = max(1, min(MEASURE, width - 2 * _MARGIN))
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
        if not self._following or self._page is None:
            return
        top, bottom = round(new_value), round(new_value) + self.scrollable_content_region.height
        first, last = self._page.places.get(self.passage, (0, 1))
        if last > top and first < bottom:
            return
        seen = [n for n, (a, b) in self._page.places.items() if a >= top and b <= bottom]
        seen = seen or [n for n, (a, b) in self._page.places.items() if b > top and a < bottom]
        if seen:
            self.focused_span = None
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
            self.scroll_to(y=max(0, target), animate=False)
            self._following = True

    def _focus(self, span: Span) -> None:
        assert self._page is not None
        self.focused_span = span
        self.passage = span.passage
        self._show_lines(
            self._page.line_of(span.passage, span.start),
            self._page.line_of(span.passage, max(span.start, span.end - 1)) + 1,
        )

    def _later(self, action: Callable[[], object]) -> bool:
        """Whether there is an article to act on; if one is awaited, the action is taken when it is there."""
        if self._awaited:
            self._typed_ahead.append(action)
            return False
        return self._page is not None

    # Actions

    def action_passage(self, direction: Literal[1, -1]) -> None:
        """To the next passage or the one before."""
        if not self._later(lambda: self.action_passage(direction)):
            return
        assert self._page is not None
        numbers = self._page.numbers
        place = numbers.index(self.passage) + direction
        if 0 <= place < len(numbers):
            self.focused_span = None
            self.passage = numbers[place]
            first, last = self._page.places[self.passage]
            self._show_lines(0 if place == 0 else first, last)

    def action_step(self, kind: SpanKind, direction: Literal[1, -1]) -> None:
        """Focus the next span of a kind, or the one before."""
        if not self._later(lambda: self.action_step(kind, direction)):
            return
        spans = self._hits if kind == "hit" else spanning.of_kind(self._spans, kind)
        if kind == "hit":
            spans = spanning.of_kind(spans, kind)
        found = spanning.step(spans, self.focused_span, self.passage, direction)
        if found is not None:
            self._focus(found)
        elif not spans:
            self.post_message(Said(f"There are no {_NONE_LEFT[kind]} in this article"))
        else:
            where = "after" if direction == 1 else "before"
            self.post_message(Said(f"There are no {_NONE_LEFT[kind]} {where} this place"))

    def action_mention(self, direction: Literal[1, -1]) -> None:
        """To another mention of the focused name, wherever it is."""
        if not self._later(lambda: self.action_mention(direction)):
            return
        span = self.focused_span
        if span is None or not isinstance(span.value, Mention):
            self.post_message(Said("Focus a name first: e for the next one"))
        else:
            self.post_message(MentionWanted(span, direction))

    def open_focused(self) -> None:
        """Ask for the card of the focused span."""
        if not self._later(self.open_focused):
            return
        span = self.focused_span
        if span is None or span.value is None:
            self.post_message(Said('Nothing is focused: e a name, " a quotation, # a figure'))
        else:
            self.post_message(SpanOpened(span))

    def _want(self, what: str) -> None:
        if self._later(lambda: self._want(what)):
            self.post_message(Wanted(what))

    def action_keep(self) -> None:
        """Bookmark the focused quotation, else the passage."""
        self._want("keep")

    def action_tag_kept(self) -> None:
        """Tag the last bookmark."""
        self._want("tag")

    def action_note_kept(self) -> None:
        """Write a note on the last bookmark."""
        self._want("note")

    def action_yank(self) -> None:
        """Copy with the source."""
        self._want("yank")

    def action_original(self) -> None:
        """Open the page or file."""
        self._want("original")

    def action_related(self, number: int) -> None:
        """Open a related passage."""
        if self._later(lambda: self.action_related(number)):
            self.post_message(RelatedWanted(number))

    def action_dropped(self) -> None:
        """Show or hide what cleaning left out."""
        if self._later(self.action_dropped):
            self.dropped = not self.dropped

    def watch_dropped(self) -> None:
        """Lay the page out anew and say what it shows."""
        if self.annotated is None or self._page is None:
            return
        count = len(self.annotated.article.dropped)
        self.on_resize()
        self.refresh()
        if self.dropped:
            lines = "1 line was" if count == 1 else f"{count} lines were"
            self.post_message(
                Said(f"{lines} left out; D hides them again" if count else "Nothing was left out")
            )

    def excerpt(self) -> tuple[int, int, str, str | None] | None:
        """The focused quotation, else the passage: start, end, words, and who said them."""
        if self.annotated is None:
            return None
        article = self.annotated.article
        span = self.focused_span
        if span is not None and isinstance(span.value, Quotation):
            return span.start, span.end, article.text[span.start : span.end], span.value.speaker
        for passage in article.passages:
            if passage.number == self.passage:
                return passage.start, passage.end, passage.text, None
        return None

    # Scrolling and the mouse

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

    def action_top(self) -> None:
        """To the headline."""
        if self._later(self.action_top):
            self.go(0)

    def action_bottom(self) -> None:
        """To the last passage."""
        if self._later(self.action_bottom):
            assert self._page is not None
            self.go(self._page.numbers[-1], scroll=self.virtual_size.height)

    def on_click(self, event: events.Click) -> None:
        """Focus what was clicked; open it where it was focused already."""
        place = event.get_content_offset(self)
        if self._page is None or place is None:
            return
        number = place.y + self.scroll_offset.y
        if not 0 <= number < len(self._page.lines):
            return
        line = self._page.lines[number]
        cell = place.x - self._indent - _MARGIN
        offset = (line.offset or 0) + index_at(line.text, cell)
        inside = line.offset is not None and cell >= 0 and index_at(line.text, cell) < len(line.text)
        span = spanning.at([*self._spans, *self._hits], line.passage, offset) if inside else None
        again = span is not None and span == self.focused_span
        self.focused_span = span
        self.passage = line.passage
        if again:
            self.open_focused()
