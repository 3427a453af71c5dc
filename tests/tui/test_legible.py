"""Inks that are laid over each other in an article can still be read."""

from collections.abc import Iterator
from functools import partial

import pytest
from textual.color import Color

from models.key import ArticleKey
from tests.tui.conftest import until
from tests.tui.looking import WIDE, opened, search, started
from tui.app import Explorer
from tui.inks import LEGIBLE, contrast
from tui.screens.desk.desk import Desk
from tui.text.jumps import Target

KEY = ArticleKey("strike.txt")


def _drawn(desk: Desk) -> Iterator[tuple[str, Color, Color]]:
    """The words of the article that show, each with its colour and that of the ground it stands on."""
    reader = desk.reader
    for y in range(reader.size.height):
        for text, style, _ in reader.render_line(y):
            if style is None or not any(map(str.isalnum, text)):
                continue
            assert style.color is not None
            assert style.bgcolor is not None
            yield text, Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)


def _illegible(desk: Desk) -> list[str]:
    """The words of the article whose colour is too near to that of their ground."""
    return [text for text, ink, ground in _drawn(desk) if contrast(ink, ground) < LEGIBLE]


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
        landing = explorer.get_component_styles("ink--landing").background
        article = (await desk.archive.article(KEY)).article
        shaded = set()
        for passage in article.passages:
            desk.visit(Target(KEY, passage.number, (passage.start, passage.end)))
            await opened(pilot, desk, KEY.path)
            await until(pilot, partial(_is_at, desk, passage.number))
            assert not _illegible(desk), passage.text
            shaded |= {text for text, _, ground in _drawn(desk) if ground == landing}
        assert {"Tolva", "Ms Marsh", "4,000 containers"} <= shaded


def _is_at(desk: Desk, passage: int) -> bool:
    return desk.reader.passage == passage and desk.reader.focused_span is not None


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
