"""docs/config.md: every entry, template, theme and id of a key."""

from index.configuring.example import written
from models.config import ENTRIES
from tests.pages.page import DOCS, Page, rows
from tui.keys import KEYS
from tui.text.citing import FIELDS, TEMPLATES
from tui.themes import names


def entries() -> str:
    """Every entry with what it takes, its default, and what it does."""
    head = "| entry | takes | default | what it does |\n|---|---|---|---|\n"
    return head + rows(
        *((f"`{e.name}`", e.allowed, f"`{written(e.default)}`", e.about) for e in ENTRIES.values())
    )


def templates() -> str:
    """The templates that have a name."""
    head = "| name | template |\n|---|---|\n"
    return head + rows(*((f"`{name}`", f"`{written(text)}`") for name, text in TEMPLATES.items()))


def fields() -> str:
    """What a template can name."""
    return "| field | stands for |\n|---|---|\n" + rows(
        *((f"`{{{name}}}`", what) for name, what in FIELDS.items())
    )


def ids() -> str:
    """Every key's id."""
    head = "| id | keys | what it does |\n|---|---|---|\n"
    return head + rows(*((f"`{key.id}`", f"`{' '.join(key.keys)}`", key.tooltip) for key in KEYS))


def themes() -> str:
    """Every theme's name."""
    return ", ".join(f"`{name}`" for name in names()) + "."


PAGE = Page(
    DOCS / "config.md",
    {"entries": entries, "templates": templates, "fields": fields, "themes": themes, "ids": ids},
)
