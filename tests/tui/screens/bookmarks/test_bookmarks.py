"""The bookmarks desk, with the reader's real file under it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from index.bookmarks import Bookmarks as Reader
from index.session import SessionFile
from models.bookmark import Bookmark
from tests.tui.conftest import until
from tests.tui.fake import FakeCollection
from tests.tui.looking import NARROW, WIDE, opened, screen_text, started
from tui.app import Explorer
from tui.archive import Archive
from tui.screens.bookmarks.bookmarks import Bookmarks
from tui.screens.prompt import Confirm
from tui.widgets.bar import Bar

SLOGANS = "“We asked for rest, and they offered us slogans,”"
WAITING = "4,000 containers were waiting"
FERRIES = "Ferries from Tolva sailed on time"
COUNTED = "6,500 containers on the quays"


@pytest.fixture
def reader() -> Iterator[Reader]:
    """The reader's file, as another session has it open."""
    with Reader.open() as opened_:
        yield opened_


@pytest.fixture
def explorer(collection: FakeCollection, tmp_path: Path, reader: Reader) -> Explorer:
    folder = tmp_path / "clippings"
    folder.mkdir()
    collection.folder = folder
    for words, speaker, tags in (
        (SLOGANS, "Ida Marsh", ["strike"]),
        (WAITING, None, ["strike", "figures"]),
        (FERRIES, None, []),
        (COUNTED, "Ida Marsh", ["figures"]),
    ):
        article = next(a for a in collection.articles if words in a.article.text)
        start = article.article.text.index(words)
        reader.add(folder, article, start, start + len(words), speaker=speaker, tags=tags)
    return Explorer(Archive(folder, open_collection=lambda _: collection))


async def at_the_desk(pilot: Pilot[None], *, rows: int = 4) -> Bookmarks:
    await started(pilot)
    await pilot.press("B")
    await until(pilot, lambda: isinstance(pilot.app.screen, Bookmarks))
    screen = cast("Bookmarks", pilot.app.screen)
    await until(pilot, lambda: screen.entries.count == rows, f"{rows} rows")
    await settled(pilot)
    return screen


async def settled(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: not any(w.is_running and w.group != "line" for w in pilot.app.screen.workers))
    await pilot.pause()


def quotes(reader: Reader) -> list[str]:
    return [e.anchor.exact if isinstance(e, Bookmark) else f"# {e.text}" for e in reader.outline()]


def told(explorer: Explorer) -> str:
    """What was said so that it is not missed."""
    return "\n".join(notification.message for notification in explorer._notifications)


def footer(screen: Bookmarks) -> str:
    return screen.query_one("#footer", Bar).shown


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


async def test_marked_quotes_are_put_under_a_heading_that_moves_with_them(
    explorer: Explorer, reader: Reader
) -> None:
    before = quotes(reader)
    async with explorer.run_test(size=WIDE) as pilot:
        await at_the_desk(pilot)
        await pilot.press("G", "h", *"Rest", "enter")
        await until(pilot, lambda: "Rest  1" in screen_text(explorer))
        await settled(pilot)
        assert "put here" not in footer(cast("Bookmarks", explorer.screen))
        await pilot.press("g", "space", "j", "space")
        await until(pilot, lambda: "p put here" in footer(cast("Bookmarks", explorer.screen)))
        await pilot.press("p")
        await until(
            pilot, lambda: quotes(reader) == [before[1], "# Rest", before[0], before[2], before[3]], "put"
        )
        await settled(pilot)
        await pilot.press("p")
        assert "marks the quotes" in footer(cast("Bookmarks", explorer.screen))
        await pilot.press("g", "j", "shift+up")
        await until(
            pilot, lambda: quotes(reader) == ["# Rest", before[0], before[2], before[3], before[1]], "moved"
        )
        await settled(pilot)
        await pilot.press("u", "u")
        await until(pilot, lambda: quotes(reader) == [*before[:3], "# Rest", before[3]], "as it was")


async def test_a_note_may_have_many_lines_and_keeps_them(explorer: Explorer, reader: Reader) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        screen = await at_the_desk(pilot)
        await pilot.press("g", "i", *"Ask:", "ctrl+j", *"- her/q?", "enter")
        await until(pilot, lambda: [b.note for b in reader.list()].count("Ask:\n- her/q?") == 1)
        await settled(pilot)
        lines = [line.strip(" ▌") for line in screen_text(explorer).split("\n")]
        assert lines[lines.index("✎ Ask:") + 1] == "- her/q?"
        # Written on, its lines stay; letters are letters, and Tab leads nowhere.
        await pilot.press("i", "tab", "ctrl+j", *"sd", "enter")
        await until(pilot, lambda: [b.note for b in reader.list()].count("Ask:\n- her/q?\nsd") == 1)
        await settled(pilot)
        assert (screen.way, screen.focused) == ("order", screen.entries)


