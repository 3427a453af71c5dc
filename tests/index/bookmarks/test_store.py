import os
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from index.bookmarks import Bookmarks
from models.annotation import AnnotatedArticle
from models.bookmark import Bookmark
from models.errors import BookmarksUnavailable, MorgueError
from models.key import ArticleKey
from tests.index.bookmarks.conftest import PARAGRAPHS, article_of


def keep(bookmarks: Bookmarks, folder: Path, article: AnnotatedArticle, words: str) -> Bookmark:
    start = article.article.text.index(words)
    return bookmarks.add(folder, article, start, start + len(words), speaker="Orla Penhale", tags=["ports"])


def test_a_kept_quote_is_there_after_a_restart(folder: Path, ferries: AnnotatedArticle) -> None:
    with Bookmarks.open() as bookmarks:
        added = keep(bookmarks, folder, ferries, "We will hold the line")
    with Bookmarks.open() as bookmarks:
        assert bookmarks.list() == [added]
        assert bookmarks.notice is None
    assert added.citation.outlet == "The Tarrow Gazette"
    assert added.speaker == "Orla Penhale"
    assert added.anchor.passage == 2


def test_the_file_is_the_readers_alone(own_home: Path) -> None:
    with Bookmarks.open():
        assert stat.S_IMODE((own_home / "reader.sqlite").stat().st_mode) == 0o600


def test_the_same_span_twice_is_one_bookmark(folder: Path, ferries: AnnotatedArticle) -> None:
    with Bookmarks.open() as bookmarks:
        first = keep(bookmarks, folder, ferries, "Nobody sails for nothing")
        assert keep(bookmarks, folder, ferries, "Nobody sails for nothing") == first
        shifted = article_of("A new first paragraph.", *PARAGRAPHS)
        assert keep(bookmarks, folder, shifted, "Nobody sails for nothing") == first
        assert len(bookmarks.list()) == 1
        # The same words in another place are another quote.
        start = ferries.article.text.rindex("We will hold the line")
        keep(bookmarks, folder, ferries, "We will hold the line")
        bookmarks.add(folder, ferries, start, start + 21)
        assert len(bookmarks.list()) == 3


def test_lists_one_folder_newest_first(folder: Path, tmp_path: Path, ferries: AnnotatedArticle) -> None:
    with Bookmarks.open() as bookmarks:
        first = keep(bookmarks, folder, ferries, "harbour")
        second = keep(bookmarks, folder, ferries, "spring")
        elsewhere = keep(bookmarks, tmp_path, ferries, "spring")
        assert bookmarks.list(folder) == [second, first]
        assert bookmarks.list() == [elsewhere, second, first]


def test_a_span_without_words_is_refused(folder: Path, ferries: AnnotatedArticle) -> None:
    with Bookmarks.open() as bookmarks:
        for start, end in ((5, 5), (9, 3), (-1, 4), (0, 10**6)):
            with pytest.raises(MorgueError, match="no words"):
                bookmarks.add(folder, ferries, start, end)


def test_notes_and_tags(folder: Path, ferries: AnnotatedArticle) -> None:
    with Bookmarks.open() as bookmarks:
        added = keep(bookmarks, folder, ferries, "harbour")
        noted = bookmarks.annotate(added.id, note="Ask her", tags=["#Strike", "ports ", "strike", ""])
        assert (noted.note, noted.tags) == ("Ask her", ("Strike", "ports"))
        assert bookmarks.annotate(added.id, tags=[]).note == "Ask her"
        assert bookmarks.list()[0].tags == ()
        with pytest.raises(MorgueError, match="no longer there"):
            bookmarks.annotate(999, note="x")


def test_tags_by_use(folder: Path, ferries: AnnotatedArticle) -> None:
    with Bookmarks.open() as bookmarks:
        for words, tags in (("boats", ["sea", "fleet"]), ("spring", ["sea"]), ("board", ["anger"])):
            bookmarks.annotate(keep(bookmarks, folder, ferries, words).id, tags=tags)
        assert list(bookmarks.tags().items()) == [("sea", 2), ("anger", 1), ("fleet", 1)]


