"""What all screens share: the keys that work anywhere, and the footer that shows what applies."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual import on
from textual.binding import BindingType
from textual.events import DescendantFocus
from textual.timer import Timer
from textual.widgets import Input

from models.errors import MorgueError
from tui import keys
from tui.plain import point, told
from tui.screens.awaiting import Awaiting
from tui.screens.explaining import Explaining
from tui.screens.faults import SaysFaults
from tui.screens.labelling import Labelling
from tui.screens.returning import Returning
from tui.text.notices import fitted, hint_runs
from tui.text.painting import Run, Runs, cells
from tui.widgets.bar import Bar

if TYPE_CHECKING:
    from textual.widget import Widget

    from tui.app import Explorer
    from tui.archive import Archive
    from tui.messages import Said

Result = TypeVar("Result")

SAYING = 5.0
"""Seconds that something said in passing stays in the footer."""


class Room(SaysFaults, Explaining[Result], Labelling[Result], Returning[Result], Awaiting[Result]):
    """A screen with a footer. Keys that a text field wants for itself are left to it."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(*keys.in_group(keys.Group.ANYWHERE))]

    _silence: Timer | None = None
    _said = ""
    _told: Widget | None = None
    """What is being said to have the focus; where in it one is may be known only later."""

    @property
    def explorer(self) -> Explorer:
        """The app, under its own type."""
        return cast("Explorer", self.app)

    @property
    def archive(self) -> Archive:
        """The collection and the bookmarks."""
        return self.explorer.archive

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys that are characters belong to the text field that has the focus."""
        if self.writing and action in _typed():
            return False
        return super().check_action(action, parameters)

    @property
    def writing(self) -> bool:
        """Whether keys are letters: the focus is where something is typed."""
        return isinstance(self.focused, Input)

    # The footer

    def hints(self) -> list[tuple[str, str]]:
        """The keys that apply here, each with its word."""
        return []

    def position(self) -> str:
        """Where in the list or article one is."""
        return ""

    def update_footer(self) -> None:
        """Show the keys that apply here, unless something is being said."""
        if not self.is_attached:
            # Work that was begun here may end when the reader has left.
            return
        point(self.focused)
        if self._silence is not None:
            if self._told is not None:
                self._said = told(self._told, self.position())
            self._write_footer([Run(self._said, ("strong",))])
            return
        room = self.size.width - cells(self._footer_end()) - 2
        self._write_footer(hint_runs(self.hints(), room - 2))

    def _write_footer(self, runs: Runs) -> None:
        # None while the screen is being taken down.
        for footer in self.query("#footer").results(Bar):
            footer.write(runs, self._footer_end())

    def _footer_end(self) -> Runs:
        key, word = keys.hint("help", "help")
        return [Run(self.position(), ("dim",)), Run(f"   {key}", ("key",)), Run(f" {word}", ("dim",))]

    @on(DescendantFocus)
    def tell_focus(self, event: DescendantFocus) -> None:
        """In plain mode, say where one is."""
        if self.explorer.plain:
            self.call_after_refresh(self._tell, event.widget)

    def _tell(self, widget: Widget) -> None:
        if widget is self.focused:
            self.say(told(widget, self.position()))
            self._told = widget

    def say(self, text: str) -> None:
        """Tell the reader something in passing."""
        if not self.is_attached:
            return
        if self._silence is not None:
            self._silence.stop()
        self._said, self._told = text, None
        self._silence = self.set_timer(SAYING, self.fall_silent)
        self.update_footer()

    def say_fitted(self, *parts: str) -> None:
        """Tell the reader something of parts, in turns what stays and what gives way where there is little room."""
        self.say(fitted(self.size.width - cells(self._footer_end()) - 3, *parts))

    def heard(self) -> None:
        """A key was pressed or the mouse clicked, which may lead where what was said is no longer true."""
        self.fall_silent()

    def fall_silent(self) -> None:
        """Show the keys again."""
        if self._silence is not None:
            self._silence.stop()
            self._silence = None
            self.update_footer()

    def complain(self, error: MorgueError) -> None:
        """Tell the reader what went wrong and what to do about it, so that it is not missed."""
        text = f"{error}\n{error.advice}" if error.advice else str(error)
        self.notify(text, severity="error", timeout=12, markup=False)

    def on_said(self, message: Said) -> None:
        """A widget has something to say."""
        self.say(message.text)

    # The keys that work anywhere

    def action_search(self) -> None:
        """Back to the desk, to its search line."""
        self.explorer.go_to_search()

    def action_pane(self, direction: int) -> None:
        """To the next part of the screen."""
        if direction == 1:
            self.focus_next()
        else:
            self.focus_previous()

    def action_travel(self, direction: int) -> None:
        """Along the way, if that led here; else back is out of this screen, and nothing lies ahead of it."""
        if direction == 1 and not self.came_back:
            self.say("Nothing lies ahead")
        super().action_travel(direction)

    def action_facets(self) -> None:
        """Open the outlets and months of the results."""
        self.explorer.show_facets()

    def action_timeline(self) -> None:
        """Open the timeline of the results."""
        self.explorer.show_timeline()

    def action_concordance(self) -> None:
        """Open the concordance of the query."""
        self.explorer.show_concordance()

    def action_bookmarks(self) -> None:
        """Open the bookmarks."""
        self.explorer.show_bookmarks()

    def action_searches(self) -> None:
        """Open the saved searches."""
        self.explorer.show_searches()

    def action_next_unread(self) -> None:
        """Open the next article that was not read."""
        self.explorer.open_next_unread()

    def action_problems(self) -> None:
        """Open the list of problems."""
        self.explorer.show_problems()

    def action_palette(self) -> None:
        """Open the command palette."""
        self.explorer.action_command_palette()

    def action_redraw(self) -> None:
        """Draw everything anew."""
        self.explorer.draw_anew()

    def action_undo(self) -> None:
        """Take the last change to the bookmarks back."""
        self.run_worker(self._undo(), group="keeping")

    async def _undo(self) -> None:
        try:
            undone = await self.archive.undo()
        except MorgueError as error:
            self.complain(error)
            return
        self.say(undone or "There is nothing to undo")
        self.changed()

    def changed(self) -> None:
        """The bookmarks are not what they were; screens that show them look again."""

    def news_came(self) -> None:
        """The collection is not what it was; screens that show it look again."""

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit()


def _typed() -> set[str]:
    """The actions of keys that a text field wants for itself."""
    return {key.action.partition("(")[0] for key in keys.in_group(keys.Group.ANYWHERE) if key.typed}
