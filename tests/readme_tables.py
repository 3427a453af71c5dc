"""The README's tables, made from the code. `uv run python -m tests.readme_tables` writes them into the README."""

from collections.abc import Iterator
from pathlib import Path

from tui.commands.registry import COMMANDS
from tui.keys import KEYS, Group, show

README = Path(__file__).resolve().parents[1] / "README.md"


def keys_table() -> str:
    """Every key by where it applies."""
    return "\n".join(["| where | key | what it does |", "|---|---|---|", *_key_rows()])


def _key_rows() -> Iterator[str]:
    for group in Group:
        where = group.value
        for key in KEYS:
            if key.group is group:
                digits = [f"{key.keys[0]}–{key.keys[-1]}"]
                keys = digits if "{n}" in key.action else [show(name) for name in key.keys]
                shown = " ".join(f"`{name}`" for name in keys).replace("|", r"\|")
                yield f"| {where} | {shown} | {key.tooltip} |"
                where = ""


def commands_table() -> str:
    """Every command with its arguments."""
    head = ["| command | what it does |", "|---|---|", "| `morgue FOLDER` | Open the explorer on a folder |"]
    return "\n".join(head + [f"| `morgue {_in_cell(c.usage)}` | {c.summary} |" for c in COMMANDS.values()])


def _in_cell(text: str) -> str:
    return text.replace("|", "\\|")


TABLES = {"keys": keys_table, "commands": commands_table}


def with_tables(text: str) -> str:
    """The README's text with each table between its marks made anew."""
    for name, table in TABLES.items():
        before, _, rest = text.partition(f"<!-- {name} -->\n")
        _, _, after = rest.partition(f"\n<!-- /{name} -->")
        text = f"{before}<!-- {name} -->\n{table()}\n<!-- /{name} -->{after}"
    return text


if __name__ == "__main__":
    README.write_text(with_tables(README.read_text(encoding="utf-8")), encoding="utf-8")

    from tests import config_page

    # The keys are in both.
    config_page.write()
