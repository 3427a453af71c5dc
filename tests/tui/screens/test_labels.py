"""Labels on what shows, and where they lead."""

from functools import partial
from typing import cast

from rich.cells import cell_len
from textual.pilot import Pilot

from tests.tui.conftest import until
from tests.tui.fake import FakeCollection
from tests.tui.looking import NARROW, WIDE, opened, screen_text, search, started
from tui.app import Explorer
from tui.screens.card import CardScreen
from tui.screens.desk.desk import Desk
from tui.screens.facets import FacetsScreen
from tui.screens.labels import Labels, places_on
from tui.screens.names.name_card import NameCard
from tui.text.labels import labels
from tui.text.spans import of_kind
from tui.widgets.labelled import Place
from tui.widgets.rows import RowList


async def labelled(pilot: Pilot[None]) -> Labels:
    await pilot.press("f")
    await until(pilot, lambda: isinstance(pilot.app.screen, Labels))
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, Labels)
    return screen


def label_of(desk: Desk, words: str) -> str:
    """The label of what begins with some words in the article."""
    reader = desk.reader
    assert reader.annotated is not None
    assert reader.page is not None
    text = reader.annotated.article.text
    span = next(s for s in reader.spans if s.passage and text[s.start : s.end] == words)
    number = reader.page.line_of(span.passage, span.start)
    line = reader.page.lines[number]
    column = reader.edge + cell_len(line.text[: span.start - (line.offset or 0)])
    region = reader.content_region
    cell = (region.x + column, region.y + number - reader.scroll_offset.y)
    places = places_on(desk)
    return dict(zip([(x, y) for x, y, _ in places], labels(len(places)), strict=True))[cell]


