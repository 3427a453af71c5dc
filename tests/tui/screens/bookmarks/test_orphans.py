"""Bookmarks whose words are no longer where they were."""

from collections.abc import Callable

import pytest

from index.bookmarks import Bookmarks as Reader
from tests.tui.conftest import until
from tests.tui.fake import FakeCollection
from tests.tui.looking import WIDE, screen_text
from tests.tui.screens.bookmarks.looking import SLOGANS, at_the_desk, settled
from tui.app import Explorer
from tui.widgets.bar import Bar


@pytest.fixture
def changed(collection: FakeCollection, explorer: Explorer) -> Callable[[], None]:
    """One article says something else now, another is gone."""

    def change() -> None:
        strike = collection.articles[0]
        passages = tuple(
            p.model_copy(update={"text": p.text.replace("asked for rest", "asked for bread")})
            for p in strike.article.passages
        )
        article = strike.article.model_copy(update={"passages": passages})
        article.__dict__.pop("text", None)
        collection.articles[0] = strike.model_copy(update={"article": article})
        collection.articles = [a for a in collection.articles if a.article.path != "calm.txt"]

    return change


async def test_lost_words_come_first_to_be_accepted_or_left(
    explorer: Explorer, reader: Reader, changed: Callable[[], None]
) -> None:
    changed()
    async with explorer.run_test(size=WIDE) as pilot:
        screen = await at_the_desk(pilot, rows=6)
        text = screen_text(explorer)
        assert "! 2 no longer where they were" in screen.query_one("#header", Bar).shown
        assert text.index("No longer where they were  2") < text.index("Your order  2")
        assert "The article is gone" in text
        assert screen.item is not None
        assert screen.item.orphan is not None
        while screen.item.orphan is None or screen.item.orphan.why != "changed":
            await pilot.press("j")
        await until(pilot, lambda: "as kept" in screen_text(explorer))
        assert "[-rest,-]" in screen_text(explorer)
        assert "[+bread,+]" in screen_text(explorer)
        await pilot.press("a")
        await until(pilot, lambda: any("asked for bread" in b.anchor.exact for b in reader.list()))
        await until(pilot, lambda: "No longer where they were  1" in screen_text(explorer))
        await settled(pilot)
        await pilot.press("g", "r")
        await until(pilot, lambda: "No longer" not in screen_text(explorer))
        assert len(reader.list()) == 4
        await settled(pilot)
        await pilot.press("u")
        await until(pilot, lambda: "No longer where they were  1" in screen_text(explorer))
        await settled(pilot)
        await pilot.press("u")
        await until(pilot, lambda: "No longer where they were  2" in screen_text(explorer))
        assert any(b.anchor.exact == SLOGANS for b in reader.list())


async def test_words_that_are_lost_meanwhile_are_noticed(
    explorer: Explorer, changed: Callable[[], None]
) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        await at_the_desk(pilot)
        assert "No longer where they were" not in screen_text(explorer)
        changed()
        explorer.desk.tell_views()
        await until(pilot, lambda: "No longer where they were  2" in screen_text(explorer))
