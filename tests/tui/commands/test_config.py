import pytest

from index.configuring import choose_theme, config_file, read_config
from models.config import ENTRIES, Config
from tui.commands.running import run
from tui.keys import KEYS
from tui.settings import read_settings


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    status = run(["config", *arguments])
    out, err = capsys.readouterr()
    return status, out + err


def test_without_a_file_it_says_so_and_shows_the_defaults(capsys: pytest.CaptureFixture[str]) -> None:
    status, text = said(capsys)
    assert status == 0
    assert "is not there, so the defaults hold" in " ".join(text.split())
    for name in ENTRIES:
        assert any(line.startswith(name) and line.endswith("default") for line in text.splitlines())


def test_it_shows_where_each_value_comes_from(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    config_file().write_text('theme = "nord"\n[layout]\nmeasure = 7\nresults = 30\n[keymap]\nquit = "Q"\n')
    monkeypatch.setenv("MORGUE_PLAIN", "1")
    monkeypatch.setenv("COLUMNS", "200")
    choose_theme("dracula", "nord")
    lines = said(capsys)[1].splitlines()
    shown = {line.split()[0]: " ".join(line.split()[1:]) for line in lines if line.strip()}
    assert shown["theme"] == '"dracula" chosen in the explorer, after line 1 said nord'
    assert shown["plain"] == "true asked for by MORGUE_PLAIN"
    assert shown["layout.measure"] == "76 default (line 3 is wrong)"
    assert shown["layout.results"] == "30 line 4"
    assert shown["keymap.quit"] == "Q line 6"
    assert "Line 3: `layout.measure` takes a whole number from 30 to 200, not 7." in " ".join(lines)


def test_the_path_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "--path") == (0, f"{config_file()}\n")


def test_what_it_writes_changes_nothing_and_has_every_entry_and_key(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert said(capsys, "--init")[0] == 0
    text = config_file().read_text(encoding="utf-8")
    settings = read_settings()
    assert (settings.config, settings.keys, settings.faults) == (Config(), KEYS, ())
    uncommented = [
        line[1:] if line.startswith("#") and line[1:2].strip() else line for line in text.split("\n")
    ]
    config_file().write_text("\n".join(uncommented), encoding="utf-8")
    settings = read_settings()
    assert settings.faults == ()
    assert settings.keys == KEYS
    assert set(read_config().lines) >= {*ENTRIES, *(f"keymap.{key.id}" for key in KEYS)}


def test_it_does_not_write_over_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    config_file().write_text("plain = true\n")
    status, text = said(capsys, "--init")
    assert status == 1
    assert "already" in text
    assert config_file().read_text() == "plain = true\n"


def test_checking_tells_by_its_status(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "--check")[0] == 0
    config_file().write_text("plain = true\n")
    assert said(capsys, "--check")[0] == 0
    config_file().write_text('plain = 1\n\n[keymap]\nsearch = "F13 escpe"\n')
    status, text = said(capsys, "--check")
    assert status == 1
    assert text.startswith(
        "Line 1: `plain` takes true or false, not 1.\nLine 4: There is no key `escpe`. Did you mean"
    )
