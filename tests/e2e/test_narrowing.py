"""Restricting the results to one outlet and one month, in a real terminal, with the keys counted."""

from pathlib import Path

from tests.e2e.terminal import Terminal

MOST_KEYS = 11
"""From the results."""


def test_one_outlet_and_one_month(demo_home: Path) -> None:
    with Terminal("demo", columns=80, rows=24, home=demo_home) as terminal:
        terminal.wait("31 articles")
        terminal.type("/drenna")
        terminal.wait(lambda s: "24 passages in 16 articles" in s)
        terminal.press("Escape")
        terminal.wait(lambda s: "found May " in s and "Nov 2021 · 1 undated" in s)

        keys = ["F", *"cou", "Tab", *"jul", "Enter"]
        assert len(keys) <= MOST_KEYS
        # In one burst, as a terminal hands on what was typed while the explorer was busy.
        terminal.type("".join(Terminal.KEYS.get(key, key) for key in keys))
        screen = terminal.wait(lambda s: "in 1 article" in s)
        assert '/ date:2021-07 outlet:"The Velmar Courier" drenna' in screen
        assert "28 Jul 2021 · The Velmar Courier" in screen

        # And back.
        terminal.press("Backspace")
        screen = terminal.wait(lambda s: "24 passages in 16 articles" in s)
        assert "/ drenna" in screen


def test_the_lists_and_what_enter_would_ask(demo_home: Path) -> None:
    with Terminal("demo", columns=120, rows=40, home=demo_home) as terminal:
        terminal.wait("31 articles")
        terminal.press("F")
        parts = ("Outlets · 9", "31 articles · 9 outlets · May – Nov 2021 · 4 undated", "Aug 2021")
        terminal.wait(lambda s: all(part in s for part in parts))
        terminal.press("-", *"herald")
        terminal.wait('/ -outlet:"Upper Drenna Herald"')
        terminal.press("Enter")
        terminal.wait(lambda s: "outlet is not Upper Drenna Herald" in s and "26 articles" in s)
