"""What an outlet changed: two articles word by word, change after change."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType

from models.errors import MorgueError
from tui import keys
from tui.screens.room import Room
from tui.text.comparison import (
    Pair,
    changed_rows,
    draw_change,
    fold_line,
    legend,
    same_at_end,
    summary,
    title,
)
from tui.text.jumps import Target
from tui.text.painting import Run
from tui.widgets.bar import Bar
from tui.widgets.rows import RowList

if TYPE_CHECKING:
    from models.comparison import Comparison, Row
    from models.session import ComparisonStop
    from tui.messages import RowChosen, RowOpened

_WIDEST = 160


class Changes(RowList):
    """A list that is as wide as two columns of text."""

    @property
    def _text_width(self) -> int:
        return max(1, min(_WIDEST, self.scrollable_content_region.width - 2))


class Comparing(Room[Target | None]):
    """Shows the changes between two articles; gives the place of the one to open in its article."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(*keys.in_group(keys.Group.CHANGES))]
    GROUPS = (keys.Group.CHANGES,)
    CSS_PATH = "lists.tcss"

    def __init__(self, pairs: Sequence[Pair], called: str = "A comparison") -> None:
        """Make the screen.

        Args:
            pairs: What can be compared, the first of them at once.
            called: What it is called until they are compared.
        """
        super().__init__()
        self._pairs = pairs
        self._called = called
        self._number = 0
        self._comparison: Comparison | None = None
        self._rows: list[tuple[int, Row]] = []

    def again(self) -> Comparing:
        """The same comparison."""
        return Comparing(self._pairs_from_here, self.called())

    def stop(self, row: int) -> ComparisonStop:
        """A change as the session keeps it."""
        from models.session import ComparisonStop

        pairs = tuple((pair.first, pair.second) for pair in self._pairs_from_here)
        return ComparisonStop(pairs=pairs, called=self.called(), row=row)

    @property
    def _pairs_from_here(self) -> list[Pair]:
        """What can be compared, beginning with what is."""
        return [*self._pairs[self._number :], *self._pairs[: self._number]]

    def called(self) -> str:
        """What is compared."""
        comparison = self._comparison
        return title(comparison) if comparison is not None else self._called

    def compose(self) -> ComposeResult:
        """Two lines of heading, the changes, the footer."""
        yield Bar(id="header")
        yield Bar(id="understood")
        yield Changes(id="changes")
        yield Bar(id="footer")

    @property
    def entries(self) -> RowList:
        """The changes."""
        return self.query_one("#changes", RowList)

    def on_mount(self) -> None:
        """Compare."""
        self.entries.focus()
        self.entries.fill((), empty="Comparing…")
        self.update_footer()
        self._compare()

    @work(exclusive=True, group="comparing", exit_on_error=False)
    async def _compare(self) -> None:
        pair = self._pairs[self._number]
        try:
            comparison = await self.archive.compare(pair.first, pair.second)
        except MorgueError as error:
            self.entries.fill((), empty=f"{error}\n{error.advice}")
            return
        self._comparison = comparison
        self._rows = changed_rows(comparison)
        self._describe(comparison)
        self.entries.fill(
            [partial(draw_change, skipped, row, spoken=self.explorer.plain) for skipped, row in self._rows],
            empty=_nothing(comparison),
            end=fold_line(same_at_end(comparison)),
        )
        self.update_footer()

    def _describe(self, comparison: Comparison) -> None:
        first, second = comparison.first, comparison.second
        left = [Run("morgue", ("brand",)), Run(f"  {title(comparison)}", ("strong",))]
        right = [summary(comparison)] if comparison.alike else []
        if len(self._pairs) > 1:
            right.append(f"copy {self._number + 1} of {len(self._pairs)}")
        self.query_one("#header", Bar).write(left, [Run(" · ".join(right), ("dim",))])
        self.query_one("#understood", Bar).write(legend(first, second, spoken=self.explorer.plain))

    def hints(self) -> list[tuple[str, str]]:
        """The keys of this screen."""
        idle = set() if len(self._pairs) > 1 else {"change.other"}
        wanted = [key for key in keys.in_group(keys.Group.CHANGES) if key.id not in idle]
        return [*keys.hints(*keys.named("row.next"), *wanted), keys.hint("out", "close")]

    def position(self) -> str:
        """Which of the changes."""
        return f"{self.entries.cursor + 1}/{len(self._rows)}" if self._rows else ""

    def on_row_chosen(self, _: RowChosen) -> None:
        """The cursor came to another change."""
        self.update_footer()

    def on_row_opened(self, _: RowOpened) -> None:
        """A change was clicked."""
        self.action_enter()

    def action_enter(self) -> None:
        """Go to the passage; to that of the first article where the second does not have it."""
        if not self._rows:
            self.say("There is no change to go to")
            return
        pair = self._pairs[self._number]
        _, row = self._rows[self.entries.cursor]
        if row.second:
            focus = (
                None if row.start is None or row.end is None or row.second == (0,) else (row.start, row.end)
            )
            self.dismiss(Target(pair.second, row.second[0], focus))
        else:
            self.dismiss(Target(pair.first, row.first[0]))

    def action_other(self) -> None:
        """Compare with the next copy."""
        if len(self._pairs) == 1:
            self.say("There is no other copy to compare")
            return
        self._number = (self._number + 1) % len(self._pairs)
        self._compare()

    def action_step_out(self) -> None:
        """Close."""
        self.dismiss(None)


def _nothing(comparison: Comparison) -> str:
    if comparison.alike:
        return "Word for word the same\nThere is no difference but for the look of marks."
    return "Nothing in common\nNo passage of the one is in the other, in whole or in part."
