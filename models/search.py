"""A question put to a collection, and the answer."""

from typing import Literal

from models.base import Value

Grouping = Literal["passage", "article"]
Order = Literal["relevance", "newest", "oldest"]


class Hit(Value):
    """A passage that answers a query. The headline is passage 0 and has no place in the article's text."""

    rank: int
    score: float
    path: str
    paths: tuple[str, ...]
    """Every file in which the article was saved."""
    part: int
    title: str | None
    outlet: str | None
    published: str | None
    passage: int
    start: int | None
    end: int | None
    text: str
    highlights: tuple[tuple[int, int], ...]
    """Code points into `text`."""
    full: bool
    """All of the query's words are here; False for a partial match."""
    passages: int = 1
    """How many passages of the article match, where hits are grouped by article."""


class Answer(Value):
    """What a collection says to a query."""

    query: str
    understood: str
    """The query in plain words, as it was taken."""
    total: int
    """Passages, or articles as grouped, with all the words."""
    partial: int
    """The others, with some of them."""
    hits: tuple[Hit, ...]
    suggestion: str | None = None
    """A query that would find something, where a word looks misspelt."""
    articles: int = 0
    """How many articles the `total` passages stand in."""
