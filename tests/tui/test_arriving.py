"""Coming in by a link: where its words stand in their pane, and what shows where they are not there."""

import asyncio
from pathlib import Path

import pytest

from index.bookmarks.anchoring import anchor
from models.bookmark import Anchor
from models.key import ArticleKey
from models.link import Link
from tests.tui.conftest import until
from tests.tui.fake import FakeCollection
from tests.tui.fake_bookmarks import FakeBookmarks
from tests.tui.looking import opened, screen_text, started
from tui.app import Explorer
from tui.arriving import arrive
from tui.screens.desk.desk import Desk

GONE = Link(
    folder="/clippings",
    path="geese.txt",
    part=0,
    anchor=Anchor(
        exact="“Nine hundred geese,”", prefix="It was odd. ", suffix=" she said.", start=12, end=33, passage=0
    ),
    length=21,
)


@pytest.mark.parametrize("size", [(60, 14), (80, 24), (140, 20)])
async def test_the_span_is_in_sight_though_its_pane_was_hidden(
    explorer: Explorer, size: tuple[int, int]
) -> None:
    async with explorer.run_test(size=size) as pilot:
        desk = await started(pilot)
        annotated = await explorer.archive.article(ArticleKey("strike.txt"))
        # At the end of a passage, which in a pane without a size is a long column of single words.
        start = annotated.article.text.index("higher")
        passage = annotated.article.passage_at(start)
        assert passage is not None
        desk.reader.show(annotated, [], passage.number, focus=(start, start + 6))
        desk.enter_article()
        await until(pilot, lambda: desk.reader.size.height > 0)
        await pilot.pause()
        assert desk.reader.page is not None
        line = desk.reader.page.line_of(passage.number, start)
        assert 0 <= line - desk.reader.scroll_offset.y < desk.reader.size.height


async def test_words_that_are_gone_show_at_once_with_what_can_be_done(explorer: Explorer) -> None:
    async with explorer.run_test(size=(80, 24)) as pilot:
        desk = await started(pilot)
        await arrive(desk, GONE)
        await pilot.pause()
        text = screen_text(explorer)
        assert explorer.screen.query_one("#lost")
        assert "Neither geese.txt nor the words of this link" in text
        assert "It was odd. “Nine hundred geese,” she said." in text
        assert "--folder FOLDER" in " ".join(text.split())
        assert "B bookmarks" not in text
        await pilot.press("enter")
        await until(pilot, lambda: desk.answer is not None and desk.answer.query == '"Nine hundred geese"')
        assert explorer.screen is desk


async def test_the_bookmark_of_the_link_says_where_the_words_are_from(
    explorer: Explorer, bookmarks: FakeBookmarks, collection: FakeCollection
) -> None:
    article = next(a for a in collection.articles if a.article.path == "strike.txt")
    kept = bookmarks.add(
        Path("clippings"), article, 0, 30, speaker="Ida Marsh", note="Ask her", tags=["strike"]
    )
    collection.articles.remove(article)
    link = GONE.model_copy(update={"path": "strike.txt", "anchor": kept.anchor})
    async with explorer.run_test(size=(80, 24)) as pilot:
        desk = await started(pilot)
        await arrive(desk, link)
        await until(pilot, lambda: "✎ Ask her" in screen_text(explorer))
        text = screen_text(explorer)
        assert article.article.outlet is not None
        assert article.article.outlet in text
        assert "B bookmarks" in text


async def test_words_that_turn_up_while_the_folder_is_read_are_gone_to(
    explorer: Explorer, collection: FakeCollection, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = next(a for a in collection.articles if a.article.path == "strike.txt")
    words = "asked for rest"
    start = article.article.text.index(words)
    link = GONE.model_copy(
        update={"path": "strike.txt", "anchor": anchor(article.article, start, start + len(words))}
    )
    collection.articles.remove(article)
    async with explorer.run_test(size=(80, 24)) as pilot:
        desk = await started(pilot)
        monkeypatch.setattr(Desk, "reading", True)
        arriving = asyncio.create_task(arrive(desk, link))
        await until(pilot, lambda: "It opens as soon as it is found" in screen_text(explorer))
        collection.articles.append(article)
        await opened(pilot, desk, "strike.txt")
        await arriving
        assert explorer.screen is desk
