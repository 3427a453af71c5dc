"""What the reader says of a line that cleaning left out, or did not."""

from typing import Literal, NamedTuple

Scope = Literal["article", "house"]


class Ruling(NamedTuple):
    """Whether a line is the article's: in one article, or in all of a house, which is an outlet as a rule."""

    scope: Scope
    where: str
    """The path of the article's file, or the house."""
    part: int
    """The article's place in its file; 0 for a house."""
    line: str
    """In an article the words of the line; in a house what `index.lines.normal` makes of them."""
    keep: bool
    """True for a line that was put back, False for one that was taken out."""
