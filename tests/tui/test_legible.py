"""Inks that are laid over each other in an article can still be read."""

import pytest
from textual.color import Color
from textual.pilot import Pilot

from models.key import ArticleKey
from tests.tui.conftest import until
from tests.tui.looking import WIDE, opened, search, started
from tui.app import Explorer
from tui.inks import LEGIBLE, contrast
from tui.screens.desk.desk import Desk
from tui.text.jumps import Target

KEY = ArticleKey("strike.txt")


def _illegible(desk: Desk) -> list[str]:
    """The words of the article whose colour is too near to that of the ground they stand on."""
    reader = desk.reader
    found = []
    for y in range(reader.size.height):
        for text, style, _ in reader.render_line(y):
            if style is None or not any(map(str.isalnum, text)):
                continue
            assert style.color is not None
            assert style.bgcolor is not None
            ink, ground = (Color.from_rich_color(colour) for colour in (style.color, style.bgcolor))
            if contrast(ink, ground) < LEGIBLE:
                found.append(text)
    return found


async def _land(pilot: Pilot[None], desk: Desk) -> None:
    """Come to a whole passage, names, quotations, figures and hits and all."""
    article = (await desk.archive.article(KEY)).article
    for passage in article.passages:
        desk.visit(Target(KEY, passage.number, (passage.start, passage.end)))
        await opened(pilot, desk, KEY.path)
        await until(pilot, lambda number=passage.number: desk.reader.passage == number)  # type: ignore[misc]
        assert desk.reader.focused_span is not None
        assert not _illegible(desk), passage.text


@pytest.mark.parametrize("theme", ["morgue-dark", "morgue-light", "nord", "solarized-light"])
async def test_hits_names_and_figures_can_be_read_where_a_related_passage_is_shaded(
    explorer: Explorer, theme: str
) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        explorer.theme = theme
        desk = await started(pilot)
        await search(pilot, desk, "harbour")
        await pilot.press("enter")
        await opened(pilot, desk, KEY.path)
        await _land(pilot, desk)


@pytest.mark.parametrize("theme", ["morgue-dark", "morgue-light", "nord", "solarized-light"])
async def test_whatever_has_the_focus_or_is_selected_can_be_read(explorer: Explorer, theme: str) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        explorer.theme = theme
        desk = await started(pilot)
        await search(pilot, desk, "harbour")
        await pilot.press("enter")
        await opened(pilot, desk, KEY.path)
        for key in ("n", "e", "quotation_mark", "number_sign", "v", "j"):
            await pilot.press(key)
            await pilot.pause()
            assert not _illegible(desk), key
