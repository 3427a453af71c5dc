"""What the reader can set in the configuration file: the values that hold, and every entry, in one table.

Plain dataclasses, unlike the other nouns: this is read before the first paint, which does not wait for pydantic.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

DateOrder = Literal["guess", "dmy", "mdy"]


@dataclass(frozen=True)
class Config:
    """The values that hold; `ENTRIES` explains them. Widths are cells, or per cent of the window's width."""

    theme: str = "morgue-dark"
    plain: bool = False
    date_order: DateOrder = "guess"
    citation: str = "quote"
    measure: int = 76
    results: int = 24
    related: int = 26
    side_pane: bool = True
    keymap: Mapping[str, str] = field(default_factory=dict)
    """The ids of keys and what they are to be: keys separated by blanks. An open table, checked by `tui.keys`."""


@dataclass(frozen=True)
class Entry:
    """One entry of the file: what it is called, what it takes, and how it is explained."""

    name: str
    """As it is written, after its table and a dot where it is in one: "layout.measure"."""
    field: str
    """Its name in `Config`."""
    about: str
    """What it does, in one or two sentences."""
    choices: tuple[str, ...] = ()
    """The only texts it takes; empty where it takes others."""
    least: int = 0
    most: int = 0
    """The limits of a number."""

    @property
    def default(self) -> bool | int | str:
        """What holds where the file says nothing."""
        value: bool | int | str = getattr(Config, self.field)
        return value

    @property
    def table(self) -> str:
        """The table that it stands in; empty where it stands in none."""
        return self.name.rpartition(".")[0]

    @property
    def allowed(self) -> str:
        """What it takes, in words."""
        if isinstance(self.default, bool):
            return "true or false"
        if isinstance(self.default, int):
            return f"a whole number from {self.least} to {self.most}"
        if self.choices:
            *others, last = [f'"{choice}"' for choice in self.choices]
            return f"{', '.join(others)} or {last}"
        return "a text in quotation marks"


_ENTRIES = (
    Entry(
        "theme",
        "theme",
        "The colours. “Theme” in the explorer's palette (`:`) lists them all and shows each as you go.",
    ),
    Entry(
        "plain",
        "plain",
        "Text for a screen reader: one pane, no lines, bars or marks that only the eye tells apart, and in words "
        "what has the focus. `morgue --plain` and MORGUE_PLAIN=1 do the same for once.",
    ),
    Entry(
        "date-order",
        "date_order",
        "Which day 7/8/2021 is where an article leaves it open: day first, month first, or as the outlet's and "
        "the folder's other dates suggest.",
        choices=("guess", "dmy", "mdy"),
    ),
    Entry("citation", "citation", "What `y` copies: the name of a template, or a template of your own."),
    Entry("layout.measure", "measure", "Cells in a line of an article, at most.", least=30, most=200),
    Entry(
        "layout.results",
        "results",
        "The share of a wide window that the results take, in per cent.",
        least=10,
        most=60,
    ),
    Entry(
        "layout.related",
        "related",
        "The share that the related passages take, in per cent.",
        least=10,
        most=60,
    ),
    Entry(
        "layout.side-pane",
        "side_pane",
        "Whether the related passages stand beside the article where there is room.",
    ),
)

ENTRIES: Mapping[str, Entry] = {entry.name: entry for entry in _ENTRIES}
"""By name, in the order in which the example and the documentation have them; the table `keymap` is beside them."""

KEYMAP = "keymap"
"""The table of keys."""


@dataclass(frozen=True)
class Fault:
    """Something in the file that cannot hold; the rest does."""

    message: str
    """A sentence or two: what is wrong, and what is allowed."""
    line: int | None = None
    """Counted from 1; None where it is the whole file."""

    def __str__(self) -> str:
        return self.message if self.line is None else f"Line {self.line}: {self.message}"
