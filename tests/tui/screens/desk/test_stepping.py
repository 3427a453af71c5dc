"""Stepping along the mentions of a name, and from quotation to quotation."""

import pytest

from models.annotation import Quotation
from tests.tui.conftest import until
from tests.tui.fake import FakeCollection
from tests.tui.fake_articles import ARTICLES
from tests.tui.looking import NARROW, WIDE, opened, screen_text, search, started
from tui.app import Explorer


async def test_mentions_go_on_into_the_next_article_by_date_and_back(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("enter", "j", "e")
        await opened(pilot, desk, "strike.txt")
        await pilot.press("m")
        await until(pilot, lambda: "Ida Marsh: mention 2 of 3 · article 1 of 2" in screen_text(explorer))
        assert desk.reader.passage == 3
        await pilot.press("m")
        await opened(pilot, desk, "count.txt")
        await until(pilot, lambda: "Ida Marsh: mention 3 of 3 · article 2 of 2" in screen_text(explorer))
        await pilot.press("m")
        await until(pilot, lambda: "the last mention of Ida Marsh · M goes back" in screen_text(explorer))
        await pilot.press("M")
        await opened(pilot, desk, "strike.txt")
        await until(pilot, lambda: "mention 2 of 3" in screen_text(explorer))
        await pilot.press("M", "M")
        await until(pilot, lambda: "the first mention of Ida Marsh · m goes on" in screen_text(explorer))


async def test_a_key_held_down_makes_every_step(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        # Tolva is in three articles, the earliest of which is calm.txt.
        await pilot.press("enter", "g", "e", "M", "m", "m")
        await until(pilot, lambda: "Tolva: mention 4 of 4 · article 3 of 3" in screen_text(explorer))
        await pilot.press("left_square_bracket")
        await opened(pilot, desk, "strike.txt")
        await pilot.press("right_square_bracket")
        await opened(pilot, desk, "count.txt")


async def test_a_hit_that_is_part_of_a_name_means_the_name(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await search(pilot, desk, "marsh")
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        await pilot.press("n")
        assert desk.reader.focused_span is not None
        assert desk.reader.focused_span.kind == "hit"
        assert "m M mention" in screen_text(explorer)
        await pilot.press("m", "m")
        await until(pilot, lambda: "Ida Marsh: mention 2 of 3" in screen_text(explorer))


async def test_with_nothing_focused_the_name_asked_about_last_is_meant(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("enter", "g")
        await opened(pilot, desk, "strike.txt")
        await pilot.press("m")
        await until(pilot, lambda: "Focus a name first" in screen_text(explorer))
        await pilot.press("e", "m")
        await opened(pilot, desk, "count.txt")
        await pilot.press("g")
        assert desk.reader.focused_span is None
        await pilot.press("M")
        await until(pilot, lambda: "Tolva: mention 3 of 4 · article 2 of 3" in screen_text(explorer))


@pytest.fixture
def collection() -> FakeCollection:
    """Its first article has reported speech behind the quotation."""
    first = ARTICLES[0]
    words = "4,000 containers were waiting on the quays"
    start = first.article.text.index(words)
    reported = Quotation(
        start=start, end=start + len(words), text=words, kind="indirect", speaker="Harbour Board", cue="said"
    )
    quotations = (*first.annotations.quotations, reported)
    annotations = first.annotations.model_copy(update={"quotations": quotations})
    return FakeCollection((first.model_copy(update={"annotations": annotations}), *ARTICLES[1:]))


@pytest.mark.parametrize("size", [(60, 20), NARROW, (120, 40), WIDE, (200, 50)])
async def test_reported_speech_is_called_so_as_long_as_it_is_stepped_to(
    explorer: Explorer, size: tuple[int, int]
) -> None:
    async with explorer.run_test(size=size) as pilot:
        await started(pilot)
        await pilot.press("enter")
        desk = await started(pilot)
        await opened(pilot, desk, "strike.txt")
        await pilot.press("quotation_mark")
        await until(pilot, lambda: desk.reader.focused_span is not None)
        await pilot.pause()
        assert "in the outlet's words" not in screen_text(explorer)
        await pilot.press("quotation_mark")
        await until(pilot, lambda: "Reported, in the outlet's words" in screen_text(explorer))
        await pilot.press("j")
        await until(pilot, lambda: "in the outlet's words" not in screen_text(explorer))
