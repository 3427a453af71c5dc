"""Boxes that a copied page sets around its article and into it: cards of other articles, lists of dates."""

import itertools
import re
from collections.abc import Sequence

from index.reading.plain.closing import ABOUT_AUTHOR
from index.reading.plain.furniture import Verdict
from index.reading.plain.furniture_rules import TEASER
from index.reading.plain.lines import Line
from index.reading.stated.bylines import looks_like_name
from index.reading.stated.dates import date_line

_CARDS = 3
"""Cards, one after the other, that are no accident; two may be the entries of a chronicle."""
_TITLES = 3
"""Lines of a card above its date: section, title, author."""
_SHOUTED = 6
"""Words of a link in capitals; headings have fewer."""
_MORE = re.compile(r"(?:more|related|also|mehr|más|plus|ещё|еще) ?:", re.IGNORECASE)
_ABOUT = re.compile(r"(?:about|sobre|über|à propos de|chi è|over|om|об авторе:?) ", re.IGNORECASE)
_BOX = 8
"""Lines of a teaser box inside an article."""
_ITEMS = 5
_ITEM = re.compile(
    r"(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}\b"
    r"|\d{1,2}\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b|[-•*–] ?\w)",
    re.IGNORECASE,
)


def mark_cards(lines: Sequence[Line]) -> None:
    """Give rows of teaser cards their verdict: title, author and date of another article, and its first lines.

    An article's own head looks like a card, and so does an entry of a chronicle; but they are followed by several
    paragraphs, or have no title above the date.
    """
    row: list[tuple[int, int]] = []
    index = 0
    while index < len(lines):
        end = _card_end(lines, index)
        if end is None:
            _mark_row(lines, row)
            row = []
            index += 1
        else:
            row.append((index, end))
            index = end
    _mark_row(lines, row)


def _mark_row(lines: Sequence[Line], row: Sequence[tuple[int, int]]) -> None:
    if len(row) >= _CARDS:
        for start, end in row:
            for line in lines[start:end]:
                line.verdict = Verdict(TEASER)
                line.prose = False


def _card_end(lines: Sequence[Line], start: int) -> int | None:
    """The line after the card that begins here; None if none does."""
    at = start
    while at < len(lines) and at - start <= _TITLES and _is_short(lines[at]) and not _is_date(lines[at]):
        at += 1
    if at == start or at + 1 >= len(lines) or not _is_date(lines[at]) or not lines[at + 1].prose:
        return None
    end = at + 2
    return end if end >= len(lines) or not lines[end].prose else None


def mark_author_card(lines: Sequence[Line]) -> None:
    """Give the card under an article, "About Mara Ilić" with what she does, its verdict."""
    for line, after in itertools.pairwise(lines):
        match = _ABOUT.match(line.text)
        if match and not line.prose and looks_like_name(line.text[match.end() :]):
            first, *_, last = line.text[match.end() :].split()
            line.verdict = Verdict(ABOUT_AUTHOR)
            if first in after.text and last in after.text:
                after.verdict = Verdict(ABOUT_AUTHOR)
                after.prose = False


def mark_shouted_links(lines: Sequence[Line]) -> None:
    """Give long lines in capitals between paragraphs their verdict: links that some outlets set so, two at least."""
    shouted = [
        line
        for before, line, after in zip(lines, lines[1:], lines[2:], strict=False)
        if before.prose
        and after.prose
        and line.text.isupper()
        and not line.text.endswith(".")
        and len(line.text.split()) >= _SHOUTED
    ]
    if len(shouted) >= 2:
        for line in shouted:
            line.verdict = line.verdict or Verdict(TEASER)


def _is_short(line: Line) -> bool:
    return not line.prose and len(line.text) <= 120


def _is_date(line: Line) -> bool:
    if len(line.text) > 40 or line.prose or not any(char.isdigit() for char in line.text):
        return False
    stated = date_line(line.text)
    return stated is not None and not stated.rest


def enclosed(lines: Sequence[Line], index: int) -> int:
    """The line after a box of teased titles that stands in the midst of an article; `index` if none begins here."""
    line = lines[index]
    if index == 0 or not lines[index - 1].prose or len(line.text) > 120:
        return index
    if line.verdict and line.text.isupper() and index + 1 < len(lines) and lines[index + 1].prose:
        return index + 1
    if not line.teaser and not _MORE.fullmatch(line.text):
        return index
    end = index + 1
    while end < len(lines) and end - index <= _BOX and not lines[end].prose and not lines[end].ends:
        end += 1
    follows = lines[end : end + 2]
    return (
        end if len(follows) == 2 and all(line.prose and line.verdict is None for line in follows) else index
    )


def drop_enclosed(lines: Sequence[Line]) -> None:
    """Give the boxes in the midst of an article their reason."""
    for index in range(len(lines)):
        for line in lines[index : enclosed(lines, index)]:
            line.reason = line.reason or TEASER


def list_end(lines: Sequence[Line], last: int) -> int:
    """The line after the list of dates or items that follows an article's last paragraph; `last` if none does."""
    start = last
    if start < len(lines) and not _ITEM.match(lines[start].text) and lines[start].verdict is None:
        start += 1
    end = start
    while end < len(lines) and _ITEM.match(lines[end].text) and lines[end].verdict is None:
        end += 1
    return end if end - start >= _ITEMS else last
