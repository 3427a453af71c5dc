"""The day that a figure is told of by the name of its weekday."""

import re
from datetime import date, timedelta

from index.catalogue.figured import FiguredText

_WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_WEEKDAYS = "Mon Tues Wednes Thurs Fri Satur Sun".split()
_SAID_ON = re.compile(
    r"\b(?:said|says|told|added|announced|reported|confirmed|by|until|before|next)\b[^,.;]{0,30}$"
)
"""Before a weekday that is not the day of what is counted: "police said late on Monday", "by Monday"."""
_SAID_REACH = 40


def told_day(written: FiguredText, start: int, end: int, published: date) -> date | None:
    """The day of what the sentence from `start` to `end` tells, if its article names a weekday for it; else None.

    It is the last such day until the day of publication. A sentence that names none goes on with the day named last
    before it; of several in one passage none is taken.
    """
    text = written.text
    place = written.place_at(start)
    first = place.start if place else start
    for begin, finish in ((start, end), (first, start), *_before(written, first)):
        named = {
            m[1]
            for m in _WEEKDAY.finditer(text, begin, finish)
            if not _SAID_ON.search(text[max(begin, m.start() - _SAID_REACH) : m.start()])
        }
        if named:
            weekday = _WEEKDAYS.index(named.pop())
            return None if named else published - timedelta((published.weekday() - weekday) % 7)
    return None


def _before(written: FiguredText, place: int) -> list[tuple[int, int]]:
    """The passages before a place, the nearest first."""
    return [(p.start, p.end) for p in reversed(written.places) if p.end <= place]
