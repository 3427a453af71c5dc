"""The position bar of an article: what is marked on it, and where a click on a mark leads."""

from textual.pilot import Pilot

from tests.tui.conftest import until
from tests.tui.looking import opened, started
from tui.app import Explorer
from tui.screens.desk.desk import Desk
from tui.text.positions import GLYPHS

SMALL = (60, 14)


def _marks(desk: Desk) -> dict[int, str]:
    """Cell of the bar to the glyph that is drawn in it, where there is one."""
    bar = desk.reader.vertical_scrollbar
    drawn = {y: bar.render_line(y).text for y in range(bar.size.height)}
    return {y: glyph for y, glyph in drawn.items() if glyph.strip()}


async def _found(pilot: Pilot[None]) -> Desk:
    """An article that is longer than its pane, in which a word of its last passage was looked for."""
    desk = await started(pilot)
    await pilot.press("enter")
    await opened(pilot, desk, "strike.txt")
    await pilot.press("ctrl+f", *"week", "enter")
    await until(pilot, lambda: len(desk.reader.hits) > 3)
    return desk


async def test_hits_are_marked_along_the_article(explorer: Explorer) -> None:
    async with explorer.run_test(size=SMALL) as pilot:
        desk = await _found(pilot)
        assert list(_marks(desk).values()).count(GLYPHS["hit"]) > 2


async def test_a_bookmark_is_marked_where_it_stands(explorer: Explorer) -> None:
    async with explorer.run_test(size=SMALL) as pilot:
        desk = await _found(pilot)
        await pilot.press("G", "b")
        await until(pilot, lambda: GLYPHS["kept"] in _marks(desk).values())
        assert max(_marks(desk)) > desk.reader.size.height // 2


async def test_a_click_on_a_mark_goes_there(explorer: Explorer) -> None:
    async with explorer.run_test(size=SMALL) as pilot:
        desk = await _found(pilot)
        cell = max(y for y, glyph in _marks(desk).items() if glyph == GLYPHS["hit"])
        await pilot.press("g")
        assert desk.reader.passage == 0
        await pilot.mouse_down(desk.reader.vertical_scrollbar, offset=(0, cell))
        await until(pilot, lambda: desk.reader.passage == desk.reader.hits[-1].passage)
