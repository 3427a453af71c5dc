"""What every screen with something still to come shares: which keys wait for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.events import Key
from textual.screen import Screen
from textual.widgets import Input

from tui import keys

if TYPE_CHECKING:
    from textual.app import App
    from textual.dom import DOMNode

    from tui.turns import Typed

Result = TypeVar("Result")


class Awaiting(Screen[Result]):
    """A screen whose keys are meant for what it is about to show."""

    AWAITED: ClassVar[frozenset[str]] = frozenset({"fetch"})
    """The groups of its workers that bring what its keys are meant for."""

    def awaits(self, event: Typed) -> bool:
        """Whether a key has to wait until more has come: not where it edits a line, or leads away from here."""
        if leads_away(event) or (isinstance(self.focused, Input) and edits(event)):
            return False
        return self.is_busy_with(*self.AWAITED)

    def is_busy_with(self, *groups: str) -> bool:
        """Whether work of some groups that was begun here has not ended."""
        return is_busy(self.app, {self}, frozenset(groups))


def is_busy(app: App[None], nodes: set[DOMNode], groups: frozenset[str]) -> bool:
    """Whether work of some groups that some nodes began has not ended."""
    return any(
        worker.group in groups and worker.node in nodes and not worker.is_finished for worker in app.workers
    )


def edits(event: Typed) -> bool:
    """Whether what was typed is for a line that has the focus: a letter, a correction, a pasted text."""
    return not isinstance(event, Key) or event.is_printable or keys.is_typed(event.key)


_STAYING = {"pane.next", "pane.previous", "labels"}
"""Keys that work anywhere on what shows there."""


def leads_away(event: Typed) -> bool:
    """Whether a key does the same whatever a screen is about to show, such as Escape."""
    return means(event, *(key for key in keys.in_group(keys.Group.ANYWHERE) if key.id not in _STAYING))


def means(event: Typed, *wanted: keys.Key) -> bool:
    """Whether what was typed is one of some keys."""
    return isinstance(event, Key) and any(
        event.key == keys.as_sent(name) for key in wanted for name in key.keys
    )
