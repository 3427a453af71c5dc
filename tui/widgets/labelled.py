"""What a widget tells of the places in it that one may want to go to, so that each can have a label."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.geometry import Region


class Place(NamedTuple):
    """Something that shows, at a cell of its widget."""

    column: int
    line: int
    go: Callable[[], object]
    """What its label does: a row is opened, a span focused."""
    otherwise: Callable[[], object]
    """What its label does in capitals: a row is only selected, a span opened at once."""
    in_text: bool = False
    """Whether it stands among words; what does not, such as a row or passage, gets a shorter label."""


@runtime_checkable
class Labelled(Protocol):
    """A widget with places in it that can be gone to."""

    @property
    def content_region(self) -> Region:
        """Where it is on the screen."""

    def labelled_places(self) -> Iterable[Place]:
        """The places that show now."""

    def pointed_at(self) -> tuple[int, int] | None:
        """Column and line of the place that one is at, whose neighbours get the shortest labels."""
