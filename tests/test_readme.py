import re

import pytest

from tests.readme_tables import README, TABLES, commands_table, keys_table, with_tables

TEXT = README.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_as_the_code_says(name: str) -> None:
    """When this fails, `uv run python -m tests.readme_tables` writes the tables anew."""
    assert f"<!-- {name} -->" in TEXT
    assert TABLES[name]() in TEXT
    assert with_tables(TEXT) == TEXT


def test_the_tables_hold_what_a_reader_needs_first() -> None:
    assert "`/` | Search the collection |" in keys_table()
    assert "`morgue demo`" in commands_table()


def test_pictures_and_documents_are_there() -> None:
    linked = re.findall(r"\]\((?!https?:|#)([^)#]+)", TEXT)
    assert any(link.endswith(".svg") for link in linked)
    assert [link for link in linked if not (README.parent / link).exists()] == []


def test_the_two_commands_stand_first() -> None:
    commands = re.findall(r"^    (.+)$", TEXT, flags=re.MULTILINE)
    assert commands[:2] == ["pip install uv && uv run morgue demo", "uv run pytest"]


def test_ci_calls_the_very_test_command() -> None:
    script = (README.parent / ".ci" / "run").read_text(encoding="utf-8")
    assert re.search(r"^\s*uv run pytest$", script, flags=re.MULTILINE)
