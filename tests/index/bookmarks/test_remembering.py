from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from index.bookmarks import Bookmarks, reader_file
from models.annotation import AnnotatedArticle
from models.errors import MorgueError
from models.key import ArticleKey

FERRIES, STRIKE, LETTER = ArticleKey("ferries.txt"), ArticleKey("strike.txt"), ArticleKey("mail.mbox", 3)
EARLY, LATE = "2031-03-02T08:00:00+00:00", "2031-03-09T08:00:00+00:00"


def test_what_was_read_is_remembered_by_folder(folder: Path, tmp_path: Path) -> None:
    with Bookmarks.open() as reader:
        reader.saw(folder, FERRIES)
        reader.saw(folder, LETTER)
        reader.saw(folder, FERRIES)
    with Bookmarks.open() as reader:
        assert reader.read(folder) == {FERRIES, LETTER}
        assert reader.read(tmp_path) == frozenset()
        assert reader.undo() is None


def test_marking_is_one_thing_to_undo_and_leaves_what_was_so_before(folder: Path) -> None:
    with Bookmarks.open() as reader:
        reader.saw(folder, FERRIES)
        assert reader.mark_read(folder, [FERRIES, STRIKE, LETTER], as_read=True) == 2
        assert reader.mark_read(folder, [FERRIES], as_read=True) == 0
        assert reader.mark_read(folder, [FERRIES], as_read=False) == 1
        assert reader.read(folder) == {STRIKE, LETTER}
        assert reader.undo() == "1 article no longer marked as unread"
        assert reader.undo() == "2 articles no longer marked as read"
        assert reader.read(folder) == {FERRIES}
        assert reader.undo() is None


def test_articles_that_change_places_stay_read_and_unread(folder: Path) -> None:
    with Bookmarks.open() as reader:
        reader.mark_read(folder, [FERRIES, LETTER], as_read=True)
        reader.move_read(folder, {FERRIES: STRIKE, STRIKE: FERRIES, LETTER: ArticleKey("mail.mbox", 2)})
        assert reader.read(folder) == {STRIKE, ArticleKey("mail.mbox", 2)}


def test_searches_are_saved_renamed_deleted_and_brought_back(folder: Path, tmp_path: Path) -> None:
    with Bookmarks.open() as reader:
        tolva = reader.save_search(folder, "Tolva", "strike place:Tolva", "newest", visited=EARLY)
        ferries = reader.save_search(folder, "Ferries", "ferr*", "relevance", visited=EARLY)
        reader.rename_search(ferries.id, "Boats")
        reader.delete_search(tolva.id)
        assert [search.name for search in reader.searches(folder)] == ["Boats"]
        assert reader.searches(tmp_path) == ()
        assert reader.undo() == "Put back the saved search “Tolva”"
        assert reader.undo() == "Gave the saved search “Ferries” its name again"
        assert reader.searches(folder) == (tolva, ferries)
        assert reader.undo() == "Took the saved search “Ferries” out again"
        assert reader.undo() == "Took the saved search “Tolva” out again"
        assert reader.searches(folder) == ()


def test_what_another_session_did_to_a_search_is_left_alone(folder: Path) -> None:
    with Bookmarks.open() as reader, Bookmarks.open() as other:
        saved = reader.save_search(folder, "Tolva", "strike", "relevance", visited=EARLY)
        other.rename_search(saved.id, "Dockers")
        assert "changed elsewhere" in (reader.undo() or "")
        reader.delete_search(saved.id)
        other.delete_search(saved.id)
        with pytest.raises(MorgueError, match="no longer there"):
            other.rename_search(saved.id, "Harbour")


def test_a_visit_is_never_taken_back_to_an_earlier_one(folder: Path) -> None:
    with Bookmarks.open() as reader:
        saved = reader.save_search(folder, "Tolva", "strike", "relevance", visited=EARLY)
        reader.visit_search(saved.id, LATE)
        reader.visit_search(saved.id, EARLY)
        assert reader.searches(folder)[0].visited == LATE


def test_a_backup_holds_both_and_restoring_changes_none_that_are_here(folder: Path, tmp_path: Path) -> None:
    backup = tmp_path / "backup.sqlite"
    with Bookmarks.open() as reader:
        saved = reader.save_search(folder, "Tolva", "strike", "relevance", visited=EARLY)
        lost = reader.save_search(folder, "Ferries", "ferr*", "relevance", visited=EARLY)
        reader.mark_read(folder, [FERRIES, STRIKE], as_read=True)
        reader.backup(backup)
        reader.rename_search(saved.id, "Dockers")
        reader.delete_search(lost.id)
        reader.mark_read(folder, [FERRIES], as_read=False)
        reader.restore(backup)
        assert {search.name for search in reader.searches(folder)} == {"Dockers", "Ferries"}
        assert reader.read(folder) == {FERRIES, STRIKE}


def test_the_file_of_an_older_morgue_gets_their_tables(
    folder: Path, ferries: AnnotatedArticle, older: Callable[[int], AbstractContextManager[None]]
) -> None:
    with older(3), Bookmarks.open() as reader:
        reader.add(folder, ferries, 0, 9)
    with Bookmarks.open() as reader:
        reader.saw(folder, FERRIES)
        assert reader.read(folder) == {FERRIES}
        assert (len(reader.list()), len(reader.searches(folder))) == (1, 0)


def test_they_are_saved_from_a_damaged_file(folder: Path, ferries: AnnotatedArticle) -> None:
    with Bookmarks.open() as reader:
        for start in range(60):
            reader.add(folder, ferries, start, start + 40)
        reader.save_search(folder, "Tolva", "strike", "relevance", visited=EARLY)
        reader.mark_read(folder, [ArticleKey(f"{number}.txt") for number in range(50)], as_read=True)
    content = bytearray(reader_file().read_bytes())
    content[2 * 4096 : 2 * 4096 + 60] = b"\xff" * 60
    reader_file().write_bytes(content)
    with Bookmarks.open() as reader:
        assert reader.notice
        assert [search.name for search in reader.searches(folder)] == ["Tolva"]
        assert len(reader.read(folder)) == 50
