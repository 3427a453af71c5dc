"""Two sequences of words to the pairs of words that stayed."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.words import STOP_WORDS
from models.comparison import Piece, PieceKind
from models.errors import MorgueError

_TOKEN = re.compile(r"\w+(?:[-'’.,]\w+)*|-{2,}|\.{2,}|[^\w\s]")
"""A word with its hyphens and apostrophes, a number with its points, or one mark, which "--" and "..." are too."""
_ONE_FORM = str.maketrans("“”„‘’‚‐‑–—", "\"\"\"'''----")
"""Marks that only look different, which house styles and web pages change."""
_LONG_MARKS = {"--": "-", "---": "-", "…": "..."}
_WIDE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]")
"""Characters of scripts that put no blanks between words."""
_MOST = 10**9
"""Words of one text times those of the other; the table that finds the longest common sequence has a bit for each."""


class Token(NamedTuple):
    """A word or mark: what it is compared by, and where it stands."""

    form: str
    start: int
    end: int
    passage: int
    spaced: bool
    """Whether a blank or a line end stands before it."""
    joined: bool
    """Whether it reads as one with the word before it: "," in "Kern, who", and a dash by itself."""


class Run(NamedTuple):
    """Words in a row that both texts have, as places among the words of each."""

    first: int
    second: int
    length: int


def tokens(text: str, start: int, passage: int) -> list[Token]:
    """The words and marks of a passage that begins at code point `start`."""
    found = []
    last = -1
    for match in _TOKEN.finditer(text):
        form, (begin, end) = match.group(), match.span()
        if not form.isascii():
            form = form.translate(_ONE_FORM)
        form = _LONG_MARKS.get(form, form)
        spaced = begin != last
        found.append(
            Token(form, start + begin, start + end, passage, spaced, _joins(text, begin, end, spaced=spaced))
        )
        last = end
    return found


def _joins(text: str, begin: int, end: int, *, spaced: bool) -> bool:
    if spaced:
        return begin > 0 and not text[begin].isalnum() and not text[end : end + 1].strip()
    return not _WIDE.match(text[begin - 1]) and not _WIDE.match(text[begin])


def stayed(first: Sequence[Token], second: Sequence[Token]) -> list[Run]:
    """The words that stand in both, in order: a longest common sequence without its chance agreements.

    Raises:
        MorgueError: The texts are too long.
    """
    if len(first) * len(second) > _MOST:
        raise MorgueError("These articles are too long to be compared word by word.")
    from rapidfuzz.distance import LCSseq

    number: dict[str, int] = {}
    a = [number.setdefault(token.form, len(number)) for token in first]
    b = [number.setdefault(token.form, len(number)) for token in second]
    runs = [
        Run(op.src_start, op.dest_start, op.src_end - op.src_start)
        for op in LCSseq.opcodes(a, b)
        if op.tag == "equal"
    ]
    return _telling(runs, first, len(second))


def _telling(runs: list[Run], words: Sequence[Token], second_end: int) -> list[Run]:
    """The runs without those that are short between long changes, where they only agree by chance ("the", "of")."""
    while True:
        kept: list[Run] = []
        before_first = before_second = 0
        for number, run in enumerate(runs):
            after = runs[number + 1] if number + 1 < len(runs) else Run(len(words), second_end, 0)
            left = max(run.first - before_first, run.second - before_second)
            right = max(after.first - run.first - run.length, after.second - run.second - run.length)
            if min(left, right) < run.length * (1 if _is_common(run, words) else 2):
                kept.append(run)
                before_first, before_second = run.first + run.length, run.second + run.length
        if len(kept) == len(runs):
            return kept
        runs = kept


def _is_common(run: Run, words: Sequence[Token]) -> bool:
    """Whether there are only words that any text has."""
    return all(words[run.first + n].form.lower() in _EMPTY for n in range(run.length))


_EMPTY = STOP_WORDS | frozenset(".,;:!?\"'()-")


def pieces(
    first: Sequence[Token],
    second: Sequence[Token],
    same: Sequence[Run],
    texts: tuple[str, str],
) -> tuple[Piece, ...]:
    """The words of two passages in one: those that stayed once, what was left out before what stands in its place.

    A change takes in the whole of the words that it touches, with their marks: where "Sava, Tarnby said" became
    "Sava said", not ", Tarnby" was left out, but "Sava" stands for "Sava, Tarnby".

    Args:
        first: Words of the first.
        second: Words of the second.
        same: Those that stayed.
        texts: The two articles' texts, in which the words stand.
    """
    found: list[Piece] = []
    i = j = 0
    for a, b, length in [*_at_whole_words(same, first, second), Run(len(first), len(second), 0)]:
        _add(found, "out", first[i:a], texts[0])
        _add(found, "in", second[j:b], texts[1])
        _add(found, "same", second[b : b + length], texts[1])
        i, j = a + length, b + length
    return tuple(found)


def _at_whole_words(same: Sequence[Run], first: Sequence[Token], second: Sequence[Token]) -> Iterator[Run]:
    """The runs without what at their ends is only a part of a word, or its marks alone."""

    def parted(a: int, b: int) -> bool:
        return not (a < len(first) and first[a].joined) and not (b < len(second) and second[b].joined)

    last = (0, 0)
    for a, b, length in same:
        low, high = 0, length
        if (a, b) != last:
            while low < high and not parted(a + low, b + low):
                low += 1
        last = a + length, b + length
        while low < high and not parted(a + high, b + high):
            high -= 1
        if low < high:
            yield Run(a + low, b + low, high - low)


def _add(found: list[Piece], kind: PieceKind, words: Sequence[Token], text: str) -> None:
    if not words:
        return
    # What stands between words of different passages is a line end, which is shown as a blank.
    written = " ".join(text[words[0].start : words[-1].end].split())
    if words[0].spaced and found:
        written = f" {written}"
    found.append(Piece(kind=kind, text=written))
