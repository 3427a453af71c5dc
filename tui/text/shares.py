"""How the window's columns are shared out among the desk's panes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

MEDIUM, WIDE = 90, 130
"""Columns from which two panes, and three, stand side by side.

In fewer than 130 three would cut outlets and break headlines into three lines; the passages related are a key away.
"""

Side = Literal["results", "related"]

LEAST = 24
"""Columns that a list keeps, however narrow it is made."""

_ARTICLE = 40
"""Columns that the article keeps beside the lists."""


@dataclass(frozen=True)
class Shares:
    """What of the window's width each list has, from 0 to 1; the article has the rest."""

    results: float = 0.24
    related: float = 0.26
    beside: float = 0.4
    """Of a list that alone stands beside the article, in a window of medium width."""

    def of(self, side: Side, columns: int) -> int:
        """The columns of a list in a window of so many columns, with as much as each pane needs."""
        if columns < WIDE:
            return _kept(round(self.beside * columns), columns)
        return _kept(round((self.results if side == "results" else self.related) * columns), columns)

    def with_columns(self, side: Side, wanted: int, columns: int, others: int) -> Shares:
        """These shares with a list made as wide as is wanted and possible.

        Args:
            side: Which list.
            wanted: Columns it is to have.
            columns: Columns of the window.
            others: Columns of the list on the other side of the article; 0 where none shows.
        """
        share = _kept(wanted, columns, others) / columns
        if columns < WIDE:
            return replace(self, beside=share)
        return replace(self, results=share) if side == "results" else replace(self, related=share)


def _kept(wanted: int, columns: int, others: int = 0) -> int:
    return max(LEAST, min(wanted, columns - others - _ARTICLE))
