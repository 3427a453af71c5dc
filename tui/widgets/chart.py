"""The columns of a timeline, drawn line by line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.messages import PeriodChosen
from tui.text.chart import Chart, Frame, draw_chart, framed, tops
from tui.text.painting import Run
from tui.text.timeline import told_chart
from tui.widgets.labelled import Place
from tui.widgets.painted import INKS, Painted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual import events
    from textual.strip import Strip

    from tui.text.painting import Runs


class ChartView(Painted):
    """Shows a chart. The keys are its screen's; a click chooses a period."""

    COMPONENT_CLASSES = INKS
    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._chart: Chart | None = None
        self._frame: Frame | None = None
        self._lines: list[Runs] = []

    def show(self, chart: Chart | None) -> None:
        """Draw a chart; None for none."""
        if chart is None or self._chart is None or chart.unit != self._chart.unit:
            self._frame = None
        self._chart = chart
        self._lay_out()

    def _lay_out(self) -> None:
        width, height = self.size
        self._lines = []
        if self._chart is None or not width or not height:
            pass
        elif self.app.has_class("-plain"):
            self._lines = told_chart(self._chart, width - 2, height)
        else:
            self._frame = framed(self._chart, width - 2, self._frame.begin if self._frame else None)
            self._lines = draw_chart(self._chart, self._frame, width - 2, height)
        self.refresh()

    def on_resize(self) -> None:
        """Draw it anew for the new size."""
        self._lay_out()

    def render_line(self, y: int) -> Strip:
        """One line, with a cell of air at each end."""
        runs = self._lines[y] if y < len(self._lines) else []
        return self.strip([Run(" "), *runs], self.size.width)

    def pointed_at(self) -> tuple[int, int] | None:
        """Where the column under the cursor ends above."""
        here = self._chart.cursor if self._chart is not None else None
        return next(((place.column, place.line) for number, place in self._places() if number == here), None)

    def labelled_places(self) -> Iterator[Place]:
        """Each period in sight that has articles, at the top of its column."""
        return (place for _, place in self._places())

    def _places(self) -> Iterator[tuple[int, Place]]:
        if self._chart is None or self._frame is None:
            return
        for number, cell, line in tops(self._chart, self._frame, self.size.height):
            choose = partial(self.post_message, PeriodChosen(number))
            yield number, Place(cell + 1, line, choose, choose)

    def on_click(self, event: events.Click) -> None:
        """Choose the period that was clicked."""
        offset = event.get_content_offset(self)
        number = self._frame.period_at(offset.x - 1) if offset is not None and self._frame else None
        if number is not None:
            self.post_message(PeriodChosen(number))
