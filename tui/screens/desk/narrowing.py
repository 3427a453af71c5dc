"""The top storey of the desk: what the results consist of, and narrowing them to a part."""

from textual import work
from textual.timer import Timer

from models.errors import MorgueError
from tui.screens.desk.ruling import RulesOnLines
from tui.text.safety import printable
from tui.work import Urgency

COUNTING_RESTS = 0.3
"""Seconds without an answer after which the results are counted: while one types nobody looks at their dates."""


class Narrowing(RulesOnLines):
    """Shows when the results were published, and restricts them to an outlet, a month or a name."""

    def __init__(self) -> None:
        super().__init__()
        self._counting_rest: Timer | None = None
        self._behind: list[tuple[str, str]] = []
        """Queries before and after each narrowing that can be taken back, the latest last."""
        self._ahead: list[tuple[str, str]] = []
        """The same of what was taken back."""

    def answered(self) -> None:
        """Count the results when typing rests."""
        if self._counting_rest is not None:
            self._counting_rest.stop()
        self._counting_rest = self.set_timer(COUNTING_RESTS, self._count)

    @work(exclusive=True, group="counting", exit_on_error=False)
    async def _count(self) -> None:
        query = self.answer.query if self.answer is not None else ""
        try:
            facets = await self.archive.facets(query, Urgency.RELATED)
        except MorgueError:
            # The search says what is wrong.
            return
        if self.answer is not None and self.answer.query == query:
            self.facets = facets
            self.update_header()

    def narrow(self) -> None:
        """Open the outlets, months and names of the results."""
        from tui.screens.facets import FacetsScreen

        self.app.push_screen(FacetsScreen(self.archive, self.field.value), self._narrow_to)

    def _narrow_to(self, query: str | None) -> None:
        if query is not None and query != self.field.value:
            self.retake(query)
            self.say("Narrowed · [ takes it back")

    def retake(self, query: str) -> None:
        """Ask another query, from which there is a way back to what shows; the same is asked again."""
        before = self.field.value
        if self.in_article:
            self.leave_article(before)
        elif query != before:
            self._behind.append((before, query))
        if query == before:
            self.search_anew()
            self.go_to_results()
            return
        self._ahead.clear()
        self._ask_for(query)

    def _ask_for(self, query: str) -> None:
        self.field.value = query
        self.field.action_end()
        self.go_to_results()

    def go_to_results(self) -> None:
        """Give the results the focus."""
        raise NotImplementedError

    def _retrace(self, direction: int) -> bool:
        """Go back over the latest narrowing, if the query is still the one it gave."""
        source, target = (self._behind, self._ahead) if direction == -1 else (self._ahead, self._behind)
        if not source:
            return False
        here, there = source[-1][::-1] if direction == -1 else source[-1]
        if printable(here) != self.field.value:
            return False
        target.append(source.pop())
        self._ask_for(there)
        return True
