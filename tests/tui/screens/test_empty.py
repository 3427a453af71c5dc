"""What a folder without articles says of itself, on every screen, and what it says to do."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from models.status import Progress
from tests.tui.conftest import until
from tests.tui.looking import screen_text
from tui.app import Explorer
from tui.archive import Archive
from tui.indexing import Indexer

SIZE = (80, 24)
TO_DO = "Put saved articles (text, HTML, Markdown, PDF and others) into clippings"


@pytest.fixture(autouse=True)
def beside_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ((), TO_DO),
        (("U",), "There is no article here yet"),
        (("T",), TO_DO),
        (("K",), TO_DO),
        (("F",), "No article is found, so there is nothing to narrow"),
        (("S",), "No saved searches yet"),
        (("B",), "No bookmarks yet"),
        (("!",), "Every file in the folder that looks like an article was read"),
        (("/", *"dam", "enter"), TO_DO),
    ],
)
async def test_an_empty_folder_says_what_to_do(
    keys: tuple[str, ...], says: str, indexed: Callable[[dict[str, str]], Path]
) -> None:
    indexed({})
    explorer = Explorer(Archive(Path("clippings")))
    async with explorer.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: TO_DO in plain(screen_text(explorer)))
        await pilot.press(*keys)
        await until(pilot, lambda: says in plain(screen_text(explorer)))


async def test_the_footer_changes_when_it_is_known_that_nothing_is_there(
    indexed: Callable[[dict[str, str]], Path],
) -> None:
    indexed({})
    explorer = Explorer(Archive(Path("clippings")))
    async with explorer.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: TO_DO in plain(screen_text(explorer)))
        desk = explorer.desk
        desk.status = None
        desk.focus_pane(desk.results)
        desk.update_footer()
        await pilot.pause()
        assert "unreadable files" not in screen_text(explorer)
        await desk.refresh_status().wait()
        await pilot.pause()
        assert "! unreadable files" in screen_text(explorer)


async def test_a_folder_of_unreadable_files_says_where_the_reasons_are(
    indexed: Callable[[dict[str, str]], Path],
) -> None:
    indexed({"blank.txt": ""})
    explorer = Explorer(Archive(Path("clippings")))
    async with explorer.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "No article could be read" in screen_text(explorer))
        assert "Press ! to see why" in screen_text(explorer)
        await pilot.press("!")
        await until(pilot, lambda: "blank.txt" in screen_text(explorer))


class _Reading(Indexer):
    async def run(self) -> AsyncIterator[Progress]:
        yield Progress(stage="reading", done=1, total=9)


@pytest.mark.parametrize(
    ("files", "says"),
    [({}, "No problems so far"), ({"blank.txt": ""}, "there may be more")],
)
async def test_while_the_folder_is_being_read_the_problems_are_those_so_far(
    files: dict[str, str], says: str, indexed: Callable[[dict[str, str]], Path]
) -> None:
    indexed(files)
    folder = Path("clippings")
    explorer = Explorer(Archive(folder), _Reading(folder))
    async with explorer.run_test(size=SIZE) as pilot:
        await until(pilot, lambda: "Reading the folder" in screen_text(explorer))
        await pilot.press("!")
        await until(pilot, lambda: says in screen_text(explorer))
