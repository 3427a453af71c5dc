import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from index.bookmarks import Bookmarks, schema
from models.annotation import AnnotatedArticle
from models.errors import BookmarksUnavailable
from tests.index.bookmarks.conftest import article_of


def keep_many(folder: Path, number: int) -> None:
    article = article_of(" ".join(f"word{i:05}" for i in range(number)))
    with Bookmarks.open() as bookmarks:
        for i in range(number):
            bookmarks.add(folder, article, i * 10, i * 10 + 9, note="n" * 200)
        bookmarks._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def test_a_file_that_is_no_database_is_set_aside(
    own_home: Path, folder: Path, ferries: AnnotatedArticle
) -> None:
    (own_home / "reader.sqlite").write_bytes(b"not a database at all, " * 100)
    with Bookmarks.open() as bookmarks:
        assert bookmarks.list() == []
        assert bookmarks.notice is not None
        assert "set aside" in bookmarks.notice
        bookmarks.add(folder, ferries, 0, 9)
    (aside,) = own_home.glob("reader-damaged-*.sqlite")
    assert aside.read_bytes().startswith(b"not a database")
    with Bookmarks.open() as bookmarks:
        assert bookmarks.notice is None
        assert len(bookmarks.list()) == 1


def test_what_still_reads_is_saved(own_home: Path, folder: Path) -> None:
    keep_many(folder, 150)
    file = own_home / "reader.sqlite"
    content = bytearray(file.read_bytes())
    leaf_of_a_table = 0x0D
    pages = range(len(content) // 2 // 4096 * 4096, len(content), 4096)
    middle = next(page for page in pages if content[page] == leaf_of_a_table)
    content[middle : middle + 4096] = b"\xff" * 4096
    file.write_bytes(content)
    with Bookmarks.open() as bookmarks:
        saved = bookmarks.list()
        assert bookmarks.notice is not None
        assert f"{len(saved)} bookmarks could be read" in bookmarks.notice
        assert 50 <= len(saved) < 150
        bookmarks.check()
    assert len(list(own_home.glob("reader-damaged-*.sqlite"))) == 1
    assert not list(own_home.glob("salvage-*"))


def test_what_an_older_morgue_kept_is_saved_too(
    own_home: Path, folder: Path, older: Callable[[int], AbstractContextManager[None]]
) -> None:
    with older(5):
        keep_many(folder, 150)
    file = own_home / "reader.sqlite"
    content = bytearray(file.read_bytes())
    content[-4096:] = b"\xff" * 4096
    file.write_bytes(content)
    with Bookmarks.open() as bookmarks:
        assert bookmarks.notice
        saved = bookmarks.list()
    assert len(saved) >= 50
    assert {one.kind for one in saved} == {None}


def test_a_truncated_file_never_stops_the_reader(own_home: Path, folder: Path) -> None:
    keep_many(folder, 60)
    file = own_home / "reader.sqlite"
    whole = file.read_bytes()
    for length in (10, 100, 4096, len(whole) // 2, len(whole) - 1):
        file.write_bytes(whole[:length])
        with Bookmarks.open() as bookmarks:
            bookmarks.check()
    assert len(list(own_home.glob("reader-damaged-*.sqlite"))) >= 4


def test_a_newer_morgues_file_is_left_alone(own_home: Path) -> None:
    Bookmarks.open().close()
    with sqlite3.connect(own_home / "reader.sqlite") as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()
    with pytest.raises(BookmarksUnavailable, match="newer Morgue"):
        Bookmarks.open()
    assert not list(own_home.glob("reader-damaged-*"))


def test_migrating_is_all_or_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "reader.sqlite"
    schema.connect(path, 1).close()
    later = (*schema._MIGRATIONS, ("CREATE TABLE plans (text TEXT)", "no SQL at all"))
    with monkeypatch.context() as patch:
        patch.setattr(schema, "_MIGRATIONS", later)
        with pytest.raises(sqlite3.OperationalError):
            schema.connect(path, 1)
    connection = schema.connect(path, 1)
    assert connection.execute("SELECT name FROM sqlite_master WHERE name = 'plans'").fetchall() == []
    connection.close()
