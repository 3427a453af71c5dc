"""Counts over time as columns of blocks, with an axis of dates below and the peaks named above."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from rich.cells import cell_len

from index.periods import days_of
from tui.text.dates import month_of
from tui.text.painting import Run, Runs, shorten_text
from tui.text.safety import printable

if TYPE_CHECKING:
    from models.timeline import Unit

_HEIGHTS = " ▁▂▃▄▅▆▇█"
_WIDEST_COLUMN = 8
_LEAST_ROWS = 3
_NAMES, _FOOT = 2, 2
"""Lines for the names of peaks, where there is room for them, and for axis and dates."""
_LABEL = 30
"""Cells of a peak's name, at most."""
_GAP = 2
"""Cells between what stands beside each other on one line."""
_APART = 4
"""Cells between the name of a month and a day of it."""

_WEEKS = 3
"""The rank on the axis of days that begin a week; from here on a day is told by its number alone."""
_DAYS = 4
"""The rank on the axis of days that begin nothing, neither year, month nor week."""
_ROOMY = 3
"""Cells of a column from which on these are dated, too."""


@dataclass(frozen=True)
class Chart:
    """What is drawn: the articles of each period from the first to the last."""

    unit: Unit
    counts: Mapping[int, int]
    """Periods that have any, as `index.periods` numbers them; not empty."""
    cursor: int
    """The period that is looked at."""
    labels: Mapping[int, str]
    """What stands above some periods, the foremost first."""

    @cached_property
    def first(self) -> int:
        """The first period."""
        return min(self.counts)

    @cached_property
    def last(self) -> int:
        """The last period."""
        return max(self.counts)

    @cached_property
    def most(self) -> int:
        """The articles of the highest column, whether it is in sight or not."""
        return max(self.counts.values())


@dataclass(frozen=True)
class Frame:
    """Which periods are in sight, and how wide their columns are."""

    gutter: int
    """Cells left of the columns, for the scale."""
    begin: int
    """The first period in sight."""
    periods: int
    """How many are."""
    column: int
    """Cells of each."""

    def cell(self, number: int) -> int:
        """Where a period's column begins."""
        return self.gutter + (number - self.begin) * self.column

    def period_at(self, cell: int) -> int | None:
        """The period whose column is at a cell."""
        place = (cell - self.gutter) // self.column
        return self.begin + place if 0 <= place < self.periods else None


