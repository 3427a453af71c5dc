"""The one door to a folder's index: everything a screen or a command asks goes through it."""

from pathlib import Path
from typing import Self

from models.annotation import Figure, Quotation
from models.article import ArticleKey
from models.annotation import AnnotatedArticle
from models.entity import Entity, MentionPlace
from models.related import Appearance, ComparableFigure, CopyGroup, Related
from models.search import Answer, Grouping, Order
from models.status import Problem, Status


class Collection:
    """A folder of articles as of one commit of its index.

    Calls may come from any thread, one at a time. Nothing here writes the index; `index.refreshing` does.
    """

    folder: Path

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open a folder's index as it stands, which may be empty.

        Raises:
            CollectionUnavailable: The folder is missing, is no folder, or may not be read.
            IndexDamaged: Its index cannot be used and has to be built again.
        """
        raise NotImplementedError

    def close(self) -> None:
        """Let go of files; the collection cannot be used afterwards."""

    def reload(self) -> bool:
        """See what another process has committed since; True if anything changed."""
        raise NotImplementedError

    def status(self) -> Status:
        """Counts, dates and when the index was last made current."""
        raise NotImplementedError

    def problems(self) -> tuple[Problem, ...]:
        """The files that could not be read, with reasons, in order of path."""
        raise NotImplementedError

    def search(
        self, query: str, *, limit: int = 50, group: Grouping = "passage", order: Order = "relevance"
    ) -> Answer:
        """Answer a query; nothing that can be typed is an error. An empty query lists the newest articles."""
        raise NotImplementedError

    def article(self, key: ArticleKey) -> AnnotatedArticle:
        """An article with its annotations; `entity` of a mention or quotation is an entity of this collection.

        Raises:
            MorgueError: The article is no longer in the collection.
        """
        raise NotImplementedError

    def related(self, key: ArticleKey, passage: int, *, limit: int = 8) -> tuple[Related, ...]:
        """What other articles say about a passage's subject; at most two rows of one article."""
        raise NotImplementedError

    def related_to_text(self, text: str, *, without: str, limit: int = 8) -> tuple[Related, ...]:
        """The same for a sentence of the article at path `without`, which is left out."""
        raise NotImplementedError

    def comparable(self, key: ArticleKey, figure: Figure) -> tuple[ComparableFigure, ...]:
        """Figures elsewhere, and elsewhere in the same article, that seem to count what this one counts."""
        raise NotImplementedError

    def appearances(self, key: ArticleKey, quotation: Quotation) -> tuple[Appearance, ...]:
        """Where a quotation's words appear, its own place included; dated ones first, earliest first."""
        raise NotImplementedError

    def entity(self, entity: str) -> Entity | None:
        """An entity by its id."""
        raise NotImplementedError

    def mentions(self, entity: str) -> tuple[MentionPlace, ...]:
        """Every mention of an entity, article by article in order of date (undated last), then of place."""
        raise NotImplementedError

    def copies(self) -> tuple[CopyGroup, ...]:
        """Groups of near-identical articles."""
        raise NotImplementedError
