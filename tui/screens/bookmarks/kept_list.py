"""The ground floor of the bookmarks: what was kept, on its shelves, and the quote under the cursor in its passage."""

from __future__ import annotations

from functools import lru_cache, partial
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar, Literal, NamedTuple

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from models.errors import MorgueError
from models.key import ArticleKey
from tui import keys
from tui.keys import Group
from tui.screens.bookmarks.lined import Lined
from tui.screens.filtered import Filtered
from tui.text.bookmarks import draw_bookmark, draw_heading, draw_shelf
from tui.text.jumps import Target
from tui.text.kept_page import draw_kept, surroundings
from tui.text.painting import Run, Runs
from tui.text.shelves import WAYS, Item, Standing, Way, is_bookmark, matching, name_of, shelve
from tui.widgets.bar import Bar
from tui.widgets.sections import Part, Sections
from tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from index.bookmarks.speakers import Known
    from models.bookmark import Bookmark, Entry, Heading, Orphan
    from tui.messages import RowChosen
    from tui.widgets.rows import Row

_NO_MATCH = "No bookmark matches\nWords are looked for in quotes, speakers, notes, sources and #tags."

WIDE = 110
"""Columns from which the quote shows in its passage beside the list."""


class _On(NamedTuple):
    """What the cursor is on."""

    entry: tuple[Literal["quote", "heading"], int] | None
    """By its id; None for the head of a shelf."""
    shelf: str | None
    """None where any will do."""
    row: int


_AT_FIRST = Standing()


