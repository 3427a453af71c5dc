"""The lower storey of the desk: the query, its answer, and the list of results."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.timer import Timer
from textual.widgets import Input
from textual.worker import Worker, WorkerState

from models.errors import MorgueError
from models.key import ArticleKey
from tui import keys
from tui.archive import FIRST_ARTICLES, OF_EACH, OF_EACH_IN_ROWS
from tui.screens.desk.heading import Heading
from tui.text.asking import asks_for_articles, is_ranked
from tui.text.folding import ResultRow, Unfolded, draw_unfolded, folded, row_of, unfolded
from tui.text.painting import Run, Runs
from tui.text.results import (
    Find,
    by_article,
    counts,
    draw_find,
    draw_passage,
    end_of_list,
    found_articles,
)
from tui.widgets.bar import Bar
from tui.widgets.painted import entitle
from tui.widgets.rows import Row, RowList
from tui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from models.saved import SavedSearch
    from models.search import Answer, Order
    from models.version import Version

_ORDERS: tuple[Order, ...] = ("relevance", "newest", "oldest")
_ORDER_WORDS = {"relevance": "by relevance", "newest": "newest first", "oldest": "oldest first"}

TYPING_RESTS = 0.15
"""Seconds without a key after which the list is completed, and the best result shown beside it."""


class Searching(Heading):
    """Asks the collection with every key, and shows what it answers."""

    def __init__(self) -> None:
        super().__init__()
        self.answer: Answer | None = None
        self.finds: list[Find] = []
        """The results, near-identical articles folded into one."""
        self.rows: list[ResultRow] = []
        """The same with the copies that are unfolded, as the list shows them."""
        self._unfolded: dict[int, tuple[Version, ...]] = {}
        """The groups of near-identical articles that are unfolded."""
        self._articles = 0
        """How many articles are in the list, folded or not."""
        self._order: Order = "relevance"
        self._listing_order: Order = "relevance"
        self._passages = False
        """Whether the reader wants a row for each passage rather than for each article."""
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
        return self._order_for(self.field.value)

    @order.setter
    def order(self, order: Order) -> None:
        self._order = order

    @work(exclusive=True, group="search", exit_on_error=False)
    async def _search(self, query: str, *, keep: bool = False, foremost: int | None = None) -> None:
        self._asked = query
        try:
            answer = await self.archive.search(
                query,
                self._order_for(query),
                foremost,
                of_each=OF_EACH_IN_ROWS if self._passages else OF_EACH,
                new_since=self._last_visit(query),
            )
        except MorgueError as error:
            self.answer, self.finds, self.rows = None, [], []
            self.results.fill((), empty=f"{error}\n{error.advice}")
            self.preview(None)
            return
        # What stands selected under another question is not the reader's choice for this one.
        keep = keep and self.answer is not None and self.answer.query == query
        selected = self.selected if keep else None
        key = await self.archive.place_of(selected.key) if selected else None
        self._unfolded = await self._still_unfolded(answer) if keep else {}
        self._foremost = foremost
        self._take(answer, key, selected.passage if selected else None, keep=keep)

    def _take(self, answer: Answer, selected: ArticleKey | None, passage: int | None, *, keep: bool) -> None:
        """Show an answer, with the cursor on the passage that was selected before, if it is still there.

        With `keep` it answers the same question again: nothing moves that need not.
        """
        before = self.results.cursor
        self.answer = answer
        self.field.in_vain = None if answer.hits else answer.query
        finds = by_article(answer.hits)
        self._articles = len(finds)
        self.finds = folded(finds, by_date=self._effective_order(answer.query) != "relevance")
        self.lay_rows()
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

    @property
    def by_passage(self) -> bool:
        """Whether each passage has a row: not where nothing is asked of passages."""
        return self._passages and not self.lists_all

    def lay_rows(self) -> None:
        """Make the rows of what was found, as it is grouped and unfolded."""
        self.rows = unfolded(self.finds, self._unfolded, passages=self.by_passage)

    def _fill(self, answer: Answer, cursor: int, *, keep: bool) -> None:
        self.results.fill(
            [self._drawn(number) for number in range(len(self.rows))],
            cursor=cursor,
            empty=self._nothing(answer),
            end=self._ending(answer),
            steady=keep,
        )

    def _drawn(self, number: int) -> Row:
        row = self.rows[number]
        read = row.key in self.archive.articles_read
        if isinstance(row, Unfolded):
            return partial(draw_unfolded, row, read=read)
        open_below = number + 1 < len(self.rows) and isinstance(self.rows[number + 1], Unfolded)
        if self.by_passage:
            return partial(draw_passage, row, open_below=open_below, read=read)
        return partial(draw_find, row, listed=self.lists_all, open_below=open_below, read=read)

    def draw_row_again(self, key: ArticleKey) -> None:
        """The row of an article, if it has one, looks otherwise."""
        number = next((number for number, row in enumerate(self.rows) if row.key == key), None)
        if number is not None:
            self.results.change(number, self._drawn(number))

    @property
    def lists_all(self) -> bool:
        """Whether articles are listed of which nothing is asked that one passage could answer."""
        return self.answer is not None and asks_for_articles(self.answer.query)

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
        return self._articles >= self._foremost or not (self.answer.total or self.answer.suggestion)

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
        cursor = self.results.cursor
        return self.rows[cursor] if 0 <= cursor < len(self.rows) else None

    def open_selected(self) -> None:
        """Open the selected result; while its search is still under way, as soon as the answer is there.

        Where nothing is found it searches for what was probably meant; while the folder is being read, it waits
        among the results for the first.
        """
        self._stay_restless()
        if self.answer is None or self.answer.query != self.field.value:
            self._open_when_answered = True
            if self._asked != self.field.value:
                self._search(self.field.value)
        elif self.selected is not None:
            self.open_find(self.selected)
            self._complete()
        elif self.reading:
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
        return end_of_list(answer, self._articles, self._effective_order(answer.query))

    @property
    def listed(self) -> str:
        """How many results there are to go through, and of how many, where more were found."""
        count = f"{len(self.rows):,}"
        if self._more or self.answer is None:
            return count
        of_passages = self.by_passage
        found = self.answer.total if of_passages else found_articles(self.answer)
        held = sum(hit.full for hit in self.answer.hits) if of_passages else self._articles
        return count if found <= held else f"{count} of {found:,}"

    def _nothing(self, answer: Answer) -> str:
        if self.is_empty or (self.reading and self.status is None):
            return self.why_empty()
        if self.reading and answer.query.strip():
            return "Nothing found yet\nThe folder is still being read; what it holds appears here."
        if self.naming and answer.query.strip() and not answer.suggestion:
            return "Nothing found yet\nNames are still being found; searches for text are complete."
        if answer.suggestion:
            return f"Nothing found\nDid you mean {answer.suggestion}? Press {keys.shown('query.open')}."
        if answer.query.strip():
            return "Nothing found\nFewer or shorter words find more; word* finds beginnings."
        return self.why_empty()

    def describe_again(self) -> None:
        """What was found so far may be all there is, or no longer."""
        if self.answer is not None:
            self._describe(self.answer)
            if not self.rows:
                self.show_rows(0)

    def _describe(self, answer: Answer) -> None:
        understood: Runs = [Run("  "), Run(answer.understood, ("dim",))]
        if answer.suggestion:
            understood = [
                Run("  did you mean ", ("dim",)), Run(answer.suggestion, ("strong",)), Run("? ", ("dim",)),
                Run(keys.shown("query.suggestion"), ("key",)), Run("   " + answer.understood, ("dim",)),
            ]  # fmt: skip
        if not answer.query.strip():
            understood = [Run("  words, “exact phrase”, -not, outlet:…, person:…, after:2021-07", ("dim",))]
        found = (
            "nothing found yet"
            if self.reading and answer.query.strip() and not answer.total
            else counts(
                answer,
                so_far=self.reading,
                folded=self._articles > len(self.finds),
                room=self.size.width // 2,
            )
        )
        self.query_one("#understood", Bar).write(understood, [Run(found, ("strong",))] if found else [])
        what = self._order_words(answer.query)
        if self._last_visit(answer.query) is not None:
            what = f"{answer.new:,} new first" if answer.new else "nothing new"
        entitle(self.results, f"{'Passages' if self.by_passage else 'Results'} · {what}")

    def _order_for(self, query: str) -> Order:
        return self._order if is_ranked(query) else self._listing_order

    def _effective_order(self, query: str) -> Order:
        """Where nothing ranks, nothing is more relevant than another, and the newest comes first."""
        order = self._order_for(query)
        return "newest" if order == "relevance" and not is_ranked(query) else order

    def _order_words(self, query: str) -> str:
        return _ORDER_WORDS[self._effective_order(query)]

    def action_sort(self) -> None:
        """The next order."""
        query = self.field.value
        if is_ranked(query):
            self._order = _ORDERS[(_ORDERS.index(self._order) + 1) % len(_ORDERS)]
        else:
            self._listing_order = "relevance" if self._listing_order == "oldest" else "oldest"
        self._search(query)
        what = "Results" if query.strip() else "All articles"
        self.say(f"{what}, {self._order_words(query)}")

    def action_group(self) -> None:
        """A row for each passage, or for each article; the passage under the cursor stays there."""
        answer, row = self.answer, self.selected
        if answer is None or self.lists_all:
            self.say("A row for each article · search for words to see passages")
            return
        self._passages = not self._passages
        self.lay_rows()
        found = row_of(self.rows, row.key, row.passage) if row is not None else None
        self.show_rows(found or 0)
        self._describe(answer)
        if self._passages:
            self.search_again()
        self.say("A row for each passage" if self._passages else "A row for each article")

    async def _still_unfolded(self, answer: Answer) -> dict[int, tuple[Version, ...]]:
        """The groups that are unfolded, as they are now."""
        keys = {
            hit.group: ArticleKey(hit.path, hit.part) for hit in answer.hits if hit.group in self._unfolded
        }
        return {group: await self.archive.versions(key) for group, key in keys.items()}

    def action_choose(self, direction: int) -> None:
        """Select another result without leaving the search line."""
        self.results.move(direction)

    def action_accept_suggestion(self) -> None:
        """Search for what was probably meant."""
        if self.answer is not None and self.answer.suggestion:
            self.field.value = self.answer.suggestion
            self.field.action_end()
