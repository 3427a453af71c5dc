"""docs/commands.md: every command with its arguments."""

from collections.abc import Iterator

from tests.pages.page import DOCS, Page, rows
from tui.commands.registry import COMMANDS, GROUPS


def commands() -> str:
    """Every command with its arguments, by what it is for."""
    return "| | command | what it does |\n|---|---|---|\n" + rows(
        (next(iter(GROUPS)), "`morgue FOLDER`", "Open the explorer on a folder"), *_rows()
    )


def _rows() -> Iterator[tuple[str, str, str]]:
    for place, (group, names) in enumerate(GROUPS.items()):
        # The first group begins with the command that has no name.
        where = group if place else ""
        for name in names:
            yield where, f"`morgue {COMMANDS[name].usage}`", COMMANDS[name].summary
            where = ""


PAGE = Page(DOCS / "commands.md", {"commands": commands})
