"""The files that could not be read, and why."""

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
    from models.status import Problem

_NONE = "No problems\nEvery file in the folder that looks like an article was read."
_NONE_SO_FAR = "No problems so far\nThe folder is still being read; those that cannot be read appear here."


class Problems(Room[None]):
    """Lists problems; everything else in the folder has been read."""

    BINDINGS: ClassVar[list[BindingType]] = []
    CSS_PATH = "lists.tcss"

    _listed: tuple[Problem, ...] = ()

    def compose(self) -> ComposeResult:
        """A heading, the list, the footer."""
        yield Bar(id="header")
        yield RowList(id="problems")
        yield Bar(id="footer")

    def on_mount(self) -> None:
        """Fetch the problems."""
        self.query_one(RowList).focus()
        self.update_footer()
        self._fetch()

    @work(exclusive=True, group="fetch", exit_on_error=False)
    async def _fetch(self) -> None:
        listed = self.query_one(RowList)
        try:
            problems = await self.archive.problems()
        except MorgueError as error:
            listed.fill((), empty=f"{error}\n{error.advice}")
            return
        reading = self.explorer.desk.reading
        left = [Run("morgue", ("brand",)), Run("  Files that could not be read", ("strong",))]
        self.query_one("#header", Bar).write(left, [Run(f"{len(problems):,}", ("dim",))])
        before = self._listed[listed.cursor] if self._listed else None
        self._listed = problems
        listed.fill(
            [partial(_row, problem) for problem in problems],
            cursor=problems.index(before) if before in problems else listed.cursor,
            empty=_NONE_SO_FAR if reading else _NONE,
            steady=before in problems,
            end="The folder is still being read; there may be more." if reading and problems else "",
        )

    def news_came(self) -> None:
        """List them anew; the cursor stays on its file."""
        self._fetch()

    def hints(self) -> list[tuple[str, str]]:
        """The keys of this screen."""
        return [*keys.hints(*keys.named("row.next")), keys.hint("out", "close")]


def _row(problem: Problem, width: int) -> list[Runs]:
    path, reason = printable(problem.path), printable(problem.reason)
    return [
        *([Run(path[a:b], ("strong",))] for a, b in wrap(path, width)),
        *([Run(reason[a:b], ("dim",))] for a, b in wrap(reason, width)),
        [],
    ]
