"""The desk: query, results, article and related passages on one screen."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from models.errors import MorgueError
from tui import keys, rooms
from tui.keys import Group
from tui.passing import Passing
from tui.screens.awaiting import edits, leads_away
from tui.screens.desk.finding import Finding
from tui.text import spans as spanning
from tui.text.painting import shorten_text
from tui.text.safety import printable
from tui.text.shares import Shares
from tui.widgets.bar import Bar
from tui.widgets.panes import Panes, Seam
from tui.widgets.query_line import QueryLine
from tui.widgets.reader import Reader
from tui.widgets.rows import RowList
from tui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from tui.indexing import Indexer
    from tui.messages import RowChosen, RowOpened, SpanFocused
    from tui.turns import Typed

_LISTS = frozenset({"results", "related"})
_ONLY_IN = {
    "enter": frozenset({"query", "find"}),
    "choose": frozenset({"query"}),
    "sort": frozenset({"results"}),
    "group": frozenset({"results"}),
    "open_focused": frozenset({"reader"}),
    "open_row": _LISTS,
    "unfold": _LISTS,
    "compare": _LISTS,
    "row_origin": _LISTS,
    # In the article it is the reader's own.
    "related": _LISTS,
    "save_search": _LISTS | {"reader"},
}
"""Actions that are some panes' only."""


