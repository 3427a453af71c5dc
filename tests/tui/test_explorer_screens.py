from collections.abc import Callable
from pathlib import Path

import pytest

from index.collection import Collection
from models.annotation import Annotations
from models.errors import IndexDamaged
from models.key import ArticleKey
from models.related import Related
from models.status import Progress
from tests.tui.conftest import until
from tests.tui.fake import FakeCollection
from tests.tui.looking import NARROW, WIDE, opened, panes, screen_text, search, started
from tui.app import Explorer
from tui.archive import Archive
from tui.keys import KEYS, Group
from tui.screens.desk.desk import Desk
from tui.screens.help import Help
from tui.widgets.bar import Bar


async def test_a_misspelt_query_offers_what_was_meant(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "strkie")
        assert "Nothing found" in screen_text(explorer)
        assert "did you mean strike?" in screen_text(explorer)
        await pilot.press("ctrl+y")
        await until(pilot, lambda: bool(desk.finds))
        assert desk.field.value == "strike"


async def test_enter_where_nothing_is_found_searches_for_what_was_meant(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "strkie")
        assert "Did you mean strike? Press Enter." in screen_text(explorer)
        await pilot.press("enter")
        await until(pilot, lambda: bool(desk.finds))
        assert desk.field.value == "strike"


async def test_a_narrow_terminal_shows_one_pane_at_a_time(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        assert panes(desk) == ["results"]
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        assert panes(desk) == ["article"]
        await pilot.press("tab")
        assert desk.pane == "related"
        assert panes(desk) == ["related"]
        await pilot.press("escape", "escape")
        assert desk.pane == "results"


async def test_text_from_files_is_neither_markup_nor_obeyed(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "bell")
        await pilot.press("enter")
        await opened(pilot, desk, "hostile.txt")
        shown = screen_text(explorer)
        assert "[bold]stop[/bold]" in shown
        assert "[red]Careful[/red]" in shown
        assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 for c in shown.replace("\n", ""))
        assert "\u202e" not in shown


async def test_wide_characters_keep_the_columns(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "café")
        await opened(pilot, desk, "wide.txt")
        assert all(strip.cell_length == WIDE[0] for strip in explorer.screen._compositor.render_strips())


