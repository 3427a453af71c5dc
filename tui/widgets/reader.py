"""The reader: what the keys and the mouse do in an article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import events
from textual.binding import BindingType

from tui import keys
from tui.messages import LineWanted, MentionWanted, RelatedWanted, Said, SpanOpened, Wanted
from tui.text import spans as spanning
from tui.widgets.selecting import SelectingPage

if TYPE_CHECKING:
    from models.annotation import AnnotatedArticle, Mention
    from tui.text.spans import Span, SpanKind

_NONE_LEFT = {"hit": "hits", "name": "names", "quotation": "quotations", "figure": "figures"}


def _wrapped(hits: int, direction: Literal[1, -1]) -> str:
    if hits == 1:
        return "This is the only hit in this article"
    return "Past the last hit: the first again" if direction == 1 else "Before the first hit: the last again"


class Reader(SelectingPage, inherit_bindings=False):
    """Steps through an article and asks its screen for what lies outside of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings(
            *keys.in_group(keys.Group.SCROLLING),
            # Before the article's, which have some of these keys while nothing is selected.
            *keys.in_group(keys.Group.SELECTION),
            *(key for key in keys.in_group(keys.Group.ARTICLE) if not key.priority and key.id != "span.open"),
        )
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._awaited = False
        self._typed_ahead: list[Callable[[], object]] = []

    # Articles come and go

    def expect(self) -> None:
        """An article is on its way: what is typed from now on is meant for it."""
        self._awaited = True

    @property
    def awaited(self) -> bool:
        """Whether another article than the one that shows is on its way."""
        return self._awaited

    def clear(self, message: str) -> None:
        """Show no article but a message."""
        super().clear(message)
        self._awaited = False
        self._typed_ahead.clear()

    def show(
        self,
        annotated: AnnotatedArticle,
        hits: Sequence[Span],
        passage: int,
        *,
        focus: tuple[int, int] | None = None,
        scroll: int | None = None,
    ) -> None:
        """Show an article, then do what was typed while it was on its way."""
        super().show(annotated, hits, passage, focus=focus, scroll=scroll)
        self._awaited = False
        ahead, self._typed_ahead = self._typed_ahead, []
        for action in ahead:
            action()

    def _later(self, action: Callable[[], object]) -> bool:
        """Whether there is an article to act on; if one is awaited, the action is taken when it is there."""
        if self._awaited:
            self._typed_ahead.append(action)
            return False
        return self.page is not None

    def revise(self, annotated: AnnotatedArticle) -> None:
        """Show the article as it is now, with other lines; what is under the cursor stays where it is."""
        assert self.page is not None
        words = self._under_cursor
        first, _ = self.page.place(self.passage, self.left_out)
        above = first - self.scroll_offset.y
        self.annotated = annotated
        self.spans = spanning.annotated_spans(annotated)
        self.hits = []
        self._paint_spans()
        self.lay_out()
        passage, left = self._stop_with(words)
        self.set_reactive(Reader.focused_span, None)
        self.set_reactive(Reader.left_out, left)
        self.set_reactive(Reader.passage, passage)
        self._following = False
        self._scroll(self.page.place(passage, left)[0] - above)
        self._following = True
        self.refresh()
        self._tell()

    @property
    def _under_cursor(self) -> str:
        """The words of the passage or line under the cursor; none of the headline."""
        if self.annotated is None:
            return ""
        article = self.annotated.article
        if self.left_out is not None:
            return article.dropped[self.left_out].text
        return article.passages[self.passage - 1].text if self.passage else ""

    def _stop_with(self, words: str) -> tuple[int, int | None]:
        """The nearest stop with these words; where they no longer show, the one at their place."""
        assert self.page is not None
        assert self.annotated is not None
        article = self.annotated.article

        def said(stop: tuple[int, int | None]) -> str:
            passage, left = stop
            if left is not None:
                return article.dropped[left].text
            return article.passages[passage - 1].text if passage else ""

        stops = self.page.stops
        same = [stop for stop in stops if said(stop) == words]
        return min(same or stops, key=lambda stop: (abs(stop[0] - self.passage), stop[1] is not None))

    # Stepping

    def action_passage(self, direction: Literal[1, -1]) -> None:
        """To the next passage or the one before."""
        if self._later(lambda: self.action_passage(direction)):
            self.step_passage(direction)

    def focus_first_hit(self, passage: int) -> None:
        """Focus the first hit from a passage on, else the first of all; without hits nothing has the focus."""
        if self.hits:
            self.focus_on(spanning.step(self.hits, None, passage, 1) or self.hits[0])
        else:
            self.focused_span = None

    def action_step(self, kind: SpanKind, direction: Literal[1, -1]) -> None:
        """Focus the next span of a kind, or the one before."""
        if not self._later(lambda: self.action_step(kind, direction)):
            return
        spans = self.hits if kind == "hit" else spanning.of_kind(self.spans, kind)
        if kind == "hit":
            spans = spanning.of_kind(spans, kind)
        found = spanning.step(spans, self.focused_span, self.passage, direction)
        if found is not None:
            self.focus_on(found)
        elif kind == "hit" and spans:
            self.focus_on(spans[0 if direction == 1 else -1])
            self.post_message(Said(_wrapped(len(spans), direction)))
        elif not spans:
            self.post_message(Said(self._none_here(kind)))
        else:
            where = "after" if direction == 1 else "before"
            self.post_message(Said(f"There are no {_NONE_LEFT[kind]} {where} this place"))

    def _none_here(self, kind: SpanKind) -> str:
        if kind != "hit" and self.names_to_come:
            return "Names are still being found in this article"
        return f"There are no {_NONE_LEFT[kind]} in this article"

    @property
    def names_to_come(self) -> bool:
        """Whether nobody can tell yet which names, quotations and figures the article has."""
        return self.annotated is not None and not self.annotated.annotated

    @property
    def name_in_focus(self) -> Mention | None:
        """The name that is focused, or that a focused hit is part of."""
        span = self._name_span
        return span.mention if span is not None else None

    @property
    def _name_span(self) -> Span | None:
        focus = self.focused_span
        if focus is None or focus.kind != "hit":
            return focus if focus is not None and focus.kind == "name" else None
        return next((s for s in spanning.of_kind(self.spans, "name") if spanning.holds(s, focus)), None)

    def mentions_of(self, entity: str) -> list[Span]:
        """The mentions of a name in the article that is shown, in reading order."""
        names = spanning.of_kind(self.spans, "name")
        return [s for s in names if s.mention is not None and s.mention.entity == entity]

    def action_mention(self, direction: Literal[1, -1]) -> None:
        """To another mention of a name, wherever it is."""
        if self._later(lambda: self.action_mention(direction)):
            self.post_message(MentionWanted(direction))

    def open_focused(self) -> None:
        """Ask for the card of the focused span."""
        if not self._later(self.open_focused):
            return
        if self.left_out is not None:
            self.action_rule()
        elif (span := self.span_to_open) is None:
            self.post_message(Said('Nothing is focused: e a name, " a quotation, # a figure'))
        else:
            self.post_message(SpanOpened(span))

    @property
    def span_to_open(self) -> Span | None:
        """The focused span, or the name a focused hit is part of; None where there is nothing to tell of it yet."""
        span = self._name_span or self.focused_span
        known = span is not None and span.value is not None
        return span if known and not self._awaited and self.left_out is None else None

    def _want(self, what: str) -> None:
        if not self._later(lambda: self._want(what)):
            return
        if self.left_out is not None and what in {"keep", "yank"}:
            self.post_message(Said("This line was left out; Enter puts it back"))
        else:
            self.post_message(Wanted(what))

    def action_rule(self) -> None:
        """Put the line under the cursor back into the article, or take the passage out."""
        if not self._later(self.action_rule):
            return
        if self.folded_here:
            self._unfold(self.folded_here)
        elif self.passage or self.left_out is not None:
            self.post_message(LineWanted(self._under_cursor, keep=self.left_out is not None))
        else:
            self.post_message(
                Said(f"The headline stays; {keys.shown('passage.next')} goes to the first passage")
            )

    @property
    def folded_here(self) -> tuple[str, ...]:
        """The lines that were left out and stand folded on the one under the cursor."""
        return self.page.folded.get(self.left_out, ()) if self.page and self.left_out is not None else ()

    def _unfold(self, lines: Sequence[str]) -> None:
        """Show each of some lines that were left out; the cursor is on the first."""
        self.unfolded |= frozenset(lines)
        self._lay_out_in_place()
        self.refresh()
        self._tell()

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

    def action_compare_open(self) -> None:
        """Show what a copy changed."""
        self._want("compare")

    def action_origin(self) -> None:
        """Go to where the focused span, else the passage, first appeared."""
        self._want("origin")

    def action_unname(self) -> None:
        """Say that the focused name is none."""
        self._want("unname")

    def action_related(self, number: int) -> None:
        """Open a related passage."""
        if self._later(lambda: self.action_related(number)):
            self.post_message(RelatedWanted(number))

    def action_dropped(self) -> None:
        """Show or hide what cleaning left out."""
        if not self._later(self.action_dropped):
            return
        assert self.annotated is not None
        if not self.dropped and not self.annotated.article.dropped:
            self.post_message(Said("Nothing was left out of this article"))
        else:
            self.dropped = not self.dropped

    def watch_dropped(self) -> None:
        """Lay the page out anew and say what it shows."""
        if self.annotated is None or self.page is None:
            return
        count = len(self.annotated.article.dropped)
        self.on_resize()
        self.refresh()
        if self.dropped:
            self._show_nearest_dropped()
            lines = "1 line" if count == 1 else f"{count} lines"
            self.post_message(Said(f"{lines} left out · j k go there · Enter puts back · D hides"))

    def _show_nearest_dropped(self) -> None:
        assert self.page is not None
        lines = [number for number, line in enumerate(self.page.lines) if line.role in {"dropped", "reason"}]
        top = self.scroll_offset.y
        bottom = top + self.scrollable_content_region.height
        if lines and not any(top <= number < bottom for number in lines):
            nearest = min(lines, key=lambda number: min(abs(number - top), abs(number - bottom)))
            self._scroll(nearest - 2)

    def action_top(self) -> None:
        """To the headline."""
        if self._later(self.action_top):
            self.go(0)

    def action_bottom(self) -> None:
        """To the last passage."""
        if self._later(self.action_bottom):
            assert self.page is not None
            self.go(self.page.numbers[-1], scroll=self.virtual_size.height)

    def on_click(self, event: events.Click) -> None:
        """Focus what was clicked; open it where it was focused already. A drag is no click."""
        if self.dragged:
            return
        offset = event.get_content_offset(self)
        found = self.what_is_at(offset.x, offset.y) if offset is not None else None
        if found is None:
            return
        passage, span = found
        again = span is not None and span == self.focused_span
        self.focused_span = span
        self.passage = passage
        self.left_out = self.left_out_at(offset.y) if offset is not None else None
        if again:
            self.open_focused()
