"""Whether two names keep the same company: the evidence of the articles in which they stand.

What is told of two names depends on nothing but these articles, so that it stays the same while others come and go.
"""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import Protocol

from index.annotating.aliases.names import LocalName
from index.annotating.aliases.normal import body_key
from index.annotating.aliases.places import is_listed
from index.annotating.aliases.tables import other_names
from index.annotating.names import world
from index.annotating.names.gazetteer import gazetteer
from index.annotating.names.titles import Titles, titles_beside
from models.kind import Kind

_MOST_ARTICLES = 40
"""Of a name in more articles, that many are looked at."""
_ENOUGH = 3
"""Telling names that two articles share when they tell one story as surely as can be told."""
_MANY = 40
"""Telling names shared beyond which more of them say nothing."""
SAME_STORY = 1.0
"""What `Context.alike` gives for that many."""


class Articles(Protocol):
    """The articles of a collection, as far as the names in them go."""

    def with_name(self, key: str) -> Collection[int]:
        """The articles, by any number, in which a local name stands."""
        ...

    def names_in(self, article: int) -> Collection[str]:
        """The keys of the local names that stand in an article."""
        ...

    def beside(self, key: str) -> Iterable[tuple[str, str]]:
        """What stands before and behind some mentions of a local name, `REACH` code points of it at least."""
        ...


class Context:
    """The company that names keep."""

    def __init__(self, articles: Articles) -> None:
        self._articles = articles
        self._with: dict[str, frozenset[int]] = {}
        self._telling: dict[int, frozenset[str]] = {}
        self._titles: dict[str, Sequence[Titles]] = {}

    @classmethod
    def of(cls, names: Iterable[LocalName]) -> "Context":
        """What the names themselves say of where they stand."""
        return cls(_Listed(names))

    def knows(self, name: LocalName) -> bool:
        """Whether it is known where a name stands."""
        return bool(self._where(name))

    def together(self, name: LocalName, other: LocalName) -> float:
        """The share of a name's articles in which the other stands too, between 0 and 1."""
        where = self._where(name)
        return len(where & self._where(other)) / len(where) if where else 0.0

    def alike(self, name: LocalName, other: LocalName) -> float:
        """How surely an article of one name tells a story that an article of the other tells, between 0 and 1.

        0 where nothing is known of them.
        """
        return min(self.shared(name, other, _ENOUGH) / _ENOUGH, SAME_STORY)

    def shared(self, name: LocalName, other: LocalName, enough: int = _MANY) -> int:
        """How many telling names an article of one name shares with an article of the other, at most.

        Args:
            name: One.
            other: The other.
            enough: Where so many are shared, it is not looked for more.
        """
        own = {name.key, other.key}
        shared = 0
        others = [self._company(article) - own for article in self._some(other)]
        for article in self._some(name):
            company = self._company(article)
            shared = max((shared, *(len(company & theirs) for theirs in others)))
            if shared >= enough:
                break
        return shared

    def titles(self, name: LocalName) -> Sequence[Titles]:
        """What a name is given beside it, as far as its mentions were looked at."""
        titles = self._titles.get(name.key)
        if titles is None:
            titles = [titles_beside(*sides) for sides in self._articles.beside(name.key)]
            self._titles[name.key] = titles
        return titles

    def _where(self, name: LocalName) -> frozenset[int]:
        where = self._with.get(name.key)
        if where is None:
            where = self._with[name.key] = frozenset(self._articles.with_name(name.key))
        return where

    def _some(self, name: LocalName) -> list[int]:
        return sorted(self._where(name))[:_MOST_ARTICLES]

    def _company(self, article: int) -> frozenset[str]:
        company = self._telling.get(article)
        if company is None:
            company = frozenset(key for key in self._articles.names_in(article) if _is_telling(key))
            self._telling[article] = company
        return company


class _Listed:
    """Articles as `LocalName.where` lists them."""

    def __init__(self, names: Iterable[LocalName]) -> None:
        self._where: dict[str, Collection[int]] = {}
        self._names: dict[int, list[str]] = {}
        self._beside: dict[str, Sequence[tuple[str, str]]] = {}
        for name in names:
            self._where[name.key] = name.where
            self._beside[name.key] = name.beside
            for article in name.where:
                self._names.setdefault(article, []).append(name.key)

    def with_name(self, key: str) -> Collection[int]:
        return self._where.get(key, ())

    def names_in(self, article: int) -> Collection[str]:
        return self._names.get(article, ())

    def beside(self, key: str) -> Sequence[tuple[str, str]]:
        return self._beside.get(key, ())


@lru_cache(maxsize=100_000)
def _is_telling(key: str) -> bool:
    """Whether a name tells one story from others: no country, no people, no agency, nothing that all write about."""
    kind, _, name = key.partition(":")
    if kind == Kind.NORP or is_listed(name, gazetteer()):
        return False
    return name not in world.KNOWN_BODIES and body_key(name) not in _well_known()


@lru_cache(maxsize=1)
def _well_known() -> frozenset[str]:
    return frozenset(body_key(name) for names in other_names() for name in names)
