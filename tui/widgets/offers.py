"""What a line being typed may go on with, chosen from while the focus stays in the line."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui import keys
from tui.text.tags import completed, draw_tag, fitting
from tui.widgets.choices import Choices

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST = 5
"""Rows that show at once."""


class Offers(Choices):
    """The tags in use that fit, the most used first; the line that they are for asks for them key by key."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._known: Mapping[str, int] = {}
        self._fitting: list[str] = []

    def offer(self, known: Mapping[str, int]) -> None:
        """Offer these from now on: tags with how often each is in use. The room for them stays as one types."""
        self._known = known
        self.display = bool(known)
        self.styles.height = min(MOST, len(known))

    def suit(self, line: str) -> None:
        """Show those that fit a line as it is now."""
        self._fitting = fitting(line, self._known)
        self.choose_from(False)
        self._draw(0)

    def choose(self, direction: int) -> None:
        """Go to the next row, or the one before; before the first of them is the line itself."""
        if not self._fitting:
            return
        chosen = self.cursor + direction if self._chosen_from else max(0, direction - 1)
        self.choose_from(chosen >= 0)
        self._draw(max(0, min(chosen, len(self._fitting) - 1)))

    def taken_into(self, line: str) -> str | None:
        """The line with the chosen tag in it, else with the first; None where none fits."""
        return completed(line, self._fitting[self.cursor]) if self._fitting else None

    @property
    def chosen(self) -> bool:
        """Whether the reader went to a row."""
        return self._chosen_from and bool(self._fitting)

    def open_row(self) -> None:
        """A row was clicked: it is chosen, and the line takes it."""
        self.choose_from(True)

    def _draw(self, cursor: int) -> None:
        takes = keys.shown("pane.next")
        rows = [
            partial(draw_tag, tag, self._known[tag], takes if number == cursor else "")
            for number, tag in enumerate(self._fitting)
        ]
        self.fill(rows, cursor=cursor, empty="A new tag")