async def test_what_cleaning_left_out_shows_in_place(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        assert "newsletter" not in screen_text(explorer)
        await pilot.press("D")
        await pilot.pause()
        assert "left out: newsletter prompt" in screen_text(explorer)


async def test_finds_words_in_the_article(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        await pilot.press("ctrl+f", *"BOARD", "enter", "n")
        await pilot.pause()
        assert desk.pane == "reader"
        assert (span := desk.reader.focused_span) is not None
        assert span.passage == 3


async def test_find_wraps_counts_and_closes(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        found = desk.query_one("#find")
        await pilot.press("ctrl+f", *"the", "enter")
        await until(pilot, lambda: f"1 of {len(desk.reader.hits)}" in screen_text(explorer))
        await pilot.press("N")
        await until(pilot, lambda: f"{len(desk.reader.hits)} of" in screen_text(explorer))
        assert "Before the first hit" in desk.query_one("#footer", Bar).shown
        await pilot.press("escape")
        assert not found.display
        assert not desk.reader.hits
        assert desk.pane == "reader"
        await pilot.press("ctrl+f", *"the", "enter", "escape", "ctrl+f", *"board", "enter", "1")
        await opened(pilot, desk, "count.txt")
        assert not found.display
        assert not desk.reader.hits


async def test_nothing_of_the_passage_before_stays_beside_the_next(
    explorer: Explorer, collection: FakeCollection, monkeypatch: pytest.MonkeyPatch
) -> None:
    related = collection.related

    def late(
        key: ArticleKey, passage: int, *, limit: int = 8, give_way: Callable[[], bool] | None = None
    ) -> tuple[Related, ...]:
        collection.gate.wait(5)
        return related(key, passage, limit=limit, give_way=give_way)

    monkeypatch.setattr(collection, "related", late)
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        await until(pilot, lambda: desk.related.count > 0)
        collection.gate.clear()
        # Beyond what has been worked out ahead.
        await pilot.press("j", "j")
        await until(pilot, lambda: "Looking…" in screen_text(explorer))
        assert not desk.related.count
        collection.gate.set()
        await until(pilot, lambda: desk.related.count > 0)


async def test_the_list_of_everything_turns_round_and_a_key_ends_what_is_said(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        footer = desk.query_one("#footer", Bar)
        paths = [find.key.path for find in desk.finds]
        await pilot.press("j", "s")
        await until(pilot, lambda: [find.key.path for find in desk.finds] != paths)
        assert "All articles, oldest first" in footer.shown
        assert "1/5" in footer.shown
        await pilot.press("j")
        assert "oldest" not in footer.shown
        assert "2/5" in footer.shown
        await pilot.press("s")
        await until(pilot, lambda: [find.key.path for find in desk.finds] == paths)
        await search(pilot, desk, "marsh")
        assert "by relevance" in screen_text(explorer)


async def test_the_house_themes_are_offered_first(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        await started(pilot)
        await pilot.press(":", *"light")
        await pilot.pause(0.5)
        await pilot.press("enter")
        await until(pilot, lambda: explorer.theme == "morgue-light", explorer.theme)


async def test_copies_with_the_source(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        await pilot.press('"', "y")
        await pilot.pause()
        assert "“We asked for rest" in explorer.clipboard
        assert "— Ida Marsh" in explorer.clipboard
        assert "https://quay.example/strike" in explorer.clipboard


async def test_a_commit_adds_results_without_moving_what_is_open(
    explorer: Explorer, collection: FakeCollection
) -> None:
    late = collection.articles.pop(1)
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "marsh")
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        await pilot.press("j")
        collection.articles.insert(0, late)
        collection.committed = True
        await desk.see_news()
        await until(pilot, lambda: len(desk.finds) == 2)
        await pilot.pause()
        assert desk.reader.key is not None
        assert desk.reader.key.path == "strike.txt"
        assert desk.reader.passage == 3
        assert desk.results.cursor == 1


async def test_names_come_to_an_article_that_was_opened_before_they_were_found(
    explorer: Explorer, collection: FakeCollection
) -> None:
    annotated = collection.articles[0]
    collection.articles[0] = annotated.model_copy(update={"annotations": Annotations(), "annotated": False})
    async with explorer.run_test(size=(80, 12)) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "marsh")
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        desk.reader.go(0)
        assert "names to come" in " ".join(screen_text(explorer).split())
        await pilot.press("j", "j", "e")
        assert "Names are still being found in this article" in screen_text(explorer)
        for key in ('"', "#", "m"):
            desk.fall_silent()
            assert "still being found" not in screen_text(explorer)
            await pilot.press(key)
            assert "Names are still being found in this article" in screen_text(explorer)
        before = desk.reader.spot
        desk.show_progress(Progress(stage="annotating", done=42, total=100, text_complete=True))
        assert "names 42 %" in screen_text(explorer)
        collection.articles[0] = annotated
        collection.committed = True
        await desk.see_news()
        await until(pilot, lambda: bool(desk.reader.annotated and desk.reader.annotated.annotated))
        assert desk.reader.spot == before
        await pilot.press("e")
        await until(pilot, lambda: desk.reader.focused_span is not None)
        desk.reader.go(0)
        assert "to come" not in screen_text(explorer)


async def test_the_palette_goes_where_a_command_works(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        await pilot.press(":", *"next figure")
        await pilot.pause(0.5)
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        await until(pilot, lambda: desk.reader.focused_span is not None)
        assert (span := desk.reader.focused_span) is not None
        assert span.kind == "figure"


async def test_lists_what_could_not_be_read(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        await started(pilot)
        await pilot.press("!")
        await until(pilot, lambda: "torn.html" in screen_text(explorer))
        assert "The file is empty." in screen_text(explorer)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Desk))


async def test_help_shows_every_group_of_keys(explorer: Explorer) -> None:
    async with explorer.run_test(size=(100, 180)) as pilot:
        await started(pilot)
        await pilot.press("?")
        await until(pilot, lambda: all(group.value in screen_text(explorer) for group in Group))


async def test_help_begins_with_the_keys_of_the_place(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        for keys, group in (((), Group.LISTS), (("enter",), Group.ARTICLE), (("#", "enter"), Group.CARDS)):
            await pilot.press(*keys)
            await until(pilot, lambda: not desk.reader.awaited)
            await pilot.press("?")
            await until(pilot, lambda: isinstance(explorer.screen, Help))
            await pilot.pause()
            assert group.value in screen_text(explorer).splitlines()[1]
            await pilot.press("?")
            await until(pilot, lambda: not isinstance(explorer.screen, Help))


async def test_help_says_what_marks_and_colours_mean(explorer: Explorer) -> None:
    async with explorer.run_test(size=(100, 180)) as pilot:
        await started(pilot)
        await pilot.press("?")
        await until(pilot, lambda: "◆                   a bookmark" in screen_text(explorer))


@pytest.mark.parametrize("size", [(20, 6), (60, 15), (100, 30), (240, 70)])
async def test_any_size_will_do(explorer: Explorer, size: tuple[int, int]) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        await pilot.press("j", "j")
        await pilot.resize_terminal(*size)
        await pilot.press("j", "k", "tab", "tab", "tab", "G", "g", "/", "a", "escape")
        await pilot.pause()
        assert all(strip.cell_length == size[0] for strip in explorer.screen._compositor.render_strips())


async def test_a_second_click_opens_what_the_first_selected(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        second = desk.results._tops[1] + 1
        await pilot.click("#results", offset=(5, second))
        await opened(pilot, desk, "count.txt")
        assert desk.pane == "results"
        await pilot.click("#results", offset=(5, second))
        await until(pilot, lambda: desk.pane == "reader")


async def test_an_index_that_cannot_be_opened_says_what_to_do(collection: FakeCollection) -> None:
    def damaged(_: Path) -> Collection:
        raise IndexDamaged("The index is damaged.", "Run morgue index --rebuild.")

    explorer = Explorer(Archive(Path("clippings"), open_collection=damaged))
    async with explorer.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: "The index is damaged." in screen_text(explorer))
        assert "--rebuild" in screen_text(explorer)


async def test_every_theme_has_all_inks(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        await started(pilot)
        for theme in explorer.available_themes:
            explorer.theme = theme
            await pilot.pause()
            assert "Dockers" in screen_text(explorer)


async def test_a_fault_is_said_and_does_not_end_the_explorer() -> None:
    def broken(_: Path) -> Collection:
        raise LookupError("no such [bold]thing")

    explorer = Explorer(Archive(Path("clippings"), open_collection=broken))
    async with explorer.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: "The collection could not be" in screen_text(explorer))
        assert "[bold]thing" in screen_text(explorer)


async def test_help_scrolls_to_the_last_key(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        await started(pilot)
        await pilot.press("?")
        await until(pilot, lambda: Group.ANYWHERE.value in screen_text(explorer))
        await pilot.press("G")
        await until(pilot, lambda: KEYS[-1].tooltip in screen_text(explorer))
        await pilot.press("g", "pagedown")
        await until(pilot, lambda: "Marks and colours" in screen_text(explorer))
