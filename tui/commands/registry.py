"""All commands, in the order in which help and README list them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.commands.command import Command

GROUPS: Mapping[str, tuple[str, ...]] = {
    "to read": ("demo", "serve", "open"),
    "to ask a folder": (
        "index",
        "search",
        "concordance",
        "timeline",
        "related",
        "figures",
        "copies",
        "names",
    ),
    "to ask files and texts, without an index": ("read", "annotate"),
    "what you kept": ("bookmarks", "backup", "restore"),
    "Morgue itself": ("config", "completion", "doctor", "forget"),
}
"""The names of the commands, by what they are for."""

_MODULES = {name: name for names in GROUPS.values() for name in names} | {"open": "open_link"}
"""The name of each, and its module in `tui.commands`."""


class _Commands(Mapping[str, "Command"]):
    """Each is loaded when it is asked for: opening a folder needs none of them."""

    def __getitem__(self, name: str) -> Command:
        command: Command = import_module(f"tui.commands.{_MODULES[name]}").COMMAND
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(_MODULES)

    def __len__(self) -> int:
        return len(_MODULES)


COMMANDS = _Commands()
"""By name."""
