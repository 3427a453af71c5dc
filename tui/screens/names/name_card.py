"""The card of a name: what it goes by and why, when and where it appears, with whom, what it said; and deciding."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType

from models.entity import Alias, Companion, Entity, MentionPlace, Suggestion
from models.errors import MorgueError
from models.key import ArticleKey
from models.kind import Kind
from tui import keys
from tui.keys import Group
from tui.screens.awaiting import leads_away
from tui.screens.names.name_choice import NameChoice
from tui.screens.prompt import Choice, Prompt
from tui.screens.room import Room
from tui.text.jumps import Target
from tui.text.painting import Run, shorten_text
from tui.text.portrait import KIND_WORDS, SHORT, Piece, Subject, count, passages, pieces, place_of
from tui.text.safety import printable
from tui.widgets.bar import Bar
from tui.widgets.sections import Part, Sections

if TYPE_CHECKING:
    from models.session import NameStop
    from tui.app import Explorer
    from tui.messages import RowChosen, RowOpened
    from tui.names import Portrait
    from tui.turns import Typed

KINDS = {"p": Kind.PERSON, "o": Kind.ORG, "l": Kind.PLACE, "g": Kind.NORP, "e": Kind.EVENT}
_KIND_ANSWERS = [
    ("p", "a person"),
    ("o", "an organisation"),
    ("l", "a place"),
    ("g", "a people or group"),
    ("e", "an event"),
]


class NameCard(Room[Target | None]):
    """Shows what is known of a name, and lets the reader decide; gives the place that was chosen."""

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
        self._before: list[str] = []
        """What the card was of before each thing that was said here: the name that an undo comes back to."""
        self._decided = self._fetched = -1

    def again(self) -> NameCard:
        """The same card."""
        return NameCard(self._entity_id, self._called)

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

    async def _undo(self) -> None:
        if self._before:
            self._entity_id = self._before.pop()
        await super()._undo()

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

    def position(self) -> str:
        """Which of the rows that can be opened."""
        stops = [number for number, piece in enumerate(self._pieces) if piece.subject is not None]
        cursor = self.known.cursor
        return f"{stops.index(cursor) + 1}/{len(stops)}" if cursor in stops else ""

    def on_row_chosen(self, _: RowChosen) -> None:
        """Other keys apply."""
        self.update_footer()

    # Going somewhere

    def on_row_opened(self, _: RowOpened) -> None:
        """The row under the cursor was clicked."""
        self.action_enter()

    def _once_known(self, action: Callable[[], object]) -> bool:
        """Whether the card is there and tells what was said; if not, the action is taken when it does."""
        known = self._portrait is not None and not self._deciding
        if not known:
            self._typed_ahead.append(action)
        return known

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

    def action_pane(self, direction: int) -> None:
        """To the next section."""
        self.known.go_to_section(direction)

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


_TO_COME = (
    "Names are still being compared\nMore is known of this name once the whole collection has been read."
)
_GONE = "This name is no longer in the collection\nu takes back what was said last."
