"""The saved searches of a folder: what is new in each, asked again, renamed, deleted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType

from models.errors import MorgueError
from tui import keys
from tui.keys import Group
from tui.screens.filtered import Filtered
from tui.screens.prompt import Prompt
from tui.text.painting import Run, shorten_text
from tui.text.saved import draw_search, matching
from tui.widgets.bar import Bar
from tui.widgets.rows import RowList

if TYPE_CHECKING:
    from models.saved import SavedSearch, Standing
    from tui.messages import RowChosen, RowOpened

_EMPTY = "No saved searches yet\nAmong the results, + saves the search under a name. Here it then says what is new."
_NO_MATCH = "No saved search matches\nWords are looked for in names and queries."


class SavedSearches(Filtered["SavedSearch | None"]):
    """Lists the saved searches; gives the one to ask again."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(*keys.in_group(Group.SEARCHES))]
    GROUPS = (Group.SEARCHES,)
    CSS_PATH = "lists.tcss"
    AUTO_FOCUS = "#searches"

    def __init__(self) -> None:
        super().__init__()
        self._all: tuple[SavedSearch, ...] | None = None
        """None until they are fetched."""
        self._shown: list[SavedSearch] = []
        self._standings: dict[str, Standing] = {}

    def compose(self) -> ComposeResult:
        """A heading, the filter, the list, the footer."""
        yield Bar(id="header")
        yield from self.filter_line("words of a name or query")
        yield RowList(id="searches")
        yield Bar(id="footer")

    def on_mount(self) -> None:
        """Fetch the searches."""
        self.changed()

    @property
    def entries(self) -> RowList:
        """The list of searches."""
        return self.query_one("#searches", RowList)

    @property
    def selected(self) -> SavedSearch | None:
        """The search under the cursor."""
        return self.entries.under_cursor(self._shown)

    def changed(self) -> None:
        """Fetch them anew."""
        self._fetch()

    @work(exclusive=True, group="fetch", exit_on_error=False)
    async def _fetch(self) -> None:
        try:
            self._all = await self.archive.searches()
        except MorgueError as error:
            self._all = self._all or ()
            self._show_fault(error)
        else:
            self.refill()
            self._look(self._all)

    @work(exclusive=True, group="look", exit_on_error=False)
    async def _look(self, searches: tuple[SavedSearch, ...]) -> None:
        """Show what each finds, one after the other."""
        try:
            for search in searches:
                self._standings[search.id] = await self.archive.standing(search)
                self.refill()
        except MorgueError as error:
            self._show_fault(error)

    def _show_fault(self, error: MorgueError) -> None:
        self.entries.fill((), empty=f"{error}\n{error.advice}")

    def refill(self) -> None:
        """Show those that fit, with the cursor on the same search."""
        selected = self.selected
        known = self._all or ()
        self._shown = matching(known, self.wanted)
        rows = [partial(draw_search, search, self._standings.get(search.id)) for search in self._shown]
        ids = [search.id for search in self._shown]
        cursor = ids.index(selected.id) if selected and selected.id in ids else self.entries.cursor
        empty = "" if self._all is None else _NO_MATCH if known else _EMPTY
        self.entries.fill(rows, cursor=cursor, empty=empty)
        left = [Run("morgue", ("brand",)), Run("  Saved searches", ("strong",))]
        self.query_one("#header", Bar).write(left, [Run(f"{len(self._shown)} of {len(known)}", ("dim",))])
        self.update_footer()

    def hints(self) -> list[tuple[str, str]]:
        """The keys of this screen."""
        if self.filtering:
            return [keys.hint("saved.open", "open"), keys.hint("out", "show all")]
        return [
            *keys.hints(*keys.in_group(Group.SEARCHES)), keys.hint("undo", "undo"),
            keys.hint("search", "filter"), keys.hint("out", "close"),
        ]  # fmt: skip

    def position(self) -> str:
        """The row."""
        return f"{self.entries.cursor + 1}/{len(self._shown)}" if self._shown else ""

    def on_row_chosen(self, _: RowChosen) -> None:
        """The cursor moved."""
        self.update_footer()

    def on_row_opened(self, _: RowOpened) -> None:
        """A row was clicked."""
        self._open()

    def action_searches(self) -> None:
        """They are open."""

    def action_enter(self) -> None:
        """Ask the selected search again."""
        self._open()

    def _open(self) -> None:
        if self.selected is not None:
            self.dismiss(self.selected)

    @work(group="keeping", exit_on_error=False)
    async def action_rename(self) -> None:
        """Give it another name."""
        if (search := self.selected) is None:
            return
        name = await self.app.push_screen_wait(Prompt("Name", search.name))
        if not name:
            return
        try:
            await self.archive.rename_search(search, name)
        except MorgueError as error:
            self.complain(error)
        self.changed()

    @work(group="keeping", exit_on_error=False)
    async def action_delete(self) -> None:
        """Delete it."""
        if (search := self.selected) is None:
            return
        try:
            await self.archive.delete_search(search)
        except MorgueError as error:
            self.complain(error)
        else:
            self.say(f"Deleted: {shorten_text(search.name, 40)} · u brings it back")
        self.changed()
