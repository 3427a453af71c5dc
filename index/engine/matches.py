"""Sets of rows with scores, and how they combine. Rows are ascending and unique throughout."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.engine.arrays import Array
from index.engine.scoring import Scores


class Found(NamedTuple):
    """Rows, ascending, and a score for each."""

    rows: NDArray[np.uint32]
    scores: Scores

    def boosted(self, boost: float) -> "Found":
        """The same rows with all scores multiplied."""
        return self if boost == 1.0 else Found(self.rows, self.scores * np.float32(boost))

    def at(self, places: Array) -> "Found":
        """The rows at some places, ascending."""
        return Found(self.rows.take(places), self.scores.take(places))

    def constant(self, score: float) -> "Found":
        """The same rows, all with one score."""
        return constant(self.rows, score)


class Kept(NamedTuple):
    """Which of some rows match, as ascending places among them, and a score for each."""

    places: NDArray[np.intp]
    scores: Scores | np.float32
    """One for each, or one for all of them."""

    def boosted(self, boost: float) -> "Kept":
        """The same places with all scores multiplied."""
        return self if boost == 1.0 else Kept(self.places, self.scores * np.float32(boost))

    def constant(self, score: float) -> "Kept":
        """The same places, all with one score."""
        return Kept(self.places, np.float32(score))


NONE = Found(np.empty(0, np.uint32), np.empty(0, np.float32))

_SPARSE = 40
"""Below one posting in this many rows, sorting is cheaper than an array as long as the index."""


def constant(rows: Array, score: float) -> Found:
    """Rows that all have one score."""
    return Found(rows.astype(np.uint32, copy=False), np.full(len(rows), score, np.float32))


def every(total: int, score: float = 1.0) -> Found:
    """All rows of the index."""
    return constant(np.arange(total, dtype=np.uint32), score)


def marked(rows: Array, total: int) -> Array:
    """A mask over the whole index that is True at these rows."""
    mask = np.zeros(total, bool)
    mask[rows] = True
    return mask


def complement(rows: Array, total: int) -> Array:
    """All of `total` numbers but these."""
    mask = np.ones(total, bool)
    mask[rows] = False
    return nonzero(mask)


def kept(rows: Array, found: Found, total: int) -> Kept:
    """Which of some rows are in `found`, with the scores they have there."""
    places, there = shared(rows, found.rows, total)
    return Kept(places, found.scores.take(there))


def shared(some: Array, others: Array, total: int) -> tuple[Array, Array]:
    """The places, in some rows and in others, of the rows that both hold; all numbers are below `total`."""
    if not len(some) or not len(others):
        return NOWHERE, NOWHERE
    if _few(len(some), len(others), total):
        return _looked_up(some, others)
    if _few(len(others), len(some), total):
        there, places = _looked_up(others, some)
        return places, there
    place_of = np.zeros(total, np.int32)
    place_of[others.astype(np.intp)] = np.arange(1, len(others) + 1, dtype=np.int32)
    there = place_of.take(some)
    places = nonzero(there)
    there = there.take(places)
    there -= 1
    return places, there


NOWHERE: NDArray[np.intp] = np.empty(0, np.intp)


def nonzero(values: Array) -> NDArray[np.intp]:
    """The places of what is not 0; spares the detours of `np.flatnonzero`."""
    return values.nonzero()[0]


def _few(few: int, many: int, total: int) -> bool:
    """Whether looking up each of the few costs less than marking the many in an array over the whole index."""
    # About 12 ns a look-up, 1 ns to mark a row, and 0.1 ns to clear an element.
    return few * 120 < total + 10 * many


def _looked_up(few: Array, many: Array) -> tuple[Array, Array]:
    """The places in `few` of what is in `many` too, and its places there."""
    there = many.searchsorted(few)
    places = nonzero(many.take(there, mode="clip") == few)
    return places, there.take(places)


def any_of(parts: Sequence[Found], total: int) -> Found:
    """The rows of any, with the sum of the scores."""
    parts = [part for part in parts if len(part.rows)]
    if not parts:
        return NONE
    if len(parts) == 1:
        return parts[0]
    if _sparse(sum(len(part.rows) for part in parts), total):
        return _sorted_sums(
            np.concatenate([part.rows for part in parts]), np.concatenate([part.scores for part in parts])
        )
    return _sums(parts, total)


def summed(rows: Array, weights: Array, total: int) -> Found:
    """Rows in any order and with repetitions to rows with the sums of their weights."""
    if not len(rows):
        return NONE
    weights = weights.astype(np.float32, copy=False)
    return _sorted_sums(rows, weights) if _sparse(len(rows), total) else _sums([(rows, weights)], total)


def _sparse(postings: int, total: int) -> bool:
    return postings * _SPARSE < total


def _sorted_sums(rows: Array, weights: Scores) -> Found:
    # Row and weight as one number each: numpy sorts numbers several times faster than it finds their order.
    both = rows.astype(np.uint64)
    both <<= np.uint64(32)
    both |= weights.view(np.uint32)
    both.sort()
    rows = (both >> np.uint64(32)).astype(np.uint32)
    first = begins(rows)
    return Found(rows.take(first), np.add.reduceat(both.astype(np.uint32).view(np.float32), first))


def _sums(parts: Sequence[tuple[Array, Scores]], total: int) -> Found:
    # Part by part, so that they need not be joined first.
    sums = np.zeros(total, np.float32)
    unseen: Array | None = None
    for rows, weights in parts:
        places = rows.astype(np.intp)
        np.add.at(sums, places, weights)
        if weights.min() <= 0:
            # A sum above 0 tells that there is something; filters weigh 0.
            unseen = np.zeros(total, bool) if unseen is None else unseen
            unseen[places] = True
    found = nonzero(sums > 0 if unseen is None else (sums > 0) | unseen)
    return Found(found.astype(np.uint32), sums.take(found))


def begins(numbers: Array) -> NDArray[np.intp]:
    """Where each run of equal numbers begins."""
    changes = np.empty(len(numbers), bool)
    changes[:1] = True
    np.not_equal(numbers[1:], numbers[:-1], out=changes[1:])
    return nonzero(changes)


def best(scores: Scores, k: int) -> Array:
    """Places, ascending, of the k highest scores and of all that equal the last of them."""
    if len(scores) <= k:
        return np.arange(len(scores))
    if k <= 0:
        return np.empty(0, np.intp)
    columns = len(scores) // _BLOCK
    if columns > 2 * k:
        # The k-th highest of the maxima of blocks cannot be above the k-th highest score.
        maxima = scores[: columns * _BLOCK].reshape(_BLOCK, columns).max(axis=0)
        places = nonzero(scores >= np.partition(maxima, columns - k)[columns - k])
        return places.take(_partitioned(scores.take(places), k))
    return _partitioned(scores, k)


def _partitioned(scores: Scores, k: int) -> Array:
    return nonzero(scores >= np.partition(scores, len(scores) - k)[len(scores) - k])


_BLOCK = 64
"""Scores of which only the maximum is looked at first."""
