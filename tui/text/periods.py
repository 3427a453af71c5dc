"""The periods of a timeline: how long they are, how many articles lie in each, and which of them is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.periods import UNITS, counted, days_of, number_of, peaks
from index.query.dates import span_among
from tui.text.chart import fits
from tui.text.timeline import label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from index.query.dates import Days
    from models.timeline import Period, Unit

_PEAKS = 8
"""Peaks that are named; more have no room above a chart."""
_WEEK, _MONTH = 7, 31
"""Days that a week has, and a month at most."""


class Periods:
    """Articles by day, taken together by periods of one length, with a cursor on one of these."""

    def __init__(self, unit: Unit = "month", number: int = 0) -> None:
        """Have no articles yet.

        Args:
            unit: How long the periods are.
            number: The period under the cursor, as `index.periods` numbers them.
        """
        self.unit = unit
        self.number = number
        self.counts: dict[int, int] = {}
        """The articles of each period that has any, the earliest first."""
        self.peaks: list[int] = []
        """The periods that stand out, the highest first."""
        self._by_day: Sequence[tuple[int, int]] = ()
        self._compared: dict[tuple[Unit, int], Period] = {}
        """What periods consist of, as far as they were compared with the rest."""

    def take(self, by_day: Sequence[tuple[int, int]]) -> None:
        """Have other articles.

        Args:
            by_day: Each day that has any, as an ordinal, with its articles; the earliest first.
        """
        self._by_day = by_day
        self._compared.clear()
        self.measure(self.unit)

    def measure(self, unit: Unit) -> None:
        """Have periods of some length; the cursor is where it was only if that is the length they had."""
        self.unit = unit
        self.counts = counted(self._by_day, unit)
        self.peaks = peaks(self.counts, _PEAKS)

    def begin(self, width: int) -> None:
        """Have the shortest periods that all have a column in some cells, and the cursor on the highest of them."""
        first, last = self._by_day[0][0], self._by_day[-1][0]
        unit = UNITS[0]
        for shorter in UNITS:
            most = max(counted(self._by_day, shorter).values())
            if fits(number_of(first, shorter), number_of(last, shorter), most, width):
                unit = shorter
        self.measure(unit)
        self.number = max(self.counts, key=lambda number: self.counts[number])

    # The period under the cursor

    @property
    def count(self) -> int:
        """Its articles."""
        return self.counts.get(self.number, 0)

    @property
    def days(self) -> tuple[date, date]:
        """Its first and last day."""
        return days_of(self.number, self.unit)

    def look(self, number: int) -> None:
        """Go to a period, or to the nearest between the first and the last that have articles."""
        self.number = max(min(self.counts), min(number, max(self.counts)))

    # What tells periods from the rest

    def compared(self, number: int) -> Period | None:
        """What a period consists of; None where it was not compared with the rest yet."""
        return self._compared.get((self.unit, number))

    def learn(self, unit: Unit, number: int, period: Period) -> None:
        """A period consists of this."""
        self._compared[unit, number] = period

    @property
    def labels(self) -> dict[int, str]:
        """What made the peaks, as far as that is known, the highest first."""
        known = ((number, self.compared(number)) for number in self.peaks)
        told = {number: label(period.telling) for number, period in known if period is not None}
        return {number: words for number, words in told.items() if words}

    # Where one may go

    def reaches(self, number: int) -> bool:
        """Whether a period is neither before the first nor after the last that have articles."""
        return not self.counts or min(self.counts) <= number <= max(self.counts)

    def peak_beside(self, direction: int) -> int | None:
        """The next peak after the cursor, or for -1 the one before it."""
        there = [number for number in self.peaks if (number - self.number) * direction > 0]
        return min(there, key=lambda number: abs(number - self.number), default=None)

    def unit_beside(self, direction: int) -> Unit | None:
        """The next shorter length of periods, or for -1 the next longer one."""
        there = UNITS.index(self.unit) + direction
        return UNITS[there] if 0 <= there < len(UNITS) else None

    def highest_in(self, days: Days) -> int:
        """The period with most of the articles of some days; where they have none, that of the first day."""
        inside = counted(self._within(days), self.unit)
        nearest = number_of(days[0].toordinal(), self.unit)
        return max(inside, key=lambda number: inside[number], default=nearest)

    # Days that are typed

    def days_meant(self, typed: str) -> Days | None:
        """Days as people write them; of a month or day without its year, the latest from which there are articles."""
        return span_among(typed, [day for day, _ in self._by_day]) if self._by_day else None

    def unit_for(self, days: Days) -> Unit:
        """The length of periods in which some days are seen: as long as they are, or the present one if it is shorter.

        Days that fill no week, month or year are seen by the longer one.
        """
        length = (days[1] - days[0]).days + 1
        unit: Unit = (
            "day" if length == 1 else "week" if length <= _WEEK else "month" if length <= _MONTH else "year"
        )
        return max(self.unit, unit, key=UNITS.index)

    def articles_in(self, days: Days) -> int:
        """How many articles some days have."""
        return sum(articles for _, articles in self._within(days))

    def _within(self, days: Days) -> list[tuple[int, int]]:
        first, last = (day.toordinal() for day in days)
        return [day for day in self._by_day if first <= day[0] <= last]
