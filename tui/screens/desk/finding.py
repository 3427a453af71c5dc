"""A storey of the desk: words looked for in the open article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.widgets import Input

from tui.screens.desk.guiding import Guiding
from tui.widgets.painted import entitle

if TYPE_CHECKING:
    from models.key import ArticleKey


class Finding(Guiding):
    """Opens a line for words over the article, and lights up each of their places."""

    def __init__(self) -> None:
        super().__init__()
        self._find_from = 0
        """The passage from which words are looked for in the article: where the cursor stood before."""

    @property
    def find_field(self) -> Input:
        """The line for words to find in the article; not displayed while nothing is looked for."""
        return self.query_one("#find", Input)

    def action_find(self) -> None:
        """Open the line for words to find in the article."""
        self._find_from = self.reader.passage
        self.find_field.display = True
        self.focus_pane(self.find_field)

    @on(Input.Changed, "#find")
    def _find(self) -> None:
        if self.find_field.display:
            self.find_in_article(self.find_field.value)
            self.reader.focus_first_hit(self._find_from)
            self.count_found()

    def count_found(self) -> None:
        """Say over the field which of how many places has the focus."""
        hits, focus = self.reader.hits, self.reader.focused_span
        title = "Find in this article"
        if self.find_field.value.strip():
            which = f"{hits.index(focus) + 1:,} of " if focus in hits else ""
            title += f" · {which}{len(hits):,}" if hits else " · not found"
        entitle(self.find_field, title)

    def close_find(self) -> None:
        """Look for nothing any more, and go back to the text."""
        self._hide_find()
        self.find_in_article("")
        self.focus_pane(self.reader)

    def _hide_find(self) -> None:
        if self.pane == "find":
            self.focus_pane(self.reader)
        self.find_field.display = False
        self.find_field.value = ""

    def article_shown(self, key: ArticleKey) -> None:
        """What was looked for in the article before is not looked for in this one."""
        self._hide_find()
        super().article_shown(key)
