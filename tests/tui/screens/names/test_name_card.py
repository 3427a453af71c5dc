"""The card of a name, and what the reader decides there."""

import threading

import pytest
from textual.pilot import Pilot

from models.kind import Kind
from tests.tui.conftest import until
from tests.tui.fake import FakeCollection
from tests.tui.fake_bookmarks import FakeBookmarks
from tests.tui.looking import NARROW, WIDE, opened, screen_text, started
from tui.app import Explorer
from tui.screens.desk.desk import Desk
from tui.screens.names.name_card import NameCard


async def card_of_tolva(pilot: Pilot[None], explorer: Explorer) -> Desk:
    desk = await started(pilot)
    await pilot.press("enter", "g", "e", "enter")
    await until(pilot, lambda: "Appears in" in screen_text(explorer), "the card")
    return desk


async def back_at(pilot: Pilot[None], desk: Desk) -> None:
    await pilot.press("escape")
    await until(pilot, lambda: pilot.app.screen is desk)
    await until(pilot, lambda: not any(w.is_running for w in desk.workers), "the work to end")


async def test_it_tells_what_is_known_in_sections(explorer: Explorer) -> None:
    async with explorer.run_test(size=(120, 60)) as pilot:
        desk = await started(pilot)
        await pilot.press("enter", "j", "e", "enter")
        await until(pilot, lambda: "Appears in" in screen_text(explorer))
        shown = screen_text(explorer)
        for told in (
            "person · 3 mentions in 2 articles",
            "all in Mar 2031",
            "The Quay 1",
            "Goes by 2 names",
            "= Ms Marsh",
            "title with surname",
            "Beside 3 in the same articles",
            "Harbour Board",
            "Said 2",
            "“We asked for rest",
            "Appears in 3 passages",
        ):
            assert told in shown, told
        await pilot.press("G", "enter")
        await opened(pilot, desk, "count.txt")
        assert desk.reader.focused_span is not None
        assert desk.reader.focused_span.kind == "name"


async def test_e_enter_a_merges_by_the_suggestion(explorer: Explorer, bookmarks: FakeBookmarks) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        await pilot.press("enter", "g")
        await opened(pilot, desk, "strike.txt")
        await pilot.press("e", "enter", "a")
        await until(pilot, lambda: "“Tolva” and “Tolvans” are one · u undoes it" in screen_text(explorer))
        await until(pilot, lambda: "= Tolvans" in screen_text(explorer))
        assert "May be the same" not in screen_text(explorer)
        assert [d.says for d in bookmarks.decided] == ["same"]
        await back_at(pilot, desk)
        await pilot.press("m", "M", "M", "M")
        await until(pilot, lambda: "Tolva: mention 1 of 5 · article 1 of 3" in screen_text(explorer))


