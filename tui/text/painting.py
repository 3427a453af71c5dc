"""Styled text before it has colours: runs of text with the names of the inks they are written in."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len

from tui.text.wrapping import grapheme_at, truncate


class Run(NamedTuple):
    """Text and its inks, the later ones over the earlier."""

    text: str
    inks: tuple[str, ...] = ()


Runs = list[Run]


class Stroke(NamedTuple):
    """An ink laid over code points of a text."""

    start: int
    end: int
    ink: str


def paint(text: str, strokes: Iterable[Stroke], *, offset: int = 0, base: tuple[str, ...] = ()) -> Runs:
    """Cut a text into runs where strokes begin and end.

    Args:
        text: The text of one line.
        strokes: In `offset`'s coordinates; those outside the line are ignored. Later strokes lie on top.
        offset: The code point at which `text` begins.
        base: Inks under all of it.
    """
    end = offset + len(text)
    here = [stroke for stroke in strokes if stroke.start < end and stroke.end > offset]
    if not here:
        return [Run(text, base)] if text else []
    cuts = {offset, end}
    for stroke in here:
        cuts.add(max(stroke.start, offset))
        cuts.add(min(stroke.end, end))
    places = sorted(cuts)
    return [
        Run(
            text[a - offset : b - offset],
            base + tuple(s.ink for s in here if s.start <= a and s.end >= b),
        )
        for a, b in pairwise(places)
    ]


def cells(runs: Sequence[Run]) -> int:
    """The width of runs in terminal cells."""
    return sum(cell_len(run.text) for run in runs)


def shorten(runs: Sequence[Run], width: int, *, whole_words: bool = False) -> Runs:
    """Runs in at most `width` cells, with "…" where something was cut off, between words if so wanted."""
    if cells(runs) <= width:
        return list(runs)
    kept: Runs = []
    left = width
    for run in runs:
        size = cell_len(run.text)
        if size >= left:
            # One cell over, so that truncate marks the cut even where this run alone would just fit.
            text = run.text + " " if size == left else run.text
            short = truncate(text, left, whole_words=whole_words)
            kept.append(Run(short, run.inks))
            break
        kept.append(run)
        left -= size
    return kept


def justify(left: Sequence[Run], right: Sequence[Run], width: int, *, whole_words: bool = False) -> Runs:
    """One line with something at each end; what stands right keeps its place, what stands left is shortened.

    The right side is left out where it would take more than two thirds of the line.
    """
    size = cells(right)
    if not right or size > width * 2 // 3:
        return shorten(left, width, whole_words=whole_words)
    shortened = shorten(left, width - size - 1, whole_words=whole_words)
    gap = width - size - cells(shortened)
    return [*shortened, Run(" " * gap), *right]


def shorten_text(text: str, width: int) -> str:
    """Plain text on one line in at most `width` cells."""
    return truncate(" ".join(text.split()), width)


def shorten_middle(text: str, width: int) -> str:
    """Plain text on one line in at most `width` cells, with "…" in its middle where it was longer."""
    text = " ".join(text.split())
    size = cell_len(text)
    if size <= width:
        return text
    start, after = grapheme_at(text, size - width // 2)
    # A wide character that the cut goes through is left out.
    end = text[start:] if cell_len(text[start:]) <= width // 2 else text[after:]
    return truncate(text, width - cell_len(end)) + end
