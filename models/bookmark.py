"""A quote that the reader keeps, anchored so that it outlives its file."""

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
