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
    scores: Scores

    def boosted(self, boost: float) -> "Kept":
        """The same places with all scores multiplied."""
        return self if boost == 1.0 else Kept(self.places, self.scores * np.float32(boost))

    def constant(self, score: float) -> "Kept":
        """The same places, all with one score."""
        return Kept(self.places, np.full(len(self.places), score, np.float32))


NONE = Found(np.empty(0, np.uint32), np.empty(0, np.float32))

_SPARSE = 12
"""Below one posting in this many rows, sorting is cheaper than an array as long as the index."""
LOOKUP = 16
"""A term with more than so many times the rows that are asked about is not scored as a whole."""


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
    return np.flatnonzero(mask)


def kept(rows: Array, found: Found, total: int) -> Kept:
    """Which of some rows are in `found`, with the scores they have there."""
    if not len(found.rows) or not len(rows):
        return Kept(np.empty(0, np.intp), np.empty(0, np.float32))
    if _few(len(rows), len(found.rows), total):
        places, among = looked_up(rows, found.rows)
        return Kept(places, found.scores.take(among))
    if _few(len(found.rows), len(rows), total):
        among, places = looked_up(found.rows, rows)
        return Kept(places, found.scores.take(among))
    place_of = np.zeros(total, np.int32)
    place_of[found.rows] = np.arange(1, len(found.rows) + 1, dtype=np.int32)
    among = place_of.take(rows)
    places = np.flatnonzero(among)
    return Kept(places, found.scores.take(among.take(places) - 1))


def _few(few: int, many: int, total: int) -> bool:
    """Whether looking up each of the few costs less than marking the many in an array over the whole index."""
    # About 40 ns a look-up, 1.5 ns to mark a row, and 0.2 ns to clear an element.
    return few * 200 < total + 8 * many


def looked_up(few: Array, many: Array) -> tuple[Array, Array]:
    """The places in `few` of what is in `many` too, and its places there; `many` is not empty."""
    among = np.searchsorted(many, few)
    among[among == len(many)] = 0
    places = np.flatnonzero(many.take(among) == few)
    return places, among.take(places)


def any_of(parts: Sequence[Found], total: int) -> Found:
    """The rows of any, with the sum of the scores."""
    parts = [part for part in parts if len(part.rows)]
    if not parts:
        return NONE
    if len(parts) == 1:
        return parts[0]
    if sum(len(part.rows) for part in parts) * _SPARSE < total:
        return summed(
            np.concatenate([part.rows for part in parts]),
            np.concatenate([part.scores for part in parts]),
            total,
        )
    scores = np.zeros(total, np.float32)
    mask = np.zeros(total, bool)
    for part in parts:
        scores[part.rows] += part.scores
        mask[part.rows] = True
    rows = np.flatnonzero(mask)
    return Found(rows.astype(np.uint32), scores.take(rows))


def summed(rows: Array, weights: Array, total: int) -> Found:
    """Rows in any order and with repetitions to rows with the sums of their weights, which are above 0."""
    if not len(rows):
        return NONE
    if len(rows) * _SPARSE < total:
        order = np.argsort(rows, kind="stable")
        rows, weights = rows.take(order), weights.take(order)
        first = np.flatnonzero(np.concatenate([[True], rows[1:] != rows[:-1]]))
        return Found(rows.take(first), np.add.reduceat(weights.astype(np.float32, copy=False), first))
    sums = np.bincount(rows, weights=weights, minlength=total)
    found = np.flatnonzero(sums)
    return Found(found.astype(np.uint32), sums.take(found).astype(np.float32))


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
        places = np.flatnonzero(scores >= np.partition(maxima, columns - k)[columns - k])
        return places.take(_partitioned(scores.take(places), k))
    return _partitioned(scores, k)


def _partitioned(scores: Scores, k: int) -> Array:
    return np.flatnonzero(scores >= np.partition(scores, len(scores) - k)[len(scores) - k])


_BLOCK = 64
"""Scores of which only the maximum is looked at first."""
