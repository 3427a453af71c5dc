"""What the reader did with articles, as queries ask for it."""

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.bookmarks import Bookmarks, reader_file
from index.collection import Collection
from index.refreshing import refresh
from models.errors import BookmarksUnavailable
from models.key import ArticleKey

Indexed = Callable[[dict[str, str]], Path]

ARTICLES = {
    "gate.txt": "Gate three jams\n\n2 May 2031\n\nThe third gate of the dam jammed at noon, the board said.\n",
    "flood.txt": "Water in the lower town\n\n3 May 2031\n\nThe river rose and the gate could not be opened.\n",
    "soup.txt": "Soup of nettles\n\n4 May 2031\n\nNettles, eggs and patience make a soup for spring evenings.\n",
}


@pytest.fixture
def folder(indexed: Indexed) -> Path:
    return indexed(ARTICLES)


@pytest.fixture
def collection(folder: Path) -> Iterator[Collection]:
    opened = Collection.open(folder)
    yield opened
    opened.close()


@pytest.fixture
def reader() -> Iterator[Bookmarks]:
    with Bookmarks.open() as opened:
        yield opened


def found(collection: Collection, query: str, *, typing: bool = False) -> set[str]:
    return {hit.path for hit in collection.search(query, group="article", typing=typing).hits}


def test_what_was_read_and_kept_is_found_at_once(collection: Collection, reader: Bookmarks) -> None:
    assert found(collection, "is:unread") == {"gate.txt", "flood.txt", "soup.txt"}
    reader.saw(collection.folder, ArticleKey("gate.txt"))
    reader.add(collection.folder, collection.article(ArticleKey("flood.txt")), 0, 9)
    assert found(collection, "is:read") == {"gate.txt"}
    assert found(collection, "is:unread") == {"flood.txt", "soup.txt"}
    assert found(collection, "is:bookmarked") == {"flood.txt"}
    assert found(collection, "gate is:unread") == {"flood.txt"}
    assert found(collection, "-is:unread gate") == {"gate.txt"}
    assert found(collection, "is:read OR is:bookmarked") == {"gate.txt", "flood.txt"}
    assert collection.facets("gate -is:bookmarked").articles == 1


def test_it_is_found_while_it_is_typed_and_said_in_words(collection: Collection, reader: Bookmarks) -> None:
    reader.saw(collection.folder, ArticleKey("gate.txt"))
    for typed in ("is:r", "is:re", "is:read", "IS:READ"):
        assert found(collection, typed, typing=True) == {"gate.txt"}
    assert len(found(collection, "is:", typing=True)) == 3
    assert collection.search("gate is:unread").understood == "gate · unread"
    assert collection.search("-is:bookmarked -is:read").understood == "not bookmarked · unread"
    nothing = collection.search("is:purple")
    assert (nothing.total, nothing.hits) == (0, ())
    assert nothing.understood.startswith("“purple” is nothing that an article can be")


def test_nothing_is_marked_where_there_is_no_file_and_asking_makes_none(collection: Collection) -> None:
    assert found(collection, "is:read") == set()
    assert found(collection, "is:bookmarked") == set()
    assert not reader_file().exists()


def test_a_file_that_cannot_be_read_is_told(collection: Collection) -> None:
    reader_file().write_bytes(b"nonsense" * 1000)
    with pytest.raises(BookmarksUnavailable):
        collection.search("is:read")
    assert found(collection, "gate") == {"gate.txt", "flood.txt"}


def test_another_file_in_its_place_is_seen(collection: Collection, reader: Bookmarks) -> None:
    reader.saw(collection.folder, ArticleKey("gate.txt"))
    backup = reader_file().with_name("backup.sqlite")
    reader.backup(backup)
    reader.saw(collection.folder, ArticleKey("soup.txt"))
    assert found(collection, "is:read") == {"gate.txt", "soup.txt"}
    reader.close()
    for companion in ("-wal", "-shm"):
        reader_file().with_name(f"reader.sqlite{companion}").unlink(missing_ok=True)
    shutil.move(backup, reader_file())
    assert found(collection, "is:read") == {"gate.txt"}


def test_marks_follow_articles_to_other_files(folder: Path, reader: Bookmarks) -> None:
    reader.saw(folder, ArticleKey("gate.txt"))
    reader.saw(folder, ArticleKey("flood.txt"))
    (folder / "2031").mkdir()
    (folder / "gate.txt").rename(folder / "aside.txt")
    (folder / "soup.txt").rename(folder / "gate.txt")
    (folder / "flood.txt").rename(folder / "2031" / "river.txt")
    refresh(folder, lambda _: None, threading.Event())
    assert reader.read(folder) == {ArticleKey("aside.txt"), ArticleKey("2031/river.txt")}
    collection = Collection.open(folder)
    assert found(collection, "is:unread") == {"gate.txt"}
    collection.close()


def test_an_article_stays_read_where_its_file_was_corrected(folder: Path, reader: Bookmarks) -> None:
    reader.saw(folder, ArticleKey("gate.txt"))
    (folder / "gate.txt").write_text(ARTICLES["gate.txt"].replace("noon", "dusk"), encoding="utf-8")
    refresh(folder, lambda _: None, threading.Event())
    collection = Collection.open(folder)
    assert found(collection, "dusk is:read") == {"gate.txt"}
    collection.close()
