"""What the screens ask about the reader's visits: articles read, and searches to come back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.errors import MorgueError
from tui.names import NamesArchive

if TYPE_CHECKING:
    from collections.abc import Collection as Some

    from index.bookmarks import Bookmarks
    from index.collection import Collection
    from models.key import ArticleKey
    from models.saved import SavedSearch, Standing
    from models.search import Answer, Order

UNREAD_LISTED = 50
"""Unread articles asked for at a time; one is opened, of the others their number is told."""


class VisitsArchive(NamesArchive):
    """Which articles were read, and the saved searches with what is new in them."""

    articles_read: frozenset[ArticleKey] = frozenset()
    """Those of the folder, as far as they have been asked for; kept up with what is read here."""

    async def see_read(self) -> None:
        """Ask anew which articles were read; as before where the reader's file cannot be used."""
        try:
            self.articles_read = await self._with_bookmarks(lambda b: b.read(self.folder))
        except MorgueError:
            # What is wrong is said when something is to be written, which is when it matters.
            return

    async def saw(self, article: ArticleKey) -> None:
        """The reader was in an article."""
        self.articles_read |= {article}
        await self._with_bookmarks(lambda b: b.saw(self.folder, article))

    async def found(self, query: str) -> tuple[ArticleKey, ...]:
        """All articles with everything that a query asks for, in no order."""
        return await self._with_collection(lambda c: c.found(query, typing=True))

    async def mark_read(self, articles: Some[ArticleKey], *, as_read: bool) -> int:
        """Have articles count as read or not; gives how many did not before."""
        changed = await self._with_bookmarks(lambda b: b.mark_read(self.folder, articles, as_read=as_read))
        await self.see_read()
        return changed

    async def unread(self, query: str, order: Order) -> Answer:
        """The unread articles that answer a query, by their best passages."""

        def asked(collection: Collection) -> Answer:
            from index.query.narrowing import UNREAD, narrowed

            wanted = narrowed(query, UNREAD)
            return collection.search(wanted, limit=UNREAD_LISTED, group="article", order=order, typing=True)

        return await self._with_collection(asked)

    # Saved searches

    async def searches(self) -> tuple[SavedSearch, ...]:
        """Those of this folder, by name."""
        saved = await self._with_bookmarks(lambda b: b.searches(self.folder))
        return tuple(sorted(saved, key=lambda search: (search.name.casefold(), search.created)))

    async def save_search(self, name: str, query: str, order: Order) -> SavedSearch:
        """Save a query under a name; what comes into the collection from now on is new to it."""
        seen = await self._with_collection(lambda c: c.as_of)

        def save(bookmarks: Bookmarks) -> SavedSearch:
            return bookmarks.save_search(self.folder, name, query, order, visited=seen)

        return await self._with_bookmarks(save)

    async def standing(self, search: SavedSearch) -> Standing:
        """How much a saved search finds, and how much of it is new."""

        def asked(collection: Collection) -> Standing:
            from models.saved import Standing

            answer = collection.search(
                search.query, limit=0, group="article", typing=True, new_since=search.visited
            )
            return Standing(articles=answer.articles, new=answer.new)

        return await self._with_collection(asked)

    async def visit(self, search: SavedSearch) -> None:
        """The reader sees what a saved search finds now; what comes later is new the next time."""
        moment = await self._with_collection(lambda c: c.as_of)
        await self._with_bookmarks(lambda b: b.visit_search(search.id, moment))

    async def rename_search(self, search: SavedSearch, name: str) -> None:
        """Give a saved search another name."""
        await self._with_bookmarks(lambda b: b.rename_search(search.id, name))

    async def delete_search(self, search: SavedSearch) -> None:
        """Delete a saved search; `undo` brings it back."""
        await self._with_bookmarks(lambda b: b.delete_search(search.id))
