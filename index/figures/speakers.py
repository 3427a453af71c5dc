"""Who gives a figure, as far as its sentence says."""

import re

from index.attribution import denies
from index.figures.context import Context
from models.kind import Kind

_ABOUT = r"(?: (?:about|around|some|over|nearly|almost|the|more than|at least|up to))*"
_GIVES = re.compile(
    r"(?: in [A-Z][\w’'-]+)?(?: (?:has|had|now|also|later|still))*"
    r" (?:puts? [^,.;:]{0,60} at|sp(?:eaks?|oke)(?: [\w ]{1,20})? of"
    r"|(?:says|said|counts|counted|claims|claimed)(?: that)?)"
    rf"{_ABOUT} "
)
"""Between who gives it and the number: "Kern put the toll at", "the Ministry in Orvane says that"."""
_GIVEN_BY = re.compile(r"(?: [\w’'-]+){0,2} (?:named|given|claimed|cited|announced|estimated) by (?:the )?")
"""Between the number and who gives it."""
_DENIED = re.compile(r"\b(?:not|rather than|instead of) (?:the )?$")
_SPEAKING = frozenset({Kind.PERSON, Kind.ORG})


def speaker_of(context: Context) -> str | None:
    """Who gives a figure: who stands beside it as its giver, else who says the quotation, direct or indirect.

    A quotation that covers the figure comes before one elsewhere in its sentence. Who says "not 40", or denies that it
    was 40, does not give 40.
    """
    giver = _giver(context)
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


def _giver(context: Context) -> str | None:
    """The person or body that puts the number itself, whoever reports it: "the Herald said Kern put it at 40"."""
    text, figure = context.written.text, context.figure
    for mention in context.opened.annotated.annotations.of(context.passage).mentions:
        if mention.kind not in _SPEAKING or not context.start <= mention.start < context.end:
            continue
        if _GIVES.fullmatch(text, mention.end, figure.start) or _GIVEN_BY.fullmatch(
            text, figure.end, mention.start
        ):
            return mention.text
    return None
