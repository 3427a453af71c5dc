"""What every screen with places to go to shares: the key that puts labels on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")


class Labelling(Screen[Result]):
    """A screen on which everything that can be gone to may have a label."""

    LABELS_MEAN: ClassVar[str] = "A letter goes there · a capital selects a row, opens a name"
    """What is said while labels show."""

    def say(self, text: str) -> None:
        """Tell the reader something in passing, where the screen has a place for that."""

    def fall_silent(self) -> None:
        """What was said in passing is over."""

    def action_labels(self) -> None:
        """Put a label on everything that shows."""
        from tui.screens.labels import Labels, places_on

        places = places_on(self)
        if not places:
            self.say("There is nothing to go to on this screen")
            return
        self.say(self.LABELS_MEAN)
        self.app.push_screen(Labels(places), self._follow_label)

    def _follow_label(self, go: Callable[[], object] | None) -> None:
        self.fall_silent()
        if go is not None:
            go()
