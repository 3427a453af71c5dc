"""Where the article begins and ends in a copy of a whole page.

After Pasternack and Roth, "Extracting article text from the web with maximum subsequence segmentation" (WWW 2009):
each line votes for or against being the article's, and the run of lines with the largest sum is the article.
Their votes were learnt from tokens; these are set by hand from the line's length, end and words.
"""

from collections.abc import Sequence

from index.reading.plain.boxes import enclosed, list_end
from index.reading.plain.furniture_rules import MENU, SHARE
from index.reading.plain.lines import Line

_MENU_LIKE = frozenset({MENU, SHARE})
_LABELS_BEYOND = 12
"""Short lines above the first prose, or below the last with furniture among them, that no article alone has."""
# Votes, from a grid over pages with known articles; flat around these values. Two lines of prose outweigh a caption
# and a heading between them; a box of links outweighs the one teaser sentence in it.
_PROSE_PER_CHARACTER = 1 / 80
_MOST_CHARACTERS = 400
_SENTENCE = 0.3
_CUT_SHORT = -0.2
_LABEL = -0.6
_FURNITURE = -1.5
_BREAK = -1.5


def is_whole_page(lines: Sequence[Line]) -> bool:
    """Whether the text is a copy of a page with its menus, not of an article alone.

    Either its words show it (menu and share bar) together with a crowd of lines that are no prose, or its
    shape: no article alone begins or ends with a dozen lines of a few words each.
    """
    if len(lines) < 12:
        return False
    menu = {
        line.text.lower() for line in lines if line.verdict is not None and line.verdict.reason in _MENU_LIKE
    }
    short = sum(_is_label(line) for line in lines)
    if len(menu) >= 4 and len(menu) >= min(0.05 * len(lines), 8) and short >= 15:
        return True
    prose = [index for index, line in enumerate(lines) if line.prose]
    above, below = (lines[: prose[0]], lines[prose[-1] + 1 :]) if prose else ((), ())
    return _labels(above) >= _LABELS_BEYOND or (
        _labels(below) >= _LABELS_BEYOND and any(line.furniture for line in below)
    )


def _labels(lines: Sequence[Line]) -> int:
    return sum(_is_label(line) and len(line.text) <= 40 for line in lines)


def _is_label(line: Line) -> bool:
    """A few words that are neither a sentence nor a row of figures."""
    return not line.prose and not line.ends and not any(char.isdigit() for char in line.text)


def article_extent(lines: Sequence[Line]) -> tuple[int, int]:
    """The first line of the article's body and the one after its last; (0, 0) where there is no prose."""
    best = (0.0, 0, 0)
    start, total, box_end = 0, 0.0, 0
    for index, line in enumerate(lines):
        if total <= 0:
            start, total = index, 0.0
        box_end = max(box_end, enclosed(lines, index))
        if index >= box_end:
            total += _vote(line)
        if total > best[0]:
            best = (total, start, index + 1)
    return best[1], _through_links(lines, list_end(lines, best[2])) if best[2] else 0


def _through_links(lines: Sequence[Line], last: int) -> int:
    """The line after the paragraphs that stand between a link to another article and the comments; `last` without any.

    A last paragraph of a line or two has too few characters to make up for the link before it; but what a page puts
    between links and comments is no running prose.
    """
    at = last
    while at < len(lines) and lines[at].teaser and lines[at].furniture:
        at += 1
    end = at
    while end < len(lines) and lines[end].prose and lines[end].ends and lines[end].verdict is None:
        end += 1
    return end if last < at < end < len(lines) and lines[end].opens_comments else last


def _vote(line: Line) -> float:
    if line.opens_comments or line.teaser:
        return _BREAK
    if line.reason is not None or line.verdict is not None:
        return _FURNITURE
    if line.cut_short:
        return _CUT_SHORT
    if line.prose:
        return min(len(line.text), _MOST_CHARACTERS) * _PROSE_PER_CHARACTER
    return _SENTENCE if line.ends else _LABEL