def test_undo_goes_back_step_by_step(folder: Path, ferries: AnnotatedArticle) -> None:
    with Bookmarks.open() as bookmarks:
        assert bookmarks.undo() is None
        added = keep(bookmarks, folder, ferries, "We will hold the line")
        bookmarks.annotate(added.id, note="strong")
        bookmarks.delete(added.id)
        assert bookmarks.list() == []
        assert bookmarks.undo() == "Put back “We will hold the line”"
        assert bookmarks.list()[0].note == "strong"
        assert bookmarks.list()[0].id == added.id
        bookmarks.undo()
        assert bookmarks.list() == [added]
        assert bookmarks.undo() == "Took “We will hold the line” out again"
        assert bookmarks.list() == []
        assert bookmarks.undo() is None


def test_undo_leaves_what_another_session_changed(folder: Path, ferries: AnnotatedArticle) -> None:
    with Bookmarks.open() as one, Bookmarks.open() as two:
        added = keep(one, folder, ferries, "harbour")
        two.annotate(added.id, note="from the other window")
        assert "changed elsewhere" in (one.undo() or "")
        assert one.list()[0].note == "from the other window"


def test_deleting_twice_is_no_error(folder: Path, ferries: AnnotatedArticle) -> None:
    with Bookmarks.open() as bookmarks:
        added = keep(bookmarks, folder, ferries, "harbour")
        bookmarks.delete(added.id)
        bookmarks.delete(added.id)
        assert bookmarks.undo()
        assert bookmarks.undo()
        assert bookmarks.list() == []


def test_bookmarks_follow_a_moved_file(folder: Path, ferries: AnnotatedArticle) -> None:
    with Bookmarks.open() as bookmarks:
        added = keep(bookmarks, folder, ferries, "harbour")
        assert bookmarks.move({added.id: ArticleKey("2022/ferries.txt", 3)}) == 1
        (moved,) = bookmarks.list(folder)
        assert (moved.path, moved.part) == ("2022/ferries.txt", 3)
        assert bookmarks.move({added.id + 1: ArticleKey("x.txt")}) == 0


def test_what_was_done_before_a_move_can_be_undone_after_it(folder: Path, ferries: AnnotatedArticle) -> None:
    with Bookmarks.open() as bookmarks:
        added = keep(bookmarks, folder, ferries, "harbour")
        bookmarks.annotate(added.id, note="check this")
        with Bookmarks.open() as other:
            other.move({added.id: ArticleKey("2022/ferries.txt")})
        assert (bookmarks.undo() or "").startswith("Put back")
        assert [(b.note, b.path) for b in bookmarks.list()] == [("", "2022/ferries.txt")]
        assert (bookmarks.undo() or "").startswith("Took")
        assert bookmarks.list() == []


def test_hostile_text_is_kept_as_it_is(folder: Path) -> None:
    words = "[bold]\x1b[31m\x00 '); DROP TABLE bookmarks;-- 🙂 ﷽"
    with Bookmarks.open() as bookmarks:
        added = bookmarks.add(folder, article_of(words), 0, len(words), note="\ud83d half", tags=["a'b"])
        assert bookmarks.list()[0].anchor.exact == words
        assert bookmarks.list() == [added]


def test_two_sessions_lose_nothing(folder: Path) -> None:
    article = article_of(" ".join(f"word{i}" for i in range(200)))

    def work(first: int) -> None:
        with Bookmarks.open(patience=30) as bookmarks:
            for i in range(first, 200, 4):
                keep(bookmarks, folder, article, f"word{i}")

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Bookmarks.open() as bookmarks:
        assert len(bookmarks.list()) == 200


def test_a_held_file_is_explained_and_nothing_changes(
    own_home: Path, folder: Path, ferries: AnnotatedArticle
) -> None:
    with Bookmarks.open(patience=0.05) as bookmarks:
        added = keep(bookmarks, folder, ferries, "harbour")
        other = sqlite3.connect(own_home / "reader.sqlite", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BookmarksUnavailable, match="Another Morgue"):
            keep(bookmarks, folder, ferries, "spring")
        assert bookmarks.list() == [added]
        other.execute("ROLLBACK")
        other.close()
        keep(bookmarks, folder, ferries, "spring")


