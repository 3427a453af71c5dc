"""What a figure counts and on what occasion, read from the sentence around it."""

import re
from dataclasses import dataclass

from index.annotating.measures import common
from index.nearby.ranking import content
from index.nearby.shelf import Opened
from index.sentences import sentence_around
from index.words import fold, stem
from models.annotation import Figure, Kind

_STATES = {
    "killed": r"kill\w*|dead|deaths?|die[sd]?|dying|lives|toll|lost their lives|perished|slain|murdered|fatal\w*",
    "injured": r"injur\w*|wound\w*|hurt",
    "missing": r"missing|unaccounted",
    "displaced": r"fled|flee\w*|displaced|homeless|shelter\w*|refug\w*|evacuat\w*|camps?|brought out|moved (?:out|from)"
    r"|(?:rescuers|buses|soldiers) moved|le(?:ft|aving) (?:their|home)|away from home",
    "arrested": r"arrest\w*|detain\w*|jailed|imprisoned",
    "trapped": r"trapped|buried",
    "damaged": r"damag\w*|destroy\w*|collaps\w*|flattened",
}
_STATE = re.compile(
    "|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in _STATES.items()), re.IGNORECASE
)
_STATE_BEFORE = re.compile(
    "(?:" + "|".join(rf"(?P<{name}>\b(?:{words}))" for name, words in _STATES.items())
    + r")(?:[ ](?!and\b|or\b|while\b|as\b)[\w’'-]+){0,4}[ ]*$",
    re.IGNORECASE,
)  # fmt: skip
_PEOPLE = frozenset(
    "people person persons other others man men woman women child children boy girl resident residents civilian "
    "civilians victim victims dead injured wounded missing refugee refugees life lives death toll casualty casualties "
    "inhabitant inhabitants villager villagers dweller population member members homeless marcher marchers protester "
    "protesters protestor protestors demonstrator demonstrators evacuee evacuees".split()
)
_TROOPS = frozenset(
    "troop troops soldier soldiers personnel serviceman servicemen servicewomen guards forces fighters".split()
)
_DID = re.compile(
    r" (?:(?:had|have|were|was|has) )?(?:been )?(?:march\w*|protest\w*|demonstrat\w*|evacuated|fled|killed|injured"
    r"|arrested|moved)\b"
)
"""Only people do these, or have them done to them: "45,000 marched"."""
_ONES = re.compile(r"\b(?:those|everybody|everyone) (?:who|whom)\b")
_BACK = re.compile(r"\b(?:number|figure|count|toll|total|sum|estimate)s?\b", re.IGNORECASE)
_LOOKED_BACK = 500
"""Code points before a bare "the figure of 4,000" within which stands what it counts."""
_INHABITED = re.compile(
    r"\b(?:village|town|city|hamlet|suburb|parish|settlement|island|country|nation|region|population|home to)"
    r"(?: of| with|,)?(?: (?:about|around|some|nearly|over|more than|just))* $",
    re.IGNORECASE,
)
_PEOPLE_PLAINLY = frozenset(
    "people residents civilians villagers inhabitants refugees marchers protesters demonstrators evacuees".split()
)
"""Plurals that, some words before a bare number, are what it counts."""
_PEOPLE_NAME = re.compile(r"[A-Z]\w+(?:ans|ese|is|ish|ites)$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONTH = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_DATE = re.compile(
    r"\b(January|February|March|April|June|July|August|September|October|November|December)\b"
    r"|\b(?:in|on|of|by|\d\d?|since|until|last) (May)\b"
)
_LAST_YEAR = re.compile(r"\b(?:last year|the previous year|a year (?:ago|earlier|before))\b", re.IGNORECASE)
PAST = "last year"
"""The year of "last year" in an article that does not say when it was written."""
_NEAR = 45
"""Code points around a figure whose words tell what it measures."""
_REACH = 60
"""Code points around a figure in which the word for what happened to the counted is looked for."""


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
    state: str | None
    """What happened to the counted: "killed", "injured"."""
    stems: frozenset[str]
    """Of the sentence, numbers left out."""
    near: frozenset[str]
    """Of the words right around the figure."""
    names: frozenset[str]
    """Entities named in the sentence."""
    places: frozenset[str]
    years: frozenset[str]
    months: frozenset[str]
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
    return Context(
        figure=figure,
        opened=opened,
        passage=passage.number if passage else 0,
        start=start,
        end=end,
        measure=measure,
        size=size,
        head=_head(figure) or _head_around(opened, figure, passage.start if passage else start, start, end),
        state=_state(opened, figure, start, end),
        stems=frozenset(s for s in content(sentence) if not s[0].isdigit()),
        near=_near(opened, figure, start, end),
        names=frozenset(m.entity for m in mentions if m.entity),
        places=frozenset(m.entity for m in mentions if m.entity and m.kind in (Kind.PLACE, Kind.EVENT)),
        years=_years(sentence, article.published),
        months=frozenset(_MONTH.findall(sentence)),
        passage_months=frozenset(
            "".join(m)
            for m in _DATE.findall(text, *((passage.start, passage.end) if passage else (start, end)))
        ),
    )