async def test_tags_in_use_are_listed_and_taken_one_after_the_other(
    explorer: Explorer, reader: Reader
) -> None:
    reader.annotate(reader.list()[0].id, tags=["strike", "figures", "harbour-board"])
    async with explorer.run_test(size=NARROW) as pilot:
        screen = await at_the_desk(pilot)
        await pilot.press("G")
        assert screen.selected is not None
        await pilot.press("g", "space", "space", "space", "space", "t")
        await until(
            pilot, lambda: "#figures  3" in screen_text(explorer) or "#figures  2" in screen_text(explorer)
        )
        lines = screen_text(explorer).split("\n")
        offered = [line.split()[0].strip("▌ ") for line in lines[-6:-1] if "#" in line]
        assert offered[-1] == "#harbour-board", "the most used come first"
        # Two by their first letters and Tab, in one burst, and one by moving to it.
        await pilot.press("f", "tab", "b", "o", "a", "tab", "down", "enter")
        await until(pilot, lambda: all(len(b.tags) == 3 for b in reader.list()))
        assert {tag for b in reader.list() for tag in b.tags} == {"strike", "figures", "harbour-board"}
        await settled(pilot)
        await pilot.press("t", *"xyz")
        await until(pilot, lambda: "a new one" in screen_text(explorer))
        await pilot.press("tab", "escape")
        await settled(pilot)
        assert screen.focused is screen.entries


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


async def test_note_and_tags_are_written_in_a_line_with_the_row_in_sight(
    explorer: Explorer, reader: Reader
) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        screen = await at_the_desk(pilot)
        await pilot.press("g", "i", *"Ask her")
        await until(pilot, lambda: "✎ Ask her" in screen_text(explorer), "the row as it will be")
        await pilot.press("escape")
        await until(pilot, lambda: "✎" not in screen_text(explorer))
        assert all(b.note == "" for b in reader.list())
        await pilot.press("i", *"Ask her", "enter")
        await until(pilot, lambda: [b.note for b in reader.list()].count("Ask her") == 1)
        assert screen.selected is not None
        kept = screen.selected.id
        await settled(pilot)
        await pilot.press("t", "s")
        await until(pilot, lambda: "#strike  2" in screen_text(explorer))
        await pilot.pause(0.1)
        await pilot.press("tab", "enter")
        await until(pilot, lambda: "strike" in next(b for b in reader.list() if b.id == kept).tags)


async def test_several_are_marked_tagged_and_deleted_and_each_is_undone_at_once(
    explorer: Explorer, reader: Reader
) -> None:
    before = reader.list()
    async with explorer.run_test(size=WIDE) as pilot:
        screen = await at_the_desk(pilot)
        await pilot.press("g", "space", "space", "space")
        assert "3 marked" in screen.query_one("#header", Bar).shown
        await pilot.press("t")
        await until(pilot, lambda: "Tags of 3 marked" in screen_text(explorer))
        await pilot.press(*"Tolva", "enter")
        await until(pilot, lambda: sum("Tolva" in b.tags for b in reader.list()) == 3)
        assert {tag for b in reader.list() for tag in b.tags} == {"strike", "figures", "Tolva"}
        await settled(pilot)
        await pilot.press("g", "space", "space", "d")
        await until(pilot, lambda: len(reader.list()) == 2)
        await settled(pilot)
        await pilot.press("u")
        await until(pilot, lambda: len(reader.list()) == 4)
        await settled(pilot)
        await pilot.press("u")
        await until(pilot, lambda: reader.list() == before)


