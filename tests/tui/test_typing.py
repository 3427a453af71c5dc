"""What happens between two keys, and what waits until typing rests."""

from unittest.mock import patch

import pytest
from textual.geometry import Size
from textual.pilot import Pilot

from models.search import Answer, Order
from models.status import Progress
from tests.tui.conftest import until
from tests.tui.fake import FakeCollection
from tests.tui.fake_articles import ARTICLES
from tests.tui.looking import WIDE, opened, screen_text, started
from tui.app import Explorer
from tui.archive import ARTICLES as LISTED
from tui.archive import FIRST_ARTICLES, OF_EACH
from tui.screens.desk.desk import Desk
from tui.screens.desk.searching import TYPING_RESTS


@pytest.fixture
def collection() -> FakeCollection:
    """More articles than are asked for between two keys."""
    first = ARTICLES[0]
    copies = [
        first.model_copy(update={"article": first.article.model_copy(update={"path": f"{number:02}.txt"})})
        for number in range(FIRST_ARTICLES + 5)
    ]
    return FakeCollection(copies)


async def _typed(pilot: Pilot[None], desk: Desk, query: str) -> Answer:
    desk.action_search()
    desk.field.value = ""
    await pilot.press(*query)
    await until(pilot, lambda: desk.answer is not None and desk.answer.query == query)
    assert desk.answer is not None
    return desk.answer


async def test_the_first_hits_come_at_once_and_the_others_when_typing_rests(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        limits: list[int | None] = []
        asked = explorer.archive.search

        async def noted(
            query: str,
            order: Order,
            foremost: int | None = None,
            *,
            of_each: int = OF_EACH,
            new_since: str | None = None,
        ) -> Answer:
            limits.append(foremost)
            return await asked(query, order, foremost, of_each=of_each, new_since=new_since)

        with patch.object(explorer.archive, "search", noted):
            answer = await _typed(pilot, desk, "walked")
            assert len(answer.hits) == FIRST_ARTICLES
            await pilot.press("down", "down")
            await until(pilot, lambda: desk.results.count == FIRST_ARTICLES + 5)
        assert set(limits[:-1]) == {FIRST_ARTICLES}
        assert limits[-1] is None
        assert desk.results.cursor == 2


async def test_opening_at_once_still_completes_the_list(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await _typed(pilot, desk, "walked")
        await pilot.press("enter")
        await until(pilot, lambda: desk.results.count == FIRST_ARTICLES + 5)
        await until(pilot, lambda: desk.pane == "reader")


async def test_no_key_lays_the_screen_out_anew(explorer: Explorer) -> None:
    async with explorer.run_test(size=(80, 24)) as pilot:
        desk = await started(pilot)
        desk.action_search()
        await until(pilot, lambda: desk.results.count == FIRST_ARTICLES + 5)
        await pilot.pause(0.1)
        with patch.object(Desk, "_refresh_layout", autospec=True, side_effect=Desk._refresh_layout) as layout:
            await _typed(pilot, desk, "walked")
            await until(pilot, lambda: desk.results.count == FIRST_ARTICLES + 5)
            await pilot.pause()
        assert f"{FIRST_ARTICLES + 5} passages" in screen_text(explorer)
        assert not layout.called


async def test_what_is_painted_line_by_line_is_what_a_whole_painting_shows(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        for query in ("walked", "walked out", "slogans"):
            await _typed(pilot, desk, query)
            await until(pilot, lambda: not desk._more)
            await opened(pilot, desk, "00.txt")
            painted = screen_text(explorer)
            desk.results.refresh()
            await pilot.pause()
            assert screen_text(explorer) == painted
        assert desk.results.size != Size(0, 0)


async def test_what_was_meant_is_looked_for_when_typing_rests(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        with patch.object(explorer.archive, "search", wraps=explorer.archive.search) as search:
            await _typed(pilot, desk, "xyzzy")
            await until(pilot, lambda: search.call_args.args[::2] == ("xyzzy", None))
            asked = search.call_count
            await pilot.press("enter")
            await pilot.pause(TYPING_RESTS * 2)
            assert search.call_count == asked


async def test_a_list_that_ends_before_the_results_do_says_so(
    explorer: Explorer, collection: FakeCollection
) -> None:
    first = collection.articles[0]
    collection.articles = [
        first.model_copy(update={"article": first.article.model_copy(update={"path": f"{number:03}.txt"})})
        for number in range(LISTED + 5)
    ]
    async with explorer.run_test(size=(80, 24)) as pilot:
        desk = await started(pilot)
        await _typed(pilot, desk, "walked")
        await until(pilot, lambda: desk.results.count == LISTED)
        await pilot.press("escape")
        assert f"1/{LISTED} of {LISTED + 5}" in screen_text(explorer)
        assert f"The best {LISTED}" not in screen_text(explorer)
        await pilot.press("G")
        await pilot.pause()
        assert f"The best {LISTED} of {LISTED + 5} articles" in screen_text(explorer)
        assert desk.results.cursor == LISTED - 1


async def test_counts_are_so_far_until_all_texts_are_read(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await _typed(pilot, desk, "walked")
        found = f"{FIRST_ARTICLES + 5} passages in {FIRST_ARTICLES + 5} articles"
        assert f"{found} so far" not in screen_text(explorer)
        desk.show_progress(Progress(stage="reading", done=30, total=90))
        await pilot.pause()
        assert f"{found} so far" in screen_text(explorer)
        desk.show_progress(Progress(stage="annotating", done=1, total=90, text_complete=True))
        await pilot.pause()
        assert found in screen_text(explorer)
        assert "so far" not in screen_text(explorer)
