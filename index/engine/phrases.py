"""Phrases and near words: where in its rows each word stands, compared as sorted arrays of places."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from index.engine.arrays import Array
from index.engine.postings import Postings

_SHIFT = 32
"""A place is `row << 32 | position`: rows never run into each other."""


def rows_with_phrase(field: Postings, terms: Sequence[int], candidates: Array, slop: int) -> Array:
    """The rows of one segment that hold a phrase.

    Args:
        field: The segment's postings, with positions.
        terms: The phrase's words as numbers of the field's terms, in order.
        candidates: Rows, ascending, that hold all the words.
        slop: 1 asks for the words side by side and in order. More asks for all of them, in any order, inside a
            stretch of text in which the last is at most `slop` times (number of words - 1) words after the first:
            two words of slop 5 are at most five words apart.
    """
    if slop <= 1:
        return _in_order(field, terms, candidates)
    return _near(field, terms, candidates, slop * (len(terms) - 1))


def _in_order(field: Postings, terms: Sequence[int], candidates: Array) -> Array:
    begins: Array | None = None
    rarest_first = sorted(
        enumerate(terms), key=lambda item: int(field.starts[item[1] + 1] - field.starts[item[1]])
    )
    for offset, term in rarest_first:
        # Where the phrase would begin for this word to be in its place; it may come out before the row's start,
        # in a number that no other word can agree to.
        places = _places(field, term, candidates) - offset
        begins = places if begins is None else _common(begins, places)
        if not len(begins):
            return begins
        candidates = _distinct((begins + len(terms)) >> _SHIFT)
    return candidates


def _near(field: Postings, terms: Sequence[int], candidates: Array, width: int) -> Array:
    wanted = Counter(terms)
    places = {term: _places(field, term, candidates) for term in wanted}
    ends = np.sort(np.concatenate(list(places.values())))
    start = ends
    for term, times in wanted.items():
        # The nearest place before each end at which the word has stood `times` times.
        index = np.searchsorted(places[term], ends, side="right") - times
        nearest = np.where(index >= 0, places[term][np.maximum(index, 0)], -1)
        start = np.minimum(start, nearest)
    # A start in an earlier row is further away than any width, for rows are 2^32 places apart.
    return _distinct(ends[(start >= 0) & (ends - start <= width)] >> _SHIFT)


def _places(field: Postings, term: int, candidates: Array) -> Array:
    """The places of a term in the candidate rows, all of which hold it; ascending."""
    rows, counts = field.of(term, term + 1)
    begins = np.cumsum(counts, dtype=np.int64) - counts + field.position_starts[term]  # type: ignore[index]
    if len(candidates) < len(rows):
        found = np.searchsorted(rows, candidates)
        rows, counts, begins = rows[found], counts[found], begins[found]
    sizes = counts.astype(np.int64)
    ends = np.cumsum(sizes)
    flat = np.repeat(begins - (ends - sizes), sizes)
    flat += np.arange(len(flat))
    starts = np.repeat(rows.astype(np.int64) << _SHIFT, sizes)
    starts += field.positions[flat]  # type: ignore[index]
    return starts


def _common(a: Array, b: Array) -> Array:
    few, many = (a, b) if len(a) < len(b) else (b, a)
    places = np.searchsorted(many, few)
    places[places == len(many)] = 0
    same: Array = many[places] == few
    return few[same]


def _distinct(ascending: Array) -> Array:
    return (
        ascending[np.concatenate([[True], ascending[1:] != ascending[:-1]])] if len(ascending) else ascending
    )
