"""Labels over everything that shows: typing one goes there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from tui.text.labels import LETTERS, Tag, cells_of, labels, laid_out, remaining
from tui.widgets.labelled import Labelled, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual import events
    from textual.geometry import Region
    from textual.screen import Screen

_UNREVERSED = Style(reverse=False)
_MORE = Style(underline=True)
"""Of a letter behind which another is to be typed."""


class Labels(ModalScreen[Callable[[], object] | None]):
    """The screen below, seen through, with labels on it; gives what is to be done, None where none was typed."""

    # Of priority, so that what is typed right after a label is meant for where it leads.
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(letter, f"type('{letter}')", show=False, priority=True)
            for letter in LETTERS + LETTERS.upper()
        ),
        Binding("escape,backspace", "close", show=False, priority=True),
    ]
    DEFAULT_CSS = "Labels { background: transparent; }"

    def __init__(self, places: Sequence[tuple[int, int, Place]]) -> None:
        """Label places.

        Args:
            places: Column and line on the screen of each, and the place; the nearest first.
        """
        super().__init__()
        self._places = places
        self._known = dict(zip(labels(len(places)), places, strict=False))
        self._typed = ""
        self._tags: dict[int, list[Tag]] = {}

    def on_mount(self) -> None:
        """Lay the labels out."""
        self._lay_out()

    def on_resize(self) -> None:
        """What showed is elsewhere now."""
        if self._places and self.is_attached and self.size != self.app.size:
            self.dismiss(None)

    def _lay_out(self) -> None:
        lines: dict[int, list[Tag]] = defaultdict(list)
        for label in remaining(list(self._known), self._typed):
            column, line, _ = self._known[label]
            lines[line].append(Tag(column, label[len(self._typed) :]))
        self._tags = lines
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The screen below with the labels over its text, which keeps its columns."""
        strips = super().render_lines(crop)
        return [self._labelled(strip, crop.y + number, crop.x) for number, strip in enumerate(strips)]

    def _labelled(self, strip: Strip, line: int, left: int) -> Strip:
        if self.app.no_color:
            # Else the labels would be lost among what else is reversed.
            plain = [Segment(text, (style or Style()) + _UNREVERSED) for text, style, _ in strip]
            strip = Strip(plain, strip.cell_length)
        width = strip.cell_length
        ink = self.app.get_component_styles("ink--label").partial_rich_style
        wanted = [tag._replace(column=tag.column - left) for tag in self._tags.get(line, ())]
        for start, text, more in laid_out(wanted, cells_of(strip.text)) if wanted else ():
            # A wide character that is covered by half becomes a blank, so that nothing moves.
            before, after = strip.crop(0, start), strip.crop(start + len(text), width)
            label = Segment(text, ink + _MORE if more else ink)
            strip = Strip([*before, label, *after], width)
        return strip

    def action_type(self, letter: str) -> None:
        """Go where the label leads, or narrow the labels to those that begin so."""
        typed = self._typed + letter.lower()
        left = remaining(list(self._known), typed)
        if not left:
            self.dismiss(None)
        elif left == [typed]:
            place = self._known[typed][2]
            self.dismiss(place.go if letter.islower() else place.otherwise)
        else:
            self._typed = typed
            self._lay_out()

    def action_close(self) -> None:
        """Take the labels away."""
        self.dismiss(None)

    def on_key(self, event: events.Key) -> None:
        """Every other key takes them away as well."""
        event.stop()
        self.dismiss(None)

    def on_click(self) -> None:
        """As does the mouse."""
        self.dismiss(None)


def places_on(screen: Screen[Any]) -> list[tuple[int, int, Place]]:
    """Everything on a screen that can be gone to, with its cell.

    First come rows and passages, those near the cursor of the pane in focus before the others; then what stands in
    text, line by line.
    """
    return [found for _, found in sorted(_found(screen), key=lambda ranked: ranked[0])]


def _found(screen: Screen[Any]) -> Iterator[tuple[tuple[int, ...], tuple[int, int, Place]]]:
    seen: set[tuple[int, int]] = set()
    for number, widget in enumerate(screen.walk_children(Widget)):
        if not isinstance(widget, Labelled) or not widget.is_on_screen or not widget.size:
            continue
        region = widget.content_region
        _, here = widget.pointed_at() or (0, 0)
        for place in widget.labelled_places():
            column, line = region.x + place.column, region.y + place.line
            if (column, line) in seen or not region.contains(column, line):
                continue
            seen.add((column, line))
            pane = number if widget is not screen.focused else -1
            near = (0, 0) if place.in_text else (pane, abs(place.line - here))
            yield (place.in_text, *near, line, column), (column, line, place)
