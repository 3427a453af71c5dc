"""The search line, in which the key that leads to it begins anew instead of being one more letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import keys
from tui.widgets.query_line import QueryLine

if TYPE_CHECKING:
    from textual.events import Focus, Key

_MID_WORD = 1.0
"""Seconds after a letter for which a slash belongs to the word, though nothing is found for it."""


class SearchLine(QueryLine):
    """A slash begins a new search wherever it cannot be part of the words.

    It can where it comes right behind a letter of words that are being typed: "and/or", "9/11". They no longer are
    once they were asked with Enter, corrected, or put there by something else, nor when nothing was found for them
    and the reader paused.
    """

    in_vain: str | None = None
    """The words for which nothing was found, if those of the latest answer."""

    _typed: str | None = None
    """The line as the latest key left it; None where it was not typed, or typing is done."""
    _typed_at = 0.0

    def done(self) -> None:
        """What was typed is asked: it is not being typed any more."""
        self._typed = None

    def _on_focus(self, event: Focus) -> None:
        self.done()
        super()._on_focus(event)

    async def _on_key(self, event: Key) -> None:
        if event.key in map(keys.as_sent, keys.named("search")[0].keys) and not self._continued_by(event):
            event.stop()
            event.prevent_default()
            self.done()
            self.select_all()
            return
        await super()._on_key(event)
        self._typed, self._typed_at = self.value, event.time

    def _continued_by(self, event: Key) -> bool:
        if event.character != "/":
            # Another key that the reader chose for it is a letter here.
            return True
        if self.value != self._typed or (self.value == self.in_vain and self._paused_before(event)):
            return False
        return self.value[: self.cursor_position][-1:].strip() != ""

    def _paused_before(self, event: Key) -> bool:
        return event.time - self._typed_at > _MID_WORD
