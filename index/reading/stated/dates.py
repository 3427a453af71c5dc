"""Dates as newspapers print them, to ISO 8601."""

import re
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from typing import NamedTuple

from index.reading.stated.months import ZONE, month_alternatives, month_numbers, weekday_alternatives, zone_of

_FIRST_YEAR = 1600
"""No newspaper is older than the Relation of 1605."""


class Found(NamedTuple):
    """A date in a line: ISO 8601, and the code points of the line that it covers, weekday, time and zone included."""

    iso: str
    start: int
    end: int


class DateLine(NamedTuple):
    """A line that states when an article was published or updated."""

    published: str | None
    updated: str | None
    parts: tuple[str, ...]
    """What else stands before, between and after the dates, such as a name; without labels and separators."""

    @property
    def rest(self) -> str:
        """All that stands beside the dates."""
        return " ".join(self.parts)


class _Patterns(NamedTuple):
    """For lines in small letters: without regard to case, each would look at every one of its many words."""

    day: re.Pattern[str]
    time_after: re.Pattern[str]
    time_before: re.Pattern[str]
    weekday_before: re.Pattern[str]


_TIME = (
    rf"(?P<hour>[01]?\d|2[0-3])(?:(?:[:.h]|\s?uhr\s?)(?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?)?"
    rf"(?:\s?uhr|\s?hrs)?\s?(?P<half>[ap]\.?\s?m\b\.?)?(?:\s?\(?(?P<zone>{ZONE})\)?)?"
)


@cache
def _patterns() -> _Patterns:
    months, weekdays = month_alternatives(), weekday_alternatives()
    year = r"(?:1[6-9]|20)\d\d"
    day = (
        rf"(?<![\w/.-])(?P<y1>{year})-(?P<m1>\d\d?)-(?P<d1>\d\d?)(?![\d/-])"
        rf"|(?<![\w/.-])(?P<y2>{year})[/.](?P<m2>\d\d?)[/.](?P<d2>\d\d?)(?![\d/])"
        rf"|(?P<y3>{year})年\s?(?P<m3>\d\d?)月\s?(?P<d3>\d\d?)日"
        rf"|(?<![\w/.-])(?P<d4>\d\d?)(?:st|nd|rd|th|er|º|°|\.)?[\s/-]{{0,2}}(?:de |of )?(?P<n4>{months})\b\.?"
        rf"(?:\s?[,/-]?\s?|\s(?:de|del|г\.?)\s)(?P<y4>{year})(?!\d)"
        rf"|\b(?P<n5>{months})\b\.?\s?(?P<d5>\d\d?)(?:st|nd|rd|th)?(?:\s?,\s?|\s)(?P<y5>{year})(?!\d)"
        rf"|(?<![\w/.-])(?P<a6>\d\d?)(?P<separator>[/.-])\s?(?P<b6>\d\d?)(?P=separator)\s?(?P<y6>{year})(?!\d)"
    )
    return _Patterns(
        day=re.compile(day),
        time_after=re.compile(
            rf"(?:t|[\s,|·•@–—-]{{1,4}}(?:at |um |à |a las |às )?|(?:, )?at ){_TIME}(?!\w)"
        ),
        time_before=re.compile(rf"(?<![\w:]){_TIME}(?:\s?[,|·–—-]\s?|\s?(?:on )?)$"),
        weekday_before=re.compile(rf"\b(?:{weekdays})\b\.?,?\s*$"),
    )


_LABEL_UPDATED = (
    r"(?:last )?(?:updated|modified|revised|edited)(?: (?:on|at))?|aktualisiert(?: am)?|mis à jour(?: le)?"
    r"|actualizado|atualizado em|update"
)
_LABEL_PUBLISHED = (
    r"(?:first |originally )?(?:published|posted|created|released|issued|written|added|uploaded|submitted|filed)"
    r"(?: (?:on|at|by))?|publication date|pub(?:lished)? date|date(?: published)?|veröffentlicht(?: am)?|stand"
    r"|erstellt(?: am)?|publié(?: le)?|publicado(?: el| em)?|pubblicato(?: il)?|gepubliceerd(?: op)?|publicerad"
    r"|opublikowano|дата|on|am|le|vom"
)
_CLOCKS = r"(?:\d{3,4} ?[a-z]{2,4} ?(?:\(\d{3,4} [a-z]{2,4}\))?,? ?)?"
_UPDATED = re.compile(rf"\b(?:{_LABEL_UPDATED})\b[\s:.]*{_CLOCKS}$", re.IGNORECASE)
_LABELS = re.compile(rf"\b(?:{_LABEL_UPDATED}|{_LABEL_PUBLISHED})\b\s*:?", re.IGNORECASE)
_EDGES = " \u00a0,;:|·•–—-/()[]@*▪\"'“”»«"
_SLASHED = re.compile(r"(?<![\w/.-])(\d\d?)([/-])(\d\d?)\2(?:1[6-9]|20)\d\d(?!\d)")
_NUMBERS = re.compile(r"\d\D{1,30}(?:1[6-9]|20)\d\d|(?:1[6-9]|20)\d\d\D{1,2}\d")
"""A day or month and a year with no other number between them: what every full date has, and few lines have."""
_BEFORE_NUMBERS = 20
"""Characters of a date, at most, before those numbers: "September 1" of "September 12, 2021"."""