async def test_a_rejected_suggestion_goes_and_comes_back_with_u(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        await card_of_tolva(pilot, explorer)
        assert "a accepts · r rejects" in screen_text(explorer)
        await pilot.press("r")
        await until(pilot, lambda: "“Tolva” is not “Tolvans” · u undoes it" in screen_text(explorer))
        await until(pilot, lambda: "May be the same" not in screen_text(explorer))
        await pilot.press("a")
        await until(pilot, lambda: "Nothing is suggested" in screen_text(explorer))
        await pilot.press("u")
        await until(pilot, lambda: "Took back that “Tolva” is not “Tolvans”" in screen_text(explorer))
        await until(pilot, lambda: "May be the same" in screen_text(explorer))


async def test_leaving_while_names_are_compared_is_no_fault_and_the_decision_holds(
    explorer: Explorer, bookmarks: FakeBookmarks, collection: FakeCollection, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, heed = threading.Event(), collection.heed
    monkeypatch.setattr(collection, "heed", lambda: go_on.wait(5) and heed())
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await card_of_tolva(pilot, explorer)
        await pilot.press("r", "escape")
        await until(pilot, lambda: pilot.app.screen is desk)
        go_on.set()
        await until(pilot, lambda: "“Tolva” is not “Tolvans” · u undoes it" in screen_text(explorer))
        assert [d.says for d in bookmarks.decided] == ["apart"]


async def test_keys_pressed_while_names_are_compared_mean_the_new_card(
    explorer: Explorer, bookmarks: FakeBookmarks
) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        await card_of_tolva(pilot, explorer)
        await pilot.press("r", "a")
        await until(pilot, lambda: "Nothing is suggested" in screen_text(explorer))
        assert [d.says for d in bookmarks.decided] == ["apart"]


async def test_undoing_a_merge_leads_back_to_the_card_it_came_from(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        await card_of_tolva(pilot, explorer)
        await pilot.press("a")
        await until(pilot, lambda: "= Tolvans" in screen_text(explorer))
        await pilot.press("u")
        await until(pilot, lambda: "May be the same" in screen_text(explorer))
        assert "morgue  Tolva " in screen_text(explorer)


async def test_an_alias_is_split_off_and_the_article_shows_it_at_once(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("enter", "j", "e", "enter")
        await until(pilot, lambda: "= Ms Marsh" in screen_text(explorer))
        await pilot.press("j", "s")
        await until(pilot, lambda: "“Ms Marsh” is not “Ida Marsh” · u undoes it" in screen_text(explorer))
        await until(pilot, lambda: "Goes by 1 name " in screen_text(explorer))
        await back_at(pilot, desk)
        focus = desk.reader.focused_span
        assert focus is not None
        assert len(desk.reader.mentions_of("marsh")) == 1
        assert len(desk.reader.mentions_of("apart-Ms Marsh")) == 1
        await pilot.press("u")
        await until(pilot, lambda: len(desk.reader.mentions_of("marsh")) == 2)


async def test_another_name_is_the_same_by_typing_part_of_it(
    explorer: Explorer, bookmarks: FakeBookmarks
) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        await card_of_tolva(pilot, explorer)
        await pilot.press("=", *"harb", "enter")
        await until(pilot, lambda: "Different kinds (place, organisation)" in screen_text(explorer))
        assert not bookmarks.decided
        await pilot.press("enter")
        await until(pilot, lambda: "“Tolva” and “Harbour Board” are one" in screen_text(explorer))
        assert bookmarks.decided[-1].others == ("ORG:Harbour Board",)
        await pilot.press("=", *"nobody", "enter")
        await until(pilot, lambda: "No name like that" in screen_text(explorer))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, NameCard))


async def test_renamed_and_of_another_kind(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await card_of_tolva(pilot, explorer)
        await pilot.press("n", *" Port", "enter")
        await until(pilot, lambda: "“Tolva” is shown as “Tolva Port”" in screen_text(explorer))
        await until(pilot, lambda: "morgue  Tolva Port" in screen_text(explorer))
        await pilot.press("c", "o")
        await until(pilot, lambda: "organisation ·" in screen_text(explorer))
        await back_at(pilot, desk)
        await until(pilot, lambda: desk.reader.mentions_of("tolva")[0].ink == "org")


async def test_a_name_that_is_none_goes_dark_from_card_and_article(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await card_of_tolva(pilot, explorer)
        await pilot.press("G", "X")
        await until(pilot, lambda: "“Tolva” is no name · u undoes it" in screen_text(explorer))
        await until(pilot, lambda: "no longer in the collection" in screen_text(explorer))
        await pilot.press("u")
        await until(pilot, lambda: "Goes by" in screen_text(explorer))
        await back_at(pilot, desk)
        await pilot.press("e", "X")
        await until(pilot, lambda: "is no name · u undoes it" in screen_text(explorer))
        await until(pilot, lambda: desk.reader.focused_span is None)
        await pilot.press("g", "X")
        await until(pilot, lambda: "Focus a name first" in screen_text(explorer))


async def test_cards_of_companions_lie_on_each_other_and_one_enter_leads_out_of_all(
    explorer: Explorer,
) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await card_of_tolva(pilot, explorer)
        await pilot.press("tab", "tab")
        await until(pilot, lambda: "Enter card" in screen_text(explorer))
        await pilot.press("enter")
        await until(pilot, lambda: "morgue  Ida Marsh" in screen_text(explorer))
        await pilot.press("left_square_bracket")
        await until(pilot, lambda: "morgue  Tolva" in screen_text(explorer))
        await pilot.press("enter")
        await until(
            pilot, lambda: "morgue  Ida Marsh" in screen_text(explorer) and "Said" in screen_text(explorer)
        )
        await pilot.press("G", "enter")
        await opened(pilot, desk, "count.txt")


async def test_names_that_are_not_compared_yet(explorer: Explorer, collection: FakeCollection) -> None:
    collection.names_found = False
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await card_of_tolva(pilot, explorer)
        assert "names still being compared" in screen_text(explorer)
        await pilot.press("n")
        await until(pilot, lambda: "try again soon" in screen_text(explorer))
        await pilot.press("g", "enter")
        await opened(pilot, desk, "calm.txt")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_palette_opens_the_card_and_decides(
    explorer: Explorer, bookmarks: FakeBookmarks, size: tuple[int, int]
) -> None:
    async with explorer.run_test(size=size) as pilot:
        desk = await started(pilot)
        await pilot.press("enter", "g", "e")
        await opened(pilot, desk, "strike.txt")
        await pilot.press(":", *"accept the sug")
        await pilot.pause(0.3)
        await pilot.press("enter")
        await until(pilot, lambda: [d.says for d in bookmarks.decided] == ["same"])


def test_every_kind_that_a_name_can_be_is_offered() -> None:
    from models.kind import NAME_KINDS
    from tui.screens.names.name_card import KINDS

    assert set(KINDS.values()) == NAME_KINDS
    assert Kind.DATE not in KINDS.values()
