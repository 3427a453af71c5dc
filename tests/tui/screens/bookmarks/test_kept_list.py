"""What was kept, on its shelves and in its order, and how it is looked through."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast

import pytest

from index.bookmarks import Bookmarks as Reader
from index.bookmarks.speakers import Known
from index.session import SessionFile
from models.bookmark import Bookmark
from tests.tui.conftest import until
from tests.tui.fake import FakeCollection
from tests.tui.looking import NARROW, WIDE, screen_text
from tests.tui.screens.bookmarks.looking import at_the_desk, footer, settled
from tui.app import Explorer
from tui.archive import Archive
from tui.screens.bookmarks.bookmarks import Bookmarks
from tui.widgets.bar import Bar


async def test_shelves_are_turned_over_by_a_key(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        screen = await at_the_desk(pilot)
        heads = []
        for _ in range(5):
            await pilot.press("s")
            await settled(pilot)
            lines = screen_text(explorer).split("\n")
            heads.append([line.split("─")[0].strip() for line in lines if "───" in line])
        assert heads == [
            ["#figures  2", "#strike  2", "Without a tag  1"],
            ["Ida Marsh  2", "No speaker  2"],
            ["The Quay  3", "Northern Ledger  1"],
            ["1 March 2031  1", "2 March 2031  2", "3 March 2031  1"],
            [],
        ]
        assert "in your order" in screen.query_one("#header", Bar).shown
        await pilot.press("s", "escape")
        await pilot.press("B")
        await until(pilot, lambda: isinstance(pilot.app.screen, Bookmarks))
        assert cast("Bookmarks", pilot.app.screen).way == "story"


async def test_shelves_and_cursor_are_as_they_were_in_the_next_session(
    collection: FakeCollection, explorer: Explorer
) -> None:
    folder = explorer.archive.folder

    def another() -> Explorer:
        archive = Archive(folder, open_collection=lambda _: collection)
        return Explorer(archive, session=SessionFile(folder))

    left = another()
    async with left.run_test(size=WIDE) as pilot:
        screen = await at_the_desk(pilot)
        await pilot.press("s", "s", "A", "G")
        await settled(pilot)
        kept = screen.selected
        await pilot.press("escape", "q")
    again = another()
    async with again.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: again.shelves.way == "speaker")
        screen = await at_the_desk(pilot, rows=6)
        assert (screen.way, screen.everywhere, screen.selected) == ("speaker", True, kept)
        await pilot.press("escape")
        again.start_afresh()
        screen = await at_the_desk(pilot)
        assert (screen.way, screen.everywhere, screen.entries.cursor) == ("order", False, 0)


async def test_one_types_to_find_words_speakers_tags_and_notes(explorer: Explorer, reader: Reader) -> None:
    reader.annotate(reader.list()[0].id, note="Ask the harbour master")
    async with explorer.run_test(size=NARROW) as pilot:
        screen = await at_the_desk(pilot)
        for typed, count in (
            ("slogans", 1),
            ("marsh", 2),
            ("#figures", 2),
            ("master", 1),
            ("ledger", 1),
            ("zzz", 0),
        ):
            await pilot.press("/", *typed)
            await until(pilot, lambda count=count: screen.entries.count == count, typed)  # type: ignore[misc]
            await pilot.press("escape")
        await until(pilot, lambda: screen.entries.count == 4)
        assert screen.focused is screen.entries


async def test_the_quote_shows_in_its_passage_where_there_is_room(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        screen = await at_the_desk(pilot)
        await pilot.press("G")
        await until(pilot, lambda: "The Harbour Board said that 4,000" in screen_text(explorer))
        assert "Rui Bell" in screen_text(explorer)
        await pilot.resize_terminal(*NARROW)
        await until(pilot, lambda: not screen.query_one("#kept").display)


async def test_bookmarks_of_other_folders_are_shown_when_asked_for(
    explorer: Explorer, reader: Reader, collection: FakeCollection, tmp_path: Path
) -> None:
    reader.add(tmp_path, collection.articles[0], 0, 7)
    async with explorer.run_test(size=WIDE) as pilot:
        screen = await at_the_desk(pilot)
        await pilot.press("A")
        await until(pilot, lambda: screen.entries.count == 5)
        await settled(pilot)
        await pilot.press("g", "enter")
        await until(pilot, lambda: "from another folder" in footer(screen))
        await pilot.press("A")
        await until(pilot, lambda: screen.entries.count == 4)


async def test_hostile_text_does_nothing_on_the_desk(
    explorer: Explorer, reader: Reader, collection: FakeCollection
) -> None:
    hostile = collection.articles[3]
    reader.add(
        collection.folder,
        hostile,
        0,
        len(hostile.article.text),
        speaker="[b]\x1b[31m",
        note="\x1b[2J[/b]",
        tags=["\x07[@click=quit()]"],
    )
    async with explorer.run_test(size=WIDE) as pilot:
        await at_the_desk(pilot, rows=5)
        await pilot.press("g")
        await until(pilot, lambda: "[bold]stop[/bold]" in screen_text(explorer))
        for key in ("t", "escape", "i", "escape", "s", "s", "s", "s", "s"):
            await pilot.press(key)
            await settled(pilot)
            assert not {"\x1b", "\x07", "\u202e"} & set(screen_text(explorer))


async def test_a_row_that_did_not_change_is_not_drawn_again(
    explorer: Explorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        screen = await at_the_desk(pilot)
        drawn: list[int] = []

        def counted(bookmark: Bookmark, width: int, **looks: bool) -> list[list[object]]:
            drawn.append(bookmark.id)
            return [[]]

        monkeypatch.setattr("tui.screens.bookmarks.kept_list.draw_bookmark", counted)
        await pilot.press("space")
        assert len(drawn) == 1
        assert len(screen.marked) == 1


async def test_a_speaker_who_may_be_one_of_several_people_is_marked(
    explorer: Explorer, reader: Reader, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (slogans, *_) = reader.list()

    async def speakers(kept: Sequence[Bookmark]) -> dict[int, Known]:
        return {bookmark.id: Known("Marsh", several=bookmark.id == slogans.id) for bookmark in kept}

    monkeypatch.setattr(explorer.archive, "speakers", speakers)
    marked = "— Ida Marsh (one of several)"
    async with explorer.run_test(size=WIDE) as pilot:
        screen = await at_the_desk(pilot)
        # In its row, and beside the list.
        assert screen_text(explorer).count(marked) == 2
        await pilot.press("w", "enter")
        await until(pilot, lambda: "4 bookmarks written" in footer(screen))
        assert (here / "bookmarks.md").read_text(encoding="utf-8").count(marked) == 1
        # It stays when what was kept is fetched again.
        await pilot.press("t", *"x", "enter")
        await until(pilot, lambda: "#x" in screen_text(explorer))
        assert screen_text(explorer).count(marked) == 2
