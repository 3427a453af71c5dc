"""The collection and the bookmarks as the screens see them: every call awaits the work thread."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from index.query.asking import asks_for_articles
from models.annotation import AnnotatedArticle, Figure, Quotation
from models.article import Article, ArticleKey
from models.bookmark import Bookmark, Place
from models.comparison import Comparison
from models.entity import Entity, MentionPlace
from models.errors import MorgueError
from models.related import Appearance, ComparableFigure, Origin, Related, Version
from models.ruling import Scope
from models.search import Answer, Facets, Grouping, Highlight, Order
from models.status import Problem, Status
from tui.text.trail import Trail
from tui.work import Urgency, Work

if TYPE_CHECKING:
    from index.bookmarks import Bookmarks
    from index.collection import Collection

T = TypeVar("T")

HITS = 200
"""Passages asked for by a search; more than anybody pages through."""

FIRST_HITS = 25
"""Passages whose articles are asked for between two keys; they fill the largest window.

Of these articles all hits are asked for: a row that got its best passage later would push down those below it.
"""

MENTIONS = 100_000
"""Mentions of one name that can be stepped along; a fifth of a second where there are a tenth of them."""

ROWS = 9
"""Related passages asked for: as many as there are digits to open them by."""


def _open_collection(folder: Path) -> "Collection":
    from index.collection import Collection

    return Collection.open(folder)


def _open_bookmarks() -> "Bookmarks":
    from index.bookmarks import Bookmarks

    return Bookmarks.open()


class Archive:
    """One folder's collection and the reader's bookmarks, opened on the work thread when first needed.

    Every method raises what the call behind it raises. Opening either store again after a failure is tried
    with the next call, so that an index built meanwhile is found.
    """

    def __init__(
        self,
        folder: Path,
        *,
        open_collection: Callable[[Path], "Collection"] = _open_collection,
        open_bookmarks: Callable[[], "Bookmarks"] = _open_bookmarks,
    ) -> None:
        self.folder = folder
        self.generation = 0
        """Counts the commits seen; what was cached under an earlier one is out of date."""
        self.ruled = 0
        """Counts what the reader said of lines in this session, undone or not."""
        self._work = Work()
        self._open_collection = open_collection
        self._open_bookmarks = open_bookmarks
        self._collection: Collection | None = None
        self._bookmarks: Bookmarks | None = None
        self._trail: tuple[tuple[str, int], str | None, Trail] | None = None
        """The mentions that were asked for last: a key that is held down steps along them."""
        self._related: OrderedDict[tuple[ArticleKey, int, int], tuple[Related, ...]] = OrderedDict()

    def _with_collection(self, call: "Callable[[Collection], T]", urgency: Urgency) -> "asyncio.Future[T]":
        def run() -> T:
            if self._collection is None:
                self._collection = self._open_collection(self.folder)
            return call(self._collection)

        return self._work.ask(run, urgency)

    def _with_bookmarks(self, call: "Callable[[Bookmarks], T]") -> "asyncio.Future[T]":
        def run() -> T:
            if self._bookmarks is None:
                self._bookmarks = self._open_bookmarks()
            return call(self._bookmarks)

        return self._work.ask(run)

    async def reload(self) -> bool:
        """See what has been committed since; True if anything changed."""
        changed = await self._with_collection(lambda c: c.reload(), Urgency.READ)
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

    async def warm(self) -> None:
        """Make the first search as quick as the second; goes after everything else."""
        await self._with_collection(lambda c: c.warm(), Urgency.RELATED)

    async def status(self) -> Status:
        """Counts and dates of the collection."""
        return await self._with_collection(lambda c: c.status(), Urgency.READ)

    async def problems(self) -> tuple[Problem, ...]:
        """The files that could not be read."""
        return await self._with_collection(lambda c: c.problems(), Urgency.READ)

    async def search(self, query: str, order: Order, foremost: int | None = None) -> Answer:
        """The passages that answer a query, whose last word may be unfinished; goes before everything else.

        Those of the `foremost` articles only are what the first rows of the list show, and sooner there.
        """
        # Where nothing is asked of the passages, a list of them all would tell nothing.
        group: Grouping = "article" if asks_for_articles(query) else "passage"
        return await self._with_collection(
            lambda c: c.search(query, limit=HITS, group=group, order=order, typing=True, foremost=foremost),
            Urgency.SEARCH,
        )

    async def facets(self, query: str, urgency: Urgency = Urgency.READ, *, names: bool = False) -> Facets:
        """What all results of `search` for the query consist of, by outlet and by month, and by name if wanted."""
        return await self._with_collection(lambda c: c.facets(query, typing=True, names=names), urgency)

    async def article(self, key: ArticleKey) -> AnnotatedArticle:
        """An article with its annotations and the lines that the reader wants in it."""
        try:
            rulings = await self._with_bookmarks(lambda b: b.rulings(self.folder))
        except MorgueError:
            # What is wrong is said when something is to be written, which is when it matters.
            rulings = ()
        return await self._with_collection(lambda c: c.article_as_ruled(key, rulings), Urgency.READ)

    async def rule(self, key: ArticleKey, text: str, *, keep: bool, scope: Scope) -> None:
        """Remember that a line is an article's or is not; the index has to be made current for it to be found."""
        said = await self._with_collection(
            lambda c: c.rulings_on(key, text, keep=keep, scope=scope), Urgency.READ
        )
        await self._with_bookmarks(lambda b: b.rule(self.folder, said, text))
        self.ruled += 1

    async def publisher(self, article: Article) -> str:
        """Whose articles those are that share their furniture with an article, in words."""
        from index.lines import publisher

        return publisher(article)

    async def kept_in(self, annotated: AnnotatedArticle) -> frozenset[int]:
        """The passages of an article in which something is bookmarked."""
        article = annotated.article
        kept = [b for b in await self.kept() if (b.path, b.part) == article.key]
        places = [await self._with_bookmarks(partial(_place, bookmark, annotated)) for bookmark in kept]
        passages = (article.passage_at(place.start) for place in places if place is not None)
        return frozenset(passage.number for passage in passages if passage is not None)

    async def place_of(self, key: ArticleKey) -> ArticleKey:
        """Where an article stands now, which may have been moved; as it is asked for where it is gone."""
        return await self._with_collection(lambda c: c.place_of(key), Urgency.READ)

    async def highlights(self, shown: AnnotatedArticle, query: str) -> tuple[Highlight, ...]:
        """All places in an article that a query asks for, whose last word may be unfinished.

        None where the index has not yet the lines that the article shows: its places would be others.
        """
        key, text = shown.article.key, shown.article.text

        def lit(collection: "Collection") -> tuple[Highlight, ...]:
            same = collection.article(key).article.text == text
            return collection.highlights(key, query, typing=True) if same else ()

        return await self._with_collection(lit, Urgency.READ)

    async def versions(self, key: ArticleKey) -> tuple[Version, ...]:
        """An article and its copies, itself among them: the earliest first, the undated last."""
        return await self._with_collection(lambda c: c.versions(key, likeness=True), Urgency.READ)

    async def compare(self, first: ArticleKey, second: ArticleKey) -> Comparison:
        """What the second of two articles changed of the first.

        Raises:
            MorgueError: One of them is gone, or they are too long.
        """
        return await self._with_collection(lambda c: c.compare(first, second), Urgency.READ)

    async def origin(self, key: ArticleKey, passage: int, span: Quotation | Figure | None) -> Origin:
        """Where a quotation, a figure or a passage was first published."""
        return await self._with_collection(lambda c: c.origin(key, passage, span), Urgency.READ)

    async def related(self, key: ArticleKey, passage: int) -> tuple[Related, ...]:
        """What other articles say about a passage; goes after everything else, and is remembered."""
        cached = (key, passage, self.generation)
        if cached not in self._related:
            rows = await self._with_collection(lambda c: c.related(key, passage, limit=ROWS), Urgency.RELATED)
            self._related[cached] = rows
            if len(self._related) > 500:
                self._related.popitem(last=False)
        return self._related[cached]

    async def comparable(self, key: ArticleKey, figure: Figure) -> tuple[ComparableFigure, ...]:
        """Figures elsewhere that count the same."""
        return await self._with_collection(lambda c: c.comparable(key, figure), Urgency.READ)

    async def appearances(self, key: ArticleKey, quotation: Quotation) -> tuple[Appearance, ...]:
        """Where a quotation appears, in its words or likely in others, earliest first."""
        return await self._with_collection(lambda c: c.appearances(key, quotation), Urgency.READ)

    async def name(self, entity: str) -> tuple[Entity | None, tuple[MentionPlace, ...]]:
        """An entity and all its mentions."""
        return await self._with_collection(lambda c: (c.entity(entity), c.mentions(entity)), Urgency.READ)

    async def trail(self, entity: str) -> tuple[str | None, Trail]:
        """What a name is called, None where it is not known, and all its mentions; those of one are remembered."""
        known = (entity, self.generation)
        if self._trail is None or self._trail[0] != known:
            found, places = await self._with_collection(
                lambda c: (c.entity(entity), c.mentions(entity, limit=MENTIONS)), Urgency.READ
            )
            self._trail = known, found.name if found else None, Trail(places)
        return self._trail[1:]

    async def keep(
        self, article: AnnotatedArticle, start: int, end: int, *, speaker: str | None = None
    ) -> Bookmark:
        """Bookmark a stretch of an article's text."""
        return await self._with_bookmarks(lambda b: b.add(self.folder, article, start, end, speaker=speaker))

    async def kept(self) -> list[Bookmark]:
        """The bookmarks in this folder."""
        return await self._with_bookmarks(lambda b: b.list(self.folder))

    async def annotate(
        self, bookmark: int, *, note: str | None = None, tags: tuple[str, ...] | None = None
    ) -> Bookmark:
        """Change a bookmark's note or tags."""
        return await self._with_bookmarks(lambda b: b.annotate(bookmark, note=note, tags=tags))

    async def forget(self, bookmark: int) -> None:
        """Delete a bookmark; `undo` brings it back."""
        await self._with_bookmarks(lambda b: b.delete(bookmark))

    async def undo(self) -> str | None:
        """Take the last change to bookmarks or lines back; says what it was, None where there is nothing to undo."""
        before, words, after = await self._with_bookmarks(
            lambda b: (b.rulings(self.folder), b.undo(), b.rulings(self.folder))
        )
        self.ruled += before != after
        return words

    async def tags(self) -> list[str]:
        """The tags in use."""
        return await self._with_bookmarks(lambda b: b.tags())

    async def find_again(self, bookmark: Bookmark) -> tuple[AnnotatedArticle, int, int] | None:
        """A bookmark's article and place as they are now; None where its words are no longer there.

        Raises:
            MorgueError: The article is no longer in the collection.
        """
        annotated = await self.article(ArticleKey(bookmark.path, bookmark.part))
        place = await self._with_bookmarks(lambda b: b.place(bookmark, annotated))
        return None if place is None else (annotated, place.start, place.end)

    async def export(self, bookmarks: Sequence[Bookmark], target: Path) -> None:
        """Write bookmarks as Markdown.

        Raises:
            MorgueError: The file cannot be written.
        """
        await self._work.ask(partial(_write_markdown, tuple(bookmarks), target))

    async def exists(self, path: Path) -> bool:
        """Whether there is a file or folder of that name already."""
        return await self._work.ask(path.exists)

    def close(self) -> None:
        """Let go of both stores once the call that runs has ended; what waits is dropped."""
        self._work.close(self._close_stores)

    def _close_stores(self) -> None:
        if self._collection is not None:
            self._collection.close()
        if self._bookmarks is not None:
            self._bookmarks.close()


def _place(bookmark: Bookmark, annotated: AnnotatedArticle, bookmarks: "Bookmarks") -> Place | None:
    return bookmarks.place(bookmark, annotated)


def _write_markdown(bookmarks: tuple[Bookmark, ...], target: Path) -> None:
    from index.exporting import export

    try:
        target.write_text(export(bookmarks, "md"), encoding="utf-8", newline="\n")
    except OSError as error:
        raise MorgueError(
            f"{target} cannot be written: {error.strerror}.", "Choose another name or folder."
        ) from error
