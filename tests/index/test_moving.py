"""Files that get other names: their articles stay what they are, and bookmarks go with them."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from collections.abc import Collection as Some
from pathlib import Path
from typing import Any

import pytest

import index.reading
from index.bookmarks import Bookmarks
from index.collection import Collection
from index.refreshing import refresh
from models.article import Article
from models.errors import UnreadableFile
from models.key import ArticleKey
from models.status import Summary

Indexed = Callable[[dict[str, str]], Path]

GATE = "Gate three jams\n\n2 May 2031\n\nThe third gate of the dam jammed at noon, Davor Kern of the board said.\n"
FLOOD = (
    "Water in the lower town\n\n3 May 2031\n\nThe river rose two metres overnight and 640 people left home.\n"
)
ARTICLES = {"gate.txt": GATE, "flood.txt": FLOOD}


@pytest.fixture
def folder(indexed: Indexed) -> Path:
    return indexed(ARTICLES)


def look(folder: Path, *only: str) -> Summary:
    paths: Some[Path] | None = [folder / name for name in only] or None
    return refresh(folder, lambda _: None, threading.Event(), only=paths)


def revision(folder: Path, path: str) -> int | None:
    collection = Collection.open(folder)
    try:
        return collection.revision(ArticleKey(path))
    finally:
        collection.close()


def paths(folder: Path, query: str) -> set[tuple[str, ...]]:
    collection = Collection.open(folder)
    try:
        return {hit.paths for hit in collection.search(query).hits}
    finally:
        collection.close()


def keep(folder: Path, path: str, words: str) -> None:
    collection = Collection.open(folder)
    article = collection.article(ArticleKey(path))
    start = article.article.text.index(words)
    with Bookmarks.open() as bookmarks:
        bookmarks.add(folder, article, start, start + len(words))
    collection.close()


def kept(folder: Path) -> list[str]:
    with Bookmarks.open() as bookmarks:
        return [bookmark.path for bookmark in bookmarks.list(folder)]


def test_a_renamed_file_is_not_read_again(folder: Path) -> None:
    keep(folder, "gate.txt", "third gate")
    before = revision(folder, "gate.txt")
    (folder / "gate.txt").rename(folder / "weir.txt")
    summary = look(folder)
    assert (summary.moved, summary.added, summary.changed, summary.removed) == (1, 0, 0, 0)
    assert (summary.named, summary.unchanged) == (0, 1)
    assert revision(folder, "weir.txt") == before
    assert revision(folder, "gate.txt") == before, "whoever knows the old name finds it"
    assert paths(folder, "jammed") == {("weir.txt",)}
    assert kept(folder) == ["weir.txt"]


def test_moved_into_another_folder_as_told_by_two_paths(folder: Path) -> None:
    keep(folder, "gate.txt", "third gate")
    (folder / "2031").mkdir()
    (folder / "gate.txt").rename(folder / "2031/gate.txt")
    assert look(folder, "gate.txt", "2031").moved == 1
    assert paths(folder, "jammed") == {("2031/gate.txt",)}
    assert kept(folder) == ["2031/gate.txt"]


def test_a_renamed_folder_takes_all_its_articles_along(indexed: Indexed) -> None:
    folder = indexed(
        {f"old/{n % 3}/{n}.txt": f"Item {n}\n\nThe council met about number{n}.\n" for n in range(90)}
    )
    keep(folder, "old/2/77.txt", "number77")
    (folder / "old").rename(folder / "new")
    summary = look(folder, "old", "new")
    assert (summary.moved, summary.added, summary.removed, summary.named) == (90, 0, 0, 0)
    assert paths(folder, "number77") == {("new/2/77.txt",)}
    assert kept(folder) == ["new/2/77.txt"]


def test_moved_where_the_file_system_numbers_files_anew(folder: Path) -> None:
    """As between two disks: only the text tells."""
    keep(folder, "gate.txt", "third gate")
    before = revision(folder, "gate.txt")
    (folder / "other").mkdir()
    shutil.copyfile(folder / "gate.txt", folder / "other/gate.txt")
    (folder / "gate.txt").unlink()
    summary = look(folder)
    assert (summary.moved, summary.added, summary.removed, summary.named) == (0, 0, 0, 0)
    assert revision(folder, "other/gate.txt") == before
    assert kept(folder) == ["other/gate.txt"]


def test_moved_and_changed_at_once(folder: Path) -> None:
    keep(folder, "gate.txt", "third gate of the dam jammed")
    (folder / "gate.txt").rename(folder / "later.txt")
    (folder / "later.txt").write_text(GATE + "\nIt was opened by hand in the evening.\n", encoding="utf-8")
    assert look(folder).added == 1
    assert paths(folder, "evening") == {("later.txt",)}
    assert kept(folder) == ["later.txt"]


def test_a_bookmark_stays_where_another_file_comes_that_says_something_else(folder: Path) -> None:
    keep(folder, "gate.txt", "third gate of the dam jammed")
    (folder / "gate.txt").rename(folder / "later.txt")
    (folder / "later.txt").write_text("Snow\n\nSnow fell on the high road, and nothing moved.\n")
    look(folder)
    assert kept(folder) == ["gate.txt"]


def test_a_copy_is_the_same_article_in_two_files(folder: Path) -> None:
    shutil.copy(folder / "gate.txt", folder / "copy.txt")
    summary = look(folder)
    assert (summary.added, summary.named) == (0, 0)
    assert paths(folder, "jammed") == {("copy.txt", "gate.txt")}
    collection = Collection.open(folder)
    assert collection.article(ArticleKey("gate.txt")).paths == ("copy.txt", "gate.txt")
    assert collection.status().articles == 2


def test_one_of_two_copies_goes_and_the_bookmark_with_the_other(folder: Path) -> None:
    shutil.copy(folder / "gate.txt", folder / "copy.txt")
    look(folder)
    keep(folder, "gate.txt", "third gate")
    (folder / "gate.txt").unlink()
    summary = look(folder, "gate.txt")
    assert summary.removed == 0
    assert paths(folder, "jammed") == {("copy.txt",)}
    assert set(kept(folder)) == {"copy.txt"}


def test_two_files_change_places(folder: Path) -> None:
    keep(folder, "gate.txt", "third gate")
    gate, flood = revision(folder, "gate.txt"), revision(folder, "flood.txt")
    (folder / "gate.txt").rename(folder / "x.txt")
    (folder / "flood.txt").rename(folder / "gate.txt")
    (folder / "x.txt").rename(folder / "flood.txt")
    summary = look(folder)
    assert (summary.moved, summary.added, summary.changed, summary.removed) == (2, 0, 0, 0)
    assert (revision(folder, "flood.txt"), revision(folder, "gate.txt")) == (gate, flood)
    assert kept(folder) == ["flood.txt"]


def test_a_file_moved_over_another_replaces_it(folder: Path) -> None:
    gate = revision(folder, "gate.txt")
    (folder / "gate.txt").replace(folder / "flood.txt")
    summary = look(folder)
    assert (summary.moved, summary.removed) == (1, 1)
    assert revision(folder, "flood.txt") == gate
    assert paths(folder, "metres") == set()


def test_articles_that_move_inside_a_file_keep_their_bookmarks(indexed: Indexed) -> None:
    import json

    def written(*texts: str) -> str:
        return "".join(json.dumps({"title": t.split()[0], "text": t}) + "\n" for t in texts)

    first = "Fog lay on the sound all morning, and the ferries of Tarrow waited in the harbour."
    second = "Ice closed the northern channel on Sunday, and the pilots of Tarrow went home early."
    folder = indexed({"all.jsonl": written(first, second)})
    collection = Collection.open(folder)
    key = next(ArticleKey(h.path, h.part) for h in collection.search("pilots").hits)
    article = collection.article(key)
    with Bookmarks.open() as bookmarks:
        bookmarks.add(folder, article, 0, 30)
    (folder / "all.jsonl").write_text(
        written("Snow fell on the road from Brannock to Tarrow.", first, second)
    )
    look(folder)
    with Bookmarks.open() as bookmarks:
        (bookmark,) = bookmarks.list(folder)
    assert bookmark.part == key.part + 1
    collection.reload()
    assert collection.article(ArticleKey("all.jsonl", bookmark.part)).article.text == article.article.text


def test_an_open_collection_sees_a_move(folder: Path) -> None:
    collection = Collection.open(folder)
    assert not collection.reload()
    (folder / "gate.txt").rename(folder / "weir.txt")
    look(folder)
    assert collection.reload()
    assert collection.article(ArticleKey("gate.txt")).article.path == "weir.txt"


def test_a_look_at_some_files_sees_no_others(folder: Path) -> None:
    (folder / "one.txt").write_text("Heron\n\nA heron stood on the gate.\n")
    (folder / "two.txt").write_text("Otter\n\nAn otter swam below the gate.\n")
    (folder / "flood.txt").unlink()
    summary = look(folder, "one.txt")
    assert (summary.added, summary.removed) == (1, 0)
    assert paths(folder, "heron")
    assert not paths(folder, "otter")
    assert paths(folder, "metres")


def test_a_link_or_a_doubtful_name_asks_for_a_look_at_everything(folder: Path) -> None:
    (folder / "two.txt").write_text("Otter\n\nAn otter swam below the gate.\n")
    (folder / "link.txt").symlink_to(folder / "two.txt")
    assert look(folder, "link.txt").added == 1
    assert paths(folder, "otter") == {("link.txt",)}, "as a whole look has it"
    (folder / "three.txt").write_text("Eel\n\nAn eel lay in the mud.\n")
    assert look(folder, "caf\ufffd.txt").added == 1


def test_hidden_files_and_pictures_of_saved_pages_are_passed_over(folder: Path) -> None:
    for name in (".hidden.txt", ".trash/a.txt", "page_files/b.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("Otter\n\nAn otter swam below the gate.\n")
    assert look(folder, ".hidden.txt", ".trash", ".trash/a.txt", "page_files", "page_files/b.txt").added == 0


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_be_read_now_is_read(folder: Path) -> None:
    path = folder / "secret.txt"
    path.write_text("Otter\n\nAn otter swam below the gate.\n")
    path.chmod(0)
    assert look(folder).problems == 1
    path.chmod(0o600)
    summary = look(folder)
    assert (summary.problems, summary.added) == (0, 1)


def test_what_could_not_be_read_for_a_passing_reason_is_tried_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "secret.txt").write_text("Otter\n\nAn otter swam below the gate.\n")
    (folder / "empty.txt").write_text("")
    tried: list[str] = []
    permitted = False
    really = index.reading.read

    def read(path: Path, name: str, **options: Any) -> Iterator[Article]:
        tried.append(name)
        if name == "secret.txt" and not permitted:
            raise UnreadableFile("There is no permission to read it.", passing=True)
        return really(path, name, **options)

    monkeypatch.setattr(index.reading, "read", read)
    assert look(folder).problems == 2
    permitted = True
    assert look(folder).problems == 1
    assert paths(folder, "otter")
    tried.clear()
    look(folder)
    assert not tried, "an empty file is not tried again until it changes"


def test_articles_in_a_folder_that_cannot_be_read_now_stay(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "far").mkdir()
    (folder / "gate.txt").rename(folder / "far/gate.txt")
    look(folder)
    real = os.scandir

    def refuse(path: str | os.PathLike[str]) -> object:
        if Path(path).name == "far":
            raise PermissionError(13, "Permission denied")
        return real(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", refuse)
        assert look(folder).removed == 0
    assert paths(folder, "jammed") == {("far/gate.txt",)}
