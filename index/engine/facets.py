"""How rows are spread over outlets and time."""

from collections.abc import Sequence

import numpy as np

from index.engine.arrays import Array
from index.engine.matches import best
from index.engine.postings import Postings, to_key, to_term

_EPOCH = 719_163
"""The ordinal of 1 January 1970."""


Parts = Sequence[tuple[int, Postings]]
"""The number of each segment's first row, and a field's postings there."""


def frequent(parts: Parts, marked: Array, most: int) -> list[str]:
    """The terms that stand in the most marked rows, at most so many of each segment.

    Args:
        parts: The field.
        marked: A mask over all rows.
        most: How many.
    """
    found: dict[bytes, None] = {}
    for base, part in parts:
        before = np.concatenate([[0], np.cumsum(marked[base:].take(part.rows))])
        rows = np.diff(before.take(part.starts.astype(np.intp)))
        there = np.flatnonzero(rows)
        chosen = there.take(best(rows.take(there), most))
        found.update(dict.fromkeys(map(part.key, chosen.tolist())))
    return [to_term(key) for key in found]


def pairs(parts: Parts, marked: Array, terms: Sequence[str]) -> tuple[Array, Array]:
    """Which marked rows hold which of some terms: for each such pair the term's place among them, and the row."""
    numbers, rows = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    wanted = {to_key(term): place for place, term in enumerate(terms)}
    for base, part in parts:
        # All terms in turn: a few thousand looked up one by one would take longer.
        found = np.fromiter((wanted.get(key, -1) for key in part.all_keys()), np.int64, len(part))
        which = np.repeat(found, part.frequencies())
        there = np.flatnonzero(marked[base:].take(part.rows) & (which >= 0))
        numbers.append(which.take(there))
        rows.append(part.rows.take(there).astype(np.int64) + base)
    return np.concatenate(numbers), np.concatenate(rows)


def counted(numbers: Array, names: list[str]) -> list[tuple[str, int]]:
    """Each name's rows, the most first; names of none are left out.

    Args:
        numbers: For each row a number into `names`.
        names: Their names.
    """
    counts = np.bincount(numbers, minlength=len(names)).tolist()
    found = [(name, rows) for name, rows in zip(names, counts, strict=True) if rows]
    return sorted(found, key=lambda item: (-item[1], item[0]))


def by_month(days: Array) -> list[tuple[str, int]]:
    """Each month that has rows, as "2021-07", the earliest first; "" is undated and comes last.

    Args:
        days: Each row's day as an ordinal; 0 is undated.
    """
    if not len(days):
        return []
    dated = days.take(np.flatnonzero(days))
    undated = len(days) - len(dated)
    found: list[tuple[str, int]] = []
    if len(dated):
        first = int(dated.min())
        each = np.bincount(dated - first)
        months = (np.arange(len(each)) + (first - _EPOCH)).astype("M8[D]").astype("M8[M]").astype(np.int64)
        earliest = int(months[0])
        totals = np.bincount(months - earliest, weights=each).astype(np.int64).tolist()
        found = [(_month(n), total) for n, total in enumerate(totals, start=earliest) if total]
    return [*found, ("", undated)] if undated else found


def _month(number: int) -> str:
    """A month counted from January 1970 as "2021-07"."""
    year, month = divmod(number, 12)
    return f"{1970 + year:04}-{month + 1:02}"
