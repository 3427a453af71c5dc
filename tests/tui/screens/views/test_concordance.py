from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.clippings import clipping
from tests.tui.conftest import until
from tests.tui.looking import NARROW, WIDE, screen_text, search, started
from tui.app import Explorer
from tui.archive import Archive
from tui.screens.desk.desk import Desk
from tui.screens.views import concordance as screen_module
from tui.screens.views.concordance import Concordance
from tui.widgets.bar import Bar

FILES = {
    "a.md": clipping(
        "Cranes stand still", "The Quay", "2021-03-02",
        "The old crane at Tolva broke.", "Nobody will mend the crane before May.",
    ),
    "b.md": clipping("On ropes", "The Ledger", "2021-03-05", "The new crane costs more than any rope."),
    "c.md": clipping("Notes", "", "", "One crane more."),
}  # fmt: skip


@pytest.fixture
def explorer(indexed: Callable[[dict[str, str]], Path]) -> Explorer:
    return Explorer(Archive(indexed(FILES)))


async def opened(pilot: Pilot[None], explorer: Explorer) -> Concordance:
    await until(pilot, lambda: isinstance(explorer.screen, Concordance), "the concordance")
    shown = explorer.screen
    assert isinstance(shown, Concordance)
    await until(pilot, lambda: not shown.gathering, "all lines")
    await pilot.pause()
    return shown


async def concordance_of(pilot: Pilot[None], explorer: Explorer, query: str) -> Concordance:
    await search(pilot, await started(pilot), query)
    await pilot.press("escape", "K")
    return await opened(pilot, explorer)


def rights(shown: Concordance) -> list[str]:
    return [line.right.split()[0].strip(".") for line in shown.lines if line.right.split()]


async def test_every_hit_is_a_line_and_their_number_is_told(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        await concordance_of(pilot, explorer, "crane")
        text = screen_text(explorer)
        assert "5 lines in 3 articles" in text
        assert "by date, newest first" in text
        columns = {line.index("crane") for line in text.split("\n") if "Tolva" in line or "costs" in line}
        assert len(columns) == 1


async def test_whose_the_line_is_stands_above_where_there_is_no_room_beside_it(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        shown = await concordance_of(pilot, explorer, "crane")
        told = shown.query_one("#understood", Bar)
        assert told.shown.endswith("The Ledger")
        await pilot.press("j")
        await until(pilot, lambda: told.shown.endswith("The Quay"))
        await pilot.press("G")
        await until(pilot, lambda: told.shown.endswith("outlet unknown"))


async def test_words_beside_the_keyword_sort_the_lines(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        shown = await concordance_of(pilot, explorer, "crane")
        await pilot.press("1")
        await until(pilot, lambda: rights(shown) == ["at", "before", "costs", "more", "stand"])
        assert "by the first word to the right" in screen_text(explorer)
        await pilot.press("left", "left")
        await until(pilot, lambda: [li.left for li in shown.lines][-1] == "")
        assert shown.order == "1L"
        await pilot.press("6")
        await until(pilot, lambda: shown.order == "3L")
        await pilot.press("s")
        await until(pilot, lambda: shown.order == "newest" and shown.lines[0].key.path == "b.md")
        await pilot.press("s")
        await until(pilot, lambda: bool(shown.lines) and shown.lines[0].key.path == "a.md")
        assert shown.lines[-1].key.path == "c.md"


async def test_the_cursor_stays_on_its_line_when_the_order_changes(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        shown = await concordance_of(pilot, explorer, "crane")
        await pilot.press("j", "j")
        line = shown.selected
        await pilot.press("1")
        await until(pilot, lambda: shown.order == "1R" and shown.lines[0].right.startswith(" at"))
        assert shown.selected == line


async def test_enter_opens_the_hit_and_back_comes_to_the_same_line(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        shown = await concordance_of(pilot, explorer, "crane")
        await pilot.press("1")
        await until(pilot, lambda: shown.order == "1R" and shown.lines[0].right.startswith(" at"))
        await pilot.press("j")
        line = shown.selected
        assert line is not None
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(explorer.screen, Desk) and explorer.desk.reader.key == line.key)
        await until(pilot, lambda: explorer.desk.reader.passage == line.passage)
        focus = explorer.desk.reader.focused_span
        assert focus is not None
        assert (focus.start, focus.end) == (line.start, line.end)

        await pilot.press("[")
        again = await opened(pilot, explorer)
        await until(pilot, lambda: again.selected == line)
        assert again.order == "1R"
        # And forward, to the article once more.
        await pilot.press("]")
        await until(pilot, lambda: isinstance(explorer.screen, Desk) and explorer.desk.reader.key == line.key)


async def test_back_out_of_it_is_where_one_was(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        await concordance_of(pilot, explorer, "crane")
        await pilot.press("[")
        await until(pilot, lambda: isinstance(explorer.screen, Desk))
        assert explorer.desk.pane == "results"


@pytest.mark.parametrize(
    ("query", "said"),
    [("", "A concordance shows words in their context"), ("zeppelin", "Nothing found")],
)
async def test_where_there_is_no_line_it_says_what_to_do(explorer: Explorer, query: str, said: str) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        await concordance_of(pilot, explorer, query)
        assert said in screen_text(explorer)
        await pilot.press("enter", "j", "1", "left")
        assert isinstance(explorer.screen, Concordance)


async def test_more_lines_than_anybody_reads_are_cut_and_it_is_said(
    explorer: Explorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen_module, "MOST_LINES", 2)
    monkeypatch.setattr(screen_module, "_FIRST", 1)
    monkeypatch.setattr(screen_module, "_NEXT", 1)
    async with explorer.run_test(size=NARROW) as pilot:
        shown = await concordance_of(pilot, explorer, "crane")
        assert len(shown.lines) == 2
        assert "the first 2 lines in 2 articles" in screen_text(explorer)


async def test_what_is_new_shows_and_the_cursor_stays(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        shown = await concordance_of(pilot, explorer, "crane")
        await pilot.press("j")
        line = shown.selected
        from threading import Event

        from index.refreshing import refresh

        folder = explorer.archive.folder
        (folder / "d.md").write_text(clipping("Late", "The Quay", "2021-06-01", "A third crane came."))
        refresh(folder, lambda _: None, Event())
        await explorer.desk.see_news()
        await until(pilot, lambda: len(shown.lines) == 6)
        assert shown.selected == line


async def test_a_phrase_is_one_keyword(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        shown = await concordance_of(pilot, explorer, '"the crane"')
        assert [line.keyword for line in shown.lines] == ["the crane"]
