"""The lower storey of the desk: the query, its answer, and the list of results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work
from textual.timer import Timer
from textual.widgets import Input
from textual.worker import Worker, WorkerState

from models.errors import MorgueError
from tui.archive import FIRST_ARTICLES, OF_EACH, OF_EACH_IN_ROWS
from tui.screens.desk.heading import Heading
from tui.text.answers import counts, end_of_list, room_beside, understood_runs
from tui.text.folding import row_of
from tui.text.listing import Listing
from tui.text.orders import Orders
from tui.text.painting import Run, cells
from tui.widgets.bar import Bar
from tui.widgets.painted import entitle
from tui.widgets.rows import RowList
from tui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from models.key import ArticleKey
    from models.saved import SavedSearch
    from models.search import Answer, Order
    from models.version import Version
    from tui.text.folding import ResultRow
    from tui.text.results import Find

TYPING_RESTS = 0.15
"""Seconds without a key after which the list is completed, and the best result shown beside it."""


class Searching(Heading):
    """Asks the collection with every key, and shows what it answers."""

    def __init__(self) -> None:
        super().__init__()
        self.listing = Listing()
        self._orders = Orders()
        self._asked: str | None = None
        """The query of the latest search, answered or not."""
        self._open_when_answered = False
        self._open_when_found: str | None = None
        """The query whose first result is to be opened, which the folder that is being read may still hold."""
        self._rest: Timer | None = None
        self._foremost: int | None = None
        """How many articles have been asked for; None is all that a list has."""
        self.visiting: SavedSearch | None = None
        """The saved search that is shown: what came in since the visit before is marked while just that is asked."""

    @property
    def field(self) -> SearchLine:
        """The search line."""
        return self.query_one("#query", SearchLine)

    @property
    def results(self) -> RowList:
        """The list of results."""
        return self.query_one("#results", RowList)

    @property
    def answer(self) -> Answer | None:
        """What was found last; None before, and where the collection cannot be searched."""
        return self.listing.answer

    @property
    def finds(self) -> list[Find]:
        """The results, near-identical articles folded into one."""
        return self.listing.finds

    @property
    def rows(self) -> list[ResultRow]:
        """The same with the copies that are unfolded, as the list shows them."""
        return self.listing.rows

    def open_find(self, find: ResultRow) -> None:
        """Open a result at its best passage."""
        raise NotImplementedError

    def preview(self, find: ResultRow | None, *, after: float = 0) -> None:
        """Show a result beside the list without going there, if the reader does not go on within so many seconds."""
        raise NotImplementedError

    @property
    def in_article(self) -> bool:
        """Whether the reader is in an article, which no answer takes away."""
        raise NotImplementedError

    def answer_renewed(self) -> None:
        """The same question was answered again, and what is open stays open."""
        raise NotImplementedError

    def answered(self) -> None:
        """A question was answered, whatever is shown of it."""
        raise NotImplementedError

    def go_to_results(self) -> None:
        """Give the results the focus."""
        raise NotImplementedError

    def heard(self) -> None:
        """The reader goes on to something else, from which nothing that comes in late takes him or her away."""
        super().heard()
        self._open_when_found = None

    @property
    def searching(self) -> bool:
        """Whether the results that show are not yet those of the query."""
        return self._asked != self.field.value or self.is_busy_with("search", "resuming")

    @property
    def goes_on(self) -> bool:
        """Whether the reader is on the way elsewhere."""
        return self._open_when_answered and self.is_busy_with("search")

    @on(Input.Changed, "#query")
    def ask(self) -> None:
        """Search for what is in the search line now, once the key itself has been painted."""
        self._stay_restless()
        self.call_after_refresh(self._search_typed)

    def _search_typed(self) -> None:
        if self._asked != self.field.value:
            self._search(self.field.value, foremost=FIRST_ARTICLES)

    def search_again(self) -> None:
        """Ask the same again, after the collection or the order has changed; the selection stays where it is."""
        self._search(self.field.value, keep=True)

    def set_query(self, query: str) -> None:
        """Write a query into the search line without asking it."""
        with self.field.prevent(Input.Changed):
            self.field.value = query
        self.field.action_end()

    def search_anew(self) -> None:
        """Ask the same again, from the first result on."""
        self._search(self.field.value)

    @property
    def order(self) -> Order:
        """The order of the results that the reader has chosen for the query."""
        return self._orders.chosen(self.field.value)

    @work(exclusive=True, group="search", exit_on_error=False)
    async def _search(self, query: str, *, keep: bool = False, foremost: int | None = None) -> None:
        self._asked = query
        try:
            answer = await self.archive.search(
                query,
                self._orders.chosen(query),
                foremost,
                of_each=OF_EACH_IN_ROWS if self.listing.passages else OF_EACH,
                new_since=self._last_visit(query),
            )
        except MorgueError as error:
            self.listing.clear()
            self.results.fill((), empty=f"{error}\n{error.advice}")
            self.preview(None)
            return
        # What stands selected under another question is not the reader's choice for this one.
        keep = keep and self.answer is not None and self.answer.query == query
        selected = self.selected if keep else None
        key = await self.archive.place_of(selected.key) if selected else None
        unfolded = await self._still_unfolded(answer) if keep else {}
        self._foremost = foremost
        self.listing.take(answer, unfolded, by_date=self._orders.effective(query) != "relevance")
        self._show(answer, key, selected.passage if selected else None, keep=keep)

    def _show(self, answer: Answer, selected: ArticleKey | None, passage: int | None, *, keep: bool) -> None:
        """Show an answer, with the cursor on the passage that was selected before, if it is still there.

        With `keep` it answers the same question again: nothing moves that need not.
        """
        before = self.results.cursor
        self.field.in_vain = None if answer.hits else answer.query
        found = row_of(self.rows, selected, passage)
        self._fill(answer, found if found is not None else before if keep else 0, keep=keep)
        self._describe(answer)
        self._stay_restless()
        if self._open_when_answered or (self.rows and self._open_when_found == answer.query):
            self._open_when_answered, self._open_when_found = False, None
            self.open_selected()
        elif found is not None or self.in_article:
            self.answer_renewed()
        elif self.field.has_focus:
            # Painting an article between two keys would hold up the second.
            self._rest = self.set_timer(TYPING_RESTS, self._typing_rests)
        else:
            self.preview(self.selected)
            self._complete()
        self.update_footer()
        self.answered()

    def _fill(self, answer: Answer, cursor: int, *, keep: bool) -> None:
        read = self.archive.articles_read
        self.results.fill(
            [self.listing.drawn(number, read) for number in range(len(self.rows))],
            cursor=cursor,
            empty=self.why_nothing(answer),
            end=self._ending(answer),
            steady=keep,
        )

    def draw_row_again(self, key: ArticleKey) -> None:
        """The row of an article, if it has one, looks otherwise."""
        number = next((number for number, row in enumerate(self.rows) if row.key == key), None)
        if number is not None:
            self.results.change(number, self.listing.drawn(number, self.archive.articles_read))

    def show_rows(self, cursor: int) -> None:
        """Draw the rows anew, what is seen of them where it was."""
        if self.answer is not None:
            self._fill(self.answer, cursor, keep=True)

    def draw_again(self) -> None:
        """The rows look otherwise; nothing moves."""
        self.show_rows(self.results.cursor)

    def _last_visit(self, query: str) -> str | None:
        return self.visiting.visited if self.visiting and self.visiting.query == query else None

    def end_typing(self) -> None:
        """The reader leaves the search line: what waits for typing to rest is wanted now."""
        if self._rest is not None:
            self._rest.stop()
            self._typing_rests()

    def _typing_rests(self) -> None:
        self._rest = None
        self.preview(self.selected)
        self._complete()

    @property
    def _more(self) -> bool:
        """Whether there may be articles that have not been asked for yet, or else what was probably meant."""
        if self._foremost is None or self.answer is None:
            return False
        return self.listing.articles >= self._foremost or not (self.answer.total or self.answer.suggestion)

    def _stay_restless(self) -> None:
        if self._rest is not None:
            self._rest.stop()
            self._rest = None

    def _complete(self) -> None:
        """Add to the list what was not asked for between two keys; what is there stays where it is."""
        if self._more and self._asked == self.field.value:
            self.search_again()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Do not leave the reader waiting for an answer that will not come."""
        error = event.worker.error
        if event.worker.group == "search" and event.state is WorkerState.ERROR and self.answer is None:
            fault = f"{type(error).__name__}: {error}"
            advice = f"morgue doctor {self.archive.folder} may tell more."
            self.results.fill((), empty=f"The collection could not be opened\n{fault}\n{advice}")

    @property
    def selected(self) -> ResultRow | None:
        """The result under the cursor."""
        return self.results.under_cursor(self.rows)

    def open_selected(self) -> None:
        """Open the selected result; while its search is still under way, as soon as the answer is there.

        Where nothing is found it searches for what was probably meant; while much of the folder has still to be read,
        it waits among the results for the first.
        """
        self._stay_restless()
        if self.answer is None or self.answer.query != self.field.value:
            self._open_when_answered = True
            if self._asked != self.field.value:
                self._search(self.field.value)
        elif self.selected is not None:
            self.open_find(self.selected)
            self._complete()
        elif self.reading and not (self.answer.suggestion and self.knows_most):
            self._open_when_found = self.answer.query
            self.go_to_results()
            self.say("Nothing found yet: the first result opens as soon as it is read")
        elif self._more:
            self._open_when_answered = True
            self.search_again()
        else:
            self.action_accept_suggestion()

    def _ending(self, answer: Answer) -> str:
        """What to say under the list; nothing while it is about to be completed."""
        if self._more:
            return ""
        return end_of_list(answer, self.listing.articles, self._orders.effective(answer.query))

    @property
    def listed(self) -> str:
        """How many results there are to go through, and of how many, where more were found."""
        return self.listing.counted(complete=not self._more)

    def describe_again(self) -> None:
        """What was found so far may be all there is, or no longer."""
        if self.answer is not None:
            self._describe(self.answer)
            if not self.rows:
                self.show_rows(0)

    def _describe(self, answer: Answer) -> None:
        width = self.size.width
        room = room_beside(answer, width)
        found = (
            "nothing found yet"
            if self.reading and answer.query.strip() and not answer.total
            else counts(answer, so_far=self.reading, folded=self.listing.folds, room=room)
        )
        # What may be corrected with one key is worth more than how much there is without that.
        right = [Run(found, ("strong",))] if found else []
        if answer.suggestion and cells(right) > room:
            right = []
        self.query_one("#understood", Bar).write(understood_runs(answer, width - cells(right) - 3), right)
        what = self._orders.words(answer.query)
        if self._last_visit(answer.query) is not None:
            what = f"{answer.new:,} new first" if answer.new else "nothing new"
        entitle(self.results, f"{'Passages' if self.listing.by_passage else 'Results'} · {what}")

    def action_sort(self) -> None:
        """The next order."""
        query = self.field.value
        self._orders.turn(query)
        self._search(query)
        what = "Results" if query.strip() else "All articles"
        self.say(f"{what}, {self._orders.words(query)}")

    def action_group(self) -> None:
        """A row for each passage, or for each article; the passage under the cursor stays there."""
        answer, row = self.answer, self.selected
        if answer is None or self.listing.lists_all:
            self.say("A row for each article · search for words to see passages")
            return
        self.listing.turn()
        found = row_of(self.rows, row.key, row.passage) if row is not None else None
        self.show_rows(found or 0)
        self._describe(answer)
        if self.listing.passages:
            self.search_again()
        self.say("A row for each passage" if self.listing.passages else "A row for each article")

    async def _still_unfolded(self, answer: Answer) -> dict[int, tuple[Version, ...]]:
        """The groups that are unfolded, as they are now."""
        known = self.listing.unfolded_in(answer)
        return {group: await self.archive.versions(key) for group, key in known.items()}

    def action_choose(self, direction: int) -> None:
        """Select another result without leaving the search line."""
        self.results.move(direction)

    def action_accept_suggestion(self) -> None:
        """Search for what was probably meant."""
        if self.answer is not None and self.answer.suggestion:
            self.field.value = self.answer.suggestion
            self.field.action_end()
