"""One field over all segments: its postings in the index's own row numbers, its lengths, its terms."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from heapq import nsmallest
from typing import NamedTuple

import numpy as np

from index.engine.arrays import Array
from index.engine.matches import NOWHERE, shared
from index.engine.postings import NOTHING, Postings, to_key, to_term
from index.engine.schema import INITIALS, POSITIONAL, SCORABLE
from index.engine.scoring import Scores, norms
from index.engine.segments import OpenSegment

Runs = Iterable[tuple[int, int]]
"""Numbers of terms of one segment, as runs of neighbours, ends exclusive."""

_FEW = 8
"""Of more than one posting in so many, the rows are marked rather than looked up."""
_REMEMBERED = 4096
"""Terms of which the cards are remembered."""


class Card(NamedTuple):
    """One term over all segments."""

    frequency: int
    """In how many rows it stands, deleted rows counted until they are merged away."""
    parts: list[tuple[int, Postings, int]]
    """The segments that have it: the number of their first row, their postings, and the term's number."""

    @property
    def postings(self) -> tuple[Array, Array]:
        """Rows, ascending, and counts."""
        return _joined([(base, *part.of(number, number + 1)) for base, part, number in self.parts])


class Field:
    """One field of a snapshot."""

    def __init__(self, name: str, segments: Sequence[OpenSegment], bases: Sequence[int]) -> None:
        self.name = name
        self.scorable = name in SCORABLE
        self.positional = name in POSITIONAL
        self._segments = segments
        self.parts: list[tuple[int, Postings]] = [
            (base, open_.field(name)) for base, open_ in zip(bases, segments, strict=True)
        ]
        """The number of each segment's first row, and its postings."""
        self._ends = {base: base + open_.rows for base, open_ in zip(bases, segments, strict=True)}
        self._rows = sum(open_.rows for open_ in segments)
        self._cards: dict[str, Card] = {}
        self._similar: dict[tuple[str, int], list[tuple[str, int, int]]] = {}
        self._norms: dict[tuple[float, float], Scores] = {}

    @cached_property
    def initials(self) -> "Field | None":
        """The first letters of this field's terms as a field, where they are kept."""
        if self.name != "words":
            return None
        return Field(INITIALS, self._segments, [base for base, _ in self.parts])

    def card(self, term: str) -> Card:
        """Where a term stands."""
        found = self._cards.get(term)
        if found is None:
            key = to_key(term)
            parts = [(base, part, number) for base, part in self.parts if (number := part.number(key)) >= 0]
            found = Card(sum(part.frequency(number, number + 1) for _, part, number in parts), parts)
            if len(self._cards) >= _REMEMBERED:
                self._cards.clear()
            self._cards[term] = found
        return found

    def frequency(self, term: str) -> int:
        """In how many rows a term stands, as its card says, which is not made for it: whole articles are asked for."""
        known = self._cards.get(term)
        if known is not None:
            return known.frequency
        key = to_key(term)
        found = 0
        for _, part in self.parts:
            number = part.number(key)
            if number >= 0:
                found += part.frequency(number, number + 1)
        return found

    def among(self, rows: Array, card: Card) -> tuple[Array, Array]:
        """The places, among ascending rows, of those that hold a term, and its counts there."""
        if len(self.parts) == 1:
            postings, counts = card.postings
            places, there = shared(rows, postings, self._rows)
            return places, counts.take(there)
        found, weights = [NOWHERE], [NOTHING.counts]
        for base, part, number in card.parts:
            end = self._ends[base]
            low, high = rows.searchsorted(np.array([base, end], rows.dtype)).tolist()
            if low < high:
                postings, counts = part.of(number, number + 1)
                places, there = shared(rows[low:high] - rows.dtype.type(base), postings, end - base)
                found.append(places + low)
                weights.append(counts.take(there))
        return np.concatenate(found), np.concatenate(weights)

    def counts(self, rows: Array, card: Card) -> Array:
        """How often a term stands in each of some ascending rows, which all hold it."""
        if len(self.parts) > 1 or len(rows) * _FEW > card.frequency:
            return self.among(rows, card)[1]
        postings, counts = card.postings
        return counts.take(postings.searchsorted(rows))

    def expanded(self, runs_of: Callable[[Postings], Runs]) -> tuple[Array, Array]:
        """Rows and counts of the terms that a function picks from each segment; rows repeat, in no order."""
        found = ((base, *part.of(low, high)) for base, part in self.parts for low, high in runs_of(part))
        return _joined([run for run in found if len(run[1])])

    def size(self, runs_of: Callable[[Postings], Runs]) -> int:
        """How many postings `expanded` would give."""
        return sum(part.frequency(low, high) for _, part in self.parts for low, high in runs_of(part))

    @cached_property
    def lengths(self) -> Array:
        """How many terms each row has in this field."""
        parts = [
            np.zeros(open_.rows, np.uint8) if part.lengths is None else part.lengths
            for open_, (_, part) in zip(self._segments, self.parts, strict=True)
        ]
        return parts[0] if len(parts) == 1 else np.concatenate([NOTHING.counts, *parts])

    @cached_property
    def average_length(self) -> float:
        """Mean number of terms a row, rows without any counted; 0 in an empty index."""
        return sum(part.words_total for _, part in self.parts) / self._rows if self._rows else 0.0

    def norms(self, rows: Array, k1: float, b: float) -> Scores:
        """What BM25's denominator adds to a term's frequency in each of some rows."""
        by_length = self._norms.get((k1, b))
        if by_length is None:
            longest = max((part.longest for _, part in self.parts), default=0)
            by_length = self._norms[k1, b] = norms(longest, self.average_length or 1.0, k1, b)
        return by_length.take(self.lengths.take(rows))

    def similar(self, term: str, edits: int) -> list[tuple[str, int, int]]:
        """Terms at most `edits` away, as (term, distance, rows); nearest first, then most frequent."""
        known = self._similar.get((term, edits))
        if known is None:
            if len(self._similar) >= _REMEMBERED:
                self._similar.clear()
            known = self._similar[term, edits] = self._looked_for(term, edits)
        return known

    def _looked_for(self, term: str, edits: int) -> list[tuple[str, int, int]]:
        found: dict[bytes, tuple[int, int]] = {}
        for _, part in self.parts:
            for number, key, distance in part.lexicon.near(term, edits):
                _, rows = found.get(key, (distance, 0))
                found[key] = (distance, rows + part.frequency(number, number + 1))
        order = sorted((distance, -rows, key) for key, (distance, rows) in found.items())
        return [(to_term(key), distance, -rows) for distance, rows, key in order]

    def expand(self, prefix: str, limit: int | None) -> list[tuple[str, int]]:
        """Terms that begin with a prefix and the rows they stand in, most frequent first."""
        total: dict[bytes, int] = {}
        for _, part in self.parts:
            low, high = part.with_prefix(to_key(prefix))
            for key, rows in zip(part.all_keys(low, high), part.frequencies(low, high).tolist(), strict=True):
                total[key] = total.get(key, 0) + rows
        items = total.items()
        order = nsmallest(len(items) if limit is None else limit, items, key=lambda item: (-item[1], item[0]))
        return [(to_term(key), frequency) for key, frequency in order]


