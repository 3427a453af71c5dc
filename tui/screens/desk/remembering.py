"""The desk remembers: which articles were read, the way to those that were not, and searches to come back to."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.events import DescendantFocus

from models.errors import MorgueError
from models.key import ArticleKey
from tui import keys
from tui.screens.desk.arranging import Arranging
from tui.text.jumps import Target
from tui.text.painting import shorten_text

if TYPE_CHECKING:
    from collections.abc import Collection

    from models.saved import SavedSearch
    from models.search import Answer

_NAME = 40
"""Cells of a name or query that are said in passing."""


class Remembering(Arranging):
    """Marks what the reader was in, opens what is unread, and saves searches."""

    def __init__(self) -> None:
        super().__init__()
        self._unread_again: ArticleKey | None = None
        """The article that the reader left marked as unread, as long as it is shown."""

    def on_mount(self) -> None:
        """Learn what was read, after the first paint."""
        self.call_after_refresh(self.fetch_read)

    @work(exclusive=True, group="fetch-read", exit_on_error=False)
    async def fetch_read(self) -> None:
        """Learn what was read from the reader's file."""
        before = self.archive.articles_read
        await self.archive.see_read()
        if self.archive.articles_read != before:
            self.draw_again()

    def changed(self) -> None:
        """What was marked may be unmarked."""
        super().changed()
        self.fetch_read()

    # What was read

    def article_shown(self, key: ArticleKey) -> None:
        """The reader is in another article, or sees it beside the results."""
        super().article_shown(key)
        self._unread_again = None
        self._note_read()

    @on(DescendantFocus)
    def _go_in(self) -> None:
        """The reader goes into the article that was shown beside the results."""
        self._note_read()

    def _note_read(self) -> None:
        key = self.reader.key
        if key is None or not self.in_article or self.reader.awaited:
            return
        if key != self._unread_again and key not in self.archive.articles_read:
            self._saw(key)

    @work(group="saw", exit_on_error=False)
    async def _saw(self, key: ArticleKey) -> None:
        # Where it cannot be written it counts until the explorer is left: reading is not to be disturbed for this.
        with suppress(MorgueError):
            await self.archive.saw(key)
        self.draw_row_again(key)

    @work(group="marking", exit_on_error=False)
    async def mark_unread(self) -> None:
        """Have the open article, else the selected one, count as unread again."""
        row = self.selected
        key = self.reader.key if self.in_article else row.key if row else None
        if key is None:
            self.say("There is no article here")
            return
        self._unread_again = key
        changed = await self._mark([key], as_read=False)
        self.say("Unread again · u undo" if changed else "It is not marked as read")

    @work(group="marking", exit_on_error=False)
    async def mark_all_read(self) -> None:
        """Have all that the query finds count as read."""
        query = self.field.value
        try:
            found = await self.archive.found(query)
        except MorgueError as error:
            self.complain(error)
            return
        changed = await self._mark(found, as_read=True)
        what = "1 article" if changed == 1 else f"{changed:,} articles"
        self.say(f"{what} marked as read · u undo" if changed else "All of these are read already")

    async def _mark(self, those: Collection[ArticleKey], *, as_read: bool) -> int:
        try:
            changed = await self.archive.mark_read(those, as_read=as_read)
        except MorgueError as error:
            self.complain(error)
            return 0
        self.draw_again()
        return changed

    # What is unread

    @work(exclusive=True, group="unread", exit_on_error=False)
    async def open_next_unread(self) -> None:
        """Open the next unread article of the results, after these of the collection; say how many are left."""
        query = self.field.value
        try:
            unread = await self.archive.unread(query, self.order)
            number = self._next_unread_row()
            if number is not None:
                row = self.rows[number]
                self.results.put_cursor(number)
                self.open_find(row)
                self.say(_left(unread, "in these results"))
                return
            everywhere = ""
            if not unread.hits and query.strip():
                unread = await self.archive.unread("", "newest")
                everywhere = "Nothing else is unread in these results · "
        except MorgueError as error:
            self.complain(error)
            return
        if not unread.hits:
            self.say(
                "There is no article here yet"
                if self.is_empty
                else "Every article of this collection is read"
            )
            return
        hit = unread.hits[0]
        self.visit(Target(ArticleKey(hit.path, hit.part), hit.passage))
        self.say(everywhere + _left(unread, "in the collection" if everywhere else "in these results"))

    def _next_unread_row(self) -> int | None:
        """The first row from the cursor on, then from the top, whose article was not read."""
        read, start = self.archive.articles_read, self.results.cursor
        numbers = [*range(start, len(self.rows)), *range(min(start, len(self.rows)))]
        return next((number for number in numbers if self.rows[number].key not in read), None)

    # Saved searches

    @work(group="keeping", exit_on_error=False)
    async def action_save_search(self) -> None:
        """Save what is searched for under a name."""
        from tui.screens.prompt import Prompt

        query = self.field.value.strip()
        if not query:
            self.say("Nothing is searched for yet · / searches, + then saves it")
            return
        try:
            saved = await self.archive.searches()
            name = await self.app.push_screen_wait(Prompt("Save this search as", query, replaced=True))
            if name is None:
                return
            search = await self.archive.save_search(name or query, query, self.order)
        except MorgueError as error:
            self.complain(error)
            return
        also = next((other for other in saved if other.query == query), None)
        beside = (", as it is as ", shorten_text(also.name, _NAME)) if also else ("", "")
        ways = f" · {keys.shown('searches')} lists them · {keys.shown('undo')} undo"
        self.say_fitted("Saved as ", shorten_text(search.name, _NAME), *beside, ways)

    def open_search(self, search: SavedSearch) -> None:
        """Ask a saved search again, with what came in since its last visit first."""
        self.visiting = search
        self._orders.ranked = search.order
        self.retake(search.query)
        self.call_after_refresh(partial(self._remember_visit, search))

    @work(group="visits", exit_on_error=False)
    async def _remember_visit(self, search: SavedSearch) -> None:
        try:
            await self.archive.visit(search)
        except MorgueError as error:
            self.complain(error)


def _left(unread: Answer, where: str) -> str:
    """How many are left when one of them has been opened."""
    left = unread.total + unread.partial - 1
    return f"{left:,} more unread {where}" if left > 0 else f"The last unread one {where}"