def _between(opened: Opened, figure: Figure, start: int, end: int) -> tuple[int, int]:
    """What of a sentence belongs to one figure: from the figure before it to the one behind."""
    others = opened.annotated.annotations.figures
    before = max((f.end for f in others if start <= f.end <= figure.start), default=start)
    after = min((f.start for f in others if figure.end <= f.start < end), default=end)
    return before, after


def _near(opened: Opened, figure: Figure, start: int, end: int) -> frozenset[str]:
    before, after = _between(opened, figure, start, end)
    text = opened.article.text
    around = (
        text[max(before, figure.start - _NEAR) : figure.start]
        + " "
        + text[figure.end : min(after, figure.end + _NEAR)]
    )
    return frozenset(s for s in content(around) if not s[0].isdigit())


def _head(figure: Figure) -> str | None:
    if not figure.of:
        return None
    words = re.findall(r"[^\W\d_]+", figure.of)
    for word in reversed(words):
        lower = fold(word)
        if lower in _PEOPLE:
            return "people"
        if lower in _TROOPS:
            return "troops"
        if _PEOPLE_NAME.match(word):
            return "people"
        break
    return stem(fold(words[-1])) if words else None


def _years(sentence: str, published: str | None) -> frozenset[str]:
    """The years a sentence names; "last year" is reckoned from the day of publication."""
    years = set(_YEAR.findall(sentence))
    if _LAST_YEAR.search(sentence):
        year = (published or "")[:4]
        years.add(str(int(year) - 1) if year.isdigit() else PAST)
    return frozenset(years)


def _head_around(opened: Opened, figure: Figure, first: int, start: int, end: int) -> str | None:
    """What a bare number counts: what people do behind it, else the last word for people or troops before it.

    It is looked for in the sentence and the one before; farther back where "the figure", "the number" refers to it.
    """
    if figure.unit or figure.of:
        return None
    text = opened.article.text
    if _DID.match(text, figure.end):
        return "people"
    reach = max(0, figure.start - _LOOKED_BACK) if _BACK.search(text, start, end) else first
    if _ONES.search(text, start, figure.start):
        return "people"
    for word in reversed(re.findall(r"[^\W\d_]+", text[reach : figure.start])):
        lower = fold(word)
        if lower in _TROOPS:
            return "troops"
        if lower in _PEOPLE_PLAINLY:
            return "people"
    return None


def _state(opened: Opened, figure: Figure, start: int, end: int) -> str | None:
    text = opened.article.text
    if _INHABITED.search(text, max(start, figure.start - _REACH), figure.start):
        return "population"
    before, after = _between(opened, figure, start, end)
    led = _STATE_BEFORE.search(text[max(before, figure.start - _REACH) : figure.start])
    if led:
        return led.lastgroup
    followed = _STATE.search(text[figure.end : min(after, figure.end + _REACH)])
    if followed:
        return followed.lastgroup
    if figure.of:
        named = _STATE.search(figure.of)
        if named:
            return named.lastgroup
    ahead = list(_STATE.finditer(text[max(before, figure.start - _REACH) : figure.start]))
    return ahead[-1].lastgroup if ahead else None
