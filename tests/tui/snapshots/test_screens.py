"""Every screen as it looked when somebody last looked: in 80 and in 140 columns.

`MORGUE_SNAPSHOTS=renew uv run pytest tests/tui/snapshots` takes them anew; read the diff before it is committed.
"""

import os
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from textual.widgets import Input

from index.collection import Collection
from models.errors import IndexDamaged
from models.status import Progress
from tests.clippings import clipping
from tests.pictures import settled
from tests.tui.snapshots.look import look
from tui.app import Explorer
from tui.archive import Archive
from tui.indexing import Indexer
from tui.themes import DARK

SCREENS = Path(__file__).parent / "screens"
SIZES = ((80, 24), (140, 45))


WIRE = (
    "The crane drivers of Tolva stopped work at midnight, and 4,000 containers are waiting on the quays.",
    "“We asked for rest, and they offered us slogans,” said Ida Marsh, who speaks for the drivers.",
    "The Harbour Board of Tolva called the strike a surprise. It had been announced three weeks before.",
)
FILES = {
    "strike.md": clipping("Cranes stand still in Tolva", "The Quay", "2021-03-02", *WIRE),
    "wire.md": clipping(
        "Cranes stand still in Tolva", "Northern Ledger", "2021-03-03",
        WIRE[0].replace("4,000", "some 4,000"), *WIRE[1:],
    ),
    "count.md": clipping(
        "How many containers are waiting?", "Evening Echo", "2021-03-05",
        "The strike has left 6,500 containers waiting on the quays of Tolva, said Mr Bell of the Harbour Board.",
        "Ida Marsh had said that “they offered us slogans”. The drivers sleep in shifts.",
    ),
    "end.md": clipping(
        "Night shifts end in Tolva", "The Quay", "2021-04-11",
        "The Harbour Board and Ida Marsh signed in the morning. The cranes of Tolva moved again at noon.",
    ),
    "wide.md": clipping(
        "托尔瓦港恢复航运", "港口日报", "2021-04-12", "东京的港口今天恢复了航运，船只排成长队等待进港。"
    ),
    "ferry.md": clipping(
        "Ferries sail as usual", "The Quay", "2021-02-20", "Ferries from Tolva sailed on time, and few noticed."
    ),
}  # fmt: skip


class Scene(NamedTuple):
    """Keys from the results on, and words that are then on the screen."""

    keys: tuple[str, ...]
    shows: str


def typed(text: str) -> tuple[str, ...]:
    return tuple("space" if letter == " " else letter for letter in text)


ARTICLE = ("slash", *typed("cranes quays"), "enter")
SCENES = {
    "search": Scene(("slash", *typed("tolva cranes")), "all of tolva, cranes"),
    "reading": Scene((*ARTICLE, "j", "quotation_mark"), "We asked for rest"),
    "related": Scene((*ARTICLE, "tab"), "Related"),
    "card": Scene((*ARTICLE, "j", "e", "enter"), "Ida Marsh"),
    "ledger": Scene((*ARTICLE, "number_sign", "enter"), "6,500"),
    "bookmarks": Scene(
        (*ARTICLE, "j", "quotation_mark", "b", "t", *typed("port"), "enter", "B"), "We asked for rest"
    ),
    "timeline": Scene(("T",), "Timeline"),
    "concordance": Scene(("slash", *typed("tolva"), "escape", "K"), "Concordance"),
    "help": Scene(("question_mark",), "Search the collection"),
}
WAITS_AFTER = {"enter", "escape", "b", "t", "B", "T", "K", "tab"}


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing blinks, today is always the same day, and the folder is called the same wherever the tests run."""
    monkeypatch.setattr(Input, "_toggle_cursor", lambda _: None)
    monkeypatch.setattr("index.bookmarks.quotes._now", lambda: "2021-05-01T12:00:00.000+00:00")
    (tmp_path / "clippings").mkdir(exist_ok=True)
    monkeypatch.chdir(tmp_path)


async def check(make: Callable[[], Explorer], name: str, scene: Scene, size: tuple[int, int]) -> None:
    """Compare a screen with how it looked; write it where that is asked for."""
    columns, rows = size
    file = SCREENS / f"{name}-{columns}x{rows}.txt"
    explorer = make()
    explorer.theme = DARK.name
    async with explorer.run_test(size=size) as pilot:
        await settled(pilot)
        for key in scene.keys:
            await pilot.press(key)
            if key in WAITS_AFTER:
                await settled(pilot)
        await settled(pilot)
        seen = look(explorer)
    assert scene.shows in seen, seen
    if os.environ.get("MORGUE_SNAPSHOTS") == "renew":
        file.write_text(seen, encoding="utf-8")
    assert seen.splitlines() == file.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", SCENES)
async def test_a_screen(name: str, size: tuple[int, int], indexed: Callable[[dict[str, str]], Path]) -> None:
    indexed(FILES)
    await check(lambda: Explorer(Archive(Path("clippings"))), name, SCENES[name], size)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_an_empty_folder(size: tuple[int, int], indexed: Callable[[dict[str, str]], Path]) -> None:
    indexed({})
    await check(lambda: Explorer(Archive(Path("clippings"))), "empty", Scene((), "No articles here"), size)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_folder_that_is_being_read(
    size: tuple[int, int], indexed: Callable[[dict[str, str]], Path]
) -> None:
    indexed(FILES)

    class Reading(Indexer):
        async def run(self) -> AsyncIterator[Progress]:
            yield Progress(stage="reading", done=420, total=1000, searchable=6, rate=140.0, seconds_left=4.0)

    folder = Path("clippings")
    await check(
        lambda: Explorer(Archive(folder), Reading(folder)),
        "indexing",
        Scene((), "reading 420 of 1,000"),
        size,
    )


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_an_index_that_is_damaged(size: tuple[int, int]) -> None:
    def damaged(_: Path) -> Collection:
        raise IndexDamaged(
            "The index of clippings is damaged.", "morgue index clippings --rebuild makes it anew."
        )

    def make() -> Explorer:
        return Explorer(Archive(Path("clippings"), open_collection=damaged))

    await check(make, "error", Scene((), "damaged"), size)
