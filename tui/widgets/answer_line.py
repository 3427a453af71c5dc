"""The line in which something that was asked for is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from tui.widgets.query_line import QueryLine

if TYPE_CHECKING:
    from textual.events import Key


class AnswerLine(QueryLine):
    """A line taken with Enter, dropped with Escape and completed with Tab, each behind the letters typed before it."""

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
                self.post_message(self.Answered(self.value.strip()))
            case "escape":
                self.post_message(self.Answered(None))
            case "tab":
                await self._complete()
                self.post_message(self.Turned())
            case _:
                await super()._on_key(event)
                return
        event.stop()
        event.prevent_default()

    async def _complete(self) -> None:
        """Take what is suggested for the line as it is; what shows behind the cursor may be of a letter ago."""
        found = await self.suggester.get_suggestion(self.value) if self.suggester is not None else None
        if found is not None:
            self.value = found
            self.cursor_position = len(found)