def test_a_full_disk_is_explained_and_nothing_is_lost(folder: Path, ferries: AnnotatedArticle) -> None:
    with Bookmarks.open() as bookmarks:
        added = keep(bookmarks, folder, ferries, "harbour")
        pages = bookmarks._connection.execute("PRAGMA page_count").fetchone()[0]
        bookmarks._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(BookmarksUnavailable, match="disk is full"):
            bookmarks.annotate(added.id, note="x" * 100_000)
        bookmarks._connection.execute("PRAGMA max_page_count = 1000000")
        assert bookmarks.list() == [added]
        assert bookmarks.annotate(added.id, note="short").note == "short"


def test_a_file_that_may_not_be_written_is_explained(folder: Path, ferries: AnnotatedArticle) -> None:
    with Bookmarks.open() as bookmarks:
        bookmarks._connection.execute("PRAGMA query_only = 1")
        with pytest.raises(BookmarksUnavailable, match="read-only"):
            keep(bookmarks, folder, ferries, "harbour")


def test_a_home_that_cannot_be_made_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("MORGUE_HOME", str(tmp_path / "file" / "home"))
    with pytest.raises(BookmarksUnavailable, match="cannot be created") as error:
        Bookmarks.open()
    assert "MORGUE_HOME" in error.value.advice


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_home_is_explained(own_home: Path) -> None:
    own_home.chmod(0o500)
    with pytest.raises(BookmarksUnavailable):
        Bookmarks.open()


KEEP_ADDING = """
import sys
from pathlib import Path
from index.bookmarks import Bookmarks
from tests.index.bookmarks.conftest import article_of
article = article_of(" ".join(f"word{i:05}" for i in range(20_000)))
with Bookmarks.open() as bookmarks:
    for i in range(20_000):
        bookmarks.add(Path("."), article, i * 10, i * 10 + 9)
        print(i, flush=True)
"""


def test_kill_while_adding_leaves_every_finished_bookmark() -> None:
    root = Path(__file__).parents[3]
    child = subprocess.Popen([sys.executable, "-c", KEEP_ADDING], cwd=root, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    done = [child.stdout.readline() for _ in range(40)]
    child.send_signal(signal.SIGKILL)
    done += child.stdout.readlines()
    child.wait()
    finished = sum(line.endswith("\n") for line in done)
    assert finished >= 40
    with Bookmarks.open() as bookmarks:
        bookmarks.check()
        words = {bookmark.anchor.exact for bookmark in bookmarks.list()}
        assert {f"word{i:05}" for i in range(finished)} <= words
        assert bookmarks.notice is None


def test_whose_words_were_kept_is_kept_too_and_unknown_of_older_ones(
    ferries: AnnotatedArticle,
    folder: Path,
    tmp_path: Path,
    older: Callable[[int], AbstractContextManager[None]],
) -> None:
    with older(5), Bookmarks.open() as bookmarks:
        bookmarks.add(folder, ferries, 0, 9, speaker="Orla Penhale")
    with Bookmarks.open() as bookmarks:
        (old,) = bookmarks.list()
        assert (old.kind, old.speaker, old.cue) == (None, "Orla Penhale", None)
        new = bookmarks.add(folder, ferries, 0, 5, kind="indirect", speaker="Orla Penhale", cue="denied")
        assert (new.kind, new.speaker, new.cue) == ("indirect", "Orla Penhale", "denied")
        bookmarks.backup(tmp_path / "backup.sqlite")
        bookmarks.delete(old.id, new.id)
        bookmarks.undo()
        assert bookmarks.list() == [new, old]
        bookmarks.delete(old.id, new.id)
        bookmarks.restore(tmp_path / "backup.sqlite")
        assert {(one.kind, one.cue) for one in bookmarks.list()} == {(None, None), ("indirect", "denied")}