async def test_quotes_are_put_in_order_under_headings_and_written_so(
    explorer: Explorer, reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = quotes(reader)
    async with explorer.run_test(size=WIDE) as pilot:
        await at_the_desk(pilot)
        await pilot.press("g", "shift+down", ")", "shift+up")
        await until(pilot, lambda: quotes(reader)[:2] == [before[1], before[0]], "the first went down")
        await settled(pilot)
        await pilot.press("g", "h", *"What was said", "enter")
        await until(pilot, lambda: "What was said  4" in screen_text(explorer))
        await settled(pilot)
        await pilot.press("g", "i", *"!", "enter")
        await until(pilot, lambda: quotes(reader)[0] == "# What was said!")
        await settled(pilot)
        await pilot.press("w", "enter")
        target = tmp_path / "bookmarks.md"
        await until(pilot, target.exists)
        lines = target.read_text(encoding="utf-8").split("\n")
        assert [line for line in lines if line.startswith("## ")] == ["## What was said!"]
        quoted = [line[2:] for line in lines if line.startswith("> ")]
        assert quoted[0] == before[1]
        assert quoted[1] == before[0]
        await settled(pilot)
        await pilot.press("g", "d")
        await until(pilot, lambda: not quotes(reader)[0].startswith("#"))
        for _ in range(6):
            await settled(pilot)
            await pilot.press("u")
        await until(pilot, lambda: quotes(reader) == before)


async def test_a_heading_is_put_over_just_the_marked_quotes(explorer: Explorer, reader: Reader) -> None:
    before = quotes(reader)
    async with explorer.run_test(size=WIDE) as pilot:
        await at_the_desk(pilot)
        await pilot.press("g", "h", *"All", "enter")
        await until(pilot, lambda: quotes(reader) == ["# All", *before])
        await settled(pilot)
        await pilot.press("g", "j", "space", "j", "space", "h")
        await until(pilot, lambda: "over the 2 marked" in screen_text(explorer))
        await pilot.press(*"Two", "enter")
        await until(pilot, lambda: "# Two" in quotes(reader))
        assert quotes(reader) == ["# All", before[1], before[3], "# Two", before[0], before[2]]
        await settled(pilot)
        await pilot.press("u")
        await until(pilot, lambda: quotes(reader) == ["# All", *before], "one thing to take back")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that one is in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("tabs", "name", "begins"),
    [
        (1, "bookmarks.json", "["),
        (2, "bookmarks.bib", "@article"),
        (3, "bookmarks.ris", "TY  - NEWS"),
        (4, "bookmarks.jsonld", "{"),
        (5, "bookmarks.csv", "quote,"),
        (6, "bookmarks.md", "# Kept quotes"),
    ],
)
async def test_tab_goes_through_the_formats(
    explorer: Explorer, here: Path, tabs: int, name: str, begins: str
) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        screen = await at_the_desk(pilot)
        await pilot.press("w", *["tab"] * tabs, "enter")
        await until(pilot, (here / name).exists)
        assert (here / name).read_text(encoding="utf-8").startswith(begins)
        await until(pilot, lambda: "4 bookmarks written" in footer(screen))


async def test_a_file_is_overwritten_only_when_that_is_meant(
    explorer: Explorer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bookmarks.md").write_text("mine")
    async with explorer.run_test(size=NARROW) as pilot:
        screen = await at_the_desk(pilot)
        for answer in ("enter", "y"):
            await pilot.press("w", "enter")
            await until(pilot, lambda: isinstance(pilot.app.screen, Confirm))
            assert (tmp_path / "bookmarks.md").read_text() == "mine"
            await pilot.press(answer)
            await until(pilot, lambda: pilot.app.screen is screen)
        await until(pilot, lambda: (tmp_path / "bookmarks.md").read_text() != "mine")


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


async def test_annotations_are_imported_and_what_has_no_place_is_said(
    explorer: Explorer, reader: Reader, tmp_path: Path
) -> None:
    file = tmp_path / "others.json"
    quoted = ["few Tolvans noticed the dispute", "Words that nobody wrote"]
    selectors = [{"type": "TextQuoteSelector", "exact": exact} for exact in quoted]
    file.write_text(json.dumps([{"target": {"selector": selector}} for selector in selectors]))
    async with explorer.run_test(size=WIDE) as pilot:
        await at_the_desk(pilot)
        await pilot.press("I")
        await named(pilot, file)
        await until(pilot, lambda: len(reader.list()) == 6)
        await until(pilot, lambda: "Annotation 2: its words are in no article." in told(explorer))
        assert next(b for b in reader.list() if quoted[0] == b.anchor.exact).path == "calm.txt"
        await pilot.press("I")
        await named(pilot, tmp_path / "gone.json")
        await until(pilot, lambda: "cannot be read" in told(explorer))


async def named(pilot: Pilot[None], file: Path) -> None:
    """Give the name of a file in the line, as if it had been pasted."""
    line = pilot.app.screen.query_one("#line", Input)
    await until(pilot, lambda: bool(line.display))
    line.value = str(file)
    await pilot.press("enter")


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


async def test_a_bookmark_is_opened_and_escape_leads_back_step_by_step(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        screen = await at_the_desk(pilot)
        await pilot.press("space", "t", "escape")
        assert screen.marked
        await pilot.press("escape")
        assert not screen.marked
        await pilot.press("g", "enter")
        await opened(pilot, explorer.desk, "count.txt")
        assert explorer.desk.pane == "reader"


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
