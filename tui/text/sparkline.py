"""Counts as blocks: a line of them over time, a bar for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.search import Counted

_HEIGHTS = "▁▂▃▄▅▆▇█"


def sparkline(months: Sequence[Counted], width: int) -> str:
    """Articles over time in at most `width` cells, from the first month that has any to the last.

    Each cell stands for the same number of months, as few as fit; one without an article stays blank, and one
    with a single article never does.

    Args:
        months: As "2021-07", the earliest first.
        width: Cells.
    """
    if not months or width < 1:
        return ""
    first, span = _number(months[0].name), months_from(months)
    each = -(-span // width)
    cells = [0] * -(-span // each)
    for month in months:
        cells[(_number(month.name) - first) // each] += month.articles
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
