"""Choosing another name by typing a few letters of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from models.errors import MorgueError
from tui.screens.awaiting import Awaiting
from tui.screens.beside import Beside
from tui.screens.faults import SaysFaults
from tui.text.painting import Run, Runs, justify, shorten_text
from tui.text.portrait import KIND_WORDS, count
from tui.text.safety import printable
from tui.widgets.choices import Choices
from tui.widgets.query_line import QueryLine

if TYPE_CHECKING:
    from models.entity import Entity
    from tui.messages import RowOpened
    from tui.names import NamesArchive


class NameChoice(SaysFaults, Awaiting[str | None], Beside[str | None]):
    """Asks which name is the same as one; gives its id, None where the reader steps out."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Cancel"),
        Binding("down", "choose(1)", "Next", priority=True),
        Binding("up", "choose(-1)", "Before", priority=True),
    ]
    CSS_PATH = "../prompt.tcss"

    def __init__(self, archive: NamesArchive, entity: Entity) -> None:
        super().__init__()
        self._archive = archive
        self._entity = entity
        self._found: list[Entity] = []
        self._asked: str | None = None
        """What the names that are shown were looked for by; None while they are being looked for."""
        self._enter_awaited = False
        self._asked_of: str | None = None
        """The name of another kind that Enter was pressed on once."""

    def compose(self) -> ComposeResult:
        """What is asked, the field, the names, the keys."""
        with Vertical(id="prompt"):
            name = shorten_text(printable(self._entity.name), 50)
            yield Static(Content(f"{name} is the same as"), id="label")
            yield QueryLine(compact=True, placeholder="part of a name")
            yield Choices(id="choices")
            yield Static(Content("↓ ↑ move · Enter the same · Esc cancel"), id="advice")

    def on_mount(self) -> None:
        """Begin with the names that share a word with it."""
        self.query_one(Choices).choose_from(True)
        self.query_one(Input).focus()
        self._look()

    def on_input_changed(self, _: Input.Changed) -> None:
        """Look for the names meant."""
        self._asked = None
        self._look()

    @work(exclusive=True, group="fetch", exit_on_error=False)
    async def _look(self) -> None:
        typed = self.query_one(Input).value
        words = [typed] if typed.strip() else self._entity.name.split()
        found: dict[str, Entity] = {}
        try:
            for word in words:
                found.update((entity.id, entity) for entity in await self._archive.names_like(word))
        except MorgueError as error:
            self.query_one(Choices).fill((), empty=f"{error}\n{error.advice}")
            return
        found.pop(self._entity.id, None)
        self._found = sorted(found.values(), key=lambda entity: -entity.articles)
        empty = "No name like that" if typed.strip() else "Type part of a name"
        self.query_one(Choices).fill([partial(_draw, entity) for entity in self._found], empty=empty)
        self._asked = typed
        if self._enter_awaited:
            self._take()

    def action_choose(self, rows: int) -> None:
        """Another row."""
        self.query_one(Choices).move(rows)

    def on_input_submitted(self) -> None:
        """The name under the cursor, as soon as it is known."""
        if self._asked is None:
            self._enter_awaited = True
        else:
            self._take()

    def _take(self) -> None:
        self._enter_awaited = False
        if not self._found:
            return
        other = self._found[self.query_one(Choices).cursor]
        if other.kind is self._entity.kind or other.id == self._asked_of:
            self.dismiss(other.id)
            return
        self._asked_of = other.id
        kinds = f"{KIND_WORDS[self._entity.kind]}, {KIND_WORDS[other.kind]}"
        self.query_one("#advice", Static).update(
            Content(f"Different kinds ({kinds}) · Enter again: still the same").stylize("bold")
        )

    def on_row_opened(self, _: RowOpened) -> None:
        """The row under the cursor was clicked."""
        self._take()

    def action_cancel(self) -> None:
        """Step out."""
        self.dismiss(None)


def _draw(entity: Entity, width: int) -> list[Runs]:
    told = f"{KIND_WORDS[entity.kind]} · {count(entity.articles, 'article')}"
    return [
        justify([Run(printable(entity.name), (entity.kind.value.lower(),))], [Run(told, ("dim",))], width)
    ]
