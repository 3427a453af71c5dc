"""A name on its way from the network to a mention, and what a text has beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.kind import Kind

GUESSED = 0.45
"""Below this score of its kind the network guesses."""
DOUBTFUL = 0.9
"""Below this score other texts, and cues that a name stands in, may speak against its kind."""


@dataclass(slots=True)
class Name:
    """A name as it was found in a text."""

    start: int
    end: int
    text: str
    kind: Kind
    score: float
    """The probability of its kind, from 0 to 1."""


def taken_by(names: Sequence[Name], length: int) -> bytearray:
    """For each character of a text of this length, 1 where it is in a name, else 0."""
    taken = bytearray(length)
    for name in names:
        taken[name.start : name.end] = b"\1" * (name.end - name.start)
    return taken
