"""A card over the desk: a figure's ledger, or the appearances of a quotation."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.strip import Strip

from models.errors import MorgueError
from tui import keys
from tui.screens.awaiting import Awaiting
from tui.screens.explaining import Explaining
from tui.screens.faults import SaysFaults
from tui.screens.labelling import Labelling
from tui.screens.returning import Returning
from tui.text.jumps import Target
from tui.text.painting import Run, Runs
from tui.widgets.bar import Bar
from tui.widgets.painted import Painted
from tui.widgets.rows import Row, RowList

if TYPE_CHECKING:
    from models.session import CardStop
    from tui.cards import Card, Subject
    from tui.messages import RowOpened

_FRAME = 4
"""Lines of a card beside head and rows: the border, a blank line, the footer."""

_LEAST_ROWS = 5
"""Lines kept for rows, or for saying that there are none."""


class Head(Painted):
    """The lines above the rows: what the card is about."""

    DEFAULT_CSS = "Head { height: auto; }"

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[Row, ...] = ()

    def write(self, parts: tuple[Row, ...]) -> None:
        """Show these lines."""
        self._parts = parts
        self.refresh(layout=True)

    def _lines(self, width: int) -> list[Runs]:
        return [line for part in self._parts for line in part(max(1, width))]

    def height_at(self, width: int) -> int:
        """How many lines there are in a width."""
        return max(1, len(self._lines(width)))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """As many lines as there are."""
        return self.height_at(width)

    def render_line(self, y: int) -> Strip:
        """One line."""
        lines = self._lines(self.size.width)
        return self.strip(lines[y] if y < len(lines) else [], self.size.width)


class CardScreen(
    SaysFaults,
    Explaining[Target | None],
    Labelling[Target | None],
    Returning[Target | None],
    Awaiting[Target | None],
    ModalScreen[Target | None],
):
    """Shows a card as soon as it is known; gives the place that the reader chose, None when just closed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.bindings(*keys.in_group(keys.Group.CARDS), *keys.named("labels", "back", "forward", "help"))
    ]
    GROUPS = (keys.Group.CARDS,)
    CSS_PATH = "card.tcss"

    def __init__(self, load: Callable[[], Awaitable[Card]], called: str, subject: Subject) -> None:
        """Make a card.

        Args:
            load: Finds out what is on it.
            called: What it is, for a list of places: "Ledger of 4,000 containers".
            subject: What it is of.
        """
        super().__init__()
        self._subject = subject
        self._load = load
        self._called = called
        self._card: Card | None = None
        self._enter_awaited = False

    def again(self) -> CardScreen:
        """The same card."""
        return CardScreen(self._load, self._called, self._subject)

    def stop(self, row: int) -> CardStop:
        """What it is a card of."""
        from models.session import CardStop

        return CardStop(**self._subject._asdict(), called=self._called, row=row)

    def called(self) -> str:
        """What it is a card of."""
        return self._called

    def compose(self) -> ComposeResult:
        """A box with head, rows, and its keys."""
        with Vertical(id="box"):
            yield Head()
            yield RowList(id="entries")
            yield Bar(id="card-footer")

    def on_mount(self) -> None:
        """Fetch the card."""
        self._show_keys("row.next", "card.go", "card.close", "help")
        self.query_one(RowList).fill((), empty="Looking…")
        self.query_one(RowList).focus()
        self._fetch()

    def _show_keys(self, *ids: str) -> None:
        runs: Runs = []
        for key, word in keys.hints(*keys.named(*ids)):
            runs += [Run(key, ("key",)), Run(f" {word}   ", ("dim",))]
        self.query_one("#card-footer", Bar).write(runs)

    @work(exclusive=True, group="fetch", exit_on_error=False)
    async def _fetch(self) -> None:
        entries = self.query_one(RowList)
        try:
            card = await self._load()
        except MorgueError as error:
            entries.fill((), empty=f"{error}\n{error.advice}")
            self._show_keys("card.close", "help")
            return
        self._card = card
        self.query_one(Head).write(card.head)
        entries.fill(card.rows, empty=card.empty)
        if not card.rows:
            self._show_keys("card.close", "help")
        self._fit()
        if self._enter_awaited and card.targets:
            self.dismiss(card.targets[0])

    def on_resize(self) -> None:
        """As high as what there is to show, as far as the screen goes."""
        self._fit()

    def _fit(self) -> None:
        head, entries, box = self.query_one(Head), self.query_one(RowList), self.query_one("#box")
        box.styles.height = (
            head.height_at(box.size.width - 5) + max(_LEAST_ROWS, entries.virtual_size.height) + _FRAME
        )
        # The box stands elsewhere when it is as high as that.
        self.call_after_refresh(entries.point)

    def on_row_opened(self, message: RowOpened) -> None:
        """A row was clicked."""
        if self._card is not None:
            self.dismiss(self._card.targets[message.row])

    def action_enter(self) -> None:
        """Go to the place under the cursor; while it is still being looked for, as soon as it is known."""
        if self._card is None:
            self._enter_awaited = True
        elif self._card.targets:
            self.dismiss(self._card.targets[self.query_one(RowList).cursor])

    def action_step_out(self) -> None:
        """Close."""
        self.dismiss(None)
