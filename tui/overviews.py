"""What the views over the results ask: every hit on a line, and the articles over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.stores import Stores
from tui.work import Urgency

if TYPE_CHECKING:
    from datetime import date

    from index.concordance import Concordance
    from models.concordance import Line, LineOrder
    from models.search import Hit
    from models.timeline import Period, Timeline

LISTED = 500
"""Articles of a period that are listed; who wants more narrows the search to it."""


class Overviews(Stores):
    """Lines and periods, in steps between which a search can go."""

    async def concordance(self, query: str, order: LineOrder) -> Concordance:
        """Where a query's words stand, none of the lines made yet; its last word may be unfinished."""
        oldest = order == "oldest"
        return await self._with_collection(
            lambda c: c.concordance(query, typing=True, order="oldest" if oldest else "newest")
        )

    async def lines(self, concordance: Concordance, passages: int) -> list[Line]:
        """The lines of the next so many passages; the first of them sooner than the rest."""
        urgency = Urgency.RELATED if concordance.looked_at else Urgency.READ
        return await self._with_collection(lambda _: concordance.more(passages), urgency)

    async def in_order(self, lines: list[Line], order: LineOrder) -> list[Line]:
        """Lines by a word beside them."""

        def ordered() -> list[Line]:
            from index.concordance import in_order

            return in_order(lines, order)

        return await self._work.ask(ordered)

    async def timeline(self, query: str) -> Timeline:
        """How many articles that answer a query were published on each day."""
        return await self._with_collection(lambda c: c.timeline(query, typing=True))

    async def published(self, query: str, first: date, last: date) -> tuple[Hit, ...]:
        """The articles of a period, the earliest first."""
        return await self._with_collection(
            lambda c: c.published(query, first, last, typing=True, limit=LISTED)
        )

    async def period(self, query: str, first: date, last: date, urgency: Urgency) -> Period:
        """What a period's articles have that the others have not; gives way to what is more urgent."""
        return await self._with_collection(lambda c: c.period(query, first, last, typing=True), urgency)
