import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot

from index.bookmarks import Bookmarks
from tests.tui.fake import FakeCollection
from tests.tui.fake_bookmarks import FakeBookmarks
from tests.tui.resting import rest
from tui.app import Explorer
from tui.archive import Archive

TALL = 40


@pytest.fixture(autouse=True)
def all_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same terminal wherever the tests run."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture(autouse=True)
def rests(monkeypatch: pytest.MonkeyPatch) -> None:
    """After a key the pilot waits until the explorer is at rest, however slow the machine is."""
    for module in ("app", "pilot"):
        monkeypatch.setattr(f"textual.{module}.wait_for_idle", rest)


@pytest.fixture(autouse=True)
def tidied() -> Iterator[None]:
    """An explorer leaves garbage to its own rests and freezes what is loaded; after a thousand that is a gigabyte."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


@pytest.fixture
def collection() -> FakeCollection:
    return FakeCollection()


@pytest.fixture
def bookmarks() -> FakeBookmarks:
    return FakeBookmarks()


@pytest.fixture
def archive(collection: FakeCollection, bookmarks: FakeBookmarks) -> Archive:
    """The small collection and its reader as screens see them."""
    collection.reader = bookmarks
    return Archive(
        Path("clippings"),
        open_collection=lambda _: collection,
        open_bookmarks=lambda: cast("Bookmarks", bookmarks),
    )


@pytest.fixture
def explorer(archive: Archive) -> Explorer:
    return Explorer(archive)


async def until(pilot: Pilot[None], true: Callable[[], bool], what: str = "") -> None:
    """Wait for something that another thread brings about; fails after five seconds."""
    for _ in range(500):
        if true():
            return
        await pilot.pause(0.01)
    raise AssertionError(what or "it did not happen")
