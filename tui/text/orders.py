"""The order of the results: what the reader chose, and what that means where nothing ranks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.text.asking import is_ranked

if TYPE_CHECKING:
    from models.search import Order

_TURNS: tuple[Order, ...] = ("relevance", "newest", "oldest")
_WORDS = {"relevance": "by relevance", "newest": "newest first", "oldest": "oldest first"}


@dataclass
class Orders:
    """The orders that the reader chose, one for what is ranked and another for what is merely listed."""

    ranked: Order = "relevance"
    listed: Order = "relevance"
    """Of what is merely listed; by relevance it is the newest first."""

    def chosen(self, query: str) -> Order:
        """The order in which a query is asked."""
        return self.ranked if is_ranked(query) else self.listed

    def effective(self, query: str) -> Order:
        """The order in which its results stand: where nothing ranks, no result is more relevant than another."""
        order = self.chosen(query)
        return "newest" if order == "relevance" and not is_ranked(query) else order

    def words(self, query: str) -> str:
        """As "newest first"."""
        return _WORDS[self.effective(query)]

    def turn(self, query: str) -> None:
        """Choose the next order for a query and those of its kind."""
        if is_ranked(query):
            self.ranked = _TURNS[(_TURNS.index(self.ranked) + 1) % len(_TURNS)]
        else:
            self.listed = "relevance" if self.listed == "oldest" else "oldest"
