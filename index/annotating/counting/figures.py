"""Figures of a text: numbers that count or measure something, made comparable by base units."""

import re
from typing import Literal, NamedTuple

from index.annotating.counting.counted import counted_after, counted_before
from index.annotating.counting.measures import Unit, money_after, money_before, unit_after
from index.annotating.counting.numerals import CANDIDATE, Numeral, read_numeral
from index.annotating.names.labels import goes_on, is_label, is_year
from models.annotation import Figure

Bound = Literal["exactly", "about", "at least", "at most", "over", "under"]

_BOUNDS: dict[Bound, str] = {
    "over": r"(?:much |well )?(?:over|above)|(?:much |many )?more than|exceed(?:s|ed|ing)|upwards of|in excess of"
    r"|topp(?:ed|ing)",
    "at least": r"at least|no fewer than|no less than|not less than|a minimum of|minimum of",
    "at most": r"up to|at most|no more than|not more than|as many as|as much as|a maximum of|maximum of|at best",
    "under": r"(?:just |well )?(?:under|below)|less than|fewer than",
    "about": r"about|around|some|roughly|approximately|approx\.?|nearly|almost|close to|an estimated|estimated(?: at)?"
    r"|circa|ca\.?|or so|an average of|averaging|in the region of|more or less",
}
_BOUND = re.compile(
    r"(?:^|[\s(“\"—–])(?:"
    + "|".join(f"({words})" for words in _BOUNDS.values())
    + r")\s+(?:the |a |an |just )?(?:magnitude[- ])?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween (?:about |some )?[^\d\s]{0,3}$", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:rose|rise|risen|fell|fall|fallen|up|down|cut|raised?|increased?|dropped|grew|grown)\b[^.;]{0,40}\bfrom $"
)
_RANGE = re.compile(r"\s?[–—]\s?|-|\s+(?:to|or)\s+(?:about |around |some |as many as )?")
_AND = re.compile(r"\s+and\s+")
_MORE = re.compile(r"\+|\s+(?:or|and) more\b(?! than)")

_PROPER_BEFORE = re.compile(r"[\w,] [A-Z][a-z]+ $")
_DEFINITE = re.compile(
    r"\b(?:the|these|those|their|his|her|its|our|both|first|last|next|past|previous|latter) (?:(?!other)\w+ )?$",
    re.IGNORECASE,
)
_PERIOD = re.compile(r"\b(?:first|last|next|past|previous|coming|latter|recent) $", re.IGNORECASE)
_AGO = re.compile(r"(?: and a half)?[ -](?:ago|later|earlier|beforehand|before\b|after\b|hence)")
_OLD = re.compile(r"[ -]olds?\b")
_AGE = re.compile(r"\baged? (?:about |around |between )?$")
_AGE_BESIDE_NAME = re.compile(r"\b[A-Z][\w’'-]+, $")
_ONE = re.compile(
    r"[ -](?:person|man|woman|child|boy|girl|soldier|officer|civilian|policeman|policewoman|other|student|worker"
    r"|passenger|victim|death|people|hostage|prisoner|protester|resident|police)\b"
)
_CASUALTIES_BEFORE = re.compile(
    r"\b(?:killed|killing|kills|injured|injuring|wounded|wounding|claimed|leaving)(?: \w+){0,2} $"
)
_DEPLOYED_AFTER = re.compile(
    r" (?:(?:had|have|has) been|were|are) (?:\w+ly )?(?:deployed|sent|dispatched|evacuated|killed|injured|wounded"
    r"|arrested|detained|rescued|displaced|hurt|missing|feared dead|trapped|left homeless|homeless)\b"
)
_LETTER_OF_MONEY = re.compile(
    r" ?(?:k|m|b|mn|bn|tn) (?:dollars|euros?|pounds|yen|yuan|rupees|roubles|rubles|francs|crowns?|USD|EUR|GBP)\b"
)
_JOINS = re.compile(r" and (?:a )?|, (?:and )?|/| or ")
_SAME_WHEN_JOINED = frozenset({"%", "points"})
_ALSO = re.compile(r"(?:\band|,|\bor|;)(?: (?:another|about|some|around|over|more than|at least|only))? $")
_SENTENCE = re.compile(r"[.!?]\s")
_PLACE_AFTER = re.compile(
    r" (?:from|in|at|on|near|were|was|are|have|had|more|others?|along|critically|seriously|fatally"
    r"|of (?:them|these|those|whom|which))\b"
)
_PRONOUN = re.compile(r"(?:them|these|those|whom|which)\b")
_SUMS = frozenset({"total"})
"""What stands behind such a number says better what it counts: "a total of 520 rockets"."""
_THERE = re.compile(r"\b[Tt]here (?:are|were|have been|had been)(?: about| only| some| at least| another)? $")
_IN_A_PLACE = re.compile(r" (?:in|on|at|aboard|inside|among) ")
_TIMES = frozenset({"h", "days", "years"})
_SOME = 12
"""Above it a bare number is no pronoun, as in "three were sent home"."""
_SIGNIFICANT_DIGITS = 10


