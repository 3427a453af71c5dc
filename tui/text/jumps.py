"""Places in articles: where a row leads, where one was, and the way back and forward through these."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.concordance import LineOrder
    from models.key import ArticleKey
    from models.timeline import Unit


@dataclass(frozen=True)
class Spot:
    """A place in an article, exact enough to come back to."""

    key: ArticleKey
    passage: int
    scroll: int
    focus: tuple[int, int] | None = None
    """Start and end of the focused span."""


@dataclass(frozen=True)
class Target:
    """Where a row leads."""

    key: ArticleKey
    passage: int
    focus: tuple[int, int] | None = None


@dataclass(frozen=True)
class LinePlace:
    """A line of the concordance of a query."""

    query: str
    order: LineOrder
    key: ArticleKey
    passage: int
    start: int


@dataclass(frozen=True)
class PeriodPlace:
    """A period on the timeline of a query, and an article of it."""

    query: str
    unit: Unit
    number: int
    """As `index.periods` numbers periods of that unit."""
    key: ArticleKey | None


ViewPlace: TypeAlias = LinePlace | PeriodPlace
Place: TypeAlias = Spot | ViewPlace


@dataclass
class Jumps:
    """Places visited, oldest first; travelling does not forget the places ahead until somewhere new is opened."""

    limit: int = 200
    _behind: list[Place] = field(default_factory=list)
    _ahead: list[Place] = field(default_factory=list)

    def leave(self, place: Place) -> None:
        """Remember the place one goes from; the places ahead are forgotten, as in a browser."""
        self._ahead.clear()
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
            del self._behind[: -self.limit]

    def back(self, here: Place | None) -> Place | None:
        """The place before; None at the beginning. `here` becomes the first place ahead."""
        return self._move(self._behind, self._ahead, here)

    def forward(self, here: Place | None) -> Place | None:
        """The place after, where one has come back; None at the end."""
        return self._move(self._ahead, self._behind, here)

    def places(self) -> tuple[tuple[Spot, ...], tuple[Spot, ...]]:
        """The places in articles behind and ahead, the next to come to last; views are left out."""
        return _spots(self._behind), _spots(self._ahead)

    def restore(self, behind: Sequence[Spot], ahead: Sequence[Spot]) -> None:
        """Have these places behind and ahead instead."""
        self._behind, self._ahead = list(behind), list(ahead)

    def latest_but(self, key: ArticleKey) -> ArticleKey | None:
        """The last article visited that is not this one."""
        return next((spot.key for spot in _spots(self._behind)[::-1] if spot.key != key), None)

    @staticmethod
    def _move(source: list[Place], target: list[Place], here: Place | None) -> Place | None:
        if not source:
            return None
        if here is not None:
            target.append(here)
        return source.pop()


def _spots(places: Sequence[Place]) -> tuple[Spot, ...]:
    return tuple(place for place in places if isinstance(place, Spot))
