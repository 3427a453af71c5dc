"""ISO 8601 dates as a reader of newspapers writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

UNDATED = "undated"


def short_date(iso: str | None) -> str:
    """As "28 Jul 2021", or "undated". What cannot be read as a date is given back as it is."""
    return _written(iso, _MONTHS)


def long_date(iso: str | None) -> str:
    """As "28 July 2021, 11:57" where the time is stated, "28 July 2021" where not, or "undated"."""
    day = _written(iso, _LONG_MONTHS)
    clock = iso[11:16] if iso and len(iso) >= 16 and iso[13] == ":" else ""
    return f"{day}, {clock}" if clock else day


def span_of(first: str | None, last: str | None) -> str:
    """The months that a collection covers: "Mar 2021", "Mar – Nov 2021", "Mar 2019 – Nov 2021"; may be empty."""
    if not first or not last:
        return ""
    begin, end = month_of(first), month_of(last)
    if begin == end:
        return end
    if begin[-4:] == end[-4:]:
        return f"{begin[:-5]} – {end}"
    return f"{begin} – {end}"


def day_span(first: str, last: str) -> str:
    """The days between two dates, both given: "14 to 18 Aug 2021", "28 Jul 2021 to 2 Aug 2021", "14 Aug 2021"."""
    begin, end = short_date(first), short_date(last)
    if begin == end:
        return end
    day, _, month = begin.partition(" ")
    return f"{day} to {end}" if end.endswith(f" {month}") else f"{begin} to {end}"


def weekday_date(day: date) -> str:
    """As "Wed 28 Jul 2021"."""
    return f"{_WEEKDAYS[day.weekday()]} {short_date(day.isoformat())}"


def month_of(iso: str) -> str:
    """As "Jul 2021", of a date or of a month such as "2021-07"."""
    try:
        return f"{_MONTHS[int(iso[5:7]) - 1]} {iso[:4]}"
    except (ValueError, IndexError):
        return iso[:7]


def long_month(iso: str) -> str:
    """As "July 2021"."""
    return f"{_LONG_MONTHS[int(iso[5:7]) - 1]} {iso[:4]}"


def _written(iso: str | None, months: tuple[str, ...]) -> str:
    if not iso:
        return UNDATED
    try:
        month = int(iso[5:7])
        return f"{int(iso[8:10])} {months[month - 1]} {iso[:4]}" if month else iso
    except (ValueError, IndexError):
        return iso


def time_left(seconds: float) -> str:
    """As "40 s left", "3 min left": no more exact than an estimate can be."""
    if seconds < 90:
        return f"{max(1, round(seconds))} s left"
    return f"{round(seconds / 60)} min left"
