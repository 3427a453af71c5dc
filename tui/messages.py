"""What widgets tell their screen. Textual stamps each message as it is posted, so they cannot be frozen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual.message import Message

if TYPE_CHECKING:
    from models.key import ArticleKey
    from tui.text.shares import Side
    from tui.text.spans import Span


@dataclass
class RowChosen(Message):
    """The cursor of a list came to rest on a row."""

    list_id: str | None
    row: int


@dataclass
class RowOpened(Message):
    """A row of a list is to be opened."""

    list_id: str | None
    row: int


@dataclass
class PeriodChosen(Message):
    """A period of a timeline was chosen, as `index.periods` numbers it."""

    number: int


@dataclass
class PassageChanged(Message):
    """The reader's cursor came to a passage."""

    key: ArticleKey
    passage: int


@dataclass
class SpanOpened(Message):
    """A name, quotation or figure is to be explained."""

    span: Span


@dataclass
class SpanFocused(Message):
    """Another span has the focus, or none."""

    span: Span | None


@dataclass
class SelectionChanged(Message):
    """Other words of the article are selected, or none."""

    text: str


@dataclass
class Wanted(Message):
    """The reader asks for something that only the screen can do with the article in the pane."""

    what: str
    """ "keep", "tag", "note", "yank", "original", "compare", "origin", "unname"."""


@dataclass
class LineWanted(Message):
    """The reader says that a line is the article's, or is not."""

    text: str
    keep: bool


@dataclass
class RelatedWanted(Message):
    """Related passage `number`, counted from 1, is to be opened."""

    number: int


@dataclass
class MentionWanted(Message):
    """The mention of a name after this place (1) or before it (-1), in whatever article."""

    direction: Literal[1, -1]


@dataclass
class Said(Message):
    """Something to tell the reader in passing, in the footer."""

    text: str


@dataclass
class SeamDragged(Message):
    """The mouse drags the seam of a list to a column of the window."""

    side: Side
    column: int


@dataclass
class SeamReleased(Message):
    """The seam of a list is to be where it was at first."""

    side: Side


@dataclass
class LineClicked(Message):
    """A mark on the position bar was clicked: its line of the page is to be gone to."""

    line: int
