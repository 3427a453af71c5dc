"""A way back to a passage, as a text that can stand in any document."""

from models.base import Value
from models.bookmark import Anchor


class Link(Value):
    """Where a quote stands, in what a link has room for: the anchor's words are the first of a long quote's."""

    folder: str
    path: str
    part: int
    anchor: Anchor
    length: int
    """Of the whole quote, in code points."""
