"""Every hit of a query on a line, the keyword in the middle (KWIC)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from textual import work

from models.errors import MorgueError
from tui import keys
from tui.keys import Group
from tui.screens.awaiting import leads_away
from tui.screens.views.view import View
from tui.text.concordance import ORDERS, LineRows, counts, order_words
from tui.text.jumps import LinePlace, Target
from tui.text.painting import Run
from tui.text.safety import printable
from tui.widgets.bar import Bar
from tui.widgets.lines import Lines

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from index.concordance import Concordance as Gathered
    from models.concordance import Line, LineOrder
    from tui.messages import RowChosen, RowOpened
    from tui.turns import Typed

MOST_LINES = 20_000
"""Lines that are shown, those of the newest articles or of the oldest: more than these nobody reads through."""
_FIRST, _NEXT = 60, 500
"""Passages looked at for the first screen, and for each part after it: some 15 ms between which a search can go."""
_WORDLESS = (
    "A concordance shows words in their context\n"
    "Press / and type a word, a “phrase” or person:name; then K shows each place where it stands."
)
_NOTHING = (
    "Nothing found\nFewer or shorter words find more; word* finds beginnings. / goes back to the search line."
)


class Concordance(View):
    """Lists the lines of a query, which come in parts while one reads the first."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(*keys.in_group(Group.CONCORDANCE))]
    GROUPS = (Group.CONCORDANCE,)
    CSS_PATH = "../lists.tcss"
    AUTO_FOCUS = "#lines"

    def __init__(self, query: str, place: LinePlace | None = None) -> None:
        """Make the concordance of a query.

        Args:
            query: As typed; the last word may be unfinished.
            place: Where in it one was before.
        """
        super().__init__(query, came_back=place is not None)
        self.order: LineOrder = place.order if place is not None else "newest"
        self.lines: list[Line] = []
        """Those that show, in the order in which they do."""
        self._by_date: list[Line] = []
        self._date_order: LineOrder = "oldest" if self.order == "oldest" else "newest"
        self._gathered: Gathered | None = None
        self._wanted = place
        """The line on which the cursor is to stand, if it comes and the reader does not go elsewhere meanwhile."""
        self._stood = 0
        """The row on which the cursor stood when that line was wanted."""

    def compose(self) -> ComposeResult:
        """Two lines of heading, the list, the footer."""
        yield Bar(id="header")
        yield Bar(id="understood")
        yield Lines(id="lines")
        yield Bar(id="footer")

    def on_mount(self) -> None:
        """Gather the lines."""
        self.entries.fill((), empty="Looking…")
        self._describe()
        self._gather()

    @property
    def entries(self) -> Lines:
        """The list."""
        return self.query_one("#lines", Lines)

    @property
    def selected(self) -> Line | None:
        """The line under the cursor."""
        return self.entries.under_cursor(self.lines)

    @property
    def place(self) -> LinePlace | None:
        """The line under the cursor, as one comes back to it."""
        line = self.selected
        if line is None:
            return self._wanted
        return LinePlace(self.query_text, self.order, line.key, line.passage, line.start)

    @property
    def gathering(self) -> bool:
        """Whether lines are still to come."""
        gathered = self._gathered
        return gathered is None or not (gathered.done or len(self._by_date) >= MOST_LINES)

    @work(exclusive=True, group="gather", exit_on_error=False)
    async def _gather(self) -> None:
        """Gather the lines by date, part by part; leaving the screen, or asking for another order, stops it.

        Lines that show already stay until all the new ones are there.
        """
        shown = bool(self.lines)
        try:
            self._gathered = gathered = await self.archive.concordance(self.query_text, self._date_order)
            self._by_date = []
            while self.gathering:
                passages = _NEXT if gathered.looked_at else _FIRST
                self._by_date += await self.archive.lines(gathered, passages)
                if self.order == self._date_order and not shown:
                    self._show(self._by_date)
                else:
                    self._describe()
            await self._put_in_order()
        except MorgueError as error:
            self.lines = []
            self.entries.fill((), empty=f"{error}\n{error.advice}")
        self.update_footer()

    async def _put_in_order(self) -> None:
        by_date, order = self._by_date[:MOST_LINES], self.order
        lines = by_date if order == self._date_order else await self.archive.in_order(by_date, order)
        if order == self.order:
            self._show(lines)

    def _show(self, lines: list[Line]) -> None:
        wanted = self._wanted
        here = next((n for n, line in enumerate(lines) if wanted and _is_at(line, wanted)), None)
        if here is not None:
            self._wanted = None
        steady = self.lines is lines
        cursor = here if here is not None else self.entries.cursor if steady or wanted else 0
        self.lines = lines
        rows = LineRows(lines, self.order, spoken=self.explorer.plain)
        self.entries.fill(rows, cursor=cursor, empty=self._nothing, steady=steady)
        self._describe()
        self.update_footer()

    @property
    def _nothing(self) -> str:
        if self._gathered is not None and not self._gathered.has_words:
            return self.why_nothing(_WORDLESS)
        return "Looking…" if self.gathering else self.why_nothing(_NOTHING)

    def _describe(self) -> None:
        gathered = self._gathered
        left = [Run("morgue", ("brand",)), Run("  Concordance", ("strong",))]
        left.append(Run(f"   {order_words(self.order)}", ("dim",)))
        capped = gathered is not None and not gathered.done and not self.gathering
        told = counts(self._by_date[:MOST_LINES], all_there=not self.gathering, capped=capped)
        self.query_one("#header", Bar).write(left, [Run(told, ("strong",))] if self._by_date else [])
        self._describe_line()

    def _describe_line(self) -> None:
        """What was understood, and whose the line under the cursor is, which in its columns may have no room."""
        gathered = self._gathered
        words = gathered.understood if gathered is not None else ""
        some = "none has all the words; lines of passages with some" if gathered and not gathered.full else ""
        right = [Run(some, ("warning",))] if some else []
        if (line := self.selected) is not None:
            right.append(
                Run(("   " if some else "") + printable(line.outlet or "outlet unknown"), ("strong",))
            )
        self.query_one("#understood", Bar).write([Run("  "), Run(words, ("dim",))], right)

    def _want(self, place: LinePlace | None) -> None:
        self._wanted, self._stood = place, self.entries.cursor

    # Orders

    def awaits(self, event: Typed) -> bool:
        """Keys are meant for lines in the order that shows; by date the first of them are enough."""
        if leads_away(event):
            return False
        enough = self.lines and self.order == self._date_order
        return self.is_busy_with("order") or (not enough and self.is_busy_with("gather"))

    def action_sort_by(self, number: int, side: Literal["L", "R"]) -> None:
        """By the first, second or third word to the left or right of the keyword."""
        self._sort(ORDERS[ORDERS.index(f"{number}{side}")])

    def action_sort_beside(self, direction: int) -> None:
        """By the word one further left or right; the keyword between them stands for the date."""
        here = ORDERS.index("newest" if self.order == "oldest" else self.order)
        there = here + direction
        if not 0 <= there < len(ORDERS):
            self.say("Lines are sorted by three words to each side at most")
            return
        self._sort(self._date_order if ORDERS[there] == "newest" else ORDERS[there])

    def action_sort(self) -> None:
        """By date; by date already, the other way round."""
        if self.order == self._date_order:
            self._date_order = self.order = "oldest" if self.order == "newest" else "newest"
            self.lines = []
            self._want(None)
            self.entries.move(-self.entries.cursor)
            self._gather()
        else:
            self._sort(self._date_order)

    def _sort(self, order: LineOrder) -> None:
        if order == self.order:
            return
        # Whoever has not gone on from the first line yet wants to see the first of the others.
        self._want(self.place if self.entries.cursor else None)
        self.order = order
        self._describe()
        if not self.gathering:
            self._order()

    @work(exclusive=True, group="order", exit_on_error=False)
    async def _order(self) -> None:
        await self._put_in_order()

    # The ways out

    def news_came(self) -> None:
        """Gather anew; the cursor stays on its line."""
        self._want(self.place)
        self._gather()

    def action_enter(self) -> None:
        """Open the article at the hit."""
        line = self.selected
        if line is not None:
            focus = (line.start, line.end) if line.passage else None
            self.open_article(Target(line.key, line.passage, focus))

    def on_row_opened(self, _: RowOpened) -> None:
        """A line was clicked."""
        self.action_enter()

    def on_row_chosen(self, _: RowChosen) -> None:
        """The cursor moved."""
        if self.entries.cursor != self._stood:
            self._wanted = None
        self._describe_line()
        self.update_footer()

    def action_concordance(self) -> None:
        """It is open."""

    def hints(self) -> list[tuple[str, str]]:
        """The keys of this screen."""
        if not self.lines:
            return [*keys.hints(*keys.named("search")), keys.hint("out", "close")]
        close = keys.hint("out", "close")
        first = keys.named("row.next", "line.open", "line.right", "line.left", "line.date")
        rest = [key for key in keys.in_group(Group.CONCORDANCE) if key not in first]
        return [*keys.hints(*first), close, *keys.hints(*rest), keys.hint("timeline", "timeline")]

    def position(self) -> str:
        """The line."""
        return f"{self.entries.cursor + 1:,}/{len(self.lines):,}" if self.lines else ""


def _is_at(line: Line, place: LinePlace) -> bool:
    return (line.start, line.passage, line.key) == (place.start, place.passage, place.key)
