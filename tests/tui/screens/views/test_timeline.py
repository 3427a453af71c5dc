from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from index.refreshing import refresh
from tests.clippings import clipping
from tests.tui.conftest import until
from tests.tui.looking import NARROW, WIDE, screen_text, search, started
from tui.app import Explorer
from tui.archive import Archive
from tui.screens.desk.desk import Desk
from tui.screens.labels import places_on
from tui.screens.views.timeline import TimelineScreen
from tui.text.labels import labels
from tui.widgets.chart import ChartView

FILES = {
    **{
        f"ferry{n}.md": clipping(f"Ferries late, {word} news", "The Quay", f"2020-{n:02}-12", f"A {word} harbour day.")
        for n, word in enumerate(("grey", "windy", "bright", "misty", "cold", "mild"), 4)
    },
    **{
        f"strike{n}.md": clipping(
            f"Strike at the port, {word} report", "The Ledger" if n > 2 else "The Quay", f"2021-03-0{n}",
            f"The harbour stood still, {word} to tell, and Ida Marsh spoke for the dockers of Tolva.",
        )
        for n, word in enumerate(("sad", "strange", "short", "long"), 1)
    },
    "undated.md": clipping("Notes", "", "", "The harbour has two cranes."),
}  # fmt: skip


@pytest.fixture
def explorer(indexed: Callable[[dict[str, str]], Path]) -> Explorer:
    return Explorer(Archive(indexed(FILES)))


async def opened(pilot: Pilot[None], explorer: Explorer) -> TimelineScreen:
    await until(pilot, lambda: isinstance(explorer.screen, TimelineScreen), "the timeline")
    shown = explorer.screen
    assert isinstance(shown, TimelineScreen)
    await until(pilot, lambda: shown.found is not None and not any(w.is_running for w in shown.workers))
    await pilot.pause()
    return shown


async def timeline_of(pilot: Pilot[None], explorer: Explorer, query: str) -> TimelineScreen:
    await search(pilot, await started(pilot), query)
    await pilot.press("escape", "T")
    return await opened(pilot, explorer)


def paths(shown: TimelineScreen) -> list[str]:
    return [hit.path for hit in shown.hits]


