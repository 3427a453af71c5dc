"""All keys, as `tui.keys` has them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType

from tui import keys
from tui.keys import Group, Key
from tui.screens.room import Room
from tui.text.painting import Run, Runs
from tui.text.wrapping import wrap
from tui.widgets.bar import Bar
from tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from tui.widgets.rows import Row

_KEYS_WIDTH = 20


class Help(Room[None]):
    """Lists every key with what it does, by where it applies."""

    BINDINGS: ClassVar[list[BindingType]] = []
    CSS_PATH = "lists.tcss"

    def compose(self) -> ComposeResult:
        """A heading, the list, the footer."""
        yield Bar(id="header")
        yield Sheet(id="keys")
        yield Bar(id="footer")

    def on_mount(self) -> None:
        """Fill the list."""
        left = [Run("morgue", ("brand",)), Run("  Keys", ("strong",))]
        self.query_one("#header", Bar).write(left)
        self.query_one(Sheet).fill([row for group in Group for row in _rows(group)])
        self.query_one(Sheet).focus()
        self.update_footer()

    def hints(self) -> list[tuple[str, str]]:
        """The keys of this screen."""
        return [
            (f"{keys.shown(one)} {keys.shown(other)}", word)
            for one, other, word in (
                ("row.next", "row.previous", "scroll"),
                ("page.down", "page.up", "screen"),
                ("top", "bottom", "beginning, end"),
            )
        ] + [keys.hint("out", "close")]

    def action_help(self) -> None:
        """The same key closes it."""
        self.action_step_out()


def _rows(group: Group) -> list[Row]:
    first, *others = keys.in_group(group)
    return [partial(_headed, group.value, first), *(partial(_row, key) for key in others), lambda _: [[]]]


def _headed(heading: str, key: Key, width: int) -> list[Runs]:
    return [[Run(heading, ("strong",))], *_row(key, width)]


def _row(key: Key, width: int) -> list[Runs]:
    column = min(_KEYS_WIDTH, width // 2)
    shown = f"{key.keys[0]} … {key.keys[-1]}" if "{n}" in key.action else key.shown
    lines = wrap(key.tooltip, max(10, width - column))
    gap = " " * max(1, column - cell_len(shown))
    drawn: list[Runs] = []
    for number, (start, end) in enumerate(lines):
        margin = [Run(shown, ("key",)), Run(gap)] if number == 0 else [Run(" " * column)]
        drawn.append([*margin, Run(key.tooltip[start:end], ("text",))])
    return drawn
