"""A view of one commit that nothing changes any more."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, Self

import numpy as np
from numpy.typing import NDArray
from whoosh import query

from index.engine.arrays import REBUILD, Array
from index.engine.caching import Cache
from index.engine.evaluating import Evaluator
from index.engine.facets import by_month, counted, frequent, pairs
from index.engine.field import Field
from index.engine.grouping import Articles
from index.engine.matches import Found, best, marked
from index.engine.outlets import by_word, common_outlets
from index.engine.phrases import in_order
from index.engine.postings import to_key
from index.engine.schema import COLUMNS, TERM_FIELDS
from index.engine.scoring import Scores
from index.engine.segments import OpenSegment
from index.engine.storing import generation_of, read_contents
from index.engine.wholes import Wholes
from models.errors import IndexDamaged
from models.search import Order

Facet = Literal["outlet", "month"]

CACHE_BYTES = 64 * 2**20
"""Scored postings kept for the next keystroke: those of the 40 commonest words of a million passages, say."""


@dataclass(frozen=True, slots=True)
class Matches:
    """Every live row that matches, ascending, and a score for each."""

    rows: NDArray[np.int64]
    scores: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Top:
    """The first rows in order, with their scores, and how many match in all."""

    rows: NDArray[np.int64]
    scores: NDArray[np.float32]
    total: int


class Snapshot:
    """The index as of one commit, memory-mapped. Row numbers mean something within one snapshot only.

    Not to be used by two threads at once, but for `warm`.
    """

    def __init__(self, generation: int, segments: list[OpenSegment]) -> None:
        self.generation = generation
        self.segments = segments
        self.bases = np.cumsum([0, *(open_.rows for open_ in segments)]).tolist()[:-1]
        """The number of each segment's first row."""
        self.rows_total = sum(open_.rows for open_ in segments)
        """All rows, deleted ones counted: what row numbers stay below."""
        self.rows = self.rows_total - sum(open_.segment.deleted_count() for open_ in segments)
        """Rows that are not deleted."""
        self.cache = Cache(CACHE_BYTES)
        self._fields: dict[str, Field] = {}
        self._columns: dict[str, Array] = {}
        self._outlets: list[str] = []
        self._outlets_by_word: dict[str, list[int]] = {}
        self._live: Array | None = None

    @classmethod
    def open(cls, folder: Path, before: Self | None = None) -> Self:
        """Open the last commit; a folder without an index gives an empty snapshot of generation -1.

        Args:
            folder: Where the index is.
            before: A snapshot of an earlier commit, still open: what it has read of the segments that are in this
                commit too is not read again.

        Raises:
            CollectionUnavailable: The folder may not be read.
            IndexDamaged: The index is torn or changed; the message names the file.
        """
        known = {open_.segment.filename: open_ for open_ in before.segments} if before is not None else {}
        generation = generation_of(folder)
        while generation >= 0:
            try:
                contents = read_contents(folder, generation)
                return cls(generation, [OpenSegment(folder, s, known.get(s.filename)) for s in contents])
            except FileNotFoundError as error:
                # A commit made since has removed what the one before it does not share; it is the one to open.
                newer = generation_of(folder)
                if newer == generation:
                    missing = Path(error.filename).name
                    raise IndexDamaged(f"The index is damaged: {missing} is missing.", REBUILD) from error
                generation = newer
        return cls(-1, [])

    @staticmethod
    def current_generation(folder: Path) -> int:
        """The number of the folder's last commit, -1 without an index; costs one listing of the folder."""
        return generation_of(folder)

    def close(self) -> None:
        """Let go of the files. Arrays handed out stay valid, and keep their file until they are gone."""
        self.segments = []
        self._fields.clear()
        self._columns.clear()
        self.cache = Cache(CACHE_BYTES)

    def verify(self) -> None:
        """Read every file and compare checksums, at some GB a second.

        Raises:
            IndexDamaged: A file has changed since it was written.
        """
        for open_ in self.segments:
            open_.verify()

    def evaluate(self, tree: query.Query, *, k1: float = 1.2, b: float = 0.75) -> Matches:
        """All live rows that a Whoosh query tree matches, with BM25F scores; see `Evaluator` for the details.

        Terms are taken as they are: fold and stem them as the field does before.

        Raises:
            TypeError: The tree holds a kind of query that the engine does not evaluate.
        """
        found = self._found(tree, k1, b)
        return Matches(found.rows.astype(np.int64), found.scores)

    def _found(self, tree: query.Query, k1: float, b: float) -> Found:
        found = Evaluator(self, k1, b).evaluate(tree)
        live = self.live()
        return found if live is None else found.at(np.flatnonzero(live.take(found.rows)))

    def weighed(
        self, field: str, weights: Mapping[str, float], *, k1: float = 1.2, b: float = 0.75
    ) -> Scores:
        """For every row the scores of some terms of a field, each times a weight of its own; 0 where it is deleted."""
        sums = Evaluator(self, k1, b).weighed(field, weights)
        live = self.live()
        if live is not None:
            sums[~live] = 0
        return sums

    def scores(
        self, rows: NDArray[np.int64], tree: query.Query, *, k1: float = 1.2, b: float = 0.75
    ) -> Scores:
        """What `evaluate` gives some rows, ascending, without looking at others; 0 where they do not match."""
        # As postings are: numpy would convert these at each search in them.
        kept = Evaluator(self, k1, b).among(rows.astype(np.uint32), tree)
        scores = np.zeros(len(rows), np.float32)
        scores[kept.places] = kept.scores
        return scores

    def in_order(self, rows: NDArray[np.int64], terms: Sequence[str]) -> NDArray[np.int64]:
        """How many of some words each of some rows, ascending, has in their order, as `phrases.in_order` has it."""
        found = np.zeros(len(rows), np.int64)
        words = self._known_field("words")
        for (base, part), open_ in zip(words.parts, self.segments, strict=True):
            low, high = np.searchsorted(rows, [base, base + open_.rows]).tolist()
            if low < high:
                found[low:high] = in_order(
                    part, rows[low:high] - base, [part.number(to_key(t)) for t in terms]
                )
        return found

    def top(
        self, tree: query.Query, k: int, *, order: Order = "relevance", k1: float = 1.2, b: float = 0.75
    ) -> Top:
        """The first rows of `evaluate`, without putting the others in order.

        Args:
            tree: As for `evaluate`.
            k: At most so many rows.
            order: Best first, equal scores newer first; or by day, the undated last. Then by row.
            k1: BM25's saturation.
            b: BM25's weight of length.
        """
        found = self._found(tree, k1, b)
        places = self.first(found.rows, found.scores, k, order)
        return Top(found.rows.take(places).astype(np.int64), found.scores.take(places), len(found.rows))

    def first(self, rows: Array, scores: Scores, k: int, order: Order = "relevance") -> NDArray[np.intp]:
        """The places of the first k of some rows, in order, as `top` has it."""
        days = self.column("day")
        if order == "relevance":
            places = best(scores, k)
            among = rows.take(places)
            ranks = np.lexsort((among, -days.take(among), -scores.take(places)))
        else:
            day = days.take(rows)
            late = day if order == "newest" else np.where(day, -day, -np.iinfo(day.dtype).max)
            places = best(late, k)
            among = rows.take(places)
            ranks = np.lexsort((among, -scores.take(places), -late.take(places)))
        return places.take(ranks[:k])

    def warm(self) -> None:
        """Read what a first query would wait for: checksums, places, the terms by likeness.

        May run on another thread while this snapshot answers.

        Raises:
            IndexDamaged: A file has changed since it was written.
        """
        for open_ in list(self.segments):
            words = open_.field("words")
            if words.tokens is not None:
                words.lexicon.warm()
                _ = words.row_places, words.longest
        for name in TERM_FIELDS:
            field = self._known_field(name)
            _ = field.lengths, field.average_length
            if field.initials:
                _ = field.initials.parts
        for name in COLUMNS:
            self.column(name)
        _ = self.articles, self.outlets, self.wholes.norms

    def facets(self, rows: NDArray[np.int64], field: Facet) -> list[tuple[str, int]]:
        """How many of some rows each outlet has, the most first; or each month, the earliest first.

        Outlets are given as they are written, months as "2021-07". "" is unknown, and the last of the months.
        """
        if field == "month":
            return by_month(self.column("day").take(rows))
        return counted(self.column("outlet").take(rows), self._outlets)

    def frequent_terms(self, field: str, rows: NDArray[np.int64], most: int) -> list[str]:
        """The terms of a field that the most of some rows hold: the local names of "names", the stems of "title"."""
        return frequent(self._known_field(field).parts, marked(rows, self.rows_total), most)

    def terms_held(self, field: str, rows: NDArray[np.int64], terms: Sequence[str]) -> tuple[Array, Array]:
        """Which of some rows hold which of some terms: pairs of the term's place among them and a row."""
        return pairs(self._known_field(field).parts, marked(rows, self.rows_total), terms)

    def field(self, name: str) -> Field | None:
        """A field over all segments; None for a name that the schema does not have."""
        if name not in TERM_FIELDS:
            return None
        found = self._fields.get(name)
        if found is None:
            found = self._fields[name] = Field(name, self.segments, self.bases)
        return found

    def _known_field(self, name: str) -> Field:
        found = self.field(name)
        if found is None:
            raise KeyError(f"The engine has no field {name!r}.")
        return found

    def column(self, name: str) -> Array:
        """The column "article", "passage", "day" or "outlet" of every row, deleted ones too; not to be changed."""
        found = self._columns.get(name)
        if found is None:
            if name == "outlet":
                self._outlets, parts = common_outlets(self.segments)
                self._outlets_by_word = by_word(self._outlets)
            else:
                parts = [open_.column(name) for open_ in self.segments]
            empty = np.empty(0, COLUMNS[name])
            found = self._columns[name] = parts[0] if len(parts) == 1 else np.concatenate([empty, *parts])
        return found

    def highest(self, name: str) -> int:
        """The highest value of a column in any live row; 0 where there is no row."""
        values, live = self.column(name), self.live()
        return int((values if live is None else values[live]).max(initial=0))

    def outlets_with(self, fits: Callable[[str], bool]) -> NDArray[np.bool_]:
        """A mask over the numbers of the column "outlet": those of which a word fits."""
        self.column("outlet")
        mask = np.zeros(len(self._outlets), bool)
        for word, numbers in self._outlets_by_word.items():
            if fits(word):
                mask[numbers] = True
        return mask

    @cached_property
    def outlets(self) -> list[str]:
        """The outlets as they are written, in order, those that only deleted rows have among them."""
        self.column("outlet")
        return sorted(name for name in self._outlets if name)

    @cached_property
    def articles(self) -> Articles:
        """The articles that rows are of, numbered from 0, to group rows by."""
        return Articles(self.column("article"))

    @cached_property
    def wholes(self) -> Wholes:
        """The stems of whole articles."""
        return Wholes(self._known_field("stems"), self.articles, self.cache)

    def live(self) -> Array | None:
        """True for each row that is not deleted; None when none is."""
        if self._live is None and self.rows < self.rows_total:
            masks = [np.ones(o.rows, bool) if o.mask is None else o.mask for o in self.segments]
            self._live = np.concatenate(masks)
        return self._live

    def rows_of(self, article: int) -> NDArray[np.int64]:
        """The live rows of an article, ascending."""
        rows = np.flatnonzero(self.column("article") == article)
        live = self.live()
        return rows if live is None else rows[live[rows]]

    def document_frequency(self, field: str, term: str) -> int:
        """In how many rows a term stands; deleted rows count until they are merged away, as in Whoosh."""
        return self._known_field(field).frequency(term)

    def average_length(self, field: str) -> float:
        """Mean number of terms of the rows in a field."""
        return self._known_field(field).average_length

    def expand(self, field: str, prefix: str, limit: int | None = None) -> list[tuple[str, int]]:
        """Terms that begin with a prefix, with the number of rows they stand in, most frequent first."""
        return self._known_field(field).expand(prefix, limit)

    def similar(
        self, field: str, term: str, edits: int, limit: int | None = None
    ) -> list[tuple[str, int, int]]:
        """Terms at most `edits` away, as (term, distance, rows), nearest first and then most frequent.

        Swapping two neighbouring letters is one edit.
        """
        return self._known_field(field).similar(term, edits)[:limit]
