"""Lines that cleaning left out: shown, put back, found, remembered and taken back, in a real terminal."""

from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal
from tests.index.lines.articles import FOLLOW, prose


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "courier"
    folder.mkdir()
    for n in range(6):
        text = [f"News from village {n}", *prose(n), FOLLOW, *prose(n + 500, 1)]
        (folder / f"{n}.txt").write_text("\n\n".join(text) + "\n", encoding="utf-8")
    return folder


def test_a_line_put_back_is_found_remembered_and_taken_out_again(folder: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with Terminal(str(folder), columns=120, rows=40, home=home) as terminal:
        terminal.wait("6 articles")
        terminal.type("/road")
        terminal.wait("Nothing found")
        terminal.press("Escape")
        terminal.type("/village")
        terminal.wait("News from village 5")
        terminal.press("Enter")
        terminal.wait("n N hit")
        terminal.wait("village 500")
        terminal.press("D")
        screen = terminal.wait("└ left out: stands in 6 articles of this folder")
        assert FOLLOW in screen
        terminal.press("G", "k")
        terminal.wait("Enter put back")
        terminal.press("Enter")
        terminal.wait("every article of this folder")
        terminal.press("a")
        terminal.wait("u undo")
        terminal.wait_gone("└ left out: stands in 6 articles")
        terminal.type("/road")
        terminal.wait("1 passage")
        terminal.press("Escape")
        terminal.quit()
    with Terminal(str(folder), columns=80, rows=24, home=home) as terminal:
        terminal.wait("6 articles")
        terminal.type("/road")
        terminal.wait("1 passage")
        terminal.press("Enter")
        terminal.wait(FOLLOW)
        terminal.press("x")
        terminal.wait("Take “Follow the Courier")
        terminal.press("a")
        terminal.wait_gone(FOLLOW)
        terminal.press("D")
        terminal.wait("└ left out: you took it out")
        terminal.press("u")
        terminal.wait_gone("└ left out: you took it out")
        terminal.wait(FOLLOW)
        terminal.quit()
