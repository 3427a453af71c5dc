"""Steps and looks that the tests of the bookmarks share, and the words that are kept in them."""

from typing import cast

from textual.pilot import Pilot

from index.bookmarks import Bookmarks as Reader
from models.bookmark import Bookmark
from tests.tui.conftest import until
from tests.tui.looking import started
from tui.app import Explorer
from tui.screens.bookmarks.bookmarks import Bookmarks
from tui.widgets.bar import Bar

SLOGANS = "“We asked for rest, and they offered us slogans,”"
WAITING = "4,000 containers were waiting"
FERRIES = "Ferries from Tolva sailed on time"
COUNTED = "6,500 containers on the quays"


async def at_the_desk(pilot: Pilot[None], *, rows: int = 4) -> Bookmarks:
    await started(pilot)
    await pilot.press("B")
    await until(pilot, lambda: isinstance(pilot.app.screen, Bookmarks))
    screen = cast("Bookmarks", pilot.app.screen)
    await until(pilot, lambda: screen.entries.count == rows, f"{rows} rows")
    await settled(pilot)
    return screen


async def settled(pilot: Pilot[None]) -> None:
    await until(pilot, lambda: not any(w.is_running and w.group != "line" for w in pilot.app.screen.workers))
    await pilot.pause()


def quotes(reader: Reader) -> list[str]:
    return [e.anchor.exact if isinstance(e, Bookmark) else f"# {e.text}" for e in reader.outline()]


def told(explorer: Explorer) -> str:
    """What was said so that it is not missed."""
    return "\n".join(notification.message for notification in explorer._notifications)


def footer(screen: Bookmarks) -> str:
    return screen.query_one("#footer", Bar).shown
