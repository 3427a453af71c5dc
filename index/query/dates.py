"""Days, months and years as people type them: into a query, and to go somewhere on a timeline.

A date says as much as it names: "2021" a year, "march 2021" a month, "28 jul 2021" a day. Without a year it is the
latest that there was. "mar 21" is the 21st, as "28 mar" is the 28th; the year takes four digits or an apostrophe.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

_PART = re.compile(r"['’]?\d+|[^\W\d_]+|[^\s,./\-–]")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_SHORTEST = 3
"""Letters by which a month is known from the others."""
_UNSAID = frozenset({"st", "nd", "rd", "th", "of", "the", "in", "on"})
_BEFORE_A_NUMBER = frozenset({"", "N", "M", "NM", "MN", "NN"})
"""What may stand before a number that is still to become a year: N and M as `_kind` says."""
_LEAP_YEARS_APART = 8
"""Years at most from one 29 February to the next."""
_PERIODS = ("week", "month", "year")
_FROM_TODAY = ("today", "yesterday", *(f"{which} {unit}" for which in ("this", "last") for unit in _PERIODS))

Days: TypeAlias = tuple[date, date]
"""The first and the last day of a date as it was typed."""


def span(text: str, latest: date | None = None) -> Days | None:
    """The days that are meant.

    Args:
        text: As "2021", "2021-07", "2021-07-28", "july", "Jul 2021", "28 july", "July 28th, 2021", "28.7.2021",
            "yesterday" or "last week" (from Monday to Sunday).
        latest: What names no year is the latest such month or day that does not begin after this one; today's
            date by default. The words "today", "last month" and the like mean the calendar whatever it is.

    Returns:
        The first and the last day; None for what is no date, or could as well be another, such as "3/4/2021".
    """
    if ".." in text:
        return None
    parts = [part for part in _PART.findall(text.casefold()) if part not in _UNSAID]
    today = datetime.now(tz=UTC).astimezone().date()
    if " ".join(parts) in _FROM_TODAY:
        return _from_today(parts, today)
    shape = "".join(map(_kind, parts))
    try:
        return _stated(shape, parts) or _latest(shape, parts, latest or today)
    except ValueError:
        return None


def span_among(text: str, days: Sequence[int]) -> Days | None:
    """The days that are meant where only some can be: of what names no year, the latest with one of these.

    Args:
        text: As for `span`.
        days: Ordinals, at least one, the earliest first.
    """
    newest = found = span(text, date.fromordinal(days[-1]))
    while found is not None:
        first, last = (day.toordinal() for day in found)
        if any(first <= day <= last for day in days):
            return found
        before = span(text, found[0] - timedelta(days=1)) if first > days[0] else found
        if before == found:
            break
        found = before
    return newest


def may_become(text: str) -> bool:
    """Whether what is no date as yet may be the beginning of one, as "28 j" is."""
    parts = _PART.findall(text.casefold())
    if not parts:
        return True
    *whole, last = parts
    shape = "".join(_kind(part) for part in whole if part not in _UNSAID)
    if last.isdigit():
        return len(last) < len("2021") and shape in _BEFORE_A_NUMBER
    typed = " ".join(parts)
    return any(words.startswith(typed) for words in _FROM_TODAY) or (
        "?" not in shape and any(word.startswith(last) for word in (*_MONTHS, *_UNSAID, "'"))
    )


def spoken(days: Days) -> str:
    """In words: "2021", "July 2021", "28 July 2021", "16 to 22 November 2026"."""
    first, last = days
    if first == last:
        return f"{first.day} {_month_words(first)}"
    if days == _year(first.year):
        return str(first.year)
    if days == _month(first.year, first.month):
        return _month_words(first)
    if first.month == last.month and first.year == last.year:
        return f"{first.day} to {last.day} {_month_words(last)}"
    return f"{first.day} {_month_words(first)} to {last.day} {_month_words(last)}"


def _month_words(day: date) -> str:
    return f"{_MONTHS[day.month - 1].capitalize()} {day.year}"


def _kind(part: str) -> str:
    """Y for a year of four digits or behind an apostrophe, N for a shorter number, M for a month, else "?"."""
    if part.isdigit():
        return {1: "N", 2: "N", 4: "Y"}.get(len(part), "?")
    if part[0] in "'’":
        return "Y" if len(part) == len("'21") else "?"
    return "M" if _number(part) else "?"


def _number(name: str) -> int | None:
    """Of a month, by at least three letters of its name."""
    whole = (n for n, month in enumerate(_MONTHS, 1) if month.startswith(name))
    return next(whole, None) if len(name) >= _SHORTEST else None


def _stated(shape: str, parts: list[str]) -> Days | None:
    """What names its year.

    Raises:
        ValueError: For a day that no month has, and the like.
    """
    if not shape or shape.count("Y") != 1:
        return None
    numbers = [_value(kind, part) for kind, part in zip(shape, parts, strict=True)]
    match shape:
        case "Y":
            return _year(*numbers)
        case "YN" | "YM":
            return _month(*numbers)
        case "MY" | "NY":
            return _month(*reversed(numbers))
        case "YNN" | "YMN":
            return _day(*numbers)
        case "NMY":
            return _day(*reversed(numbers))
        case "MNY":
            month, day, year = numbers
            return _day(year, month, day)
        case "NNY":
            return _in_either_order(*numbers)
    return None


def _latest(shape: str, parts: list[str], latest: date) -> Days | None:
    """What names a month, or a day of one, and no year."""
    if shape not in {"M", "NM", "MN"}:
        return None
    (month,) = (_value("M", part) for kind, part in zip(shape, parts, strict=True) if kind == "M")
    day = next((int(part) for kind, part in zip(shape, parts, strict=True) if kind == "N"), None)
    for year in range(latest.year, latest.year - _LEAP_YEARS_APART - 1, -1):
        if day is None:
            found = _month(year, month)
        elif day <= monthrange(year, month)[1]:
            found = _day(year, month, day)
        else:
            continue
        if found[0] <= latest:
            return found
    return None


def _value(kind: str, part: str) -> int:
    if kind == "M":
        return _number(part) or 0
    if part[0] not in "'’":
        return int(part)
    century = datetime.now(tz=UTC).year // 100 * 100
    year = century + int(part[1:])
    return year if year <= datetime.now(tz=UTC).year else year - 100


def _in_either_order(first: int, second: int, year: int) -> Days | None:
    """28.7.2021 as 7/28/2021; not 3/4/2021, which is one day here and another there."""
    if first == second:
        return _day(year, first, first)
    orders = [(month, day) for month, day in ((second, first), (first, second)) if 1 <= month <= len(_MONTHS)]
    return _day(year, *orders[0]) if len(orders) == 1 else None


def _from_today(parts: list[str], today: date) -> Days:
    """Days, calendar weeks, months and years as seen from today."""
    which, *units = parts
    if not units:
        day = today if which == "today" else today - timedelta(days=1)
        return day, day
    first, last = _around(today, units[0])
    return (first, last) if which == "this" else _around(first - timedelta(days=1), units[0])


def _around(day: date, unit: str) -> Days:
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return monday, monday + timedelta(days=6)
    return _month(day.year, day.month) if unit == "month" else _year(day.year)


def _year(year: int) -> Days:
    return date(year, 1, 1), date(year, 12, 31)


def _month(year: int, month: int) -> Days:
    first = date(year, month, 1)
    return first, first.replace(day=monthrange(year, month)[1])


def _day(year: int, month: int, day: int) -> Days:
    found = date(year, month, day)
    return found, found
