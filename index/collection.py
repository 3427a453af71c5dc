"""The one door to a folder's index: everything a screen or a command asks goes through it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self

from index.beside import Beside
from index.catalogue import Catalogue
from index.catalogue.figured import FiguredText
from index.catalogue.recent import PassageText
from index.encoding import is_chosen
from index.engine import Snapshot
from index.folders import check_folder
from index.home import VECTORS, collection_home
from index.lines import Rulings, carried, house_of, normal, settled, told, words_of
from index.marked import Marked
from index.saved_as import SavedAs
from index.words import terms
from models.annotation import AnnotatedArticle, Quotation
from models.comparison import Comparison
from models.decision import NameDecision
from models.entity import Entity, EntityCard, MentionPlace, Saying, Suggestion
from models.errors import MorgueError
from models.key import ArticleKey
from models.kind import NAME_KINDS
from models.mark import Mark
from models.related import Appearance
from models.ruling import Ruling, Scope
from models.search import Answer, Facets, Grouping, Highlight, Hit, Order
from models.status import Problem, Status
from models.timeline import Period, Timeline
from models.version import Version

if TYPE_CHECKING:
    from index.concordance import Concordance
    from index.encoding.store import Encoded, Kept
    from index.query.names import NameLookup
    from index.vectors import Vectors

_ARTICLES_KEPT = 512
"""How many loaded articles are kept; about 20 MB of ordinary ones."""


class Collection(Beside):
    """A folder of articles as of one commit of its index.

    Calls may come from any thread, one at a time. Nothing here writes the index; `index.refreshing` does.
    """

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

    def search(
        self,
        query: str,
        *,
        limit: int = 50,
        group: Grouping = "passage",
        order: Order = "relevance",
        typing: bool = False,
        foremost: int | None = None,
        new_since: str | None = None,
    ) -> Answer:
        """Answer a query; nothing that can be typed is an error. An empty query lists the newest articles.

        With `typing` the last word may be unfinished, and also matches as the beginning of others. With `foremost`
        the hits are those of the articles that the first so many are from, and of their copies, none of an article's
        left out. With `new_since`, a moment as `as_of` gives them, what came in after it comes first and says so.
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

    def _asked(self) -> "NameLookup":
        from index.query.names import NameLookup

        return NameLookup(self._catalogue, self.snapshot.outlets, self._marked_as)

    def _marked_as(self, mark: Mark) -> frozenset[int]:
        match mark:
            case "read" | "bookmarked":
                return self._marked.revisions(mark, self._catalogue)
            case _:
                return self._saved_as.revisions(mark, self._catalogue)

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

    def article(self, key: ArticleKey) -> AnnotatedArticle:
        """An article with its annotations; `entity` of a mention or quotation is an entity of this collection.

        Raises:
            MorgueError: The article is no longer in the collection.
        """
        revision = self.revision(key)
        article = self.load(revision) if revision is not None else None
        if article is None:
            raise MorgueError(
                f"{key.path} is no longer in the collection.", "It was moved, changed or removed."
            )
        counted = told(article.article, self._catalogue.articles_with)
        copies = tuple(
            version for version in self.versions(key) if (version.path, version.part) != counted.key
        )
        return article.model_copy(update={"article": counted, "copies": copies})

    def article_as_ruled(self, key: ArticleKey, rulings: Sequence[Ruling]) -> AnnotatedArticle:
        """The same as the reader wants it, which its index may not know yet; it finds names in what is new later.

        Raises:
            MorgueError: The article is no longer in the collection.
        """
        shown = self.article(key)
        revision = self.revision(key)
        if revision is None or not (rulings or self._catalogue.rulings()):
            return shown
        read, _ = self._catalogue.as_read(revision)
        common = self._catalogue.common().keys()
        wanted = settled(read, common, Rulings(rulings), self._catalogue.keys(revision))
        if wanted.passages == shown.article.passages:
            return shown
        return carried(shown, told(wanted, self._catalogue.articles_with))

    def rulings_on(self, key: ArticleKey, text: str, *, keep: bool, scope: Scope) -> tuple[Ruling, ...]:
        """What it takes to have a line in an article, or in all of its house, or to have it out.

        Raises:
            MorgueError: The article is no longer in the collection.
        """
        article = self.article(key).article
        if scope == "house":
            return (Ruling(scope, house_of(article), 0, normal(text), keep),)
        revision = self.revision(key)
        places = self._catalogue.keys(revision) if revision is not None else ()
        return tuple(Ruling(scope, path, part, words_of(text), keep) for path, part in places)

    def place_of(self, key: ArticleKey) -> ArticleKey:
        """The first of the places where an article stands now; the key itself where it is gone.

        An article whose file was moved or renamed goes by its old key too.
        """
        revision = self.revision(key)
        heading = self._catalogue.heading(revision) if revision is not None else None
        return heading.key if heading else key

    def appearances(self, key: ArticleKey, quotation: Quotation) -> tuple[Appearance, ...]:
        """Where a quotation appears: its words, its own place too, earliest first; then what is likely the same."""
        from index.appearances import appearances

        revision = self.revision(key)
        locals_ = self._catalogue.locals_of(quotation.entity) if quotation.entity else []
        return appearances(self, revision, quotation, locals_) if revision is not None else ()

    def entity(self, entity: str) -> Entity | None:
        """An entity by its id."""
        return self._catalogue.entity(entity)

    def entity_named(self, names: Sequence[str]) -> Entity | None:
        """The entity that the first of some names stands for, of those that are there: an entity's `names`."""
        found = (self.entity(self._catalogue.entity_of(name)) for name in names)
        return next((entity for entity in found if entity is not None), None)

    def names_like(self, words: str, *, limit: int = 50) -> tuple[Entity, ...]:
        """The entities that go by some words, the last of which may be unfinished; those in the most articles first."""
        found = self._catalogue.entities_named(terms(words), sorted(NAME_KINDS), last_unfinished=True)
        foremost = map(self.entity, self._catalogue.foremost(found, limit))
        return tuple(entity for entity in foremost if entity is not None)

    def entities(self) -> Iterator[Entity]:
        """All that is named, what is in the most articles first."""
        return (found for id_ in self._catalogue.entity_ids() if (found := self._catalogue.entity(id_)))

    def suggestions(self, entity: Entity) -> tuple[Suggestion, ...]:
        """What may be the same as an entity, the strongest first, at most 5."""
        from index.portrait import suggestions

        return tuple(suggestions(self._catalogue, entity))

    def card(self, entity: str) -> EntityCard | None:
        """All that is known of an entity; None where it has gone."""
        from index.portrait import portrait

        found = self.entity(entity)
        return portrait(self._catalogue, found, self.said(found.id)) if found else None

    def decisions(self) -> tuple[NameDecision, ...]:
        """What the reader decided about names, as it holds here."""
        return self._catalogue.decisions()

    def heed(self) -> bool:
        """Have what the reader decided about names hold at once; True if anything changed.

        To be called when `Bookmarks.decide` or `Bookmarks.undo` has written it.

        Raises:
            CollectionUnavailable: It cannot be read or written now; the next indexing does it.
        """
        from index.deciding import heed

        changed = heed(self.folder, self._catalogue)
        if changed:
            self.load.cache_clear()
        return changed

    def mentions(self, entity: str, *, limit: int = 2000) -> tuple[MentionPlace, ...]:
        """The mentions of an entity, article by article in order of date (undated last), then of place."""
        return tuple(self._catalogue.mentions(self._catalogue.locals_of(entity), limit))

    def said(
        self, entity: str, *, limit: int = 20, order: Literal["newest", "longest"] = "newest"
    ) -> tuple[Saying, ...]:
        """What an entity said; the same words in several articles are one saying."""
        from index.said import sayings

        current = self._catalogue.current_id(entity)
        return sayings(self, current, self._catalogue.locals_of(current), limit=limit, order=order)

    def compare(self, first: ArticleKey, second: ArticleKey) -> Comparison:
        """What the second of any two articles changed of the first, word by word.

        Raises:
            MorgueError: One of them is no longer in the collection, or they are too long.
        """
        from index.comparing import compare

        return compare(self.article(first), self.article(second))

    # What `index.library.Library` asks for

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
