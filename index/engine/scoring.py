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


def weight(rows: int, frequency: int, k1: float) -> float:
    """What a term's score comes to be as it stands in a row ever more often: idf · (k1 + 1)."""
    return idf(rows, frequency) * (k1 + 1)


def bm25(counts: Array, norm: Scores, weights: Array | float) -> Scores:
    """Scores of postings: weight · count / (count + norm).

    Args:
        counts: How often the term stands in each row, above 0.
        norm: The rows' `norms`.
        weights: The term's `weight`, or for each posting that of its term; as a column, for each term in turn,
            of which `counts` then has a row.
    """
    scores: Scores = np.divide(norm, counts, dtype=np.float32)
    scores += np.float32(1)
    return np.divide(weights, scores, out=scores, dtype=np.float32)
