"""Coming in by a link."""

from pathlib import Path

from models.bookmark import Anchor
from models.link import Link
from tests.tui.conftest import until
from tests.tui.fake import FakeCollection
from tests.tui.fake_bookmarks import FakeBookmarks
from tests.tui.looking import WIDE, opened, screen_text
from tui.app import Explorer
from tui.archive import Archive

SLOGANS = "“We asked for rest, and they offered us slogans,”"


def explorer_at(collection: FakeCollection, path: str, words: str) -> Explorer:
    anchor = Anchor(exact=words, prefix="", suffix="", start=0, end=len(words), passage=0)
    link = Link(folder="/clippings", path=path, part=0, anchor=anchor, length=len(words))
    archive = Archive(
        Path("clippings"),
        open_collection=lambda _: collection,
        open_bookmarks=FakeBookmarks,  # type: ignore[arg-type]
    )
    return Explorer(archive, link=link)


async def test_the_explorer_opens_at_the_passage(collection: FakeCollection) -> None:
    explorer = explorer_at(collection, "strike.txt", SLOGANS)
    async with explorer.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: explorer.desk.pane == "reader")
        await opened(pilot, explorer.desk, "strike.txt")
        assert explorer.desk.reader.passage == 2
        focus = explorer.desk.reader.focused_span
        assert focus is not None
        assert explorer.desk.reader.annotated is not None
        assert explorer.desk.reader.annotated.article.text[focus.start : focus.end] == SLOGANS


async def test_what_is_no_longer_there_is_said(collection: FakeCollection) -> None:
    explorer = explorer_at(collection, "gone.txt", "Words that nobody wrote")
    async with explorer.run_test(size=WIDE) as pilot:
        await until(
            pilot, lambda: any("Neither gone.txt" in notice.message for notice in explorer._notifications)
        )
        assert "Results" in screen_text(explorer)
