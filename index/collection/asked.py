"""What a query is answered: passages or articles, what they consist of, every hit, and the days."""

from datetime import date
from typing import TYPE_CHECKING, Literal

from index.collection.opened import Opened
from models.key import ArticleKey
from models.mark import Mark
from models.search import Answer, Facets, Grouping, Highlight, Hit, Order
from models.timeline import Period, Timeline

if TYPE_CHECKING:
    from index.concordance import Concordance
    from index.query.names import NameLookup


class Asked(Opened):
    """Answers queries; nothing that can be typed is an error."""

    def search(
        self,
        query: str,
        *,
        limit: int = 50,
        group: Grouping = "passage",
        order: Order = "relevance",
        typing: bool = False,
        of_each: int | None = None,
        foremost: int | None = None,
        new_since: str | None = None,
    ) -> Answer:
        """Answer a query; nothing that can be typed is an error. An empty query lists the newest articles.

        With `typing` the last word may be unfinished, and also matches as the beginning of others. With `of_each` the
        limit counts articles though hits are passages, of each article its best so many. With `foremost` the hits are
        those of the first so many articles, and of their copies. With `new_since`, a moment as `as_of` gives them,
        what came in after it comes first and says so.
        """
        from index.search import search

        return search(
            self.snapshot,
            self._catalogue,
            query,
            limit=limit,
            group=group,
            order=order,
            typing=typing,
            of_each=of_each,
            foremost=foremost,
            groups=self._known_groups(),
            new=self._catalogue.arrived_since(new_since) if new_since is not None else (),
            marked=self._marked_as,
        )

    def facets(self, query: str, *, typing: bool = False, names: bool = False) -> Facets:
        """What all results of a query consist of: articles, not passages, by outlet and by month.

        With `names` also by the names that the passages mention. Counted apart from `search`, which would else be the
        slower for it with every key.
        """
        from index.facets import facets

        return facets(
            self.snapshot, self._catalogue, query, typing=typing, names=names, marked=self._marked_as
        )

    def found(self, query: str, *, typing: bool = False) -> tuple[ArticleKey, ...]:
        """All articles with everything that a query asks for, in no order; an empty query asks for nothing."""
        from index.search import articles

        revisions = articles(self.snapshot, self._catalogue, query, typing=typing, marked=self._marked_as)
        return tuple(heading.key for heading in self._catalogue.headings(revisions).values())

    def concordance(
        self, query: str, *, typing: bool = False, order: Literal["newest", "oldest"] = "newest"
    ) -> "Concordance":
        """Each place that a query asks for on a line of its own; the lines are made as far as they are asked for."""
        from index.concordance import Concordance

        return Concordance(self.snapshot, self._catalogue, self._asked(), query, typing=typing, order=order)

    def timeline(self, query: str, *, typing: bool = False) -> Timeline:
        """How many articles that answer a query were published on each day."""
        from index.timeline import timeline

        return timeline(self.snapshot, self._asked(), query, typing=typing)

    def period(self, query: str, first: date, last: date, *, typing: bool = False) -> Period:
        """What the articles of a stretch of the timeline have that the others have not; both days are included."""
        from index.timeline import period

        names = self._asked()
        return period(self.snapshot, self._catalogue, names, query, first=first, last=last, typing=typing)

    def published(
        self, query: str, first: date, last: date, *, typing: bool = False, limit: int = 50
    ) -> tuple[Hit, ...]:
        """The articles of a stretch of the timeline, the earliest first, each by its best passage."""
        from index.query.narrowing import in_days, within

        narrowed = within(query, in_days(first, last))
        hits = self.search(narrowed, limit=limit, group="article", order="oldest", typing=typing).hits
        return tuple(hit for hit in hits if hit.full) or hits

    def highlights(self, key: ArticleKey, query: str, *, typing: bool = False) -> tuple[Highlight, ...]:
        """All places in an article that a query asks for, in reading order; none where the article is gone."""
        from index.lighting import lit

        revision = self.revision(key)
        found = self.load(revision) if revision is not None else None
        if revision is None or found is None:
            return ()
        return lit(self._catalogue, self.snapshot.outlets, revision, found.article, query, typing=typing)

    def _asked(self) -> "NameLookup":
        from index.query.names import NameLookup

        return NameLookup(self._catalogue, self.snapshot.outlets, self._marked_as)

    def _marked_as(self, mark: Mark) -> frozenset[int]:
        match mark:
            case "read" | "bookmarked":
                return self._marked.revisions(mark, self._catalogue)
            case _:
                return self._saved_as.revisions(mark, self._catalogue)
