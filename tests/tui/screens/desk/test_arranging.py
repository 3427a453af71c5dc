"""One pane, two or three; wider and narrower, by key and by mouse."""

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import until
from tests.tui.looking import NARROW, WIDE, opened, panes, screen_text, started
from tui.app import Explorer
from tui.screens.desk.desk import Desk
from tui.text.shares import LEAST, Shares
from tui.widgets.panes import STEP

MEDIUM = (100, 30)


async def _in_article(pilot: Pilot[None]) -> Desk:
    desk = await started(pilot)
    await pilot.press("enter")
    await opened(pilot, desk, "strike.txt")
    return desk


def _columns(desk: Desk, pane: str) -> int:
    return desk.query_one(f"#{pane}").size.width


async def test_keys_make_the_pane_with_the_focus_wider_and_narrower(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        results, related = _columns(desk, "results"), _columns(desk, "related")
        await pilot.press(">", ">")
        await pilot.pause()
        assert _columns(desk, "results") == results + 2 * STEP
        await pilot.press("<")
        await pilot.pause()
        assert _columns(desk, "results") == results + STEP
        assert _columns(desk, "related") == related


async def test_the_article_takes_its_columns_from_the_related_passages(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await _in_article(pilot)
        results, article, related = (_columns(desk, pane) for pane in ("results", "article", "related"))
        await pilot.press(">")
        await pilot.pause()
        assert _columns(desk, "article") == article + STEP
        assert _columns(desk, "related") == related - STEP
        assert _columns(desk, "results") == results


async def test_a_pane_that_can_get_no_wider_says_so(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press(*["<"] * 12)
        await pilot.pause()
        assert _columns(desk, "results") == LEAST
        assert "No narrower" in screen_text(explorer)


async def test_related_passages_are_hidden_and_come_back(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await _in_article(pilot)
        await pilot.press("|")
        assert panes(desk) == ["results", "article"]
        # Whoever goes to them sees them all the same.
        await pilot.press("tab")
        assert (desk.pane, panes(desk)) == ("related", ["results", "article", "related"])
        await pilot.press("escape")
        assert panes(desk) == ["results", "article"]
        await pilot.press("|")
        assert panes(desk) == ["results", "article", "related"]


async def test_with_room_for_two_an_opened_article_has_the_related_passages_beside_it(
    explorer: Explorer,
) -> None:
    async with explorer.run_test(size=MEDIUM) as pilot:
        desk = await started(pilot)
        assert panes(desk) == ["results", "article"]
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        assert (desk.pane, panes(desk)) == ("reader", ["article", "related"])
        await pilot.press("escape")
        assert (desk.pane, panes(desk)) == ("results", ["results", "article"])
        # Whoever only steps over to the article has not left the results.
        await pilot.press("tab")
        assert (desk.pane, panes(desk)) == ("reader", ["results", "article"])
        await pilot.press("tab")
        assert (desk.pane, panes(desk)) == ("related", ["article", "related"])


async def test_with_room_for_two_the_results_may_stay_beside_the_article(explorer: Explorer) -> None:
    async with explorer.run_test(size=MEDIUM) as pilot:
        desk = await _in_article(pilot)
        await pilot.press("|")
        assert (desk.pane, panes(desk)) == ("reader", ["results", "article"])
        await pilot.press("j", "j", "1")
        await until(pilot, lambda: desk.reader.key is not None and desk.reader.key.path != "strike.txt")
        assert panes(desk) == ["results", "article"]
        await pilot.press("|")
        assert panes(desk) == ["article", "related"]


@pytest.mark.parametrize(("columns", "shown"), [(120, 2), (129, 2), (130, 3)])
async def test_three_panes_stand_side_by_side_where_outlets_need_not_be_cut(
    explorer: Explorer, columns: int, shown: int
) -> None:
    async with explorer.run_test(size=(columns, 40)) as pilot:
        desk = await started(pilot)
        assert len(panes(desk)) == shown
        assert "2 Mar 2031 · The Quay" in screen_text(explorer)


async def test_one_pane_has_all_the_room_until_the_others_are_wanted_again(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await _in_article(pilot)
        await pilot.press("z")
        assert panes(desk) == ["article"]
        await pilot.press("tab")
        assert panes(desk) == ["related"]
        await pilot.press("escape", "z")
        assert panes(desk) == ["results", "article", "related"]


@pytest.mark.parametrize("key", ["<", ">", "|"])
async def test_in_a_narrow_window_the_keys_say_why_they_do_nothing(explorer: Explorer, key: str) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        await _in_article(pilot)
        await pilot.press(key)
        await pilot.pause()
        assert ("all the room" if key != "|" else "no room beside") in screen_text(explorer)


async def test_the_mouse_drags_a_seam_and_two_clicks_put_it_back(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        seam = desk.query_one("#seam-results")
        before = seam.region.x
        await pilot.mouse_down(seam, offset=(0, 5))
        await pilot.hover(offset=(before + 9, 12))
        await pilot.mouse_up(offset=(before + 9, 12))
        await pilot.pause()
        assert seam.region.x == before + 9
        await pilot.click(seam, offset=(0, 5), times=2)
        await pilot.pause()
        assert desk.panes.shares.of("results", WIDE[0]) == Shares().of("results", WIDE[0])
        assert seam.region.x == before


async def test_shares_hold_when_the_window_changes(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press(">")
        share = _columns(desk, "results") / WIDE[0]
        await pilot.resize_terminal(200, 50)
        await pilot.pause()
        assert _columns(desk, "results") == round(share * 200)
        await pilot.resize_terminal(*NARROW)
        await pilot.pause()
        assert panes(desk) == ["results"]
