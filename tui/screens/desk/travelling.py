"""A storey of the desk: the way back and forward through searches, articles, and the screens over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from tui.screens.desk.viewing import Viewing
from tui.text.folding import row_of
from tui.text.jumps import LinePlace, PeriodPlace, ResultsPlace, RoomPlace, Spot

if TYPE_CHECKING:
    from textual.await_complete import AwaitComplete
    from textual.worker import Worker

    from tui.text.folding import ResultRow
    from tui.text.jumps import Place, Target


class Travelling(Viewing):
    """Remembers the places that the reader leaves, and goes to them again."""

    def __init__(self) -> None:
        super().__init__()
        self._left_rooms: list[RoomPlace] = []
        """The screens that are closing because something in them is opened, the lowest first."""
        self._left_results: ResultsPlace | None = None
        """The results, if it is one of them that is opened."""
        self._read_under = ""
        """The query of the results beside which the article was opened."""
        self._results_wanted: ResultsPlace | None = None
        """The result to select when its query is answered."""

    @property
    def here(self) -> Place | None:
        """Where the reader is now; None before anything is answered."""
        return self.reader.spot if self._visited else self._results_place

    @property
    def _results_place(self) -> ResultsPlace | None:
        if self.answer is None:
            return None
        if self.answer.query != self.field.value:
            # Asked already, and left before the answer.
            return ResultsPlace(self.field.value, None, 0)
        row = self.selected
        return ResultsPlace(self.answer.query, row.key if row is not None else None, self.results.cursor)

    # Leaving

    def leave_room(self, place: RoomPlace) -> None:
        """A screen over the desk closes for something in it to be opened, the uppermost first."""
        self._left_rooms.insert(0, place)

    def open_find(self, find: ResultRow) -> None:
        """Open a result, from which the way back leads to the results."""
        self._left_results = self._results_place
        super().open_find(find)

    def visit(self, target: Target) -> Worker[None]:
        """Go to a place in an article; the way back leads through where the reader was."""
        self._leave()
        results = self._left_results or (None if self._visited else self._results_place)
        if results is not None:
            self._jumps.leave_results(results)
        if not self._visited and self.in_article and self.reader.spot is not None:
            # Shown beside the results, and read there without being opened.
            self._jumps.leave(self.reader.spot)
        for place in self._left_rooms:
            self._jumps.leave(place)
        self._left_results = None
        self._left_rooms.clear()
        return self.go_again(Spot(target.key, target.passage, -1, target.focus))

    # Going there again

    def travel_home(self, steps: int) -> None:
        """Go back several places at once."""
        place = self.here
        for _ in range(steps):
            place = self._jumps.back(place) or place
        if place is not None:
            self.go_to_place(place)

    @property
    def places_behind(self) -> tuple[Place, ...]:
        """The places that lead back, the latest last."""
        return self._jumps.behind

    def action_travel(self, direction: int) -> None:
        """Back or forward through the places visited; in the results first through what they were narrowed to."""
        if self.results.has_focus:
            if self._retrace(direction):
                return
            if direction == -1 and self._has_searched_on:
                # Where these results have the whole window, the article they took the place of is what came before.
                self._leave()
                self._visited = False
        self.travel(direction, self.here)

    @property
    def _has_searched_on(self) -> bool:
        """Whether something else was searched for since the article was opened."""
        return self._visited and self.answer is not None and self.field.value != self._read_under

    def go_again(self, spot: Spot) -> Worker[None]:
        """Go where the reader was; nothing is left by it."""
        self._read_under = self.answer.query if self.answer is not None else ""
        return super().go_again(spot)

    def go_to_place(self, place: Place) -> None:
        """Go to a place again."""
        match place:
            case Spot():
                self.go_again(place)
                if place.under is not None and place.under != self.field.value:
                    self.set_query(place.under)
                    self.search_anew()
            case ResultsPlace():
                self._see_results(place)
            case RoomPlace():
                mounted = self.app.push_screen(place.room, self._from_card)
                self._restore(mounted, place)
            case LinePlace() | PeriodPlace():
                self.look_again(place)

    @work(group="restoring", exit_on_error=False)
    async def _restore(self, mounted: AwaitComplete, place: RoomPlace) -> None:
        await mounted
        place.room.come_back_to(place.row)

    def _see_results(self, place: ResultsPlace) -> None:
        self._visited = False
        self.go_to_results()
        if self.answer is not None and self.answer.query == place.query:
            self._select(place)
        else:
            self._results_wanted = place
            self.set_query(place.query)
            self.search_anew()

    def answered(self) -> None:
        """What was selected when these results were left is selected again."""
        super().answered()
        place, self._results_wanted = self._results_wanted, None
        if place is not None and self.answer is not None and self.answer.query == place.query:
            self._select(place)

    def _select(self, place: ResultsPlace) -> None:
        row = row_of(self.rows, place.key)
        self.results.put_cursor(place.row if row is None else row)
        self.preview(self.selected)
        self.update_footer()
