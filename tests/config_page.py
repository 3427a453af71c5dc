"""The tables of docs/config.md, made from the code. `uv run python -m tests.config_page` writes them into the page."""

from pathlib import Path

from index.configuring.example import written
from models.config import ENTRIES
from tui.keys import KEYS
from tui.text.citing import FIELDS, TEMPLATES
from tui.themes import names

PAGE = Path(__file__).resolve().parents[1] / "docs" / "config.md"


def _rows(*rows: tuple[str, ...]) -> str:
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows)


def entries() -> str:
    """Every entry with what it takes, its default, and what it does."""
    head = "| entry | takes | default | what it does |\n|---|---|---|---|\n"
    return head + _rows(
        *((f"`{e.name}`", e.allowed, f"`{written(e.default)}`", e.about) for e in ENTRIES.values())
    )


def templates() -> str:
    """The templates that have a name."""
    head = "| name | template |\n|---|---|\n"
    return head + _rows(*((f"`{name}`", f"`{written(text)}`") for name, text in TEMPLATES.items()))


def fields() -> str:
    """What a template can name."""
    return "| field | stands for |\n|---|---|\n" + _rows(
        *((f"`{{{name}}}`", what) for name, what in FIELDS.items())
    )


def ids() -> str:
    """Every key's id."""
    head = "| id | keys | what it does |\n|---|---|---|\n"
    return head + _rows(*((f"`{key.id}`", f"`{' '.join(key.keys)}`", key.tooltip) for key in KEYS))


def themes() -> str:
    """Every theme's name."""
    return ", ".join(f"`{name}`" for name in names()) + "."


TABLES = {"entries": entries, "templates": templates, "fields": fields, "themes": themes, "ids": ids}


def with_tables(text: str) -> str:
    """The page's text with each table between its marks made anew."""
    for name, table in TABLES.items():
        before, _, rest = text.partition(f"<!-- {name} -->\n")
        _, _, after = rest.partition(f"\n<!-- /{name} -->")
        text = f"{before}<!-- {name} -->\n{table()}\n<!-- /{name} -->{after}"
    return text


def write() -> None:
    """Write the tables into the page."""
    PAGE.write_text(with_tables(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    write()
