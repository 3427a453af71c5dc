"""The articles that answer a query, over time."""

from typing import Literal, NamedTuple, TypeAlias

from models.kind import Kind
from models.search import Counted

Unit: TypeAlias = Literal["day", "week", "month", "year"]
"""How long the periods are; weeks begin on Monday."""


class Timeline(NamedTuple):
    """How many articles were published on each day."""

    query: str
    understood: str
    """The query in plain words."""
    full: bool
    """Counted are articles that have a passage with all the words; False where there are none, and so those that have
    one with some of the words are."""
    days: tuple[tuple[int, int], ...]
    """Each day that has any, as an ordinal, with its articles; the earliest first."""
    undated: int
    """Articles that state no day. They stand nowhere."""

    @property
    def dated(self) -> int:
        """Articles that stand on some day."""
        return sum(articles for _, articles in self.days)


class Telling(NamedTuple):
    """A name or a word that a period's articles have more often than the others that answer the query."""

    text: str
    kind: Kind | None
    """What the name names; None for a word of headlines."""
    articles: int
    """How many of the period's articles mention it, or have it in their headline."""
    elsewhere: int
    """How many of the others do."""


class Period(NamedTuple):
    """What a stretch of a timeline consists of."""

    articles: int
    others: int
    """Articles that answer the query, but were published before or after, or state no day."""
    outlets: tuple[Counted, ...]
    """The most articles first."""
    unknown: int
    """Articles that do not state their outlet."""
    telling: tuple[Telling, ...]
    """What tells its articles from the others best comes first; empty where nothing does."""
