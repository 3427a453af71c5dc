"""Rows to be read, none of which leads anywhere."""

from typing import Literal

from textual.strip import Strip

from tui.widgets.rows import RowList


class Sheet(RowList):
    """A list without a cursor: the keys scroll it by lines."""

    def _row_line(self, row: int, line: int, width: int) -> Strip:
        return self._plain_line(self._drawn[row][line], width)

    def _show_cursor(self) -> None:
        """There is none to show."""

    def stops_at(self, row: int) -> bool:
        """No row leads anywhere."""
        del row
        return False

    def action_line(self, direction: Literal[1, -1]) -> None:
        """One line down or up."""
        self._scroll(self.scroll_offset.y + direction)

    def action_page(self, direction: Literal[1, -1]) -> None:
        """A screen down or up; a line stays for the eye."""
        height = max(1, self.scrollable_content_region.height - 1)
        self._scroll(self.scroll_offset.y + direction * height)

    def action_half_page(self, direction: Literal[1, -1]) -> None:
        """Half a screen down or up."""
        height = max(1, self.scrollable_content_region.height // 2)
        self._scroll(self.scroll_offset.y + direction * height)

    def action_top(self) -> None:
        """To the first line."""
        self._scroll(0)

    def action_bottom(self) -> None:
        """To the last line."""
        self._scroll(self.virtual_size.height)
