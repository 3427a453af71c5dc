"""A reader's first five minutes with the demo collection, in a real terminal."""

import re
from collections.abc import Callable
from pathlib import Path

from tests.e2e.terminal import Terminal

WIDE, NARROW = (140, 45), (80, 24)


def count(screen: str) -> int:
    """The number of passages that the header gives."""
    match = re.search(r"(\d+) passages?", screen)
    return int(match[1]) if match else 0


def test_search_read_follow_come_back_keep_and_find_again(demo_home: Path) -> None:
    columns, rows = WIDE
    with Terminal("demo", columns=columns, rows=rows, home=demo_home) as terminal:
        terminal.wait("31 articles")

        # Results change with each key.
        terminal.press("/")
        counts = []
        for typed in ("h", "ho", "hol", "hold"):
            terminal.type(typed[-1])
            counts.append(count(terminal.wait(shows(f"/ {typed}", f"{typed}…"))))
        assert len(set(counts)) >= 3
        assert counts == sorted(counts, reverse=True)
        terminal.type(" border choose neighbours")
        terminal.wait(shows("choose, neighbours", "passage"))

        # Open the best at its passage, which is the quotation's first and longest appearance.
        terminal.press("Enter")
        terminal.wait(lambda s: "28 July 2021" in s and "11:57" in s and "without them" in reading(s))

        # Step through hits, on into another passage and back.
        first = place(terminal.wait("j k"))
        steps = 0
        while place(terminal.text) == first:
            steps += 1
            assert steps < 20
            terminal.press("N")
            terminal.read(0.3)
        terminal.press(*["n"] * steps)
        terminal.wait(lambda s: place(s) == first)

        # Others printed it too; go to the first of them, and come back.
        terminal.wait("same quotation")
        terminal.press("1")
        terminal.wait(lambda s: "We did not choose this border" in s and "11:57" not in reading(s))
        terminal.press("[")
        terminal.wait(lambda s: "without them" in reading(s) and place(s) == first)

        # Keep the quotation.
        terminal.press('"')
        terminal.press("b")
        terminal.wait("Kept")
        terminal.quit()

    with Terminal("demo", columns=columns, rows=rows, home=demo_home) as terminal:
        terminal.wait("31 articles")
        terminal.press("B")
        screen = terminal.wait("We did not choose this border")
        assert "Davor Kern" in screen


def shows(*texts: str) -> Callable[[str], bool]:
    """A test of the screen: all of these are on it."""
    return lambda screen: all(text in screen for text in texts)


def place(screen: str) -> str:
    """Which passage the footer names, as "4/8"."""
    match = re.search(r"\d+/\d+", screen.rsplit("\n", 1)[-1])
    return match[0] if match else ""


def reading(screen: str) -> str:
    """The middle pane of a wide screen."""
    return "\n".join(line[36:108] for line in screen.split("\n"))


def test_type_ahead_reaches_the_search_line(demo_home: Path) -> None:
    """The bytes `/be` arriving together search for "be"."""
    with Terminal("demo", home=demo_home) as terminal:
        terminal.wait("31 articles")
        terminal.type("/brown water")
        terminal.wait(lambda s: "brown, water" in s)


def test_corrections_are_made_in_the_order_of_the_keys(demo_home: Path) -> None:
    """A letter never goes before the Backspace or ctrl+u that was pressed before it."""
    with Terminal("demo", home=demo_home) as terminal:
        terminal.wait("31 articles")
        terminal.type("/brwo\x7f\x7fown watr\x7fer")
        terminal.wait("/ brown water")
        terminal.type("\x15siren")
        terminal.wait("/ siren")


def test_enter_comes_after_the_letters_before_it(demo_home: Path) -> None:
    """All at once, as over a slow line, it opens what the whole word finds."""
    with Terminal("demo", home=demo_home) as terminal:
        terminal.wait("31 articles")
        terminal.type("/brown water\r")
        terminal.wait(shows("/ brown water", "Brown water, you run", '" quote'))


def test_at_80x24_one_pane_has_the_screen(demo_home: Path) -> None:
    columns, rows = NARROW
    with Terminal("demo", columns=columns, rows=rows, home=demo_home) as terminal:
        terminal.wait("31 articles")
        terminal.type("/brown water")
        terminal.wait(lambda s: "brown, water" in s and "passage" in s)
        terminal.press("Enter")
        screen = terminal.wait("Brown water, you run")
        assert all(len(line) <= columns for line in screen.split("\n"))
        terminal.press("Escape")
        terminal.wait("Results")


def test_a_folder_without_articles_says_what_to_do(tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    with Terminal(str(folder), home=tmp_path / "home") as terminal:
        terminal.wait(lambda s: "no articles" in s.lower())


def test_a_killed_explorer_keeps_its_bookmarks(demo_home: Path) -> None:
    import os
    import signal

    with Terminal("demo", home=demo_home) as terminal:
        terminal.wait("31 articles")
        terminal.type("/brown water")
        terminal.wait(lambda s: "brown, water" in s and "passage" in s)
        terminal.press("Enter")
        terminal.wait("Brown water, you run")
        terminal.press("b")
        terminal.wait("Kept")
        os.kill(terminal.pid, signal.SIGKILL)
    with Terminal("demo", home=demo_home) as terminal:
        terminal.wait("31 articles")
        terminal.press("B")
        terminal.wait("Brown water, you run")
