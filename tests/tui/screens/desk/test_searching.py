"""Results by article and by passage, and a list that stands still while one types."""

from unittest.mock import patch

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import until
from tests.tui.looking import NARROW, WIDE, opened, screen_text, search, started
from tui.app import Explorer
from tui.keys import shown
from tui.screens.desk.desk import Desk
from tui.widgets.bar import Bar


def _rows(desk: Desk) -> list[tuple[str, int]]:
    return [(row.key.path, row.passage) for row in desk.rows]


async def test_each_passage_gets_a_row_and_the_one_under_the_cursor_stays_there(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "harbour")
        await pilot.press("escape", "p")
        assert _rows(desk) == [("strike.txt", 1), ("strike.txt", 3), ("count.txt", 2)]
        assert "Passages · by relevance" in screen_text(explorer)
        await pilot.press("j")
        await until(pilot, lambda: desk.reader.passage == 3)
        assert desk.position() == "passage 2/3"
        await pilot.press("p")
        assert _rows(desk) == [("strike.txt", 1), ("count.txt", 2)]
        assert desk.results.cursor == 0


async def test_a_row_of_a_passage_opens_there(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "harbour")
        await pilot.press("escape", "p", "j", "enter")
        await opened(pilot, desk, "strike.txt")
        assert desk.reader.passage == 3


async def test_where_nothing_is_asked_of_passages_articles_stay_rows(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        rows = _rows(desk)
        await pilot.press("p")
        assert _rows(desk) == rows
        assert "search for words to see passages" in screen_text(explorer)


async def _typed(pilot: Pilot[None], desk: Desk, query: str) -> list[str]:
    await until(pilot, lambda: desk.answer is not None and desk.answer.query == query, query)
    await pilot.pause()
    assert isinstance(pilot.app, Explorer)
    return screen_text(pilot.app).splitlines()


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_nothing_jumps_while_one_types(explorer: Explorer, size: tuple[int, int]) -> None:
    async with explorer.run_test(size=size) as pilot:
        desk = await started(pilot)
        await pilot.press("/", "h")
        before = await _typed(pilot, desk, "h")
        regions = {widget: widget.region for widget in desk.query("*")}
        rows, width = _rows(desk), desk.results.size.width
        for length in range(2, len("harbour") + 1):
            await pilot.press("harbour"[length - 1])
            lines = await _typed(pilot, desk, "harbour"[:length])
            assert {widget: widget.region for widget in regions} == regions
            # Up to the line of months; the rule with the names of panes; of a row that stays, the headline.
            assert lines[0].split("found")[0] == before[0].split("found")[0]
            assert lines[3] == before[3]
            same = _rows(desk)[0] == rows[0]
            assert lines[4][:width] == before[4][:width] or not same


async def test_a_slash_in_words_that_are_being_typed_is_part_of_them(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("/", *"marsh/", "backspace", *"/7/8")
        assert desk.field.value == "marsh/7/8"


async def test_a_slash_begins_anew_after_a_blank(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("/", *"marsh ", "/", *"ferries")
        assert desk.field.value == "ferries"


async def test_a_slash_begins_anew_once_the_words_were_corrected(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "hxrbour")
        desk.field.value = "harbour"
        await pilot.press("/", *"ferries")
        assert desk.field.value == "ferries"


async def test_a_slash_begins_anew_after_a_pause_over_nothing_found(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "zeppelin")
        assert "Nothing found" in screen_text(explorer)
        with patch("tui.widgets.search_line._MID_WORD", 0.0):
            await pilot.press("/", *"ferries")
        assert desk.field.value == "ferries"


async def test_a_slash_begins_anew_after_enter_found_nothing(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "zeppelin")
        await pilot.press("enter", "/", *"ferries")
        assert desk.field.value == "ferries"


async def test_in_a_narrow_window_the_key_of_a_suggestion_is_seen(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "strkie")
        assert desk.answer is not None
        desk._describe(desk.answer.model_copy(update={"suggestion": "who among them kept the key" * 4}))
        await pilot.pause()
        said = desk.query_one("#understood", Bar).shown
        assert said.startswith("  did you mean who among them")
        assert f"the key? {shown('query.suggestion')}" in said
        assert len(said.rstrip()) <= NARROW[0] - 2
