"""A quote that the reader keeps, anchored so that it outlives its file."""

from typing import Literal

from models.base import Value


class Citation(Value):
    """The article's data as they were when the quote was kept."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    url: str | None = None


class Anchor(Value):
    """Where a quote stands: W3C text-quote and text-position selectors together.

    `start` and `end` count code points of the article's text; `prefix` and `suffix` are up to 64 of
    them around the quote.
    """

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    passage: int


class Bookmark(Value):
    """One kept quote."""

    id: int
    folder: str
    path: str
    part: int
    anchor: Anchor
    speaker: str | None = None
    note: str = ""
    tags: tuple[str, ...] = ()
    citation: Citation = Citation()
    created: str
    """ISO 8601, UTC."""
    changed: str


class Place(Value):
    """Where a bookmark's quote stands in an article as it is now; code points into `Article.text`."""

    start: int
    end: int
    exactness: Literal["exact", "moved", "changed"]
    """The same words in the same place; the same words elsewhere; nearly the same words."""
    likeness: float
    """0 to 1: the share of words that the quote and the place have in common; 1 unless changed."""
