"""What stands beside an article: what others say of the same, which of them copy it, and where it first appeared."""

from collections.abc import Callable

from index.library import Library
from models.annotation import Figure, Quotation
from models.key import ArticleKey
from models.related import ComparableFigure, CopyGroup, Ledger, Origin, Related
from models.version import Version


class Beside:
    """Asks what `index.library.Library` answers; a collection is both."""

    def related(
        self: Library,
        key: ArticleKey,
        passage: int,
        *,
        limit: int = 8,
        give_way: Callable[[], bool] | None = None,
    ) -> tuple[Related, ...]:
        """What other articles say about a passage's subject; at most two rows of one article.

        Raises:
            Abandoned: `give_way`, which is asked now and then, was true.
        """
        from index.related import related_to_passage

        revision = self.revision(key)
        if revision is None:
            return ()
        return related_to_passage(self, revision, passage, limit=limit, give_way=give_way)

    def prepare_related(self: Library) -> None:
        """Have in memory what the first answer of `related` would else wait for."""
        from index.related import prepare

        prepare(self)

    def related_to_text(self: Library, text: str, *, without: str, limit: int = 8) -> tuple[Related, ...]:
        """The same for a sentence of the article at path `without`, which is left out."""
        from index.related import related_to_sentence

        return related_to_sentence(self, text, self.revision(ArticleKey(without)), limit=limit)

    def comparable(
        self: Library, key: ArticleKey, figure: Figure, passage: int = 1
    ) -> tuple[ComparableFigure, ...]:
        """Figures elsewhere, and elsewhere in the same article, that seem to count what this one counts.

        `passage` is 0 where the figure stands in the headline.
        """
        from index.figures import comparable

        revision = self.revision(key)
        return comparable(self, revision, figure, passage) if revision is not None else ()

    def ledger(self: Library, key: ArticleKey, figure: Figure, passage: int = 1) -> Ledger | None:
        """The same with what they all count, on what occasion, and how far they part; None if the article is gone."""
        from index.figures.ledger import ledger

        revision = self.revision(key)
        return ledger(self, revision, figure, passage) if revision is not None else None

    def copies(self: Library) -> tuple[CopyGroup, ...]:
        """Groups of near-identical articles."""
        from index.copies import copies

        return copies(self)

    def versions(self: Library, key: ArticleKey, *, likeness: bool = False) -> tuple[Version, ...]:
        """An article and its copies, itself among them: the earliest first, the undated last.

        Alone where it has none; empty where it is gone. With `likeness` each says how like the first it is, for which
        all of them are read.
        """
        from index.copies import versions

        revision = self.revision(key)
        return versions(self, revision, likeness=likeness) if revision is not None else ()

    def origin(
        self: Library, key: ArticleKey, passage: int, span: Quotation | Figure | None = None
    ) -> Origin:
        """Where a quotation, a figure, else a passage, of passage 0 the article as a whole, was first published."""
        from index.origin import origin

        revision = self.revision(key)
        return origin(self, revision, passage, span) if revision is not None else Origin(what="passage")
