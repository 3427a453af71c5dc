"""Deciding which names are one, in a real terminal, with the keys counted."""

import re
from pathlib import Path

from tests.e2e.terminal import Terminal

MOST_KEYS = 3
"""From the passage."""


def at_passage(terminal: Terminal, query: str) -> None:
    """Open the best passage for a query once the names in it are known."""
    terminal.wait("31 articles")
    terminal.type(f"/{query}")
    terminal.wait(lambda s: "passage" in s and query.strip('"') in s)
    terminal.press("Enter")
    terminal.wait("e name")


def test_an_alias_is_merged_by_accepting_the_suggestion_and_undone(demo_home: Path) -> None:
    with Terminal("demo", columns=80, rows=24, home=demo_home) as terminal:
        at_passage(terminal, '"kern\'s office said"')

        keys = ["e", "Enter", "a"]
        assert len(keys) <= MOST_KEYS
        # In one burst, as a terminal hands on what was typed while the explorer was busy.
        terminal.type("".join(Terminal.KEYS.get(key, key) for key in keys))
        screen = terminal.wait(lambda s: "“Kern” and “Davor Kern” are one" in s and "You said" in s)
        assert "morgue  Davor Kern" in screen
        assert "May be the same" not in screen

        # In the article behind it too, at once.
        terminal.press("Escape", "m")
        terminal.wait(lambda s: "Davor Kern: mention" in s)
        terminal.press("M", "u")
        terminal.wait("Took back that “Kern” and “Davor Kern” are one")
        terminal.press("Enter")
        terminal.wait(lambda s: "morgue  Kern" in s and "May be the same" in s)


def test_a_form_is_split_off_and_taken_back(demo_home: Path) -> None:
    with Terminal("demo", columns=120, rows=40, home=demo_home) as terminal:
        at_passage(terminal, "khorunov")
        terminal.press("e", "Enter")
        terminal.wait(lambda s: "morgue  Viktar Khorunov" in s and "V. Horunov" in s)
        for _ in range(12):
            if re.search(r"▌ . V\. Horunov", terminal.text):
                break
            terminal.press("j")
            terminal.read(0.2)
        terminal.press("s")
        terminal.wait(lambda s: "“V. Horunov” is not" in s and "Goes by 6" in s)
        terminal.press("u")
        terminal.wait(lambda s: "Took back that “V. Horunov” is not" in s and "Goes by 7" in s)
