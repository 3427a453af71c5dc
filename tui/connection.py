"""The app's way to its terminal: only what changes goes there, and not before the terminal has come so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from tui.pacing import Pace
from tui.sparing import Sparing

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType
    from textual.screen import Screen

_ANSWER = 1.0
"""Seconds for which an answer under way is waited for before the terminal is left to another program."""


class Connected(App[None]):
    """Sends sparingly, and leaves out frames that the terminal would show too late."""

    _left_out = False
    """Whether something was drawn that the terminal was not sent."""
    _leave: Callable[[], object] | None = None
    """Leaves the terminal, as soon as no answer is under way; nothing is sent meanwhile."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._pace = Pace()
        self._sparing = Sparing(self._pace.sends)

    def draw_anew(self) -> None:
        """Send everything, whatever the terminal may show."""
        self._sparing.forget()
        self._pace.forget()
        self.screen.refresh(layout=True)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Send only what changes on the terminal. Textual has no public place for this; without it all is sent."""
        if self.has_class("-plain"):
            # A screen reader hears what is written: whole lines, not the letters in which they differ.
            super()._display(screen, renderable)
        elif self._leave is not None or self._pace.behind:
            self._left_out = True
        else:
            super()._display(screen, self._sparing.only_changes(renderable))
            self._catch_up()

    def on_cursor_position(self) -> None:
        """The terminal answers: it has come so far."""
        self._pace.answered()
        if not self._pace.asking:
            self._leave_now()
        if not self._pace.behind:
            self._catch_up()

    def _catch_up(self) -> None:
        if self._left_out:
            self._left_out = False
            self.screen.refresh()

    def leave_terminal(self, leave: Callable[[], object]) -> None:
        """Leave it to another program, which would take an answer that is under way for what is typed."""
        if self._pace.asking:
            self._leave = leave
            self.set_timer(_ANSWER, self._leave_now)
        else:
            leave()

    def _leave_now(self) -> None:
        leave, self._leave = self._leave, None
        if leave is not None:
            leave()
