"""The desk's views over its results: every hit on a line, and the articles over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.desk.resuming import Resuming
from tui.screens.room import Room
from tui.text.jumps import LinePlace

if TYPE_CHECKING:
    from tui.screens.views.view import Departure
    from tui.text.jumps import ViewPlace


class Viewing(Resuming):
    """Opens views of the present query, and goes where one leaves them for."""

    def show_concordance(self) -> None:
        """Open every hit of the query on a line."""
        from tui.screens.views.concordance import Concordance

        self.app.push_screen(Concordance(self.field.value), self._go_on)

    def show_timeline(self) -> None:
        """Open the results over time."""
        from tui.screens.views.timeline import TimelineScreen

        self.app.push_screen(TimelineScreen(self.field.value), self._go_on)

    def look_again(self, place: ViewPlace) -> None:
        """Open a view at a place where one was before."""
        from tui.screens.views.concordance import Concordance
        from tui.screens.views.timeline import TimelineScreen

        if isinstance(place, LinePlace):
            self.app.push_screen(Concordance(place.query, place), self._go_on)
        else:
            self.app.push_screen(TimelineScreen(place.query, place), self._go_on)

    def _go_on(self, departure: Departure | None) -> None:
        if departure is None:
            return
        if departure.target is not None and departure.place is not None:
            self.visit_from(departure.place, departure.target)
        elif departure.query is not None:
            self._narrow_to(departure.query)
        elif departure.direction:
            self.travel(departure.direction, departure.place)

    def tell_views(self) -> None:
        """Have what lies over the desk look at the collection again."""
        for screen in self.app.screen_stack[1:]:
            if isinstance(screen, Room):
                screen.news_came()
