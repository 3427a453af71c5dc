"""A list with a filter above it: what is typed there, and the ways in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from tui.screens.room import Room
from tui.widgets.query_line import QueryLine

if TYPE_CHECKING:
    from tui.widgets.rows import RowList

Result = TypeVar("Result")


class Filtered(Room[Result]):
    """A screen whose list shows what fits the words typed above it."""

    def filter_line(self, placeholder: str) -> ComposeResult:
        """The filter, to be put above the list.

        Args:
            placeholder: What can be typed there.
        """
        with Horizontal(id="search"):
            yield Static("/", id="prompt-sign")
            yield QueryLine(id="filter", compact=True, placeholder=placeholder)

    @property
    def entries(self) -> RowList:
        """The list."""
        raise NotImplementedError

    def refill(self) -> None:
        """Show what fits."""
        raise NotImplementedError

    @property
    def wanted(self) -> str:
        """What is typed into the filter."""
        return self.query_one("#filter", Input).value

    @property
    def filtering(self) -> bool:
        """Whether the filter has the focus."""
        return self.focused is not None and self.focused.id == "filter"

    @on(Input.Changed, "#filter")
    def _filter_changed(self) -> None:
        self.refill()

    def on_descendant_focus(self) -> None:
        """Other keys apply."""
        self.update_footer()

    def action_search(self) -> None:
        """To the filter."""
        self.set_focus(self.query_one("#filter", Input))

    def action_step_out(self) -> None:
        """From the filter to the whole list, from the list to where one came from."""
        if self.filtering:
            self.query_one("#filter", Input).value = ""
            self.set_focus(self.entries)
        else:
            self.dismiss(None)
