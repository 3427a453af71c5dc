"""Counts as blocks: a line of them over time, a bar for each."""

from collections.abc import Sequence

from models.search import Counted

_HEIGHTS = "▁▂▃▄▅▆▇█"
_LENGTHS = "▏▎▍▌▋▊▉█"


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
    return "".join(_HEIGHTS[_eighths(count, max(cells), 1) - 1] if count else " " for count in cells)


def months_from(months: Sequence[Counted]) -> int:
    """How many months there are from the first to the last, both included."""
    return _number(months[-1].name) - _number(months[0].name) + 1


def bar(count: int, most: int, width: int) -> str:
    """A bar of at most `width` cells, as long as its count is great beside the greatest; never quite nothing."""
    if count < 1 or width < 1:
        return ""
    whole, rest = divmod(_eighths(count, most, width), len(_LENGTHS))
    return _LENGTHS[-1] * whole + (_LENGTHS[rest - 1] if rest else "")


def _eighths(count: int, most: int, cells: int) -> int:
    """A count as eighths of cells, rounded up."""
    return -(-count * 8 * cells // most)


def _number(month: str) -> int:
    """Months since the year 0."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1