class KeptList(Filtered[Target | None], Lined[Target | None]):
    """Shows what was kept, of this folder or of all, on shelves that a key turns over."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(*keys.in_group(Group.BOOKMARKS))]
    CSS_PATH: ClassVar[list[str | PurePath]] = ["../lists.tcss", "bookmarks.tcss"]
    AUTO_FOCUS = "#bookmarks"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - Textual reads it

    def __init__(self, standing: Standing = _AT_FIRST) -> None:
        """Make the screen.

        Args:
            standing: How what was kept is looked at first.
        """
        super().__init__()
        self.way: Way = standing.way
        self.everywhere = standing.everywhere
        """Whether the bookmarks of all folders are shown."""
        self.kept: list[Entry] = []
        """Quotes and headings in the reader's order."""
        self.tags: dict[str, int] = {}
        """The tags in use, over all folders, each with how often, the most used first."""
        self.orphans: dict[int, Orphan] = {}
        """Bookmark to what became of its words."""
        self.speakers: dict[int, Known] = {}
        """Bookmark to what the collection calls its speaker."""
        self.marked: set[int] = set()
        """The bookmarks that the next key is meant for; the one under the cursor where there are none."""
        self.drafts: dict[int, Bookmark] = {}
        """Bookmarks as they will be if what is being typed is meant."""
        self._items: list[Item] = []
        self._drawn: dict[tuple[int, bool, bool, Orphan | None], tuple[Bookmark, Part]] = {}
        """Rows by what they look like, each with the bookmark as it was: of thousands few change with a key."""
        self._moved = standing.row > 0
        """Whether the reader has been anywhere but on the first row."""
        self._resumed: Standing | None = standing
        """Where the cursor is to be when the rows are there."""
        self._folder: str | None = None

    def compose(self) -> ComposeResult:
        """A heading, the filter, the list with the quote beside it, the line to type in, the footer."""
        yield Bar(id="header")
        yield from self.filter_line("words, speaker, outlet, note or #tag")
        with Horizontal(id="shelves"):
            yield Sections(id="bookmarks", marks_shown=True)
            yield Sheet(id="kept")
        yield from self.line()
        yield Bar(id="footer")

    def on_mount(self) -> None:
        """Fetch the bookmarks."""
        self.changed()

    @property
    def entries(self) -> Sections:
        """The list."""
        return self.query_one("#bookmarks", Sections)

    @property
    def standing(self) -> Standing:
        """How the reader looks at them."""
        if self._resumed is not None:
            return self._resumed
        entry = self.item.entry if self.item else None
        return Standing(
            self.way, self.everywhere, name_of(entry) if entry else None, max(0, self.entries.cursor)
        )

    @property
    def item(self) -> Item | None:
        """The row under the cursor."""
        return self.entries.under_cursor(self._items)

    @property
    def selected(self) -> Bookmark | None:
        """The bookmark under the cursor."""
        entry = self.item.entry if self.item else None
        return entry if is_bookmark(entry) else None

    @property
    def heading(self) -> Heading | None:
        """The heading of the reader's own under the cursor."""
        entry = self.item.entry if self.item else None
        return None if entry is None or is_bookmark(entry) else entry

    @property
    def meant(self) -> list[Bookmark]:
        """The marked bookmarks, else the one under the cursor."""
        marked = [entry for entry in self.kept if is_bookmark(entry) and entry.id in self.marked]
        return marked or ([self.selected] if self.selected is not None else [])

    @property
    def shown(self) -> list[Entry]:
        """What the list shows, each once, in the order in which it does."""
        found = {name_of(item.entry): item.entry for item in self._items if item.entry}
        return list(found.values())

    # Fetching

    def changed(self) -> None:
        """Fetch them anew."""
        self._fetch()

    def news_came(self) -> None:
        """What was read may have lost the words of a quote, or have them again."""
        self.changed()

    @work(exclusive=True, group="fetch", exit_on_error=False)
    async def _fetch(self) -> None:
        try:
            self._folder = await self.archive.folder_name()
            outline = await self.archive.outline(everywhere=self.everywhere)
            self.kept = self._as_known(outline)
            self.tags = await self.archive.tags()
        except MorgueError as error:
            self.kept = []
            self._items = []
            self.entries.fill((), empty=f"{error}\n{error.advice}")
            return
        self._drawn.clear()
        there = {entry.id for entry in self.kept if is_bookmark(entry)}
        self.marked &= there
        self.refill()
        # What has not been read yet is not gone.
        if not self.explorer.desk.reading:
            self._look_for_orphans()

    @work(exclusive=True, group="orphans", exit_on_error=False)
    async def _look_for_orphans(self) -> None:
        here = [entry for entry in self.kept if is_bookmark(entry) and entry.folder == self._folder]
        try:
            found = {orphan.bookmark: orphan for orphan in await self.archive.orphans(here)}
            speakers = await self.archive.speakers(here)
        except MorgueError:
            # Without the collection nothing is known of its articles; what was kept can still be read.
            return
        if (found, speakers) != (self.orphans, self.speakers):
            self.orphans, self.speakers = found, speakers
            self.kept = self._as_known(self.kept)
            self.refill(at_top=not self._moved)

    def refill(self, *, at_top: bool = False) -> None:
        """Show what is there, with the cursor on the same quote or in the same place, or at the top."""
        before = None if at_top else self._cursor_on
        entries = matching([self._as_drafted(entry) for entry in self.kept], self.wanted)
        known = {bookmark: speaker.shown for bookmark, speaker in self.speakers.items()}
        self._items = shelve(entries, self.orphans, self.way, known)
        cursor = _row_of(self._items, before) if before is not None else None
        self.entries.fill_sections([self._part(item) for item in self._items], cursor=cursor)
        if self.kept:
            self._resumed = None
        if not self._items:
            self.entries.fill((), empty=_NO_MATCH if self.kept else _empty())
        self.explorer.shelves = self.standing
        self.write_header()
        self.update_footer()
        self._show_kept()

    @property
    def _cursor_on(self) -> _On | None:
        """What the cursor is on, or was when the bookmarks were last looked at; None where that is nothing yet."""
        if self._resumed is not None:
            return _On(self._resumed.entry, None, self._resumed.row) if self._resumed.row else None
        item = self.item
        if item is None:
            return None
        return _On(name_of(item.entry) if item.entry else None, item.shelf, self.entries.cursor)

    def _as_known(self, entries: Sequence[Entry]) -> list[Entry]:
        """Entries with what the collection says of their speakers, as far as it was asked."""
        from index.bookmarks.speakers import with_known

        return [with_known(entry, self.speakers) if is_bookmark(entry) else entry for entry in entries]

    def _as_drafted(self, entry: Entry) -> Entry:
        return self.drafts.get(entry.id, entry) if is_bookmark(entry) else entry

    def _part(self, item: Item) -> Part:
        entry = item.entry
        if entry is None:
            return Part(partial(draw_shelf, item.shelf, item.quotes), stops=False, heads=True)
        if not is_bookmark(entry):
            return Part(partial(draw_heading, entry, item.quotes))
        looks = (entry.id, item.first_of_article, entry.id in self.marked, item.orphan)
        known = self._drawn.get(looks)
        if known is None or known[0] is not entry:
            known = self._drawn[looks] = (entry, Part(_remembered(*looks[1:], entry)))
        return known[1]

    def write_header(self) -> None:
        """Say how they are shelved, of which folders, and how many are shown."""
        count = sum(map(is_bookmark, self.shown))
        total = sum(map(is_bookmark, self.kept))
        where = "of all folders, " if self.everywhere else ""
        left = [
            Run("morgue", ("brand",)),
            Run("  Bookmarks", ("strong",)),
            Run(f"  {where}{WAYS[self.way]}", ("dim",)),
        ]
        right: Runs = [Run(f"{count:,} of {total:,}" if count != total else f"{total:,}", ("dim",))]
        missed = {
            item.entry.id for item in self._items if item.orphan and not item.orphan.left and item.entry
        }
        if missed:
            # The cursor may be where it was left, far below those that come first.
            right = [Run(f"! {len(missed):,} no longer where they were", ("warning",)), Run("   "), *right]
        if self.marked:
            right = [Run(f"{len(self.marked):,} marked", ("number",)), Run("   "), *right]
        self.query_one("#header", Bar).write(left, right)

    # The quote beside the list

    def on_row_chosen(self, _: RowChosen) -> None:
        """The cursor moved."""
        self._moved = True
        self.explorer.shelves = self.standing
        self.update_footer()
        self._show_kept()

    @work(exclusive=True, group="beside", exit_on_error=False)
    async def _show_kept(self) -> None:
        sheet = self.query_one("#kept", Sheet)
        bookmark, item = self.selected, self.item
        if bookmark is None or item is None:
            sheet.fill(())
            return
        article, place = None, None
        if bookmark.folder == self._folder:
            try:
                annotated = await self.archive.article(ArticleKey(bookmark.path, bookmark.part))
                article = annotated.article
                place = await self.archive.place_in(bookmark, annotated)
            except MorgueError:
                # It is gone; what was kept of it shows.
                pass
        paragraphs = surroundings(bookmark.anchor, article, place)
        rows = [partial(draw_kept, bookmark, paragraphs, item.orphan, _decisions())]
        sheet.fill(rows)
        sheet.action_top()

    # Looking at them otherwise

    def action_shelve(self) -> None:
        """Put them on other shelves."""
        ways = list(WAYS)
        self.way = ways[(ways.index(self.way) + 1) % len(ways)]
        self.refill()

    def action_everywhere(self) -> None:
        """Show those of all folders, or of this one only."""
        self.everywhere = not self.everywhere
        self.changed()

    def action_mark(self) -> None:
        """Mark the bookmark under the cursor, or unmark it, and go on to the next."""
        if self.selected is None:
            return
        self.marked ^= {self.selected.id}
        self.refill()
        self.entries.move(1)

    def position(self) -> str:
        """Which quote of how many."""
        quotes = [number for number, item in enumerate(self._items) if is_bookmark(item.entry)]
        cursor = self.entries.cursor
        return f"{quotes.index(cursor) + 1}/{len(quotes)}" if cursor in quotes else ""


def _decisions() -> str:
    accept, leave = keys.shown("bookmark.accept"), keys.shown("bookmark.leave")
    return f"{accept} keeps the words as they are now · {leave} leaves them as they were kept"


def _remembered(first_of_article: bool, marked: bool, orphan: Orphan | None, bookmark: Bookmark) -> Row:
    """A bookmark's row, drawn once for a width."""
    row = partial(draw_bookmark, bookmark, first_of_article=first_of_article, marked=marked, orphan=orphan)
    return lru_cache(maxsize=1)(row)


def _row_of(items: list[Item], wanted: _On) -> int:
    """Where an entry stands now: on the same shelf, else on the nearest; where it is nowhere, the same row."""
    rows = [n for n, item in enumerate(items) if item.entry and name_of(item.entry) == wanted.entry]
    return min(rows, key=lambda n: (items[n].shelf != wanted.shelf, abs(n - wanted.row)), default=wanted.row)


def _empty() -> str:
    keep = keys.shown("keep")
    return f"No bookmarks yet\nIn an article, {keep} keeps the focused quotation, else the passage under the cursor."
