"""What a held key passes over is neither worked out nor painted."""

from collections.abc import Callable

import pytest
from textual.widget import Widget

from models.key import ArticleKey
from models.related import Related
from tests.tui.conftest import until
from tests.tui.fake import FakeCollection
from tests.tui.looking import WIDE, opened, started
from tui.app import Explorer
from tui.passing import Passing
from tui.widgets.painted import entitle


async def test_nothing_is_asked_of_passages_that_are_passed_over(
    explorer: Explorer, collection: FakeCollection, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    related = collection.related

    def noted(
        key: ArticleKey, passage: int, *, limit: int = 8, give_way: Callable[[], bool] | None = None
    ) -> tuple[Related, ...]:
        asked.append(passage)
        return related(key, passage, limit=limit, give_way=give_way)

    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        await until(pilot, lambda: desk.related.count > 0)
        await pilot.press("G")
        last = desk.reader.passage
        await until(pilot, lambda: explorer.archive.related_known(*_here(desk.reader.key, last)) is not None)
        explorer.archive.generation += 1
        monkeypatch.setattr(collection, "related", noted)
        # However slow the machine is that the test runs on, the keys are a held one's.
        monkeypatch.setattr(Passing, "step", lambda _: 60.0)
        await pilot.press(*["k"] * last)
        assert desk.reader.passage == 0
        assert not asked


def _here(key: ArticleKey | None, passage: int) -> tuple[ArticleKey, int]:
    assert key is not None
    return key, passage


async def test_the_panel_follows_when_the_key_rests(explorer: Explorer) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        desk = await started(pilot)
        await pilot.press("enter")
        await opened(pilot, desk, "strike.txt")
        await pilot.press("j", "j", "j")
        passage = desk.reader.passage
        await until(
            pilot, lambda: explorer.archive.related_known(*_here(desk.reader.key, passage)) is not None
        )
        await until(pilot, lambda: desk.related.count > 0)


async def test_the_same_title_paints_nothing(explorer: Explorer, monkeypatch: pytest.MonkeyPatch) -> None:
    async with explorer.run_test(size=WIDE) as pilot:
        pane = (await started(pilot)).results
        painted: list[Widget] = []
        monkeypatch.setattr(type(pane), "refresh", lambda self, *_, **__: painted.append(self))
        for title in ("Results · by size", "Results · by size", "[Results]", "[Results]"):
            entitle(pane, title)
        assert len(painted) == 2