def find_date(line: str, day_first: bool | None = None, position: int = 0) -> Found | None:
    """The first full date in a line, with its time of day and zone where they stand beside it.

    Args:
        line: one line of text.
        day_first: how to read 7/8/2021; None leaves such a date unread, as it may mean either day.
        position: where to begin looking.
    """
    numbers = _NUMBERS.search(line, position)
    if not numbers:
        return None
    patterns, line = _patterns(), _in_small_letters(line)
    for match in patterns.day.finditer(line, max(position, numbers.start() - _BEFORE_NUMBERS)):
        after = patterns.time_after.match(line, match.end())
        day = _day(match, _by_clock(after) if day_first is None else day_first)
        if day is None:
            continue
        start, end, moment = match.start(), match.end(), None
        weekday = patterns.weekday_before.search(line, position, start)
        if weekday:
            start = weekday.start()
        if after and _is_time(after):
            moment = _moment(day, after)
            end = after.end()
        else:
            before = patterns.time_before.search(line[:start], max(position, start - 40))
            if before and _is_time(before):
                moment = _moment(day, before)
                start = before.start()
        return Found(moment or day.isoformat(), start, end)
    return None


def _in_small_letters(line: str) -> str:
    """The line with as many characters as it had; a Turkish capital would become two."""
    small = line.lower()
    if len(small) != len(line):
        small = "".join(char if len(char.lower()) > 1 else char.lower() for char in line)
    return small


def _day(match: re.Match[str], day_first: bool | None) -> date | None:
    groups = match.groupdict()
    for row in "123":
        if groups["y" + row]:
            return _valid(groups["y" + row], groups["m" + row], groups["d" + row])
    for row in "45":
        if groups["y" + row]:
            month = month_numbers()[groups["n" + row]]
            return _valid(groups["y" + row], month, groups["d" + row])
    first, second = int(groups["a6"]), int(groups["b6"])
    # Dots are written between day and month in that order wherever they are written at all.
    if groups["separator"] == "." or first > 12 or first == second:
        return _valid(groups["y6"], second, first)
    if second > 12:
        return _valid(groups["y6"], first, second)
    if day_first is None:
        return None
    return _valid(groups["y6"], second, first) if day_first else _valid(groups["y6"], first, second)


def _by_clock(time: re.Match[str] | None) -> bool | None:
    """11/06/2021 14:20 is a day in June: where the month comes first, the clock has twelve hours."""
    return True if time and time["minute"] and not time["half"] and int(time["hour"]) > 12 else None


def stated_order(text: str) -> bool | None:
    """Whether a text writes the day before the month in dates such as 21/9/2021; None where no date tells."""
    if "/" not in text and "-" not in text:
        return None
    first = second = False
    for one, _, other in _SLASHED.findall(text):
        first |= int(one) > 12 >= int(other)
        second |= int(other) > 12 >= int(one)
    return first if first != second else None


def has_open_date(line: str) -> bool:
    """Whether a line holds a date such as 7/8/2021, which may mean either of two days."""
    return any(
        int(one) <= 12 and int(other) <= 12 and int(one) != int(other)
        for one, _, other in _SLASHED.findall(line)
    )


def _valid(year: str, month: str | int, day: str | int) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    # A day ahead of us is a misreading or an event announced, except for the time zones.
    return found if found.year >= _FIRST_YEAR and (found - datetime.now(UTC).date()).days <= 1 else None


def _is_time(match: re.Match[str]) -> bool:
    return bool(match["minute"] or match["half"])


def _moment(day: date, match: re.Match[str]) -> str | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if match["half"][0] == "p" else 0)
    moment = datetime(day.year, day.month, day.day, hour, minute)  # noqa: DTZ001 -- local time unless a zone is stated
    if match["zone"]:
        moment = moment.replace(tzinfo=zone_of(match["zone"], moment))
    return moment.isoformat(timespec="minutes")


def iso_date(stated: str, day_first: bool | None = None) -> str | None:
    """The date of a metadata field, whose whole value is a date in one form or another."""
    found = find_date(stated.strip(), day_first)
    if found:
        return found.iso
    compact = re.match(r"(\d{4})(\d\d)(\d\d)(?:T|\d{0,6}$)", stated.strip())
    if compact:
        day = _valid(*compact.groups())
        return day.isoformat() if day else None
    return None


@lru_cache(maxsize=64)  # a head's lines are asked about by each of their neighbours
def date_line(line: str, day_first: bool | None = None) -> DateLine | None:
    """A line's dates, told apart by its labels; None if it holds no full date."""
    published = updated = None
    rest: list[str] = []
    position = 0
    while (found := find_date(line, day_first, position)) is not None:
        before = line[position : found.start]
        if _UPDATED.search(before):
            updated = updated or found.iso
        elif published is None:
            published = found.iso
        rest.append(before)
        position = found.end
    if published is None and updated is None:
        return None
    rest.append(line[position:])
    parts = tuple(part for part in (_LABELS.sub(" ", piece).strip(_EDGES) for piece in rest) if part)
    return DateLine(published, updated, parts)
