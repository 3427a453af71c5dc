"""Title, standfirst, byline and date of a plain text, from the lines around the article's beginning."""

import re
from collections.abc import Sequence

from index.reading.bylines import byline, clean_authors, looks_like_name
from index.reading.closing import CLOSING_LINES, is_about_author
from index.reading.dates import date_line
from index.reading.draft import Draft
from index.reading.furniture_rules import CAPTION, MENU
from index.reading.furniture_words import MENU_WORDS
from index.reading.lines import Line
from index.reading.outlets import OUTLET_WORDS, is_outlet_name, masthead_name

_LONGEST_TITLE = 180
_LONGEST_STANDFIRST = 320
_MASTHEAD = re.compile(rf"(?:Radio|TV|The)\b[\w'’ ]+|[\w'’ ]*{OUTLET_WORDS.pattern}")
_SECTION_BAR = re.compile(r"\s[|·•]\s")
_WORD = re.compile(r"\w+")
_CONTENT_WORD = re.compile(r"\w{4,}")
_HEAD_LINES = 16
"""Lines at the top of an article alone that may belong to its head."""
_HEAD_BEFORE = 30
"""Lines before the article's body that are searched in a copied page."""


def read_head(draft: Draft, lines: Sequence[Line], outlet: str | None, day_first: bool | None) -> None:
    """Take title, standfirst, byline and date from the top of a text that is an article alone.

    Args:
        draft: receives them.
        lines: all lines of the text.
        outlet: the outlet's name if other lines state it: its masthead is known by it.
        day_first: as for `index.reading.read`.
    """
    kept = [line for line in lines if line.reason is None and line.taken is None]
    for index, line in enumerate(kept[:_HEAD_LINES]):
        following = kept[index + 1] if index + 1 < len(kept) else None
        if _take_date(draft, line, day_first) or _take_byline(draft, line):
            continue
        if draft.title and not draft.authors and _is_author(kept, index, day_first):
            draft.note("authors", clean_authors(line.text), "byline")
            line.taken = "byline"
        elif draft.title is None and draft.outlet is None and _is_masthead(kept, index, outlet, day_first):
            name = masthead_name(line.text)
            draft.note("outlet", outlet if outlet and _same(outlet, name) else name, "masthead")
            line.taken = "masthead"
        elif draft.title is None and _is_under_masthead(kept, index):
            line.reason = MENU
        elif draft.title is None and _is_headline(line, following, day_first):
            draft.note("title", line.text, "first line" if index == 0 else "line before the text")
            line.taken = "title"
        elif draft.title and _is_alt_text(line):
            line.reason = CAPTION
        elif draft.title and not draft.standfirst and _is_standfirst(line, following, day_first):
            draft.note("standfirst", line.text, "line after the title")
        else:
            break


def _is_masthead(kept: Sequence[Line], index: int, outlet: str | None, day_first: bool | None) -> bool:
    """The outlet's name above everything, known from other lines or with a headline still to come."""
    name = masthead_name(kept[index].text)
    if index <= 1 and outlet and _same(name, outlet):
        return True
    if index > 1 or kept[index].ends or not is_outlet_name(name) or not _MASTHEAD.fullmatch(name):
        return False
    for line in kept[index + 1 : index + 10]:
        if line.prose and line.ends:
            return False
        if (
            line.blank_before
            and len(line.text.split()) >= 4
            and not line.ends
            and not _states_date(line, day_first)
        ):
            return True
    return False


def _is_under_masthead(kept: Sequence[Line], index: int) -> bool:
    """A label in the same block as the masthead: a slogan or a menu."""
    line, above = kept[index], kept[index - 1] if index else None
    if above is None or line.prose or not (above.taken == "masthead" or above.reason == MENU):
        return False
    if line.blank_before:
        # "LETTERS FROM THE COAST" or "ESSAY" is a section's name: in capitals, a menu's word or a word alone.
        opening = line.text.split()
        return line.text.isupper() and (len(opening) == 1 or opening[0].lower() in MENU_WORDS)
    return len(line.text) <= 60


