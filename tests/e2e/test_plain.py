"""Plain mode in a real terminal: read from top to bottom each screen makes sense, and the cursor is at the focus."""

import re
from pathlib import Path

from tests.e2e.terminal import Terminal

DRAWN = re.compile("[\u2500-\u259f◆▸]")


def test_every_screen_is_text_with_the_cursor_at_the_focus(demo_home: Path) -> None:
    with Terminal("--plain", "demo", columns=120, rows=40, home=demo_home) as terminal:

        def before() -> str:
            row, column = terminal.cursor
            return terminal.text.split("\n")[row][:column].strip()

        def after() -> str:
            row, column = terminal.cursor
            return terminal.text.split("\n")[row][column:].strip()

        # One pane, and no line of months as blocks.
        screen = terminal.wait("31 articles , 9 outlets , May – Nov 2021")
        assert "Results" in screen
        assert "Related" not in screen
        terminal.press("/")
        terminal.wait("Search as you type")
        terminal.type("drenna")
        terminal.wait(lambda s: "24 passages in 16 articles" in s and before() == "/ drenna")

        terminal.press("Escape")
        terminal.wait(lambda s: "Results, 1 of 16" in s and after().startswith("Brass band"))
        terminal.press("j")
        terminal.wait(lambda _: after().startswith("Two missing and 2,600 moved"))

        terminal.press("Enter")
        terminal.wait(lambda s: "Article, " in s and "Results" not in s)
        terminal.press("e")
        screen = terminal.wait(lambda s: "Name: " in s and after() != "")
        named = re.search(r"Name: (\S+)", screen)
        assert named is not None
        assert after().startswith(named[1])
        assert not DRAWN.search(screen), screen

        # In a card the cursor goes to its rows.
        terminal.press("#", "Enter")
        terminal.wait(lambda s: "go there" in s and bool(re.match(r"[\d.,]+ ", after())))
        terminal.press("Escape")
        terminal.wait_gone("go there")

        for key, wanted in (("?", "Search the collection"), ("B", "No bookmarks yet"), ("F", "Outlets")):
            terminal.press(key)
            screen = terminal.wait(wanted)
            assert not DRAWN.search(screen), screen
            terminal.press("Escape")
            terminal.wait_gone(wanted)


def test_lists_that_stand_beside_each_other_stand_below_each_other(demo_home: Path) -> None:
    with Terminal("demo", "--plain", columns=120, rows=40, home=demo_home) as terminal:
        terminal.wait("31 articles")
        terminal.press("F")
        screen = terminal.wait("Outlets")
        rows = screen.split("\n")
        places = [
            next(n for n, row in enumerate(rows) if row.strip().startswith(w))
            for w in ("Outlets", "Months", "Names")
        ]
        assert places == sorted(set(places))
