"""A storey of the desk: what is done with the words that are selected in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui import keys
from tui.keys import Group
from tui.screens.desk.keeping import Keeping
from tui.text.selecting import query_for

if TYPE_CHECKING:
    from tui.messages import SelectionChanged


class Selecting(Keeping):
    """Searches for what is selected, and says which keys do what with it."""

    def retake(self, query: str) -> None:
        """Ask another query, from which there is a way back to this one."""
        raise NotImplementedError

    def search_selected(self, text: str) -> None:
        """Search for words of the article."""
        self.reader.end_selection()
        if query := query_for(text):
            self.retake(query)
            self.say(f"{keys.shown('back')} takes the search back")

    def selection_hints(self) -> list[tuple[str, str]]:
        """The keys that change the selection, and those that do something with it."""
        *changing, other = keys.in_group(Group.SELECTION)
        return keys.hints(*changing, *keys.named("keep", "yank", "search"), other)

    def on_selection_changed(self, message: SelectionChanged) -> None:
        """Other keys apply; in plain mode, say what is selected."""
        self.update_footer()
        if self.explorer.plain and message.text:
            self.say(message.text)