def _same(name: str, other: str) -> bool:
    return name.lower().removeprefix("the ") == other.lower().removeprefix("the ")


def _is_author(kept: Sequence[Line], index: int, day_first: bool | None) -> bool:
    """A name alone on its line is the author's beside a date line, or where the last lines tell of the author."""
    line = kept[index]
    if not looks_like_name(line.text):
        return False
    beside = (*kept[max(0, index - 1) : index], *kept[index + 1 : index + 2])
    if any(near.taken == "date line" or _states_date(near, day_first) for near in beside):
        return True
    return any(is_about_author(last.text, (line.text,)) for last in kept[index + 1 :][-CLOSING_LINES:])


def _states_date(line: Line, day_first: bool | None) -> bool:
    return len(line.text) <= 80 and not line.prose and date_line(line.text, day_first) is not None


def _take_date(draft: Draft, line: Line, day_first: bool | None, *, loose: bool = False) -> bool:
    """Whether the line is a date line: a date and nothing else but labels and a name.

    Above the body of a copied page (`loose`), menus and topics may run on in the same line.
    """
    if len(line.text) > 140 or (line.prose and line.ends):
        return False
    stated = date_line(line.text, day_first)
    if stated is None:
        return False
    names = byline(stated.rest) or _bare_name(stated.rest)
    section = len(stated.rest) <= 25 and len(stated.rest.split()) <= 2 and _SECTION_BAR.search(line.text)
    # "The Courier · Mara Ilić · 28 July 2021": which of two names is the outlet's is not said.
    pieces = _SECTION_BAR.split(stated.rest)
    named = 2 <= len(pieces) <= 3 and all(len(piece) <= 40 and len(piece.split()) <= 4 for piece in pieces)
    if named and not any(is_outlet_name(piece) for piece in pieces):
        names = ()
    known = not stated.rest or names or section or named or is_outlet_name(stated.rest)
    if not known and not (loose and len(stated.rest) <= 90):
        return False
    draft.note("published", stated.published, "date line")
    draft.note("updated", stated.updated, "date line")
    if is_outlet_name(stated.rest):
        draft.note("outlet", stated.rest, "date line")
    draft.note("authors", names, "date line")
    line.taken = "date line"
    return True


def _bare_name(text: str) -> tuple[str, ...]:
    return clean_authors(text) if looks_like_name(text.strip(" |,-")) else ()


def _take_byline(draft: Draft, line: Line) -> bool:
    names = byline(line.text) if not line.prose else ()
    if not names:
        return False
    draft.note("authors", names, "byline")
    line.taken = "byline"
    return True


def _is_headline(line: Line, following: Line | None, day_first: bool | None) -> bool:
    text = line.text
    if following is None or len(text) > _LONGEST_TITLE or not _WORD.search(text) or text[0] in "-*•–":
        return False
    # Above a date or byline stands the headline, whatever its first letter and last mark.
    if _states_date(following, day_first) or byline(following.text):
        return not line.prose or text.isupper() or not line.ends
    if text.endswith((".", ",", ";", ":")) or text[0].islower():
        return False
    # Without a blank line after it, a first line without a full stop is a headline only before prose.
    return following.blank_before or following.prose or not following.ends


def _is_standfirst(line: Line, following: Line | None, day_first: bool | None) -> bool:
    if (
        following is None
        or len(line.text) > _LONGEST_STANDFIRST
        or len(_WORD.findall(line.text)) < 4
        or line.text[0].islower()
    ):
        return False
    if line.ends:
        return bool(byline(following.text)) or _states_date(following, day_first)
    return following.blank_before or following.prose


def _is_alt_text(line: Line) -> bool:
    """A picture's alternative text and caption run together: names only, one of them twice."""
    if line.ends or line.text.isupper():
        return False
    words = _WORD.findall(line.text)
    capitalised = all(word[0].isupper() for word in words)
    return 3 <= len(words) <= 14 and capitalised and len(set(words)) < len(words)


