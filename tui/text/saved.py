"""The rows of the saved searches, and finding among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.text.dates import short_date
from tui.text.painting import Run, Runs, justify
from tui.text.safety import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.saved import SavedSearch, Standing


def matching(searches: Sequence[SavedSearch], wanted: str) -> list[SavedSearch]:
    """Those that hold every word in their name or query."""
    words = wanted.casefold().split()
    return [s for s in searches if all(word in f"{s.name}\n{s.query}".casefold() for word in words)]


def draw_search(search: SavedSearch, standing: Standing | None, width: int) -> list[Runs]:
    """The lines of one row: its name with what it finds, and what is asked.

    Args:
        search: The saved search.
        standing: What it finds now; None while that is being found out.
        width: Cells.
    """
    name = Run(printable(search.name), ("strong",))
    # Where it is called what it asks, saying it twice would say nothing.
    query = printable(search.query) if search.query != search.name else ""
    seen = Run(f"last visit {short_date(search.visited or search.created)}", ("dim",))
    return [
        justify([name], _found(standing), width),
        [Run("  "), *justify([Run(query, ("dim",))], [seen], max(1, width - 2))],
        [],
    ]


def _found(standing: Standing | None) -> Runs:
    if standing is None:
        return []
    count = "1 article" if standing.articles == 1 else f"{standing.articles:,} articles"
    if not standing.new:
        return [Run(count, ("dim",))]
    return [Run(f"{standing.new:,} new", ("badge",)), Run(f" of {count}", ("dim",))]
