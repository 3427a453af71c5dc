"""The lines of a PDF's pages with their places, and which of them make up a paragraph."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from index.reading.plain.marked import Piece

_HEADING_RATIO = 1.12
"""Times the body's line height from which a line is a heading."""
_TITLE_RATIO = 1.3
_MARGIN = 0.045
"""Share of the page's height at its top and bottom in which browsers print address, date and page number."""
_PARAGRAPH_GAP = 1.35
"""Times the usual distance of lines from which a new paragraph begins."""
_NUMBERS = re.compile(r"\d+")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_BROKEN_WORD = re.compile(r"(\w+)[-‐]$")
_FIRST_WORD = re.compile(r"\w+")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page. Places are in points from the page's left and lower edge."""

    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float
    page_height: float

    @property
    def height(self) -> float:
        """From the descenders to the ascenders of its font, however few of its letters have them."""
        return self.top - self.bottom

    @property
    def in_margin(self) -> bool:
        """Whether it stands where browsers print what is not the page's own."""
        middle = (self.top + self.bottom) / 2
        return not _MARGIN * self.page_height < middle < (1 - _MARGIN) * self.page_height


def body_height(lines: Iterable[PageLine]) -> float:
    """The height of the lines that most letters stand in; 0 where there are none."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[round(line.height, 1)] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def page_furniture(lines: Sequence[PageLine]) -> set[PageLine]:
    """Heads and feet of pages: small print in the margins, and what other pages repeat in the same place."""
    body = body_height(lines)
    furniture = {line for line in lines if line.in_margin and line.height < body}
    edges = list(_edge_lines(line for line in lines if line not in furniture))
    seen = Counter({key: len(pages) for key, pages in _pages_of(edges).items()})
    return furniture | {line for line in edges if seen[_same(line)] > 1}


def _edge_lines(lines: Iterable[PageLine]) -> Iterator[PageLine]:
    """The two topmost and the two lowest lines of each page."""
    pages: dict[int, list[PageLine]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    for page in pages.values():
        ordered = sorted(page, key=lambda line: -line.top)
        yield from {*ordered[:2], *ordered[-2:]}


def _pages_of(lines: Iterable[PageLine]) -> dict[tuple[str, int], set[int]]:
    pages: dict[tuple[str, int], set[int]] = {}
    for line in lines:
        pages.setdefault(_same(line), set()).add(line.page)
    return pages


def _same(line: PageLine) -> tuple[str, int]:
    """What a running head has in common on all pages: its words, but for numbers, and its height on the page."""
    return _NUMBERS.sub("0", line.text), round(line.bottom / 12)


def paragraphs(lines: Sequence[PageLine]) -> Iterator[Piece]:
    """The lines in their order as paragraphs and headings; the largest of the first page is of level 1."""
    if not lines:
        return
    body = body_height(lines)
    largest = max(line.height for line in lines if line.page == lines[0].page)
    known = {word.lower() for line in lines for word in _WORD.findall(line.text)}
    pitch = _pitch(lines)
    right = _right_edge(lines)
    gathered: list[PageLine] = []
    for line in lines:
        if gathered and _begins(gathered[-1], line, body, pitch, right):
            yield _piece(gathered, body, largest, known)
            gathered = []
        gathered.append(line)
    yield _piece(gathered, body, largest, known)


def _pitch(lines: Sequence[PageLine]) -> float:
    """The usual distance from one line to the next, in line heights."""
    steps = [
        (before.bottom - line.bottom) / line.height
        for before, line in pairwise(lines)
        if before.page == line.page and before.bottom > line.bottom and _alike(before, line)
    ]
    return median(steps) if steps else 1.2


def _right_edge(lines: Sequence[PageLine]) -> dict[tuple[int, int], float]:
    """Where the lines of a column end, by page and left edge."""
    edges: dict[tuple[int, int], float] = {}
    for line in lines:
        column = _column(line)
        edges[column] = max(edges.get(column, 0.0), line.right)
    return edges


def _column(line: PageLine) -> tuple[int, int]:
    return line.page, round(line.left / 24)


def _alike(one: PageLine, other: PageLine) -> bool:
    return abs(one.height - other.height) <= 0.08 * max(one.height, other.height)


def _begins(
    before: PageLine, line: PageLine, body: float, pitch: float, right: dict[tuple[int, int], float]
) -> bool:
    """Whether a line begins a paragraph."""
    if not _alike(before, line):
        return True
    ended = bool(_SENTENCE_END.search(before.text))
    if line.page != before.page or line.bottom >= before.bottom:
        # A paragraph goes on in the next column or page where its sentence does.
        return ended
    if (before.bottom - line.bottom) / line.height > pitch * _PARAGRAPH_GAP:
        return True
    if line.height >= body * _HEADING_RATIO:
        return False
    indented = 0.8 * line.height < line.left - before.left < 6 * line.height
    return (ended and indented) or _would_have_fitted(line, before, right[_column(before)])


def _would_have_fitted(line: PageLine, before: PageLine, edge: float) -> bool:
    """Whether a line's first word had room in the line before, which was ended on purpose then."""
    letter = (line.right - line.left) / len(line.text)
    first = line.text.partition(" ")[0]
    return before.right + (len(first) + 2) * letter < edge


def _piece(lines: Sequence[PageLine], body: float, largest: float, known: set[str]) -> Piece:
    height = lines[0].height
    level = 0
    if height >= body * _HEADING_RATIO:
        level = 1 if height >= largest * 0.95 and height >= body * _TITLE_RATIO else 2
    text = lines[0].text
    for line in lines[1:]:
        text = _joined(text, line.text, known)
    return Piece(text, level)


def _joined(text: str, following: str, known: set[str]) -> str:
    """Two lines as one; a word broken at the line's end is mended where the text has it unbroken elsewhere."""
    broken, rest = _BROKEN_WORD.search(text), _FIRST_WORD.match(following)
    if broken and rest and rest[0][0].islower():
        mended = (broken[1] + rest[0]).lower() in known
        return (text[:-1] if mended else text) + following
    return f"{text} {following}"
