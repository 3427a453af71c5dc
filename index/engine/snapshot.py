"""A view of one commit that nothing changes any more."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray
from whoosh import query

from index.engine.arrays import REBUILD, Array
from index.engine.evaluating import Cache, Evaluator
from index.engine.field import Field
from index.engine.schema import COLUMNS, TERM_FIELDS
from index.engine.segments import OpenSegment
from index.engine.storing import generation_of, read_contents
from models.errors import IndexDamaged

CACHE_BYTES = 64 * 2**20
"""Scored postings kept for the next keystroke: those of the 40 commonest words of a million passages, say."""


@dataclass(frozen=True, slots=True)
class Matches:
    """Every live row that matches, ascending, and a score for each."""

    rows: NDArray[np.int64]
    scores: NDArray[np.float32]


class Snapshot:
    """The index as of one commit, memory-mapped. Row numbers mean something within one snapshot only.

    Not to be used by two threads at once.
    """

    def __init__(self, generation: int, segments: list[OpenSegment]) -> None:
        self.generation = generation
        self.segments = segments
        self.rows_total = sum(open_.rows for open_ in segments)
        """All rows, deleted ones counted: what row numbers stay below."""
        self.rows = self.rows_total - sum(open_.segment.deleted_count() for open_ in segments)
        """Rows that are not deleted."""
        self.cache = Cache(CACHE_BYTES)
        self._fields: dict[str, Field] = {}
        self._columns: dict[str, Array] = {}
        self._live: Array | None = None

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the last commit; a folder without an index gives an empty snapshot of generation -1.

        Raises:
            CollectionUnavailable: The folder may not be read.
            IndexDamaged: The index is torn or changed; the message names the file.
        """
        generation = generation_of(folder)
        while generation >= 0:
            try:
                return cls(generation, _open_segments(folder, generation))
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
            open_.file.verify()

    def evaluate(self, tree: query.Query, *, k1: float = 1.2, b: float = 0.75) -> Matches:
        """All live rows that a Whoosh query tree matches, with BM25F scores; see `Evaluator` for the details.

        Terms are taken as they are: fold and stem them as the field does before.

        Raises:
            TypeError: The tree holds a kind of query that the engine does not evaluate.
        """
        found = Evaluator(self, k1, b).evaluate(tree)
        live = self.live()
        if live is not None:
            found = found.only(live[found.rows])
        return Matches(found.rows.astype(np.int64), found.scores)

    def field(self, name: str) -> Field | None:
        """A field over all segments; None for a name that the schema does not have."""
        if name not in TERM_FIELDS:
            return None
        found = self._fields.get(name)
        if found is None:
            found = self._fields[name] = Field(name, self.segments)
        return found

    def _known_field(self, name: str) -> Field:
        found = self.field(name)
        if found is None:
            raise KeyError(f"The engine has no field {name!r}.")
        return found

    def column(self, name: str) -> Array:
        """The column "article", "passage" or "day" of every row, deleted ones included; not to be written to."""
        found = self._columns.get(name)
        if found is None:
            parts = [open_.column(name) for open_ in self.segments]
            empty = np.empty(0, COLUMNS[name])
            found = self._columns[name] = parts[0] if len(parts) == 1 else np.concatenate([empty, *parts])
        return found

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
        return self._known_field(field).lexicon.similar(term, edits)[:limit]


def _open_segments(folder: Path, generation: int) -> list[OpenSegment]:
    segments = []
    base = 0
    for segment in read_contents(folder, generation):
        segments.append(OpenSegment(folder, segment, base))
        base += segment.rows
    return segments
