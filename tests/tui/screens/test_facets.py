"""Narrowing the results to outlets and months, and the order they stand in."""

from functools import partial
from typing import cast

import pytest
from textual.events import Key
from textual.pilot import Pilot

from tests.tui.conftest import until
from tests.tui.fake import FakeCollection
from tests.tui.looking import NARROW, WIDE, screen_text, search, started
from tui.app import Explorer
from tui.screens.desk.desk import Desk
from tui.screens.facets import FacetsScreen
from tui.widgets.bar import Bar


async def narrowed(pilot: Pilot[None], desk: Desk, query: str) -> None:
    await until(
        pilot,
        lambda: pilot.app.screen is desk and desk.answer is not None and desk.answer.query == query,
        query,
    )


async def test_an_outlet_and_a_month_in_few_keys(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("F", *"quay", "tab", *"mar", "enter")
        await narrowed(pilot, desk, 'date:2031-03 outlet:"The Quay" ')
        assert desk.pane == "results"
        assert {find.best.outlet for find in desk.finds} == {"The Quay"}


async def test_keys_faster_than_the_counts_mean_the_same(
    explorer: Explorer, collection: FakeCollection
) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        collection.gate.clear()
        for key in ("F", *"ledger", "enter"):
            explorer.post_message(Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: isinstance(pilot.app.screen, FacetsScreen))
        collection.gate.set()
        await narrowed(pilot, desk, 'outlet:"Northern Ledger" ')


async def test_the_narrowing_is_taken_back_and_taken_again(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "tolva")
        await pilot.press("escape", "F", *"led", "enter")
        await narrowed(pilot, desk, 'outlet:"Northern Ledger" tolva')
        await pilot.press("backspace")
        await narrowed(pilot, desk, "tolva")
        assert desk.pane == "results"
        await pilot.press("]")
        await narrowed(pilot, desk, 'outlet:"Northern Ledger" tolva')


async def test_a_minus_leaves_out(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("F", *"-quay", "enter")
        await narrowed(pilot, desk, '-outlet:"The Quay" ')
        assert "The Quay" not in {find.best.outlet for find in desk.finds}


async def test_a_month_is_found_from_the_outlets_without_going_there(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("F", *"feb", "enter")
        await narrowed(pilot, desk, "date:2031-02 ")


async def test_a_name_is_found_from_the_outlets_and_narrows(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("F", *"marsh", "enter")
        await narrowed(pilot, desk, 'person:"Ida Marsh" ')
        assert {find.best.path for find in desk.finds} == {"strike.txt", "count.txt"}


async def test_tab_goes_on_to_the_names_and_typing_a_kind_means_all_of_it(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        await started(pilot)
        await pilot.press("F", "tab", "tab", *"organ")
        await until(pilot, lambda: '/ org:"Harbour Board"' in screen_text(explorer))


async def test_names_that_are_still_being_found_are_said_to_be(
    explorer: Explorer, collection: FakeCollection
) -> None:
    collection.names_found = False
    async with explorer.run_test(size=NARROW) as pilot:
        await started(pilot)
        await pilot.press("F")
        await until(pilot, lambda: "Names are still" in screen_text(explorer))


async def test_escape_leaves_all_as_it_was(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "tolva")
        await pilot.press("escape", "F", *"quay", "tab", "escape")
        await until(pilot, lambda: pilot.app.screen is desk)
        assert desk.field.value == "tolva"
        await pilot.press("backspace")
        await until(pilot, lambda: "This is where you began" in screen_text(explorer))


async def test_the_lists_say_what_there_is_and_what_enter_will_ask(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        await started(pilot)
        await pilot.press("F")
        await until(pilot, lambda: "Outlets · 3" in screen_text(explorer))
        shown = screen_text(explorer)
        assert "5 articles · 3 outlets · Feb – Mar 2031 · 1 undated" in shown
        assert "outlet unknown" in shown
        assert "/ outlet:" not in shown
        assert "Enter narrow" not in shown
        await pilot.press("down")
        await until(pilot, lambda: '/ outlet:"The Quay"' in screen_text(explorer))
        await pilot.press("down", "down")
        await until(pilot, lambda: '/ outlet:"港口日报"' in screen_text(explorer))
        await pilot.press(*"nothing like it")
        await until(pilot, lambda: "None like that" in screen_text(explorer))
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, FacetsScreen)


async def test_a_restriction_in_the_query_is_ticked_and_taken_out(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("F", *"quay", "enter")
        await narrowed(pilot, desk, 'outlet:"The Quay" ')
        await pilot.press("F")
        await until(pilot, lambda: "The Quay ✓" in screen_text(explorer))
        await pilot.press("down")
        assert "Enter take out" in screen_text(explorer)
        await pilot.press("enter")
        await narrowed(pilot, desk, "")


async def test_enter_takes_nothing_that_was_not_chosen(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("F")
        await until(pilot, lambda: "Outlets · 3" in screen_text(explorer))
        await pilot.press("enter", "tab", "enter", "-", "enter")
        assert isinstance(pilot.app.screen, FacetsScreen)
        await pilot.press("backspace", "tab", "tab", *"quay", "tab", "enter")
        await narrowed(pilot, desk, 'outlet:"The Quay" ')


async def test_names_are_said_to_be_those_of_the_passages_found(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        await pilot.press("F")
        await until(pilot, lambda: "Names · " in screen_text(explorer))
        await pilot.press("escape")
        await search(pilot, desk, "tolva")
        await pilot.press("escape", "F")
        await until(pilot, lambda: "Names in the hits · " in screen_text(explorer))


async def test_without_results_there_is_nothing_to_narrow(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "submarine")
        await pilot.press("escape", "F")
        await until(pilot, lambda: "nothing to narrow" in screen_text(explorer))
        await pilot.press("tab", "enter", "down", "escape")
        await until(pilot, lambda: pilot.app.screen is desk)


async def test_a_click_chooses_and_a_second_one_narrows(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("F")
        await until(pilot, lambda: "Months · 2" in screen_text(explorer))
        await pilot.click("#months", offset=(5, 2))
        await until(pilot, lambda: "/ date:2031-03" in screen_text(explorer))
        await pilot.click("#months", offset=(5, 2))
        await narrowed(pilot, desk, "date:2031-03 ")


async def test_the_header_draws_when_the_results_were_published(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await until(pilot, lambda: "outlets   Feb ▃█ Mar 2031 · 1 undated" in screen_text(explorer))
        await search(pilot, desk, "ferries")
        await until(pilot, lambda: "outlets   found Mar 2031" in screen_text(explorer))


@pytest.mark.parametrize(
    ("query", "orders"),
    [
        ("tolva", ["by relevance", "newest first", "oldest first", "by relevance"]),
        ("", ["newest first", "oldest first", "newest first"]),
        ('outlet:"The Quay"', ["newest first", "oldest first", "newest first"]),
    ],
)
async def test_the_order_is_changed_and_told_in_words(
    explorer: Explorer, query: str, orders: list[str]
) -> None:
    """Of passages with words in them, and of articles where nothing ranks them."""
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        if query:
            await search(pilot, desk, query)
            await pilot.press("escape")
        for number, order in enumerate(orders):
            if number:
                await pilot.press("s")
            title = f"Results · {order}"
            await until(pilot, partial(shows, explorer, title), title)
            if number:
                assert f", {order}" in screen_text(explorer).split("\n")[-1]
            # That the newest come first where nothing ranks is the index's own doing, which the fake leaves.
            if order == "oldest first" or (order == "newest first" and "by relevance" in orders):
                await until(pilot, partial(stands, desk, order), order)


def shows(explorer: Explorer, text: str) -> bool:
    return text in screen_text(explorer)


def stands(desk: Desk, order: str) -> bool:
    """Whether the results stand in an order of dates, the undated last."""
    newest = order == "newest first"
    days = [find.best.published or ("" if newest else "9") for find in desk.finds]
    return days == sorted(days, reverse=newest)


async def test_a_kind_of_file_is_found_from_the_outlets_where_there_are_several(
    explorer: Explorer, collection: FakeCollection
) -> None:
    collection.articles[2] = collection.articles[2].model_copy(
        update={"article": collection.articles[2].article.model_copy(update={"path": "calm.pdf"})}
    )
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        await pilot.press("F", *"pdf")
        assert "Saved as · 2" in screen_text(explorer)
        await pilot.press("enter")
        await until(pilot, lambda: desk.field.value == "kind:pdf ")


async def test_kinds_of_file_do_not_show_where_there_is_one(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        await started(pilot)
        await pilot.press("F")
        await until(pilot, lambda: "Ida Marsh" in screen_text(explorer))
        assert "Saved as" not in screen_text(explorer)


async def test_in_a_narrow_window_the_way_out_is_seen_whatever_the_keys_are_for(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        await started(pilot)
        await pilot.press("F")
        for keys in (("down",), ("tab",), ("tab",), ("-",)):
            await pilot.press(*keys)
            await pilot.pause()
            assert "Esc close" in screen_text(explorer)
            assert "…" not in cast("FacetsScreen", explorer.screen).query_one("#facets-footer", Bar).shown
