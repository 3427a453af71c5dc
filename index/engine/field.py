"""One field over all segments: its postings in the index's own row numbers, its lengths, its lexicon."""

import fnmatch
import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from heapq import nsmallest

import numpy as np

from index.engine.arrays import Array
from index.engine.postings import Postings, to_key, to_term
from index.engine.schema import SCORABLE
from index.engine.scoring import Scores, norms
from index.engine.segments import OpenSegment

Runs = Iterable[tuple[int, int]]
"""Numbers of terms of one segment, as runs of neighbours, ends exclusive."""


class Lexicon:
    """Every term of a field with the number of rows it stands in."""

    def __init__(self, frequencies: dict[bytes, int]) -> None:
        self.terms = [to_term(key) for key in frequencies]
        self.frequencies = np.fromiter(frequencies.values(), np.int64, len(frequencies))
        self._lengths = np.fromiter(map(len, self.terms), np.int64, len(self.terms))

    def similar(self, term: str, edits: int) -> list[tuple[str, int, int]]:
        """Terms at most `edits` away, as (term, distance, rows); nearest first, then most frequent.

        The distance is Damerau and Levenshtein's with one edit for two neighbouring letters swapped, and no
        letter edited twice: what a typist does wrong.
        """
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract_iter

        places = np.flatnonzero(np.abs(self._lengths - len(term)) <= edits).tolist()
        candidates = [self.terms[place] for place in places]
        near = extract_iter(term, candidates, scorer=OSA.distance, processor=None, score_cutoff=edits)
        found = [(text, int(distance), int(self.frequencies[places[i]])) for text, distance, i in near]
        return sorted(found, key=lambda item: (item[1], -item[2], item[0]))


class Field:
    """One field of a snapshot."""

    def __init__(self, name: str, segments: Sequence[OpenSegment]) -> None:
        self.name = name
        self.scorable = name in SCORABLE
        self._segments = segments
        self.parts: list[tuple[int, Postings]] = [(open_.base, open_.field(name)) for open_ in segments]
        """The number of each segment's first row, and its postings."""
        self._norms: dict[tuple[float, float], Scores] = {}

    def frequency(self, term: str) -> int:
        """In how many rows a term stands, deleted rows counted until they are merged away."""
        key = to_key(term)
        return sum(
            int(part.starts[number + 1] - part.starts[number])
            for _, part in self.parts
            if (number := part.number(key)) >= 0
        )

    def postings(self, term: str) -> tuple[Array, Array]:
        """Rows, ascending, and counts of one term."""
        key = to_key(term)
        return self._joined(
            (base, *part.of(number, number + 1))
            for base, part in self.parts
            if (number := part.number(key)) >= 0
        )

    def expanded(self, runs_of: Callable[[Postings], Runs]) -> tuple[Array, Array]:
        """Rows and counts of the terms that a function picks from each segment; rows repeat, in no order."""
        return self._joined(
            (base, *part.of(low, high)) for base, part in self.parts for low, high in runs_of(part)
        )

    @staticmethod
    def _joined(parts: Iterable[tuple[int, Array, Array]]) -> tuple[Array, Array]:
        found = list(parts)
        if not found:
            return np.empty(0, np.uint32), np.empty(0, np.uint8)
        if len(found) == 1 and not found[0][0]:
            return found[0][1:]
        return (
            np.concatenate([rows + np.uint32(base) if base else rows for base, rows, _ in found]),
            np.concatenate([counts for _, _, counts in found]),
        )

    @cached_property
    def lengths(self) -> Array:
        """How many terms each row has in this field."""
        return np.concatenate(
            [
                np.zeros(open_.rows, np.uint8) if part.lengths is None else part.lengths
                for open_, (_, part) in zip(self._segments, self.parts, strict=True)
            ]
        )

    @cached_property
    def average_length(self) -> float:
        """Mean number of terms a row, rows without any counted; 0 in an empty index."""
        return float(self.lengths.mean(dtype=np.float64)) if self._segments and len(self.lengths) else 0.0

    def norms(self, k1: float, b: float) -> Scores:
        """BM25's `norms` of all rows."""
        found = self._norms.get((k1, b))
        if found is None:
            found = self._norms[k1, b] = norms(self.lengths, self.average_length or 1.0, k1, b)
        return found

    @cached_property
    def lexicon(self) -> Lexicon:
        """All terms. Made when first asked for: some 100 ms for 100,000 terms."""
        return Lexicon(self._frequencies(b""))

    def _frequencies(self, prefix: bytes) -> dict[bytes, int]:
        total: dict[bytes, int] = {}
        for _, part in self.parts:
            low, high = part.with_prefix(prefix)
            found = zip(part.all_keys(low, high), part.frequencies(low, high).tolist(), strict=True)
            if not total:
                total = dict(found)
                continue
            for key, frequency in found:
                total[key] = total.get(key, 0) + frequency
        return total

    def expand(self, prefix: str, limit: int | None) -> list[tuple[str, int]]:
        """Terms that begin with a prefix and the rows they stand in, most frequent first."""
        items = self._frequencies(to_key(prefix)).items()
        order = nsmallest(len(items) if limit is None else limit, items, key=lambda item: (-item[1], item[0]))
        return [(to_term(key), frequency) for key, frequency in order]


def with_prefix(prefix: str) -> Callable[[Postings], Runs]:
    """Picks the terms that begin with a prefix: one run."""
    key = to_key(prefix)

    def runs(part: Postings) -> Runs:
        return [part.with_prefix(key)]

    return runs


def like(pattern: str) -> Callable[[Postings], Runs]:
    """Picks the terms that a pattern with `*`, `?` and `[...]` matches, as Python's `fnmatch` reads it."""
    literal = to_key(re.split(r"[*?\[]", pattern, maxsplit=1)[0])
    matches = re.compile(fnmatch.translate(pattern)).match

    def runs(part: Postings) -> Runs:
        low, high = part.with_prefix(literal)
        keys = enumerate(part.all_keys(low, high), start=low)
        return [(number, number + 1) for number, key in keys if matches(to_term(key))]

    return runs


def these(terms: Iterable[str]) -> Callable[[Postings], Runs]:
    """Picks terms by name."""
    keys = [to_key(term) for term in terms]

    def runs(part: Postings) -> Runs:
        return [(number, number + 1) for key in keys if (number := part.number(key)) >= 0]

    return runs
