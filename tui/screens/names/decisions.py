"""What the reader said of names, however long ago, each of which can be taken back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType

from models.errors import MorgueError
from tui import keys
from tui.screens.room import Room
from tui.text.painting import Run, Runs
from tui.text.safety import printable
from tui.text.wrapping import wrap
from tui.widgets.bar import Bar
from tui.widgets.rows import RowList

if TYPE_CHECKING:
    from models.decision import NameDecision

_EMPTY = "Nothing was said of names yet\nOn a name's card, the keys in the footer say what is the same and what is not."


class Decisions(Room[None]):
    """Lists decisions about names, the latest first."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(*keys.named("bookmark.delete"))]
    CSS_PATH = "../lists.tcss"

    def __init__(self) -> None:
        super().__init__()
        self._decisions: tuple[NameDecision, ...] = ()

    def compose(self) -> ComposeResult:
        """A heading, the list, the footer."""
        yield Bar(id="header")
        yield RowList(id="decisions")
        yield Bar(id="footer")

    def on_mount(self) -> None:
        """Fetch them."""
        self.query_one(RowList).focus()
        self.update_footer()
        self.changed()

    def changed(self) -> None:
        """Fetch them anew."""
        self._fetch()

    @work(exclusive=True, group="fetch", exit_on_error=False)
    async def _fetch(self) -> None:
        listed = self.query_one(RowList)
        try:
            self._decisions = (await self.archive.said_of_names())[::-1]
        except MorgueError as error:
            self._decisions = ()
            listed.fill((), empty=f"{error}\n{error.advice}")
            return
        left = [Run("morgue", ("brand",)), Run("  What you said of names", ("strong",))]
        self.query_one("#header", Bar).write(left, [Run(f"{len(self._decisions):,}", ("dim",))])
        listed.fill([partial(_row, one) for one in self._decisions], cursor=listed.cursor, empty=_EMPTY)

    def hints(self) -> list[tuple[str, str]]:
        """The keys of this screen."""
        return [
            *keys.hints(*keys.named("row.next")),
            keys.hint("bookmark.delete", "take back"),
            keys.hint("undo", "undo"),
            keys.hint("out", "close"),
        ]

    @work(group="deciding", exit_on_error=False)
    async def action_delete(self) -> None:
        """Take back what is under the cursor."""
        cursor = self.query_one(RowList).cursor
        if cursor >= len(self._decisions):
            return
        self.say("Comparing names…")
        gone, self._decisions = self._decisions[cursor], ()
        try:
            await self.archive.take_back(gone)
        except MorgueError as error:
            self.fall_silent()
            self.complain(error)
        else:
            self.say(f"Took back that {gone.words} · u says it again")
        self.changed()


def _row(decision: NameDecision, width: int) -> list[Runs]:
    words = printable(decision.words)
    return [[Run(words[a:b], ("text",))] for a, b in wrap(words, width)]