async def test_a_label_opens_its_row(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        second = desk.rows[1].key
        await labelled(pilot)
        # The cursor's own row is the nearest, the one below it the next.
        await pilot.press(labels(2)[1])
        await opened(pilot, desk, second.path)
        assert desk.pane == "reader"
        assert desk.results.cursor == 1


async def test_a_label_in_capitals_selects_its_row(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await labelled(pilot)
        await pilot.press(labels(2)[1].upper())
        await until(pilot, lambda: desk.results.cursor == 1)
        assert desk.pane == "results"


async def test_a_label_focuses_a_name_and_in_capitals_opens_its_card(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "marsh")
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        name = of_kind(desk.reader.spans, "name")[-1]
        assert desk.reader.annotated is not None
        words = desk.reader.annotated.article.text[name.start : name.end]
        label = label_of(desk, words)
        await labelled(pilot)
        await pilot.press(*label)
        await until(pilot, lambda: desk.reader.focused_span is not None)
        focus = desk.reader.focused_span
        assert focus is not None
        assert focus.mention is not None
        assert focus.mention.text == words
        desk.reader.focused_span = None
        label = label_of(desk, words)
        await labelled(pilot)
        await pilot.press(*label.upper())
        await until(pilot, lambda: isinstance(explorer.screen, NameCard))


async def test_escape_and_any_other_key_take_the_labels_away(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await until(pilot, lambda: desk.facets is not None)
        await pilot.pause()
        for key in ("escape", "down", "1", "?"):
            before = screen_text(explorer)
            await labelled(pilot)
            await pilot.press(key)
            await until(pilot, lambda: explorer.screen is desk, key)
            desk.fall_silent()
            await pilot.pause()
            assert screen_text(explorer) == before
            assert desk.results.cursor == 0


async def test_labels_cover_text_and_move_nothing(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "港口")
        await pilot.press("enter")
        await until(pilot, lambda: desk.pane == "reader" and desk.reader.key is not None)
        await opened(pilot, desk, desk.reader.key.path if desk.reader.key else "")
        await until(pilot, lambda: desk.facets is not None and desk.facets.query == "港口")
        await pilot.pause()
        before = screen_text(explorer).split("\n")
        places = places_on(desk)
        await labelled(pilot)
        after = screen_text(explorer).split("\n")
        assert places
        assert {cell_len(line) for line in after} == {NARROW[0]}
        touched = {line for _, line, _ in places}
        footer = len(before) - 1
        assert all(before[n] == after[n] for n in range(footer) if n not in touched)


async def test_typing_the_first_of_two_letters_leaves_those_that_begin_so(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        await started(pilot)
        gone: list[int] = []
        places = [(4 * (n % 10), n // 10, Place(0, 0, partial(gone.append, n), list)) for n in range(40)]
        screen = Labels(places)
        explorer.push_screen(screen, lambda go: go() if go is not None else None)
        await pilot.pause()
        known = labels(40)
        first, second = known[-1][0], known[-1][1]
        await pilot.press(first)
        await pilot.pause()
        assert explorer.screen is screen
        left = [tag.text for tags in screen._tags.values() for tag in tags]
        assert left == [label[1] for label in known if label.startswith(first) and len(label) > 1]
        await pilot.press(second)
        await until(pilot, lambda: gone == [39])


async def test_cards_have_labels_too(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "marsh")
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        await pilot.press("#", "enter")
        await until(pilot, lambda: isinstance(explorer.screen, CardScreen))
        card = explorer.screen
        await until(pilot, lambda: card.query_one(RowList).count > 0)
        await pilot.pause()
        await labelled(pilot)
        await pilot.press(labels(1)[0])
        await until(pilot, lambda: explorer.screen is desk)
        assert desk.pane == "reader"


async def test_where_nothing_can_be_gone_to_that_is_said(
    explorer: Explorer, collection: FakeCollection
) -> None:
    del collection
    async with explorer.run_test(size=WIDE) as pilot:
        await started(pilot)
        await pilot.press("?")
        await pilot.pause()
        await pilot.press("f")
        await pilot.pause()
        assert not isinstance(explorer.screen, Labels)
        assert "nothing to go to" in screen_text(explorer)


async def test_saved_searches_have_labels(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        for name in ("boats", "tolva"):
            await explorer.archive.save_search(name, name, "relevance")
        await pilot.press("S")
        await until(pilot, lambda: "tolva" in screen_text(explorer))
        await labelled(pilot)
        await pilot.press(labels(2)[1])
        await until(pilot, lambda: desk.field.value == "tolva" and desk.pane == "results")


def facet_label(screen: FacetsScreen, list_id: str, row: int) -> str:
    """The label of a row of one of the lists of facets."""
    region = screen.query_one(f"#{list_id}", RowList).content_region
    places = [(column, line) for column, line, _ in places_on(screen)]
    return labels(len(places))[places.index((region.x, region.y + row))]


async def narrowing(pilot: Pilot[None], desk: Desk) -> FacetsScreen:
    """The facets with labels on their rows."""
    await pilot.press("F")
    await until(pilot, lambda: isinstance(pilot.app.screen, FacetsScreen) and desk.facets is not None)
    screen = pilot.app.screen
    assert isinstance(screen, FacetsScreen)
    await until(pilot, lambda: "Ida Marsh" in screen_text(cast("Explorer", pilot.app)))
    await pilot.press("ctrl+f")
    await until(pilot, lambda: isinstance(pilot.app.screen, Labels))
    await pilot.pause()
    return screen


async def test_a_label_narrows_to_a_facet_of_any_list(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        screen = await narrowing(pilot, desk)
        assert "A letter narrows to its row" in screen_text(explorer)
        await pilot.press(*facet_label(screen, "months", 1))
        await until(pilot, lambda: explorer.screen is desk and desk.field.value == "date:2031-03 ")


async def test_a_label_in_capitals_selects_a_facet(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        screen = await narrowing(pilot, desk)
        await pilot.press(*facet_label(screen, "months", 0).upper())
        await until(pilot, lambda: explorer.screen is screen and "date:2031-02" in screen_text(explorer))
        assert "A letter narrows" not in screen_text(explorer)
        assert desk.field.value == ""
        await pilot.press("enter")
        await until(pilot, lambda: explorer.screen is desk and desk.field.value == "date:2031-02 ")


async def test_after_a_minus_a_label_leaves_its_facet_out(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("F", "-")
        await until(pilot, lambda: isinstance(explorer.screen, FacetsScreen))
        await until(pilot, lambda: "Ida Marsh" in screen_text(explorer))
        screen = cast("FacetsScreen", explorer.screen)
        await pilot.press("ctrl+f")
        await until(pilot, lambda: isinstance(explorer.screen, Labels))
        await pilot.press(*facet_label(screen, "months", 0))
        await until(pilot, lambda: explorer.screen is desk and desk.field.value == "-date:2031-02 ")


async def test_a_label_stands_on_the_blank_before_a_name_and_leaves_it_whole(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        label = label_of(desk, "Ms Marsh")
        await labelled(pilot)
        assert f"{label}Ms Marsh" in screen_text(explorer)


async def test_rows_and_passages_come_before_what_stands_in_text(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        await until(pilot, lambda: bool(of_kind(desk.reader.spans, "name")))
        places = places_on(desk)
        in_text = [place.in_text for _, _, place in places]
        assert in_text == sorted(in_text)
        assert any(in_text)
        cells = [(line, column) for column, line, place in places if place.in_text]
        assert cells == sorted(cells)
