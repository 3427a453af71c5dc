"""A folder's index as it stands at one commit: opened, closed, seen anew, and its articles by revision."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Self

from index.catalogue import Catalogue
from index.catalogue.figured import FiguredText
from index.catalogue.recent import PassageText
from index.encoding import is_chosen
from index.engine import Snapshot
from index.folders import check_folder
from index.home import VECTORS, collection_home
from index.marked import Marked
from index.saved_as import SavedAs
from models.annotation import AnnotatedArticle
from models.key import ArticleKey
from models.status import Problem, Status
from models.version import Version

if TYPE_CHECKING:
    from index.encoding.store import Encoded, Kept
    from index.vectors import Vectors


_ARTICLES_KEPT = 512
"""How many loaded articles are kept; about 20 MB of ordinary ones."""


class Opened:
    """The files of an index, and what `index.library.Library` asks of them."""

    def __init__(self, folder: Path, home: Path) -> None:
        """Use `open`."""
        self.folder = folder
        self._home = home
        self._catalogue = Catalogue(self._catalogue_path, writable=True)
        self._marked = Marked(folder)
        self._saved_as = SavedAs()
        self._settled = self._catalogue.about("settled")
        self.snapshot = Snapshot.open(home / "index")
        self._file = self._catalogue_path.stat().st_ino
        self._told = self._catalogue.told
        self._vectors: Vectors | None = None
        self._vectors_state: tuple[object, ...] = ()
        self._encoded: Kept | None = None
        self._groups: dict[int, tuple[int, ...]] | None = None
        """Those that near-identical articles are in; None until somebody asks."""
        self.load = lru_cache(maxsize=_ARTICLES_KEPT)(self._load)

    @property
    def _catalogue_path(self) -> Path:
        return self._home / "catalogue.sqlite"

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open a folder's index as it stands, which may be empty.

        Raises:
            CollectionUnavailable: The folder is missing, is no folder, or may not be read.
            IndexDamaged: Its index cannot be used and has to be built again.
        """
        check_folder(folder)
        home = collection_home(folder)
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        return cls(folder, home)

    def close(self) -> None:
        """Let go of files; the collection cannot be used afterwards."""
        self.snapshot.close()
        self._catalogue.close()
        self._marked.close()

    def reload(self) -> bool:
        """See what another process has committed since; True if anything changed."""
        rebuilt = self._catalogue_path.exists() and self._catalogue_path.stat().st_ino != self._file
        if rebuilt:
            self._catalogue.close()
            self._catalogue = Catalogue(self._catalogue_path, writable=True)
            self._file = self._catalogue_path.stat().st_ino
        told, moment = self._catalogue.told, self._catalogue.about("settled")
        newer = rebuilt or Snapshot.current_generation(self._home / "index") != self.snapshot.generation
        if newer:
            # As it was before: what is settled meanwhile may not be in this snapshot.
            self._settled = moment
            fresh = Snapshot.open(self._home / "index", self.snapshot)
            self.snapshot.close()
            self.snapshot = fresh
        if newer or told != self._told:
            self._told = told
            self.load.cache_clear()
            self._marked.forget()
            self._saved_as.forget()
            self._groups = None
            return True
        return False

    @property
    def as_of(self) -> str:
        """The moment up to which what came in can be found, ISO 8601 UTC; "" where nothing ever did."""
        return self._settled or ""

    def warm(self) -> None:
        """Bring into memory what the first search would else wait for."""
        self.snapshot.warm()
        self._known_groups()

    def status(self) -> Status:
        """Counts, dates and when the index was last made current."""
        articles, outlets, first, last = self._catalogue.counts()
        return Status(
            folder=str(self.folder),
            articles=articles,
            passages=self.snapshot.rows,
            outlets=outlets,
            problems=len(self._catalogue.problems()),
            first_day=date.fromordinal(first).isoformat() if first else None,
            last_day=date.fromordinal(last).isoformat() if last else None,
            indexed=self._catalogue.about("indexed"),
            named=self._catalogue.progress()[1],
        )

    def problems(self) -> tuple[Problem, ...]:
        """The files that could not be read, with reasons, in order of path."""
        return self._catalogue.problems()

    def identical_files(self) -> int:
        """How many files hold the same article as another, which is found once."""
        return self._catalogue.identical_files()

    def revision(self, key: ArticleKey) -> int | None:
        """The row by which the engine knows an article."""
        return self._catalogue.revision(key)

    def revisions(self) -> Sequence[int]:
        """Every article of the collection."""
        return self._catalogue.revisions()

    def texts(self, wanted: Sequence[tuple[int, int]]) -> Sequence[PassageText | None]:
        """The text of each (revision, passage), in order; None for one that is gone."""
        return self._catalogue.passages(wanted)

    def figured(self, revisions: Iterable[int]) -> Mapping[int, FiguredText]:
        """The texts and figures of those of some articles that have figures, by revision."""
        return self._catalogue.figured(revisions)

    @property
    def vectors(self) -> "Vectors | None":
        """What was learnt of the collection; None where nothing was."""
        from index.vectors import Vectors, state_of

        folder = self._home / VECTORS
        state = state_of(folder)
        if state != self._vectors_state:
            self._vectors, self._vectors_state = Vectors.open(folder), state
        return self._vectors

    @property
    def encoded(self) -> "Encoded | None":
        """What the sentence encoder that the reader chose made of passages; None without one."""
        if not is_chosen():
            return None
        if self._encoded is None:
            from index.encoding.store import Kept

            self._encoded = Kept(self._home / VECTORS)
        return self._encoded.current()

    def paths(self, revision: int) -> Sequence[str]:
        """Every file in which an article was saved."""
        heading = self._catalogue.heading(revision)
        return heading.paths if heading else ()

    def group(self, revision: int) -> Sequence[int]:
        """An article and all that are near-identical to it, the earliest first, the undated last; empty if none are."""
        return self._known_groups().get(revision, ())

    def _known_groups(self) -> dict[int, tuple[int, ...]]:
        if self._groups is None:
            self._groups = self._catalogue.groups()
        return self._groups

    def version(self, revision: int) -> Version | None:
        """What tells an article from its copies."""
        heading = self._catalogue.heading(revision)
        if heading is None:
            return None
        return Version(
            path=heading.key.path,
            part=heading.key.part,
            paths=heading.paths,
            title=heading.title,
            outlet=heading.outlet,
            published=heading.published,
        )

    def _load(self, revision: int) -> AnnotatedArticle | None:
        return self._catalogue.load_meant(revision)
