"""Who gives a figure, as far as its sentence says."""

import re

from index.annotating.quoting.speech import ROLE_NOUNS
from index.attribution import denies
from index.figures.context import Context
from models.annotation import Figure, Mention
from models.kind import Kind

_ABOUT = r"(?: (?:about|around|some|over|nearly|almost|the|more than|at least|up to))*"
_VERB = (
    r"(?: in [A-Z][\w’'-]+)?(?: (?:has|had|have|now|also|later|still))*"
    r" (?:puts? [^,.;:]{0,60} at|sp(?:eaks?|oke)(?: [\w ]{1,20})? of"
    r"|(?:says?|said|counts?|counted|claims?|claimed|estimates?|estimated)(?: that)?)"
    rf"{_ABOUT} "
)
_GIVES = re.compile(rf"(?:, [^,.;:]{{1,60}},)?{_VERB}")
"""Between who gives it and the number: "Kern put the toll at", "the Ministry in Orvane says that"."""
_ANNOUNCED = r"(?: [\w’'-]+){0,2} (?:named|given|claimed|cited|announced|estimated|counted)"
_GIVEN_BY = re.compile(rf"{_ANNOUNCED} by (?:the )?")
"""Between the number and who gives it."""
_GIVEN_IN = re.compile(r"(?: [\w’'-]+){0,2} (?:claimed|announced) in ")
"""Between the number and the place that stands for who sits there: "the 5,000 claimed in Velin"."""
_DESCRIBING = r"(?!(?:on|of|by|in|at|to|from|for|with|against|who|that)\b)[^\W\d_][\w’'-]*"
_ROLE = rf"((?:(?:the|an?|its|their) )?(?:{_DESCRIBING} ){{0,2}}?{ROLE_NOUNS})"
_CLAUSE = r"(?:^|[,;:–—] (?:and |but |while )?|\b(?:and|but|while|whereas|though|although|that) )"
_ROLE_GIVES = re.compile(rf"{_CLAUSE}{_ROLE}{_VERB}$", re.IGNORECASE)
_ROLE_GAPPED = re.compile(rf"(?:[,;]|\band\b|\bbut\b)(?: and| but| while)? {_ROLE}{_ABOUT} $", re.IGNORECASE)
"""A second giver for whom the verb is not said again: "police say 2,000, the organisers 5,000"."""
_GIVEN_BY_ROLE = re.compile(rf"{_ANNOUNCED} by {_ROLE}\b", re.IGNORECASE)
_TAKEN_UP = re.compile(rf"(?:He|She){_VERB}$")
_DENIED = re.compile(r"\b(?:not|rather than|instead of) (?:the )?$")
_SPEAKING = frozenset({Kind.PERSON, Kind.ORG})


def speaker_of(context: Context) -> str | None:
    """Who gives a figure: who stands beside it as its giver, else who says the quotation, direct or indirect.

    A quotation that covers the figure comes before one elsewhere in its sentence. Who says "not 40", or denies that it
    was 40, does not give 40.
    """
    giver = giver_of(context)
    if giver:
        return giver
    figure = context.figure
    if _DENIED.search(context.written.text[context.start : figure.start]):
        return None
    quotations = context.opened.annotated.annotations.of(context.passage).quotations
    covering = [q for q in quotations if q.speaker and q.start <= figure.start and figure.end <= q.end]
    if covering:
        return None if denies(covering[-1].cue) else covering[-1].speaker
    beside = [q for q in quotations if q.speaker and context.start <= q.start < context.end]
    return beside[0].speaker if beside else None


def set_side_by_side(a: Context, b: Context) -> bool:
    """Whether their sentence gives two figures by two sources: "police say 2,000, the organisers 5,000"."""
    first, second = speaker_of(a), speaker_of(b)
    return first is not None and second is not None and first != second


def giver_of(context: Context) -> str | None:
    """Who puts the number itself, whoever reports it: "the Herald said Kern put it at 40", "police counted 40"."""
    return _giver(context, context.figure)


def _giver(context: Context, figure: Figure) -> str | None:
    text = context.written.text
    mentions = _mentions(context)
    for mention in mentions:
        if mention.kind in _SPEAKING and (
            _GIVES.fullmatch(text, mention.end, figure.start)
            or _GIVEN_BY.fullmatch(text, figure.end, mention.start)
        ):
            return mention.text
        if mention.kind is Kind.PLACE and _GIVEN_IN.fullmatch(text, figure.end, mention.start):
            return mention.text
    lead, tail = text[context.start : figure.start], text[figure.end : context.end]
    before = _ROLE_GIVES.search(lead)
    if before is None and any(
        context.start <= f.start < figure.start and _giver(context, f) for f in context.written.figures
    ):
        before = _ROLE_GAPPED.search(lead)
    if before:
        return _as_within(before.group(1), context.start + before.start(1), mentions)
    behind = _GIVEN_BY_ROLE.match(tail)
    if behind:
        return behind.group(1)
    return _taken_up(context) if _TAKEN_UP.fullmatch(lead) else None


def _taken_up(context: Context) -> str | None:
    """Whom "She put it at 40" means: who was quoted last in the passage before."""
    place = context.written.place_at(context.start)
    quotations = context.opened.annotated.annotations.of(context.passage).quotations
    said = [q for q in quotations if q.speaker and place and place.start <= q.start < context.start]
    return said[-1].speaker if said else None


def _mentions(context: Context) -> list[Mention]:
    found = context.opened.annotated.annotations.of(context.passage).mentions
    return [m for m in found if context.start <= m.start < context.end]


def _as_within(role: str, start: int, mentions: list[Mention]) -> str:
    """A role as inside a sentence, whose capital is a name's or none."""
    named = any(m.start <= start < m.end for m in mentions)
    return role if named or role[1:2].isupper() else role[0].lower() + role[1:]
