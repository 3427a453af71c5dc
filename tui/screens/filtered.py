"""A list with a filter above it: what is typed there, the ways in and out, and which keys are letters meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from tui import keys
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

    def takes_letters(self, action: str) -> bool:
        """Also of the list's own keys, where they come before what has the focus."""
        own = (key for group in self.GROUPS for key in keys.in_group(group))
        return super().takes_letters(action) or any(
            key.action == action and key.priority and key.typed for key in own
        )

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
