"""The lines of a concordance: the keyword of each in the same column, to the cell."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, overload

from rich.cells import cell_len, split_graphemes

from index.concordance import sorted_word
from tui.text.dates import short_date
from tui.text.painting import Run, Runs, Stroke, paint, shorten, shorten_text
from tui.text.safety import printable

if TYPE_CHECKING:
    from models.concordance import Line, LineOrder
    from tui.widgets.rows import Row

ORDERS: tuple[LineOrder, ...] = ("3L", "2L", "1L", "newest", "1R", "2R", "3R")
"""From left to right, as the words stand; the date is where the keyword is."""
_DATED, _OUTLETS = 64, 96
"""Cells from which on a line begins with its date, and with its outlet too."""
_DATE, _LEAST_OUTLET, _MOST_OUTLET = 11, 14, 24
_KEYWORD = 10
"""Cells of an ordinary keyword, by which the middle of a line is found."""
_NTH = ("first", "second", "third")


class Columns(NamedTuple):
    """How a line is divided, in cells."""

    outlet: int
    """0 where none shows."""
    date: int
    """0 where none shows."""
    left: int
    """What stands before the keyword; the rest of the line is its and of what follows."""


def columns(width: int) -> Columns:
    """The columns of a line of so many cells."""
    date = _DATE + 2 if width >= _DATED else 0
    outlet = min(_MOST_OUTLET, max(_LEAST_OUTLET, width // 7)) + 2 if width >= _OUTLETS else 0
    return Columns(outlet, date, max(0, (width - date - outlet - _KEYWORD) // 2))


def draw_line(line: Line, order: LineOrder, width: int) -> Runs:
    """Date, outlet, and the keyword in the middle of what is around it; the word sorted by is marked."""
    outlet, date, left = columns(width)
    runs: Runs = []
    if date:
        runs.append(Run(f"{short_date(line.published):<{date}}"[:date], ("dim",)))
    if outlet:
        name = shorten_text(printable(line.outlet or "outlet unknown"), outlet - 2)
        runs.append(Run(name + " " * (outlet - cell_len(name)), ("dim",)))
    word = sorted_word(line, order)
    stroke = [Stroke(*word, "sorted")] if word is not None else []
    before, keyword, after = printable(line.left), printable(line.keyword), printable(line.right)
    cut = _cut(before, left)
    shown = before[cut:]
    runs.append(Run(" " * (left - cell_len(shown))))
    runs += paint(shown, stroke if order.endswith("L") else [], offset=cut, base=("text",))
    runs.append(Run(keyword, ("hit",)))
    runs += paint(after, stroke if order.endswith("R") else [], base=("text",))
    # A line goes on to the edge, as it begins at one: cut lines are what a concordance is.
    return runs


def tell_line(line: Line, width: int) -> Runs:
    """The same to be heard: date, outlet, and whole words around the keyword, in one run of text."""
    head = printable(f"{short_date(line.published)}, {line.outlet or 'outlet unknown'}: ")
    keyword = printable(line.keyword)
    room = max(0, width - cell_len(head) - cell_len(keyword))
    before, after = printable(line.left), printable(line.right)
    cut = _cut(before, max(room // 2, room - cell_len(after)))
    if cut:
        # A word that is cut off is none; the space before the first whole one shows that there is more.
        cut = before.find(" ", cut) + 1 or len(before)
    told = [
        Run(head, ("dim",)), Run(before[cut:], ("text",)), Run(keyword, ("hit",)), Run(after, ("text",)),
    ]  # fmt: skip
    return shorten(told, width)


def _cut(text: str, width: int) -> int:
    """From which code point on a text fits into so many cells; accents and joined emoji stay whole."""
    graphemes, _ = split_graphemes(text)
    begin, left = len(text), width
    for start, _end, cells in reversed(graphemes):
        if cells > left:
            break
        begin, left = start, left - cells
    return begin


class LineRows(Sequence["Row"]):
    """Lines as rows of a list, each made when it is asked for."""

    def __init__(self, lines: Sequence[Line], order: LineOrder, *, spoken: bool = False) -> None:
        """Show lines that are in an order already.

        Args:
            lines: The lines.
            order: Theirs.
            spoken: Whether they are to be heard.
        """
        self._lines = lines
        self._order = order
        self._spoken = spoken

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        if isinstance(place, slice):
            return LineRows(self._lines[place], self._order, spoken=self._spoken)
        return partial(_row, self._lines[place], None if self._spoken else self._order)


def _row(line: Line, order: LineOrder | None, width: int) -> list[Runs]:
    return [tell_line(line, width) if order is None else draw_line(line, order, width)]


def order_words(order: LineOrder) -> str:
    """As "by date, newest first" or "by the first word to the right"."""
    if order in {"newest", "oldest"}:
        return f"by date, {order} first"
    side = "right" if order[1] == "R" else "left"
    return f"by the {_NTH[int(order[0]) - 1]} word to the {side}"


def counts(lines: Sequence[Line], *, all_there: bool, capped: bool) -> str:
    """As "412 lines in 87 articles"; with "so far" or "the first" where there are more.

    Args:
        lines: Those that there are.
        all_there: Whether no more are to come.
        capped: Whether more were found than are shown.
    """
    articles = len({line.key for line in lines})
    told = f"{_number(len(lines), 'line')} in {_number(articles, 'article')}"
    if capped:
        return f"the first {told}"
    return told if all_there else f"{told} so far"


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
