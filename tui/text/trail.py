"""The mentions of one name through all articles, and the steps from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, Literal

from models.key import ArticleKey
from tui.text import spans as spanning

if TYPE_CHECKING:
    from models.entity import MentionPlace
    from tui.text.spans import Span

_DAY = len("2021-07-28")


@dataclass(frozen=True)
class Here:
    """Where the reader is."""

    key: ArticleKey
    published: str | None
    """The article's date, by which it has its place among the others even without a mention."""
    own: Sequence[Span]
    """Its mentions of the name, in reading order."""
    focus: Span | None
    passage: int


@dataclass(frozen=True)
class Step:
    """A mention that a step leads to."""

    number: int
    """Which of all mentions it is, counted from 1."""
    article: int
    """Which of the articles it stands in, counted from 1."""
    here: Span | None
    """The mention in the article that is shown; None where it stands in another."""
    place: MentionPlace | None
    """The mention in another article; None where it stands in this one."""


class Trail:
    """Mentions in the order of their articles' dates, the undated last."""

    def __init__(self, places: Sequence[MentionPlace]) -> None:
        """Take mentions article by article, as `Collection.mentions` gives them."""
        self.total = len(places)
        grouped = [
            (ArticleKey(*key), tuple(g)) for key, g in groupby(places, lambda place: (place.path, place.part))
        ]
        self._keys = {key: number for number, (key, _) in enumerate(grouped)}
        self._articles = [group for _, group in grouped]
        self._before = [0, *accumulate(len(group) for group in self._articles)]

    @property
    def articles(self) -> int:
        """How many articles there are with a mention."""
        return len(self._articles)

    def step(self, here: Here, direction: Literal[1, -1]) -> Step | None:
        """The mention after (1) or before (-1) the reader's place; None past the last and before the first.

        What the article that is shown says of itself counts there: the reader may have put lines back into it or
        taken some out, which the index learns of later.
        """
        at = self._keys.get(here.key)
        found = spanning.step(here.own, here.focus, here.passage, direction)
        if found is not None:
            number = here.own.index(found) + 1
            if at is None:
                return Step(number, 1, found, None)
            return Step(min(self._before[at] + number, self._before[at + 1]), at + 1, found, None)
        if at is None:
            after = self._after(here)
            other = after if direction == 1 else after - 1
        else:
            other = at + direction
        if not 0 <= other < len(self._articles):
            return None
        group = self._articles[other]
        place, number = (
            (group[0], self._before[other] + 1) if direction == 1 else (group[-1], self._before[other + 1])
        )
        return Step(number, other + 1, None, place)

    def _after(self, here: Here) -> int:
        """The first of the articles that come after one without a mention."""
        place = _order(here.published, here.key)
        return sum(_order(g[0].published, ArticleKey(g[0].path, g[0].part)) < place for g in self._articles)


def _order(published: str | None, key: ArticleKey) -> tuple[bool, str, str, ArticleKey]:
    """As the catalogue orders articles: by day, then by moment, then by place; those that state no day last."""
    day = (published or "")[:_DAY]
    return len(day) < _DAY, day, published or "", key
