"""The way back and forward over all screens."""

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from tests.tui.conftest import until
from tests.tui.looking import NARROW, WIDE, opened, screen_text, search, started
from tui.app import Explorer
from tui.screens.bookmarks.bookmarks import Bookmarks
from tui.screens.card import CardScreen
from tui.screens.desk.desk import Desk
from tui.screens.names.name_card import NameCard
from tui.text.jumps import named
from tui.widgets.rows import RowList


async def reading(pilot: Pilot[None]) -> Desk:
    desk = await started(pilot)
    await search(pilot, desk, "marsh")
    await pilot.press("enter")
    await opened(pilot, desk, "strike.txt")
    return desk


async def entries(pilot: Pilot[None], screen: type[Screen[Any]]) -> RowList:
    """The list of a screen that opens over the desk, once it is filled."""
    await until(pilot, lambda: isinstance(pilot.app.screen, screen), screen.__name__)
    room = pilot.app.screen
    # `query_one` would find what is offered for a tag, which lies less deep.
    await until(pilot, lambda: bool(room.query(RowList)) and room.query(RowList).first().count > 0)
    await pilot.pause()
    return room.query(RowList).first()


async def at_the_article(pilot: Pilot[None], desk: Desk) -> None:
    """Be led from a screen over the desk to the article that it leads to."""
    await until(pilot, lambda: pilot.app.screen is desk, "the desk")
    await until(pilot, lambda: not desk.reader.awaited, "the article")


async def test_back_from_an_article_leads_to_its_result(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "tolva")
        await pilot.press("down", "enter")
        await until(pilot, lambda: desk.pane == "reader")
        second = desk.rows[1].key
        await opened(pilot, desk, second.path)
        await search(pilot, desk, "ferries")
        await pilot.press("escape", "[")
        # Where the article was left, then the results it was opened from.
        await until(pilot, lambda: desk.pane == "reader")
        await opened(pilot, desk, second.path)
        await pilot.press("[")
        await until(pilot, lambda: desk.field.value == "tolva" and desk.pane == "results")
        await until(pilot, lambda: desk.selected is not None and desk.selected.key == second)
        await pilot.press("[")
        await until(pilot, lambda: "This is where you began" in screen_text(explorer))
        await pilot.press("]")
        await opened(pilot, desk, second.path)
        assert desk.pane == "reader"


async def test_back_leads_to_the_card_of_a_name_at_its_row_and_on_to_the_article(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await reading(pilot)
        await pilot.press("e", "enter")
        known = await entries(pilot, NameCard)
        await pilot.press("G")
        await pilot.pause()
        row = known.cursor
        assert row > 0
        await pilot.press("enter")
        await at_the_article(pilot, desk)
        there = desk.reader.spot
        await pilot.press("[")
        known = await entries(pilot, NameCard)
        await until(pilot, lambda: known.cursor == row)
        await pilot.press("[")
        await until(pilot, lambda: explorer.screen is desk)
        await opened(pilot, desk, "strike.txt")
        await pilot.press("]")
        await entries(pilot, NameCard)
        await pilot.press("]")
        await until(pilot, lambda: explorer.screen is desk and desk.reader.spot == there)


async def test_back_leads_to_a_ledger_at_its_row(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await reading(pilot)
        await pilot.press("#", "enter")
        await entries(pilot, CardScreen)
        await pilot.press("enter")
        await at_the_article(pilot, desk)
        await pilot.press("[")
        await entries(pilot, CardScreen)
        await pilot.press("escape")
        await until(pilot, lambda: explorer.screen is desk)


async def test_back_leads_to_the_bookmarks(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await reading(pilot)
        await pilot.press("b")
        await until(pilot, lambda: "Kept" in screen_text(explorer))
        await pilot.press("B")
        await entries(pilot, Bookmarks)
        await pilot.press("enter")
        await at_the_article(pilot, desk)
        await pilot.press("[")
        await entries(pilot, Bookmarks)
        await pilot.press("[")
        await until(pilot, lambda: explorer.screen is desk)
        assert desk.pane == "reader"


async def test_the_palette_lists_where_one_was(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await reading(pilot)
        await pilot.press("e", "enter")
        await entries(pilot, NameCard)
        await pilot.press("G", "enter")
        await at_the_article(pilot, desk)
        words = [named(place) for place in desk.places_behind]
        assert words[0] == "Results of marsh"
        assert words[1] == "Dockers walk out at Tolva"
        assert words[2].startswith("Card of ")
        explorer.travel_home(3)
        await until(pilot, lambda: desk.pane == "results" and desk.field.value == "marsh")
        await pilot.press("]")
        await opened(pilot, desk, "strike.txt")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_number_opens_the_related_passage_from_the_panel_that_shows_it(
    explorer: Explorer, size: tuple[int, int]
) -> None:
    async with explorer.run_test(size=size) as pilot:
        desk = await reading(pilot)
        await until(pilot, lambda: desk.related.count > 0 and not desk.relating)
        await pilot.press("tab")
        assert desk.pane == "related"
        await pilot.press("1")
        await opened(pilot, desk, "count.txt")
        await pilot.press("[")
        await opened(pilot, desk, "strike.txt")
        assert desk.pane == "reader"


async def test_back_from_a_related_passage_leads_to_the_article_that_was_only_shown(
    explorer: Explorer,
) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "marsh")
        await pilot.press("escape")
        await opened(pilot, desk, "strike.txt")
        await until(pilot, lambda: desk.related.count > 0 and not desk.relating)
        await pilot.press("tab", "tab", "enter")
        await opened(pilot, desk, "count.txt")
        await pilot.press("[")
        await opened(pilot, desk, "strike.txt")
        assert desk.pane == "reader"
        await pilot.press("[")
        await until(pilot, lambda: desk.pane == "results")
