"""Labels for what shows: one letter for the nearest places, two for the others, and where each is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LETTERS = "fjdksalghrueiwoqptyvncmxbz"
"""The home row under both hands first, then what the fingers reach most easily."""

_BARS = " ▌▁▂▃▄▅▆▇█"
"""What nobody misses while a label lies on it: blanks, the bar beside a row or passage, and the columns of a chart."""


class Tag(NamedTuple):
    """A label painted over the screen."""

    column: int
    text: str
    more: bool = False
    """Whether another letter of it has no room yet, as the next label's place comes first."""


def labels(count: int) -> list[str]:
    """As many labels, none of which begins another: single letters first, as far as they go.

    Where there are more than two letters can tell apart (676), the rest get none.
    """
    letters = len(LETTERS)
    # Each letter that begins two-letter labels stands for 26 places instead of one.
    prefixes = 0 if count <= letters else min(letters, -(-(count - letters) // (letters - 1)))
    single = list(LETTERS[: letters - prefixes])
    double = [first + second for first in LETTERS[letters - prefixes :] for second in LETTERS]
    return [*single, *double][:count]


def cells_of(text: str) -> list[str]:
    """A line cell by cell; a wide character is in two of them."""
    return [letter for letter in text for _ in range(cell_len(letter))]


def laid_out(tags: Iterable[Tag], line: Sequence[str]) -> list[Tag]:
    """The labels of one line where they cover least: none lies on another, or on a letter if that can be.

    A label stands on the blanks before the place that it leads to. Where these are fewer than its letters, the rest of
    it lies on the place: who sees one letter of two does not know what to type. Without a blank it begins on the mark
    before, such as a parenthesis; between letters, as in scripts without blanks, on the letter before.

    Args:
        tags: Labels where they are wanted.
        line: What the line shows, cell by cell; labels that find no room in it are left out.
    """
    placed: list[Tag] = []
    free = 0
    wanted = sorted(tags)
    nexts = [*(tag.column for tag in wanted[1:]), len(line)]
    for (column, text, _), end in zip(wanted, nexts, strict=True):
        start, room = _covering_least(column, len(text), range(free, max(column + 1, end)), line)
        if start + room <= len(line):
            placed.append(Tag(start, text[:room], room < len(text)))
            free = start + room
    return placed


def _covering_least(column: int, size: int, free: range, line: Sequence[str]) -> tuple[int, int]:
    """Where a label begins, and how many of its letters show: all, unless the next label leaves too few cells.

    Args:
        column: The cell that it leads to.
        size: Its letters.
        free: Cells between the label before it and the place of the next.
        line: What the line shows, cell by cell.
    """
    if column not in free or column >= len(line):
        return max(free.start, column), size
    start = column - _cells_before(column, size, free, line)
    return start, min(size, free.stop - start)


def _cells_before(column: int, size: int, free: range, line: Sequence[str]) -> int:
    """How many cells before its place a label may cover."""
    before = line[max(free.start, column - size) : column]
    if not before or line[column] in _BARS:
        return 0
    if blanks := next((n for n, cell in enumerate(reversed(before)) if cell not in _BARS), len(before)):
        return blanks
    between_letters = line[column].isalnum() or not before[-1].isalnum()
    return min(len(before), cell_len(before[-1])) if between_letters else 0


def remaining(known: Sequence[str], typed: str) -> list[str]:
    """The labels that what was typed may become."""
    return [label for label in known if label.startswith(typed)]
