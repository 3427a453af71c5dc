"""What a key of the explorer is: one intent of the reader, and the keys that mean it."""

from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    """Where a key applies. The value is the heading that the help screen shows."""

    ANYWHERE = "Anywhere"
    QUERY = "In the search line"
    SCROLLING = "Everything that scrolls"
    PANES = "Panes"
    LISTS = "Lists"
    ARTICLE = "In the article"
    SELECTION = "While words are selected"
    FACETS = "Outlets, months and names"
    NAMES = "The card of a name"
    CARDS = "Ledgers and appearances"
    BOOKMARKS = "Bookmarks"
    SEARCHES = "Saved searches"
    CHANGES = "What an outlet changed"
    CONCORDANCE = "Every hit on a line"
    TIMELINE = "The results over time"


@dataclass(frozen=True)
class Key:
    """One intent of the reader, the keys that mean it, and how it is explained."""

    id: str
    """Unique, and stable: a keymap names it."""
    keys: tuple[str, ...]
    """Textual's names of the keys; the first is the one that is shown."""
    action: str
    tooltip: str
    """What it does, as a short sentence without a full stop."""
    group: Group
    hint: str = ""
    """Its word in the footer; empty where the footer leaves it out."""
    twin: str = ""
    """The id of the key that goes the other way, shown beside this one in the footer."""
    priority: bool = False
    """Taken before the focused widget sees it, so that keys typed right after it go where it leads."""
    command: bool = True
    """Offered by the command palette."""

    @property
    def shown(self) -> str:
        """The keys as a person reads them."""
        return " ".join(show(key) for key in self.keys)

    @property
    def typed(self) -> bool:
        """Whether one of the keys is one that a text field wants itself."""
        return any(is_typed(key) for key in self.keys)


_EDITING = {"space", "backspace", "delete", "left", "right", "home", "end"}


def is_typed(key: str) -> bool:
    """Whether a text field wants a key: a character, or one that erases or moves in it."""
    return len(key) == 1 or key in _EDITING


SHOWN = {
    "enter": "Enter", "escape": "Esc", "tab": "Tab", "shift+tab": "⇧Tab", "space": "Space",
    "backspace": "Backspace", "up": "↑", "down": "↓", "pageup": "PgUp", "pagedown": "PgDn",
    "home": "Home", "end": "End", "left": "←", "right": "→", "delete": "Del", "insert": "Ins",
}  # fmt: skip
"""Names of keys as a person reads them, where they are others."""


def show(key: str) -> str:
    """A key's name for a person: "ctrl+p" is "^p"."""
    if key.startswith("ctrl+") and len(key) == len("ctrl+p"):
        return "^" + key[-1]
    if key.startswith("shift+") and key not in SHOWN:
        return f"⇧{show(key.removeprefix('shift+'))}"
    return SHOWN.get(key, key)
