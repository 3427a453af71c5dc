"""Phrases, near words and words in order: the places of each word in a segment, compared as sorted arrays."""

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


def in_order(field: Postings, rows: Array, terms: Sequence[int]) -> Array:
    """How many words of a run each of some rows has as they follow one another in the run.

    A word at place p of the row that is the i-th of the run lies on the diagonal p - i, as in a dot plot of two
    sequences: what is said word for word lies on one, a word more or less moves what follows to the next one, and
    another word in the place of one moves nothing. Counted are the words on the best two diagonals side by side.

    Args:
        field: The segment's postings, with places.
        rows: Rows of the segment, ascending.
        terms: The run's words as numbers of the field's terms, in order; -1 for one that the segment has not.
    """
    starts, ends = field.row_places.take(rows), field.row_places.take(rows + 1)
    found: list[Array] = []
    many = len(terms)
    # Below the first place of a row lie as many diagonals as there are words.
    width = field.longest + many + 1
    for offset, term in enumerate(terms):
        if term < 0:
            continue
        places = field.places(term)
        low, counts = _inside(places, starts, ends)
        which = np.repeat(np.arange(len(rows)), counts)
        at = np.arange(len(which)) + np.repeat(low - np.cumsum(counts) + counts, counts)
        diagonal = places.take(at).astype(np.int64) - starts.take(which) + (many - offset)
        window = (which * width + diagonal) * many + offset
        found += [window, window - many]
    if not found:
        return np.zeros(len(rows), np.int64)
    # Each word once in a window of two diagonals, and each window with its words.
    windows = np.unique(np.concatenate(found)) // many
    first = begins(windows)
    best = np.zeros(len(rows), np.int64)
    np.maximum.at(best, windows.take(first) // width, np.diff(first, append=len(windows)))
    return best


def _inside(places: Array, starts: Array, ends: Array) -> tuple[Array, Array]:
    """Where the places between some bounds begin among all, and how many there are."""
    low = places.searchsorted(starts)
    return low, places.searchsorted(ends) - low
