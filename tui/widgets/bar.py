"""One line with something at each end: header, what was understood, footer."""

from collections.abc import Sequence

from textual.strip import Strip

from tui.text.painting import Run, justify
from tui.widgets.painted import Painted


class Bar(Painted):
    """A line that is set as a whole."""

    DEFAULT_CSS = "Bar { height: 1; }"
    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._left: Sequence[Run] = ()
        self._right: Sequence[Run] = ()

    @property
    def shown(self) -> str:
        """The text of both ends, as tests read it."""
        return "".join(run.text for run in (*self._left, Run("  "), *self._right))

    def write(self, left: Sequence[Run], right: Sequence[Run] = ()) -> None:
        """Show these runs; the left side is shortened where both do not fit."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line, with a cell of air at each end."""
        width = self.size.width
        if y:
            return self.strip([], width)
        return self.strip([Run(" "), *justify(self._left, self._right, width - 2, whole_words=True)], width)
