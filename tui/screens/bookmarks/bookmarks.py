"""The bookmarks desk: everything kept, to be lived in while writing a piece, and its ways out and in."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work

from models.errors import MorgueError
from models.key import ArticleKey
from tui import keys
from tui.screens.bookmarks.kept_changes import KeptChanges
from tui.screens.prompt import Confirm
from tui.text.jumps import Target
from tui.text.safety import printable
from tui.text.shelves import is_bookmark
from tui.widgets.note_area import NEW_LINE

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Sequence

    from index.exporting import Format
    from models.bookmark import Entry
    from models.session import BookmarksStop
    from tui.messages import RowOpened

_FORMATS = {
    ".md": "Markdown",
    ".json": "CSL-JSON",
    ".bib": "BibTeX",
    ".ris": "RIS",
    ".jsonld": "W3C Web Annotations",
    ".csv": "CSV",
}
"""Endings of files that Tab goes through, with the formats that they mean."""

_FOREMOST = (
    "row.next",
    "bookmark.open",
    "bookmark.tags",
    "bookmark.note",
    "bookmark.write",
    "bookmark.shelve",
)
"""What the footer shows first."""


class Bookmarks(KeptChanges):
    """Gives the place of the bookmark to open in its article."""

    GROUPS = (keys.Group.BOOKMARKS,)

    def again(self) -> Bookmarks:
        """The bookmarks, on the same shelves."""
        return Bookmarks(self.standing)

    def stop(self, row: int) -> BookmarksStop:
        """How they stand on shelves."""
        from models.session import BookmarksStop

        return BookmarksStop(way=self.way, everywhere=self.everywhere, row=row)

    def called(self) -> str:
        """As it is said."""
        return "Bookmarks"

    def hints(self) -> list[tuple[str, str]]:
        """The keys of this screen, where something is missed first what can be done about it."""
        if self.asking:
            return [
                keys.hint("bookmark.open", "done"),
                *self._completing(),
                keys.hint("out", "cancel"),
            ]
        if self.filtering:
            return [keys.hint("bookmark.open", "to the list"), keys.hint("out", "show all")]
        missed = self.item is not None and self.item.orphan is not None
        decisions = keys.named("bookmark.accept", "bookmark.leave")
        put = keys.named("bookmark.put")
        foremost = [
            *(decisions if missed else ()), *(put if self.marked else ()), *keys.named(*_FOREMOST),
        ]  # fmt: skip
        known = {key.id for key in (*foremost, *decisions, *put)}
        rest = [key for key in keys.in_group(keys.Group.BOOKMARKS) if key.id not in known]
        return keys.hints(*foremost, *rest, *keys.named("undo", "search", "out"))

    def _completing(self) -> list[tuple[str, str]]:
        """What Tab does to the line that is open, if it does anything."""
        if self.query_one("#note").display:
            return [(keys.show(NEW_LINE[0]), "new line")]
        if self.query_one("#offers").display:
            return [keys.hint("pane.next", "take"), ("↑↓", "choose")]
        return [keys.hint("pane.next", "another format")] if self.turns else []

    def on_row_opened(self, _: RowOpened) -> None:
        """A row was clicked."""
        self._open()

    def action_step_out(self) -> None:
        """From the filter to the whole list, from marks to none, else to where one was."""
        if self.marked and not self.filtering:
            self.marked.clear()
            self.refill()
        else:
            super().action_step_out()

    def action_bookmarks(self) -> None:
        """They are open."""

    def action_enter(self) -> None:
        """Open the bookmark in its article."""
        if self.filtering:
            self.set_focus(self.entries)
        else:
            self._open()

    @work(exclusive=True, group="open", exit_on_error=False)
    async def _open(self) -> None:
        bookmark = self.selected
        if bookmark is None:
            return
        if bookmark.folder != self._folder:
            self.say(f"It is from another folder: {printable(bookmark.folder)}")
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

    # Out and in

    def action_write(self) -> None:
        """Write what shows, in the order in which it does, to a file whose ending says the format."""
        shown = [entry for entry in self.kept if is_bookmark(entry) and entry.id in self.marked] or self.shown
        if not shown:
            self.say("There is nothing to write")
            return

        def typed(name: str) -> str:
            return f"Write · {_format(name)[1]} to {_file(name)} · Tab another format"

        self._write(shown, self.ask("bookmarks.md", typed, turn=_next_format))

    @work(group="line", exit_on_error=False)
    async def _write(self, shown: Sequence[Entry], asked: asyncio.Future[str | None]) -> None:
        name = await asked
        if not name:
            return
        target = _file(name)
        if await self.archive.exists(target) and not await self.app.push_screen_wait(
            Confirm(f"{target} exists. Overwrite it?")
        ):
            self.say("Nothing was written")
            return
        fmt, called = _format(name)
        try:
            await self.archive.export([self._with_fate(entry) for entry in shown], target, fmt)
        except MorgueError as error:
            self.complain(error)
        else:
            count = sum(map(is_bookmark, shown))
            self.say(
                f"{count:,} bookmark{'' if count == 1 else 's'} written to {printable(str(target))} as {called}"
            )

    def _with_fate(self, entry: Entry) -> Entry:
        """An entry as it is to be written: a bookmark with what became of its words."""
        if not is_bookmark(entry) or entry.id not in self.orphans:
            return entry
        return entry.model_copy(update={"missed": self.orphans[entry.id].why})

    def action_import(self) -> None:
        """Read annotations of a file, our own or Hypothesis', and keep them as bookmarks."""

        def typed(name: str) -> str:
            return (
                f"Import annotations · from {_file(name)}"
                if name
                else "Import annotations · name a JSON file"
            )

        self._import(self.ask("", typed))

    @work(group="line", exit_on_error=False)
    async def _import(self, asked: asyncio.Future[str | None]) -> None:
        name = await asked
        if not name:
            return
        try:
            added, here, told = await self.archive.import_annotations(_file(name))
        except MorgueError as error:
            self.complain(error)
            return
        bookmarks = f"{added:,} bookmark{'' if added == 1 else 's'}"
        self.say(f"{bookmarks} added, {here:,} here already · {keys.shown('undo')} takes them out")
        if told:
            more = [f"and {len(told) - _TOLD:,} more"] if len(told) > _TOLD else []
            lines = "\n".join([*told[:_TOLD], *more])
            self.notify(printable(lines), title="Not placed", severity="warning", timeout=20, markup=False)
        self.changed()


_TOLD = 5
"""Annotations that could not be placed of which each is named; orphans come first in the list at any rate."""


def _file(name: str) -> Path:
    """The file that a name typed by the reader means."""
    path = Path(name.strip())
    # Where there is no such user, the tilde is part of a name like any other.
    with suppress(RuntimeError):
        path = path.expanduser()
    return path.absolute()


def _format(name: str) -> tuple[Format, str]:
    """The format that a file's ending means, and what it is called; Markdown where it means none."""
    from index.exporting import ENDINGS

    fmt = ENDINGS.get(Path(name.strip()).suffix.lower(), "md")
    return fmt, next(called for ending, called in _FORMATS.items() if ENDINGS[ending] == fmt)


def _next_format(name: str) -> str:
    """The same file's name with the ending of the next format."""
    path = Path(name.strip() or "bookmarks")
    endings = list(_FORMATS)
    here = endings.index(path.suffix.lower()) if path.suffix.lower() in endings else -1
    return str(path.with_suffix(endings[(here + 1) % len(endings)]))
