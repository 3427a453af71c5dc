"""Text into lines of a given width in terminal cells."""

import re
from collections.abc import Iterator
from functools import lru_cache

from rich.cells import cell_len, split_graphemes

_WIDE = (
    "\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf"
    "\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60\U00020000-\U0003ffff"
)
_CLOSING = "、。，．：；！？）］｝〉》」』】〕’”…‥ー"
_SPACE = "[^\\S\u00a0\u202f\u2007]"
# A piece may be followed by a line break: a word, a word up to a dash, or one character of a script that is
# written without spaces, together with the punctuation that must not begin a line.
_PIECE = re.compile(
    rf"[{_WIDE}][{_CLOSING}]*{_SPACE}*|(?:(?!{_SPACE})[^—{_WIDE}])+—*{_SPACE}*|—+{_SPACE}*|{_SPACE}+"
)


_IS_WIDE = re.compile(f"[{_WIDE}]")


def is_wide(character: str) -> bool:
    """Whether a character is of a script that is written without spaces."""
    return _IS_WIDE.match(character) is not None


@lru_cache(maxsize=4096)
def wrap(text: str, width: int) -> tuple[tuple[int, int], ...]:
    """Lines of at most `width` cells, as code points (start, end) without the spaces at their ends.

    Words too long for a line are cut between graphemes, so that accents and joined emoji stay whole. The
    text must have passed `tui.text.safety.printable`.
    """
    if width < 1:
        return ()
    return tuple(_lines(text, width))


def _lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    start = end = used = 0
    for match in _PIECE.finditer(text):
        word = match.group().rstrip()
        if not word:
            used += cell_len(match.group()) if end > start else 0
            if end == start:
                start = end = match.end()
            continue
        cells = cell_len(word)
        if end > start and used + cells > width:
            yield start, end
            start, used = match.start(), 0
        if cells > width:
            *whole, (start, end) = _cut(word, match.start(), width)
            yield from whole
            used = cell_len(text[start : match.end()])
            continue
        end = match.start() + len(word)
        used += cell_len(match.group())
    if end > start:
        yield start, end


def _cut(word: str, offset: int, width: int) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    begin = used = 0
    graphemes, _ = split_graphemes(word)
    for start, _end, cells in graphemes:
        if used + cells > width and start > begin:
            lines.append((offset + begin, offset + start))
            begin, used = start, 0
        used += cells
    lines.append((offset + begin, offset + len(word)))
    return lines


def truncate(text: str, width: int, *, whole_words: bool = False) -> str:
    """The text in at most `width` cells, cut between graphemes and marked with "…" where it was longer.

    With `whole_words` it is cut between words, unless that would leave less than two thirds of the line; a dot that
    parted the last of them from what is gone goes too.
    """
    if cell_len(text) <= width:
        return text
    if width < 1:
        return ""
    used = 0
    graphemes, _ = split_graphemes(text)
    for start, _end, cells in graphemes:
        if used + cells > width - 1:
            space = text.rfind(" ", 0, start + 1)
            end = space if whole_words and space > start * 2 // 3 else start
            return text[:end].rstrip(" ·" if whole_words else None) + "…"
        used += cells
    return text


def grapheme_at(text: str, cell: int) -> tuple[int, int]:
    """The code points (start, end) of what stands at a cell of a line; nothing, at its end, beyond."""
    start = index_at(text, cell)
    graphemes, _ = split_graphemes(text[start:])
    return start, start + (graphemes[0][1] if graphemes else 0)


def index_at(text: str, cell: int) -> int:
    """The code point that stands at a cell of a line; the length of the text when beyond its end."""
    used = 0
    graphemes, _ = split_graphemes(text)
    for start, _end, cells in graphemes:
        used += cells
        if cell < used:
            return start
    return len(text)
