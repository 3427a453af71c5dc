"""The ground floor of a name's card: what it goes by and why, when and where it appears, with whom, what it said."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType

from models.errors import MorgueError
from tui import keys
from tui.keys import Group
from tui.screens.awaiting import leads_away
from tui.screens.room import Room
from tui.text.jumps import Target
from tui.text.painting import Run, shorten_text
from tui.text.portrait import KIND_WORDS, SHORT, Piece, Subject, count, passages, pieces
from tui.text.safety import printable
from tui.widgets.bar import Bar
from tui.widgets.sections import Part, Sections

if TYPE_CHECKING:
    from models.entity import Entity
    from models.session import NameStop
    from tui.messages import RowChosen
    from tui.names import Portrait
    from tui.turns import Typed

_TO_COME = (
    "Names are still being compared\nMore is known of this name once the whole collection has been read."
)
_GONE = "This name is no longer in the collection\nu takes back what was said last."


class KnownName(Room[Target | None]):
    """Shows what is known of a name; gives the place that was chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(*keys.in_group(Group.NAMES))]
    GROUPS = (Group.NAMES,)
    CSS_PATH = "../lists.tcss"
    AUTO_FOCUS = "#known"

    def __init__(self, entity: str, called: str) -> None:
        """Make the card of a name.

        Args:
            entity: Its id.
            called: How it is written where it was asked about.
        """
        super().__init__()
        self._entity_id = entity
        self._called = called
        self._portrait: Portrait | None = None
        self._pieces: list[Piece] = []
        self._typed_ahead: list[Callable[[], object]] = []
        """What was asked for before the card was there, or while what was said before came to hold."""
        self._deciding = False
        """Whether something that was said here does not show yet."""
        self._decided = -1
        """As `Archive.decided` was when the card was last asked for."""

    def stop(self, row: int) -> NameStop:
        """Whose card it is."""
        from models.session import NameStop

        return NameStop(entity=self._entity_id, called=self._called, row=row)

    def called(self) -> str:
        """Whose card it is."""
        return f"Card of {printable(self.entity.name if self.entity else self._called)}"

    def compose(self) -> ComposeResult:
        """The name, the card, the keys."""
        yield Bar(id="header")
        yield Sections(id="known")
        yield Bar(id="footer")

    def on_mount(self) -> None:
        """Ask for it."""
        self._write_header()
        self.known.fill((), empty="Looking…")
        self.changed()

    @property
    def known(self) -> Sections:
        """The card."""
        return self.query_one("#known", Sections)

    @property
    def entity(self) -> Entity | None:
        """What the name stands for, as far as it is known."""
        card = self._portrait.card if self._portrait is not None else None
        return card.entity if card is not None else None

    @property
    def subject(self) -> Subject | None:
        """What the row under the cursor stands for."""
        cursor = self.known.cursor
        return self._pieces[cursor].subject if cursor < len(self._pieces) else None

    def awaits(self, event: Typed) -> bool:
        """Keys are meant for the card with what was said last."""
        return (self._deciding and not leads_away(event)) or super().awaits(event)

    def changed(self) -> None:
        """Ask again, after something was decided or taken back."""
        self._fetch()

    def on_screen_resume(self) -> None:
        """Something may have been decided on a card over this one."""
        if self._portrait is not None and self._decided != self.archive.decided:
            self.changed()

    @work(exclusive=True, group="fetch", exit_on_error=False)
    async def _fetch(self) -> None:
        before = self.entity
        self._decided = self.archive.decided
        try:
            portrait = await self.archive.portrait(self._entity_id, before.names if before else ())
        except MorgueError as error:
            self._portrait, self._pieces, self._deciding = None, [], False
            self.known.fill((), empty=f"{error}\n{error.advice}")
            return
        if not self.is_attached:
            return
        first = self._portrait is None
        self._portrait, self._deciding = portrait, False
        if portrait.card is not None:
            self._entity_id = portrait.card.entity.id
            self._pieces = pieces(portrait.card, portrait.places)
        else:
            self._pieces = passages(portrait.places, len(portrait.places)) if portrait.places else []
        parts = [Part(p.draw, stops=p.subject is not None, heads=p.heads) for p in self._pieces]
        self.known.fill_sections(parts, cursor=None if first else self.known.cursor)
        if not parts:
            self.known.fill((), empty=_TO_COME if portrait.to_come else _GONE)
        self._write_header()
        self.update_footer()
        ahead, self._typed_ahead = self._typed_ahead, []
        for action in ahead:
            action()

    def _write_header(self) -> None:
        entity = self.entity
        name = printable(entity.name if entity else self._called)
        left = [Run("morgue", ("brand",)), Run(f"  {shorten_text(name, SHORT)}", ("strong",))]
        right = ""
        if entity is not None and self._portrait is not None and self._portrait.card is not None:
            right = f"{KIND_WORDS[entity.kind]} · {count(self._portrait.card.mentions, 'mention')}"
        elif self._portrait is not None and self._portrait.to_come:
            right = "names still being compared"
        self.query_one("#header", Bar).write(left, [Run(right, ("dim",))])

    def position(self) -> str:
        """Which of the rows that can be opened."""
        stops = [number for number, piece in enumerate(self._pieces) if piece.subject is not None]
        cursor = self.known.cursor
        return f"{stops.index(cursor) + 1}/{len(stops)}" if cursor in stops else ""

    def on_row_chosen(self, _: RowChosen) -> None:
        """Other keys apply."""
        self.update_footer()

    def _once_known(self, action: Callable[[], object]) -> bool:
        """Whether the card is there and tells what was said; if not, the action is taken when it does."""
        known = self._portrait is not None and not self._deciding
        if not known:
            self._typed_ahead.append(action)
        return known

    def action_pane(self, direction: int) -> None:
        """To the next section."""
        self.known.go_to_section(direction)
