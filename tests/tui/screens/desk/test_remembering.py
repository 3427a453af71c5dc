"""What was read, what is unread, and saved searches, at the desk."""

from pathlib import Path

import pytest

from models.key import ArticleKey
from tests.tui.conftest import until
from tests.tui.fake import FakeCollection
from tests.tui.fake_bookmarks import FakeBookmarks
from tests.tui.looking import NARROW, WIDE, opened, screen_text, search, started
from tui.app import Explorer
from tui.screens.saved import SavedSearches

STRIKE, COUNT, CALM = ArticleKey("strike.txt"), ArticleKey("count.txt"), ArticleKey("calm.txt")


async def test_what_is_opened_was_read_and_what_is_seen_beside_the_results_was_not(
    explorer: Explorer, bookmarks: FakeBookmarks
) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("j", "j", "k")
        await until(pilot, lambda: desk.reader.key == COUNT)
        assert bookmarks.seen == set()
        await pilot.press("enter")
        await until(pilot, lambda: bookmarks.seen == {COUNT})
        await pilot.press("escape", "j")
        await until(pilot, lambda: desk.reader.key == CALM)
        await pilot.press("tab")
        await until(pilot, lambda: bookmarks.seen == {COUNT, CALM})
        assert "read" in screen_text(explorer)


async def test_in_a_narrow_window_the_row_says_so_on_the_way_back(explorer: Explorer) -> None:
    async with explorer.run_test(size=(80, 24)) as pilot:
        desk = await started(pilot)
        await pilot.press("j", "enter")
        await opened(pilot, desk, "count.txt")
        await pilot.press("escape")
        await until(pilot, lambda: screen_text(explorer).count(" read") == 1)
        lines = screen_text(explorer).split("\n")
        row = next(number for number, line in enumerate(lines) if "How many containers" in line)
        assert any(line.rstrip().endswith("read") for line in lines[row : row + 4])


async def test_the_next_unread_of_the_results_then_of_the_collection(
    explorer: Explorer, bookmarks: FakeBookmarks
) -> None:
    bookmarks.seen = {ArticleKey("hostile.txt")}
    async with explorer.run_test(size=(80, 24)) as pilot:
        desk = await started(pilot)
        await pilot.press(*"/tolva")
        await until(
            pilot, lambda: desk.answer is not None and desk.answer.query == "tolva" and desk.listed == "3"
        )
        await pilot.press("escape")
        for number, left in enumerate(("2 more unread in", "1 more unread in", "The last unread one in"), 2):
            await pilot.press("U")
            await until(pilot, lambda n=number: len(bookmarks.seen) == n and desk.pane == "reader")  # type: ignore[misc]
            assert f"{left} these results" in screen_text(explorer)
        assert {STRIKE, COUNT, CALM} <= bookmarks.seen
        await pilot.press("U")
        await until(pilot, lambda: ArticleKey("wide.txt") in bookmarks.seen)
        assert "Nothing else is unread in these results" in screen_text(explorer)
        await pilot.press("U")
        await until(pilot, lambda: "Every article of this collection is read" in screen_text(explorer))


async def test_marking_this_one_unread_and_all_read(explorer: Explorer, bookmarks: FakeBookmarks) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await opened(pilot, desk, "strike.txt")
        await pilot.press("enter")
        await until(pilot, lambda: bookmarks.seen == {STRIKE})
        explorer.mark_unread()
        await until(pilot, lambda: bookmarks.seen == set())
        await pilot.press("tab", "shift+tab")
        await pilot.pause()
        assert bookmarks.seen == set()
        explorer.mark_all_read()
        await until(pilot, lambda: len(bookmarks.seen) == 5)
        await until(pilot, lambda: "5 articles marked as read" in screen_text(explorer))
        explorer.mark_all_read()
        await until(pilot, lambda: "All of these are read already" in screen_text(explorer))


