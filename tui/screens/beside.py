"""Boxes that ask about something on the screen below, and leave it in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar, runtime_checkable

from textual.geometry import Offset, Region, Size
from textual.screen import ModalScreen

if TYPE_CHECKING:
    from textual.layout import WidgetPlacement

Result = TypeVar("Result")

_WIDTH = 72
"""Columns of a box over a pane to which it cannot be fitted."""
_LEAST, _MOST = 56, 104
"""Columns of panes, or of the text in wider ones, that a box covers from edge to edge, so that no words are cut."""


@runtime_checkable
class LookedAt(Protocol):
    """A widget that knows which of its lines the reader looks at."""

    @property
    def content_region(self) -> Region:
        """Where it is on the screen."""

    def looked_at(self) -> Region:
        """The row or passage under its cursor, in cells of the pane: its lines, in the columns that text has there."""


class Beside(ModalScreen[Result]):
    """Stands below what it is about, or above it; where there is room for neither, where it covers least of it."""

    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]  # noqa: RUF012 - Textual reads it

    _is_below: bool | None = None
    """Which side it stands on, while it grows with what is typed; None before it stands anywhere."""

    def on_resize(self) -> None:
        """Suit the window; what the box is about has its new place only after the screen below was laid out."""
        self._is_below = None
        self.call_after_refresh(self.refresh, layout=True)

    def process_layout(self, placements: list[WidgetPlacement]) -> list[WidgetPlacement]:
        """Put the box in its place."""
        about = self._about()
        self.query_one("#prompt").styles.width = width_over(about, self.size)
        return [placement._replace(region=self._put(placement.region, about)) for placement in placements]

    def _put(self, box: Region, about: Region) -> Region:
        if self._is_below is None:
            self._is_below = fits_below(box.size, about, self.size)
        return box.at_offset(place(box.size, about, self.size, below=self._is_below))

    def _about(self) -> Region:
        """The lines that the box is about, in the columns that it may cover; all in cells of the window."""
        stack = self.app.screen_stack
        below = stack[stack.index(self) - 1] if self in stack else None
        widget: object = below.focused if below is not None else None
        if not isinstance(widget, LookedAt):
            return Region(0, self.size.height // 4, self.size.width, 0)
        pane = widget.content_region
        lines = widget.looked_at().translate(pane.offset)
        shown = lines.intersection(pane)
        return Region(pane.x, shown.y, pane.width, shown.height) if pane.width <= _MOST else shown


def width_over(about: Region, window: Size) -> int:
    """The columns of a box: those of what it is about, where that reads well."""
    return min(about.width, _MOST) if about.width >= _LEAST else min(_WIDTH, window.width)


def fits_below(box: Size, about: Region, window: Size) -> bool:
    """Whether a box stands below what it is about, rather than above it."""
    room_below = window.height - about.bottom
    return box.height <= room_below or (box.height > about.y and room_below >= about.y)


def place(box: Size, about: Region, window: Size, *, below: bool) -> Offset:
    """Where a box stands, inside the window and over the middle of its columns."""
    x = about.x + (about.width - box.width) // 2
    y = about.bottom if below else about.y - box.height
    return Offset(max(0, min(x, window.width - box.width)), max(0, min(y, window.height - box.height)))
