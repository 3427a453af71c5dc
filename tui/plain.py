"""Plain mode: the terminal's cursor where the focus is, and in words what has it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from textual.geometry import Offset
from textual.widgets import Input

if TYPE_CHECKING:
    from textual.app import App
    from textual.geometry import Region
    from textual.widget import Widget

_SHOW_CURSOR = "\x1b[?25h"


@runtime_checkable
class Pointed(Protocol):
    """A widget with a place in it that one is at."""

    @property
    def content_region(self) -> Region:
        """Where it is on the screen."""

    def pointed_at(self) -> tuple[int, int] | None:
        """Column and line of that place, as the pane shows it; None where there is none."""


def show_cursor(app: App[Any]) -> None:
    """Let the terminal's own cursor be seen, which screen readers follow and Textual hides."""
    # Textual keeps the way to the terminal to itself, and puts the cursor where `cursor_position` says.
    if (driver := app._driver) is not None:
        driver.write(_SHOW_CURSOR)
        driver.flush()


def point(widget: Widget | None) -> None:
    """Put the terminal's cursor where one is in the widget with the focus, with the next paint, if text is plain.

    A text field does so itself. What has the focus on a screen below another keeps it, but one is not there.
    """
    if widget is not None and widget.has_focus and widget.screen.is_current:
        point_at(widget)


def point_at(widget: Widget) -> None:
    """The same for a widget that keys go to though it has not the focus."""
    if not widget.app.has_class("-plain"):
        return
    if isinstance(widget, Pointed) and (place := widget.pointed_at()) is not None:
        widget.app.cursor_position = widget.content_region.offset + Offset(*place)
        widget.refresh()


def told(widget: Widget, position: str) -> str:
    """What has the focus, and where in it one is: "Results, 3 of 31"."""
    name = widget.placeholder if isinstance(widget, Input) else _title(widget)
    place = position.replace("/", " of ")
    return f"{name[:1].upper()}{name[1:]}, {place}" if place else f"{name[:1].upper()}{name[1:]}"


def _title(widget: Widget) -> str:
    """The title over the widget or over the pane that it is in, else its id."""
    for node in widget.ancestors_with_self:
        title = getattr(node, "border_title", None)
        if title:
            return re.split(r" · |,  ", str(title), maxsplit=1)[0]
    return (widget.id or "").replace("-", " ")
