"""The few lines in which a note is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import TextArea

from tui.widgets.answer_line import AnswerLine

if TYPE_CHECKING:
    from textual.events import Key

NEW_LINE = ("ctrl+j", "shift+enter", "alt+enter")
"""Keys that begin a line; terminals send the first always, the others where they can tell them from Enter."""

MOST_LINES = 8


class NoteArea(TextArea):
    """Text of several lines, taken with Enter and dropped with Escape as a line is."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(
            id=id, soft_wrap=True, show_line_numbers=False, compact=True, highlight_cursor_line=False
        )

    def begin(self, text: str) -> None:
        """Put a text in it, to be gone on with at its end."""
        self.load_text(text)
        self.move_cursor(self.document.end)

    async def _on_key(self, event: Key) -> None:
        match event.key:
            case "enter":
                self.post_message(AnswerLine.Answered(self.text.strip()))
            case "escape":
                self.post_message(AnswerLine.Answered(None))
            case "tab":
                # Notes have no columns, and the focus is not to leave what is being written.
                pass
            case key if key in NEW_LINE:
                self.insert("\n")
            case _:
                await super()._on_key(event)
                return
        event.stop()
        event.prevent_default()
