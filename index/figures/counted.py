"""The kind of thing a figure counts, by one stem; "people" and "troops" stand for all words for them."""

import re

from index.catalogue.figured import FiguredText
from index.words import fold, stem
from models.annotation import Figure

_PEOPLE = frozenset(
    "people person persons other others man men woman women child children boy boys girl girls resident residents "
    "civilian civilians victim victims dead injured wounded missing refugee refugees life lives death deaths toll "
    "casualty casualties fatality fatalities inhabitant inhabitants villager villagers dweller population member "
    "members homeless marcher marchers protester protesters protestor protestors demonstrator demonstrators evacuee "
    "evacuees employee employees worker workers staff survivor survivors migrant migrants".split()
)
_TROOPS = frozenset(
    "troop troops soldier soldiers personnel serviceman servicemen servicewomen forces fighters".split()
)
_QUAKE = re.compile(
    r"\b(?:magnitude|richter|quakes?|earthquakes?|temblors?|tremors?|aftershocks?)\b", re.IGNORECASE
)
MAGNITUDE = "magnitude"
"""The head of every figure that measures an earthquake."""
_MAGNITUDES = 10
"""No earthquake reaches it."""
_QUALIFIES = re.compile(r"(?:critically|seriously|badly|\w+ed|dead|missing|alive|homeless)$", re.IGNORECASE)
"""Behind a plural it says what happened to the counted: "Palestinians displaced"."""
_DID = re.compile(
    r" (?:(?:had|have|were|was|has) )?(?:been )?(?:march\w*|protest\w*|demonstrat\w*|rallied"
    r"|evacuated|fled|killed|injured|arrested|moved)\b"
)
"""Only people do these, or have them done to them: "45,000 marched"."""
_TOOK_PART = re.compile(
    r" (?:(?:had|have|has|were|was|are|is) )?(?:t(?:ook|ake|aken|aking) part|turned out)\b"
)
"""What soldiers named before do as other people do; what is done to people need not be done to them."""
_ONES = re.compile(r"\b(?:those|everybody|everyone) (?:who|whom)\b")
_BACK = re.compile(r"\b(?:number|figure|count|toll|total|sum|estimate)s?\b", re.IGNORECASE)
_REPORTED = re.compile(
    r"\b(?:counted|counts?|claim(?:s|ed)?|estimate[sd]?|(?:speaks?|spoke|spoken) of|puts? (?:it|them) at)"
    r"(?: (?:about|around|some|over|nearly|almost|more than|at least|only|just|up to))* $"
)
"""Right before a bare number it tells that everybody knows what is counted: "police counted 1,900"."""
_LISTED = re.compile(r",? ?(?:then|later|and then|and later|and|or|to|,)(?: (?:some|about|over|nearly))? ")
_LOOKED_BACK = 800
"""Code points before a bare "the figure of 4,000" within which stands what it counts."""
_REFERRED = 160
"""Code points before a bare number, in its passage, within which "the numbers" introduces it."""
_PEOPLE_PLAINLY = frozenset(
    "people residents civilians villagers inhabitants refugees marchers protesters demonstrators evacuees".split()
)
"""Plurals that, some words before a bare number, are what it counts."""
_PEOPLE_NAME = re.compile(r"[A-Z]\w+(?:ans|ese|is|ish|ites)$")
_ALIKE = {"home": "hous", "dwell": "hous", "structur": "build"}
"""Stems that newspapers write for each other."""


def head_of(written: FiguredText, figure: Figure, first: int, start: int, end: int) -> str | None:
    """What a figure counts, or measures: the stem of the noun; None where the text does not say.

    Args:
        written: Its article.
        figure: A figure.
        first: Where its passage begins, and so the farthest place where a bare number's noun is looked for.
        start: Where its sentence begins.
        end: Where that ends.
    """
    if figure.of:
        return _head(figure)
    if figure.unit:
        return None
    listed = _listed_with(written, figure, end)
    return _head(listed) if listed else _head_around(written, figure, first, start, end)


def _head(figure: Figure) -> str | None:
    of = figure.of or ""
    if (
        figure.unit is None
        and _QUAKE.search(of)
        and figure.value < _MAGNITUDES
        and ("." in figure.text or "agn" in of)
    ):
        return MAGNITUDE
    words = re.findall(r"[^\W\d_]+", of)
    while len(words) > 1 and _QUALIFIES.fullmatch(words[-1]) and fold(words[-1]) not in _PEOPLE:
        words.pop()
    if not words:
        return None
    lower = fold(words[-1])
    if lower in _PEOPLE or _PEOPLE_NAME.match(words[-1]):
        return "people"
    if lower in _TROOPS:
        return "troops"
    return _ALIKE.get(stem(lower), stem(lower))


def _listed_with(written: FiguredText, figure: Figure, end: int) -> Figure | None:
    """The figure at the end of a list which says what all count: "1,200, then 1,900, then 2,600 people"."""
    last = figure
    for other in written.figures:
        if last.end < other.start < end and _LISTED.fullmatch(written.text, last.end, other.start):
            if other.unit:
                return None
            if other.of:
                return other
            last = other
    return None


def _head_around(written: FiguredText, figure: Figure, first: int, start: int, end: int) -> str | None:
    """What a bare number counts: what people do behind it, else the last word for people or troops before it.

    "5,000 took part" counts troops where they are that last word, else people. It is looked for in the sentence and
    the one before; farther back where "the figure" refers to it, or where somebody just "counted 1,900".
    """
    text = written.text
    if _DID.match(text, figure.end):
        return "people"
    referred = _BACK.search(text, max(first, figure.start - _REFERRED), end) or _REPORTED.search(
        text[start : figure.start]
    )
    reach = max(0, figure.start - _LOOKED_BACK) if referred else first
    if _ONES.search(text, start, figure.start):
        return "people"
    for word in reversed(re.findall(r"[^\W\d_]+", text[reach : figure.start])):
        lower = fold(word)
        if lower in _TROOPS:
            return "troops"
        if lower in _PEOPLE_PLAINLY:
            return "people"
    return "people" if _TOOK_PART.match(text, figure.end) else None
