"""A configuration file in a real terminal: the reader's keys hold everywhere, and what is wrong is said and no more."""

import re
from pathlib import Path

from tests.e2e.terminal import Terminal

CONFIG = """\
theme = "nord"
citation = "{words} [{|outlet|, }{day}]"
wrong = 1

[layout]
measure = 40

[keymap]
search = "ctrl+s"
quit = "Q"
quotation.next = "w"
yank = "Y"
hit.next = "N"
hit.previous = "n"
"""


def test_the_readers_keys_hold_everywhere(demo_home: Path) -> None:
    (demo_home / "config.toml").write_text(CONFIG, encoding="utf-8")
    with Terminal("demo", columns=120, rows=40, home=demo_home) as terminal:
        terminal.wait("config.toml line 3: There is no entry")
        terminal.wait("31 articles")
        terminal.wait("^s search")
        # The key that it was is nothing now.
        terminal.press("/")
        terminal.type("\x13drenna")
        terminal.wait("24 passages in 16 articles")
        assert "/drenna" not in terminal.text
        terminal.press("Enter")
        terminal.wait(lambda s: "w quote" in s and "N n hit" in s)
        terminal.press("w", "Y")
        terminal.wait("clipboard")
        assert re.fullmatch(r"[^“”]+ \[.+, 2021-\d\d-\d\d\]", terminal.clipboard)
        terminal.press("?")
        terminal.wait("Search the collection")
        assert "^s" in terminal.text
        terminal.press("Escape", "q")
        terminal.press("?")
        terminal.wait("Search the collection")
        terminal.press("Escape", ":")
        terminal.type("leave")
        terminal.wait("Anywhere · Q")
        terminal.press("Escape")
        terminal.wait_gone("Anywhere · Q")
        terminal.quit("Q")