async def test_it_begins_at_the_highest_of_the_shortest_periods_that_fit(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        shown = await timeline_of(pilot, explorer, "harbour")
        text = screen_text(explorer)
        assert shown.periods.unit == "week"
        assert "10 articles · 1 undated" in text
        assert "1 to 7 Mar 2021   4 articles" in text
        assert "Oftener here: Ida Marsh 4 of 4, elsewhere 0 of 7" in text
        assert "The Quay 2" in text
        assert paths(shown) == ["strike1.md", "strike2.md", "strike3.md", "strike4.md"]


async def test_the_peak_is_named_above_its_column(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        await timeline_of(pilot, explorer, "harbour")
        assert "Ida Marsh, " in screen_text(explorer).split("Oftener")[0]


async def test_arrows_move_and_the_ends_are_said(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        shown = await timeline_of(pilot, explorer, "harbour")
        await pilot.press("right")
        assert "No article is later" in screen_text(explorer)
        await pilot.press("left")
        await until(pilot, lambda: shown.hits == ())
        assert "22 to 28 Feb 2021   no article" in screen_text(explorer)
        await pilot.press("n")
        await until(pilot, lambda: len(shown.hits) == 4)


async def test_zooming_keeps_to_where_the_articles_are(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        shown = await timeline_of(pilot, explorer, "harbour")
        await pilot.press("-")
        await until(pilot, lambda: shown.periods.unit == "month" and "March 2021" in screen_text(explorer))
        await pilot.press("-", "-", "-")
        assert shown.periods.unit == "year"
        await pilot.press("+", "=")
        await until(pilot, lambda: shown.periods.unit == "week" and len(shown.hits) == 4)
        await pilot.press("+")
        await until(pilot, lambda: shown.periods.unit == "day" and paths(shown) == ["strike1.md"])
        assert "Mon 1 Mar 2021   1 article" in screen_text(explorer)


@pytest.mark.parametrize(
    ("typed", "unit", "said"),
    [
        ("2020-04", "week", "1 article"),
        ("2020-04-12", "day", "Sun 12 Apr 2020"),
        ("2020", "week", "1 article"),
        ("april", "week", "1 article"),
        ("1999", "week", "6 to 12 Apr 2020"),
    ],
)
async def test_a_typed_date_is_gone_to(explorer: Explorer, typed: str, unit: str, said: str) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        shown = await timeline_of(pilot, explorer, "harbour")
        await pilot.press("d", *typed)
        await pilot.press("enter")
        await until(pilot, lambda: explorer.screen is shown and said in screen_text(explorer))
        assert shown.periods.unit == unit


async def test_what_is_no_date_is_said(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        shown = await timeline_of(pilot, explorer, "harbour")
        await pilot.press("d", *"soon", "enter")
        await until(pilot, lambda: explorer.screen is shown and "is no date such as" in screen_text(explorer))


async def test_enter_opens_an_article_and_back_comes_to_its_row(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        await timeline_of(pilot, explorer, "harbour")
        await pilot.press("down", "enter")
        await until(
            pilot,
            lambda: explorer.desk.reader.key is not None and explorer.desk.reader.key.path == "strike2.md",
        )
        await pilot.press("[")
        again = await opened(pilot, explorer)
        assert again.selected is not None
        assert again.selected.path == "strike2.md"
        assert again.periods.unit == "week"


async def test_the_search_is_narrowed_to_a_period_and_widened_again(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        await timeline_of(pilot, explorer, "harbour")
        await pilot.press("r")
        desk = explorer.desk
        await until(pilot, lambda: isinstance(explorer.screen, Desk) and desk.field.value != "harbour")
        assert desk.field.value == "date:2021-03-01..2021-03-07 harbour"
        await until(pilot, lambda: desk.answer is not None and desk.answer.articles == 4)
        await pilot.press("[")
        await until(pilot, lambda: desk.field.value == "harbour")


@pytest.mark.parametrize(
    ("query", "said"), [("zeppelin", "Nothing found"), ("cranes", "No article here states its day")]
)
async def test_where_nothing_is_dated_it_says_what_to_do(explorer: Explorer, query: str, said: str) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        await timeline_of(pilot, explorer, query)
        assert said in screen_text(explorer)
        await pilot.press("left", "n", "+", "d", "r", "enter")
        assert isinstance(explorer.screen, TimelineScreen)


async def test_what_is_new_is_counted_and_nothing_moves(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        shown = await timeline_of(pilot, explorer, "")
        await pilot.press("left", "right", "down")
        await until(pilot, lambda: len(shown.hits) == 4)
        row = shown.selected
        folder = explorer.archive.folder
        (folder / "late.md").write_text(clipping("Late", "The Quay", "2021-03-01", "A third harbour came."))
        refresh(folder, lambda _: None, Event())
        await explorer.desk.see_news()
        await until(pilot, lambda: len(shown.hits) == 5)
        assert shown.selected is not None
        assert row is not None
        assert shown.selected.path == row.path


async def test_a_label_on_a_column_chooses_its_period(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        shown = await timeline_of(pilot, explorer, "harbour")
        chart = shown.query_one(ChartView)
        columns = list(chart.labelled_places())
        assert len(columns) == len(shown.periods.counts)
        assert chart.pointed_at() in [(place.column, place.line) for place in columns]
        places = places_on(shown)
        here = chart.content_region
        earliest = min(columns, key=lambda place: place.column)
        cells = [(x, y) for x, y, _ in places]
        label = labels(len(places))[cells.index((here.x + earliest.column, here.y + earliest.line))]
        await pilot.press("f", *label)
        await until(pilot, lambda: paths(shown) == ["ferry4.md"], str(paths(shown)))
        assert shown.periods.number == min(shown.periods.counts)


async def test_a_click_chooses_a_period(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        shown = await timeline_of(pilot, explorer, "harbour")
        await pilot.click("#chart", offset=(4, 5))
        await until(pilot, lambda: paths(shown) == ["ferry4.md"])


async def test_a_timeline_without_articles_takes_another_size(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        await timeline_of(pilot, explorer, "zeppelin")
        await pilot.resize_terminal(*WIDE)
        await until(pilot, lambda: explorer.size.width == WIDE[0])
        assert "Nothing found" in screen_text(explorer)
