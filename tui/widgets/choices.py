"""A list that is chosen from by typing: the focus is elsewhere, and its cursor shows nevertheless."""

from textual.strip import Strip

from tui.messages import RowChosen
from tui.plain import point_at
from tui.text.painting import Run
from tui.widgets.rows import RowList


class Choices(RowList, can_focus=False):
    """Rows of which one is the choice, in the list that is being chosen from."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._chosen_from = False
        self._pointing = False

    def choose_from(self, whether: bool, *, pointing: bool = True) -> None:
        """Say whether a row of this list is chosen, or is to be.

        Args:
            whether: Whether the keys go to this list.
            pointing: Whether one of its rows is the choice already.
        """
        self._chosen_from, self._pointing = whether, pointing
        self.set_class(whether, "-chosen-from")
        self._strips.clear()
        self.refresh()
        self.call_after_refresh(self.point)

    def point(self) -> None:
        """On the row that is the choice."""
        if self._chosen_from:
            point_at(self)

    def _go(self, row: int) -> None:
        self._select(row)
        self.open_row()

    def _select(self, row: int) -> None:
        # Said also where the cursor is there already: perhaps another list was being chosen from.
        self.put_cursor(row)
        self.post_message(RowChosen(self.id, row))

    def _row_line(self, row: int, line: int, width: int) -> Strip:
        runs = self._drawn[row][line]
        if self._chosen_from and self._pointing and row == self.cursor:
            return self.strip([Run("▌ ", ("bar",)), *runs], width, ground=("row",))
        return self._plain_line(runs, width)
