"""What is said of an article whose file goes while it is open."""

import pytest

from tests.tui.conftest import until
from tests.tui.fake import FakeCollection
from tests.tui.fake_bookmarks import FakeBookmarks
from tests.tui.looking import WIDE, opened, screen_text, search, started
from tui.app import Explorer

GONE = "The file of this article is gone; b still keeps its words"
OVER_IT = "! Its file is gone"


@pytest.mark.parametrize("way_in", [["enter"], ["tab", "tab"]])
async def test_that_its_file_is_gone_is_said_however_it_was_come_into_and_stays_over_it(
    explorer: Explorer, collection: FakeCollection, bookmarks: FakeBookmarks, way_in: list[str]
) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "marsh")
        await pilot.press(*way_in)
        await until(pilot, lambda: desk.pane == "reader" and desk.reader.key is not None)
        key = desk.reader.key
        assert key is not None
        await opened(pilot, desk, key.path)
        removed = next(found for found in collection.articles if found.article.key == key)
        assert OVER_IT not in screen_text(explorer)

        collection.articles.remove(removed)
        collection.committed = True
        await desk.see_news()
        await until(pilot, lambda: GONE in screen_text(explorer) and OVER_IT in screen_text(explorer))
        assert desk.reader.key == key
        # What the footer says passes with the next key.
        await pilot.press("j")
        await until(pilot, lambda: GONE not in screen_text(explorer))
        assert OVER_IT in screen_text(explorer)

        await pilot.press("b")
        await until(pilot, lambda: "its file is gone · t tags · i note · u undo" in screen_text(explorer))
        (kept,) = bookmarks.list(explorer.archive.folder)
        assert kept.path == key.path

        collection.articles.append(removed)
        collection.committed = True
        await desk.see_news()
        await until(pilot, lambda: OVER_IT not in screen_text(explorer))


async def test_another_article_is_not_said_to_be_gone(explorer: Explorer, collection: FakeCollection) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: desk.pane == "reader" and desk.reader.key is not None)
        collection.articles[:] = [
            found for found in collection.articles if found.article.key != desk.reader.key
        ]
        collection.committed = True
        await desk.see_news()
        await until(pilot, lambda: OVER_IT in screen_text(explorer))
        gone = desk.reader.key
        await pilot.press("escape", "down", "up", "enter")
        await until(pilot, lambda: desk.reader.key not in {None, gone})
        await until(pilot, lambda: OVER_IT not in screen_text(explorer))
