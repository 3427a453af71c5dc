"""Counts as blocks: a line of them over time, a bar for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from index.periods import counted

if TYPE_CHECKING:
    from models.search import Counted
    from models.timeline import Unit

_HEIGHTS = "▁▂▃▄▅▆▇█"


def sparkline(months: Sequence[Counted], width: int) -> str:
    """Articles over time in at most `width` cells, from the first month that has any to the last.

    Each cell stands for the same number of months, as few as fit; one without an article stays blank, and one
    with a single article never does.

    Args:
        months: As "2021-07", the earliest first.
        width: Cells.
    """
    return _line({_number(month.name): month.articles for month in months}, width)


def sparkline_of_days(days: Sequence[tuple[int, int]], width: int) -> str:
    """The same of days, in the shortest of days, weeks and months that fits.

    Args:
        days: Ordinals with their articles, the earliest first.
        width: Cells.
    """
    units: tuple[Unit, ...] = ("day", "week", "month")
    counts: dict[int, int] = {}
    for unit in units:
        counts = counted(days, unit)
        if counts and max(counts) - min(counts) < width:
            break
    return _line(counts, width)


def _line(counts: Mapping[int, int], width: int) -> str:
    """Articles of numbered periods, the earliest first."""
    if not counts or width < 1:
        return ""
    first = min(counts)
    span = max(counts) - first + 1
    each = -(-span // width)
    cells = [0] * -(-span // each)
    for period, articles in counts.items():
        cells[(period - first) // each] += articles
    # Rounded up, so that the least count has the least height.
    heights = (-(-count * len(_HEIGHTS) // max(cells)) for count in cells)
    return "".join(_HEIGHTS[height - 1] if height else " " for height in heights)


def months_from(months: Sequence[Counted]) -> int:
    """How many months there are from the first to the last, both included."""
    return _number(months[-1].name) - _number(months[0].name) + 1


def bar(count: int, most: int, width: int) -> str:
    """A bar of at most `width` cells, as long as its count is great beside the greatest; never quite nothing.

    Half as high as a line, so that bars below each other do not run together.
    """
    return "▄" * -(-count * width // most) if count > 0 else ""


def _number(month: str) -> int:
    """Months since the year 0."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1
