"""The desk comes back as it was left."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

from index.bookmarks import Bookmarks
from index.session import SessionFile
from models.key import ArticleKey
from models.session import Session, Stop
from tests.tui.conftest import until
from tests.tui.fake import FakeCollection
from tests.tui.fake_bookmarks import FakeBookmarks
from tests.tui.looking import WIDE, opened, panes, screen_text, search, started
from tui.app import Explorer
from tui.archive import Archive
from tui.screens.card import CardScreen
from tui.screens.comparing import Comparing
from tui.text.jumps import named

STRIKE, COUNT, CALM = ArticleKey("strike.txt"), ArticleKey("count.txt"), ArticleKey("calm.txt")
FOLDER = Path("clippings")


@pytest.fixture
def explorers() -> Callable[..., Explorer]:
    """Makes one explorer of the folder after the other."""

    def make(*, fresh: bool = False) -> Explorer:
        bookmarks = FakeBookmarks()
        archive = Archive(
            FOLDER,
            open_collection=lambda _: FakeCollection(),
            open_bookmarks=lambda: cast("Bookmarks", bookmarks),
        )
        return Explorer(archive, session=SessionFile(FOLDER), fresh=fresh)

    return make


async def test_query_row_article_and_the_way_back_are_there_again(explorers: Callable[..., Explorer]) -> None:
    left = explorers()
    async with left.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "tolva")
        await pilot.press("escape", "s", "j", "enter")
        await opened(pilot, desk, "strike.txt")
        await pilot.press("1")
        await opened(pilot, desk, "count.txt")
        await pilot.press("[")
        await opened(pilot, desk, "strike.txt")
        await pilot.press("j", "#")
        await until(pilot, lambda: desk.reader.focused_span is not None)
        spot, cursor, order = desk.reader.spot, desk.results.cursor, desk.order
        await pilot.press("q")
    again = explorers()
    async with again.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await until(pilot, lambda: desk.reader.spot == spot, f"{desk.reader.spot} is not {spot}")
        assert (desk.field.value, desk.order, desk.results.cursor) == ("tolva", order, cursor)
        assert desk.pane == "reader"
        await pilot.press("]")
        await opened(pilot, desk, "count.txt")
        await pilot.press("[")
        await until(pilot, lambda: desk.reader.spot == spot)


async def test_the_way_back_leads_through_the_screens_of_the_last_session(
    explorers: Callable[..., Explorer],
) -> None:
    left = explorers()
    async with left.run_test(size=(80, 24)) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "tolva")
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        await pilot.press("#")
        await until(pilot, lambda: desk.reader.focused_span is not None)
        await pilot.press("enter")
        await until(pilot, lambda: "differs" in screen_text(left))
        await pilot.press("enter")
        await until(pilot, lambda: len(desk.places_behind) == 3 and not desk.reader.awaited)
        before = [named(place) for place in desk.places_behind]
        await pilot.press("q")
    again = explorers()
    async with again.run_test(size=(80, 24)) as pilot:
        desk = await started(pilot)
        await until(pilot, lambda: desk.pane == "reader")
        assert [named(place) for place in desk.places_behind][1:2] == ["strike.txt"]
        assert [named(place) for place in desk.places_behind][2:] == before[2:]
        await pilot.press("[")
        await until(pilot, lambda: isinstance(again.screen, CardScreen))
        await until(pilot, lambda: "differs" in screen_text(again))
        await pilot.press("[", "[")
        await until(pilot, lambda: desk.pane == "results")
        assert desk.field.value == "tolva"


async def test_the_way_back_leads_through_a_comparison_of_the_last_session(
    explorers: Callable[..., Explorer],
) -> None:
    left = explorers()
    async with left.run_test(size=(80, 24)) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "walked")
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        await search(pilot, desk, "6,500")
        await pilot.press("escape", "equals_sign")
        await until(pilot, lambda: "Northern Ledger compared with The Quay" in screen_text(left))
        await pilot.press("enter")
        await until(pilot, lambda: left.screen is desk and desk.pane == "reader")
        await opened(pilot, desk, desk.reader.key.path if desk.reader.key else "")
        await pilot.press("q")
    again = explorers()
    async with again.run_test(size=(80, 24)) as pilot:
        desk = await started(pilot)
        await until(pilot, lambda: desk.pane == "reader")
        assert named(desk.places_behind[-1]) == "Northern Ledger compared with The Quay"
        await pilot.press("[")
        await until(pilot, lambda: isinstance(again.screen, Comparing))
        await until(pilot, lambda: "Northern Ledger compared with The Quay" in screen_text(again))


@pytest.mark.parametrize("pane", ["results", "related"])
async def test_the_pane_with_the_focus_has_it_again(explorers: Callable[..., Explorer], pane: str) -> None:
    left = explorers()
    async with left.run_test(size=(80, 24)) as pilot:
        desk = await started(pilot)
        await pilot.press("j", "enter")
        await opened(pilot, desk, "count.txt")
        await pilot.press("tab", *(["tab"] if pane == "results" else []))
        await until(pilot, lambda: desk.pane == pane)
        await pilot.press("q")
    again = explorers()
    async with again.run_test(size=(80, 24)) as pilot:
        desk = await started(pilot)
        await until(pilot, lambda: desk.reader.key == COUNT and desk.pane == pane)


async def test_it_is_noted_as_one_goes_along(explorers: Callable[..., Explorer]) -> None:
    left = explorers()
    async with left.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "ferries")
        await until(pilot, lambda: (SessionFile(FOLDER).read() or Session()).query == "ferries")


async def test_keys_that_come_first_count_for_more(explorers: Callable[..., Explorer]) -> None:
    SessionFile(FOLDER).write(Session(query="tolva", pane="reader", open=Stop(key=STRIKE, passage=2)))
    explorer = explorers()
    async with explorer.run_test(size=WIDE) as pilot:
        await pilot.press(*"/ferries")
        desk = await started(pilot)
        await until(pilot, lambda: desk.answer is not None and desk.answer.query == "ferries")
        await until(pilot, lambda: not any(w.is_running for w in desk.workers))
        assert (desk.pane, desk.field.value) == ("query", "ferries")


async def test_an_article_that_is_gone_leaves_the_results(explorers: Callable[..., Explorer]) -> None:
    SessionFile(FOLDER).write(
        Session(query="tolva", pane="reader", open=Stop(key=ArticleKey("gone.txt"), passage=2), row=1)
    )
    explorer = explorers()
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await until(pilot, lambda: desk.reader.key == COUNT)
        assert (desk.pane, desk.results.cursor) == ("results", 1)


async def test_begun_anew_nothing_is_taken_up_but_what_follows_is_noted(
    explorers: Callable[..., Explorer],
) -> None:
    SessionFile(FOLDER).write(Session(query="tolva"))
    explorer = explorers(fresh=True)
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        assert desk.field.value == ""
        await pilot.press("j", "q")
    kept = SessionFile(FOLDER).read()
    assert kept is not None
    assert (kept.query, kept.row) == ("", 1)


async def test_starting_afresh_forgets_the_way_but_not_what_was_read(
    explorers: Callable[..., Explorer],
) -> None:
    explorer = explorers()
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "tolva")
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        explorer.start_afresh()
        await until(pilot, lambda: desk.answer is not None and desk.answer.query == "")
        await pilot.press("[")
        assert (desk.field.value, desk.pane, desk.results.cursor) == ("", "results", 0)
        assert explorer.archive.articles_read == {STRIKE}


@pytest.mark.parametrize("content", ["", "{", '{"format": 99}', '{"row": "far down"}', "[1, 2]", "\udcff"])
async def test_a_damaged_or_strange_session_is_passed_over(
    explorers: Callable[..., Explorer], content: str
) -> None:
    file = SessionFile(FOLDER)
    file.write(Session(query="tolva"))
    file._path.write_text(content, encoding="utf-8", errors="surrogateescape")
    explorer = explorers()
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        assert desk.field.value == ""
        await pilot.press("q")
    assert file.read() is not None


async def test_a_place_without_room_for_it_disturbs_nobody(
    explorers: Callable[..., Explorer], own_home: Path
) -> None:
    explorer = explorers()
    async with explorer.run_test(size=WIDE) as pilot:
        await started(pilot)
        shutil.rmtree(own_home / "collections", ignore_errors=True)
        (own_home / "collections").write_text("no folder", encoding="utf-8")
        await pilot.press("j", "q")
    assert SessionFile(FOLDER).read() is None


async def test_panes_are_as_wide_as_they_were_made_and_rows_are_grouped_as_they_were(
    explorers: Callable[..., Explorer],
) -> None:
    left = explorers()
    async with left.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "harbour")
        await pilot.press("escape", "p", "j", ">", ">", "|")
        await pilot.pause()
        columns, row = desk.query_one("#results").size.width, desk.selected
        assert row is not None
        await pilot.press("q")
    again = explorers()
    async with again.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await until(pilot, lambda: desk.results.cursor == 1)
        assert desk.query_one("#results").size.width == columns
        assert panes(desk) == ["results", "article"]
        assert desk.listing.by_passage
        assert (
            (desk.selected.key, desk.selected.passage) == (row.key, row.passage) if desk.selected else False
        )


async def test_panes_that_nobody_moved_follow_the_configuration(explorers: Callable[..., Explorer]) -> None:
    explorer = explorers()
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("j")
        session = desk.session()
        assert session is not None
        assert session.arrangement is None
