"""Selecting in an article, by keys and with the mouse, and what is done with it."""

from typing import Literal

import pytest
from rich.cells import cell_len
from textual.events import MouseDown, MouseMove, MouseUp
from textual.pilot import Pilot

from tests.tui.conftest import until
from tests.tui.fake_articles import WIDE as WIDE_TEXT
from tests.tui.fake_bookmarks import FakeBookmarks
from tests.tui.looking import NARROW, WIDE, opened, screen_text, search, started
from tui.app import Explorer
from tui.screens.desk.desk import Desk


async def reading(pilot: Pilot[None], words: str, path: str) -> Desk:
    """An article, with the cursor on its first passage."""
    desk = await started(pilot)
    await search(pilot, desk, words)
    await pilot.press("enter")
    await opened(pilot, desk, path)
    await pilot.press("g", "j")
    await pilot.pause()
    return desk


async def test_grows_by_words_sentences_and_passages(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await reading(pilot, "marsh", "strike.txt")
        reader = desk.reader
        await pilot.press("v")
        assert reader.selected_text == "Dockers"
        await pilot.press("l", "w", "right")
        assert reader.selected_text == "Dockers in Tolva walked"
        await pilot.press("h", "left")
        assert reader.selected_text == "Dockers in"
        await pilot.press(")")
        assert reader.selected_text.endswith("failed overnight.")
        await pilot.press("j")
        assert reader.selected_text.endswith("overnight.\n\n“We asked for rest, and they offered us slogans,” "
                                             "said Ida Marsh, who speaks for the crane drivers.")  # fmt: skip
        assert reader.passage == 1
        assert "words" in screen_text(explorer).split("\n")[-1]
        await pilot.press("escape")
        assert reader.selection is None
        assert desk.pane == "reader"


async def test_keys_of_the_selection_are_the_articles_again_without_one(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await reading(pilot, "marsh", "strike.txt")
        await pilot.press("v", "v", "j")
        assert desk.reader.selection is None
        assert desk.reader.passage == 2


async def test_the_headline_is_selected_and_copied_with_its_source(
    explorer: Explorer, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await reading(pilot, "marsh", "strike.txt")

        async def copy(text: str, what: str) -> None:
            del what
            copied.append(text)

        monkeypatch.setattr(desk, "copy", copy)
        assert desk.reader.annotated is not None
        article = desk.reader.annotated.article
        first, second, *_ = (article.title or "").split()
        await pilot.press("g", "v", "l")
        assert desk.reader.selected_text == f"{first} {second}"
        await pilot.press("j")
        assert desk.reader.selected_text == article.title
        await pilot.press("o", "l", "y")
        await until(pilot, lambda: bool(copied))
        assert (article.title or "").removeprefix(f"{first} ") in copied[0].split("\n")[0]
        assert f"{article.outlet}" in copied[0]


async def test_a_drag_over_the_headline_selects_it(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await reading(pilot, "marsh", "strike.txt")
        reader = desk.reader
        assert reader.annotated is not None
        title = reader.annotated.article.title or ""
        word = title.split()[0]
        await pilot.press("g")
        await pilot.pause()
        line, left = 0 - reader.scroll_offset.y, reader.edge
        await drag(pilot, desk, (left, line), (left + cell_len(word) - 1, line))
        assert reader.selected_text == word


async def test_a_focused_quotation_is_what_is_selected(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await reading(pilot, "marsh", "strike.txt")
        await pilot.press('"', "v")
        assert desk.reader.selected_text == "“We asked for rest, and they offered us slogans,”"


async def test_exactly_what_is_selected_is_copied_and_kept(
    explorer: Explorer, bookmarks: FakeBookmarks, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def terminal(*_: object) -> Literal["terminal"]:
        return "terminal"

    copied: list[str] = []
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await reading(pilot, "marsh", "strike.txt")

        async def copy(text: str, what: str) -> None:
            del what
            copied.append(text)

        monkeypatch.setattr(desk, "copy", copy)
        await pilot.press('"', "v", *"hhhh", "y")
        await until(pilot, lambda: bool(copied))
        assert (
            "“We asked for rest, and they offered”" in copied[0] or "We asked for rest, and they" in copied[0]
        )
        assert "slogans" not in copied[0]
        assert desk.reader.selection is None
        await pilot.press("g", "j", "v", "l", "l", "b")
        await until(pilot, lambda: bool(bookmarks.list(explorer.archive.folder)))
        kept = bookmarks.list(explorer.archive.folder)[0]
        assert kept.anchor.exact == "Dockers in Tolva"


async def test_words_selected_in_a_quotation_keep_its_speaker(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await reading(pilot, "marsh", "strike.txt")
        await pilot.press('"', "v", "h", "h")
        excerpt = desk.reader.excerpt()
        assert excerpt is not None
        assert (excerpt[3].kind, excerpt[3].speaker) == ("direct", "Ida Marsh")


async def test_slash_searches_for_the_words_and_the_way_leads_back(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await reading(pilot, "marsh", "strike.txt")
        await pilot.press("v", "l", "l", "/")
        await until(pilot, lambda: desk.field.value == '"Dockers in Tolva"')
        assert desk.pane == "results"
        await pilot.press("[")
        await until(pilot, lambda: desk.field.value == "marsh")


async def drag(pilot: Pilot[None], desk: Desk, begin: tuple[int, int], end: tuple[int, int]) -> None:
    for event, place in ((MouseDown, begin), (MouseMove, end), (MouseUp, end)):
        await pilot._post_mouse_events([event], desk.reader, place, button=1)
    await pilot.pause()


async def test_the_mouse_selects_exact_characters_of_wide_and_combining_text(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await reading(pilot, "港口", "wide.txt")
        reader = desk.reader
        assert reader.page is not None
        first, _ = reader.page.place(1)
        line = reader.page.lines[first].text
        y = first - reader.scroll_offset.y
        await drag(pilot, desk, (reader.edge, y), (reader.edge + cell_len(line[:5]), y))
        assert reader.selected_text == WIDE_TEXT[:6]
        # From the second passage, whose lines break, back into the first.
        below = reader.page.place(2)[0] - reader.scroll_offset.y
        await drag(pilot, desk, (reader.edge + 4, below), (reader.edge + 2, y))
        assert reader.selected_text == f"{WIDE_TEXT[1:]}\n\n{WIDE_TEXT[:3]}"


async def test_a_drag_is_no_click_and_a_click_ends_the_selection(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await reading(pilot, "marsh", "strike.txt")
        reader = desk.reader
        assert reader.page is not None
        y = reader.page.place(3)[0] - reader.scroll_offset.y
        await drag(pilot, desk, (reader.edge, y), (reader.edge + 8, y))
        assert reader.selected_text.startswith("The Harbo")
        assert reader.passage == 1
        await pilot.click(desk.reader, offset=(reader.edge, y))
        await pilot.pause()
        assert reader.selection is None
        assert reader.passage == 3
