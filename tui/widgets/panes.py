"""The desk's panes side by side: which of them show, how wide they are, and the seams between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textual.containers import Horizontal
from textual.reactive import reactive
from textual.strip import Strip

from tui.messages import SeamDragged, SeamReleased
from tui.text.painting import Run
from tui.text.shares import MEDIUM, WIDE, Shares
from tui.widgets.painted import Painted

if TYPE_CHECKING:
    from textual import events

    from tui.text.shares import Side

STEP = 4
"""Columns by which one press of a key moves a seam."""

_RESETS = 2
"""Clicks on a seam that put it back where it was at first."""

Pane = Literal["results", "reader", "related"]
PANES: tuple[Pane, ...] = ("results", "reader", "related")


class Seam(Painted):
    """The line between two panes, which the mouse drags."""

    ALLOW_SELECT = False

    def __init__(self, side: Side) -> None:
        super().__init__(id=f"seam-{side}")
        self.side = side
        self._held = False

    def render_line(self, y: int) -> Strip:
        """A rule where the mouse is over it, else air; the rule above the panes goes through."""
        drawn = self._held or self.mouse_hover
        return self.strip([Run("─" if y == 0 else "│" if drawn else " ", ("rule",))], self.size.width)

    def on_enter(self) -> None:
        """Show where to take hold."""
        self.refresh()

    def on_leave(self) -> None:
        """As above."""
        self.refresh()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold."""
        self._held = True
        self.capture_mouse()
        event.stop()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag."""
        if self._held:
            self.post_message(SeamDragged(self.side, event.screen_x))
            event.stop()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go."""
        self._held = False
        self.release_mouse()
        self.refresh()
        event.stop()

    def on_click(self, event: events.Click) -> None:
        """A double click puts the seam back."""
        if event.chain == _RESETS:
            self.post_message(SeamReleased(self.side))
        event.stop()


class Panes(Horizontal):
    """Results, article and related passages: one, two or three of them, as the window has room and the reader wants."""

    shares: reactive[Shares] = reactive(Shares(), init=False)
    at: reactive[Pane] = reactive[Pane]("results", init=False)
    """The pane with the focus, or that of the field with the focus."""
    alone: reactive[bool] = reactive(False, init=False)
    """Whether the reader wants one pane only, however wide the window."""
    aside: reactive[bool] = reactive(True, init=False)
    """Whether the related passages are wanted beside the article."""

    def __init__(self, first: Shares, *, aside: bool, alone: bool, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        """Make the panes.

        Args:
            first: The shares that they have until the reader moves a seam.
            aside: Whether related passages stand beside the article at first.
            alone: Whether one pane has all the room at first.
            id: Textual's.
        """
        super().__init__(id=id)
        self._first = first
        self._at_first = (first, aside, alone)
        self.set_reactive(Panes.shares, first)
        self.set_reactive(Panes.aside, aside)
        self.set_reactive(Panes.alone, alone)

    @property
    def rearranged(self) -> bool:
        """Whether the reader has them otherwise than they were at first."""
        return (self.shares, self.aside, self.alone) != self._at_first

    @property
    def columns(self) -> int:
        """Columns of the window."""
        return self.app.size.width

    @property
    def single(self) -> bool:
        """Whether one pane has all the room."""
        return self.alone or self.columns < MEDIUM

    @property
    def shown(self) -> tuple[Pane, ...]:
        """The panes that show, from left to right.

        A list that has the focus shows. Between medium and wide one list stands beside the article: the related
        passages where they have the focus, and where they are wanted and an article was opened, else the results.
        """
        if self.single:
            return (self.at,)
        if self.columns >= WIDE:
            return PANES if self.aside or self.at == "related" else ("results", "reader")
        related = self.at == "related" or (self.at == "reader" and self.aside and self._related_before)
        return ("reader", "related") if related else ("results", "reader")

    _related_before = False
    """Whether, in a window of medium width, the related passages took the place of the results."""

    def on_mount(self) -> None:
        """Share out the columns for the first time."""
        self.share_out()

    def show(self, pane: Pane) -> None:
        """Have a pane show that is about to have the focus."""
        if pane == "results":
            self._related_before = False
        elif pane == "related":
            self._related_before = True
        self.at = pane
        self.share_out()

    def bring_related(self) -> None:
        """In a window of medium width, have the related passages beside the article, where they are wanted."""
        self._related_before = True

    def share_out(self) -> None:
        """Give every pane that shows its columns, and hide the others."""
        shown = self.shown
        for pane, box in (("results", "#results"), ("reader", "#article"), ("related", "#related")):
            self.query_one(box).display = pane in shown
        lists: tuple[Side, ...] = ("results", "related")
        for side in lists:
            beside = side in shown and len(shown) > 1
            self.query_one(f"#seam-{side}").display = beside
            self.query_one(f"#{side}").styles.width = self.shares.of(side, self.columns) if beside else "1fr"

    def watch_shares(self) -> None:
        """Move the seams."""
        self.share_out()

    def watch_alone(self) -> None:
        """Hide the other panes, or show them again."""
        self.share_out()

    def watch_aside(self) -> None:
        """Hide the related passages, or show them again."""
        self.share_out()

    def turn_aside(self) -> bool:
        """Show or hide the related passages beside the article; False where there is no room beside it."""
        if self.single:
            return False
        if self.columns >= WIDE:
            self.aside = not self.aside
        else:
            self.aside = "related" not in self.shown
            self._related_before = True
            self.share_out()
        return True

    # How wide

    def widen(self, direction: Literal[1, -1]) -> bool:
        """Make the pane with the focus wider (1) or narrower (-1); False where it cannot be."""
        shown = self.shown
        if len(shown) == 1:
            return False
        if self.at in {"results", "related"}:
            side: Side = "results" if self.at == "results" else "related"
            return self._set(side, self._columns_of(side) + direction * STEP)
        # The article takes from the related passages, and gives to them, where they show.
        side = "related" if "related" in shown else "results"
        return self._set(side, self._columns_of(side) - direction * STEP)

    def drag(self, side: Side, column: int) -> None:
        """Put the seam of a list under the mouse."""
        self._set(side, column if side == "results" else self.columns - column - 1)

    def reset(self, side: Side) -> None:
        """Give a list the columns it had at first."""
        self._set(side, self._first.of(side, self.columns))

    def _columns_of(self, side: Side) -> int:
        return self.shares.of(side, self.columns)

    def _set(self, side: Side, wanted: int) -> bool:
        other: Side = "related" if side == "results" else "results"
        others = self._columns_of(other) if other in self.shown else 0
        before = self.shares
        self.shares = before.with_columns(side, wanted, self.columns, others)
        return self.shares != before
