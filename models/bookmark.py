"""A quote that the reader keeps, anchored so that it outlives its file."""

from typing import Literal

from models.annotation import Speech
from models.base import Value
from models.comparison import Piece

Missed = Literal["gone", "changed"]
"""Why words do not stand any more where they were kept: the article is gone; it is there and says something else."""


class Citation(Value):
    """The article's data as they were when the quote was kept."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    url: str | None = None
    guessed: tuple[str, ...] = ()
    """Which of these were guessed: "title", "authors" ..."""


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
    kind: Speech | None = None
    """None for what an older Morgue or another program kept."""
    speaker: str | None = None
    cue: str | None = None
    """The word that attributes the words to the speaker: "said", "denied"."""
    note: str = ""
    tags: tuple[str, ...] = ()
    citation: Citation = Citation()
    created: str
    """ISO 8601, UTC."""
    changed: str
    missed: Missed | None = None
    """What became of its words, where that was looked at, as for an export; never stored."""
    one_of_several: bool = False
    """Whether its speaker's name is only a surname that several people of the collection have, where that was looked
    at; never stored."""


class Heading(Value):
    """A heading of the reader's own between kept quotes."""

    id: int
    folder: str
    text: str


Entry = Bookmark | Heading
"""What the reader puts in order."""


class Place(Value):
    """Where a bookmark's quote stands in an article as it is now; code points into `Article.text`."""

    start: int
    end: int
    exactness: Literal["exact", "moved", "changed"]
    """The same words in the same place; the same words elsewhere; nearly the same words."""
    likeness: float
    """0 to 1: the share of words that the quote and the place have in common; 1 unless changed."""


class Match(Value):
    """Words in an article that may be what became of a kept quote, for the reader to decide."""

    path: str
    part: int
    passage: int
    start: int
    """Code points into `Article.text`, end exclusive."""
    end: int
    text: str
    likeness: float
    """0 to 1: the share of words that the quote and these have in common."""
    pieces: tuple[Piece, ...] = ()
    """The quote and these words in one: what both have, what only the quote has, what only these."""


class Orphan(Value):
    """A bookmark whose words do not stand any more where they were kept."""

    bookmark: int
    """Its id."""
    why: Missed
    match: Match | None = None
    """The most similar words there are; None where none are worth a look."""
    left: bool = False
    """Whether the reader has seen this and left the bookmark as it is."""
