"""Which of two dates is the earlier, where the files say enough to tell."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.engine import Snapshot


def day_of(published: str | None) -> date | None:
    """The day of an ISO 8601 date or moment; None of a month, a year, or nothing."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def latest_day(snapshot: Snapshot) -> date | None:
    """The day of the latest article, by which dates without a year are meant; None where all are undated."""
    day = snapshot.highest("day")
    return date.fromordinal(day) if day else None


def is_earlier(one: str | None, other: str | None) -> bool:
    """Whether the one is certainly before the other: of two on one day both have to say when, and in which zone."""
    days = day_of(one), day_of(other)
    if days[0] is None or days[1] is None:
        return False
    moments = _moment(one), _moment(other)
    if moments[0] is not None and moments[1] is not None:
        return moments[0] < moments[1]
    return days[0] < days[1]


def _moment(published: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else None
