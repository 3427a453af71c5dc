"""Lines that many articles have in common, and what the reader says of lines, through whole refreshes."""

import random
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index.bookmarks import Bookmarks
from index.catalogue import Catalogue, Record
from index.collection import Collection
from index.home import collection_home
from index.refreshing import refresh
from index.refreshing.settling import settle
from models.key import ArticleKey
from models.ruling import Ruling, Scope
from models.status import Summary
from tests.index.lines.articles import CLOSING, FOLLOW, prose

Indexed = Callable[[dict[str, str]], Path]
FIRST = ArticleKey("courier/0.txt")


def files(count: int, *more: str, first: int = 0, folder: str = "courier") -> dict[str, str]:
    """Different articles with the same lines under them."""
    return {
        f"{folder}/{n}.txt": "\n\n".join([f"News from village {n}", *prose(n), *more, *prose(n + 500, 1)])
        + "\n"
        for n in range(first, first + count)
    }


def again(folder: Path, *, rebuild: bool = False) -> Summary:
    return refresh(folder, lambda _: None, threading.Event(), rebuild=rebuild)


def found(folder: Path, query: str) -> int:
    collection = Collection.open(folder)
    try:
        return collection.search(query, limit=500).total
    finally:
        collection.close()


def reasons(folder: Path, key: ArticleKey = FIRST) -> dict[str, str]:
    collection = Collection.open(folder)
    try:
        return {line.text: line.reason for line in collection.article(key).article.dropped}
    finally:
        collection.close()


def rule(
    folder: Path, text: str, *, keep: bool, scope: Scope = "article", key: ArticleKey = FIRST
) -> Bookmarks:
    """Say it as the explorer does; gives the session in which it can be undone."""
    collection = Collection.open(folder)
    bookmarks = Bookmarks.open()
    bookmarks.rule(folder, collection.rulings_on(key, text, keep=keep, scope=scope), text)
    collection.close()
    return bookmarks


def state(folder: Path) -> list[tuple[str, str]]:
    """Every article as it shows, by path."""
    collection = Collection.open(folder)
    shown = sorted(
        (a.article.path, a.article.model_dump_json())
        for r in collection.revisions()
        if (a := collection.load(r))
    )
    collection.close()
    return shown


def test_a_line_of_many_articles_is_left_out_of_all_and_not_found(indexed: Indexed) -> None:
    folder = indexed(files(6, FOLLOW))
    assert reasons(folder)[FOLLOW] == "stands in 6 articles of the folder courier"
    assert found(folder, '"every road"') == 0
    assert found(folder, "sluice") > 0


def test_it_is_learned_when_there_are_enough_and_unlearned_when_there_are_not(indexed: Indexed) -> None:
    folder = indexed(files(3, FOLLOW))
    assert found(folder, '"every road"') == 3
    indexed(files(1, FOLLOW, first=3))
    assert found(folder, '"every road"') == 0
    assert reasons(folder)[FOLLOW].startswith("stands in 4 articles")
    indexed(files(3, FOLLOW, first=4))
    assert reasons(folder)[FOLLOW].startswith("stands in 7 articles"), (
        "the number follows without a rewriting"
    )
    for n in range(4):
        (folder / f"courier/{n}.txt").unlink()
    again(folder)
    assert found(folder, '"every road"') == 3
    assert reasons(folder, ArticleKey("courier/5.txt")) == {}


def test_order_rebuilding_and_chance_do_not_count(indexed: Indexed) -> None:
    every = {**files(9, FOLLOW), **files(12, CLOSING, first=9), **files(5, FOLLOW, folder="herald", first=40)}
    folder = indexed(every)
    expected = state(folder)
    again(folder, rebuild=True)
    assert state(folder) == expected
    for name in every:
        (folder / name).unlink()
    again(folder)
    names = list(every)
    random.Random(7).shuffle(names)
    for part in range(0, len(names), 5):
        indexed({name: every[name] for name in names[part : part + 5]})
    assert state(folder) == expected


def test_nothing_is_done_again_when_nothing_changed(indexed: Indexed) -> None:
    folder = indexed(files(6, FOLLOW))
    with closing(sqlite3.connect(collection_home(folder) / "catalogue.sqlite")) as catalogue:
        before = catalogue.execute("SELECT max(revision) FROM articles").fetchone()
        (folder / "courier/2.txt").touch()
        assert again(folder).added == 0
        assert catalogue.execute("SELECT max(revision) FROM articles").fetchone() == before
        assert catalogue.execute("SELECT count(*) FROM due").fetchone() == (0,)


