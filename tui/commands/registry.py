"""All commands, in the order in which help and README list them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.commands.command import Command

_MODULES = {
    "demo": "demo",
    "index": "index",
    "search": "search",
    "concordance": "concordance",
    "timeline": "timeline",
    "related": "related",
    "figures": "figures",
    "copies": "copies",
    "names": "names",
    "read": "read",
    "annotate": "annotate",
    "bookmarks": "bookmarks",
    "open": "open_link",
    "serve": "serve",
    "backup": "backup",
    "restore": "restore",
    "config": "config",
    "completion": "completion",
    "doctor": "doctor",
    "forget": "forget",
}
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
