"""Steps and looks that the tests of the explorer share."""

from textual.pilot import Pilot

from tests.tui.conftest import until
from tui.app import Explorer
from tui.screens.desk.desk import Desk

WIDE = (140, 40)
NARROW = (80, 24)


def screen_text(explorer: Explorer) -> str:
    """What shows, line by line."""
    return "\n".join(
        "".join(segment.text for segment in strip) for strip in explorer.screen._compositor.render_strips()
    )


def panes(desk: Desk) -> list[str]:
    """The panes that show."""
    return [name for name in ("results", "article", "related") if desk.query_one(f"#{name}").display]


async def started(pilot: Pilot[None]) -> Desk:
    desk = pilot.app.screen
    assert isinstance(desk, Desk)
    await until(pilot, lambda: desk.answer is not None, "the first answer")
    await pilot.pause()
    return desk


async def search(pilot: Pilot[None], desk: Desk, query: str) -> None:
    await pilot.press("/", *query)
    await until(pilot, lambda: desk.answer is not None and desk.answer.query == query, query)
    await pilot.pause()


async def opened(pilot: Pilot[None], desk: Desk, path: str) -> None:
    await until(pilot, lambda: desk.reader.key is not None and desk.reader.key.path == path, path)
    await until(pilot, lambda: not any(w.is_running for w in desk.workers), "the work to end")
    await pilot.pause()
