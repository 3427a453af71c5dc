"""Painting runs onto strips: the one place where text meets the terminal's colours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.text.plain import plainly
from tui.text.safety import printable

if TYPE_CHECKING:
    from tui.text.painting import Run

INK_NAMES = (
    "title", "untitled", "standfirst", "byline", "text", "heading", "dropped", "reason", "end", "blank",
    "person", "org", "place", "norp", "event", "quotation", "indirect", "figure", "hit", "focus", "landing",
    "dim", "strong", "snippet", "badge", "chip", "differs", "number", "key", "rule", "bar", "bar-away",
    "brand", "warning", "error", "note", "tag", "row", "row-away",
    "label", "selected", "thumb", "track", "mark-hit", "mark-quotation", "mark-kept",
    "piece-same", "piece-out", "piece-in", "sorted", "column", "column-here",
)  # fmt: skip

INKS = {f"ink--{name}" for name in INK_NAMES}
"""Component classes of the app, which `tui/inks.tcss` says the looks of.

Not of each widget: Textual would work all of them out again for every widget whenever the focus moves.
"""


def entitle(pane: Widget, title: str) -> None:
    """Write a title over a pane, which paints all of it anew; Textual does so even where the title is the same.

    In plain mode it is in words only.
    """
    safe = _plain if pane.app.has_class("-plain") else printable
    content = Content(safe(title))
    if pane.border_title != content.markup:
        pane.border_title = content


class Painted(Widget):
    """A widget that draws itself line by line from runs."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._mixed: dict[tuple[str, ...], Style] = {}
        """Inks as they come out on the widget's own colours, which take long to work out."""

    def notify_style_update(self) -> None:
        """Mix the colours anew."""
        super().notify_style_update()
        self._mixed.clear()

    def paint_lines(self, first: int, end: int) -> None:
        """Paint some of its lines anew, as far as they show: with every line more a held key is slower."""
        lines = Region(0, first, self.size.width, end - first).translate(-self.scroll_offset)
        if showing := lines.intersection(self.size.region):
            self.refresh(showing)

    def ink(self, *names: str) -> Style:
        """Inks laid over each other and over the widget's own colours."""
        if names not in self._mixed:
            style = self.rich_style
            for name in names:
                style += self.app.get_component_styles(f"ink--{name}").partial_rich_style
            self._mixed[names] = style
        return self._mixed[names]

    def strip(self, runs: Sequence[Run], width: int, *, ground: tuple[str, ...] = ()) -> Strip:
        """One line of exactly `width` cells; nothing that a terminal would obey gets through here."""
        base = self.ink(*ground)
        safe = _plain if self.app.has_class("-plain") else printable
        segments = [Segment(safe(run.text), self.ink(*ground, *run.inks)) for run in runs if run.text]
        return Strip(segments).crop_extend(0, width, base).simplify()


def _plain(text: str) -> str:
    return plainly(printable(text))
