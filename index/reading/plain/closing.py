"""What stands under an article's last paragraph: the author's card, a line about the author, the agency's initials."""

import re
from collections.abc import Sequence

from index.reading.plain.furniture_rules import AGENCY_CREDIT
from index.reading.plain.lines import Line

ABOUT_AUTHOR = "about the author"
CLOSING_LINES = 6
"""Lines at the end of an article among which its closing is looked for."""
_CARD = 4
"""Lines of a card at most: name, role, handle, address."""
_ABOUT = re.compile(
    r"(?:,.{2,60},)? (?:is|was|has been|writes|last wrote|works|lives|teaches|edits|covers"
    r"|can be (?:reached|contacted))\b"
)
_FROM = re.compile(r" (?:reported|reports|contributed|reporting)(?: reporting)? from [^.]{2,60}\.?$")
_DATELINE_AGENCY = re.compile(r"^[^a-z(]{2,40}[^(]{0,40}\((?P<agency>[A-Z]{2,8})\)\s*[-–—]")


def drop_closing(lines: Sequence[Line], authors: Sequence[str]) -> None:
    """Give the closing lines of an article their reason; only what names its author or its dateline's agency goes."""
    kept = [line for line in lines if line.reason is None and line.taken is None]
    end = len(kept)
    _drop_card(kept[1:][-CLOSING_LINES:], authors)
    agency = next(
        (found["agency"] for line in kept[:4] if (found := _DATELINE_AGENCY.match(line.text))), None
    )
    for line in reversed(kept[max(1, end - CLOSING_LINES) :]):
        if line.reason is not None:
            continue
        if is_about_author(line.text, authors):
            line.reason = ABOUT_AUTHOR
        elif _names_author(line.text, authors, _FROM) or (agency and _is_credited(line.text, agency)):
            line.reason = AGENCY_CREDIT
        else:
            break


def _drop_card(closing: Sequence[Line], authors: Sequence[str]) -> None:
    """The author's name alone on a line, with nothing but short lines after it."""
    names = {author.casefold() for author in authors}
    for index, line in enumerate(closing):
        card = closing[index:]
        if line.text.casefold() in names and len(card) <= _CARD and not any(item.prose for item in card):
            for item in card:
                item.reason = ABOUT_AUTHOR


def is_about_author(text: str, authors: Sequence[str]) -> bool:
    """Whether a line tells who one of the authors is: "Ana Berg teaches history at Sund"."""
    return _names_author(text, authors, _ABOUT)


def _names_author(text: str, authors: Sequence[str], then: re.Pattern[str]) -> bool:
    return any(text.startswith(author) and then.match(text, len(author)) for author in authors)


def _is_credited(text: str, agency: str) -> bool:
    """The agency's initials alone, in brackets, or with the outlet's name: "ZNA/Radio Sund"."""
    return len(text) <= 60 and re.fullmatch(rf"\W*{agency}(?:\s?/\s?[^/.]{{2,40}})?\W*", text) is not None
