"""Selecting in an article: by keys from what is focused, and with the mouse, across lines and passages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textual.reactive import reactive

from index.attribution import Attribution, attribution_of
from tui.messages import Said, SelectionChanged
from tui.text.selecting import Selection, Unit, begun, headline_units, units, words
from tui.text.wrapping import grapheme_at
from tui.widgets.page_places import PlacedPage

if TYPE_CHECKING:
    from textual import events

    from tui.text.spans import Span

_ONLY_WHILE_SELECTING = frozenset({"extend", "swap_ends"})
_LEFT = 1


class SelectingPage(PlacedPage, inherit_bindings=False):
    """Keeps what is selected, and says what of the article is bookmarked and copied."""

    selection: reactive[Selection | None] = reactive(None, init=False)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.dragged = False
        """Whether the mouse moved since its button was pressed."""
        self._pressed: tuple[bool, int, int] | None = None
        """What was under the mouse when its button was pressed, as long as it is."""

    def watch_selection(self, selection: Selection | None) -> None:
        """Show it."""
        self.selected = selection
        self.post_message(SelectionChanged(self.selected_text))

    @property
    def selected_text(self) -> str:
        """The words that are selected, exactly as the article has them."""
        if self.selection is None:
            return ""
        return self._source(headline=self.selection.headline)[self.selection.start : self.selection.end]

    def _source(self, *, headline: bool) -> str:
        """What is selected from."""
        article = self.annotated.article if self.annotated is not None else None
        return "" if article is None else (article.title or "") if headline else article.text

    def excerpt(self) -> tuple[int, int, str, Attribution] | None:
        """What is selected, else the focused quotation, else the passage: start, end, words, and whose they are.

        Of a quotation that the words of its speaker's verb part, it is all of it, these words included.
        None of the headline, which is no part of the text.
        """
        if self.annotated is None or self.left_out is not None:
            return None
        article = self.annotated.article
        span = self.focused_span
        if self.selection is not None:
            if self.selection.headline:
                return None
            start, end = self.selection.start, self.selection.end
            return start, end, self.selected_text, self._attribution(start, end)
        if span is not None and span.passage and span.quotation is not None:
            from index.annotating.quoting.halves import whole

            start, end = whole(article.text, self.annotated.annotations.quotations, span.quotation)
            said = attribution_of(span.quotation, article.text)
            return start, end, article.text[start:end], said
        for passage in article.passages:
            if passage.number == self.passage:
                return passage.start, passage.end, passage.text, Attribution("passage")
        return None

    def lead(self) -> tuple[int, int, str, Attribution] | None:
        """The first passage, as `excerpt` gives the others; None where a line is looked at that was left out."""
        passages = self.annotated.article.passages if self.annotated and self.left_out is None else ()
        first = passages[0] if passages else None
        return None if first is None else (first.start, first.end, first.text, Attribution("passage"))

    def _attribution(self, start: int, end: int) -> Attribution:
        """Whose the words are, where all of them stand in one quotation; own words may stand in reported speech."""
        assert self.annotated is not None
        around = [
            span.quotation
            for span in self.spans
            if span.passage and span.quotation is not None and span.start <= start and end <= span.end
        ]
        if not around:
            return Attribution("passage")
        shortest = min(around, key=lambda quotation: quotation.end - quotation.start)
        return attribution_of(shortest, self.annotated.article.text)

    # By keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Some keys mean something else while nothing is selected."""
        if action in _ONLY_WHILE_SELECTING and self.selection is None:
            return False
        return super().check_action(action, parameters)

    def action_select(self) -> None:
        """Begin with what is focused, else with the first word of passage or headline; the same key ends it."""
        if self.selection is not None:
            self.end_selection()
            return
        if self.annotated is None:
            return
        span = self.focused_span
        passage = span.passage if span is not None else self.passage
        text = self._source(headline=not passage)
        if not text or self.left_out is not None:
            self.post_message(Said("Only the article's text and its headline can be selected"))
            return
        if span is not None:
            start, end = span.start, span.end
        else:
            start, end = self._stretch(passage)
            start, end = next(words(text, start, end), (start, end))
        self.selection = begun(text, start, end, headline=not passage)

    def _stretch(self, passage: int) -> tuple[int, int]:
        """Where a passage begins and ends, or the headline."""
        assert self.annotated is not None
        if not passage:
            return 0, len(self._source(headline=True))
        whole = self.annotated.article.passages[passage - 1]
        return whole.start, whole.end

    def end_selection(self) -> bool:
        """Select nothing any more; False where nothing was."""
        selecting = self.selection is not None
        self.selection = None
        return selecting

    def action_extend(self, unit: Unit, direction: Literal[1, -1]) -> None:
        """Move the end of the selection by a word, a sentence or a passage."""
        if self.selection is None or self.annotated is None:
            return
        if self.selection.headline:
            near = headline_units(self._source(headline=True), unit)
        else:
            near = units(self.annotated.article, unit, self.selection.head)
        self.selection = self.selection.moved(near, direction)
        self._show_head()

    def action_swap_ends(self) -> None:
        """Move the other end from now on."""
        if self.selection is not None and self.annotated is not None:
            self.selection = self.selection.swapped(self._source(headline=self.selection.headline))
            self._show_head()

    def _show_head(self) -> None:
        if self.selection is None or self.annotated is None or self.page is None:
            return
        head = self.selection.head
        inside = head if head == self.selection.start else head - 1
        passage = self.annotated.article.passage_at(inside)
        number = 0 if self.selection.headline else passage.number if passage is not None else None
        if number is not None:
            line = self.page.line_of(number, inside)
            self._show_lines(line, line + 1)

    # What else the reader does ends it

    def watch_passage(self, before: int, now: int) -> None:
        """The cursor is elsewhere, and nothing there is selected."""
        self.end_selection()
        super().watch_passage(before, now)

    def focus_on(self, span: Span) -> None:
        """As does another focus."""
        self.end_selection()
        super().focus_on(span)

    def go(self, passage: int, *, focus: tuple[int, int] | None = None, scroll: int | None = None) -> None:
        """As does another place or article."""
        self.end_selection()
        super().go(passage, focus=focus, scroll=scroll)

    def lay_out(self) -> None:
        """Offsets are the text's, and hold in lines of any width."""
        super().lay_out()
        selection = self.selection
        if selection is not None and selection.end > len(self._source(headline=selection.headline)):
            self.end_selection()

    # With the mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Something may be selected from here."""
        self.dragged = False
        self._pressed = self._text_at(event.x, event.y) if event.button == _LEFT else None
        self.end_selection()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Select as far as the mouse is, and scroll where it leaves the pane."""
        if self._pressed is None or event.button != _LEFT:
            return
        if not self.dragged:
            self.dragged = True
            self.capture_mouse()
        height = self.scrollable_content_region.height
        if event.y < 0 or event.y >= height:
            self._scroll(self.scroll_offset.y + (-1 if event.y < 0 else 1))
        here = self._text_at(event.x, max(0, min(event.y, height - 1)))
        headline, first, last = self._pressed
        if here is not None and here[0] == headline:
            self.selection = Selection((first, last), last, headline).reaching(*here[1:])
        event.stop()

    def on_mouse_up(self) -> None:
        """That is all."""
        self._pressed = None
        if self.dragged:
            self.release_mouse()

    def _text_at(self, x: int, y: int) -> tuple[bool, int, int] | None:
        """Whether a cell is the headline's, and its code points; beside and between lines the end of the one before."""
        if self.page is None:
            return None
        for number in range(min(y + self.scroll_offset.y, len(self.page.lines) - 1), -1, -1):
            line = self.page.lines[number]
            if line.offset is None:
                continue
            on_it = number == y + self.scroll_offset.y
            end = len(line.text)
            start, end = grapheme_at(line.text, x - self.edge) if on_it else (end, end)
            return not line.passage, line.offset + start, line.offset + end
        return None
