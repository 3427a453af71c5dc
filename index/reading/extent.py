"""Where the article begins and ends in a copy of a whole page.

After Pasternack and Roth, "Extracting article text from the web with maximum subsequence segmentation" (WWW 2009):
each line votes for or against being the article's, and the run of lines with the largest sum is the article.
Their votes were learnt from tokens; these are set by hand from the line's length, end and words.
"""

from collections.abc import Sequence

from index.reading.lines import Line

_PER_CHARACTER = 1 / 80
_ENOUGH = 600
"""Characters after which a line's vote grows no more."""


def is_whole_page(lines: Sequence[Line]) -> bool:
    """Whether the text is a copy of a page with its menus, not of an article alone.

    Two different kinds of evidence are asked for: menu words or furniture, and a crowd of lines that are no prose.
    """
    if len(lines) < 12:
        return False
    menu = {line.text.lower() for line in lines if line.verdict is not None}
    short = sum(not line.prose and not any(char.isdigit() for char in line.text) for line in lines)
    prose = sum(line.prose for line in lines)
    return len(menu) >= 4 and len(menu) >= 0.06 * len(lines) and (short >= 15 or 8 <= short > prose)


def article_extent(lines: Sequence[Line]) -> tuple[int, int]:
    """The first line of the article's body and the one after its last; (0, 0) where there is no prose."""
    best = (0.0, 0, 0)
    start, total = 0, 0.0
    for index, line in enumerate(lines):
        if total <= 0:
            start, total = index, 0.0
        total += _vote(line)
        if total > best[0]:
            best = (total, start, index + 1)
    return best[1], best[2]


def _vote(line: Line) -> float:
    if line.opens_comments:
        return -3.0
    if line.teaser:
        return -3.0
    if line.verdict is not None:
        return -1.0
    if line.cut_short:
        return -0.2
    if line.prose:
        return min(len(line.text), _ENOUGH) * _PER_CHARACTER
    if line.ends:
        return 0.3
    return -0.7
