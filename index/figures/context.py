"""What a figure counts and on what occasion, read from the sentence around it."""

import re
from dataclasses import dataclass

from index.annotating.counting.measures import common
from index.figures.aspects import fate, kinds_of_money, side
from index.figures.counted import MAGNITUDE, head_of
from index.figures.limits import Limits, limits_of
from index.figures.pieces import own_piece
from index.nearby.ranking import content
from index.nearby.shelf import Opened
from index.sentences import sentence_around
from models.annotation import Figure, Kind, Mention

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONTH = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_DATE = re.compile(
    r"\b(January|February|March|April|June|July|August|September|October|November|December)\b"
    r"|\b(?:in|on|of|by|\d\d?|since|until|last) (May)\b"
)
_WEEKDAY = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_LAST_YEAR = re.compile(r"\b(?:last year|the previous year|a year (?:ago|earlier|before))\b", re.IGNORECASE)
_SPEAKS = re.compile(r",? (?:has |had |also )?(?:said|says|told|added|wrote|put|estimated|reported)\b")
_SPOKEN = re.compile(r"\b(?:said|says|told|added|according to|quoted)(?: [\w.]+){0,3} $")
PAST = "last year"
"""The year of "last year" in an article that does not say when it was written."""
_NEAR = 45
"""Code points around a figure whose words tell what it measures."""


@dataclass(frozen=True, slots=True)
class Context:
    """A figure with what decides whether another one counts the same."""

    figure: Figure
    opened: Opened
    passage: int
    start: int
    end: int
    measure: str
    """Of the unit: "length", "USD"; "" for a bare count."""
    size: float
    """The value in that measure."""
    head: str | None
    """The stem of what is counted; "people" and "troops" stand for all words for them."""
    aspect: str | None
    """What happened to the counted ("killed"), or which side of a thing is measured ("fall", "width")."""
    money: frozenset[str]
    """What a sum of money is: "price", "cash"."""
    limits: Limits
    stems: frozenset[str]
    """Of the sentence, numbers left out."""
    near: frozenset[str]
    """Of the words right around the figure."""
    names: frozenset[str]
    """Entities named in the sentence."""
    persons: frozenset[str]
    """Those of persons whom the sentence is about: speakers left out."""
    years: frozenset[str]
    months: frozenset[str]
    weekdays: frozenset[str]
    passage_months: frozenset[str]
    """Named anywhere in the passage: of a look back, when what it looks back on was."""

    @property
    def sentence(self) -> str:
        """The sentence around the figure."""
        return self.opened.article.text[self.start : self.end]


def context_of(opened: Opened, figure: Figure) -> Context:
    """The context of a figure of an article."""
    article = opened.article
    text = article.text
    passage = article.passage_at(figure.start)
    start, end = sentence_around(text, figure.start, figure.end)
    if passage:
        start, end = max(start, passage.start), min(end, passage.end)
    sentence = text[start:end]
    size, measure = common(figure.value, figure.unit)
    mentions = [m for m in opened.annotated.annotations.mentions if start <= m.start < end and m.entity]
    head = head_of(opened, figure, passage.start if passage else start, start, end)
    if measure:
        aspect = side(opened, figure, measure, start, end)
    else:
        aspect = None if head == MAGNITUDE else fate(opened, figure, start, end)
    return Context(
        figure=figure,
        opened=opened,
        passage=passage.number if passage else 0,
        start=start,
        end=end,
        measure=measure,
        size=size,
        head=head,
        aspect=aspect,
        money=kinds_of_money(opened, figure, start, end) if is_money(measure) else frozenset(),
        limits=limits_of(opened, figure, start, end),
        stems=frozenset(s for s in content(sentence) if not s[0].isdigit()),
        near=_near(opened, figure, start, end),
        names=frozenset(m.entity for m in mentions if m.entity),
        persons=_persons(opened, mentions, start, end),
        years=_years(sentence, article.published),
        months=frozenset(_MONTH.findall(sentence)),
        weekdays=frozenset(_WEEKDAY.findall(sentence)),
        passage_months=frozenset(
            "".join(m)
            for m in _DATE.findall(text, *((passage.start, passage.end) if passage else (start, end)))
        ),
    )


def is_money(measure: str) -> bool:
    """Whether a measure is a currency, by its ISO 4217 code."""
    return len(measure) == 3 and measure.isupper()


def _near(opened: Opened, figure: Figure, start: int, end: int) -> frozenset[str]:
    around = " ".join(own_piece(opened, figure, start, end, _NEAR))
    return frozenset(s for s in content(around) if not s[0].isdigit())


def _persons(opened: Opened, mentions: list[Mention], start: int, end: int) -> frozenset[str]:
    text = opened.article.text
    speaking = {
        q.entity or q.speaker
        for q in opened.annotated.annotations.quotations
        if q.start < end and start < q.end
    }
    return frozenset(
        m.entity
        for m in mentions
        if m.kind is Kind.PERSON
        and m.entity
        and m.entity not in speaking
        and m.text not in speaking
        and not _SPEAKS.match(text, m.end)
        and not _SPOKEN.search(text[max(0, m.start - _NEAR) : m.start])
    )


def _years(sentence: str, published: str | None) -> frozenset[str]:
    """The years a sentence names; "last year" is reckoned from the day of publication."""
    years = set(_YEAR.findall(sentence))
    if _LAST_YEAR.search(sentence):
        year = (published or "")[:4]
        years.add(str(int(year) - 1) if year.isdigit() else PAST)
    return frozenset(years)
