"""Asking for one line, and asking whether it is meant."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import Input, Static
from textual.widgets.input import Selection

from tui.keys import show
from tui.screens.beside import Beside
from tui.text.safety import printable, printable_lines
from tui.widgets.answer_line import AnswerLine
from tui.widgets.note_area import NEW_LINE, NoteArea
from tui.widgets.offers import Offers


class Prompt(Beside[str | None]):
    """Asks for one line; gives None where the reader steps out."""

    CSS_PATH = "prompt.tcss"

    def __init__(
        self,
        label: str,
        value: str = "",
        known: Mapping[str, int] | None = None,
        *,
        explain: Callable[[str], str] | None = None,
        replaced: bool = False,
    ) -> None:
        """Make a prompt.

        Args:
            label: What is asked for.
            value: What stands in the field at first.
            known: Tags that are offered, with how often each is in use.
            explain: Given what is typed, what it will mean; shown below the field.
            replaced: Whether what is typed takes the place of what stands there, rather than going on behind it.
        """
        super().__init__()
        self._explain = explain
        self._replaced = replaced
        self._label = label
        self._value = value
        self._known = known or {}

    def compose(self) -> ComposeResult:
        """A label, the field, and what its keys do."""
        with Vertical(id="prompt"):
            yield Static(Content(printable(self._label)), id="label")
            yield AnswerLine(
                printable(self._value),
                select_on_focus=False,
                compact=True,
            )
            if self._known:
                yield Offers()
            if self._explain is not None:
                yield Static(id="meaning")
            keys = "Enter done · Esc cancel"
            yield Static(Content(f"Tab takes · ↑↓ choose · {keys}" if self._known else keys), id="advice")

    def on_mount(self) -> None:
        """Write behind what is there, or over it; the next tag begins with a space."""
        field = self.query_one(AnswerLine)
        if self._known:
            offers = self.query_one(Offers)
            offers.offer(self._known)
            offers.suit(field.value)
            field.offering = offers
            if field.value:
                field.value += " "
        field.selection = Selection(0 if self._replaced else len(field.value), len(field.value))
        field.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what it means."""
        if self._explain is not None:
            self.query_one("#meaning", Static).update(Content(printable(self._explain(event.value))))

    def on_answer_line_answered(self, message: AnswerLine.Answered) -> None:
        """Done, or stepped out."""
        self.dismiss(message.answer)


class NotePrompt(Beside[str | None]):
    """Asks for a note, of as many lines as it takes; gives None where the reader steps out."""

    CSS_PATH = "prompt.tcss"

    def __init__(self, note: str) -> None:
        """Ask, beginning with the note as it is."""
        super().__init__()
        self._before = note

    def compose(self) -> ComposeResult:
        """A label, the text, and what its keys do."""
        with Vertical(id="prompt"):
            yield Static(Content("Note"), id="label")
            yield NoteArea(id="note")
            yield Static(Content(f"Enter done · {show(NEW_LINE[0])} new line · Esc cancel"), id="advice")

    def on_mount(self) -> None:
        """Write behind what is there."""
        area = self.query_one(NoteArea)
        area.begin(printable_lines(self._before))
        area.focus()

    def on_answer_line_answered(self, message: AnswerLine.Answered) -> None:
        """Done, or stepped out."""
        self.dismiss(message.answer)


class Choice(Beside[str | None]):
    """Asks which of a few things is meant, each by its key. None where the reader steps out."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "answer(None)", "Cancel"),
        Binding("enter", "first", "The first"),
    ]
    CSS_PATH = "prompt.tcss"

    def __init__(self, question: str, choices: Sequence[tuple[str, str]], *, by_letter: bool = False) -> None:
        """Make a question.

        Args:
            question: What is asked.
            choices: Keys, each a letter, with what they mean.
            by_letter: Only a letter answers, where Enter pressed by mistake would take something away; else it means
                the first.
        """
        super().__init__()
        self._by_letter = by_letter
        self._question = question
        self._choices = choices

    def compose(self) -> ComposeResult:
        """The question, its answers, and the way out."""
        with Vertical(id="prompt"):
            yield Static(Content(printable(self._question)), id="label")
            for key, meaning in self._choices:
                yield Static(Content.assemble((key, "bold"), printable(f"  {meaning}")), classes="choice")
            first = "" if self._by_letter else f"Enter {self._choices[0][0]} · "
            yield Static(Content(f"{first}Esc cancel"), id="advice")

    def on_key(self, event: Key) -> None:
        """One of the answers."""
        if event.character in dict(self._choices):
            event.stop()
            self.dismiss(event.character)

    def action_first(self) -> None:
        """The first answer."""
        if not self._by_letter:
            self.dismiss(self._choices[0][0])

    def action_answer(self, answer: str | None) -> None:
        """Close with an answer."""
        self.dismiss(answer)


class Confirm(Beside[bool]):
    """Asks whether something is meant; anything but y is a no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Yes"),
        Binding("n,escape,enter", "answer(False)", "No"),
    ]
    CSS_PATH = "prompt.tcss"

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """The question and its two answers."""
        with Vertical(id="prompt"):
            yield Static(Content(printable(self._question)), id="label")
            yield Static(Content("y yes · n no"), id="advice")

    def action_answer(self, answer: bool) -> None:
        """Close with the answer."""
        self.dismiss(answer)