def framed(chart: Chart, width: int, begin: int | None = None) -> Frame:
    """All periods where they fit; else those around the cursor, as few moved on as have to be.

    Args:
        chart: What is drawn.
        width: Cells.
        begin: The first period that was in sight before.
    """
    gutter = len(f"{chart.most:,}") + 2
    room = max(1, width - gutter)
    total = chart.last - chart.first + 1
    column = max(1, min(_WIDEST_COLUMN, room // total))
    periods = min(total, room // column)
    latest = chart.last - periods + 1
    wanted = begin if begin is not None else chart.cursor - periods // 2
    wanted = min(max(wanted, chart.cursor - periods + 1), chart.cursor)
    return Frame(gutter, max(chart.first, min(wanted, latest)), periods, column)


def fits(first: int, last: int, most: int, width: int) -> bool:
    """Whether all periods have a column of their own."""
    return last - first + 1 <= width - len(f"{most:,}") - 2


def height_of(chart: Chart, most: int) -> int:
    """Lines of a chart whose columns have no more air above them than their names need.

    Args:
        chart: What is drawn.
        most: Lines that it has at most.
    """
    return min(most, max(_LEAST_ROWS, chart.most) + _NAMES + _FOOT)


def draw_chart(chart: Chart, frame: Frame, width: int, height: int) -> list[Runs]:
    """The lines of a chart, as many as its height: names of peaks, columns, axis, dates."""
    label_lines, rows = _shared(height)
    return [
        *_labels(chart, frame, width, label_lines),
        *(_columns(chart, frame, rows, row) for row in range(rows - 1, -1, -1)),
        _axis(chart, frame),
        _dates(chart, frame, width),
    ][:height]


def tops(chart: Chart, frame: Frame, height: int) -> Iterator[tuple[int, int, int]]:
    """The periods in sight that have articles: their numbers, with the cell and line where their columns end above."""
    label_lines, rows = _shared(height)
    for number in range(frame.begin, frame.begin + frame.periods):
        if eighths := _eighths(chart, number, rows):
            yield number, frame.cell(number), label_lines + rows - -(-eighths // 8)


def _shared(height: int) -> tuple[int, int]:
    """How many lines the names of peaks have, and the columns."""
    label_lines = max(0, min(_NAMES, height - _FOOT - _LEAST_ROWS))
    return label_lines, max(1, height - _FOOT - label_lines)


def _eighths(chart: Chart, number: int, rows: int) -> int:
    """How high a column is, in eighths of a line; rounded up, so that one article shows."""
    return -(-chart.counts.get(number, 0) * _highest(chart, rows) * 8 // chart.most)


def _highest(chart: Chart, rows: int) -> int:
    """The lines of the highest column: an article has no more than one, or few would look like many."""
    return min(rows, chart.most)


def _columns(chart: Chart, frame: Frame, rows: int, row: int) -> Runs:
    """One line of columns; `row` counts from below."""
    scale = f"{chart.most:,}" if row == _highest(chart, rows) - 1 else "0" if row == 0 else ""
    runs = [Run(f"{scale:>{frame.gutter - 2}} │", ("dim",))]
    bar = frame.column - 1 if frame.column > 2 else frame.column
    drawn = ""
    for number in range(frame.begin, frame.begin + frame.periods):
        eighths = _eighths(chart, number, rows)
        drawn += (_HEIGHTS[max(0, min(8, eighths - row * 8))] * bar).ljust(frame.column)
    here = (chart.cursor - frame.begin) * frame.column
    after = here + frame.column
    runs += [
        Run(drawn[:here], ("column",)),
        Run(drawn[here:after], ("column-here",)),
        Run(drawn[after:], ("column",)),
    ]
    return runs


def _axis(chart: Chart, frame: Frame) -> Runs:
    """The line under the columns, with a mark under the cursor's."""
    here = frame.cell(chart.cursor) - frame.gutter
    size = frame.periods * frame.column
    mark = max(1, frame.column - 1 if frame.column > 2 else frame.column)
    return [
        Run(" " * (frame.gutter - 1) + "└" + "─" * here, ("dim",)),
        Run("▲" * mark, ("column-here",)),
        Run("─" * (size - here - mark), ("dim",)),
    ]


def _dates(chart: Chart, frame: Frame, width: int) -> Runs:
    """Dates where years, months and days begin, as many as have room; those of the longest periods first.

    A day whose month has no room is told with it, the others not so near to a month's name that both read as one date.
    """
    line = [" "] * width
    told: set[str] = set()
    wanted = [
        mark
        for n in range(frame.periods)
        if (mark := _mark(frame.begin + n, chart.unit, leads=not n))[0] < _DAYS or frame.column >= _ROOMY
    ]
    for rank, number, text in sorted(wanted):
        first = _month(number, chart.unit, rank)
        month = first[: len("2021-07")]
        bare = rank >= _WEEKS and month in told
        shown = f"{month_of(first)[:3]} {text}" if rank >= _WEEKS and not bare else text
        start = frame.cell(number)
        end = start + len(shown)
        around = line[max(0, start - (_APART if bare else _GAP)) : end + _GAP]
        if end <= width and all(cell == " " for cell in around):
            line[start:end] = shown
            told.add(month)
    return [Run("".join(line), ("dim",))]


def _mark(number: int, unit: Unit, *, leads: bool) -> tuple[int, int, str]:
    """How much a date is wanted on the axis, 0 the most; its period, and its text.

    Args:
        number: The period.
        unit: How long it is.
        leads: Whether it is the first in sight, which tells the year.
    """
    first, last = days_of(number, unit)
    if unit == "year":
        rank = 0 if leads or not first.year % 10 else 1 if not first.year % 5 else 2
        return rank, number, str(first.year)
    if leads:
        return 0, number, month_of(first.isoformat())
    # A week that holds the first of a month or a year is where it begins.
    day = first if first.day == 1 else last
    begins = first.day == 1 or first.month != last.month
    if begins and day.month == 1:
        return 1, number, str(day.year)
    if begins:
        return 2, number, month_of(day.isoformat())[:3]
    return (_WEEKS if unit == "day" and not first.weekday() else _DAYS), number, str(first.day)


def _month(number: int, unit: Unit, rank: int) -> str:
    """A day of the month that a date on the axis names or belongs to: of a week that begins one, that one."""
    first, last = days_of(number, unit)
    return (last if 0 < rank < _WEEKS else first).isoformat()


def _labels(chart: Chart, frame: Frame, width: int, lines: int) -> list[Runs]:
    """Names of peaks above their columns, beginning or ending there; those that have no room are left out."""
    taken: list[list[tuple[int, int, str]]] = [[] for _ in range(lines)]
    for number, label in chart.labels.items():
        if not frame.begin <= number < frame.begin + frame.periods:
            continue
        text = shorten_text(printable(label), min(_LABEL, width - frame.gutter))
        cell, size = frame.cell(number), cell_len(text) + _GAP
        rightwards = cell + size <= width
        start, shown = (cell, f"▾ {text}") if rightwards else (cell + 1 - size, f"{text} ▾")
        if start < 0:
            continue
        for line in taken:
            if all(start + size + 1 <= a or start >= b + 1 for a, b, _ in line):
                line.append((start, start + size, shown))
                break
    return [_spread(line) for line in taken[::-1]]


def _spread(labels: Sequence[tuple[int, int, str]]) -> Runs:
    runs: Runs = []
    at = 0
    for start, end, text in sorted(labels):
        runs += [Run(" " * (start - at)), Run(text, ("strong",))]
        at = end
    return runs
