"""The app: what outlives any one screen."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.events import Event, InputEvent, Key, MouseDown, Paste, Resize
from textual.screen import Screen

from tui import keys
from tui.arriving import arrive
from tui.connection import Connected
from tui.keys import Group
from tui.plain import show_cursor
from tui.screens.desk.desk import Desk
from tui.screens.faults import SaysFaults
from tui.screens.room import Room
from tui.settings import Settings, read_settings
from tui.text.safety import printable
from tui.text.shelves import Standing
from tui.theming import Themed
from tui.tidying import Tidying
from tui.turns import Turns
from tui.widgets.painted import INKS

if TYPE_CHECKING:
    from rich.console import RenderableType
    from textual.command import Provider

    from index.session import SessionFile
    from models.link import Link
    from models.saved import SavedSearch
    from tui.archive import Archive
    from tui.indexing import Indexer
    from tui.text.jumps import Target


def _commands() -> type[Provider]:
    from tui.palette import Commands

    return Commands


class Explorer(SaysFaults, Themed, Connected):
    """Morgue in a terminal."""

    TITLE = "Morgue"
    # Textual does not load the style sheet of the default screen by itself.
    CSS_PATH: ClassVar[list[str | PurePath]] = ["inks.tcss", "screens/desk/desk.tcss", "plain.tcss"]
    COMPONENT_CLASSES = INKS
    COMMANDS = {_commands}  # noqa: RUF012 - Textual reads it
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+z", "suspend_process", show=False, priority=True)]

    def __init__(
        self,
        archive: Archive,
        indexer: Indexer | None = None,
        *,
        name: str | None = None,
        link: Link | None = None,
        session: SessionFile | None = None,
        fresh: bool = False,
        settings: Settings | None = None,
    ) -> None:
        """Make the app.

        Args:
            archive: The folder's collection and the bookmarks.
            indexer: What makes the collection current meanwhile; None where it is not to be touched.
            name: What the collection is called; the folder's name where nothing else is said.
            link: The passage to begin at; None to begin with the results.
            session: Where the explorer notes how it is left; None where it is not to be noted.
            fresh: Whether it begins anew, however it was left.
            settings: What the reader has set; read from the configuration file where it is not given.
        """
        # Textual takes the colours out of the terminal's own only; of others it would make greys.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self._link = link
        self.shelves = Standing()
        """How the bookmarks were last looked at."""
        self.session = session
        self.resumes = not fresh
        self.wear(settings or read_settings())
        keys.use(self.settings.keys)
        self.set_keymap(keys.keymap())
        self.set_class(self.plain, "-plain")
        self.archive = archive
        self.collection_name = name or archive.folder.resolve().name or str(archive.folder)
        self.indexer = indexer
        self.tidying = Tidying()
        self._turns = Turns(self)

    def get_default_screen(self) -> Screen[None]:
        """The desk lies under everything."""
        return Desk()

    def on_mount(self) -> None:
        """After ctrl+z and `fg` the terminal is blank until everything is drawn anew."""
        self.app_resume_signal.subscribe(self, lambda _: self._come_back())
        if self.plain:
            show_cursor(self)
        self.call_after_refresh(self.tidying.settle)
        if notice := self.settings.notice:
            self.call_after_refresh(self.desk.say, printable(notice))
        self.set_interval(1, self.tidying.tick)
        if self._link is not None:
            self.call_after_refresh(self._arrive, self._link)

    @work(group="arriving", exit_on_error=False)
    async def _arrive(self, link: Link) -> None:
        await arrive(self.desk, link)

    async def on_event(self, event: Event) -> None:
        """Take note of every key and movement, and of what leaves the terminal in disorder."""
        if isinstance(event, Resize):
            self._sparing.forget()
        if isinstance(event, InputEvent):
            self.tidying.stir()
        if isinstance(event, Key | Paste) and not event.is_forwarded and not self._turns.has_turn(event):
            return
        if isinstance(event, Key | MouseDown) and isinstance(self.screen, Room):
            self.screen.heard()
        await super().on_event(event)

    def on_unmount(self) -> None:
        """Let the child finish what it has begun, and let go of the files."""
        if self.indexer is not None:
            self.indexer.stop()
        self.archive.close()

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Leave, once no answer of the terminal is under way."""
        self.leave_terminal(partial(super().exit, result, return_code, message))

    def on_exit_app(self) -> None:
        """Take a last note of where the reader was, whoever ends it: the reader, or the page that it is shown in."""
        if self.session is not None and self.screen_stack and (session := self.desk.session()) is not None:
            self.session.write(session)

    def action_suspend_process(self) -> None:
        """Stop until the shell lets Morgue go on."""
        self.leave_terminal(super().action_suspend_process)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """None of Textual's own: all commands are in `tui.keys`."""
        del screen
        return ()

    @property
    def plain(self) -> bool:
        """Whether everything is to be plain text, for a screen reader."""
        return self.settings.config.plain

    def _come_back(self) -> None:
        self.draw_anew()
        if self.plain:
            show_cursor(self)

    @property
    def desk(self) -> Desk:
        """The desk, whatever lies on it."""
        desk = self.screen_stack[0]
        assert isinstance(desk, Desk)
        return desk

    def _clear_desk(self) -> None:
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def go_to_search(self) -> None:
        """To the search line, from wherever."""
        self._clear_desk()
        self.desk.action_search()

    def show_facets(self) -> None:
        """Open the outlets and months of the results."""
        self._clear_desk()
        self.desk.narrow()

    def show_timeline(self) -> None:
        """Open the results over time."""
        self._clear_desk()
        self.desk.show_timeline()

    def show_concordance(self) -> None:
        """Open every hit of the query on a line."""
        self._clear_desk()
        self.desk.show_concordance()

    def show_bookmarks(self) -> None:
        """Open the bookmarks."""
        self._clear_desk()
        from tui.screens.bookmarks.bookmarks import Bookmarks

        self.push_screen(Bookmarks(self.shelves), self._open_bookmark)

    def _open_bookmark(self, target: Target | None) -> None:
        if target is not None:
            self.desk.visit(target)

    def show_searches(self) -> None:
        """Open the saved searches."""
        from tui.screens.saved import SavedSearches

        self._clear_desk()
        self.push_screen(SavedSearches(), self._open_search)

    def _open_search(self, search: SavedSearch | None) -> None:
        if search is not None:
            self.desk.open_search(search)

    def open_next_unread(self) -> None:
        """Open the next article that was not read."""
        self._clear_desk()
        self.desk.open_next_unread()

    def travel_home(self, steps: int) -> None:
        """Go back several places at once."""
        self._clear_desk()
        self.desk.travel_home(steps)

    def start_afresh(self) -> None:
        """Forget where the reader was."""
        self._clear_desk()
        self.desk.start_afresh()

    def mark_unread(self) -> None:
        """Have the open or selected article count as unread again."""
        self._clear_desk()
        self.desk.mark_unread()

    def mark_all_read(self) -> None:
        """Have all that the query finds count as read."""
        self._clear_desk()
        self.desk.mark_all_read()

    def show_decisions(self) -> None:
        """Open what the reader said of names."""
        from tui.screens.names.decisions import Decisions

        self.push_screen(Decisions())

    def show_problems(self) -> None:
        """Open the list of problems."""
        self._clear_desk()
        from tui.screens.problems import Problems

        self.push_screen(Problems())

    def show_help(self, here: Sequence[Group] = ()) -> None:
        """Open the list of keys over what is open, beginning with the groups of keys that work there."""
        from tui.screens.help import Help

        self.push_screen(Help(here))

    def action_command_palette(self) -> None:
        """Open the command palette, once."""
        from tui.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))

    def perform(self, key: keys.Key) -> None:
        """Do what a key does, from the palette: go where it works, then press it."""
        from tui.screens.bookmarks.bookmarks import Bookmarks
        from tui.screens.names.name_card import NameCard
        from tui.screens.saved import SavedSearches
        from tui.screens.views.concordance import Concordance
        from tui.screens.views.timeline import TimelineScreen

        if key.group is Group.BOOKMARKS and not isinstance(self.screen, Bookmarks):
            self.show_bookmarks()
        elif key.group is Group.SEARCHES and not isinstance(self.screen, SavedSearches):
            self.show_searches()
        elif key.group is Group.CONCORDANCE and not isinstance(self.screen, Concordance):
            self.show_concordance()
        elif key.group is Group.TIMELINE and not isinstance(self.screen, TimelineScreen):
            self.show_timeline()
        elif key.group is Group.NAMES and not isinstance(self.screen, NameCard):
            if not self.desk.open_name_at_hand():
                return
        elif key.group in {Group.ARTICLE, Group.LISTS, Group.QUERY} and isinstance(self.screen, Desk):
            self.desk.go_to_group(key.group)
        self._turns.go_before(Key(keys.as_sent(key.keys[0]), None))
