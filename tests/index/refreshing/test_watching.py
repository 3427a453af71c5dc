"""Keeping a collection current, with real files. Everything is waited for; nothing is said of how long it takes."""

import shutil
import threading
import time
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import pytest

import index.refreshing
import index.refreshing.noticing
import index.refreshing.watching
from index.bookmarks import Bookmarks
from index.collection import Collection as Articles
from index.refreshing.watching import Pending, watch
from models.errors import CollectionUnavailable
from models.key import ArticleKey
from models.ruling import Ruling
from models.status import Progress, Summary

GATE = "Gate three jams\n\n2 May 2031\n\nThe third gate of the dam jammed at noon, Davor Kern said.\n"
FLOOD = "Water in the town\n\n3 May 2031\n\nThe river rose two metres overnight and 640 people left.\n"


class Watched:
    """A folder under watch in a thread."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.changes: list[tuple[Summary, Collection[Path] | None]] = []
        self.progress: list[Progress] = []
        self.stop = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()
        self.until(lambda: bool(self.changes))

    def _run(self) -> None:
        watch(self.folder, self.progress.append, self.stop, lambda *change: self.changes.append(change))

    def until(self, true: Callable[[], bool], seconds: float = 60) -> None:
        end = time.monotonic() + seconds
        while not true():
            assert time.monotonic() < end, self.changes
            assert self._thread.is_alive(), "watching has ended"
            time.sleep(0.02)

    def until_found(self, query: str, *wanted: str) -> None:
        self.until(lambda: paths(self.folder, query) == set(wanted))

    def end(self) -> None:
        self.stop.set()
        self._thread.join(60)
        assert not self._thread.is_alive()


def paths(folder: Path, query: str) -> set[str]:
    articles = Articles.open(folder)
    try:
        return {path for hit in articles.search(query).hits for path in hit.paths}
    finally:
        articles.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "gate.txt").write_text(GATE, encoding="utf-8")
    return folder


@pytest.fixture
def watched(folder: Path) -> Iterator[Watched]:
    watched = Watched(folder)
    yield watched
    watched.end()


def test_saved_changed_moved_and_removed(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("one change asks for no look at everything")

    monkeypatch.setattr(index.refreshing.run, "look_everywhere", refuse)
    folder = watched.folder
    watched.until_found("jammed", "gate.txt")
    (folder / "flood.txt").write_text(FLOOD, encoding="utf-8")
    watched.until_found("metres", "flood.txt")
    (folder / "flood.txt").write_text(FLOOD.replace("metres", "yards"), encoding="utf-8")
    watched.until_found("yards", "flood.txt")
    watched.until_found("metres")

    (folder / "2031").mkdir()
    (folder / "flood.txt").rename(folder / "2031/flood.txt")
    watched.until_found("yards", "2031/flood.txt")
    watched.until(lambda: watched.changes[-1][0].moved == 1)
    assert watched.changes[-1][0].added == 0
    (folder / "2031").rename(folder / "older")
    watched.until_found("yards", "older/flood.txt")
    shutil.copytree(folder / "older", folder / "copied")
    watched.until_found("yards", "older/flood.txt", "copied/flood.txt")
    shutil.rmtree(folder / "older")
    watched.until_found("yards", "copied/flood.txt")
    (folder / "copied/flood.txt").unlink()
    watched.until_found("yards")
    assert paths(folder, "jammed") == {"gate.txt"}


def test_hidden_files_and_those_of_other_programs_are_nothing_new(watched: Watched) -> None:
    before = len(watched.changes)
    for name in (".draft.txt", "page.html.part", "photo.jpg", "page_files/style.txt", "~$gate.txt"):
        (watched.folder / name).parent.mkdir(exist_ok=True)
        (watched.folder / name).write_text(FLOOD)
    (watched.folder / "page.html.part").rename(watched.folder / "page.html")
    watched.until_found("metres", "page.html")
    watched.until(lambda: len(watched.changes) > before)
    assert len(watched.changes) == before + 1


def test_names_are_compared_once_it_is_quiet(watched: Watched) -> None:
    (watched.folder / "flood.txt").write_text(FLOOD + "\nMr Kern left.\n", encoding="utf-8")

    def compared() -> bool:
        return paths(watched.folder, "metres") != set() and not index.refreshing.names_to_compare(
            watched.folder
        )

    watched.until(compared)


def test_many_are_compared_in_another_process(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index.refreshing.run, "_FEW_NAMES", -1)
    watched = Watched(folder)
    watched.until(lambda: not index.refreshing.names_to_compare(folder))
    watched.until(lambda: watched.progress[-1].stage == "done")
    assert "names" in {progress.stage for progress in watched.progress}
    watched.end()


def test_many_files_at_once(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index.refreshing.watching, "_MANY", 20)
    for n in range(90):
        (watched.folder / f"{n}.txt").write_text(f"Item {n}\n\nThe council met about number{n}.\n")
    watched.until_found("number77", "77.txt")
    watched.until(lambda: Articles.open(watched.folder).status().articles == 91)


def test_a_folder_that_vanishes_and_comes_back(watched: Watched, tmp_path: Path) -> None:
    folder = watched.folder
    folder.rename(tmp_path / "away")
    (tmp_path / "away/flood.txt").write_text(FLOOD, encoding="utf-8")
    (tmp_path / "away").rename(folder)
    watched.until_found("metres", "flood.txt")
    watched.until_found("jammed", "gate.txt")
    (folder / "gate.txt").unlink()
    watched.until_found("jammed")


def test_an_empty_folder_in_the_place_of_a_disk_costs_no_articles(watched: Watched, tmp_path: Path) -> None:
    folder = watched.folder
    folder.rename(tmp_path / "away")
    folder.mkdir()
    time.sleep(3 * index.refreshing.noticing.TICK)
    assert Articles.open(folder).status().articles == 1
    folder.rmdir()
    (tmp_path / "away").rename(folder)
    (folder / "flood.txt").write_text(FLOOD, encoding="utf-8")
    watched.until_found("metres", "flood.txt")
    watched.until_found("jammed", "gate.txt")


def test_where_the_system_tells_nothing_the_folder_is_looked_through(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index.refreshing.noticing, "silent_mount", lambda _: "nfs4")
    watched = Watched(folder)
    assert any("nfs4" in progress.message for progress in watched.progress)
    (folder / "flood.txt").write_text(FLOOD, encoding="utf-8")
    watched.until_found("metres", "flood.txt")
    (folder / "flood.txt").rename(folder / "high.txt")
    watched.until_found("metres", "high.txt")
    watched.end()


def test_where_the_system_watches_no_more_folders(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Iterator[set[Path]]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(index.refreshing.noticing, "_told", refuse)
    watched = Watched(folder)
    assert any("no space left" in progress.message for progress in watched.progress)
    (folder / "flood.txt").write_text(FLOOD, encoding="utf-8")
    watched.until_found("metres", "flood.txt")
    watched.end()


def test_what_the_reader_says_of_a_line_is_seen(watched: Watched) -> None:
    lines = (
        "The river rose overnight, the board said.",
        "Follow our channel for the lamprey.",
        "It fell at noon.",
    )
    (watched.folder / "flood.txt").write_text("Water in the town\n\n" + "\n\n".join(lines), encoding="utf-8")
    watched.until_found("lamprey", "flood.txt")
    with Bookmarks.open() as bookmarks:
        bookmarks.rule(watched.folder, [Ruling("article", "flood.txt", 0, lines[1], keep=False)], "Follow")
    watched.until_found("lamprey")
    watched.until_found("overnight", "flood.txt")


def test_two_that_watch_the_same_folder(folder: Path) -> None:
    first, second = Watched(folder), Watched(folder)
    for n in range(3):
        (folder / f"{n}.txt").write_text(f"Item {n}\n\nThe council met about number{n}.\n")
        first.until_found(f"number{n}", f"{n}.txt")
    first.end()
    (folder / "flood.txt").write_text(FLOOD, encoding="utf-8")
    second.until_found("metres", "flood.txt")
    second.end()
    assert Articles.open(folder).revision(ArticleKey("flood.txt")) is not None


def test_a_missing_folder_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(CollectionUnavailable):
        watch(tmp_path / "nowhere", lambda _: None, threading.Event(), lambda *_: None)


def test_a_file_is_read_when_it_rests(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1000.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    growing, whole, gone = tmp_path / "growing.txt", tmp_path / "whole.txt", tmp_path / "gone.txt"
    growing.write_text("x")
    whole.write_text("y")
    pending = Pending()
    pending.take([growing, whole, gone])
    assert pending.rested() == set()
    now += 0.3
    growing.write_text("xx")
    assert pending.rested() == set(), "what rests waits for the other, which may be its other end"
    now += 0.2
    assert pending.rested() == set()
    now += 0.7
    growing.write_text("xxx")
    assert pending.rested() == {whole, gone}, "but not for ever"
    now += 0.3
    assert pending.rested() == {growing}
    assert not len(pending)
    pending.take([whole])
    now += 0.1
    pending.take([whole])
    now += 0.2
    assert pending.rested() == {whole}, "an event that changed nothing begins no new rest"
