"""Enter, while the folder is being read and nothing is found yet."""

import asyncio
from collections.abc import AsyncIterator
from typing import cast

import pytest

from models.status import Progress
from tests.tui.conftest import until
from tests.tui.fake import FakeCollection
from tests.tui.looking import WIDE, opened, screen_text, search, started
from tui.app import Explorer
from tui.archive import Archive
from tui.indexing import Indexer


class SlowIndexer:
    """Reads nothing until it is told to, and then everything."""

    def __init__(self) -> None:
        self.goes_on = asyncio.Event()

    async def run(self) -> AsyncIterator[Progress]:
        yield Progress(stage="reading")
        await self.goes_on.wait()
        yield Progress(stage="reading", searchable=4)

    def stop(self) -> None:
        self.goes_on.set()


@pytest.fixture
def indexer() -> SlowIndexer:
    return SlowIndexer()


@pytest.fixture
def explorer(archive: Archive, indexer: SlowIndexer) -> Explorer:
    """The explorer of a folder of which nothing has been read yet."""
    return Explorer(archive, cast("Indexer", indexer))


async def test_enter_waits_among_the_results_for_the_first_and_opens_it(
    explorer: Explorer, collection: FakeCollection, indexer: SlowIndexer
) -> None:
    articles, collection.articles = collection.articles, []
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "harbour")
        await pilot.press("enter")
        await until(pilot, lambda: desk.pane == "results", "the focus to leave the search line")
        assert "the first result opens as soon as it is read" in screen_text(explorer)
        collection.articles = articles
        indexer.goes_on.set()
        await until(pilot, lambda: desk.pane == "reader", "the article to open")
        await opened(pilot, desk, "strike.txt")


async def test_nothing_opens_where_the_reader_went_on_to_something_else(
    explorer: Explorer, collection: FakeCollection, indexer: SlowIndexer
) -> None:
    articles, collection.articles = collection.articles, []
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "harbour")
        await pilot.press("enter")
        await until(pilot, lambda: desk.pane == "results")
        await pilot.press("/")
        collection.articles = articles
        indexer.goes_on.set()
        await until(pilot, lambda: bool(desk.finds), "the results")
        await pilot.pause()
        assert desk.pane == "query"


async def test_a_correction_is_taken_while_a_known_folder_is_looked_through(
    explorer: Explorer, indexer: SlowIndexer
) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "strkie")
        assert desk.reading
        assert "Did you mean strike? Press" in screen_text(explorer)
        await pilot.press("enter")
        await until(pilot, lambda: desk.field.value == "strike")


async def test_a_correction_is_not_taken_while_most_has_still_to_be_read(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        desk.show_progress(Progress(stage="reading", done=2, total=900))
        await search(pilot, desk, "strkie")
        assert "Did you mean" not in screen_text(explorer)
        await pilot.press("enter")
        await until(pilot, lambda: desk.pane == "results")
        assert desk.field.value == "strkie"
