import stat
from pathlib import Path

import pytest
from textual.app import App
from textual.events import CursorPosition

from tests.tui.conftest import until
from tests.tui.looking import WIDE, opened, started
from tui.app import Explorer
from tui.clipboard import is_deaf, programs, put_on_clipboard

_VARIABLES = "TMUX SSH_CONNECTION SSH_TTY WAYLAND_DISPLAY DISPLAY WSL_DISTRO_NAME STY VTE_VERSION".split()


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal beside which nothing keeps a clipboard."""
    for name in _VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")


def program(folder: Path, name: str, script: str) -> None:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(file.stat().st_mode | stat.S_IXUSR)


def test_which_programs_may_keep_the_clipboard() -> None:
    def names(platform: str = "linux", **environment: str) -> list[str]:
        return [command[0] for command in programs(environment, platform)]

    assert names() == []
    assert names(WAYLAND_DISPLAY="wayland-0", DISPLAY=":0") == ["wl-copy", "xclip", "xsel"]
    assert names("darwin") == ["pbcopy"]
    assert names(TMUX="/tmp/tmux-0", DISPLAY=":0") == ["tmux", "xclip", "xsel"]
    # Over SSH a display here is not the reader's.
    assert names(SSH_CONNECTION="1 2 3 4", DISPLAY=":0", TMUX="x") == ["tmux"]
    assert names("darwin", SSH_TTY="/dev/ttys1") == []


def test_terminals_that_are_known_to_keep_nothing() -> None:
    assert is_deaf({"TERM_PROGRAM": "Apple_Terminal"})
    assert is_deaf({"TERM": "linux"})
    assert is_deaf({"STY": "1.tty"})
    assert not is_deaf({"TERM": "xterm-256color"})


async def test_a_program_is_given_the_very_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "wl-copy", f"cat > '{tmp_path}/kept'")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    app: App[object] = App()
    assert await put_on_clipboard(app, "“Šolić\nsaid” 漢") == "program"
    assert (tmp_path / "kept").read_text(encoding="utf-8") == "“Šolić\nsaid” 漢"
    assert app.clipboard == "“Šolić\nsaid” 漢"


async def test_where_one_program_fails_the_next_is_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path, "wl-copy", "exit 1")
    program(tmp_path, "xclip", "cat > /dev/null")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    app: App[object] = App()
    assert await put_on_clipboard(app, "x") == "terminal"
    monkeypatch.setenv("DISPLAY", ":0")
    assert await put_on_clipboard(app, "x") == "program"
    monkeypatch.delenv("WAYLAND_DISPLAY")
    monkeypatch.delenv("DISPLAY")
    monkeypatch.setenv("TERM", "linux")
    assert await put_on_clipboard(app, "x") == "none"


async def test_what_no_clipboard_takes_is_shown(explorer: Explorer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM_PROGRAM", "Apple_Terminal")
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        await pilot.press('"', "y")
        # A test has no terminal to show it on, nor has a browser.
        await until(pilot, lambda: any("We asked for rest" in n.message for n in explorer._notifications))


async def test_what_is_shown_waits_for_an_answer_of_the_terminal(
    explorer: Explorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM_PROGRAM", "Apple_Terminal")
    shown: list[str] = []

    def show(_: App[object], text: str) -> bool:
        shown.append(text)
        return True

    monkeypatch.setattr("tui.clipboard.show_to_copy", show)
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        explorer._pace.sends(5_000)
        await desk.copy("The cranes stand still.", "a headline")
        await pilot.pause()
        assert not shown
        explorer.post_message(CursorPosition(0, 0))
        await until(pilot, lambda: shown == ["The cranes stand still."])


async def test_the_readers_template_is_filled_in(explorer: Explorer) -> None:
    from dataclasses import replace

    config = replace(explorer.settings.config, citation="{words} ({speaker}) {link}")
    explorer.settings = replace(explorer.settings, config=config)
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        await pilot.press('"', "y")
        await until(pilot, lambda: "(Ida Marsh) morgue:" in explorer.clipboard, explorer.clipboard)
        assert "&at=" in explorer.clipboard
