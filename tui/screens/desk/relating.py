"""A storey of the desk: what is related to the passage that is read."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual import work

from models.errors import MorgueError
from models.key import ArticleKey
from tui.passing import Passing
from tui.screens.desk.reading import Reading
from tui.text.jumps import Target
from tui.text.relations import draw_related
from tui.widgets.painted import entitle
from tui.widgets.rows import RowList
from tui.work import Urgency

if TYPE_CHECKING:
    from textual.timer import Timer

    from models.related import Related
    from tui.messages import PassageChanged, RelatedWanted
    from tui.text.folding import ResultRow

_PATIENCE = 0.1
"""Seconds after which a panel that is behind says so."""


class Relating(Reading):
    """Fills the related panel as the cursor goes through the article, and opens what stands in it."""

    def __init__(self) -> None:
        super().__init__()
        self._related: tuple[Related, ...] = ()
        self._related_for: tuple[ArticleKey, int] | None = None
        self._related_wanted: int | None = None
        self.relating = False
        """Whether it is not known yet if there is anything related."""
        self._passages_passed = Passing()
        self._looking: Timer | None = None
        """Runs while it is not known what is related, and the panel shows what was to another passage."""

    @property
    def related(self) -> RowList:
        """The related panel."""
        return self.query_one("#related", RowList)

    @property
    def goes_on(self) -> bool:
        """Whether the reader is on the way elsewhere: also to a related passage that is not known yet."""
        return super().goes_on or (self._related_wanted is not None and self.is_busy_with("related"))

    def preview(self, find: ResultRow | None, *, after: float = 0) -> None:
        """Show a result beside the list; where there is none, nothing is related to it."""
        super().preview(find, after=after)
        if find is None:
            self._fill_related(())

    def on_passage_changed(self, message: PassageChanged) -> None:
        """Ask what is related to the passage that the cursor came to."""
        here = (message.key, message.passage)
        known = self.archive.related_known(*here)
        if known is None and here != self._related_for:
            # What stands there is mostly replaced before it is read; to clear it first would only flicker.
            self._related = ()
            self.relating = True
            if self._looking is None:
                self._looking = self.set_timer(_PATIENCE, self._say_looking)
        self._related_for = here
        entitle(self.related, f"Related to {_asked_of(message.passage)}")
        if known is not None:
            # In the same frame as the cursor.
            self._fill_related(known)
        self._relate(*here, after=self._passages_passed.step())

    def _say_looking(self) -> None:
        """Clear the panel of what was related to another passage, if it still is not known what is to this one."""
        self._looking = None
        if self.relating:
            self.related.fill((), empty="Looking…")

    def relate_again(self) -> None:
        """Ask anew, after the collection has changed."""
        if self._related_for is not None:
            self._relate(*self._related_for)

    @work(exclusive=True, group="related", exit_on_error=False)
    async def _relate(self, key: ArticleKey, passage: int, *, after: float = 0) -> None:
        if after:
            await asyncio.sleep(after)
        try:
            found = await self.archive.related(key, passage)
        except MorgueError as error:
            self.relating = False
            self.related.fill((), empty=f"{error}\n{error.advice}")
            self.update_footer()
            return
        self._fill_related(found)
        self.update_footer()
        if self._related_wanted is not None:
            wanted, self._related_wanted = self._related_wanted, None
            self.open_related(wanted)
        self._look_ahead(key, passage)

    @work(exclusive=True, group="ahead", exit_on_error=False)
    async def _look_ahead(self, key: ArticleKey, passage: int) -> None:
        """Work out what is related to the passages where the cursor may go next, while nothing else is to be done."""
        annotated = self.reader.annotated
        if annotated is None or annotated.article.key != key:
            return
        there = {0, *(p.number for p in annotated.article.passages)}
        for number in (passage + 1, passage - 1):
            if number in there:
                with suppress(MorgueError):
                    await self.archive.related(key, number, Urgency.AHEAD)

    def _fill_related(self, found: tuple[Related, ...]) -> None:
        if found and found is self._related and not self.relating:
            return
        self.relating = False
        if self._looking is not None:
            self._looking.stop()
            self._looking = None
        same = found == self._related
        self._related = found
        rows = [partial(draw_related, number, related) for number, related in enumerate(found, 1)]
        cursor = self.related.cursor if same else 0
        empty = f"Nothing related\nNo other article speaks of {_asked_of(self.reader.passage)}."
        self.related.fill(rows, cursor=cursor, empty=empty if self.reader.key else "")

    @property
    def related_row(self) -> Related | None:
        """The row of the related panel under the cursor."""
        return self.related.under_cursor(self._related)

    def on_related_wanted(self, message: RelatedWanted) -> None:
        """Open a related passage by its number, as soon as those of this passage are known."""
        if any(worker.group == "related" and worker.is_running for worker in self.workers):
            self._related_wanted = message.number
        else:
            self.open_related(message.number)

    def open_related(self, number: int) -> None:
        """Open a related passage by its number, from 1."""
        if 1 <= number <= len(self._related):
            row = self._related[number - 1]
            focus = None if row.start is None or row.end is None else (row.start, row.end)
            self.visit(Target(ArticleKey(row.path, row.part), row.passage, focus))
        else:
            self.say(f"There is no related passage {number}")


def _asked_of(passage: int) -> str:
    """What the related passages are related to: a headline is asked together with the first paragraph."""
    return "this passage" if passage else "the opening"
