"""Outlets, months, names and kinds of file of the results, to narrow them by typing a few letters."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import events, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen

from index.query.narrowing import excluded, narrowed
from models.errors import MorgueError
from tui import keys
from tui.screens.awaiting import Awaiting, means
from tui.screens.faults import SaysFaults
from tui.screens.labelling import Labelling
from tui.text import facets as text
from tui.text.asking import asks_for_articles
from tui.text.facets import LISTS
from tui.text.notices import hint_runs
from tui.text.painting import Run, Runs
from tui.text.safety import printable
from tui.widgets.bar import Bar
from tui.widgets.choices import Choices
from tui.widgets.painted import entitle

if TYPE_CHECKING:
    from models.search import Facets
    from tui.archive import Archive
    from tui.messages import RowChosen, RowOpened
    from tui.text.facets import Choice
    from tui.turns import Typed

_TITLES = {"kinds": "Saved as"}
_FRAME = 10
"""Lines of the box beside the rows: border, what is told, what is typed, titles, the query to be, keys."""
_LEAST_ROWS = 3
_MOST_KINDS = 6
"""Rows of kinds of file that show at once; the outlets above them keep the rest."""
_INVITATION = " type part of an outlet, month or name; a minus first leaves it out"

_NEARLY = " none begins so; nearly so:"


class _Pressed(NamedTuple):
    """A key: what it does here, or the character that it types."""

    action: str
    character: str


class FacetsScreen(SaysFaults, Labelling[str | None], Awaiting[str | None], ModalScreen[str | None]):
    """Gives the narrowed query; None when just closed.

    Nothing has the focus: all keys come to the screen, and wait while it counts, so that letters typed before the
    counts are there, and Enter right behind them, mean what they would have meant to a slower typist.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(*keys.in_group(keys.Group.FACETS))]
    CSS_PATH = "facets.tcss"
    AUTO_FOCUS = ""
    LABELS_MEAN = "A letter narrows to its row · a capital selects the row"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual reads it

    def __init__(self, archive: Archive, query: str) -> None:
        super().__init__()
        self._archive = archive
        self._query = self._asked = query
        self._facets: Facets | None = None
        self._names_to_come = False
        """Whether there are no names because they are still being found."""
        self._counting = False
        self._waiting: deque[_Pressed] = deque()
        """Keys pressed since the counting began, which are obeyed when it has ended."""
        self._typed = ""
        self._moved = False
        """Whether the cursor was moved, so that its row is the reader's choice."""
        self._nearly = False
        """Whether what shows is merely like what was typed."""
        self._active = "outlets"
        self._shown: dict[str, list[Choice]] = {name: [] for name in LISTS}

    def compose(self) -> ComposeResult:
        """What the results consist of, what is typed, the lists, the query to be, the keys."""
        with Vertical(id="box"):
            yield Bar(id="told")
            yield Bar(id="typed")
            with Horizontal(id="lists"):
                with Vertical(id="sources"):
                    yield Choices(id="outlets")
                    yield Choices(id="kinds")
                yield Choices(id="months")
                yield Choices(id="names")
            yield Bar(id="query-to-be")
            yield Bar(id="facets-footer")

    def on_mount(self) -> None:
        """Count."""
        self.query_one("#box").border_title = "Narrow the results"
        self._list("outlets").fill((), empty="Counting…")
        self._describe()
        self._count()

    def _list(self, name: str) -> Choices:
        return self.query_one(f"#{name}", Choices)

    def _count(self) -> None:
        self._counting = True
        self._fetch()

    @work(exclusive=True, exit_on_error=False)
    async def _fetch(self) -> None:
        try:
            facets = await self._archive.facets(self._query, names=True)
            status = await self._archive.status()
        except MorgueError as error:
            self._list("outlets").fill((), empty=f"{error}\n{error.advice}")
            return
        self._names_to_come = not facets.names and status.named < status.articles
        first = self._facets is None
        self._facets = facets
        if first:
            self._fit()
        self._show()
        self._counting = False
        while self._waiting and not self._counting:
            await self._obey(self._waiting.popleft())

    def on_resize(self) -> None:
        """As high as what there is to show, as far as the screen goes."""
        self._fit()
        self.call_after_refresh(self._describe_choice)

    def _fit(self) -> None:
        every = self._every()
        kinds = min(_MOST_KINDS, len(every["kinds"]))
        self._list("kinds").styles.height = kinds + 1
        self._list("kinds").display = bool(kinds)
        outlets = len(every["outlets"])
        # Kinds stand right under the outlets, and not at the bottom of a long list of names.
        self._list("outlets").styles.max_height = outlets + 2 if kinds else None
        sources = outlets + (kinds + 2 if kinds else 0)
        rows = max(sources, len(every["months"]), len(every["names"]))
        self.query_one("#box").styles.height = max(_LEAST_ROWS, rows) + _FRAME

    # What is chosen

    def _every(self) -> dict[str, list[Choice]]:
        if self._facets is None:
            return {name: [] for name in LISTS}
        return text.listed(self._facets, self._query)

    @property
    def _leaves_out(self) -> bool:
        return self._typed.startswith("-")

    @property
    def _chosen(self) -> bool:
        """Whether the reader said anything of the list that is chosen from."""
        return bool(self._typed.removeprefix("-")) or self._moved

    @property
    def _choice(self) -> Choice | None:
        shown = self._shown[self._active]
        return shown[self._list(self._active).cursor] if shown and self._chosen else None

    @property
    def _query_to_be(self) -> str:
        """The query with the choice; as it is, where there is none that can be written."""
        choice = self._choice
        if choice is None or choice.clause is None:
            return self._query
        return narrowed(self._query, excluded(choice.clause) if self._leaves_out else choice.clause)

    def _show(self) -> None:
        """Show what typing leaves in the lists, and go to another list where only that has it."""
        every = self._every()
        wanted = self._typed.removeprefix("-")
        # What is merely like the letters is never left out: Enter would take it from the results unseen.
        left = text.left_by(wanted, every, self._in_turn, forgiving=not self._leaves_out)
        self._nearly = left.nearly
        self._fill({**every, left.where: left.choices}, left.where)

    @property
    def _in_turn(self) -> list[str]:
        """The lists, that which is chosen from first, then as Tab goes through them."""
        lists = [name for name in LISTS if name != "kinds" or self._list(name).display]
        at = lists.index(self._active)
        return [*lists[at:], *lists[:at]]

    def _fill(self, shown: dict[str, list[Choice]], active: str) -> None:
        self._shown, self._active = shown, active
        self._moved = False
        nothing = "Counting…" if self._facets is None else "None like that\nBackspace erases a letter."
        for name, choices in shown.items():
            empty = nothing if name == active and self._typed else ""
            if name == "names" and self._names_to_come:
                empty = "Names are still being found"
            self._list(name).fill(text.draw(choices, self._query), empty=empty)
        self._describe()

    def _describe(self) -> None:
        every = self._every()
        for name in LISTS:
            entries = self._list(name)
            entries.choose_from(name == self._active, pointing=self._chosen)
            stated = sum(choice.stated and not choice.sums_up for choice in every[name])
            more = "+" if name == "names" and self._facets and self._facets.more_names else ""
            entitle(entries, f"{self._title(name)} · {stated:,}{more}")
        self._bar("told", [Run(text.told(self._facets) if self._facets else "", ("dim",))])
        typed: Runs = [Run("▸ ", ("key",)), Run(self._typed, ("strong",)), Run("▏", ("key",))]
        invited = not self._typed and bool(self._shown[self._active])
        told = _INVITATION if invited else _NEARLY if self._nearly else ""
        self._bar("typed", [*typed, Run(told, ("dim",))])
        self._describe_choice()

    def _title(self, name: str) -> str:
        if name == "names" and not asks_for_articles(self._query):
            # The other lists count whole articles.
            return "Names in the hits"
        return _TITLES.get(name, name.capitalize())

    def _describe_choice(self) -> None:
        runs: Runs = []
        if self._choice is not None or self._query != self._asked:
            new, rest = _parted(self._query_to_be, self._query)
            runs = [Run("/ ", ("key",)), Run(printable(new), ("strong",)), Run(printable(rest), ("dim",))]
        self._bar("query-to-be", runs)
        footer = self.query_one("#facets-footer", Bar)
        # The way out is seen whatever else is not.
        hints = hint_runs(
            self._hints(), footer.size.width - 2, stays=keys.hints(*keys.named("facet.close"))[0]
        )
        footer.write(hints)

    def _hints(self) -> list[tuple[str, str]]:
        """The keys, with words for what Enter and Tab would do now."""
        if not self._shown[self._active]:
            return keys.hints(*keys.named("facet.close"))
        other = {"kinds": "kinds of file"}.get(self._in_turn[1], self._in_turn[1])
        words = {
            "facet.take": self._deed,
            "facet.on": f"{self._deed}, then {other}" if self._chosen else other,
        }
        idle = "" if self._choice is not None or self._query != self._asked else "facet.take"
        wanted = [key for key in keys.in_group(keys.Group.FACETS) if key.id != idle]
        return keys.hints(*(replace(key, hint=words.get(key.id, key.hint)) for key in wanted))

    @property
    def _deed(self) -> str:
        """What taking the choice does."""
        if self._choice is not None and len(self._query_to_be) < len(self._query):
            return "take out"
        return "leave out" if self._leaves_out else "narrow"

    def _bar(self, name: str, runs: Sequence[Run]) -> None:
        self.query_one(f"#{name}", Bar).write(runs)

    def say(self, text: str) -> None:
        """Tell the reader something in the place of the keys."""
        self._bar("facets-footer", [Run(text, ("strong",))])

    def fall_silent(self) -> None:
        """Show the keys again."""
        self._describe_choice()

    # Keys

    def awaits(self, event: Typed) -> bool:
        """What is typed behind Enter is meant for what that leads to, so that keys wait outside while they can."""
        return self._counting and not means(event, *keys.named("facet.close"))

    async def on_key(self, event: events.Key) -> None:
        """A key of this screen does what it does here; any other that is a character is typed."""
        bound = self.active_bindings.get(event.key)
        action = bound.binding.action if bound is not None and bound.node is self else ""
        if not action and not (event.is_printable and event.character):
            return
        event.stop()
        pressed = _Pressed(action, event.character or "")
        if self._counting and action != "step_out":
            self._waiting.append(pressed)
        else:
            await self._obey(pressed)

    async def _obey(self, pressed: _Pressed) -> None:
        if pressed.action:
            await self.run_action(pressed.action)
        else:
            self._type(self._typed + pressed.character)

    def _type(self, typed: str) -> None:
        self._typed = typed.lstrip()
        self._show()

    def action_erase(self) -> None:
        """Erase a letter."""
        self._type(self._typed[:-1])

    def action_choose(self, rows: int) -> None:
        """Another row of the list that is being chosen from."""
        # The first step down goes to the first row; up from nothing stays there.
        begun = self._choice is not None
        self._moved = True
        self._list(self._active).move(rows if begun else max(0, rows - 1))
        self._describe()

    def action_take(self) -> None:
        """Give the query with the choice and what was taken before, if there is either."""
        if self._choice is not None or (self._query != self._asked and not self._typed):
            self.dismiss(self._query_to_be)

    def action_take_and_go_on(self) -> None:
        """Take the choice if one was made, and choose from the next list what is left."""
        chosen = self._chosen
        if chosen:
            self._query = self._query_to_be
        self._typed = ""
        self._active = self._in_turn[1]
        self._show()
        if chosen:
            self._count()

    def action_step_out(self) -> None:
        """Close; what was taken on the way is not."""
        self.dismiss(None)

    def on_row_chosen(self, message: RowChosen) -> None:
        """A row was clicked, or the cursor moved."""
        self._point_at(message.list_id)

    def on_row_opened(self, message: RowOpened) -> None:
        """The row under the cursor was clicked."""
        if message.list_id == self._active and self._choice is not None:
            self.dismiss(self._query_to_be)
        else:
            self._point_at(message.list_id)

    def _point_at(self, list_id: str | None) -> None:
        self._active = list_id or self._active
        self._moved = True
        self._describe()


def _parted(query: str, before: str) -> tuple[str, str]:
    """A narrowed query as what is new in it, which stands in front, and what was there before."""
    new = query.removesuffix(before)
    return (new, before) if new != query else ("", query)
