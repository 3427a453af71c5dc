"""A storey of the desk: cards of names, figures and quotations, decisions, and the way along a name's mentions."""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING, Literal

from textual import work
from textual.worker import WorkerCancelled

from models.errors import MorgueError
from models.key import ArticleKey
from tui import keys
from tui.screens.desk.relating import Relating
from tui.text.jumps import Target
from tui.text.painting import shorten_text
from tui.text.results import Find
from tui.text.safety import printable
from tui.text.spans import Span, hit_spans
from tui.text.trail import Here

if TYPE_CHECKING:
    from models.annotation import Mention
    from tui.messages import MentionWanted, SpanOpened
    from tui.text.folding import ResultRow


_QUOTED = 40
"""Cells of a quotation in the name of its card."""


class Naming(Relating):
    """Opens cards, and steps from mention to mention through all articles."""

    def __init__(self) -> None:
        super().__init__()
        self._followed: Mention | None = None
        """The name whose mentions or card were asked for last: what m means where no name has the focus."""
        self._decided = 0
        """As `Archive.decided` was when the article was last shown."""
        self._steps_due: deque[Literal[1, -1]] = deque()
        """Steps asked for and not yet made: a key that is held down sends them faster than articles open."""

    def on_span_opened(self, message: SpanOpened) -> None:
        """A focused span was clicked, or Enter pressed before its article was there."""
        self.open_span(message.span)

    def open_span(self, span: Span) -> None:
        """Open the card of a name, the ledger of a figure, or the appearances of a quotation."""
        key = self.reader.key
        if key is None:
            return
        if (name := span.mention) is not None:
            self.open_name(name)
            return
        from tui.cards import Subject, figure_ledger, quotation_card
        from tui.screens.card import CardScreen

        if (figure := span.figure) is not None:
            called = f"Ledger of {figure.text}"
            subject = Subject("figure", key, span.passage, span.start)
            card = CardScreen(lambda: figure_ledger(self.archive, key, figure, span.passage), called, subject)
        elif (quotation := span.quotation) is not None:
            called = f"Appearances of {shorten_text(quotation.text, _QUOTED)}"
            subject = Subject("quotation", key, span.passage, span.start)
            card = CardScreen(lambda: quotation_card(self.archive, key, quotation), called, subject)
        else:
            return
        self.app.push_screen(card, self._from_card)

    def open_find(self, find: ResultRow) -> None:
        """Open a result; where a name was searched for, its focus is on that, and it is what m steps along."""
        named = self.answer is not None and _NAMED.search(self.answer.query) is not None
        spans = hit_spans(find.hits) if named and find.passage and isinstance(find, Find) else []
        hit = next((span for span in spans if span.passage == find.passage), None)
        if named:
            self._followed = None
        if hit is None:
            super().open_find(find)
        else:
            self.visit(Target(find.key, find.passage, (hit.start, hit.end)))

    def open_name(self, name: Mention) -> None:
        """Open the card of a name."""
        self._followed = name
        if name.entity is None:
            self.say(f"No other mention of {printable(name.text)} is known")
        else:
            from tui.screens.names.name_card import NameCard

            self.app.push_screen(NameCard(name.entity, name.text), self._from_card)

    def open_name_at_hand(self) -> bool:
        """Open the card of the name in focus, else of the one asked about last; False where there is neither."""
        if self.name_at_hand is None:
            self.say(_NO_NAME)
            return False
        self.open_name(self.name_at_hand)
        return True

    def _from_card(self, target: Target | None) -> None:
        if target is not None:
            self.visit(target)

    # Decisions

    @work(group="deciding", exit_on_error=False)
    async def unname(self) -> None:
        """What is written as the name in focus is no name."""
        name = self.reader.name_in_focus
        if name is None:
            self.say(_NO_NAME)
            return
        self.say("Comparing names…")
        try:
            words = await self.archive.unname(name.text)
        except MorgueError as error:
            self.fall_silent()
            self.complain(error)
        else:
            self.say(f"{words} · u undoes it")
        self.see_decisions()

    def see_decisions(self) -> None:
        """Show the article and the results as the reader's decisions about names have them now."""
        if self._decided == self.archive.decided:
            return
        self._decided = self.archive.decided
        self._renew_for_decisions()

    @work(exclusive=True, group="renew", exit_on_error=False)
    async def _renew_for_decisions(self) -> None:
        await self.see_article()
        self._followed = self.reader.name_in_focus or self._followed
        self.search_again()
        self.relate_again()

    def changed(self) -> None:
        """What was undone may have been about a name."""
        super().changed()
        self.see_decisions()

    # Mentions

    @property
    def name_at_hand(self) -> Mention | None:
        """The name that m steps along: the one in focus, else the one that was asked about last."""
        return self.reader.name_in_focus or self._followed

    def on_mention_wanted(self, message: MentionWanted) -> None:
        """Go to the mention after or before, in whatever article it is, once the steps before are made."""
        self._steps_due.append(message.direction)
        if len(self._steps_due) == 1:
            self._walk()

    @work(group="mention", exit_on_error=False)
    async def _walk(self) -> None:
        try:
            while self._steps_due and await self._step(self._steps_due[0]):
                self._steps_due.popleft()
        finally:
            self._steps_due.clear()

    async def _step(self, direction: Literal[1, -1]) -> bool:
        """Make a step; False where there is none to be made."""
        name = self.name_at_hand
        if name is None:
            self.say("Names are still being found in this article" if self.reader.names_to_come else _NO_NAME)
            return False
        if name.entity is None:
            self.say(f"No other mention of {printable(name.text)} is known")
            return False
        try:
            known_as, trail = await self.archive.trail(name.entity)
        except MorgueError as error:
            self.complain(error)
            return False
        annotated = self.reader.annotated
        if annotated is None:
            return False
        self._followed = name
        reader, article = self.reader, annotated.article
        own = reader.mentions_of(name.entity)
        here = Here(article.key, article.published, own, reader.focused_span, reader.passage)
        step = trail.step(here, direction)
        called = printable(known_as or name.text)
        if step is None:
            self._say_the_end(direction, called, alone=trail.step(here, -direction) is None)
            return False
        if step.here is not None:
            reader.focus_on(step.here)
        elif step.place is not None:
            place = step.place
            key = ArticleKey(place.path, place.part)
            try:
                await self.visit(Target(key, place.passage, (place.start, place.end))).wait()
            except WorkerCancelled:
                # The reader has gone elsewhere meanwhile.
                return False
            if reader.key != key:
                return False
        where = f"mention {step.number:,} of {max(trail.total, step.number):,}"
        self.say(f"{called}: {where} · article {step.article:,} of {max(1, trail.articles):,}")
        return True

    def _say_the_end(self, direction: Literal[1, -1], called: str, *, alone: bool) -> None:
        """Say that there is no mention further on, and how the others are come to, unless it is alone."""
        which = "only" if alone else "last" if direction == 1 else "first"
        back = f" · {keys.shown('mention.previous')} goes back"
        on = f" · {keys.shown('mention.next')} goes on"
        way = "" if alone else back if direction == 1 else on
        self.say_fitted(f"This is the {which} mention of ", called, way)


_NAMED = re.compile(r"(?:^|\s)(?:name|person|org|place):\S", re.IGNORECASE)
"""A name asked for, not merely left out."""

_NO_NAME = "Focus a name first: e for the next one"
