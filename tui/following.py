"""Related passages as the panel asks for them: remembered, worked out ahead, and never in the way of a search."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Protocol, TypeAlias

from models.errors import Abandoned

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable

    from index.collection import Collection
    from models.key import ArticleKey
    from models.related import Related
    from tui.work import Urgency

ROWS = 9
"""Related passages asked for: as many as there are digits to open them by."""
_KEPT = 500

Rows: TypeAlias = "tuple[Related, ...]"


class Asking(Protocol):
    """Something that has a call made on the work thread."""

    def __call__(self, call: Callable[[Collection], Rows], urgency: Urgency, /) -> asyncio.Future[Rows]:
        """Have it made when nothing more urgent waits."""


class Following:
    """What is related to the passages that the cursor came to, or may come to next, by commit of the index."""

    def __init__(self, ask: Asking, waits_before: Callable[[Urgency], bool]) -> None:
        """Work out with `ask`; `waits_before` tells whether something more urgent waits for the work thread."""
        self._ask = ask
        self._waits_before = waits_before
        self._known: OrderedDict[tuple[ArticleKey, int, int], Rows] = OrderedDict()

    def known(self, key: ArticleKey, passage: int, generation: int) -> Rows | None:
        """What is related to a passage, if that has been worked out."""
        return self._known.get((key, passage, generation))

    async def related(self, key: ArticleKey, passage: int, generation: int, urgency: Urgency) -> Rows:
        """What is related to a passage. It begins again after whatever was more urgent."""
        question = key, passage, generation
        while question not in self._known:
            try:
                return await self._ask(lambda c: self._worked_out(c, question, urgency), urgency)
            except Abandoned:
                continue
        return self._known[question]

    def _worked_out(
        self, collection: Collection, question: tuple[ArticleKey, int, int], urgency: Urgency
    ) -> Rows:
        # On the work thread, so that what was asked for and then left is not lost.
        found = self._known.get(question)
        if found is None:
            key, passage, _ = question
            found = collection.related(key, passage, limit=ROWS, give_way=lambda: self._waits_before(urgency))
            self._known[question] = found
            if len(self._known) > _KEPT:
                self._known.popitem(last=False)
        return found
