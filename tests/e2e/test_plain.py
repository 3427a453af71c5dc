"""Plain mode in a real terminal: read from top to bottom each screen makes sense, and the cursor is at the focus."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal
from tests.e2e.test_story import shows
from tests.e2e.test_ten_tasks import COLUMNS, ROWS, TASKS, Step, Task
from tui.text.plain import plainly

DRAWN = re.compile("[\u2500-\u259f·◆▸▾▲]| , ")


def heard(seen: str) -> str:
    """What the eye sees, as it stands on a plain screen."""
    return re.sub(
        r"\[([-+])(.*?)[-+]\]", lambda m: f"({'out' if m[1] == '-' else 'in'}: {m[2]})", plainly(seen)
    )


def told(step: Step) -> Callable[[str], bool]:
    """A test of the screen: what a step leads to is on it.

    For some seconds the last line has what got the focus in the place of the keys.
    """
    texts = [heard(seen) for seen in step.seen if not re.match(r"[\"1-9e-]+ [a-z]+$", seen)]
    return lambda screen: all(
        text in screen or (text == "s sort" and re.search(r"Results, (article )?1 of ", screen))
        for text in texts
    )


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.what)
def test_each_of_the_ten_tasks_can_be_done_by_ear(task: Task, demo_home: Path) -> None:
    with Terminal("demo", "--plain", columns=COLUMNS, rows=ROWS, home=demo_home) as terminal:
        terminal.wait("31 articles,  9 outlets")
        for step in (*task.start, *task.steps):
            terminal.press(*step.keys)
            screen = terminal.wait(told(step))
        assert not DRAWN.search(screen), screen


def test_every_screen_is_text_with_the_cursor_at_the_focus(demo_home: Path) -> None:
    with Terminal("--plain", "demo", columns=120, rows=40, home=demo_home) as terminal:

        def before() -> str:
            row, column = terminal.cursor
            return terminal.text.split("\n")[row][:column].strip()

        def after() -> str:
            row, column = terminal.cursor
            return terminal.text.split("\n")[row][column:].strip()

        # One pane, and no line of months as blocks.
        screen = terminal.wait("31 articles,  9 outlets,  May – Nov 2021")
        assert "Results" in screen
        assert "Related" not in screen
        terminal.press("/")
        terminal.wait("Search as you type")
        terminal.type("drenna")
        terminal.wait(lambda s: "24 passages in 16 articles" in s and before() == "/ drenna")

        terminal.press("Escape")
        terminal.wait(lambda s: "Results, article 1 of 16" in s and after().startswith("Brass band"))
        terminal.press("j")
        terminal.wait(lambda _: after().startswith("Two missing and 2,600 moved"))

        terminal.press("Enter")
        terminal.wait(lambda s: "lower Drenna, passage 6 of 9" in s and "Results" not in s)
        terminal.press("e")
        screen = terminal.wait(lambda s: "Name: " in s and after() != "")
        named = re.search(r"Name: (\S+)", screen)
        assert named is not None
        assert after().startswith(named[1])
        assert not DRAWN.search(screen), screen

        # In a card the cursor goes to its rows.
        terminal.press("#", "Enter")
        terminal.wait(lambda s: "go there" in s and bool(re.match(r"[\d.,]+ |differs,  \d", after())))
        terminal.press("Escape")
        terminal.wait_gone("go there")

        for key, wanted in (("?", "Search the collection"), ("B", "No bookmarks yet"), ("F", "Outlets")):
            terminal.press(key)
            screen = terminal.wait(wanted)
            assert not DRAWN.search(screen), screen
            terminal.press("Escape")
            terminal.wait_gone(wanted)


def test_views_are_told_in_words_from_beginning_to_end(demo_home: Path) -> None:
    with Terminal("--plain", "demo", columns=140, rows=40, home=demo_home) as terminal:
        terminal.wait("31 articles")
        terminal.press("/")
        terminal.type("brass band")
        terminal.wait(shows("/ brass band", "copies 2"))

        # Every hit in one run of text, with all of its outlet.
        terminal.press("Escape")
        terminal.wait(shows("Results, article 1 of "))
        terminal.press("K")
        screen = terminal.wait(shows("8 lines in 3 articles", "> 29 Jul 2021", "1/8"))
        assert "> 29 Jul 2021, Harnova Evening Post: Brass band greets armies as they cross" in screen
        assert "29 Jul 2021, The Continental Ledger: o'clock the first vehicles had crossed" in screen
        assert not DRAWN.search(screen), screen

        # Counts over time as sentences, and where one goes is said.
        terminal.press("/")
        terminal.type("dam")
        terminal.wait("/ dam")
        terminal.press("Escape")
        terminal.wait(shows("/ dam", "Results, article 1 of "))
        terminal.press("T")
        screen = terminal.wait(shows("Peaks, the highest first:", "Oftener here", ", 1 of "))
        assert "26 Jul 2021 to 1 Aug 2021, 4 articles: " in screen
        terminal.press("N")
        screen = terminal.wait(lambda s: bool(re.search(r"2021, \d+ articles? +1/", s.splitlines()[-1])))
        assert re.search(r"^ ?> \d+ Jun 2021 +[A-Z][A-Za-z ]+: [A-Z]", screen, re.MULTILINE), screen
        assert not DRAWN.search(screen), screen

        # A comparison in one text, though there is room for two.
        terminal.press("/")
        terminal.type("brass band")
        terminal.wait(shows("/ brass band", "copies 2"))
        terminal.press("Escape")
        terminal.wait(shows("Results, article 1 of "))
        terminal.press("x", "=")
        screen = terminal.wait(shows("What Harnova Evening Post changed", "Changes, 1 of 6"))
        assert "(out: Some) (in: About) 5,000 troops" in screen
        assert "out: The Continental Ledger, 29 Jul 2021. in: Harnova Evening Post, 29 Jul 2021" in screen
        assert not DRAWN.search(screen), screen


def test_what_is_asked_has_the_screen_to_itself_and_the_cursor(demo_home: Path) -> None:
    with Terminal("demo", "--plain", columns=COLUMNS, rows=ROWS, home=demo_home) as terminal:
        terminal.wait("31 articles")
        terminal.press("F")
        terminal.wait(lambda s: "Outlets" in s and "Results" not in s)

        def row() -> str:
            line, column = terminal.cursor
            return terminal.text.split("\n")[line][column:].strip()

        terminal.press("Down")
        terminal.wait(lambda _: row().startswith("The Velmar Courier"))
        terminal.press("Down")
        terminal.wait(lambda _: row().startswith("The Continental Ledger"))


def test_lists_that_stand_beside_each_other_stand_below_each_other(demo_home: Path) -> None:
    with Terminal("demo", "--plain", columns=120, rows=40, home=demo_home) as terminal:
        terminal.wait("31 articles")
        terminal.press("F")
        screen = terminal.wait(shows("Outlets", "Months", "Names"))
        rows = screen.split("\n")
        places = [
            next(n for n, row in enumerate(rows) if row.strip().startswith(w))
            for w in ("Outlets", "Months", "Names")
        ]
        assert places == sorted(set(places))
