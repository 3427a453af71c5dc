"""BM25F as Whoosh computes it, over whole arrays."""

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from whoosh.util.numeric import byte_to_length

from index.engine.arrays import Array

Scores = NDArray[np.float32]

_AS_WHOOSH_ROUNDS = np.array([byte_to_length(byte) for byte in range(256)], np.float32)
"""The 256 lengths that Whoosh knows, ascending: it rounds up to the next, and longer ones down to the last."""


def rounded_lengths(lengths: Array) -> Scores:
    """Field lengths as Whoosh knows them."""
    places = np.searchsorted(_AS_WHOOSH_ROUNDS, np.asarray(lengths, np.float64))
    return _AS_WHOOSH_ROUNDS[np.minimum(places, 255)]


@lru_cache(maxsize=64)
def norms(longest: int, average: float, k1: float, b: float) -> Scores:
    """What BM25's denominator adds to a term's frequency: k1 · (1 - b + b · length / average), by length."""
    factor = np.float32(k1 * b / average)
    return rounded_lengths(np.arange(longest + 1)) * factor + np.float32(k1 * (1 - b))


def idf(rows: int, frequency: int) -> float:
    """Whoosh's inverse document frequency: log(rows / (frequency + 1)) + 1, deleted rows counted in both."""
    return math.log(rows / (frequency + 1)) + 1


def bm25(weights: Array, norm: Scores, idf_: float, k1: float) -> Scores:
    """Scores of postings.

    Args:
        weights: How often the term stands in each row.
        norm: The rows' `norms`; used up.
        idf_: The term's inverse document frequency.
        k1: Saturation of frequency.
    """
    scores = weights.astype(np.float32)
    norm += scores
    scores *= np.float32(idf_ * (k1 + 1))
    scores /= norm
    return scores
