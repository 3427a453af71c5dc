"""The places of an article that labels lead to: its passages, names, quotations, figures and hits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rich.cells import cell_len

from tui.widgets.labelled import Place
from tui.widgets.page_view import PageView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.text.page import Line
    from tui.text.spans import Span

_KINDS = ("name", "figure", "quotation", "hit")
"""Of spans that begin together the first of these gets the label."""


class PlacedPage(PageView, inherit_bindings=False):
    """Tells what can be gone to in the part of an article that shows."""

    def open_focused(self) -> None:
        """Ask for the card of the focused span."""
        raise NotImplementedError

    def labelled_places(self) -> Iterator[Place]:
        """The passages at the edge of the text, and in it what begins there."""
        if self.page is None:
            return
        top = self.scroll_offset.y
        shown = range(top, min(len(self.page.lines), top + self.scrollable_content_region.height))
        spans = sorted((*self.spans, *self.hits), key=lambda span: _KINDS.index(span.kind))
        for number in shown:
            line = self.page.lines[number]
            for span in spans:
                if (column := self._column_in(line, span)) is not None:
                    go, card = partial(self._step_to, span), partial(self._open, span)
                    yield Place(column, number - top, go, card, in_text=True)
        yield from self._passages(shown)

    def _column_in(self, line: Line, span: Span) -> int | None:
        """The cell at which a span begins, if it begins in a line."""
        if line.offset is None or (span.passage == 0) != (line.passage == 0):
            return None
        place = span.start - line.offset
        if not 0 <= place < len(line.text):
            return None
        return self.edge + cell_len(line.text[:place])

    def _passages(self, shown: range) -> Iterator[Place]:
        assert self.page is not None
        for stop in self.page.stops:
            first, last = self.page.place(*stop)
            line = max(first, shown.start)
            if line < min(last, shown.stop):
                go = partial(self._stop_at, stop)
                yield Place(self.edge - 3, line - shown.start, go, go)

    def _step_to(self, span: Span) -> None:
        self.focus()
        self.focus_on(span)

    def _open(self, span: Span) -> None:
        self._step_to(span)
        self.open_focused()

    def _stop_at(self, stop: tuple[int, int | None]) -> None:
        self.focus()
        self.focused_span = None
        self.passage, self.left_out = stop
