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
from tui.text.positions import GLYPHS
from tui.text.wrapping import wrap
from tui.widgets.bar import Bar
from tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.widgets.rows import Row

_KEYS_WIDTH = 20

_MARKS: tuple[tuple[Run, str], ...] = (
    (Run(GLYPHS["hit"], ("mark-hit",)), "on the bar beside an article: a hit"),
    (Run(GLYPHS["quotation"], ("mark-quotation",)), "a quotation there"),
    (Run(GLYPHS["kept"], ("mark-kept",)), "a bookmark, there and in the text"),
    (Run("found", ("hit",)), "words that were searched for"),
    (Run("person", ("person",)), "somebody's name"),
    (Run("body", ("org",)), "an organisation, an outlet, an authority"),
    (Run("place", ("place",)), "a place"),
    (Run("people", ("norp",)), "a people, a party, a religion"),
    (Run("event", ("event",)), "an event with a name"),
    (Run("“said”", ("quotation",)), "a quotation"),
    (Run("5,000", ("figure",)), "a figure"),
)
"""What is seen and is no key."""


class Help(Room[None]):
    """Lists every key with what it does, by where it applies: first those of the place that it was opened from."""

    BINDINGS: ClassVar[list[BindingType]] = []
    CSS_PATH = "lists.tcss"

    def __init__(self, here: Sequence[Group] = ()) -> None:
        """Make the list.

        Args:
            here: The groups of keys that work in that place.
        """
        super().__init__()
        self._groups = list(dict.fromkeys((*here, Group.ANYWHERE, *Group)))

    def compose(self) -> ComposeResult:
        """A heading, the list, the footer."""
        yield Bar(id="header")
        yield Sheet(id="keys")
        yield Bar(id="footer")

    def on_mount(self) -> None:
        """Fill the list."""
        left = [Run("morgue", ("brand",)), Run("  Keys", ("strong",))]
        self.query_one("#header", Bar).write(left)
        rows: list[Row] = []
        for group in self._groups:
            rows += _rows(group)
            if group is Group.ANYWHERE:
                rows += _legend()
        self.query_one(Sheet).fill(rows)
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


def _legend() -> list[Row]:
    """What marks and colours mean."""
    explained = (partial(_explained, mark, text) for mark, text in _MARKS)
    return [lambda _: [[Run("Marks and colours", ("strong",))]], *explained, lambda _: [[]]]


def _headed(heading: str, key: Key, width: int) -> list[Runs]:
    return [[Run(heading, ("strong",))], *_row(key, width)]


def _row(key: Key, width: int) -> list[Runs]:
    shown = f"{key.keys[0]} … {key.keys[-1]}" if "{n}" in key.action else key.shown
    return _explained(Run(shown, ("key",)), key.tooltip, width)


def _explained(what: Run, text: str, width: int) -> list[Runs]:
    """In two columns: a key or a mark, and what it does or means."""
    column = min(_KEYS_WIDTH, width // 2)
    drawn: list[Runs] = []
    for number, (start, end) in enumerate(wrap(text, max(10, width - column))):
        gap = " " * (max(1, column - cell_len(what.text)) if number == 0 else column)
        drawn.append([*([what] if number == 0 else []), Run(gap), Run(text[start:end], ("text",))])
    return drawn