def _joined(found: list[tuple[int, Array, Array]]) -> tuple[Array, Array]:
    if not found:
        return NOTHING.rows, NOTHING.counts
    if len(found) == 1 and not found[0][0]:
        return found[0][1:]
    return (
        np.concatenate([rows + np.uint32(base) if base else rows for base, rows, _ in found]),
        np.concatenate([counts for _, _, counts in found]),
    )


def with_prefix(prefix: str) -> Callable[[Postings], Runs]:
    """Picks the terms that begin with a prefix: one run."""
    key = to_key(prefix)

    def runs(part: Postings) -> Runs:
        return [part.with_prefix(key)]

    return runs


def like(pattern: str) -> Callable[[Postings], Runs]:
    """Picks the terms that a pattern matches, in which `*` is any letters and `?` any one."""
    literal = to_key(re.split(r"[*?]", pattern, maxsplit=1)[0])

    def runs(part: Postings) -> Runs:
        found = part.lexicon.like(pattern, *part.with_prefix(literal))
        return [(number, number + 1) for number in found]

    return runs


def near(term: str, edits: int, same: int) -> Callable[[Postings], Runs]:
    """Picks the terms at most `edits` away that begin with the same letters, so many of them."""
    start = to_key(term[:same])

    def runs(part: Postings) -> Runs:
        found = part.lexicon.near(term, edits)
        return [(number, number + 1) for number, key, _ in found if key.startswith(start)]

    return runs
