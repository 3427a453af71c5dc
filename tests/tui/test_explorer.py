from tests.tui.conftest import until
from tests.tui.fake import FakeCollection
from tests.tui.fake_bookmarks import FakeBookmarks
from tests.tui.looking import NARROW, WIDE, opened, screen_text, search, started
from tui.app import Explorer
from tui.screens.bookmarks.bookmarks import Bookmarks
from tui.screens.desk.desk import Desk
from tui.widgets.bar import Bar
from tui.widgets.rows import RowList


async def test_starts_with_the_newest_articles_and_shows_the_first(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await opened(pilot, desk, "strike.txt")
        shown = screen_text(explorer)
        assert "Dockers walk out at Tolva" in shown
        assert "5 articles" in shown
        assert "1 skipped" in shown
        assert desk.pane == "results"


async def test_results_change_with_each_key(explorer: Explorer, collection: FakeCollection) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "ferries")
        assert [find.best.path for find in desk.finds] == ["calm.txt"]
        assert "1 passage in 1 article" in screen_text(explorer)
        assert "ferries" in collection.queries


async def test_letters_typed_in_one_burst_with_the_slash_all_arrive(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("j")
        await pilot.press("/", "b", "e")
        await until(pilot, lambda: desk.field.value == "be", desk.field.value)


async def test_the_latest_query_wins_over_slow_ones(explorer: Explorer, collection: FakeCollection) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        collection.gate.clear()
        await pilot.press("/", *"strike")
        collection.gate.set()
        await until(pilot, lambda: desk.answer is not None and desk.answer.query == "strike")
        assert len(collection.queries) < len("strike") + 1


async def test_enter_in_the_search_line_waits_for_the_answer_and_opens_the_best_passage(
    explorer: Explorer, collection: FakeCollection
) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        collection.gate.clear()
        await pilot.press("/", *"marsh", "enter")
        assert desk.pane == "query"
        collection.gate.set()
        await opened(pilot, desk, "strike.txt")
        assert desk.pane == "reader"
        assert desk.reader.passage == 2


async def test_steps_through_hits_names_quotations_and_figures(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "marsh")
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        await pilot.press("n")
        assert (span := desk.reader.focused_span) is not None
        assert (span.kind, span.passage) == ("hit", 2)
        await pilot.press("n")
        assert (span := desk.reader.focused_span) is not None
        assert span.passage == 3
        await pilot.press("N", "g", "quotation_mark")
        assert (span := desk.reader.focused_span) is not None
        assert span.kind == "quotation"
        await pilot.press("#")
        assert (span := desk.reader.focused_span) is not None
        assert span.kind == "figure"
        await pilot.press("E")
        assert (span := desk.reader.focused_span) is not None
        assert span.kind == "name"


async def test_goes_to_a_related_passage_and_comes_back_to_the_same_place(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        await pilot.press("j", "j", "j")
        await opened(pilot, desk, "strike.txt")
        passage = desk.reader.passage
        await pilot.press("1")
        await opened(pilot, desk, "count.txt")
        assert desk.pane == "reader"
        await pilot.press("[")
        await opened(pilot, desk, "strike.txt")
        assert desk.reader.passage == passage
        await pilot.press("]")
        await opened(pilot, desk, "count.txt")


async def test_the_headline_shows_what_is_related_to_the_opening(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        assert "Related to this passage" in screen_text(explorer)
        await pilot.press("g")
        await opened(pilot, desk, "strike.txt")
        assert "Related to the opening" in screen_text(explorer)


async def test_enter_typed_ahead_opens_the_earliest_appearance(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("j", "enter", '"', "enter", "enter")
        await opened(pilot, desk, "strike.txt")
        assert desk.reader.passage == 2


async def test_keeps_the_focused_quotation_with_its_speaker_and_undoes_it(
    explorer: Explorer, bookmarks: FakeBookmarks
) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        await pilot.press('"', "b")
        await until(pilot, lambda: len(bookmarks.kept) == 1)
        assert bookmarks.kept[0].speaker == "Ida Marsh"
        assert bookmarks.kept[0].anchor.exact.startswith("“We asked")
        await until(pilot, lambda: "Kept" in desk.query_one("#footer", Bar).shown)
        await until(pilot, lambda: "◆ “We asked" in screen_text(explorer))
        await pilot.press("u")
        await until(pilot, lambda: not bookmarks.kept)
        await until(pilot, lambda: "◆" not in screen_text(explorer))


async def test_what_is_kept_already_is_said_to_be(explorer: Explorer, bookmarks: FakeBookmarks) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        footer = desk.query_one("#footer", Bar)
        await pilot.press("b")
        await until(pilot, lambda: "Kept: Dockers" in footer.shown)
        await pilot.press("b")
        await until(pilot, lambda: "Kept already: Dockers" in footer.shown)
        assert "undo" not in footer.shown, "it would take back something else"
        assert len(bookmarks.kept) == 1


async def test_at_the_headline_the_lead_is_kept(explorer: Explorer, bookmarks: FakeBookmarks) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        await pilot.press("g")
        assert desk.reader.passage == 0
        await pilot.press("b")
        await until(pilot, lambda: "Kept the lead: Dockers" in desk.query_one("#footer", Bar).shown)
        assert [kept.anchor.passage for kept in bookmarks.kept] == [1]


async def test_tags_the_last_bookmark_by_completion(explorer: Explorer, bookmarks: FakeBookmarks) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        await pilot.press('"', "b")
        await until(pilot, lambda: len(bookmarks.kept) == 1)
        await pilot.press("t")
        await until(pilot, lambda: not isinstance(pilot.app.screen, Desk))
        await pilot.press("s", "t")
        await pilot.pause(0.1)
        await pilot.press("tab", "enter")
        await until(pilot, lambda: bookmarks.kept[0].tags == ("strike",))


async def test_the_bookmarks_screen_opens_filters_and_deletes(
    explorer: Explorer, bookmarks: FakeBookmarks, collection: FakeCollection
) -> None:
    for annotated in collection.articles[:2]:
        passage = annotated.article.passages[0]
        bookmarks.add(collection.folder, annotated, passage.start, passage.end)
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        await pilot.press("B")
        await until(pilot, lambda: isinstance(pilot.app.screen, Bookmarks))
        listed = pilot.app.screen.query_one("#bookmarks", RowList)
        await until(pilot, lambda: listed.count == 2)
        await pilot.press("/", *"6,500", "enter")
        await until(pilot, lambda: listed.count == 1)
        await pilot.press("enter")
        await opened(pilot, desk, "count.txt")
        assert desk.pane == "reader"
        await pilot.press("B")
        await until(pilot, lambda: isinstance(pilot.app.screen, Bookmarks))
        listed = pilot.app.screen.query_one("#bookmarks", RowList)
        await until(pilot, lambda: listed.count == 2)
        await pilot.press("d")
        await until(pilot, lambda: listed.count == 1)
        await pilot.press("u")
        await until(pilot, lambda: listed.count == 2)


async def test_words_in_passages_that_the_answer_left_out_are_lit_and_reached(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "slogans marsh")
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        assert {hit.passage for find in desk.finds for hit in find.hits if find.key.path == "strike.txt"} == {
            2
        }
        await until(pilot, lambda: {hit.passage for hit in desk.reader.hits} == {2, 3}, "the other passage")
        await pilot.press("n", "n", "n")
        await pilot.pause()
        assert desk.reader.focused_span is not None
        assert desk.reader.focused_span.passage == 3


async def test_a_narrow_footer_says_first_what_leads_on(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        footer = desk.query_one("#footer", Bar)
        assert 'e name  " quote  # figure  b keep  [ back  1-9 related' in footer.shown
        desk.related.fill(())
        desk.relating = True
        assert ("1-9", "related") in desk.hints()
        desk.relating = False
        assert ("1-9", "related") not in desk.hints()
