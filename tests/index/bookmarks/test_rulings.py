from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from index.bookmarks import Bookmarks, folder_name, reader_file, rulings
from models.annotation import AnnotatedArticle
from models.key import ArticleKey
from models.ruling import Ruling

BACK = Ruling("article", "a.txt", 0, "Follow the Courier", True)
OUT = Ruling("house", "outlet:the courier", 0, "page 0", False)


def test_rulings_are_remembered_by_folder_and_the_last_word_counts(folder: Path, tmp_path: Path) -> None:
    with Bookmarks.open() as bookmarks:
        bookmarks.rule(folder, [BACK], "Follow the Courier")
        bookmarks.rule(folder, [OUT], "Page 3")
        bookmarks.rule(folder, [BACK._replace(keep=False)], "Follow the Courier")
    with Bookmarks.open() as bookmarks:
        assert bookmarks.rulings(folder) == (OUT, BACK._replace(keep=False))
        assert bookmarks.rulings(tmp_path) == ()
    assert rulings.in_file(reader_file(), folder_name(folder)) == (OUT, BACK._replace(keep=False))


def test_undo_goes_back_step_by_step_among_bookmarks(folder: Path, ferries: AnnotatedArticle) -> None:
    with Bookmarks.open() as bookmarks:
        bookmarks.rule(folder, [BACK], "Follow the Courier")
        bookmarks.add(folder, ferries, 0, 9)
        bookmarks.rule(
            folder, [BACK._replace(keep=False), BACK._replace(where="b.txt", keep=False)], "Follow"
        )
        assert bookmarks.undo() == "Put back “Follow” again"
        assert bookmarks.rulings(folder) == (BACK,)
        assert bookmarks.undo() == "Took “The ferry” out again"
        assert bookmarks.undo() == "Took out “Follow the Courier” again"
        assert bookmarks.rulings(folder) == ()
        assert bookmarks.undo() is None


def test_what_another_session_said_since_is_left_alone(folder: Path) -> None:
    with Bookmarks.open() as bookmarks, Bookmarks.open() as other:
        bookmarks.rule(folder, [BACK], "Follow")
        other.rule(folder, [BACK._replace(keep=False)], "Follow")
        assert (bookmarks.undo() or "").startswith("Left “Follow” as it is")
        assert bookmarks.rulings(folder) == (BACK._replace(keep=False),)


def test_a_backup_holds_them_and_restoring_changes_none_that_are_here(tmp_path: Path, folder: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    with Bookmarks.open() as bookmarks:
        bookmarks.rule(folder, [BACK], "Follow")
        bookmarks.rule(folder, [OUT], "Page")
        bookmarks.backup(copy)
        bookmarks.undo()
        bookmarks.rule(folder, [BACK._replace(keep=False)], "Follow")
        bookmarks.restore(copy)
        assert set(bookmarks.rulings(folder)) == {BACK._replace(keep=False), OUT}


def test_they_follow_a_moved_file(folder: Path) -> None:
    with Bookmarks.open() as bookmarks:
        bookmarks.rule(folder, [BACK, OUT], "Follow")
        bookmarks.move_rulings(folder, {ArticleKey("a.txt"): ArticleKey("2031/a.txt")})
        assert bookmarks.rulings(folder) == (BACK._replace(where="2031/a.txt"), OUT)


def test_the_file_of_an_older_morgue_gets_their_table(
    folder: Path, ferries: AnnotatedArticle, older: Callable[[int], AbstractContextManager[None]]
) -> None:
    with older(1), Bookmarks.open() as bookmarks:
        bookmarks.add(folder, ferries, 0, 9)
    assert rulings.in_file(reader_file(), folder_name(folder)) == ()
    with Bookmarks.open() as bookmarks:
        bookmarks.rule(folder, [BACK], "Follow")
        assert (len(bookmarks.list()), bookmarks.rulings(folder)) == (1, (BACK,))


def test_they_are_saved_from_a_damaged_file(folder: Path, ferries: AnnotatedArticle, own_home: Path) -> None:
    with Bookmarks.open() as bookmarks:
        bookmarks.rule(folder, [BACK], "Follow")
        for start in range(60):
            bookmarks.add(folder, ferries, start, start + 3, note="n" * 400) if ferries.article.text[
                start : start + 3
            ].strip() else None
        bookmarks._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (page,) = bookmarks._connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'bookmarks_by_article'"
        ).fetchone()
    file = own_home / "reader.sqlite"
    content = bytearray(file.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    file.write_bytes(content)
    with Bookmarks.open() as bookmarks:
        assert bookmarks.notice is not None
        assert bookmarks.rulings(folder) == (BACK,)
