"""Labels for what shows: one letter for the nearest places, two for the others, and where each is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LETTERS = "fjdksalghrueiwoqptyvncmxbz"
"""The home row under both hands first, then what the fingers reach most easily."""

Key = TypeVar("Key")


class Tag(NamedTuple):
    """A label painted over the screen."""

    column: int
    text: str


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


def laid_out(tags: Iterable[tuple[Key, Tag]], width: int) -> list[tuple[Key, Tag]]:
    """The labels of one line side by side: one that would lie on another stands right after it.

    Args:
        tags: Labels where they are wanted, each with what it is of.
        width: Cells of the line; labels that find no room in it are left out.
    """
    placed: list[tuple[Key, Tag]] = []
    free = 0
    for key, (column, text) in sorted(tags, key=lambda tag: tag[1].column):
        start = max(free, column)
        if start + len(text) <= width:
            placed.append((key, Tag(start, text)))
            free = start + len(text)
    return placed


def remaining(known: Sequence[str], typed: str) -> list[str]:
    """The labels that what was typed may become."""
    return [label for label in known if label.startswith(typed)]
