"""The first floor of the bookmarks: notes, tags, headings and their order; what became of words that are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from models.errors import MorgueError
from tui import keys
from tui.screens.bookmarks.kept_list import KeptList
from tui.text.outline import moved_past, put_below, section_moved
from tui.text.painting import shorten_text
from tui.text.shelves import is_bookmark
from tui.text.tags import is_new, split_tags

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Awaitable, Sequence

    from models.bookmark import Bookmark, Entry, Heading, Orphan

    Asked = asyncio.Future[str | None]


class KeptChanges(KeptList):
    """Changes what was kept, each time as one thing that `u` takes back."""

    async def done(self, change: Awaitable[object], said: str = "") -> None:
        """Wait for a change, say what it was or why it could not be made, and look again."""
        try:
            await change
        except MorgueError as error:
            self.complain(error)
        else:
            if said:
                self.say(said)
        self.changed()

    # Notes and tags

    def action_note(self) -> None:
        """Write a note, or other words for a heading."""
        if self.heading is not None:
            self._rename(self.heading, self.ask(self.heading.text, lambda _: "Heading"))
            return
        bookmark = self.selected
        if bookmark is None:
            return

        def typed(note: str) -> str:
            self._draft([bookmark.model_copy(update={"note": note})])
            return "Note"

        self._note(bookmark, self.ask_lines(bookmark.note, typed))

    @work(group="line", exit_on_error=False)
    async def _note(self, bookmark: Bookmark, asked: Asked) -> None:
        note = await self._answered(asked)
        if note is not None and note != bookmark.note:
            await self.done(self.archive.annotate(bookmark.id, note=note))

    def action_tags(self) -> None:
        """Change the tags of what is meant; where that is several, those that all of them have."""
        meant = self.meant
        if not meant:
            return
        shared = [tag for tag in meant[0].tags if all(tag in bookmark.tags for bookmark in meant)]
        of = f"Tags of {len(meant):,} marked" if self.marked else "Tags"

        def typed(text: str) -> str:
            self._draft([_retagged(bookmark, shared, split_tags(text)) for bookmark in meant])
            return f"{of} · a new one" if is_new(text, self.tags) else f"{of} · separated by spaces"

        before = " ".join(shared)
        self._tag(meant, shared, self.ask(f"{before} " if before else "", typed, known=self.tags))

    @work(group="line", exit_on_error=False)
    async def _tag(self, meant: Sequence[Bookmark], shared: Sequence[str], asked: Asked) -> None:
        answer = await self._answered(asked)
        if answer is None or split_tags(answer) == tuple(shared):
            return
        self.marked.clear()
        await self.done(
            self.archive.retag({b.id: _retagged(b, shared, split_tags(answer)).tags for b in meant})
        )

    async def _answered(self, asked: Asked) -> str | None:
        """What was typed, once the rows are again as they are."""
        try:
            return await asked
        finally:
            self.drafts.clear()
            if self.is_attached:
                self.refill()

    def _draft(self, bookmarks: Sequence[Bookmark]) -> None:
        drafts = {bookmark.id: bookmark for bookmark in bookmarks}
        if drafts != self.drafts:
            self.drafts = drafts
            self.refill()

    @work(group="keeping", exit_on_error=False)
    async def action_delete(self) -> None:
        """Delete what is meant, or the heading under the cursor."""
        if self.heading is not None and not self.marked:
            heading = self.heading
            said = f"Deleted the heading: {shorten_text(heading.text, 40)} · {_undo()} brings it back"
            await self.done(self.archive.delete_heading(heading.id), said)
            return
        meant = self.meant
        if meant:
            what = f"{len(meant):,} bookmarks" if len(meant) > 1 else shorten_text(meant[0].anchor.exact, 40)
            self.marked.clear()
            said = f"Deleted: {what} · {_undo()} brings {'them' if len(meant) > 1 else 'it'} back"
            await self.done(self.archive.forget(*(bookmark.id for bookmark in meant)), said)

    # The outline

    def action_reorder(self, direction: int) -> None:
        """Move the quote under the cursor past the next one or the one before; a heading moves with its quotes."""
        item = self.item
        if item is None or item.entry is None:
            return
        if self.way != "order":
            self.say(f"Quotes are moved in your own order · {keys.shown('bookmark.shelve')} goes there")
            return
        if item.shelf:
            self.say("Its words are missed; accept those found or leave it, and it can be moved")
            return
        if not is_bookmark(item.entry):
            self._put_in_order(section_moved(self.kept, item.entry, direction))
            return
        # Past what shows next: a filter may have left out what stands between.
        row = self.entries.cursor + direction
        other = self._items[row] if 0 <= row < len(self._items) else None
        if other is not None and other.entry is not None and not other.shelf:
            self._put_in_order(moved_past(self.kept, item.entry, other.entry, direction))

    def action_put(self) -> None:
        """Put the marked quotes below what is under the cursor."""
        item = self.item
        if not self.marked or item is None or item.entry is None:
            self.say(f"{keys.shown('bookmark.mark')} marks the quotes to be put somewhere")
        elif self.way != "order" or item.shelf:
            self.say(f"Quotes are put in your own order · {keys.shown('bookmark.shelve')} goes there")
        else:
            order = put_below(self.kept, self.meant, item.entry)
            self.marked.clear()
            self._put_in_order(order)

    def _put_in_order(self, order: list[Entry]) -> None:
        self.kept = order
        self.refill()
        self._arrange(tuple(order))

    @work(group="keeping", exit_on_error=False)
    async def _arrange(self, order: tuple[Entry, ...]) -> None:
        try:
            await self.archive.arrange(order)
        except MorgueError as error:
            self.complain(error)
            self.changed()

    def action_heading(self) -> None:
        """Put a heading above what is under the cursor, or over just the quotes that are marked."""
        if self.way != "order":
            self.say(f"Headings stand in your own order · {keys.shown('bookmark.shelve')} goes there")
            return
        over = self.meant if self.marked else []
        before = self.item.entry if self.item and not self.item.shelf else None
        where = f"over the {len(over):,} marked" if over else "above this" if before else "at the end"
        self._head(before, over, self.ask("", lambda _: f"Heading {where} · Enter puts it there"))

    @work(group="line", exit_on_error=False)
    async def _head(self, before: Entry | None, over: Sequence[Bookmark], asked: Asked) -> None:
        if text := await asked:
            if over:
                self.marked.clear()
            await self.done(self.archive.add_heading(text, before, over))

    @work(group="line", exit_on_error=False)
    async def _rename(self, heading: Heading, asked: Asked) -> None:
        text = await asked
        if text and text != heading.text:
            await self.done(self.archive.rename_heading(heading.id, text))

    # Words that are gone

    @work(group="keeping", exit_on_error=False)
    async def action_accept(self) -> None:
        """Keep the words that were found in the place of those that are gone."""
        orphan = self._orphan
        if orphan is None:
            return
        if orphan.match is None:
            self.say(
                f"Nothing like these words was found · {keys.shown('bookmark.leave')} leaves the bookmark as it is"
            )
            return
        await self.done(
            self.archive.accept(orphan), f"Kept as they are now · {_undo()} puts the old words back"
        )

    @work(group="keeping", exit_on_error=False)
    async def action_leave(self) -> None:
        """Leave the bookmark as it is, and no longer in front."""
        if (orphan := self._orphan) is not None:
            await self.done(
                self.archive.leave(orphan), f"Left as it was kept · {_undo()} has it missed again"
            )

    @property
    def _orphan(self) -> Orphan | None:
        """What is to be decided on under the cursor; says so where there is nothing."""
        orphan = self.item.orphan if self.item else None
        if orphan is None:
            self.say("The words of this bookmark are where they were")
        return orphan


def _undo() -> str:
    return keys.shown("undo")


def _retagged(bookmark: Bookmark, shared: Sequence[str], tags: Sequence[str]) -> Bookmark:
    """With these tags in the place of those that it shares with others."""
    own = [tag for tag in bookmark.tags if tag not in shared]
    return bookmark.model_copy(update={"tags": tuple(dict.fromkeys([*own, *tags]))})
