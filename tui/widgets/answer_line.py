"""The line in which something that was asked for is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from textual.message import Message

from tui.widgets.query_line import QueryLine

if TYPE_CHECKING:
    from textual.events import Key


class Offering(Protocol):
    """A list of what the line may go on with."""

    def suit(self, line: str) -> None:
        """Show what fits a line as it is now."""

    def choose(self, direction: int) -> None:
        """Go to the next row, or the one before."""

    def taken_into(self, line: str) -> str | None:
        """The line with what is offered in it; None where nothing is."""

    @property
    def chosen(self) -> bool:
        """Whether the reader went to a row."""


class AnswerLine(QueryLine):
    """A line taken with Enter, dropped with Escape and completed with Tab, each behind the letters typed before it."""

    offering: Offering | None = None
    """What is offered for what is being typed, if anything."""

    @dataclass
    class Answered(Message):
        """What was typed; None where nothing is meant."""

        answer: str | None

    @dataclass
    class Turned(Message):
        """Tab was pressed, and what could be completed is."""

    async def _on_key(self, event: Key) -> None:
        match event.key:
            case "enter":
                if self.offering is not None and self.offering.chosen:
                    self._take()
                self.post_message(self.Answered(self.value.strip()))
            case "escape":
                self.post_message(self.Answered(None))
            case "tab":
                self._take()
                self.post_message(self.Turned())
            case "up" | "down" if self.offering is not None:
                self.offering.choose(1 if event.key == "down" else -1)
            case _:
                await super()._on_key(event)
                return
        event.stop()
        event.prevent_default()

    def watch_value(self, value: str) -> None:
        """Have what fits offered at once: a Tab may be the next key."""
        if self.offering is not None:
            self.offering.suit(value)

    def _take(self) -> None:
        """Take what is offered."""
        found = self.offering.taken_into(self.value) if self.offering is not None else None
        if found is not None:
            self.value = found
            self.cursor_position = len(found)
