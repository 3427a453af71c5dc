"""The ways out of the bookmarks and into them: an article, a file, annotations made elsewhere."""

import json
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from index.bookmarks import Bookmarks as Reader
from tests.tui.conftest import until
from tests.tui.looking import NARROW, WIDE, opened
from tests.tui.screens.bookmarks.looking import at_the_desk, footer, told
from tui.app import Explorer
from tui.screens.prompt import Confirm


async def test_a_bookmark_is_opened_and_escape_leads_back_step_by_step(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        screen = await at_the_desk(pilot)
        await pilot.press("space", "t", "escape")
        assert screen.marked
        await pilot.press("escape")
        assert not screen.marked
        await pilot.press("g", "enter")
        await opened(pilot, explorer.desk, "count.txt")
        assert explorer.desk.pane == "reader"


@pytest.mark.parametrize(
    ("tabs", "name", "begins"),
    [
        (1, "bookmarks.json", "["),
        (2, "bookmarks.bib", "@article"),
        (3, "bookmarks.ris", "TY  - NEWS"),
        (4, "bookmarks.jsonld", "{"),
        (5, "bookmarks.csv", "quote,"),
        (6, "bookmarks.md", "# Kept quotes"),
    ],
)
async def test_tab_goes_through_the_formats(
    explorer: Explorer, here: Path, tabs: int, name: str, begins: str
) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        screen = await at_the_desk(pilot)
        await pilot.press("w", *["tab"] * tabs, "enter")
        await until(pilot, (here / name).exists)
        assert (here / name).read_text(encoding="utf-8").startswith(begins)
        await until(pilot, lambda: "4 bookmarks written" in footer(screen))


async def test_a_file_is_overwritten_only_when_that_is_meant(explorer: Explorer, here: Path) -> None:
    (here / "bookmarks.md").write_text("mine")
    async with explorer.run_test(size=NARROW) as pilot:
        screen = await at_the_desk(pilot)
        for answer in ("enter", "y"):
            await pilot.press("w", "enter")
            await until(pilot, lambda: isinstance(pilot.app.screen, Confirm))
            assert (here / "bookmarks.md").read_text() == "mine"
            await pilot.press(answer)
            await until(pilot, lambda: pilot.app.screen is screen)
        await until(pilot, lambda: (here / "bookmarks.md").read_text() != "mine")


async def test_annotations_are_imported_and_what_has_no_place_is_said(
    explorer: Explorer, reader: Reader, tmp_path: Path
) -> None:
    file = tmp_path / "others.json"
    quoted = ["few Tolvans noticed the dispute", "Words that nobody wrote"]
    selectors = [{"type": "TextQuoteSelector", "exact": exact} for exact in quoted]
    file.write_text(json.dumps([{"target": {"selector": selector}} for selector in selectors]))
    async with explorer.run_test(size=WIDE) as pilot:
        await at_the_desk(pilot)
        await pilot.press("I")
        await named(pilot, file)
        await until(pilot, lambda: len(reader.list()) == 6)
        await until(pilot, lambda: "Annotation 2: its words are in no article." in told(explorer))
        assert next(b for b in reader.list() if quoted[0] == b.anchor.exact).path == "calm.txt"
        await pilot.press("I")
        await named(pilot, tmp_path / "gone.json")
        await until(pilot, lambda: "cannot be read" in told(explorer))


async def named(pilot: Pilot[None], file: Path) -> None:
    """Give the name of a file in the line, as if it had been pasted."""
    line = pilot.app.screen.query_one("#line", Input)
    await until(pilot, lambda: bool(line.display))
    line.value = str(file)
    await pilot.press("enter")