class _Read(NamedTuple):
    """A number or range as read, before its unit is applied."""

    start: int
    end: int
    low: Numeral
    high: Numeral | None


_FAR = 70
"""Characters between a number and the figure whose thing it may count too, from which on it does not."""

_SHORTLY = 200
"""The same for one "of them"."""


def find_figures(text: str) -> tuple[Figure, ...]:
    """The figures of a text in order of start.

    Counts without a thing counted, and numbers that name rather than count (years, dates, times, ordinals, numbered
    things, versions, scores), are left out. Ages are figures of "age".
    """
    found: list[Figure] = []
    pending: _Read | None = None
    at = 0
    while candidate := CANDIDATE.search(text, at):
        figure, unsure, at = _figure(text, candidate)
        if figure is None and unsure and found and _goes_on(text, found[-1], unsure):
            figure = _built(text, (unsure.start, unsure.end), unsure, None, found[-1].of)
        if figure is not None and found:
            figure = _of_those(figure, found[-1], text)
        if figure is not None:
            if pending and _JOINS.fullmatch(text, pending.end, figure.start):
                unit = Unit(figure.unit) if figure.unit and figure.unit in _SAME_WHEN_JOINED else None
                if figure.unit is None or unit:
                    found.append(_built(text, (pending.start, pending.end), pending, unit, figure.of))
            found.append(figure)
        pending = unsure if figure is None else None
    return tuple(found)


def _of_those(figure: Figure, last: Figure, text: str) -> Figure:
    """A figure "of them", or "another 2,000" without a noun, counts what the figure shortly before it counts."""
    if last.unit is not None or last.of is None or figure.start - last.end > _SHORTLY:
        return figure
    if figure.of is None:
        read = _Read(figure.start, figure.end, Numeral(figure.start, figure.end, figure.value), None)
        if figure.unit is not None or not _goes_on(text, last, read):
            return figure
    elif not _PRONOUN.match(figure.of):
        return figure
    return figure.model_copy(update={"of": last.of})


def _goes_on(text: str, last: Figure, read: _Read) -> bool:
    """Whether a bare number counts what the figure before it counts: "10,000 troops from here and 400 from there"."""
    if read.start - last.end >= _FAR:
        return False
    between = text[last.end : read.start]
    return (
        last.unit is None
        and bool(_ALSO.search(between))
        and not _SENTENCE.search(between)
        and bool(_PLACE_AFTER.match(text, read.end) or _JOINS.fullmatch(between))
    )


def _figure(text: str, candidate: re.Match[str]) -> tuple[Figure | None, _Read | None, int]:
    """The figure that begins at a candidate, or a number that may yet count something, and where to read on."""
    sign = money_before(text, candidate.start())
    money = sign is not None or bool(_LETTER_OF_MONEY.match(text, candidate.end()))
    first = read_numeral(text, candidate, money=money)
    if first is None or (not money and is_label(text, first)):
        return None, None, candidate.end()
    read = _range(text, first, money=money)
    start, end = (sign[0] if sign else read.start), read.end
    unit: Unit | None = Unit(sign[1]) if sign else None
    last = read.high or read.low
    if unit is None:
        named = money_after(text, end, last)
        measure = None if named else unit_after(text, end + _article(text, end, first))
        if named:
            unit, end = Unit(named[1]), named[0]
        elif measure:
            end, unit = measure
    if end == last.end and goes_on(text, last):
        return None, None, end
    if unit is None and is_year(text, first, end, bounded=_bound(text, start) != "exactly"):
        return None, None, end
    aged = _age(text, start, end, unit, read)
    if aged:
        return _built(text, (start, end), read, Unit("years"), "age"), None, end
    if (
        unit
        and unit.base in _TIMES
        and (_AGO.match(text, end) or _PERIOD.search(text[max(0, start - 12) : start]))
    ):
        return None, None, end
    share = first.fraction if unit is None else unit.base in ("%", "points")
    single = unit is not None or (first.value == 1 and not read.high)
    before, behind = counted_before(text, start), counted_after(text, end, share=share, single=single)
    of = behind if before in _SUMS and behind else before or behind
    if unit is None and not _counts(text, read, of, start):
        return None, read, end
    return (
        _built(text, (start, end), read, unit or (Unit("%", 100) if first.fraction else None), of),
        None,
        end,
    )


