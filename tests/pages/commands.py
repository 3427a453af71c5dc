"""docs/commands.md: every command with its arguments."""

from tests.pages.page import DOCS, Page, rows
from tui.commands.registry import COMMANDS


def commands() -> str:
    """Every command with its arguments."""
    return "| command | what it does |\n|---|---|\n" + rows(
        ("`morgue FOLDER`", "Open the explorer on a folder"),
        *((f"`morgue {command.usage}`", command.summary) for command in COMMANDS.values()),
    )


PAGE = Page(DOCS / "commands.md", {"commands": commands})
