"""Copies in the explorer."""

import pytest

from tests.tui.conftest import until
from tests.tui.fake import FakeCollection
from tests.tui.fake_articles import ARTICLES
from tests.tui.looking import NARROW, opened, screen_text, search, started
from tui.app import Explorer


@pytest.fixture
def collection() -> FakeCollection:
    """The strike's story in two more outlets, one of which cut it."""
    first = ARTICLES[0]
    passages = first.article.passages
    texts = (passages, passages[:2])
    copies = [
        first.model_copy(
            update={
                "article": first.article.model_copy(
                    update={"path": path, "outlet": outlet, "published": day, "passages": kept}
                )
            }
        )
        for path, outlet, day, kept in zip(
            ("echo.txt", "post.txt"),
            ("The Echo", "Evening Post"),
            ("2031-03-03", None),
            texts,
            strict=True,
        )
    ]
    collection = FakeCollection([*ARTICLES, *copies])
    collection.groups = [("strike.txt", "echo.txt", "post.txt")]
    return collection


async def test_copies_are_folded_and_x_unfolds_them_in_place(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "tolva")
        assert [find.key.path for find in desk.finds] == ["strike.txt", "count.txt", "calm.txt"]
        assert "in 5 articles · copies folded" in screen_text(explorer)
        await pilot.press("escape")
        await pilot.press("x")
        await until(pilot, lambda: len(desk.rows) == 5)
        assert desk.results.cursor == 0
        assert "└ 3 Mar 2031 · The Echo" in screen_text(explorer)
        assert "└ undated · Evening Post" in screen_text(explorer)
        await pilot.press("j", "j", "x")
        await until(pilot, lambda: len(desk.rows) == 3)
        assert desk.results.cursor == 0


async def test_an_answer_that_comes_meanwhile_does_not_lose_the_key(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "tolva")
        await pilot.press("escape")
        # As the list is completed once typing rests: the same question, answered anew while the copies are fetched.
        desk.unfold_selected()
        desk.search_again()
        await until(pilot, lambda: len(desk.rows) == 5)


async def test_a_copy_opens_where_it_was_found(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "containers")
        await pilot.press("escape", "x")
        await until(pilot, lambda: len(desk.rows) > len(desk.finds))
        await pilot.press("j", "enter")
        await opened(pilot, desk, "echo.txt")
        assert desk.reader.passage == 3
        assert desk.reader.hits


async def test_what_is_unfolded_stays_so_while_the_collection_changes(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "tolva")
        await pilot.press("escape", "x")
        await until(pilot, lambda: len(desk.rows) == 5)
        await pilot.press("j")
        desk.search_again()
        await until(pilot, lambda: not any(w.is_running for w in desk.workers))
        assert len(desk.rows) == 5
        assert desk.selected is not None
        assert desk.selected.key.path == "echo.txt"
        await search(pilot, desk, "walked")
        assert len(desk.rows) == 1


async def test_without_copies_x_says_so(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "notice")
        await pilot.press("escape", "x")
        await until(pilot, lambda: "No copies of this article are known" in screen_text(explorer))


async def test_a_copy_is_compared_with_the_first(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "walked")
        await pilot.press("escape", "equals_sign")
        await until(pilot, lambda: "What The Echo changed" in screen_text(explorer))
        assert "copy 1 of 2" in screen_text(explorer)
        assert "Word for word the same" in screen_text(explorer)
        await pilot.press("equals_sign")
        await until(pilot, lambda: "What Evening Post changed" in screen_text(explorer))
        assert "Passage 3 · left out" in screen_text(explorer)
        await pilot.press("j", "enter")
        await opened(pilot, desk, "strike.txt")
        assert desk.reader.passage == 4


async def test_an_article_is_compared_with_its_earliest_copy_or_with_what_was_open(
    explorer: Explorer,
) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "ferries")
        await pilot.press("enter")
        await opened(pilot, desk, "calm.txt")
        await pilot.press("equals_sign")
        await until(pilot, lambda: "No copies are known" in screen_text(explorer))
        await search(pilot, desk, "walked")
        await pilot.press("escape", "x")
        await until(pilot, lambda: len(desk.rows) == 3)
        await pilot.press("j", "j", "enter")
        await opened(pilot, desk, "post.txt")
        await pilot.press("equals_sign")
        await until(pilot, lambda: "What Evening Post changed" in screen_text(explorer))
        await pilot.press("escape")
        await search(pilot, desk, "6,500")
        await pilot.press("escape", "equals_sign")
        await until(pilot, lambda: "Northern Ledger compared with Evening Post" in screen_text(explorer))


async def test_o_goes_to_where_it_first_appeared(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "walked")
        await pilot.press("escape", "x")
        await until(pilot, lambda: len(desk.rows) == 3)
        await pilot.press("j", "enter")
        await opened(pilot, desk, "echo.txt")
        await pilot.press("#", "O")
        await opened(pilot, desk, "strike.txt")
        assert "Earliest known: The Quay, 2 Mar 2031; 1 undated too" in screen_text(explorer)
        assert desk.reader.focused_span is not None
        assert desk.reader.focused_span.kind == "figure"
        await pilot.press("O")
        await until(pilot, lambda: "This is the earliest known" in screen_text(explorer))
        await pilot.press("left_square_bracket")
        await opened(pilot, desk, "echo.txt")


async def test_a_related_passage_goes_back_too(explorer: Explorer) -> None:
    async with explorer.run_test(size=NARROW) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "6,500")
        await pilot.press("enter")
        await opened(pilot, desk, "count.txt")
        await until(pilot, lambda: desk.related.count > 0)
        await pilot.press("tab", "x")
        await until(pilot, lambda: "Copies unfold in the results" in screen_text(explorer))
        await pilot.press("O")
        await until(pilot, lambda: "This is the earliest known" in screen_text(explorer))
        await pilot.press("equals_sign")
        await until(pilot, lambda: "compared with" in screen_text(explorer))
