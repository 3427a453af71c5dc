import pytest

from index.configuring import choose_theme, config_file
from models.config import Config
from tests.tui.conftest import until
from tests.tui.looking import NARROW, started
from tui.app import Explorer
from tui.keys import KEYS
from tui.settings import PLAIN, read_settings
from tui.widgets.bar import Bar


def put(text: str) -> None:
    config_file().write_text(text, encoding="utf-8")


def test_without_a_file_everything_is_ours() -> None:
    settings = read_settings()
    assert (settings.config, settings.keys, settings.faults, settings.notice) == (Config(), KEYS, (), "")


def test_what_only_the_explorer_knows_is_checked_with_its_line() -> None:
    put('theme = "nrod"\ncitation = "{qoute}"\n\n[keymap]\nquit = "Q"\nserch = "s"\n[layout]\nmeasure = 60\n')
    settings = read_settings()
    assert [fault.line for fault in settings.faults] == [1, 2, 6]
    assert "Did you mean `nord`?" in settings.faults[0].message
    assert settings.config.theme == "morgue-dark"
    assert settings.config.citation == "quote"
    assert settings.config.measure == 60
    assert next(key for key in settings.keys if key.id == "quit").keys == ("Q",)
    assert settings.notice == "config.toml line 1: There is no theme `nrod`. D… · morgue config --check"


async def test_what_cannot_hold_is_told_in_the_footer_and_goes_with_the_next_key(explorer: Explorer) -> None:
    put('theme = "nrod"\n')
    explorer.settings = read_settings()
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        footer = desk.query_one("#footer", Bar)
        await until(pilot, lambda: "config.toml line 1" in footer.shown)
        assert "morgue config --check" in footer.shown
        await pilot.press("j")
        assert "config.toml" not in footer.shown


def test_the_theme_decided_last_holds() -> None:
    choose_theme("dracula", None)
    assert read_settings().config.theme == "dracula"
    put('theme = "nord"\n')
    settings = read_settings()
    assert (settings.config.theme, settings.theme_chosen) == ("nord", False)
    choose_theme("gruvbox", settings.stated_theme)
    assert (read_settings().config.theme, read_settings().theme_chosen) == ("gruvbox", True)
    choose_theme("no such theme", settings.stated_theme)
    assert read_settings().config.theme == "nord"


def test_plain_text_is_asked_for_in_three_ways(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not read_settings().config.plain
    assert read_settings(plain=True).config.plain
    monkeypatch.setenv(PLAIN, "0")
    assert not read_settings().config.plain
    monkeypatch.setenv(PLAIN, "1")
    assert read_settings().config.plain
    monkeypatch.delenv(PLAIN)
    put("plain = true\n")
    assert read_settings().config.plain
