"""Notes, tags, headings and the order of what was kept are changed, and each change is taken back."""

from pathlib import Path
from typing import cast

from index.bookmarks import Bookmarks as Reader
from tests.tui.conftest import until
from tests.tui.looking import NARROW, WIDE, screen_text
from tests.tui.screens.bookmarks.looking import at_the_desk, footer, quotes, settled
from tui.app import Explorer
from tui.screens.bookmarks.bookmarks import Bookmarks
from tui.widgets.bar import Bar


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


async def test_quotes_are_put_in_order_under_headings_and_written_so(
    explorer: Explorer, reader: Reader, here: Path
) -> None:
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
        target = here / "bookmarks.md"
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
