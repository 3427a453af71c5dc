"""The collection and the bookmarks as the screens see them: every call awaits the work thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import MorgueError
from tui.following import Following
from tui.kept import KeptArchive
from tui.overviews import Overviews
from tui.stores import open_bookmarks, open_collection
from tui.text.asking import asks_for_articles
from tui.visits import VisitsArchive
from tui.work import Urgency

if TYPE_CHECKING:
    from index.bookmarks import Bookmarks
    from index.collection import Collection
    from index.linking.following import Followed
    from models.annotation import AnnotatedArticle, Figure, Quotation
    from models.article import Article
    from models.comparison import Comparison
    from models.key import ArticleKey
    from models.link import Link
    from models.related import Appearance, Ledger, Origin, Related
    from models.ruling import Scope
    from models.search import Answer, Facets, Grouping, Highlight, Order
    from models.status import Problem, Status
    from models.version import Version

ARTICLES = 200
"""Articles asked for by a search; more than anybody pages through."""

FIRST_ARTICLES = 25
"""Articles asked for between two keys; they fill the largest window.

Of these the same passages are asked for as afterwards: a row that got a better one later would push down those below.
"""

OF_EACH, OF_EACH_IN_ROWS = 3, 12
"""Passages asked for of an article that has one row, which shows its headline and one more; where each has its own."""


class Archive(KeptArchive, VisitsArchive, Overviews):
    """One folder's collection and the reader's bookmarks. Every method raises what the call behind it raises."""

    def __init__(
        self,
        folder: Path,
        *,
        open_collection: Callable[[Path], Collection] = open_collection,
        open_bookmarks: Callable[[], Bookmarks] = open_bookmarks,
    ) -> None:
        super().__init__(folder, open_collection=open_collection, open_bookmarks=open_bookmarks)
        self.ruled = 0
        """Counts what the reader said of lines in this session, undone or not."""
        self._following = Following(self._with_collection, self._work.waits_before)

    async def warm(self) -> None:
        """Make the first search and the first related answer as quick as the second; goes after everything else."""
        await self._with_collection(lambda c: c.warm(), Urgency.RELATED)
        await self._with_collection(lambda c: c.prepare_related(), Urgency.RELATED)

    async def status(self) -> Status:
        """Counts and dates of the collection."""
        return await self._with_collection(lambda c: c.status(), Urgency.READ)

    async def problems(self) -> tuple[Problem, ...]:
        """The files that could not be read."""
        return await self._with_collection(lambda c: c.problems(), Urgency.READ)

    async def search(
        self,
        query: str,
        order: Order,
        foremost: int | None = None,
        *,
        of_each: int = OF_EACH,
        new_since: str | None = None,
    ) -> Answer:
        """The articles that answer a query, whose last word may be unfinished; goes before everything else.

        Each comes with its best passages, at most `of_each`. The `foremost` articles only are what the first rows of
        the list show, and sooner there. What came into the collection after `new_since` comes first.
        """
        # Where nothing is asked of the passages, a list of them all would tell nothing.
        group: Grouping = "article" if asks_for_articles(query) else "passage"
        return await self._with_collection(
            lambda c: c.search(
                query,
                limit=ARTICLES,
                group=group,
                order=order,
                typing=True,
                of_each=of_each if group == "passage" else None,
                foremost=foremost,
                new_since=new_since,
            ),
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

    async def place_of(self, key: ArticleKey) -> ArticleKey:
        """Where an article stands now, which may have been moved; as it is asked for where it is gone."""
        return await self._with_collection(lambda c: c.place_of(key), Urgency.READ)

    async def follow(self, link: Link) -> Followed:
        """Where a link leads now.

        Raises:
            MorgueError: Neither its article nor its words are in the collection.
        """

        def followed(collection: Collection) -> Followed:
            from index.linking import follow

            return follow(link, collection)

        return await self._with_collection(followed, Urgency.READ)

    async def highlights(self, shown: AnnotatedArticle, query: str) -> tuple[Highlight, ...]:
        """All places in an article that a query asks for, whose last word may be unfinished.

        None where the index has not yet the lines that the article shows: its places would be others.
        """
        key, text = shown.article.key, shown.article.text

        def lit(collection: Collection) -> tuple[Highlight, ...]:
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

    async def related(
        self, key: ArticleKey, passage: int, urgency: Urgency = Urgency.RELATED
    ) -> tuple[Related, ...]:
        """What other articles say about a passage; gives way to everything more urgent, and is remembered."""
        return await self._following.related(key, passage, self.generation, urgency)

    def related_known(self, key: ArticleKey, passage: int) -> tuple[Related, ...] | None:
        """The same at once, where it has been worked out."""
        return self._following.known(key, passage, self.generation)

    async def ledger(self, key: ArticleKey, figure: Figure, passage: int) -> Ledger | None:
        """Figures that count what this one counts, and what they all tell of; None if the article is gone."""
        return await self._with_collection(lambda c: c.ledger(key, figure, passage), Urgency.READ)

    async def appearances(self, key: ArticleKey, quotation: Quotation) -> tuple[Appearance, ...]:
        """Where a quotation appears, in its words or likely in others, earliest first."""
        return await self._with_collection(lambda c: c.appearances(key, quotation), Urgency.READ)

    async def undo(self) -> str | None:
        """Take the reader's last change back; says what it was, None where there is nothing to undo."""
        lines, names, words, lines_now, names_now = await self._with_bookmarks(
            lambda b: (
                b.rulings(self.folder),
                b.decisions(self.folder),
                b.undo(),
                b.rulings(self.folder),
                b.decisions(self.folder),
            )
        )
        self.ruled += lines != lines_now
        if names != names_now:
            await self.heed()
        return words
