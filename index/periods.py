"""Days, weeks, months and years, numbered so that neighbours have neighbouring numbers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from models.timeline import Unit

UNITS: tuple[Unit, ...] = ("year", "month", "week", "day")
"""The longest first."""


def number_of(day: int, unit: Unit) -> int:
    """The period in which a day lies.

    Args:
        day: An ordinal. That of 1 January of the year 1, a Monday, is 1.
        unit: How long periods are.
    """
    if unit == "day":
        return day
    if unit == "week":
        return (day - 1) // 7
    found = date.fromordinal(day)
    return found.year if unit == "year" else found.year * 12 + found.month - 1


def days_of(number: int, unit: Unit) -> tuple[date, date]:
    """The first and the last day of a period; of the calendar's last ones as far as it goes."""
    first = _first(number, unit)
    try:
        return first, date.fromordinal(_first(number + 1, unit).toordinal() - 1)
    except (ValueError, OverflowError):
        return first, date.max


def _first(number: int, unit: Unit) -> date:
    match unit:
        case "day":
            return date.fromordinal(number)
        case "week":
            return date.fromordinal(number * 7 + 1)
        case "month":
            return date(number // 12, number % 12 + 1, 1)
        case "year":
            return date(number, 1, 1)


def counted(days: Iterable[tuple[int, int]], unit: Unit) -> dict[int, int]:
    """The articles of each period that has any, the earliest first, of those of each day."""
    counts: dict[int, int] = {}
    for day, articles in days:
        number = number_of(day, unit)
        counts[number] = counts.get(number, 0) + articles
    return counts


_LEAST_PEAK = 3
"""Articles under which a period is no peak: two on one day are often chance."""


def peaks(counts: Mapping[int, int], most: int) -> list[int]:
    """The periods that stand out, the highest first, and of equal ones the earliest.

    One stands out that has more than its neighbours, or as many as the next, and at least one standard deviation more
    than all periods from the first to the last have on average.

    Args:
        counts: As `counted` gives them.
        most: At most so many.
    """
    if not counts:
        return []
    periods = max(counts) - min(counts) + 1
    mean = sum(counts.values()) / periods
    variance = sum(count * count for count in counts.values()) / periods - mean * mean
    least = max(_LEAST_PEAK, mean + max(0.0, variance) ** 0.5)
    found = [
        number
        for number, count in counts.items()
        if count >= least and count > counts.get(number - 1, 0) and count >= counts.get(number + 1, 0)
    ]
    return sorted(found, key=lambda number: (-counts[number], number))[:most]