class Desk(Finding):
    """Where everything comes together."""

    BINDINGS = [  # noqa: RUF012 - Textual reads it
        *keys.bindings(
            *keys.in_group(Group.QUERY),
            *keys.in_group(Group.PANES),
            *keys.named(
                "row.open",
                "sort",
                "group",
                "saved.save",
                "copies",
                "row.compare",
                "row.origin",
                "find",
                "span.open",
                "related.open",
            ),
        )
    ]
    AUTO_FOCUS = "#results"

    def __init__(self) -> None:
        super().__init__()
        self._results_passed = Passing()

    def compose(self) -> ComposeResult:
        """Header, search line, panes, footer."""
        yield Bar(id="header")
        with Horizontal(id="search"):
            yield Static("/", id="prompt-sign")
            yield SearchLine(id="query", compact=True, placeholder="search as you type")
        yield Bar(id="understood")
        with self._made_panes():
            yield RowList(id="results", marks_shown=True)
            yield Seam("results")
            with Vertical(id="article"):
                yield self._made_reader()
                yield QueryLine(id="find", compact=True, placeholder="find in this article")
            yield Seam("related")
            yield RowList(id="related")
        yield Bar(id="footer")

    def _made_panes(self) -> Panes:
        config = self.explorer.settings.config
        shares = Shares(config.results / 100, config.related / 100)
        return Panes(shares, aside=config.side_pane, alone=config.plain, id="panes")

    def _made_reader(self) -> Reader:
        reader = Reader(id="reader")
        reader.measure = self.explorer.settings.config.measure
        return reader

    def on_mount(self) -> None:
        """Open the collection after the first paint, and start reading what has changed."""
        self.results.border_title = "Results"
        self.query_one("#article").border_title = "Article"
        self.related.border_title = "Related to this passage"
        self.results.fill((), empty="Opening the collection")
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.come_back()
        self.refresh_status()
        self._warm()
        if self.explorer.indexer is not None:
            self._follow(self.explorer.indexer)

    def index_again(self) -> None:
        """Have it seen what the reader said of lines; a child that watches sees it by itself."""
        watching = any(worker.group == "indexing" and worker.is_running for worker in self.workers)
        if not watching and self.explorer.indexer is not None:
            self._follow(self.explorer.indexer)

    @work(group="warming", exit_on_error=False)
    async def _warm(self) -> None:
        # Where the index cannot be opened the search, which runs at the same time, says what is wrong.
        with suppress(MorgueError):
            await self.archive.warm()
        await asyncio.to_thread(rooms.load)
        self.explorer.tidying.settle()

    @work(group="indexing", exit_on_error=False)
    async def _follow(self, indexer: Indexer) -> None:
        """Show how far reading has got, and what has become searchable, for as long as the folder is watched."""
        seen = (-1, -1)
        async for progress in indexer.run():
            self.show_progress(progress)
            reached = (progress.searchable, progress.named)
            if reached != seen or progress.stage in {"waiting", "done", "stopped", "failed"}:
                seen = reached
                await self.see_news()

    async def see_news(self) -> None:
        """Look at what was committed since, without moving anything under the reader's eyes."""
        try:
            if self.answer is None:
                await self.archive.reopen()
            elif not await self.archive.reload():
                if not self.finds:
                    # There may be problems now, and it is only now certain that nothing else is there.
                    await self.refresh_status().wait()
                    self.search_again()
                    self.tell_views()
                return
        except MorgueError as error:
            self.complain(error)
            return
        self.refresh_status()
        self.fetch_read()
        await self.see_article()
        self.search_again()
        self.relate_again()
        self.tell_views()

    # What keys wait for

    def awaits(self, event: Typed) -> bool:
        """A key waits for the article, the prompt or the results that it is meant for, not for what stands beside."""
        if self.goes_on:
            return True
        if leads_away(event):
            return False
        match self.pane:
            case "query":
                return self.searching and not edits(event)
            case "results":
                return self.searching
            case "related":
                return self.relating or self.is_busy_with("open")
            case _:
                return self.is_busy_with("open", "light")

    # Moving between the panes

    def action_search(self) -> None:
        """To the search line; what is typed replaces what is there. Words that are selected are searched for."""
        if words := self.reader.selected_text:
            self.search_selected(words)
            return
        self.focus_pane(self.field)

    def action_step_out(self) -> None:
        """From the article to the results, from a text field to its pane."""
        match self.pane:
            case "find":
                self.close_find()
            case "query":
                self.focus_pane(self.results)
            case "related":
                self.focus_pane(self.reader)
            case "reader" if self.reader.end_selection():
                self.update_footer()
            case "reader" if self.find_field.display:
                self.close_find()
            case "reader" if self.reader.left_out is not None:
                self.reader.left_out = None
            case "reader" if self.reader.focused_span is not None:
                self.reader.focused_span = None
                self.update_footer()
            case "reader":
                self.focus_pane(self.results)
            case _:
                self.say(f"{keys.shown('search')} searches · {keys.shown('quit')} leaves")

    def action_open_row(self) -> None:
        """Open the row under the cursor."""
        if self.pane == "related":
            self.related.open_row()
        else:
            self.open_selected()

    def action_enter(self) -> None:
        """Open what is selected, from a line that is typed into.

        The line may not have seen all letters yet that were typed before Enter; they come first.
        """
        match self.pane:
            case "query":
                self.field.call_later(self._ask_typed)
            case "find":
                self.find_field.call_later(self._go_to_found)

    def _ask_typed(self) -> None:
        self.field.done()
        self.open_selected()

    def _go_to_found(self) -> None:
        self.focus_pane(self.reader)
        if self.find_field.value.strip() and not self.reader.hits:
            self.say(f"Not in this article: {shorten_text(self.find_field.value, 40)}")

    def action_open_focused(self) -> None:
        """Open what is focused in the article, at once: the next key may be meant for the card already."""
        if (span := self.reader.span_to_open) is not None:
            self.open_span(span)
        else:
            self.reader.open_focused()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Some keys work in one pane only."""
        if action in _ONLY_IN and self.pane not in _ONLY_IN[action]:
            return False
        if action == "find" and self.reader.key is None:
            return False
        if action == "related" and not self.related.display:
            return False
        return super().check_action(action, parameters)

    def action_related(self, number: int) -> None:
        """Open a related passage by the number that it shows."""
        self.reader.action_related(number)

    def on_row_chosen(self, message: RowChosen) -> None:
        """The cursor of a list moved."""
        if message.list_id == "results":
            self.preview(self.selected, after=self._results_passed.step())
        self.update_footer()

    def on_row_opened(self, message: RowOpened) -> None:
        """A row was opened."""
        if message.list_id == "results":
            self.open_selected()
        elif message.list_id == "related":
            self.open_related(message.row + 1)

    def on_span_focused(self, message: SpanFocused) -> None:
        """Other keys apply; say what cannot be seen of what has the focus, in plain mode all of it."""
        self.count_found()
        self.update_footer()
        annotated = self.reader.annotated
        if message.span is None or annotated is None:
            return
        tell = spanning.told if self.explorer.plain else spanning.note
        if words := tell(message.span, annotated.article):
            self.say(printable(words))

    def on_screen_resume(self) -> None:
        """After another screen was over this one, its keys show again, and bookmarks may have changed there."""
        self.update_footer()
        if self.reader.key is not None:
            self.mark_kept(self.reader.key)
        self.see_rulings()
        self.see_decisions()
