"""Lines to paragraphs, and overlong paragraphs to passages of a few sentences."""

import itertools
import re
from collections.abc import Iterator, Sequence

LONG = 900
"""Characters above which a paragraph is split: about twice a newspaper's longest usual paragraph."""
_ENDLESS = 4000
"""Characters above which even a sentence is cut: such a thing is no prose, and nothing could show it."""
_TARGET = 500
_DROP_CAP = 60
"""Characters of a paragraph that may begin with a large letter."""
_WRAP_LEAST, _WRAP_MOST = 45, 100
_SENTENCE_END = re.compile(r"[.!?…。！？:][\"'”’»)\]]*$")
_MARK_PAIRS = {"“": "”", "«": "»", "„": "“"}


def split_long(text: str) -> Iterator[str]:
    """A paragraph as itself, or as pieces of a few sentences where it is longer than `LONG`.

    A quotation is not cut unless it alone is longer than that. The pieces joined by blanks give the paragraph,
    unless it has words longer than `_ENDLESS`.
    """
    if len(text) <= LONG:
        yield text
        return
    for piece in _at_sentences(text):
        yield from _at_blanks(piece)


def _at_blanks(text: str) -> Iterator[str]:
    while len(text) > _ENDLESS:
        cut = text.rfind(" ", 1, _ENDLESS + 1)
        cut = cut if cut > 0 else _ENDLESS
        yield text[:cut].rstrip()
        text = text[cut:].lstrip()
    if text:
        yield text


def _at_sentences(text: str) -> Iterator[str]:
    from index.sentences import sentences

    start: int | None = None
    end = 0
    for first, last in sentences(text):
        if start is None:
            start = first
        elif last - start > _TARGET and (not _inside_quotation(text, start, end) or last - start > LONG):
            yield text[start:end]
            start = first
        end = last
    if start is not None:
        yield text[start:end]


def _inside_quotation(text: str, start: int, end: int) -> bool:
    piece = text[start:end]
    if piece.count('"') % 2:
        return True
    return any(piece.count(opening) > piece.count(closing) for opening, closing in _MARK_PAIRS.items())


def unwrapped(lines: Sequence[str]) -> list[str]:
    """The lines of a text with hard-wrapped ones joined to paragraphs; other texts as they are.

    A text counts as hard-wrapped when its lines are 100 characters at most and many of the long ones run on in
    small letters. A line that had room for the next one's first word ended on purpose.
    """
    lines = _with_drop_caps(lines)
    width = _wrap_width(lines)
    if width is None:
        return lines
    joined: list[str] = []
    previous = ""
    for line in lines:
        if previous and line and joined and _runs_on(previous, line, width):
            joined[-1] += line if joined[-1].endswith("-") else " " + line
        else:
            joined.append(line)
        previous = line
    return joined


def _with_drop_caps(lines: Sequence[str]) -> list[str]:
    """The lines, with a large first letter that was copied as a line of its own put back before its word."""
    kept: list[str] = []
    for line in lines:
        if kept and len(kept[-1]) == 1 and kept[-1].isupper() and len(line) > _DROP_CAP and line[0].islower():
            kept[-1] += line
        else:
            kept.append(line)
    return kept


def _wrap_width(lines: Sequence[str]) -> int | None:
    lengths = sorted(len(line) for line in lines if line)
    if len(lengths) < 4 or lengths[int(len(lengths) * 0.98)] > _WRAP_MOST:
        return None
    long_breaks = continued = 0
    for line, following in itertools.pairwise(lines):
        if len(line) >= _WRAP_LEAST and following:
            long_breaks += 1
            continued += following[0].islower()
    if continued < 3 or continued < 0.3 * long_breaks:
        return None
    return lengths[-1]


def _runs_on(line: str, following: str, width: int) -> bool:
    first_word = following.split(" ", 1)[0]
    if len(line) + 1 + len(first_word) <= width * 0.85:
        return False
    return len(line) >= _WRAP_LEAST or not _SENTENCE_END.search(line)
