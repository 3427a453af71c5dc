"""Ten tasks that measure the keyboard, in a real terminal of 80 columns, with the keys counted.

Each has a start screen, literal keys, and what is on the screen at the end.
"""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from index.demo import demo_folder
from tests.e2e.terminal import Terminal
from tests.e2e.test_story import shows

COLUMNS, ROWS = 80, 24


@dataclass(frozen=True)
class Step:
    """Keys that are pressed without looking up, and what is then on the screen."""

    keys: tuple[str, ...]
    seen: tuple[str, ...]


def step(keys: str, *seen: str, typed: str = "") -> Step:
    """Keys by name, separated by spaces; then letters."""
    return Step((*keys.split(), *typed), seen)


@dataclass(frozen=True)
class Task:
    """Something that a reader wants done."""

    what: str
    most: int
    """Keys it may take."""
    start: tuple[Step, ...]
    """From the list of all articles to where it begins."""
    steps: tuple[Step, ...]
    free: str = ""
    """What is typed and not counted."""

    @property
    def used(self) -> int:
        """Keys it takes."""
        return sum(len(step.keys) for step in self.steps) - len(self.free)


MISSPELT = "we did not choose this boarder but we will hould it"
COURIERS_QUOTATION = (
    step("/", "1 passage in 1 article", typed="hold border choose neighbours"),
    step("Enter", "3/12", '" quote', "▌  “We did not choose this border, but we will hold it, and we"),
)

TASKS = (
    Task(
        "from the results, open the best passage for a five-letter name",
        7,
        (),
        (step("/", typed="solic"), step("Enter", "said, according to the newspaper", '" quote', "3/8")),
    ),
    Task(
        "find a half-remembered quotation with two words misspelt, and open it",
        12,
        (),
        (
            step("/", f"/ {MISSPELT}", "did you mean", typed=MISSPELT),
            step(
                "ctrl+y", "/ we did not choose this border but we will hold it", "all of choose, border, hold"
            ),
            step("Enter", "▌  “We did not choose this border, but we will hold it,”", '" quote'),
        ),
        free=MISSPELT,
    ),
    Task(
        "jump to another outlet's related passage and come back",
        3,
        (*COURIERS_QUOTATION, step("", "1-9 related")),
        (
            step("1", "━Neighbors Hold War Games Beneath Disputed Dam", "3/8"),
            step("[", "━Ministry sends 5,000 to the Drenna", "3/12"),
        ),
    ),
    Task(
        "from the passage, all outlets' values for its figure, dated, with who says so",
        2,
        (
            step("/", "4 passages in 4 articles", typed='"5,000 troops and over 700"'),
            step("Enter", "2/12", '" quote'),
        ),
        (
            step(
                "# Enter",
                "5,000 troops",
                "3 thousand to 5,000 troops · 10 articles · 28 Jul 2021 to 3 Nov 2021",
                "3 thousand     31 Jul 2021  Kostrava Today",
                "— Victor Horunov",
                "3,200          2 Aug 2021   Upper Drenna Herald",
                "— Viktar Khorunov",
            ),
        ),
    ),
    Task(
        "from the passage, who said its quotation first; open the earliest",
        3,
        (
            step("/", "1 passage in 1 article", typed='"we will hold it" outlet:herald'),
            step("Enter", "5/9", '" quote'),
        ),
        (
            step('" Enter', "said by Davor Kern", "earliest first", "▌ 28 Jul 2021  The Velmar Courier"),
            step("Enter", "▌  “We did not choose this border, but we will hold it, and we will", "3/12"),
        ),
    ),
    Task(
        "bookmark the next quotation with an existing tag, speaker filled in",
        6,
        (
            step("/", "3 passages", typed="brown water"),
            step("Enter", "▌  “Clear water, you telephone. Brown water"),
            step("b", "Kept"),
            step("t", "Tags"),
            step("", typed="drills"),
            step("Enter", "Tagged: #drills"),
            *COURIERS_QUOTATION,
        ),
        (
            step('" b', "Kept: “We did not cho", "— Davor Kern"),
            step("t", "Tags"),
            step("d Tab", "drills"),
            step("Enter", "Tagged: #drills"),
        ),
    ),
    Task(
        "from the passage, merge an alias of its name by accepting the suggestion",
        3,
        (
            step("/", "1 passage", typed='"kern\'s office said"'),
            step("Enter", "e name"),
        ),
        (step("e Enter a", "morgue  Davor Kern", "“Kern” and “Davor Kern” are one"),),
    ),
    Task(
        "restrict the results to one outlet and one month",
        11,
        (step("/", "24 passages in 16 articles", typed="drenna"), step("Escape", "s sort")),
        (
            step("F", typed="cou"),
            step("Tab", typed="jul"),
            step("Enter", '/ date:2021-07 outlet:"The Velmar Courier" drenna', "3 passages in 1 article"),
        ),
    ),
    Task(
        "fold the copies of a wire story, and show what an outlet changed",
        2,
        (step("/", "copies 2", typed="brass band"), step("Escape", "s sort")),
        (
            step("x", "└ 29 Jul 2021 · Harnova Evening Post"),
            step("=", "What Harnova Evening Post changed", "[-Some-]", "[+About+]"),
        ),
    ),
)


def perform(terminal: Terminal, steps: tuple[Step, ...]) -> None:
    """Press each step's keys as fast as a terminal hands them on, then wait for what is to be seen."""
    for step in steps:
        terminal.press(*step.keys)
        terminal.wait(shows(*step.seen))


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.what)
def test_a_task_within_its_keys(task: Task, demo_home: Path) -> None:
    assert task.used <= task.most
    with Terminal("demo", columns=COLUMNS, rows=ROWS, home=demo_home) as terminal:
        terminal.wait("31 articles")
        perform(terminal, task.start)
        perform(terminal, task.steps)


def test_reopen_a_saved_search_see_what_is_new_and_export_the_bookmarks(tmp_path: Path) -> None:
    """The tenth needs an article that comes in after the search was saved."""
    task = Task(
        "reopen a saved search, see what is new, export the bookmarks as Markdown",
        6,
        (
            step("/", "/ drenna", "in 15 articles", typed="drenna"),
            step("Escape", "s sort"),
            step("+", "Enter done"),
            step("Enter", "Saved"),
            step("Enter", '" quote'),
            step("j b", "Kept"),
        ),
        (
            step("S", "1 new"),
            step("Enter", "1 new first", "▌ Brass band greets armies"),
            step("B", "morgue  Bookmarks"),
            step("w Enter", "1 bookmark written to"),
        ),
    )
    assert task.used <= task.most
    folder = tmp_path / "clippings"
    shutil.copytree(demo_folder(), folder)
    late = folder / "drills" / "evening-post-wire.html"
    kept_back = late.rename(tmp_path / late.name)
    with Terminal(str(folder), columns=COLUMNS, rows=ROWS, home=tmp_path / "home") as terminal:
        terminal.wait("30 articles")
        perform(terminal, task.start)
        # What comes before the first indexing has ended was always there.
        terminal.wait(lambda screen: re.search("names|looking|reading", screen.split("\n")[0]) is None)
        terminal.quit()

    kept_back.rename(late)
    with Terminal(
        str(folder), columns=COLUMNS, rows=ROWS, home=tmp_path / "home", folder=tmp_path
    ) as terminal:
        terminal.wait("31 articles")
        perform(terminal, task.steps)
    exported = (tmp_path / "bookmarks.md").read_text(encoding="utf-8")
    assert exported.count("## Two missing and 2,600 moved as gate failure drowns the lower Drenna") == 1
