"""The two stores that screens ask, opened and called on the work thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from tui.work import Urgency, Work

if TYPE_CHECKING:
    from index.bookmarks import Bookmarks
    from index.collection import Collection
    from index.session import SessionFile
    from models.session import Session

T = TypeVar("T")


def open_collection(folder: Path) -> Collection:
    """As `Collection.open`, imported when called."""
    from index.collection import Collection

    return Collection.open(folder)


def open_bookmarks() -> Bookmarks:
    """As `Bookmarks.open`, imported when called."""
    from index.bookmarks import Bookmarks

    return Bookmarks.open()


class Stores:
    """One folder's collection and the reader's own data, opened on the work thread when first needed.

    Opening either store again after a failure is tried with the next call, so that an index built meanwhile is found.
    """

    def __init__(
        self,
        folder: Path,
        *,
        open_collection: Callable[[Path], Collection] = open_collection,
        open_bookmarks: Callable[[], Bookmarks] = open_bookmarks,
    ) -> None:
        self.folder = folder
        self.generation = 0
        """Counts what changed the collection's answers; what was cached under an earlier one is out of date."""
        self._work = Work()
        self._open_collection = open_collection
        self._open_bookmarks = open_bookmarks
        self._collection: Collection | None = None
        self._bookmarks: Bookmarks | None = None

    def _with_collection(
        self, call: Callable[[Collection], T], urgency: Urgency = Urgency.READ
    ) -> asyncio.Future[T]:
        def run() -> T:
            if self._collection is None:
                self._collection = self._open_collection(self.folder)
            return call(self._collection)

        return self._work.ask(run, urgency)

    def _with_bookmarks(self, call: Callable[[Bookmarks], T]) -> asyncio.Future[T]:
        def run() -> T:
            if self._bookmarks is None:
                self._bookmarks = self._open_bookmarks()
            return call(self._bookmarks)

        return self._work.ask(run)

    async def session(self, file: SessionFile) -> Session | None:
        """How the explorer of the folder was left."""
        return await self._work.ask(file.read, Urgency.SEARCH)

    async def note(self, file: SessionFile, session: Session) -> None:
        """Note where the reader is."""
        await self._work.ask(partial(file.write, session))

    async def reload(self) -> bool:
        """See what has been committed since; True if anything changed."""
        changed = await self._with_collection(lambda c: c.reload())
        if changed:
            self.generation += 1
        return changed

    async def reopen(self) -> None:
        """Open the index anew, after it has been built again."""

        def close() -> None:
            if self._collection is not None:
                self._collection.close()
            self._collection = None

        await self._work.ask(close)
        self.generation += 1

    def close(self) -> None:
        """Let go of both stores once the call that runs has ended; what waits is dropped."""
        self._work.close(self._close_stores)

    def _close_stores(self) -> None:
        if self._collection is not None:
            self._collection.close()
        if self._bookmarks is not None:
            self._bookmarks.close()
