"""All commands, in the order in which help and README list them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.commands import (
    annotate,
    backup,
    bookmarks,
    config,
    copies,
    demo,
    doctor,
    figures,
    forget,
    index,
    names,
    open_link,
    read,
    related,
    restore,
    search,
)

if TYPE_CHECKING:
    from tui.commands.command import Command

COMMANDS: dict[str, Command] = {
    module.COMMAND.name: module.COMMAND
    for module in (
        demo,
        index,
        search,
        related,
        figures,
        copies,
        names,
        read,
        annotate,
        bookmarks,
        open_link,
        backup,
        restore,
        config,
        doctor,
        forget,
    )
}
"""By name."""
