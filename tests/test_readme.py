import re
from pathlib import Path

import pytest

from tests.pages.page import DOCS
from tui.commands.registry import COMMANDS
from tui.keys import KEYS, show

README = DOCS.parent / "README.md"
TEXT = README.read_text(encoding="utf-8")
PAGES = [README, *sorted(DOCS.glob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_what_a_page_links_to_is_there(page: Path) -> None:
    prose = re.sub(r"`[^`\n]*`", "", page.read_text(encoding="utf-8"))
    linked = re.findall(r"\]\((?!https?:|#)([^)#]+)", prose)
    assert [link for link in linked if not (page.parent / link).exists()] == []


def test_every_page_is_led_to() -> None:
    assert [page.name for page in PAGES[1:] if f"(docs/{page.name})" not in TEXT] == [
        "annotation.md",
        "engine.md",
    ], "those of developers are linked from architecture.md"


def test_it_has_pictures() -> None:
    assert "![Morgue with a search, an article and related passages](docs/morgue.svg)" in TEXT


def test_it_is_one_page() -> None:
    assert len(TEXT.split()) < 1000


def test_it_names_keys_that_there_are() -> None:
    keys = {show(name) for key in KEYS for name in key.keys}
    named = [code for code in re.findall(r"`([^`\n]+)`", TEXT) if len(code) == 1 or code == "Enter"]
    assert [key for key in named if key not in keys] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_names_commands_that_there_are(page: Path) -> None:
    named = re.findall(r"\bmorgue ([a-z]+)\b", "\n".join(_code(page.read_text(encoding="utf-8"))))
    assert [name for name in named if name not in COMMANDS] == []


def _code(text: str) -> list[str]:
    return re.findall(r"`(morgue [^`]+)`", text) + re.findall(
        r"^    (?:uv run )?(morgue .+)$", text, re.MULTILINE
    )


def test_the_two_commands_stand_first() -> None:
    commands = re.findall(r"^    (.+)$", TEXT, flags=re.MULTILINE)
    assert commands[:2] == ["pip install uv && uv run morgue demo", "uv run pytest"]


def test_ci_calls_the_very_test_command() -> None:
    script = (README.parent / ".ci" / "run").read_text(encoding="utf-8")
    assert re.search(r"^\s*uv run pytest$", script, flags=re.MULTILINE)
