import stat
from pathlib import Path

import pytest

from index.bookmarks import Bookmarks
from models.annotation import AnnotatedArticle
from models.errors import BookmarksUnavailable
from models.key import ArticleKey


def test_a_backup_restores_what_is_missing_and_keeps_what_is_there(
    tmp_path: Path, folder: Path, ferries: AnnotatedArticle
) -> None:
    copy = tmp_path / "copy.sqlite"
    with Bookmarks.open() as bookmarks:
        first = bookmarks.add(folder, ferries, 0, 9, note="before")
        second = bookmarks.add(folder, ferries, 10, 17)
        assert bookmarks.backup(copy) == 2
        bookmarks.annotate(first.id, note="after")
        bookmarks.move({first.id: ArticleKey("moved.txt"), second.id: ArticleKey("moved.txt")})
        bookmarks.delete(second.id)
        third = bookmarks.add(folder, ferries, 20, 30)
        assert bookmarks.restore(copy) == (1, 1)
        assert {(b.anchor.exact, b.note) for b in bookmarks.list()} == {
            (first.anchor.exact, "after"),
            (second.anchor.exact, ""),
            (third.anchor.exact, ""),
        }
        assert bookmarks.restore(copy) == (0, 2)


def test_a_backup_is_one_private_file_and_may_be_renewed(
    tmp_path: Path, folder: Path, ferries: AnnotatedArticle
) -> None:
    copies = tmp_path / "copies"
    copies.mkdir()
    with Bookmarks.open() as bookmarks:
        bookmarks.backup(copies / "copy.sqlite")
        bookmarks.add(folder, ferries, 0, 9)
        assert bookmarks.backup(copies / "copy.sqlite") == 1
    assert [path.name for path in copies.iterdir()] == ["copy.sqlite"]
    assert stat.S_IMODE((copies / "copy.sqlite").stat().st_mode) == 0o600


def test_nothing_else_is_overwritten_or_read(tmp_path: Path, own_home: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("mine")
    with Bookmarks.open() as bookmarks:
        with pytest.raises(BookmarksUnavailable, match="left alone"):
            bookmarks.backup(notes)
        with pytest.raises(BookmarksUnavailable, match="itself"):
            bookmarks.backup(own_home / "reader.sqlite")
        with pytest.raises(BookmarksUnavailable, match="cannot be used"):
            bookmarks.backup(tmp_path / "nowhere" / "copy.sqlite")
        with pytest.raises(BookmarksUnavailable, match="not a backup"):
            bookmarks.restore(notes)
        with pytest.raises(BookmarksUnavailable, match="cannot be used"):
            bookmarks.restore(tmp_path / "missing.sqlite")
    assert notes.read_text() == "mine"


def test_a_damaged_backup_changes_nothing(tmp_path: Path, folder: Path, ferries: AnnotatedArticle) -> None:
    copy = tmp_path / "copy.sqlite"
    with Bookmarks.open() as bookmarks:
        bookmarks.add(folder, ferries, 0, 9)
        bookmarks.backup(copy)
        content = copy.read_bytes()
        copy.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
        kept = bookmarks.list()
        with pytest.raises(BookmarksUnavailable, match=r"backup .* is damaged"):
            bookmarks.restore(copy)
        assert bookmarks.list() == kept
