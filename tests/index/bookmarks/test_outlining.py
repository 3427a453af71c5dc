from collections.abc import Sequence
from pathlib import Path

import pytest

from index.bookmarks import Bookmarks
from models.annotation import AnnotatedArticle
from models.bookmark import Bookmark, Entry, Heading
from models.errors import MorgueError
from tests.index.bookmarks.conftest import article_of

WORDS = ("one", "two", "three", "four", "five")
COUNTED = article_of(" ".join(WORDS))


def keep(
    bookmarks: Bookmarks, folder: Path, *words: str, article: AnnotatedArticle = COUNTED
) -> list[Bookmark]:
    text = article.article.text
    return [bookmarks.add(folder, article, text.index(w), text.index(w) + len(w)) for w in words]


def told(entries: Sequence[Entry]) -> list[str]:
    return [f"# {e.text}" if isinstance(e, Heading) else e.anchor.exact for e in entries]


def test_what_was_never_put_anywhere_stands_as_in_its_article_the_latest_first(folder: Path) -> None:
    with Bookmarks.open() as bookmarks:
        keep(bookmarks, folder, "two", "one")
        keep(bookmarks, folder, "five", article=article_of("five of them", path="other.txt"))
        assert told(bookmarks.outline(folder)) == ["five", "one", "two"]


def test_an_order_stays_and_what_comes_later_waits_in_front(folder: Path) -> None:
    with Bookmarks.open() as bookmarks:
        one, two, three = keep(bookmarks, folder, "one", "two", "three")
        bookmarks.arrange([three, one, two])
        keep(bookmarks, folder, "four")
    with Bookmarks.open() as bookmarks:
        assert told(bookmarks.outline(folder)) == ["four", "three", "one", "two"]


def test_only_what_is_named_changes_places(folder: Path) -> None:
    with Bookmarks.open() as bookmarks:
        one, two, three, four = keep(bookmarks, folder, "one", "two", "three", "four")
        bookmarks.arrange([one, two, three, four])
        bookmarks.arrange([four, two])
        assert told(bookmarks.outline(folder)) == ["one", "four", "three", "two"]


def test_headings_stand_between_quotes(folder: Path) -> None:
    with Bookmarks.open() as bookmarks:
        one, two = keep(bookmarks, folder, "one", "two")
        heading = bookmarks.add_heading(folder, " The \n strike ", two)
        bookmarks.add_heading(folder, "The end")
        assert told(bookmarks.outline(folder)) == ["one", "# The strike", "two", "# The end"]
        bookmarks.arrange([heading, one])
        bookmarks.rename_heading(heading.id, "The walkout")
        assert told(bookmarks.outline(folder)) == ["# The walkout", "one", "two", "# The end"]
        bookmarks.delete_heading(heading.id)
        assert told(bookmarks.outline(folder)) == ["one", "two", "# The end"]
        with pytest.raises(MorgueError, match="no longer there"):
            bookmarks.rename_heading(heading.id, "x")
        with pytest.raises(MorgueError, match="needs words"):
            bookmarks.add_heading(folder, " \n")


def test_every_change_of_the_outline_is_undone_step_by_step(folder: Path) -> None:
    with Bookmarks.open() as bookmarks:
        one, two, _ = keep(bookmarks, folder, "one", "two", "three")
        states = [told(bookmarks.outline(folder))]

        def done() -> None:
            states.append(told(bookmarks.outline(folder)))

        bookmarks.arrange([two, one])
        done()
        heading = bookmarks.add_heading(folder, "Why", one)
        done()
        bookmarks.rename_heading(heading.id, "How")
        done()
        bookmarks.arrange([one, heading])
        done()
        bookmarks.delete_heading(heading.id)
        done()
        bookmarks.delete(one.id, two.id)
        assert told(bookmarks.outline(folder)) == ["three"]
        words = []
        for state in reversed(states):
            words.append(bookmarks.undo())
            assert told(bookmarks.outline(folder)) == state
        assert words == [
            "Put back 2 bookmarks",
            "Put back the heading “How”",
            "Put the order back",
            "Put back the heading “Why”",
            "Took the heading “Why” out again",
            "Put the order back",
        ]


def test_folders_keep_their_orders_apart_and_share_one(folder: Path, tmp_path: Path) -> None:
    with Bookmarks.open() as bookmarks:
        one, two = keep(bookmarks, folder, "one", "two")
        (elsewhere,) = keep(bookmarks, tmp_path, "three")
        bookmarks.add_heading(tmp_path, "Elsewhere")
        bookmarks.arrange([two, one])
        assert told(bookmarks.outline(folder)) == ["two", "one"]
        assert told(bookmarks.outline(tmp_path)) == ["three", "# Elsewhere"]
        bookmarks.arrange([two, elsewhere, one])
        assert [w for w in told(bookmarks.outline()) if w in WORDS] == ["two", "three", "one"]


def test_an_order_that_was_changed_elsewhere_is_left(folder: Path) -> None:
    with Bookmarks.open() as bookmarks, Bookmarks.open() as other:
        one, two, three = keep(bookmarks, folder, "one", "two", "three")
        bookmarks.arrange([two, one, three])
        other.arrange([three, two])
        assert "changed elsewhere" in (bookmarks.undo() or "")
        assert told(bookmarks.outline(folder)) == ["three", "one", "two"]


def test_an_outline_comes_back_from_a_backup(folder: Path, tmp_path: Path, own_home: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    with Bookmarks.open() as bookmarks:
        one, two = keep(bookmarks, folder, "one", "two")
        bookmarks.arrange([two, one])
        bookmarks.add_heading(folder, "Why", one)
        bookmarks.backup(copy)
    for file in own_home.glob("reader.sqlite*"):
        file.unlink()
    with Bookmarks.open() as bookmarks:
        (three,) = keep(bookmarks, folder, "three")
        bookmarks.arrange([three])
        bookmarks.restore(copy)
        assert told(bookmarks.outline(folder)) == ["three", "two", "# Why", "one"]
        bookmarks.restore(copy)
        assert told(bookmarks.outline(folder)) == ["three", "two", "# Why", "one"]


def test_an_outline_survives_a_damaged_file(folder: Path, own_home: Path) -> None:
    with Bookmarks.open() as bookmarks:
        one, two = keep(bookmarks, folder, "one", "two")
        bookmarks.arrange([two, one])
        bookmarks.add_heading(folder, "Why", one)
        bookmarks._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file = own_home / "reader.sqlite"
    content = file.read_bytes()
    # Its last page is lost.
    file.write_bytes(content[:-4096] + b"\xff" * 4096)
    with Bookmarks.open() as bookmarks:
        assert {"one", "two"} <= set(told(bookmarks.outline(folder)))
