"""Title, standfirst, byline and date of a text that is an article alone, from its first lines."""

import re
from collections.abc import Sequence

from index.reading.draft import Draft
from index.reading.plain.closing import CLOSING_LINES, is_about_author
from index.reading.plain.furniture_rules import CAPTION, MENU
from index.reading.plain.furniture_words import MENU_WORDS
from index.reading.plain.head_block import opens_head_block, take_head_block
from index.reading.plain.head_lines import (
    LONGEST_STANDFIRST,
    LONGEST_TITLE,
    states_date,
    take_byline,
    take_date,
)
from index.reading.plain.lines import Line
from index.reading.stated.bylines import byline, clean_authors, is_persons_name, looks_like_name
from index.reading.stated.outlets import OUTLET_WORDS, is_outlet_name, masthead_name, same_outlet

_MASTHEAD = re.compile(rf"(?:Radio|TV|The)\b[\w'’ ]+|[\w'’ ]*{OUTLET_WORDS.pattern}")
_WORD = re.compile(r"\w+")
_HEAD_LINES = 16
"""Lines at the top of an article alone that may belong to its head."""


def read_head(draft: Draft, lines: Sequence[Line], outlet: str | None, day_first: bool | None) -> None:
    """Take title, standfirst, byline and date from the top of a text that is an article alone.

    Args:
        draft: receives them.
        lines: all lines of the text.
        outlet: the outlet's name if other lines state it: its masthead is known by it.
        day_first: as for `index.reading.read`.
    """
    free = [index for index, line in enumerate(lines) if line.reason is None and line.taken is None]
    kept = [lines[index] for index in free]
    for index, line in enumerate(kept[:_HEAD_LINES]):
        following = kept[index + 1] if index + 1 < len(kept) else None
        if draft.title and line.taken is None:
            above = free[index - 1] if index else -1
            take_head_block(draft, lines[above + 1 :], outlet, day_first)
        if line.taken is not None:
            continue
        if take_date(draft, line, day_first) or take_byline(draft, line):
            continue
        if draft.title and not draft.authors and _is_author(kept, index, day_first):
            draft.note("authors", clean_authors(line.text), "byline")
            line.taken = "byline"
        elif draft.title is None and draft.outlet is None and _is_masthead(kept, index, outlet, day_first):
            name = masthead_name(line.text)
            draft.note("outlet", outlet if outlet and same_outlet(outlet, name) else name, "masthead")
            line.taken = "masthead"
        elif draft.title is None and _is_under_masthead(kept, index):
            line.reason = MENU
        elif draft.title is None and _is_headline(line, following, day_first):
            draft.note("title", line.text, "first line" if index == 0 else "top line")
            line.taken = "title"
        elif draft.title and looks_like_name(line.text) and _beside_date(kept, index, day_first):
            # Whose name it is, a place's or a desk's, is not said; the date below it is the article's all the same.
            continue
        elif draft.title and _is_alt_text(line):
            line.reason = CAPTION
        elif (
            draft.title
            and not draft.standfirst
            and _is_standfirst(
                line, following, day_first, signed=opens_head_block(lines[free[index] + 1 :], day_first)
            )
        ):
            draft.note("standfirst", line.text, "line after the title")
        else:
            break


def _is_masthead(kept: Sequence[Line], index: int, outlet: str | None, day_first: bool | None) -> bool:
    """The outlet's name above everything, known from other lines or with a headline still to come."""
    name = masthead_name(kept[index].text)
    if index <= 1 and outlet and same_outlet(name, outlet):
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
            and not states_date(line, day_first)
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


def _is_author(kept: Sequence[Line], index: int, day_first: bool | None) -> bool:
    """A name alone on its line is the author's beside a date line, or where the last lines tell of the author."""
    line = kept[index]
    if not looks_like_name(line.text):
        return False
    if is_persons_name(line.text) and _beside_date(kept, index, day_first):
        return True
    return any(is_about_author(last.text, (line.text,)) for last in kept[index + 1 :][-CLOSING_LINES:])


def _beside_date(kept: Sequence[Line], index: int, day_first: bool | None) -> bool:
    beside = (*kept[max(0, index - 1) : index], *kept[index + 1 : index + 2])
    return any(near.taken == "date line" or states_date(near, day_first) for near in beside)


def _is_headline(line: Line, following: Line | None, day_first: bool | None) -> bool:
    text = line.text
    if following is None or len(text) > LONGEST_TITLE or not _WORD.search(text) or text[0] in "-*•–":
        return False
    # Above a date or byline stands the headline, whatever its first letter and last mark.
    if states_date(following, day_first) or byline(following.text):
        return not line.prose or text.isupper() or not line.ends
    if text.endswith((".", ",", ";", ":")) or text[0].islower():
        return False
    # Without a blank line after it, a first line without a full stop is a headline only before prose.
    return following.blank_before or following.prose or not following.ends


def _is_standfirst(line: Line, following: Line | None, day_first: bool | None, *, signed: bool) -> bool:
    if (
        following is None
        or len(line.text) > LONGEST_STANDFIRST
        or len(_WORD.findall(line.text)) < 4
        or line.text[0].islower()
    ):
        return False
    if line.ends:
        return signed or bool(byline(following.text)) or states_date(following, day_first)
    return following.blank_before or following.prose


def _is_alt_text(line: Line) -> bool:
    """A picture's alternative text and caption run together: names only, one of them twice."""
    if line.ends or line.text.isupper():
        return False
    words = _WORD.findall(line.text)
    capitalised = all(word[0].isupper() for word in words)
    return 3 <= len(words) <= 14 and capitalised and len(set(words)) < len(words)
