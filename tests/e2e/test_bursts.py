"""Keys that come in one burst do what they do when they are typed slowly."""

from pathlib import Path

import pytest

from index.demo import demo_folder
from tests.e2e.terminal import Terminal

_QUIET = 0.7
"""Seconds without output after which nothing more comes: longer than anything waits for typing to rest."""

_BURSTS = {
    "search, open, next hit": ("/", "drills", "Enter", "n"),
    "search, open, next passage": ("/", "drills", "Enter", "j", "j"),
    "search, another result": ("/", "drills", "Down", "Down", "Enter"),
    "search, to the list, its last row": ("/", "drills", "ctrl+y", "Tab", "Tab", "Tab", "G"),
    "search, into the article beside": ("/", "brown water", "Tab", "j", "e"),
    "correct a word": ("/", "watex", "Backspace", "r", "Enter", "n", "n"),
    "related and back": ("Enter", "j", "1", "["),
    "related and on": ("Enter", "1", "j", "1", "j"),
    "keep, tag": ("Enter", "j", "b", "t", "flood", "Enter"),
    "keep, note, next": ("Enter", "j", "b", "i", "ask her", "Enter", "j", "b"),
    "keep, tag in the bookmarks": ("Enter", "j", "b", "B", "t", "dam", "Enter", "i", "why", "Enter"),
    "keep two, delete one": ("Enter", "j", "b", "j", "b", "B", "j", "d"),
    "save a search, open it, next": ("/", "drills", "Tab", "+", "Enter", "S", "Enter", "j"),
    "a day of the timeline": ("T", "d", "2031", "Enter", "Enter"),
    "an article of the timeline": ("T", "Left", "Left", "Enter", "j"),
    "an ordered concordance": ("/", "water", "Tab", "K", "3", "j", "Enter", "j"),
    "a name's card": ("Enter", "e", "e", "Enter", "Tab", "j", "Enter", "j"),
    "a figure's ledger": ("Enter", "#", "Enter", "j", "Enter"),
    "a command": (":", "next figure", "Enter", "j"),
    "narrow, take it back": ("F", "Down", "Enter", "j", "["),
    "find in the article": ("Enter", "ctrl+f", "the", "Enter", "n", "j"),
    "unread": ("U", "j", "U", "j"),
    "labels": ("f", "s", "j"),
}


@pytest.mark.parametrize("size", [(80, 24), (150, 40)], ids=["narrow", "wide"])
@pytest.mark.parametrize("burst", _BURSTS.values(), ids=_BURSTS.keys())
def test_a_burst_ends_where_slow_typing_does(
    burst: tuple[str, ...], size: tuple[int, int], home_with_demo: Path, tmp_path: Path
) -> None:
    import shutil

    screens = []
    for way in ("slowly", "at once"):
        home = Path(shutil.copytree(home_with_demo, tmp_path / way.replace(" ", "-")))
        with Terminal(str(demo_folder()), columns=size[0], rows=size[1], home=home) as terminal:
            terminal.wait(lambda screen: "passages" in screen or "articles" in screen)
            terminal.settle(_QUIET)
            if way == "slowly":
                for key in burst:
                    for part in (key,) if key in Terminal.KEYS else key:
                        terminal.press(part)
                        terminal.settle(_QUIET)
            else:
                terminal.type("".join(Terminal.KEYS.get(key, key) for key in burst))
            terminal.settle(1.5)
            screens.append(terminal.text)
    assert screens[1] == screens[0]
