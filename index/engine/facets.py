"""How rows are spread over outlets and time."""

import numpy as np

from index.engine.arrays import Array

_EPOCH = 719_163
"""The ordinal of 1 January 1970."""


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
