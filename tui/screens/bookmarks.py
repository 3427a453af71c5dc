"""The bookmarks of a folder: read, annotated, found again, deleted, written to a file."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static

from models.errors import MorgueError
from models.key import ArticleKey
from tui import keys
from tui.keys import Group
from tui.screens.prompt import Confirm, Prompt, split_tags
from tui.screens.room import Room
from tui.text.bookmarks import draw_bookmark, in_order, matching
from tui.text.jumps import Target
from tui.text.painting import Run, shorten_text
from tui.widgets.bar import Bar
from tui.widgets.query_line import QueryLine
from tui.widgets.rows import RowList

if TYPE_CHECKING:
    from models.bookmark import Bookmark
    from tui.messages import RowChosen, RowOpened

_EMPTY = "No bookmarks yet\nIn an article, b keeps the focused quotation, else the passage under the cursor."
_NO_MATCH = "No bookmark matches\nWords are looked for in quotes, speakers, notes, sources and #tags."


class Bookmarks(Room[Target | None]):
    """Lists what was kept; gives the place of the one to open in its article."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(*keys.in_group(Group.BOOKMARKS))]
    CSS_PATH = "lists.tcss"
    AUTO_FOCUS = "#bookmarks"

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Bookmark] = []
        self._shown: list[Bookmark] = []

    def compose(self) -> ComposeResult:
        """A heading, the filter, the list, the footer."""
        yield Bar(id="header")
        with Horizontal(id="search"):
            yield Static("/", id="prompt-sign")
            yield QueryLine(id="filter", compact=True, placeholder="words, speaker or #tag")
        yield RowList(id="bookmarks")
        yield Bar(id="footer")

    def on_mount(self) -> None:
        """Fetch the bookmarks."""
        self.changed()

    @property
    def entries(self) -> RowList:
        """The list of bookmarks."""
        return self.query_one("#bookmarks", RowList)

    @property
    def selected(self) -> Bookmark | None:
        """The bookmark under the cursor."""
        cursor = self.entries.cursor
        return self._shown[cursor] if 0 <= cursor < len(self._shown) else None

    def changed(self) -> None:
        """Fetch them anew."""
        self._fetch()

    @work(exclusive=True, group="fetch", exit_on_error=False)
    async def _fetch(self) -> None:
        try:
            self._all = in_order(await self.archive.kept())
        except MorgueError as error:
            self._all = []
            self.entries.fill((), empty=f"{error}\n{error.advice}")
            return
        self._fill()

    @on(Input.Changed, "#filter")
    def _fill(self) -> None:
        selected = self.selected
        self._shown = matching(self._all, self.query_one("#filter", Input).value)
        seen: set[tuple[str, int]] = set()
        rows = []
        for bookmark in self._shown:
            key = (bookmark.path, bookmark.part)
            rows.append(partial(draw_bookmark, bookmark, key not in seen))
            seen.add(key)
        ids = [bookmark.id for bookmark in self._shown]
        cursor = ids.index(selected.id) if selected and selected.id in ids else self.entries.cursor
        self.entries.fill(rows, cursor=cursor, empty=_NO_MATCH if self._all else _EMPTY)
        left = [Run("morgue", ("brand",)), Run("  Bookmarks", ("strong",))]
        self.query_one("#header", Bar).write(left, [Run(f"{len(self._shown)} of {len(self._all)}", ("dim",))])
        self.update_footer()

    def hints(self) -> list[tuple[str, str]]:
        """The keys of this screen."""
        if isinstance(self.focused, Input):
            return [("Enter", "to the list"), ("Esc", "show all")]
        return [
            *keys.hints(*keys.in_group(Group.BOOKMARKS)),
            ("u", "undo"),
            ("/", "filter"),
            ("Esc", "close"),
        ]

    def position(self) -> str:
        """The row."""
        return f"{self.entries.cursor + 1}/{len(self._shown)}" if self._shown else ""

    def on_descendant_focus(self) -> None:
        """Other keys apply."""
        self.update_footer()

    def on_row_chosen(self, _: RowChosen) -> None:
        """The cursor moved."""
        self.update_footer()

    def on_row_opened(self, _: RowOpened) -> None:
        """A row was clicked."""
        self._open()

    def action_search(self) -> None:
        """To the filter."""
        self.set_focus(self.query_one("#filter", Input))

    def action_step_out(self) -> None:
        """From the filter to the whole list, from the list to where one came from."""
        if isinstance(self.focused, Input):
            self.query_one("#filter", Input).value = ""
            self.set_focus(self.entries)
        else:
            self.dismiss(None)

    def action_bookmarks(self) -> None:
        """They are open."""

    def action_enter(self) -> None:
        """Open the bookmark in its article."""
        if isinstance(self.focused, Input):
            self.set_focus(self.entries)
        else:
            self._open()

    @work(exclusive=True, group="open", exit_on_error=False)
    async def _open(self) -> None:
        bookmark = self.selected
        if bookmark is None:
            return
        try:
            found = await self.archive.find_again(bookmark)
        except MorgueError as error:
            self.complain(error)
            return
        if found is None:
            self.notify(
                "The article has changed and these words are no longer in it. The bookmark keeps them as they were.",
                title="Not found again",
                severity="warning",
                timeout=12,
                markup=False,
            )
            return
        annotated, start, end = found
        passage = annotated.article.passage_at(start)
        key = ArticleKey(bookmark.path, bookmark.part)
        self.dismiss(Target(key, passage.number if passage else bookmark.anchor.passage, (start, end)))

    @work(group="keeping", exit_on_error=False)
    async def action_note(self) -> None:
        """Write a note."""
        if (bookmark := self.selected) is not None:
            answer = await self.app.push_screen_wait(Prompt("Note", bookmark.note))
            if answer is not None:
                await self._annotate(bookmark, note=answer)

    @work(group="keeping", exit_on_error=False)
    async def action_tags(self) -> None:
        """Change the tags."""
        if (bookmark := self.selected) is not None:
            known = await self.archive.tags()
            prompt = Prompt("Tags, separated by spaces", " ".join(bookmark.tags), known)
            answer = await self.app.push_screen_wait(prompt)
            if answer is not None:
                await self._annotate(bookmark, tags=split_tags(answer))

    async def _annotate(
        self, bookmark: Bookmark, *, note: str | None = None, tags: tuple[str, ...] | None = None
    ) -> None:
        try:
            await self.archive.annotate(bookmark.id, note=note, tags=tags)
        except MorgueError as error:
            self.complain(error)
        self.changed()

    @work(group="keeping", exit_on_error=False)
    async def action_delete(self) -> None:
        """Delete."""
        if (bookmark := self.selected) is None:
            return
        try:
            await self.archive.forget(bookmark.id)
        except MorgueError as error:
            self.complain(error)
        else:
            self.say(f"Deleted: {shorten_text(bookmark.anchor.exact, 40)} · u brings it back")
        self.changed()

    @work(group="keeping", exit_on_error=False)
    async def action_write(self) -> None:
        """Write the bookmarks that show to a file of the reader's choice."""
        if not self._shown:
            self.say("There is nothing to write")
            return
        prompt = Prompt("Write as Markdown to", "bookmarks.md", explain=lambda name: str(_file(name)))
        name = await self.app.push_screen_wait(prompt)
        if not name:
            return
        target = _file(name)
        if await self.archive.exists(target) and not await self.app.push_screen_wait(
            Confirm(f"{target} exists. Overwrite it?")
        ):
            self.say("Nothing was written")
            return
        try:
            await self.archive.export(self._shown, target)
        except MorgueError as error:
            self.complain(error)
        else:
            count = len(self._shown)
            self.say(f"{count:,} bookmark{'' if count == 1 else 's'} written to {target}")


def _file(name: str) -> Path:
    """The file that a name typed by the reader means."""
    path = Path(name.strip())
    # Where there is no such user, the tilde is part of a name like any other.
    with suppress(RuntimeError):
        path = path.expanduser()
    return path.absolute()
