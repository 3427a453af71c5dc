"""What asking about related passages, figures and copies needs of a collection, and nothing more."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from models.annotation import AnnotatedArticle
from models.key import ArticleKey
from models.version import Version

if TYPE_CHECKING:
    from index.catalogue.figured import FiguredText
    from index.catalogue.recent import PassageText
    from index.encoding.store import Encoded
    from index.engine import Snapshot
    from index.vectors import Vectors


class Library(Protocol):
    """The articles of one commit, by revision: the number that the engine's column `article` gives their rows."""

    @property
    def snapshot(self) -> "Snapshot":
        """The engine as of the commit."""

    def revision(self, key: ArticleKey) -> int | None:
        """The revision of the article that comes from a path; None where there is none."""

    def load(self, revision: int) -> AnnotatedArticle | None:
        """An article with its annotations, entities final; cheap when asked again soon. None if it is gone."""

    def texts(self, wanted: Sequence[tuple[int, int]]) -> "Sequence[PassageText | None]":
        """The text of each (revision, passage), in order, without opening articles; None for one that is gone."""

    def figured(self, revisions: Iterable[int]) -> "Mapping[int, FiguredText]":
        """The texts and figures of those of some articles that have figures, by revision, without opening them."""

    @property
    def vectors(self) -> "Vectors | None":
        """What was learnt of the collection; None where it is too small, or nothing has been learnt yet."""

    @property
    def encoded(self) -> "Encoded | None":
        """What the reader's sentence encoder made of passages; None where none is chosen, or it made nothing yet."""

    def revisions(self) -> Sequence[int]:
        """The revisions of all articles."""

    def group(self, revision: int) -> Sequence[int]:
        """An article and all that are near-identical to it, the earliest first, the undated last; empty if none are."""

    def version(self, revision: int) -> Version | None:
        """What tells an article from its copies; None if it is gone."""

    def paths(self, revision: int) -> Sequence[str]:
        """Every file in which an article was saved, in order; empty if it is gone."""
