"""Keys that come in one burst do what they do when they are typed slowly."""

import shutil
from pathlib import Path

import pytest

from index.demo import demo_folder
from tests.e2e.terminal import Terminal

_RESTS = 0.4
"""Seconds without a change after which a key that was typed slowly has done what it does."""

_NARROW, _WIDE = (80, 24), (150, 40)

_BURSTS = {
    "open what is searched for, next hit": (_NARROW, "/", "brown water", "Enter", "n", "j"),
    "correct a word, another result": (_WIDE, "/", "drilks", "Backspace", "Backspace", "ls", "Down", "Enter"),
    "search, into the article beside": (_WIDE, "/", "brown water", "Tab", "j", "e"),
    "to a related passage and back": (_NARROW, "Enter", "j", "1", "[", "j"),
    "keep, tag, note": (_WIDE, "Enter", "j", "b", "t", "flood", "Enter", "i", "ask her", "Enter", "j"),
    "tag in the bookmarks": (_NARROW, "Enter", "j", "b", "t", "dam", "Enter", "B", "t", "d", "Tab", "Enter"),
    "delete in the bookmarks": (_NARROW, "Enter", "j", "b", "j", "b", "B", "j", "d"),
    "save a search, open it": (_WIDE, "/", "drills", "Tab", "+", "Enter", "S", "Enter", "j"),
    "a month of the timeline": (_NARROW, "T", "d", "2021-08", "Enter", "Enter", "j"),
    "an ordered concordance": (_NARROW, "/", "water", "Tab", "K", "3", "j", "Enter", "j"),
    "the card of a name": (_WIDE, "Enter", "e", "e", "Enter", "Tab", "j", "Enter", "j"),
    "a command, then a key": (_NARROW, ":", "next figure", "Enter", "j"),
    "out of the search line, bookmarks": (_NARROW, "/", "brown water", "Escape", "B"),
    "narrow, take it back": (_WIDE, "F", "Down", "Enter", "j", "["),
}


@pytest.mark.parametrize("burst", _BURSTS.values(), ids=_BURSTS.keys())
def test_a_burst_ends_where_slow_typing_does(
    burst: tuple[tuple[int, int], *tuple[str, ...]], home_with_demo: Path, tmp_path: Path
) -> None:
    (columns, rows), *keys = burst
    ends: list[str] = []
    for slowly in (True, False):
        home = Path(shutil.copytree(home_with_demo, tmp_path / str(slowly)))
        with Terminal(str(demo_folder()), columns=columns, rows=rows, home=home) as terminal:
            _wait_until_looked_through(terminal)
            for key in keys if slowly else ():
                terminal.type(Terminal.KEYS.get(key, key))
                terminal.settle(_RESTS)
            if not slowly:
                terminal.type("".join(Terminal.KEYS.get(key, key) for key in keys))
                terminal.wait(lambda screen: screen == ends[0], 15)
            ends.append(terminal.settle(2 * _RESTS))
    assert ends[1] == ends[0]


def _wait_until_looked_through(terminal: Terminal) -> None:
    """Until no count is of what was found so far, which a screen would else say or not by the machine's other work."""
    terminal.wait("31 articles")
    terminal.type("/drills")
    terminal.wait(lambda screen: "passages in" in screen and "so far" not in screen)
    terminal.press("ctrl+u", "Escape")
    terminal.wait("search as you type")
    terminal.settle(_RESTS)