def read_page_head(draft: Draft, lines: Sequence[Line], first: int, day_first: bool | None) -> None:
    """Take title, byline and date from the lines above the body of a copied page."""
    start = max(0, first - _HEAD_BEFORE)
    body = " ".join(line.text for line in lines[first:] if line.reason is None).lower()
    ranked = [
        (score, -index)
        for index in range(start, min(first + 2, len(lines)))
        if (score := _title_score(lines, index, first, body, day_first)) is not None
    ]
    title = start
    if ranked:
        title = -max(ranked)[1]
        draft.note("title", lines[title].text, "line before the text")
        lines[title].taken = "title"
        lines[title].reason = None
        for line in lines[first:]:
            if line.text == draft.title and line.taken is None:
                line.reason = line.reason or "title repeated"
    near = sorted(
        range(max(start, title - 4), min(first + 3, len(lines))), key=lambda index: (index < title, index)
    )
    for index in near:
        line = lines[index]
        if (
            line.taken is None
            and not draft.published
            and _take_date(draft, line, day_first, loose=index < first)
        ) or (line.taken is None and not draft.authors and _take_byline(draft, line)):
            line.reason = None
    _take_page_standfirst(draft, lines, title, first)
    for index in range(title + 1, min(first, title + 6)):
        line = lines[index]
        if not draft.authors and line.taken is None and line.verdict is None and looks_like_name(line.text):
            neighbours = (lines[index - 1], lines[min(index + 1, len(lines) - 1)])
            if any(near_line.taken in {"date line", "title"} for near_line in neighbours):
                draft.note("authors", clean_authors(line.text), "line before the text")
                line.taken, line.reason = "byline", None


def _take_page_standfirst(draft: Draft, lines: Sequence[Line], title: int, first: int) -> None:
    """The line between title and byline, if it is as long as a standfirst and nothing else by its words."""
    if not draft.title or title + 2 >= first:
        return
    line, after = lines[title + 1], lines[title + 2 : title + 5]
    long = 40 <= len(line.text) <= _LONGEST_STANDFIRST and len(line.text.split()) >= 6
    free = line.taken is None and line.verdict is None and not line.cut_short
    signed = any(near.taken in {"date line", "byline"} or looks_like_name(near.text) for near in after)
    if long and free and signed:
        draft.note("standfirst", line.text, "line after the title")
        line.taken, line.reason = "standfirst", None


def _title_score(
    lines: Sequence[Line], index: int, first: int, body: str, day_first: bool | None
) -> float | None:
    line = lines[index]
    text = line.text
    words = _CONTENT_WORD.findall(text.lower())
    if line.verdict or line.cut_short or not 12 <= len(text) <= _LONGEST_TITLE or len(text.split()) < 3:
        return None
    if text.endswith((",", ":", ";")) or not words:
        return None
    following = lines[index + 1] if index + 1 < len(lines) else None
    dated = following is not None and (_states_date(following, day_first) or bool(byline(following.text)))
    if text.endswith(".") and line.prose and not dated:
        return None
    if byline(text) or _states_date(line, day_first) or looks_like_name(text):
        return None
    shared = sum(word in body for word in words) / len(words)
    if shared < 0.3:
        return None
    score = 3 * shared + min(len(words), 6) * 0.25 - 0.08 * abs(first - index)
    if any(_states_date(near, day_first) or byline(near.text) for near in lines[index + 1 : index + 4]):
        score += 1.5
    # A page says its title twice: in the way to it ("Home News Title"), in the window's name, or in its share links.
    twice = sum(other is not line and text in other.text for other in lines)
    # The title opens the article; what follows another line of its kind is the standfirst.
    before = lines[index - 1] if index else None
    opens = (
        before is None or before.verdict is not None or len(before.text.split()) <= 3 or before.text == text
    )
    return score + (1.0 if twice else 0.0) + (1.0 if opens else 0.0) - (0.5 if text.endswith(".") else 0.0)
