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

    def only(self, mask: Array) -> "Found":
        """The rows that a mask, as long as they are, lets through."""
        return Found(self.rows[mask], self.scores[mask])

    def constant(self, score: float) -> "Found":
        """The same rows, all with one score."""
        return constant(self.rows, score)


NONE = Found(np.empty(0, np.uint32), np.empty(0, np.float32))

_SPARSE = 8
"""Below one posting in this many rows, sorting is cheaper than an array as long as the index."""
_LOOKUP = 16
"""From so many times more rows on, binary search of the few is cheaper than marking the many."""


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


def without(found: Found, others: Array, total: int) -> Found:
    """What of `found` is not among other rows."""
    return found.only(~_among(found.rows, others, total)[0])


def complement(rows: Array, total: int) -> Array:
    """All rows but these."""
    return np.flatnonzero(~marked(rows, total))


def both(a: Found, b: Found, total: int) -> Found:
    """The rows of both, with the sum of the scores."""
    if len(b.rows) < len(a.rows):
        a, b = b, a
    inside, places = _among(a.rows, b.rows, total)
    kept = a.only(inside)
    return Found(kept.rows, kept.scores + b.scores[places[inside]])


def maybe(a: Found, b: Found, total: int) -> Found:
    """The rows of `a`, with the score of `b` added where it has them too."""
    inside, places = _among(a.rows, b.rows, total)
    scores = a.scores.copy()
    scores[inside] += b.scores[places[inside]]
    return Found(a.rows, scores)


def _among(few: Array, many: Array, total: int) -> tuple[Array, Array]:
    """For each row of `few`, whether it is in `many`, and where."""
    if not len(many):
        return np.zeros(len(few), bool), np.zeros(len(few), np.int64)
    if len(few) * _LOOKUP < len(many):
        places = np.searchsorted(many, few)
        places[places == len(many)] = 0
        return many[places] == few, places
    place_of = np.zeros(total, np.int32)
    place_of[many] = np.arange(1, len(many) + 1, dtype=np.int32)
    found = place_of[few] - 1
    return found >= 0, found


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
    return Found(rows.astype(np.uint32), scores[rows])


def summed(rows: Array, weights: Array, total: int) -> Found:
    """Rows in any order and with repetitions to rows with the sums of their weights."""
    if not len(rows):
        return NONE
    if len(rows) * _SPARSE < total:
        order = np.argsort(rows, kind="stable")
        rows, weights = rows[order], weights[order]
        first = np.flatnonzero(np.concatenate([[True], rows[1:] != rows[:-1]]))
        return Found(rows[first], np.add.reduceat(weights.astype(np.float32, copy=False), first))
    sums = np.bincount(rows, weights=weights, minlength=total)
    mask = marked(rows, total)
    found = np.flatnonzero(mask)
    return Found(found.astype(np.uint32), sums[found].astype(np.float32))
