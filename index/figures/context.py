"""What a figure counts and on what occasion, read from the sentence around it."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from index.annotating.counting.measures import is_money
from index.figures.aspects import kinds_of_money, named_kinds_of_money
from index.figures.counting import Counting, counting_of
from index.figures.limits import Limits, limits_of
from index.figures.weekdays import told_day
from index.nearby.ranking import content
from index.nearby.shelf import Opened
from models.annotation import Figure, Mention, Quotation
from models.kind import Kind

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_COMPARED_WITH = re.compile(
    r"\b(?:\w+est|most|least|worst|first|only)\b[^.;]{0,60}\bsince (?:[A-Z]\w+ )?(?:19|20)\d\d\b"
)
"""Behind a figure, the year of the last that compares with it: "worth $48 million, the largest contract since 2009"."""
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
_BEFORE = 45
"""Code points before a name in which it is said to speak."""


@dataclass(frozen=True, eq=False)
class Context(Counting):
    """A figure with what decides whether another one counts the same."""

    opened: Opened
    published: str | None
    """The day of its article; of an undated copy that of the earliest dated one."""
    money: frozenset[str]
    """What a sum of money is: "price", "cash"."""
    limits: Limits
    stems: frozenset[str]
    """Of the sentence, and of the question that it answers, numbers left out."""
    names: frozenset[str]
    """Entities named in the sentence."""
    persons: frozenset[str]
    """Those of persons whom the sentence is about: speakers left out."""
    years: frozenset[str]
    months: frozenset[str]
    weekdays: frozenset[str]
    passage_months: frozenset[str]
    """Named anywhere in the passage: of a look back, when what it looks back on was."""

    @cached_property
    def told_day(self) -> date | None:
        """The day told of, by the weekday that the sentence, or the text before it, names; None without one."""
        published = day_of(self)
        return told_day(self.written, self.start, self.end, published) if published else None


def context_of(opened: Opened, figure: Figure, passage: int = 1, published: str | None = None) -> Context:
    """The context of a figure of an article, which stands in the headline where `passage` is 0."""
    written = opened.written.of(passage) or opened.written
    return in_context(opened, counting_of(written, figure), published)


def in_context(opened: Opened, counting: Counting, published: str | None = None) -> Context:
    """The context of a figure of an article, of which is known what it counts.

    Args:
        opened: The article.
        counting: What the figure counts.
        published: When the article was written, where it does not say so itself.
    """
    published = opened.article.published or published
    written, figure, start, end = counting.written, counting.figure, counting.start, counting.end
    place = written.place_at(figure.start)
    sentence = counting.sentence
    found = opened.annotated.annotations.of(counting.passage)
    mentions = [m for m in found.mentions if start <= m.start < end and m.entity]
    context = Context(
        written=written,
        figure=figure,
        passage=counting.passage,
        start=start,
        end=end,
        measure=counting.measure,
        size=counting.size,
        head=counting.head,
        opened=opened,
        published=published,
        money=_money(counting),
        limits=limits_of(written, figure, start, end),
        stems=frozenset(s for s in content(f"{counting.question} {sentence}") if not s[0].isdigit()),
        names=frozenset(m.entity for m in mentions if m.entity),
        persons=_persons(
            written.text, mentions, [q for q in found.quotations if q.start < end and start < q.end]
        ),
        years=_years(sentence, figure.start - start, published),
        months=frozenset(_MONTH.findall(sentence)),
        weekdays=frozenset(_WEEKDAY.findall(sentence)),
        passage_months=frozenset(
            "".join(m)
            for m in _DATE.findall(written.text, *((place.start, place.end) if place else (start, end)))
        ),
    )
    # What was read of it to see whether it may compare need not be read again.
    vars(context).update(vars(counting))
    return context


def day_of(context: Context) -> date | None:
    """The day a figure's article was published; None where it is not known to the day."""
    try:
        return date.fromisoformat((context.published or "")[:10])
    except ValueError:
        return None


def _money(counting: Counting) -> frozenset[str]:
    if not is_money(counting.measure):
        return frozenset()
    told = kinds_of_money(counting.written, counting.figure, counting.start, counting.end)
    return told or named_kinds_of_money(counting.question)


def _persons(text: str, mentions: list[Mention], quoted: list[Quotation]) -> frozenset[str]:
    speaking = {q.entity or q.speaker for q in quoted}
    return frozenset(
        m.entity
        for m in mentions
        if m.kind is Kind.PERSON
        and m.entity
        and m.entity not in speaking
        and m.text not in speaking
        and not _SPEAKS.match(text, m.end)
        and not _SPOKEN.search(text[max(0, m.start - _BEFORE) : m.start])
    )


def _years(sentence: str, at: int, published: str | None) -> frozenset[str]:
    """The years a sentence names; "last year" is reckoned from the day of publication.

    Not that of the last which compares with the figure that stands at `at`.
    """
    years = set(_YEAR.findall(sentence[:at])) | set(_YEAR.findall(_COMPARED_WITH.sub("", sentence[at:])))
    if _LAST_YEAR.search(sentence):
        year = (published or "")[:4]
        years.add(str(int(year) - 1) if year.isdigit() else PAST)
    return frozenset(years)
