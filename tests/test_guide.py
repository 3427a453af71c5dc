"""The keys of docs/guide.md, pressed on the demo collection, lead to what the guide says there."""

import asyncio
import re
from pathlib import Path

import pytest

from tests.pages.page import DOCS
from tests.pictures import Scene, take, typed
from tests.tui.looking import screen_text

GUIDE = (DOCS / "guide.md").read_text(encoding="utf-8")
STEPS = dict(re.findall(r"^## (.+)\n+    (/ .+)$", GUIDE, flags=re.MULTILINE))
SHOWS = {
    "Something half remembered": ("━Neighbors Hold War Games", "▌  “We did not choose this border"),
    "One outlet, one month": ('/ date:2021-07 outlet:"The Velmar Courier" dam', "in 1 article"),
    "When it was news": ("Timeline", "Oftener here"),
    "How a word is used": ("Concordance", "by the first word to the right"),
    "Checking a figure": ("1,840 people", "1,200 to 4,000 people", "differs · 10 figures"),
    "Who said it first": ("said by Davor Kern", "earliest"),
    "Who somebody is": ("Viktar Khorunov", "Goes by 7 names"),
    "What an outlet changed": ("What Harnova Evening Post changed", "[-Some-] [+About+]"),
    "What Morgue left out": ("left out",),
    "One quote, now": ("l h word  ) ( sentence", "2 words"),
    "A search to come back to": ("Saved as tasler",),
}
NAMED = {"Enter": "enter", "Esc": "escape", "Tab": "tab"}


def pressed(step: str) -> tuple[str, ...]:
    """The keys of a line of the guide: what follows / is typed with its blanks, then words stand for their letters."""
    query, _, rest = step.removeprefix("/ ").partition(" Enter")
    words = [NAMED.get(word) or word for word in f"Enter{rest}".split()]
    return (
        "slash",
        *typed(query),
        *(key for word in words for key in ([word] if word in NAMED.values() else typed(word))),
    )


def test_every_step_is_tried() -> None:
    assert STEPS.keys() == SHOWS.keys()


@pytest.mark.parametrize("task", SHOWS)
def test_a_step_leads_to_what_the_guide_says(
    task: str, demo_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MORGUE_HOME", str(demo_home))
    scene = Scene(task, (80, 24), pressed(STEPS[task]), SHOWS[task])
    screen = asyncio.run(take(scene, screen_text))
    assert [words for words in scene.shows if words not in screen] == [], screen
