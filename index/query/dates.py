"""Days, months and years as people type them into a query."""

import calendar
import re
from datetime import date

_STATED = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def span(text: str) -> tuple[date, date] | None:
    """First and last day of "2021", "2021-07" or "2021-07-28"; None for anything else."""
    match = _STATED.fullmatch(text.strip().replace("/", "-").rstrip("-"))
    if not match:
        return None
    year, month, day = (int(g) if g else None for g in match.groups())
    try:
        if year is None:
            return None
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except (ValueError, calendar.IllegalMonthError):
        return None


def spoken(text: str) -> str:
    """The same in words: "July 2021"."""
    found = span(text)
    if found is None:
        return text
    first, last = found
    if first == last:
        return f"{first.day} {first:%B %Y}"
    return str(first.year) if first.month != last.month else f"{first:%B %Y}"
