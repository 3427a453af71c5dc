"""The card of a name: where it leads, and what the reader decides about the name."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from textual import work

from models.entity import Alias, Companion, Entity, MentionPlace, Suggestion
from models.errors import MorgueError
from models.key import ArticleKey
from models.kind import Kind
from tui import keys
from tui.screens.names.known_name import KnownName
from tui.screens.names.name_choice import NameChoice
from tui.screens.prompt import Choice, Prompt
from tui.screens.room import Room
from tui.text.jumps import Target
from tui.text.painting import shorten_text
from tui.text.portrait import place_of
from tui.text.safety import printable

if TYPE_CHECKING:
    from tui.app import Explorer
    from tui.messages import RowOpened

KINDS = {"p": Kind.PERSON, "o": Kind.ORG, "l": Kind.PLACE, "g": Kind.NORP, "e": Kind.EVENT}
_KIND_ANSWERS = [
    ("p", "a person"),
    ("o", "an organisation"),
    ("l", "a place"),
    ("g", "a people or group"),
    ("e", "an event"),
]


class NameCard(KnownName):
    """Shows what is known of a name, and lets the reader decide; gives the place that was chosen."""

    def __init__(self, entity: str, called: str) -> None:
        """Make the card of a name.

        Args:
            entity: Its id.
            called: How it is written where it was asked about.
        """
        super().__init__(entity, called)
        self._before: list[str] = []
        """What the card was of before each thing that was said here: the name that an undo comes back to."""

    def again(self) -> NameCard:
        """The same card."""
        return NameCard(self._entity_id, self._called)

    async def _undo(self) -> None:
        if self._before:
            self._entity_id = self._before.pop()
        await super()._undo()

    # The footer

    def hints(self) -> list[tuple[str, str]]:
        """The keys for the row under the cursor first."""
        here: list[str] = []
        match self.subject:
            case Suggestion():
                here = ["name.accept", "name.reject"]
            case Alias():
                here = ["name.split"]
        others = [] if "name.accept" in here or not self._suggestions else ["name.accept"]
        general = ["name.merge", "name.rename", "name.kind", "name.never"] if self.entity else []
        enter = [
            keys.hint("name.go", "card" if isinstance(self.subject, Suggestion | Companion) else "go there")
        ]
        wanted = keys.named(*here, *others, *general)
        return [
            *(enter if self.subject is not None else ()),
            *keys.hints(*wanted),
            keys.hint("pane.next", "section"),
            keys.hint("undo", "undo"),
            keys.hint("back", "back"),
        ]

    # Going somewhere

    def on_row_opened(self, _: RowOpened) -> None:
        """The row under the cursor was clicked."""
        self.action_enter()

    def action_enter(self) -> None:
        """Go to the passage, or open the card of the name."""
        if not self._once_known(self.action_enter):
            return
        match self.subject:
            case Suggestion() | Companion() as other:
                self.app.push_screen(NameCard(other.entity, other.name), self._from_card)
            case Alias() as alias:
                self._go_to_first(alias)
            case subject if (place := place_of(subject)) is not None:
                path, part, passage, focus = place
                self.dismiss(Target(ArticleKey(path, part), passage, focus))

    def _go_to_first(self, alias: Alias) -> None:
        places = self._portrait.places if self._portrait is not None else ()
        written = next((p for p in places if p.text == alias.text), None)
        # A name that is told from others by its title is written without it.
        written = written or next((p for p in places if alias.text.endswith(f" {p.text}")), None)
        place = place_of(written)
        if place is None:
            self.say(f"{printable(alias.text)} is written so further on only")
        else:
            path, part, passage, focus = place
            self.dismiss(Target(ArticleKey(path, part), passage, focus))

    def _from_card(self, target: Target | None) -> None:
        if target is not None:
            self.dismiss(target)

    # Deciding

    @property
    def _suggestions(self) -> tuple[Suggestion, ...]:
        card = self._portrait.card if self._portrait is not None else None
        return card.suggestions if card is not None else ()

    @property
    def _suggestion(self) -> Suggestion | None:
        """The one under the cursor, else the first."""
        subject = self.subject
        return subject if isinstance(subject, Suggestion) else next(iter(self._suggestions), None)

    def action_accept(self) -> None:
        """The suggestion is right."""
        if self._once_known(self.action_accept):
            self._answer(accept=True)

    def action_reject(self) -> None:
        """The suggestion is wrong."""
        if self._once_known(self.action_reject):
            self._answer(accept=False)

    def _answer(self, *, accept: bool) -> None:
        suggestion, entity = self._suggestion, self.entity
        if suggestion is None or entity is None:
            self.say("Nothing is suggested · = says that another name is the same")
        elif accept:
            self._decide(lambda: self.archive.merge(entity, suggestion.entity))
        else:
            self._decide(lambda: self.archive.part(entity, suggestion.entity))

    def action_split(self) -> None:
        """The alias under the cursor is somebody else."""
        if not self._once_known(self.action_split):
            return
        alias, entity = self.subject, self.entity
        if entity is None or not isinstance(alias, Alias):
            self.say("Move to a name under “Goes by” first; s splits it off")
        else:
            self._decide(lambda: self.archive.split(entity, alias))

    @work(group="deciding", exit_on_error=False)
    async def action_merge(self) -> None:
        """It is the same as another name."""
        entity = self._entity_to_decide_on(self.action_merge)
        if entity is None:
            return
        other = await self.app.push_screen_wait(NameChoice(self.archive, entity))
        if other is not None:
            self._decide(lambda: self.archive.merge(entity, other))

    @work(group="deciding", exit_on_error=False)
    async def action_rename(self) -> None:
        """It is shown by another name."""
        entity = self._entity_to_decide_on(self.action_rename)
        if entity is None:
            return
        name = await self.app.push_screen_wait(Prompt("Show it as", entity.name))
        if name and name != entity.name:
            self._decide(lambda: self.archive.rename(entity, name))

    @work(group="deciding", exit_on_error=False)
    async def action_retype(self) -> None:
        """It is something of another kind."""
        entity = self._entity_to_decide_on(self.action_retype)
        if entity is None:
            return
        question = f"{shorten_text(entity.name, 50)} is"
        answer = await self.app.push_screen_wait(Choice(question, _KIND_ANSWERS))
        if answer is not None and KINDS[answer] is not entity.kind:
            self._decide(lambda: self.archive.retype(entity, KINDS[answer]))

    def action_never(self) -> None:
        """What is under the cursor, else the name itself, is no name."""
        if not self._once_known(self.action_never):
            return
        subject = self.subject
        form = subject.text if isinstance(subject, Alias | MentionPlace) else self._called
        self._decide(lambda: self.archive.unname(form))

    def _entity_to_decide_on(self, action: Callable[[], object]) -> Entity | None:
        if self._deciding:
            self._typed_ahead.append(action)
            return None
        if self.entity is None:
            self.say("Names are still being compared; try again soon")
        return self.entity

    def _decide(self, say: Callable[[], Awaitable[str]]) -> None:
        self._deciding = True
        self._before.append(self.entity.names[0] if self.entity else self._entity_id)
        # Of the app, so that what was said comes to hold also where the reader leaves at once.
        self.explorer.run_worker(self._hold(self.explorer, say), group="deciding", exit_on_error=False)

    async def _hold(self, explorer: Explorer, say: Callable[[], Awaitable[str]]) -> None:
        """Have something that the reader says hold, and say what it was wherever the reader is by then."""
        self.say("Comparing names…")
        words, fault = "", None
        try:
            words = await say()
        except MorgueError as error:
            self._before.pop()
            fault = error
        room = next((s for s in reversed(explorer.screen_stack) if isinstance(s, Room)), self)
        if fault is not None:
            room.fall_silent()
            room.complain(fault)
        else:
            room.say(f"{words} · u undoes it")
        room.changed()
        if room is not self and self.is_attached:
            self.changed()
