"""What every screen with keys of its own shares: the key that opens the help at them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.screen import Screen

if TYPE_CHECKING:
    from tui.app import Explorer
    from tui.keys import Group

Result = TypeVar("Result")


class Explaining(Screen[Result]):
    """A screen whose keys the help explains first."""

    GROUPS: ClassVar[tuple[Group, ...]] = ()
    """The groups of keys that work here and not anywhere, the screen's own first."""

    @property
    def groups_here(self) -> tuple[Group, ...]:
        """The groups of keys that work where one is."""
        return self.GROUPS

    def action_help(self) -> None:
        """Open the list of keys, these first."""
        cast("Explorer", self.app).show_help(self.groups_here)
