"""Several bookmarks changed at once, and other words for one: each one thing that undo takes back."""

from pathlib import Path

import pytest

from index.bookmarks import Bookmarks
from models.annotation import AnnotatedArticle
from models.errors import MorgueError
from models.key import ArticleKey
from tests.index.bookmarks.conftest import PARAGRAPHS, article_of
from tests.index.bookmarks.test_store import keep


def test_several_are_tagged_and_deleted_at_once(folder: Path, ferries: AnnotatedArticle) -> None:
    with Bookmarks.open() as bookmarks:
        kept = [keep(bookmarks, folder, ferries, words) for words in ("boats", "harbour", "spring")]
        bookmarks.retag({kept[0].id: ["sea", "#Sea"], kept[1].id: ["ports", "sea"]})
        assert [b.tags for b in bookmarks.list()] == [("ports",), ("ports", "sea"), ("sea",)]
        bookmarks.delete(*(b.id for b in kept))
        assert bookmarks.undo() == "Put back 3 bookmarks"
        assert bookmarks.undo() == "Put back note and tags of 2 bookmarks"
        assert bookmarks.list() == kept[::-1]
        bookmarks.delete(kept[0].id)
        with pytest.raises(MorgueError, match="no longer there"):
            bookmarks.retag({kept[1].id: ["new"], kept[0].id: ["new"]})
        assert all("new" not in b.tags for b in bookmarks.list())


def test_what_another_session_changed_of_several_is_left(folder: Path, ferries: AnnotatedArticle) -> None:
    with Bookmarks.open() as bookmarks, Bookmarks.open() as other:
        kept = [keep(bookmarks, folder, ferries, words) for words in ("boats", "harbour", "spring")]
        bookmarks.retag({b.id: ["sea"] for b in kept})
        other.annotate(kept[0].id, note="mine")
        assert bookmarks.undo() == (
            "Put back note and tags of 2 bookmarks; 1 other changed elsewhere since, and left"
        )
        assert [b.tags for b in bookmarks.list()] == [("ports",), ("ports",), ("sea",)]


def test_other_words_are_kept_instead_and_the_old_come_back(folder: Path, ferries: AnnotatedArticle) -> None:
    changed = article_of(PARAGRAPHS[0].replace("40 of its 52", "41 of its 52"), *PARAGRAPHS[1:])
    elsewhere = article_of("It said that 40 boats stay.", path="wire.txt")
    with Bookmarks.open() as bookmarks:
        first = keep(bookmarks, folder, ferries, "40 of its 52 boats")
        start = changed.article.text.index("41 of its")
        now = bookmarks.reanchor(first.id, changed, start, start + 18)
        assert now.anchor.exact == "41 of its 52 boats"
        assert (now.id, now.tags, now.citation, now.path) == (
            first.id,
            first.tags,
            first.citation,
            "ferries.txt",
        )
        assert bookmarks.reanchor(first.id, elsewhere, 13, 21).path == "wire.txt"
        assert bookmarks.undo() == "Put back the words of “41 of its 52 boats” as they were kept"
        assert bookmarks.undo() == "Put back the words of “40 of its 52 boats” as they were kept"
        assert bookmarks.list() == [first]
        with pytest.raises(MorgueError, match="no words"):
            bookmarks.reanchor(first.id, changed, 9, 3)


def test_words_accepted_before_a_move_are_taken_back_after_it(
    folder: Path, ferries: AnnotatedArticle
) -> None:
    with Bookmarks.open() as bookmarks:
        first = keep(bookmarks, folder, ferries, "40 of its 52 boats")
        bookmarks.reanchor(first.id, ferries, 0, 9)
        bookmarks.move({first.id: ArticleKey("2022/ferries.txt")})
        bookmarks.undo()
        (now,) = bookmarks.list()
        assert (now.anchor, now.path) == (first.anchor, "2022/ferries.txt")


def test_bookmarks_from_elsewhere_are_added_once(folder: Path, ferries: AnnotatedArticle) -> None:
    with Bookmarks.open() as bookmarks:
        first = keep(bookmarks, folder, ferries, "boats")
        others = [
            first.model_copy(update={"path": path}) for path in ("ferries.txt", "a.txt", "b.txt", "b.txt")
        ]
        assert bookmarks.add_all(others) == 2
        assert bookmarks.add_all(others) == 0
        assert bookmarks.undo() == "Took 2 bookmarks out again"
        assert bookmarks.list() == [first]


def test_what_is_left_as_it_is_stays_so(folder: Path, ferries: AnnotatedArticle) -> None:
    with Bookmarks.open() as bookmarks:
        first = keep(bookmarks, folder, ferries, "boats")
        bookmarks.leave(first.id, "seen")
        bookmarks.leave(first.id, "seen otherwise")
        assert bookmarks.left() == {first.id: "seen otherwise"}
        assert bookmarks.undo() == "Its words are missed again"
        assert bookmarks.left() == {first.id: "seen"}
        bookmarks.undo()
        assert bookmarks.left() == {}
        bookmarks.leave(first.id + 1, "no such bookmark")
        assert bookmarks.left() == {}
