"""Figures that a copied sentence gives otherwise than the text it copies."""

from bisect import bisect_left
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from math import isclose

from index.annotating.counting.figures import find_figures
from index.words import places, terms
from models.annotation import Figure

_MOST_WORDS = 4
"""A longer stretch between the same words is another text, not another figure: "42" and "at least some 45"."""
_AROUND = 4
"""Words that must be the same right before and right after, together."""
_ROUNDED = 0.02
"""Two values no further apart are one, converted or rounded."""


def altered_figures(text: str, other: str) -> tuple[tuple[str, str], ...]:
    """The figures that stand in one place of two wordings and differ, each as the two write it."""
    figures = _by_word(text)
    others = _by_word(other) if figures else ()
    if not others:
        return ()
    mine, theirs = terms(text), terms(other)
    steps = SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes()
    found: list[tuple[str, str]] = []
    for number, (tag, i, i_end, j, j_end) in enumerate(steps):
        if tag != "replace" or max(i_end - i, j_end - j) > _MOST_WORDS:
            continue
        around = sum(steps[n][2] - steps[n][1] for n in (number - 1, number + 1) if 0 <= n < len(steps))
        here = [figure for first, end, figure in figures if first < i_end and i < end]
        there = [figure for first, end, figure in others if first < j_end and j < end]
        if around >= _AROUND and len(here) == len(there):
            found += [(a.text, b.text) for a, b in zip(here, there, strict=True) if _differ(a, b)]
    return tuple(found)


@lru_cache(maxsize=256)  # the copies of one answer are compared with the same sentence, and it with several
def _by_word(text: str) -> Sequence[tuple[int, int, Figure]]:
    """The figures of a text, each with the numbers of its first word and of the first one after it."""
    starts = [start for start, _ in places(text)]
    return [(bisect_left(starts, f.start), bisect_left(starts, f.end), f) for f in find_figures(text)]


def _differ(a: Figure, b: Figure) -> bool:
    if a.unit != b.unit:
        return False
    return not isclose(a.value, b.value, rel_tol=_ROUNDED if a.unit else 0.0)