def test_a_moved_folder_takes_its_lines_along(indexed: Indexed) -> None:
    folder = indexed(files(6, FOLLOW))
    (folder / "courier").rename(folder / "moved")
    again(folder)
    assert reasons(folder, ArticleKey("moved/0.txt"))[FOLLOW].endswith("articles of the folder moved")


def test_a_stopped_run_is_completed_by_the_next(indexed: Indexed, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = indexed(files(3, FOLLOW))
    for name, text in files(80, FOLLOW, first=3).items():
        (folder / name).write_text(text)

    def cut_short(catalogue: Catalogue, rulings: tuple[Ruling, ...]) -> Iterator[list[tuple[int, Record]]]:
        steps = settle(catalogue, rulings)
        if first := next(steps, None):
            yield first
            raise KeyboardInterrupt

    monkeypatch.setattr("index.refreshing.settling._AT_ONCE", 10)
    monkeypatch.setattr("index.refreshing.run.settle", cut_short)
    with pytest.raises(KeyboardInterrupt):
        again(folder)
    monkeypatch.setattr("index.refreshing.run.settle", settle)
    again(folder)
    assert found(folder, '"every road"') == 0
    assert found(folder, "warden") > 300


def test_what_is_put_back_is_found_until_it_is_undone(indexed: Indexed) -> None:
    folder = indexed(files(6, FOLLOW))
    bookmarks = rule(folder, FOLLOW, keep=True)
    again(folder)
    assert (found(folder, '"every road"'), FOLLOW in reasons(folder)) == (1, False)
    again(folder, rebuild=True)
    assert found(folder, '"every road"') == 1
    assert bookmarks.undo() == f"Took out “{FOLLOW}” again"
    again(folder)
    assert found(folder, '"every road"') == 0


def test_it_may_be_put_back_everywhere(indexed: Indexed) -> None:
    folder = indexed(files(6, FOLLOW))
    rule(folder, FOLLOW, keep=True, scope="house")
    again(folder)
    assert found(folder, '"every road"') == 6
    indexed(files(2, FOLLOW, first=6))
    assert found(folder, '"every road"') == 8


def test_what_is_taken_out_stays_out_of_a_changed_article(indexed: Indexed) -> None:
    folder = indexed(files(2, CLOSING))
    bookmarks = rule(folder, CLOSING, keep=False)
    again(folder)
    assert reasons(folder) == {CLOSING: "you took it out"}
    indexed({FIRST.path: files(1, "A new paragraph was written by hand.", CLOSING)[FIRST.path]})
    assert reasons(folder) == {CLOSING: "you took it out"}
    assert (found(folder, '"written by hand"'), found(folder, '"every weekday"')) == (1, 1)
    assert bookmarks.undo() == f"Put back “{CLOSING[:39].rstrip()}…” again"
    again(folder)
    assert found(folder, '"every weekday"') == 2


def test_an_article_saved_twice_stays_one(indexed: Indexed) -> None:
    (text,) = files(1, CLOSING).values()
    folder = indexed({"a.txt": text, "b.txt": text})
    rule(folder, CLOSING, keep=False, key=ArticleKey("a.txt"))
    again(folder)
    collection = Collection.open(folder)
    assert collection.article(ArticleKey("a.txt")).paths == ("a.txt", "b.txt")
    assert collection.article(ArticleKey("b.txt")).article.dropped


def test_the_reader_sees_it_before_the_index_does(indexed: Indexed) -> None:
    folder = indexed(files(6, FOLLOW))
    collection = Collection.open(folder)
    with rule(folder, FOLLOW, keep=True) as bookmarks:
        shown = collection.article_as_ruled(FIRST, bookmarks.rulings(folder)).article
    assert FOLLOW in shown.text
    again(folder)
    collection.reload()
    assert collection.article(FIRST).article.passages == shown.passages
    assert collection.article_as_ruled(FIRST, ()).article.text == shown.text.replace(f"{FOLLOW}\n\n", "")


def test_without_the_readers_file_what_was_said_last_holds(indexed: Indexed, own_home: Path) -> None:
    folder = indexed(files(6, FOLLOW))
    rule(folder, FOLLOW, keep=True).close()
    again(folder)
    for companion in own_home.glob("reader.sqlite*"):
        companion.unlink()
    (own_home / "reader.sqlite").write_bytes(b"no database at all")
    indexed(files(1, FOLLOW, first=6))
    assert found(folder, '"every road"') == 1
