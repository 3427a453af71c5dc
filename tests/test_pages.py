import pytest

from tests.pages import commands, config, keys
from tests.pages.page import Page

PAGES = {module.PAGE.path.name: module.PAGE for module in (keys, commands, config)}
TABLES = [
    pytest.param(page, name, id=f"{file} {name}") for file, page in PAGES.items() for name in page.tables
]


@pytest.mark.parametrize(("page", "name"), TABLES)
def test_a_table_is_as_the_code_says(page: Page, name: str) -> None:
    """When this fails, `uv run python -m tests.pages` writes the tables anew."""
    assert f"<!-- {name} -->\n{page.tables[name]()}\n<!-- /{name} -->" in page.text()


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_nothing_else_stands_between_the_marks(page: Page) -> None:
    assert page.current() == page.text()


def test_the_tables_hold_what_a_reader_needs_first() -> None:
    table = keys.keys()
    assert "`/` | Search the collection |" in table
    assert "`1–9` | Open related passage 1 to 9 |" in table
    assert "`\\|`" in table
    assert "`morgue demo`" in commands.commands()
