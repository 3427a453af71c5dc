"""Two articles side by side: what one has of the other, and what it does not."""

from typing import Literal

from models.base import Value
from models.version import Version

PieceKind = Literal["same", "out", "in"]


class Piece(Value):
    """Words in a row that both articles have, or that only the first has ("out"), or only the second ("in")."""

    kind: PieceKind
    text: str
    """Begins with a blank where there is one before it."""


class Row(Value):
    """Passages of the first article and what became of them in the second."""

    first: tuple[int, ...]
    """Numbers of passages, 0 for the headline; none where the second article has them new."""
    second: tuple[int, ...]
    """None where they were left out."""
    pieces: tuple[Piece, ...]
    """In reading order; what was left out stands before what stands in its place."""
    start: int | None = None
    """The first words that are new, as code points of the second article's text; None where there are none."""
    end: int | None = None
    moved: bool = False
    """Whether they stand in another order."""

    @property
    def changed(self) -> bool:
        """Whether there is a difference."""
        return self.moved or any(piece.kind != "same" for piece in self.pieces)


class Comparison(Value):
    """What the second of two articles changed."""

    first: Version
    second: Version
    rows: tuple[Row, ...]
    """In the order of the second article; the headline first, where there is one."""
    alike: bool
    """Whether they have a passage in common, in whole or in part; there are no rows where they have not."""