def _built(text: str, place: tuple[int, int], read: _Read, unit: Unit | None, of: str | None) -> Figure:
    start, end = place
    measure = unit or Unit("")

    def base(value: float) -> float:
        return float(f"{(value + measure.shift) * measure.factor:.{_SIGNIFICANT_DIGITS}g}")

    low, high = base(read.low.value), base(read.high.value) if read.high else None
    more = _MORE.match(text, end)
    bound = _bound(text, start)
    if bound == "exactly" and (more or read.low.least):
        bound = "at least"
    return Figure(
        start=start,
        end=end,
        text=text[start:end],
        value=low if high is None else float(f"{(low + high) / 2:.{_SIGNIFICANT_DIGITS}g}"),
        unit=measure.base or None,
        of=of,
        bound=bound,
        low=None if high is None else low,
        high=high,
    )


def _range(text: str, first: Numeral, *, money: bool) -> _Read:
    """A number with the one that ends its range, where one follows: "10–15", "between 3 and 4 million"."""
    alone = _Read(first.start, first.end, first, None)
    before = text[max(0, first.start - 70) : first.start]
    joint = _AND.match(text, first.end) if _BETWEEN.search(before) else _RANGE.match(text, first.end)
    if not joint or first.fraction or _CHANGE.search(before):
        return alone
    sign = re.match(r"(?:US|A|C)?[$£€]", text[joint.end() : joint.end() + 3]) if money else None
    candidate = CANDIDATE.match(text, joint.end() + (sign.end() if sign else 0))
    second = read_numeral(text, candidate, money=money) if candidate else None
    if second is None or second.fraction:
        return alone
    if second.scaled and not first.scaled and first.value < 1000:
        candidate_value = (candidate.group("digits") if candidate else None) or "1"
        plain = float(re.sub(r"[^\d.]", "", candidate_value) or 1)
        first = first._replace(value=first.value * second.value / plain)
    return _Read(first.start, second.end, first, second) if first.value < second.value else alone


def _age(text: str, start: int, end: int, unit: Unit | None, read: _Read) -> bool:
    if unit is not None:
        return unit.base == "years" and bool(_OLD.match(text, end))
    before = text[max(0, start - 30) : start]
    if read.low.spelled or read.low.value > 120 or not read.low.value.is_integer():
        return False
    return bool(_AGE.search(before)) or (
        bool(_AGE_BESIDE_NAME.search(before)) and text[end : end + 1] in (",", ";", ".", ")")
    )


def _article(text: str, end: int, number: Numeral) -> int:
    """How far the unit of "half a kilometre" stands behind the fraction."""
    article = re.match(r" an?(?= )", text[end : end + 4]) if number.fraction else None
    return article.end() if article else 0


def _is_definite(text: str, start: int) -> bool:
    return bool(_DEFINITE.search(text[max(0, start - 30) : start]))


def _counts(text: str, read: _Read, of: str | None, start: int) -> bool:
    """Whether a number without a unit counts something."""
    number = read.low
    before = text[max(0, start - 40) : start]
    if number.fraction:
        return of is not None
    if number.spelled and number.value == 1 and read.high is None:
        return bool(_ONE.match(text, number.end))
    if number.value in range(13) and read.high is None and not number.least and _is_definite(text, start):
        return False
    if of is not None:
        return True
    if _THERE.search(before) and _IN_A_PLACE.match(text, number.end):
        return True
    if _PROPER_BEFORE.search(before) and not number.grouped:
        return False
    return (
        number.grouped
        or number.scaled
        or _bound(text, start) != "exactly"
        or bool(_CASUALTIES_BEFORE.search(before))
        or ((number.value > _SOME or number.least) and bool(_DEPLOYED_AFTER.match(text, number.end)))
    )


def _bound(text: str, start: int) -> Bound:
    found = _BOUND.search(text[max(0, start - 40) : start])
    if not found:
        return "exactly"
    return next(bound for bound, group in zip(_BOUNDS, found.groups(), strict=True) if group)
