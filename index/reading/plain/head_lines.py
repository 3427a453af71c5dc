"""The lines of an article's head by themselves: date lines and bylines, and what they give."""

import re

from index.reading.draft import Draft
from index.reading.plain.lines import Line
from index.reading.stated.bylines import byline, clean_authors, desk, is_persons_name, looks_like_name
from index.reading.stated.dates import date_line
from index.reading.stated.outlets import is_outlet_name, outlet_alone

LONGEST_TITLE = 180
LONGEST_STANDFIRST = 320
_LABELLED = re.compile(r"\W*(?:first |originally )?(?:published|posted|updated)\b", re.IGNORECASE)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? "
_GLUED = re.compile(rf"(?<=[a-z])(?=(?:\d{{1,2}} )?{_MONTH}\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})")
_PEN_NAME = re.compile(r"(?:[Pp]osted |[Ww]ritten )?[Bb]y:? ([A-Z]\w{2,20})")
_SIGNED = re.compile(
    r"\b[Bb]y ?((?:[A-Z][\w.'’-]+ ){1,2}?[A-Z][\w'’-]+)(?= (?:[Ll]ast |[Uu]pdated|[Pp]ublished|\d)| [•·|]|$)"
)
_BY = re.compile(r"[Bb][Yy] ")
_BARS = " |,-"
_SECTION_BAR = re.compile(r"\s[|·•]\s")


def states_date(line: Line, day_first: bool | None) -> bool:
    """Whether a short line holds a date."""
    return len(line.text) <= 80 and not line.prose and date_line(line.text, day_first) is not None


def take_date(draft: Draft, line: Line, day_first: bool | None, *, loose: bool = False) -> bool:
    """Whether the line is a date line: a date and nothing else but labels and a name.

    Above the body of a copied page (`loose`), menus and topics may run on in the same line.
    """
    text = unglued(line.text) if loose else line.text
    if len(text) > 140 or (line.prose and line.ends and not _LABELLED.match(text)):
        return False
    stated = date_line(text, day_first)
    if stated is None:
        return False
    names = byline(stated.rest) or _bare_name(stated.rest) or _pen_name(stated.rest)
    section = len(stated.rest) <= 25 and len(stated.rest.split()) <= 2 and _SECTION_BAR.search(text)
    # "The Courier · Mara Ilić · 28 July 2021": which of two names is the outlet's is not said.
    pieces = _SECTION_BAR.split(stated.rest)
    named = 2 <= len(pieces) <= 3 and all(len(piece) <= 40 and len(piece.split()) <= 4 for piece in pieces)
    if named and not any(is_outlet_name(piece) for piece in pieces):
        names = ()
    alone = looks_like_name(stated.rest.strip(_BARS))
    known = not stated.rest or names or section or named or alone or is_outlet_name(stated.rest)
    if not known and not (loose and len(stated.rest) <= 90):
        return False
    draft.note("published", stated.published, "date line")
    draft.note("updated", stated.updated, "date line")
    if is_outlet_name(stated.rest):
        draft.note("outlet", stated.rest, "date line")
    elif not names and len(pieces) == 1:
        draft.note("outlet", outlet_alone(stated.rest.strip(_BARS)), "date line")
    draft.note("authors", names or (_signed_within(text) if loose else ()), "date line")
    line.taken = "date line"
    return True


def unglued(text: str) -> str:
    """A line with a date apart from the name before it, which a page sets side by side without a blank."""
    return _GLUED.sub(" ", text)


def _bare_name(text: str) -> tuple[str, ...]:
    return clean_authors(text) if is_persons_name(text.strip(_BARS)) else ()


def _pen_name(text: str) -> tuple[str, ...]:
    match = _PEN_NAME.fullmatch(text)
    return (match[1],) if match else ()


def _signed_within(text: str) -> tuple[str, ...]:
    """The name after "by" in a line that goes on after it: "By Mara Ilić Last updated 8 July Share"."""
    match = _SIGNED.search(text)
    return clean_authors(match[1]) if match else ()


def take_byline(draft: Draft, line: Line) -> bool:
    """Whether the line is a byline."""
    names = signed_by(line.text) if not line.prose else ()
    if not names:
        return False
    draft.note("authors", names, "byline")
    line.taken = "byline"
    return True


def signed_by(text: str) -> tuple[str, ...]:
    """The people, or else the desk, that a text beginning with "By" or the like names; empty if it is no byline."""
    return byline(text) or _desk(text)


def _desk(text: str) -> tuple[str, ...]:
    return desk(text) if _BY.match(text) and len(text) <= 60 and text[-1] not in ".!?" else ()
