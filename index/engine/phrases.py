"""Phrases and near words: the places of each word in a segment, compared as sorted arrays."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from index.engine.arrays import Array
from index.engine.matches import begins, nonzero
from index.engine.postings import Postings

_FEW = 12
"""Below one in so many, looking the few up is quicker than merging them with the many."""


def rows_with_phrase(field: Postings, terms: Sequence[int], slop: int) -> Array:
    """The rows of one segment that hold a phrase, ascending.

    Args:
        field: The segment's postings, with places.
        terms: The phrase's words as numbers of the field's terms, in order.
        slop: 1 asks for the words side by side and in order. More asks for all of them, in any order, inside a
            stretch of text in which the last is at most `slop` times (number of words - 1) words after the first:
            two words of slop 5 are at most five words apart.
    """
    places = _in_order(field, terms) if slop <= 1 else _near(field, terms, slop * (len(terms) - 1))
    rows = _rows(field, places)
    return rows.take(begins(rows)).astype(np.uint32)


def _in_order(field: Postings, terms: Sequence[int]) -> Array:
    """The place of the phrase's rarest word wherever the phrase stands."""
    places = [field.places(term) for term in terms]
    rarest, *others = sorted(range(len(terms)), key=lambda offset: len(places[offset]))
    found = places[rarest]
    for offset in others:
        if not len(found):
            break
        # Numbers wrap round: a place before the first becomes one that no word has, and back again.
        shift = found.dtype.type((offset - rarest) % 2 ** (8 * found.itemsize))
        found = _common(found + shift, places[offset])
        found -= shift
    return found


def _common(few: Array, many: Array) -> Array:
    """The places in both; ascending ones, but for what has wrapped round in `few`."""
    if len(few) * _FEW < len(many) or few[0] > few[-1]:
        return few.take(nonzero(many.take(many.searchsorted(few), mode="clip") == few))
    both = np.concatenate([many, few])
    both.sort(kind="stable")  # merges the two runs
    return both.take(nonzero(both[1:] == both[:-1]))


def _near(field: Postings, terms: Sequence[int], width: int) -> Array:
    """Places of words with which a stretch that holds all of them ends."""
    wanted = Counter(terms)
    places = {term: field.places(term).astype(np.int64) for term in wanted}
    ends = np.sort(np.concatenate(list(places.values())), kind="stable")
    start = ends
    for term, times in wanted.items():
        # The nearest place before each end at which the word has stood `times` times.
        index = np.searchsorted(places[term], ends, side="right") - times
        nearest = np.where(index >= 0, places[term][np.maximum(index, 0)], -1)
        start = np.minimum(start, nearest)
    close = np.flatnonzero((start >= 0) & (ends - start <= width))
    ends, start = ends[close], start[close]
    return ends.take(np.flatnonzero(_rows(field, ends) == _rows(field, start)))


def _rows(field: Postings, places: Array) -> Array:
    rows: Array = field.row_places.searchsorted(
        places.astype(field.row_places.dtype, copy=False), side="right"
    )
    rows -= 1
    return rows
