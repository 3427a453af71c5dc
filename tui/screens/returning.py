"""Screens over the desk that the way back leads through: cards, ledgers, bookmarks, comparisons."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from textual.screen import Screen

from tui.text.jumps import RoomPlace
from tui.widgets.rows import RowList

if TYPE_CHECKING:
    from textual.await_complete import AwaitComplete

    from models.session import AnyStop
    from tui.app import Explorer
    from tui.text.jumps import Target

Result = TypeVar("Result")


class Returning(Screen[Result]):
    """A screen that may be come back to, where it tells how it is made anew."""

    came_back = False
    """Whether the reader came back to it along the way, and goes on along it from here."""

    def again(self) -> Returning[Target | None] | None:
        """The same screen anew; None where it is no place to come back to."""
        return None

    def stop(self, row: int) -> AnyStop | None:
        """A row of it as the session keeps it, with what makes it anew; None where only this session can."""
        del row
        return None

    def called(self) -> str:
        """What the screen is, for a list of places."""
        return ""

    def room_place(self) -> RoomPlace | None:
        """Where the reader is in it; None where it is no place to come back to."""
        room = self.again()
        if room is None:
            return None
        room.came_back = True
        return RoomPlace(self.called(), room, next((entries.cursor for entries in self._lists()), 0))

    def _lists(self) -> list[RowList]:
        return list(self.query(RowList))

    def come_back_to(self, row: int) -> None:
        """Put the cursor where it was."""
        for entries in self._lists()[:1]:
            entries.come_back_to(row)

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close; where that leads somewhere, the way back leads through here."""
        if result is not None and (place := self.room_place()) is not None:
            cast("Explorer", self.app).desk.leave_room(place)
        return super().dismiss(result)

    def action_step_out(self) -> None:
        """Close."""
        self.app.pop_screen()

    def action_travel(self, direction: int) -> None:
        """Along the way, if that led here; else back is out of this screen."""
        if self.came_back:
            desk, place = cast("Explorer", self.app).desk, self.room_place()
            self.dismiss(None)
            desk.travel(direction, place)
        elif direction == -1:
            self.action_step_out()
