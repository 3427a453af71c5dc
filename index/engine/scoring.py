"""BM25F as Whoosh computes it, over whole arrays."""

import math

import numpy as np
from numpy.typing import NDArray
from whoosh.util.numeric import byte_to_length, length_to_byte

from index.engine.arrays import Array

Scores = NDArray[np.float32]

_LONGEST = 106_374
"""From this length on Whoosh's byte says the same."""
_AS_WHOOSH_ROUNDS = np.array([byte_to_length(length_to_byte(n)) for n in range(4096)], np.float32)


def rounded_lengths(lengths: Array) -> Scores:
    """Field lengths as Whoosh knows them: rounded up to one of 256 values."""
    if not len(lengths) or int(lengths.max()) < len(_AS_WHOOSH_ROUNDS):
        return _AS_WHOOSH_ROUNDS[lengths]
    values, places = np.unique(np.minimum(lengths, _LONGEST), return_inverse=True)
    table = np.array([byte_to_length(length_to_byte(int(n))) for n in values], np.float32)
    return table[places]


def norms(lengths: Array, average: float, k1: float, b: float) -> Scores:
    """What BM25's denominator adds to a term's frequency, for each row: k1 · (1 - b + b · length / average)."""
    factor = np.float32(k1 * b / average)
    return rounded_lengths(lengths) * factor + np.float32(k1 * (1 - b))


def idf(rows: int, frequency: int) -> float:
    """Whoosh's inverse document frequency: log(rows / (frequency + 1)) + 1, deleted rows counted in both."""
    return math.log(rows / (frequency + 1)) + 1


def bm25(weights: Array, norm: Scores, idf_: float, k1: float) -> Scores:
    """Scores of postings.

    Args:
        weights: How often the term stands in each row.
        norm: The rows' `norms`.
        idf_: The term's inverse document frequency.
        k1: Saturation of frequency.
    """
    scores = weights.astype(np.float32)
    denominator = scores + norm
    scores *= np.float32(idf_ * (k1 + 1))
    scores /= denominator
    return scores
