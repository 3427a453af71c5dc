"""What the views over the results share: a query of their own, and the ways out of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.screens.room import Room

if TYPE_CHECKING:
    from tui.text.jumps import Target, ViewPlace


@dataclass(frozen=True)
class Departure:
    """How one leaves a view, other than by closing it."""

    place: ViewPlace | None
    """Where one was in it; None where there is nothing in it."""
    target: Target | None = None
    """The article that is opened."""
    direction: int = 0
    """-1 or 1 where one goes back or forward through the places visited."""
    query: str | None = None
    """A query that is searched for instead."""


class View(Room["Departure | None"]):
    """Shows what a query finds in another shape; on top of the desk, which stays as it was."""

    def __init__(self, query: str, *, came_back: bool = False) -> None:
        """Make a view.

        Args:
            query: What it shows, as typed; the last word may be unfinished.
            came_back: Whether the reader came back to it by the list of places, and goes on along it from here.
        """
        super().__init__()
        self.query_text = query
        self._came_back = came_back

    @property
    def place(self) -> ViewPlace | None:
        """Where in the view one is."""
        raise NotImplementedError

    def why_nothing(self, found: str) -> str:
        """What to say where nothing shows: that nothing was found, or that no article is there to be found."""
        desk = self.explorer.desk
        return desk.why_empty() if desk.is_empty else found

    def open_article(self, target: Target) -> None:
        """Leave for an article; the way back leads here."""
        self.dismiss(Departure(self.place, target))

    def action_step_out(self) -> None:
        """Close; the desk is as it was."""
        self.dismiss(None)

    def action_travel(self, direction: int) -> None:
        """Along the list of places, if that led here; else back is out of the view."""
        if self._came_back:
            self.dismiss(Departure(self.place, direction=direction))
        elif direction == -1:
            self.action_step_out()
        else:
            self.say("Nothing lies ahead")
