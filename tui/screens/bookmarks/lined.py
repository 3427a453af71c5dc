"""Asking for one line at the foot of a screen, with everything else in sight."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

from textual import on
from textual.content import Content
from textual.widgets import Input

from tui.screens.room import Room
from tui.text.safety import printable, printable_lines
from tui.widgets.answer_line import AnswerLine
from tui.widgets.note_area import NoteArea
from tui.widgets.offers import Offers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from textual.widget import Widget

    from tui.turns import Typed

Result = TypeVar("Result")


class Lined(Room[Result]):
    """A screen with a line that opens where something is to be typed, and closes when it is."""

    def __init__(self) -> None:
        super().__init__()
        self._answer: asyncio.Future[str | None] | None = None
        self._typed: Callable[[str], str] = str
        self._turn: Callable[[str], str] | None = None
        self._came_from: Widget | None = None

    def line(self) -> Iterator[Widget]:
        """The line and what is offered for it, to be put above the footer."""
        yield AnswerLine(id="line", compact=True, select_on_focus=False)
        yield Offers(id="offers")
        yield NoteArea(id="note")

    @property
    def asking(self) -> bool:
        """Whether something is being asked for."""
        return self._answer is not None

    @property
    def writing(self) -> bool:
        """Whether keys are letters, also those of a note."""
        return super().writing or isinstance(self.focused, NoteArea)

    @property
    def turns(self) -> bool:
        """Whether Tab makes something else of what is asked for."""
        return self.asking and self._turn is not None

    def ask(
        self,
        value: str,
        typed: Callable[[str], str],
        *,
        known: Mapping[str, int] | None = None,
        turn: Callable[[str], str] | None = None,
    ) -> asyncio.Future[str | None]:
        """Ask for a line of text. The line is open when this returns, so that keys typed right after go there.

        Args:
            value: What stands there at first.
            typed: Given what stands there, what is said above the line; called with every key.
            known: Tags that are offered, with how often each is in use.
            turn: Given what stands there, what Tab makes of it, where it completes nothing.

        Returns:
            To be awaited: what was typed; None where the reader stepped out.
        """
        field = self.query_one("#line", AnswerLine)
        answer = self._begin(typed, turn)
        offers = self.query_one("#offers", Offers)
        offers.offer(known or {})
        field.offering = offers if known else None
        field.value = printable(value)
        offers.suit(field.value)
        field.cursor_position = len(field.value)
        self._let_type(field, field.value)
        return answer

    def ask_lines(self, value: str, typed: Callable[[str], str]) -> asyncio.Future[str | None]:
        """Ask for a text that may have several lines, as `ask` does."""
        area = self.query_one("#note", NoteArea)
        answer = self._begin(typed, None)
        area.begin(printable_lines(value))
        self._let_type(area, area.text)
        return answer

    def _begin(
        self, typed: Callable[[str], str], turn: Callable[[str], str] | None
    ) -> asyncio.Future[str | None]:
        self._drop(None)
        self._answer = asyncio.get_running_loop().create_future()
        self._typed, self._turn = typed, turn
        self._came_from = self.focused
        return self._answer

    def _let_type(self, field: Widget, value: str) -> None:
        field.display = True
        self._say_above(field, value)
        self.set_focus(field)
        self.update_footer()

    @on(Input.Changed, "#line")
    def _line_changed(self, event: Input.Changed) -> None:
        if self.asking:
            self._say_above(event.input, event.value)

    @on(NoteArea.Changed, "#note")
    def _lines_changed(self, event: NoteArea.Changed) -> None:
        if self.asking:
            self._say_above(event.text_area, event.text_area.text)

    def _say_above(self, field: Widget, value: str) -> None:
        field.border_title = Content(printable(self._typed(value)))

    def awaits(self, event: Typed) -> bool:
        """What was typed into the line is done first."""
        return super().awaits(event) or (not self.asking and self.is_busy_with("line"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is being typed ends with the keys that end it, after the letters before them."""
        if self.asking and action in {"enter", "step_out", "pane"}:
            return False
        return super().check_action(action, parameters)

    def on_answer_line_answered(self, message: AnswerLine.Answered) -> None:
        """It was typed, or dropped."""
        self._drop(message.answer)

    def on_answer_line_turned(self) -> None:
        """Make the next thing of the line that it can be."""
        if self._turn is not None:
            field = self.query_one("#line", AnswerLine)
            field.value = self._turn(field.value)
            field.cursor_position = len(field.value)

    def _drop(self, answer: str | None) -> None:
        if self._answer is None:
            return
        if not self._answer.done():
            self._answer.set_result(answer)
        self._answer = None
        for field in self.query("#line, #offers, #note"):
            field.display = False
        self.set_focus(self._came_from)
        self.update_footer()
