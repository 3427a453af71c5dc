"""A question put to a collection, and the answer."""

from typing import Literal

from models.base import Value
from models.kind import Kind
from models.mark import FileKind

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
    """How many passages of the article match as this one does, in whole or in part, itself among them."""
    group: int = 0
    """The same number for near-identical articles; 0 for one that has no copy."""
    version: int = 0
    """The article's place in its group: the earliest is 0, the undated come last."""
    copies: int = 0
    """How many others are in its group, found or not."""
    new: bool = False
    """Whether the article came in after the moment that was asked for."""
    denial: str = ""
    """How those whom `said:` asks for deny what they are quoted with: "denied", "did not say", "in part denied"."""


class Highlight(Value):
    """A place in an article that a query asks for. In passage 0, the headline, offsets count in the title."""

    passage: int
    start: int
    """Code points into `Article.text`, end exclusive."""
    end: int


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
    new: int = 0
    """How many of these came in after the moment that was asked for."""


class Counted(Value):
    """An outlet as it is written, or a month as "2021-07", and how many of the articles are its own."""

    name: str
    articles: int


class CountedName(Value):
    """A name that is mentioned in the results, and in how many articles of them."""

    name: str
    kind: Kind
    articles: int
    aliases: tuple[str, ...] = ()
    """What else it goes by."""


class CountedKind(Value):
    """A kind of file, and how many of the articles were saved as one."""

    name: FileKind
    articles: int


class Facets(Value):
    """What the results of a query consist of, in articles: how they are spread over outlets and time.

    An article counts once, however many of its passages match.
    """

    query: str
    full: bool
    """Counted are articles that have a passage with all the words; False where there are none, and so those
    that have one with some of the words are."""
    articles: int
    """How many are counted."""
    outlets: tuple[Counted, ...] = ()
    """The most articles first."""
    unknown: int = 0
    """Articles that do not state their outlet."""
    months: tuple[Counted, ...] = ()
    """The earliest first; months without an article are left out."""
    undated: int = 0
    days: tuple[tuple[int, int], ...] = ()
    """Each day that has any, as an ordinal, with its articles; the earliest first."""
    names: tuple[CountedName, ...] = ()
    """Persons, organisations and places that the matching passages mention, the most articles first; only the
    foremost, and only where they were asked for."""
    kinds: tuple[CountedKind, ...] = ()
    """The most articles first; an article that was saved twice may count in two. Only where names were asked for."""
    more_names: bool = False
    """Whether there may be others beyond those."""
