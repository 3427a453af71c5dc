"""Boxes leave in sight what they ask about."""

import pytest
from textual.geometry import Region, Size

from tests.tui.conftest import until
from tests.tui.looking import NARROW, opened, screen_text, search, started
from tui.app import Explorer
from tui.screens.beside import fits_below, place, width_over
from tui.screens.prompt import NotePrompt, Prompt

WINDOW = Size(80, 24)


@pytest.mark.parametrize(
    ("top", "bottom", "height", "y"),
    [
        (5, 9, 6, 9),  # below
        (15, 22, 6, 9),  # above, as there is no room below
        (5, 22, 6, 0),  # over as little as can be
        (1, 20, 6, 18),
        (4, 4, 30, 0),  # higher than the window
    ],
)
def test_a_box_stands_beside_what_it_is_about(top: int, bottom: int, height: int, y: int) -> None:
    about, box = Region(0, top, 80, bottom - top), Size(80, height)
    assert place(box, about, WINDOW, below=fits_below(box, about, WINDOW)) == (0, y)


@pytest.mark.parametrize(
    ("x", "columns", "window", "width", "left"),
    [
        (0, 80, 80, 80, 0),  # the only pane
        (31, 58, 120, 58, 31),  # the article between two lists
        (0, 29, 120, 72, 0),  # a list too narrow for a line of text
        (0, 102, 160, 102, 0),  # the text of a list in a wide window
        (0, 160, 160, 104, 28),
        (0, 40, 40, 40, 0),
    ],
)
def test_its_edges_are_those_of_the_text(x: int, columns: int, window: int, width: int, left: int) -> None:
    about = Region(x, 5, columns, 1)
    assert width_over(about, Size(window, 24)) == width
    assert place(Size(width, 6), about, Size(window, 24), below=True) == (left, 6)


@pytest.mark.parametrize("size", [(60, 20), NARROW, (120, 40), (200, 50)])
@pytest.mark.parametrize(("key", "asks"), [("t", Prompt), ("i", NotePrompt)])
async def test_the_quote_that_is_tagged_stays_in_sight(
    explorer: Explorer, size: tuple[int, int], key: str, asks: type
) -> None:
    async with explorer.run_test(size=size) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "slogans")
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        await pilot.press("quotation_mark", "b")
        await until(pilot, lambda: "Kept" in screen_text(explorer))
        quote = next(line for line in screen_text(explorer).split("\n") if "We asked for rest" in line)
        await pilot.press(key)
        await until(pilot, lambda: isinstance(explorer.screen, asks))
        await pilot.pause()
        assert quote in screen_text(explorer).split("\n")
        box = explorer.screen.query_one("#prompt").region
        pane = desk.query_one("#article").region
        assert (box.x, box.right) == (pane.x, pane.right) or pane.width > 104


async def test_a_note_grows_away_from_what_it_is_on(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "slogans")
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        await pilot.press("quotation_mark", "b", "i")
        await until(pilot, lambda: isinstance(explorer.screen, NotePrompt))
        await pilot.pause()
        top = explorer.screen.query_one("#prompt").region.y
        await pilot.press(*["ctrl+j"] * 5)
        await pilot.pause()
        box = explorer.screen.query_one("#prompt").region
        assert (box.y, box.height > 8) == (top, True)
        assert "We asked for rest" in screen_text(explorer)
