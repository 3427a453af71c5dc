"""Lines put back into an article and taken out of it, in the explorer."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from models.article import Dropped
from models.ruling import Ruling
from models.status import Progress
from tests.tui.conftest import TALL, until
from tests.tui.fake import FakeCollection
from tests.tui.fake_bookmarks import FakeBookmarks
from tests.tui.looking import opened, screen_text, search, started
from tui.app import Explorer
from tui.archive import Archive
from tui.indexing import Indexer
from tui.screens.desk.desk import Desk
from tui.screens.prompt import Choice

WIDE = (140, TALL)
PROMPT = "Sign up for our newsletter"


async def at_strike(pilot: Pilot[None]) -> Desk:
    desk = await started(pilot)
    await pilot.press("enter")
    await opened(pilot, desk, "strike.txt")
    return desk


async def asked(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, Choice), "nothing was asked")


def cursor(desk: Desk) -> tuple[int, int | None]:
    """The passage, and which of the left-out lines has the cursor instead."""
    return desk.reader.passage, desk.reader.left_out


async def shows(pilot: Pilot[None], desk: Desk, text: str) -> None:
    def there() -> bool:
        return desk.reader.annotated is not None and text in desk.reader.annotated.article.text

    await until(pilot, there, f"{text} did not come")


async def test_the_cursor_passes_over_left_out_lines_only_where_they_show(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await at_strike(pilot)
        await pilot.press("g", "j", "j")
        assert cursor(desk) == (2, None)
        await pilot.press("D", "k")
        assert cursor(desk)[1] == 0
        assert "Enter put back" in " ".join(f"{key} {word}" for key, word in desk.hints())
        await pilot.press("k")
        assert cursor(desk) == (1, None)
        await pilot.press("j", "D")
        assert cursor(desk) == (2, None)


async def test_a_line_is_put_back_for_this_article_and_undone(
    explorer: Explorer, bookmarks: FakeBookmarks
) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await at_strike(pilot)
        await pilot.press("g", "D", "j", "j")
        assert cursor(desk)[1] == 0
        await pilot.press("enter")
        await asked(pilot)
        assert "every article of The Quay" in screen_text(explorer)
        await pilot.press("enter")
        await shows(pilot, desk, PROMPT)
        assert list(bookmarks.ruled) == [Ruling("article", "strike.txt", 0, PROMPT, True)]
        await until(pilot, lambda: desk.reader.passage == 2)
        assert cursor(desk)[1] is None
        quotation = next(s for s in desk.reader.spans if s.kind == "quotation")
        assert desk.reader.annotated is not None
        assert desk.reader.annotated.article.text[quotation.start] == "“", "what was found has moved along"
        await pilot.press("u")
        await until(pilot, lambda: desk.reader.left_out == 0, "the cursor stays on the line")
        assert not list(bookmarks.ruled)


async def test_a_passage_is_taken_out_of_every_article_of_the_outlet(
    explorer: Explorer, bookmarks: FakeBookmarks
) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await at_strike(pilot)
        await pilot.press("g", "j", "x")
        await asked(pilot)
        await pilot.press("o")
        await until(
            pilot, lambda: bool(desk.reader.annotated and len(desk.reader.annotated.article.dropped) == 2)
        )
        (ruling,) = bookmarks.ruled
        assert (ruling.scope, ruling.where, ruling.keep) == ("house", "outlet:the quay", False)
        await pilot.press("D")
        await pilot.pause()
        assert "left out: you took it out of all articles of The Quay" in screen_text(explorer)


async def test_stepping_out_of_the_question_changes_nothing(
    explorer: Explorer, bookmarks: FakeBookmarks
) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await at_strike(pilot)
        await pilot.press("g", "j", "x")
        await asked(pilot)
        await pilot.press("q", "escape")
        await until(pilot, lambda: pilot.app.screen is desk)
        assert not list(bookmarks.ruled)


async def test_the_headline_stays(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        await at_strike(pilot)
        await pilot.press("g", "x")
        await until(pilot, lambda: "The headline stays" in screen_text(explorer))


async def test_an_article_without_left_out_lines_says_so(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("/", *"ferries", "enter")
        await opened(pilot, desk, "calm.txt")
        await pilot.press("D")
        await until(pilot, lambda: "Nothing was left out" in screen_text(explorer))
        assert not desk.reader.dropped
        await pilot.press("G", "x")
        await until(pilot, lambda: "This is all there is of the article" in screen_text(explorer))


async def test_a_left_out_line_cannot_be_kept(explorer: Explorer, bookmarks: FakeBookmarks) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        await at_strike(pilot)
        await pilot.press("g", "D", "j", "j", "b")
        await until(pilot, lambda: "Enter puts it back" in screen_text(explorer))
        assert bookmarks.kept == []


async def test_the_mark_of_a_bookmark_moves_with_its_words(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await at_strike(pilot)
        await pilot.press("g", "j", "j", "b")
        await until(pilot, lambda: desk.reader.kept == {2})
        await pilot.press("k", "x")
        await asked(pilot)
        await pilot.press("a")
        await until(pilot, lambda: desk.reader.kept == {1})


async def test_nothing_is_lit_in_the_wrong_place_until_the_index_has_the_lines(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "containers")
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        assert desk.reader.hits
        await pilot.press("g", "j", "x")
        await asked(pilot)
        await pilot.press("a")
        await until(
            pilot, lambda: bool(desk.reader.annotated and len(desk.reader.annotated.article.dropped) == 2)
        )
        await until(pilot, lambda: not any(w.is_running for w in desk.workers))
        assert desk.reader.hits == []


class CountingIndexer(Indexer):
    """Says that it is done each time it is asked, once it is let."""

    def __init__(self) -> None:
        super().__init__(Path("clippings"))
        self.runs = 0
        self.gate = asyncio.Event()

    async def run(self) -> AsyncIterator[Progress]:
        self.runs += 1
        await self.gate.wait()
        yield Progress(stage="done", text_complete=True)


@pytest.fixture
def indexer() -> CountingIndexer:
    return CountingIndexer()


async def test_who_watches_sees_it_and_where_nobody_does_the_folder_is_looked_at_again(
    archive: Archive, indexer: CountingIndexer
) -> None:
    explorer = Explorer(archive, indexer)
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: desk.reader.key is not None)
        await pilot.press("g", "j", "x")
        await asked(pilot)
        await pilot.press("a")
        await until(pilot, lambda: archive.ruled == 1)
        await pilot.pause(0.1)
        assert indexer.runs == 1
        indexer.gate.set()
        await until(pilot, lambda: not any(w.group == "indexing" and w.is_running for w in desk.workers))
        await pilot.press("u")
        await until(pilot, lambda: indexer.runs == 2)


async def test_enter_takes_nothing_out(explorer: Explorer, bookmarks: FakeBookmarks) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        await at_strike(pilot)
        await pilot.press("g", "j", "x")
        await asked(pilot)
        await pilot.press("enter")
        assert isinstance(pilot.app.screen, Choice)
        await pilot.press("escape")
        assert not bookmarks.ruled


async def test_folded_lines_unfold_and_each_can_be_put_back(
    explorer: Explorer, collection: FakeCollection
) -> None:
    menu = tuple(Dropped(text=text, reason="navigation", before=2) for text in ("Home", "Politics", "Sport"))
    strike = collection.articles[0]
    collection.articles[0] = strike.model_copy(
        update={"article": strike.article.model_copy(update={"dropped": menu})}
    )
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await at_strike(pilot)
        await pilot.press("g", "D", "j", "j")
        assert "Home · Politics · Sport  left out: navigation" in screen_text(explorer)
        assert "Enter unfold" in " ".join(f"{key} {word}" for key, word in desk.hints())
        await pilot.press("enter")
        assert cursor(desk)[1] == 0
        await pilot.press("j")
        assert cursor(desk)[1] == 1
        await pilot.press("enter")
        await asked(pilot)
        assert "Put “Politics” back?" in screen_text(explorer)


async def test_left_out_lines_are_shown_of_one_article_only(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await at_strike(pilot)
        await pilot.press("D")
        assert desk.reader.dropped
        await pilot.press("/", *"ferries", "enter")
        await opened(pilot, desk, "calm.txt")
        assert not desk.reader.dropped
