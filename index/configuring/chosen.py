"""The theme chosen in the explorer, which is remembered without touching the reader's configuration file.

What was decided last holds. A choice is kept together with what the file said then: it holds until that entry of the
file is changed, and the entry holds from then on.
"""

import json
from pathlib import Path

from index.home import home
from models.errors import MorgueError

_NAME = "theme.json"


def choose_theme(name: str, stated: str | None) -> None:
    """Remember a theme; where it cannot be written down it holds until the explorer is left.

    Args:
        name: The theme.
        stated: What the configuration file says; None where it says nothing.
    """
    try:
        place = _place()
        fresh = place.with_suffix(".new")
        fresh.write_text(json.dumps({"theme": name, "instead_of": stated}), encoding="utf-8")
        fresh.replace(place)
    except (OSError, MorgueError):
        return


def chosen_theme(stated: str | None) -> str | None:
    """The theme chosen since the configuration file says what it says; None where there is none.

    Args:
        stated: What the file says now; None where it says nothing.
    """
    try:
        kept = json.loads(_place().read_text(encoding="utf-8"))
    except (OSError, ValueError, MorgueError):
        return None
    if not isinstance(kept, dict) or kept.get("instead_of") != stated:
        return None
    name = kept.get("theme")
    return name if isinstance(name, str) else None


def _place() -> Path:
    return home() / _NAME
