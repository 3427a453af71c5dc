"""Where a link leads to words that are not there: the words, their source, and what can be done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType

from models.errors import MorgueError
from tui import keys
from tui.screens.room import Room
from tui.text.lost_page import draw_lost
from tui.text.painting import Run
from tui.text.selecting import query_for
from tui.widgets.bar import Bar
from tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from models.bookmark import Bookmark
    from models.link import Link

_SEARCH = "row.open"
"""The key that elsewhere opens what is under the cursor."""


class LostLink(Room[None]):
    """Shows what a link leads to, while it is being looked for and where it is not found."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(*keys.named(_SEARCH))]
    CSS_PATH = "lists.tcss"

    def __init__(self, link: Link) -> None:
        """Make the screen."""
        super().__init__()
        self._link = link
        self._kept: Bookmark | None = None
        self._trouble: MorgueError | None = None

    def compose(self) -> ComposeResult:
        """A heading, what is known of the words, the footer."""
        yield Bar(id="header")
        yield Sheet(id="lost")
        yield Bar(id="footer")

    def on_mount(self) -> None:
        """Show what the link says at once, and then what the bookmark says that it was written of."""
        self.query_one("#header", Bar).write(
            [Run("morgue", ("brand",)), Run("  A link to words that are not here", ("strong",))]
        )
        self.query_one(Sheet).focus()
        self._write()
        self._fetch()

    @work(exclusive=True, exit_on_error=False)
    async def _fetch(self) -> None:
        try:
            self._kept = await self.archive.kept_of(self._link)
        except MorgueError:
            # The link has the words itself.
            return
        self._write()

    def give_up(self, trouble: MorgueError) -> None:
        """Everything has been read, and the words are nowhere."""
        self._trouble = trouble
        if self.is_mounted:
            self._write()

    def _write(self) -> None:
        row = partial(draw_lost, self._link, self._kept, self._standing(), self._advice())
        self.query_one(Sheet).fill([row])
        self.update_footer()

    def _standing(self) -> str:
        if self._trouble is None:
            return "Not in what has been read so far. It opens as soon as it is found."
        return str(self._trouble)

    def _advice(self) -> list[str]:
        advice = [f"{keys.shown(_SEARCH)} searches for these words."]
        if self._kept is not None:
            advice.append(
                f"{keys.shown('bookmarks')} opens your bookmarks, which show what is most like them now."
            )
        if self._trouble is not None:
            advice.append(
                "If the file lies in another folder now, `morgue open --folder FOLDER LINK` looks there."
            )
        return advice

    def hints(self) -> list[tuple[str, str]]:
        """The keys of this screen."""
        kept = [keys.hint("bookmarks", "bookmarks")] if self._kept is not None else []
        return [keys.hint(_SEARCH, "search for these words"), *kept, keys.hint("out", "to the collection")]

    def action_open_row(self) -> None:
        """Search for the words."""
        query = query_for(self._link.anchor.exact)
        self.dismiss(None)
        self.explorer.desk.retake(query)