async def test_a_search_is_saved_and_opened_again_with_what_is_new_first(
    explorer: Explorer, collection: FakeCollection, bookmarks: FakeBookmarks
) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("+")
        assert "Nothing is searched for yet" in screen_text(explorer)
        await pilot.press(*"/tolva")
        await until(pilot, lambda: desk.answer is not None and desk.answer.query == "tolva")
        await pilot.press("escape", "+", *"harbour", "enter")
        await until(
            pilot, lambda: [s.name for s in bookmarks.saved] == ["harbour"], "typing replaces the query"
        )
        assert bookmarks.saved[0].visited == "2031-04-01"
        await pilot.press(*"/ferries")
        collection.came, collection.moment = {"calm.txt": "2031-04-02"}, "2031-04-03"
        await pilot.press("S")
        assert desk.field.value == "ferriesS"
        await pilot.press("escape", "S")
        await until(pilot, lambda: "1 new of 3 articles" in screen_text(explorer))
        await pilot.press("enter")
        await until(pilot, lambda: desk.answer is not None and desk.answer.new == 1)
        assert desk.rows[0].key == CALM
        assert desk.pane == "results"
        text = screen_text(explorer)
        assert "1 new first" in text
        await until(pilot, lambda: bookmarks.saved[0].visited == "2031-04-03")
        await pilot.press("[")
        await until(pilot, lambda: desk.field.value == "ferriesS")
        await pilot.press("S", "enter")
        await until(pilot, lambda: "nothing new" in screen_text(explorer))
        assert desk.answer is not None
        assert desk.answer.query == "tolva"


@pytest.mark.parametrize("query", ["ferries", "tolva"])
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_way_back_from_a_saved_search_leads_to_the_article_and_its_results(
    explorer: Explorer, query: str, size: tuple[int, int]
) -> None:
    async with explorer.run_test(size=size) as pilot:
        desk = await started(pilot)
        await explorer.archive.save_search("harbour", "tolva", "relevance")
        await search(pilot, desk, query)
        await pilot.press("enter")
        await until(pilot, lambda: desk.reader.key is not None and not desk.reader.awaited)
        await pilot.press("j")
        await pilot.pause()
        spot = desk.reader.spot
        await pilot.press("S", "enter")
        await until(pilot, lambda: desk.field.value == "tolva" and desk.pane == "results")
        await pilot.press("[")
        await until(pilot, lambda: desk.reader.spot == spot and desk.pane == "reader")
        await until(pilot, lambda: desk.answer is not None and desk.answer.query == query)
        assert desk.field.value == query
        await pilot.press("]")
        await until(pilot, lambda: desk.field.value == "tolva" and desk.pane == "results")


async def test_saved_searches_are_filtered_renamed_deleted_and_brought_back(
    explorer: Explorer, bookmarks: FakeBookmarks
) -> None:
    for name, query in (("Ships", "containers"), ("Dockers", "strike"), ("Boats", "ferries")):
        bookmarks.save_search(Path("clippings"), name, query, "relevance", visited="")
    async with explorer.run_test(size=(80, 24)) as pilot:
        await started(pilot)
        await pilot.press("S")
        screen = explorer.screen
        assert isinstance(screen, SavedSearches)
        await until(pilot, lambda: screen.entries.count == 3)
        assert screen.selected is not None
        assert screen.selected.name == "Boats"
        await pilot.press("/", *"contain")
        await until(pilot, lambda: screen.entries.count == 1)
        await pilot.press("escape", "d")
        await until(pilot, lambda: {s.name for s in bookmarks.saved} == {"Boats", "Dockers"})
        await pilot.press("u")
        await until(pilot, lambda: screen.entries.count == 3)
        await pilot.press("g", "n", *"!", "enter")
        await until(pilot, lambda: "Boats!" in {s.name for s in bookmarks.saved})
        await pilot.press("/", *"dock", "enter")
        await until(pilot, lambda: explorer.desk.field.value == "strike")


async def test_enter_typed_ahead_opens_the_first(explorer: Explorer, bookmarks: FakeBookmarks) -> None:
    bookmarks.save_search(Path("clippings"), "Boats", "ferries", "oldest", visited="")
    async with explorer.run_test(size=(80, 24)) as pilot:
        desk = await started(pilot)
        await pilot.press("S", "enter")
        await until(pilot, lambda: desk.answer is not None and desk.answer.query == "ferries")
        assert desk.order == "oldest"


async def test_nothing_saved_says_how(explorer: Explorer) -> None:
    async with explorer.run_test(size=(80, 24)) as pilot:
        await started(pilot)
        await pilot.press("S")
        await until(pilot, lambda: "No saved searches yet" in screen_text(explorer))
        await pilot.press("escape")
        assert explorer.screen is explorer.desk
