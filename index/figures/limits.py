"""What limits a figure to less than the whole: a part, an addition, one district, one day, "without parole"."""

import re
from dataclasses import dataclass
from typing import Literal

from index.catalogue.figured import FiguredText
from index.figures.aspects import is_excess
from index.figures.pieces import Piece, own_piece
from models.annotation import Figure

_ADDED = re.compile(r"\b(?:extra|additional|another|further|more(?! than))\b", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:an)?other $", re.IGNORECASE)
_OF_THEM = re.compile(
    r" (?:(?:more )?of (?:them|those|these|whom|which|its|his|her|their|our)\b|of the (?=[a-z])"
    r"|(?:critically|seriously|fatally)\b)"
)
_INCLUDING = re.compile(
    r"\b(?:including|among (?:them|those)|of (?:whom|which|these|them|those))"
    r"(?: (?:about|around|some|approximately|nearly|almost|over|more than|at least))? (?:US)?[$£€]?$",
    re.IGNORECASE,
)
_WITHOUT = re.compile(r"\b(?:without|excluding|not counting|leaving out|except)\b", re.IGNORECASE)
_COMBINED = re.compile(r"\b(?:combin\w+|merged|together with)\b", re.IGNORECASE)
_DAY = re.compile(
    r"\b(?:yesterday|today|overnight|that day|(?:in|on) (?:a single|the) day|(?:a|per|each|every) day|daily)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:a total of|in total|so far|to date|altogether|overall|bringing|in all|since (?:\w+ )?(?:January|February"
    r"|March|April|May|June|July|August|September|October|November|December|\d{4}|then)"
    r"|(?:in|over) the (?:past|last) [\w-]+ (?:days|weeks|months|years))\b",
    re.IGNORECASE,
)
_WIDE = re.compile(
    r"\b(?:countries|nations|worldwide|nationwide|across the (?:country|region|world))\b", re.IGNORECASE
)
_PLACES = r"(?:province|district|village|town|city|suburb|school|camp|house|county|hospital|neighbou?rhood|prison|base)"
_NARROW = re.compile(rf"\b(?:the|one|a|that|this|each|its) (?:[\w’'-]+ ){{0,2}}?{_PLACES}\b")
_NAMED = re.compile(
    rf"\b[Ii]n (?:the )?(?:neighbou?ring |nearby )?((?:[A-Z][\w’'-]+ ){{1,3}})(?:[a-z]+ )?{_PLACES}\b"
)
_HEADING = re.compile(
    r" (?:or so )?(?:to the |due )?(?P<heading>(?:north|south)(?:-?(?:east|west))?|east|west) of\b",
    re.IGNORECASE,
)
_REACH = 60
_BESIDE = 17
"""Code points behind a figure within which "more", "additional" belong to it."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What of the whole a figure gives."""

    part: bool = False
    """Some of those counted just before, or of somebody's: "84 of them", "including 12 children"."""
    added: bool = False
    """On top of others: "another 20,000"."""
    excess: bool = False
    """By how much something goes beyond another: "32 more than allowed"."""
    without: bool = False
    combined: bool = False
    """Of several together: "a company with 15,000 workers when they combine"."""
    time: Literal["day", "whole"] | None = None
    """Of a single day, or of all the time until now."""
    breadth: Literal["wide", "narrow"] | None = None
    """Of several countries, or of a single province, school, camp."""
    district: frozenset[str] = frozenset()
    """The words of the name of the one district meant."""
    heading: str | None = None
    """The point of the compass a distance is measured to."""


def limits_of(written: FiguredText, figure: Figure, start: int, end: int) -> Limits:
    """The limits of a figure whose sentence stands between `start` and `end` of its article's text."""
    text = written.text
    lead, tail = piece = own_piece(written, figure, start, end, _REACH)
    district = _NAMED.search(text, start, end)
    heading = _HEADING.match(text, figure.end)
    return Limits(
        part=bool(_OF_THEM.match(text, figure.end) or _INCLUDING.search(text[start : figure.start])),
        added=bool(_ADDED.search(text[figure.end : figure.end + _BESIDE]) or _OTHERS.search(lead)),
        excess=is_excess(written, figure),
        without=bool(_WITHOUT.search(tail)),
        combined=bool(_COMBINED.search(text, start, end)),
        time="whole" if _found(_WHOLE, piece) else "day" if _found(_DAY, piece) else None,
        breadth=_breadth(text[figure.end : min(end, figure.end + _REACH)]),
        district=frozenset(district.group(1).split()) if district else frozenset(),
        heading=heading.group("heading").lower() if heading else None,
    )


def _found(pattern: re.Pattern[str], piece: Piece) -> bool:
    return any(pattern.search(part) for part in piece)


def _breadth(tail: str) -> Literal["wide", "narrow"] | None:
    """By what stands nearest behind a figure."""
    wide, narrow = _WIDE.search(tail), _NARROW.search(tail)
    if wide and (not narrow or wide.start() < narrow.start()):
        return "wide"
    return "narrow" if narrow else None


def limited_otherwise(a: Limits, b: Limits, *, equal: bool) -> bool:
    """Whether two figures give different parts of a whole, or a part and the whole.

    Args:
        a: The limits of one figure.
        b: Those of another.
        equal: Whether the two say one number; then a part may well be counted twice.
    """
    if a.added != b.added or a.excess != b.excess or (a.heading and b.heading and a.heading != b.heading):
        return True
    if equal:
        return False
    return (
        a.part != b.part
        or a.without != b.without
        or a.combined != b.combined
        or bool(a.breadth and b.breadth and a.breadth != b.breadth)
        or bool(a.district and b.district and not a.district & b.district)
    )
