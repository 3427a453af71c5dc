"""Places: where a row leads, where one was in articles and on other screens, and the way back and forward."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.concordance import LineOrder
    from models.key import ArticleKey
    from models.timeline import Unit
    from tui.screens.returning import Returning


@dataclass(frozen=True)
class Spot:
    """A place in an article, exact enough to come back to."""

    key: ArticleKey
    passage: int
    scroll: int
    focus: tuple[int, int] | None = None
    """Start and end of the focused span."""
    title: str = field(default="", compare=False)
    """The article's headline, to tell the place by."""
    under: str | None = field(default=None, compare=False)
    """The query beside whose results it was read, where another has taken their place."""


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


@dataclass(frozen=True)
class ResultsPlace:
    """A result of a query."""

    query: str
    key: ArticleKey | None
    row: int
    """Where it stands, should the article no longer be among the results."""


@dataclass(frozen=True)
class RoomPlace:
    """A row of a screen that was open over the desk: a card, a ledger, the bookmarks, a comparison."""

    title: str
    room: Returning[Target | None]
    """The screen anew, to be opened once."""
    row: int


ViewPlace: TypeAlias = LinePlace | PeriodPlace
Place: TypeAlias = Spot | ViewPlace | ResultsPlace | RoomPlace


def named(place: Place) -> str:
    """A place in words, for a list of them."""
    match place:
        case Spot():
            return place.title or place.key.path
        case LinePlace():
            return f"Concordance of {place.query}"
        case PeriodPlace():
            return f"Timeline of {place.query}" if place.query.strip() else "Timeline of all articles"
        case ResultsPlace():
            return f"Results of {place.query}" if place.query.strip() else "All articles"
        case RoomPlace():
            return place.title


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

    def leave_results(self, place: ResultsPlace) -> None:
        """Remember a query's results, if they were not the last that were left.

        From one article to the next of the same results one does not go back through the list each time.
        """
        latest = next((p for p in reversed(self._behind) if isinstance(p, ResultsPlace)), None)
        if latest is None or latest.query != place.query:
            self.leave(place)

    @property
    def behind(self) -> tuple[Place, ...]:
        """The places that lead back, the latest last."""
        return tuple(self._behind)

    def back(self, here: Place | None) -> Place | None:
        """The place before; None at the beginning. `here` becomes the first place ahead."""
        return self._move(self._behind, self._ahead, here)

    def forward(self, here: Place | None) -> Place | None:
        """The place after, where one has come back; None at the end."""
        return self._move(self._ahead, self._behind, here)

    def places(self) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
        """The places behind and ahead, the next to come to last."""
        return tuple(self._behind), tuple(self._ahead)

    def restore(self, behind: Sequence[Place], ahead: Sequence[Place]) -> None:
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
