"""A storey of the desk: which panes show, how wide they are, and which has the focus."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Literal

from tui.keys import Group
from tui.screens.desk.narrowing import Narrowing
from tui.text.shares import MEDIUM, Shares
from tui.widgets.panes import PANES, Pane, Panes

if TYPE_CHECKING:
    from textual.events import DescendantFocus
    from textual.widget import Widget
    from textual.worker import Worker

    from models.session import Arrangement
    from tui.messages import SeamDragged, SeamReleased
    from tui.text.jumps import Spot


class Arranging(Narrowing):
    """Moves the focus from pane to pane, and the seams between them."""

    @property
    def panes(self) -> Panes:
        """The panes side by side."""
        return self.query_one(Panes)

    @property
    def pane(self) -> str:
        """The pane that has the focus, or had it when the window lost it: "query", "find" or one of `PANES`."""
        return (self.focused.id or "") if self.focused is not None else self.panes.at

    @property
    def previews(self) -> bool:
        """Whether the article shows beside the results."""
        return not self.panes.single

    @property
    def in_article(self) -> bool:
        """Whether the reader is in an article, which no answer takes away."""
        return self.reader.key is not None and self.pane in {"reader", "find", "related"}

    def on_resize(self) -> None:
        """Share out the window's columns anew."""
        self.panes.share_out()
        self._show_beside()
        self.call_after_refresh(self.update_header)
        self.call_after_refresh(self.describe_again)

    def _show_beside(self) -> None:
        """Where the article comes into view for the first time, show it."""
        if self.previews and self.reader.key is None and self.selected is not None:
            self.preview(self.selected)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """In a narrow terminal the pane with the focus has the screen."""
        if (pane := _pane_of(event.widget)) is not None:
            self.panes.show(pane)
        self.update_footer()

    def focus_pane(self, widget: Widget) -> None:
        """Give a pane, or its field, the focus."""
        if widget is not self.field:
            self.end_typing()
        # Shown before it is focused: a hidden widget cannot take the focus, nor the keys typed right after.
        if (pane := _pane_of(widget)) is not None:
            self.panes.show(pane)
        self.set_focus(widget)
        self.update_footer()

    def enter_article(self) -> None:
        """Give the article the focus."""
        self.focus_pane(self.reader)

    def go_again(self, spot: Spot) -> Worker[None]:
        """Go where the reader was, with what is related to it beside the article."""
        self.panes.bring_related()
        return super().go_again(spot)

    def go_to_results(self) -> None:
        """Give the results the focus."""
        self.focus_pane(self.results)

    def go_to_group(self, group: Group) -> None:
        """Give the focus to the pane in which a group of keys works."""
        if group is Group.ARTICLE and self.pane != "reader":
            self._enter_or_open()
        elif group is Group.LISTS and self.pane not in {"results", "related"}:
            self.focus_pane(self.results)
        elif group is Group.QUERY:
            self.focus_pane(self.field)

    def _enter_or_open(self) -> None:
        if self.reader.key is None and self.selected is not None:
            self.open_selected()
        else:
            self.enter_article()

    def action_pane(self, direction: int) -> None:
        """To the next pane; from a text field to the pane it belongs to."""
        here = {"query": -1 if direction == 1 else 0, "find": 0 if direction == 1 else 1}.get(self.pane)
        place = PANES.index(self.pane) if here is None and self.pane in PANES else (here or 0)
        name = PANES[(place + direction) % len(PANES)]
        if name == "reader":
            self._enter_or_open()
        else:
            self.focus_pane(self.query_one(f"#{name}"))

    # How wide, and which

    def arrangement(self) -> Arrangement | None:
        """How the reader arranged the panes; None where they are as they were at first."""
        from models.session import Arrangement

        panes = self.panes
        if not panes.rearranged:
            return None
        return Arrangement(aside=panes.aside, alone=panes.alone, **asdict(panes.shares))

    def put_back(self, kept: Arrangement | None) -> None:
        """Arrange the panes as they were left."""
        # For a screen reader one pane shows at a time, whatever was wanted before.
        if kept is None or self.explorer.plain:
            return
        self.panes.shares = Shares(kept.results, kept.related, kept.beside)
        self.panes.aside, self.panes.alone = kept.aside, kept.alone

    def action_widen(self, direction: Literal[1, -1]) -> None:
        """Make the pane with the focus wider, or narrower."""
        if self.panes.single:
            self.say("This pane has all the room")
        elif not self.panes.widen(direction):
            self.say("No wider" if direction == 1 else "No narrower")

    def action_aside(self) -> None:
        """Show the related passages beside the article, or hide them."""
        if self.pane == "related":
            self.focus_pane(self.reader)
        if not self.panes.turn_aside():
            self.say("There is no room beside the article: Tab goes to what is related")

    def action_alone(self) -> None:
        """Give the pane with the focus all the room, or show the others again."""
        self.panes.alone = not self.panes.alone
        self._show_beside()
        if self.panes.alone and self.panes.columns < MEDIUM:
            self.say("One pane at a time, also in a wider window")

    def on_seam_dragged(self, message: SeamDragged) -> None:
        """Move a seam with the mouse."""
        self.panes.drag(message.side, message.column)

    def on_seam_released(self, message: SeamReleased) -> None:
        """Put a seam back."""
        self.panes.reset(message.side)


def _pane_of(widget: Widget) -> Pane | None:
    """The pane that a widget is, or whose field it is."""
    name = {"query": "results", "find": "reader"}.get(widget.id or "", widget.id)
    return next((pane for pane in PANES if pane == name), None)
