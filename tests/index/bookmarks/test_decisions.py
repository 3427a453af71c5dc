import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

from index.bookmarks import Bookmarks, decisions, folder_name, reader_file
from models.annotation import AnnotatedArticle
from models.decision import NameDecision
from models.kind import Kind

KERN, D_KERN, MARA = "PERSON:Davor Kern", "PERSON:D. Kern", "PERSON:Mara Vell"
SAME = NameDecision(says="same", names=(D_KERN,), others=(KERN,))
APART = NameDecision(says="apart", names=(KERN,), others=(D_KERN, "PERSON:Kern"))
NAMED = NameDecision(says="named", names=(KERN,), text="Davor Ivan Kern")
NEVER = NameDecision(says="never", text="Police")


def test_decisions_are_remembered_by_folder_in_their_order(folder: Path, tmp_path: Path) -> None:
    with Bookmarks.open() as bookmarks:
        bookmarks.decide(folder, [SAME])
        bookmarks.decide(folder, [NAMED, NEVER])
    with Bookmarks.open() as bookmarks:
        assert bookmarks.decisions(folder) == (SAME, NAMED, NEVER)
        assert bookmarks.decisions(tmp_path) == ()
    assert decisions.in_file(reader_file(), folder_name(folder)) == (SAME, NAMED, NEVER)


def test_the_last_word_counts(folder: Path) -> None:
    again = NAMED.model_copy(update={"text": "D. Kern"})
    kind = NameDecision(says="kind", names=(KERN,), kind=Kind.ORG)
    with Bookmarks.open() as bookmarks:
        bookmarks.decide(folder, [SAME, NAMED, kind])
        bookmarks.decide(folder, [APART])
        bookmarks.decide(folder, [again])
        assert bookmarks.decisions(folder) == (kind, APART, again)
        bookmarks.decide(folder, [NameDecision(says="same", names=(KERN,), others=(MARA,))])
        assert APART in bookmarks.decisions(folder)


def test_undo_goes_back_step_by_step_among_bookmarks(folder: Path, ferries: AnnotatedArticle) -> None:
    with Bookmarks.open() as bookmarks:
        bookmarks.decide(folder, [SAME])
        bookmarks.add(folder, ferries, 0, 9)
        bookmarks.decide(folder, [APART])
        assert bookmarks.undo() == "Took back that “Davor Kern” is not “D. Kern”"
        assert bookmarks.decisions(folder) == (SAME,)
        assert bookmarks.undo() == "Took “The ferry” out again"
        assert bookmarks.undo() == "Took back that “D. Kern” and “Davor Kern” are one"
        assert bookmarks.decisions(folder) == ()
        assert bookmarks.undo() is None


def test_what_another_session_decided_since_is_left_alone(folder: Path) -> None:
    with Bookmarks.open() as bookmarks, Bookmarks.open() as other:
        bookmarks.decide(folder, [SAME])
        other.decide(folder, [APART])
        assert (bookmarks.undo() or "").startswith("Left it as it is that “D. Kern” and “Davor Kern” are one")
        assert bookmarks.decisions(folder) == (APART,)


def test_a_backup_holds_them_and_restoring_changes_none_that_are_here(tmp_path: Path, folder: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    with Bookmarks.open() as bookmarks:
        bookmarks.decide(folder, [SAME, NEVER])
        bookmarks.backup(copy)
        bookmarks.undo()
        bookmarks.decide(folder, [APART])
        bookmarks.restore(copy)
        bookmarks.restore(copy)
        assert set(bookmarks.decisions(folder)) == {APART, NEVER}


def test_what_a_terminal_sends_can_be_stored(folder: Path) -> None:
    with Bookmarks.open() as bookmarks:
        bookmarks.decide(folder, [NameDecision(says="never", text="half \ud83d a sign")])
        assert bookmarks.decisions(folder)[0].text == "half ? a sign"


def test_a_damaged_file_keeps_what_reads(folder: Path) -> None:
    with Bookmarks.open() as bookmarks:
        bookmarks.decide(folder, [SAME])
    with closing(sqlite3.connect(reader_file(), isolation_level=None)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        page = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'bookmarks'").fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    with reader_file().open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)
    with Bookmarks.open() as bookmarks:
        assert bookmarks.notice is not None
        assert bookmarks.decisions(folder) == (SAME,)


def test_words_say_what_was_decided() -> None:
    long = NameDecision(says="never", text="x" * 60).words
    assert long == f"“{'x' * 39}…” is no name"
    assert NameDecision(says="kind", names=(KERN,), kind=Kind.ORG).words == "“Davor Kern” is an organisation"
    split = APART.model_copy(update={"text": "Kern"})
    assert split.words == "“Kern” is not “D. Kern”"


def test_the_file_of_an_older_morgue_gets_their_table(
    folder: Path, ferries: AnnotatedArticle, older: Callable[[int], AbstractContextManager[None]]
) -> None:
    with older(2), Bookmarks.open() as bookmarks:
        bookmarks.add(folder, ferries, 0, 9)
    assert decisions.in_file(reader_file(), folder_name(folder)) == ()
    with Bookmarks.open() as bookmarks:
        bookmarks.decide(folder, [SAME])
        assert (len(bookmarks.list()), bookmarks.decisions(folder)) == (1, (SAME,))
