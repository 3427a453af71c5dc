"""Which articles are new since a moment, whatever becomes of files and index meanwhile."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from index.collection import Collection
from index.home import collection_home
from index.refreshing import refresh

Indexed = Callable[[dict[str, str]], Path]

GATE = "Gate three jams\n\n2 May 2031\n\nThe third gate of the dam jammed at noon, Davor Kern of the board said.\n"
FLOOD = (
    "Water in the lower town\n\n3 May 2031\n\nThe river rose two metres overnight and 640 people left home.\n"
)
SOUP = "Soup of nettles\n\n1 May 2031\n\nNettles at the gate, eggs and patience make a soup for evenings.\n"


@pytest.fixture
def folder(indexed: Indexed) -> Path:
    return indexed({"gate.txt": GATE, "flood.txt": FLOOD})


def look(folder: Path, *, rebuild: bool = False) -> None:
    refresh(folder, lambda _: None, threading.Event(), rebuild=rebuild)


def as_of(folder: Path) -> str:
    with closing(Collection.open(folder)) as collection:
        return collection.as_of


def new(folder: Path, since: str, query: str = "") -> set[str]:
    with closing(Collection.open(folder)) as collection:
        answer = collection.search(query, group="article", new_since=since)
        marked = {hit.path for hit in answer.hits if hit.new}
        assert answer.new == len(marked)
        return marked


def test_what_the_first_indexing_finds_was_always_there(folder: Path) -> None:
    assert new(folder, "") == set()


def test_what_comes_later_is_new_until_it_was_seen(folder: Path) -> None:
    visited = as_of(folder)
    (folder / "soup.txt").write_text(SOUP, encoding="utf-8")
    look(folder)
    assert new(folder, visited) == {"soup.txt"}
    assert new(folder, visited, "nettles") == {"soup.txt"}
    assert new(folder, visited, "river") == set()
    assert new(folder, as_of(folder)) == set()


def test_new_articles_come_first_each_part_in_order(folder: Path) -> None:
    visited = as_of(folder)
    (folder / "soup.txt").write_text(SOUP, encoding="utf-8")
    look(folder)
    with closing(Collection.open(folder)) as collection:
        for group in ("article", "passage"):
            told = collection.search("", group=group, new_since=visited).hits
            plain = collection.search("", group=group).hits
            assert [hit.path for hit in told if hit.new] == [h.path for h in plain if h.path == "soup.txt"]
            assert [hit.new for hit in told] == sorted((hit.new for hit in told), reverse=True)
            assert [h.path for h in told if not h.new] == [h.path for h in plain if h.path != "soup.txt"]
        partial = collection.search("gate jammed", new_since=visited)
        assert [hit.full for hit in partial.hits] == sorted((h.full for h in partial.hits), reverse=True)
        assert next(hit.path for hit in partial.hits if not hit.full) == "soup.txt"
        assert partial.new == 0
        assert len(collection.search("gate", limit=1, new_since=visited).hits) == 1


def test_an_unchanged_a_corrected_and_a_moved_file_are_not_new(folder: Path) -> None:
    visited = as_of(folder)
    (folder / "gate.txt").write_text(GATE.replace("noon", "dusk"), encoding="utf-8")
    (folder / "flood.txt").rename(folder / "river.txt")
    look(folder)
    assert new(folder, visited) == set()


def test_another_article_in_the_same_file_is_new(folder: Path) -> None:
    visited = as_of(folder)
    (folder / "gate.txt").write_text(SOUP, encoding="utf-8")
    look(folder)
    assert new(folder, visited) == {"gate.txt"}


def test_a_file_that_was_out_of_reach_is_not_new(folder: Path) -> None:
    visited = as_of(folder)
    (folder / "gate.txt").unlink()
    look(folder)
    (folder / "gate.txt").write_text(GATE, encoding="utf-8")
    look(folder)
    assert new(folder, visited) == set()


def test_a_second_copy_of_a_file_makes_its_article_not_new(folder: Path) -> None:
    visited = as_of(folder)
    (folder / "again.txt").write_text(GATE, encoding="utf-8")
    look(folder)
    (folder / "gate.txt").unlink()
    look(folder)
    assert new(folder, visited) == set()


def test_building_the_index_again_changes_nothing(folder: Path) -> None:
    visited = as_of(folder)
    (folder / "soup.txt").write_text(SOUP, encoding="utf-8")
    (folder / "flood.txt").rename(folder / "river.txt")
    look(folder)
    look(folder, rebuild=True)
    assert new(folder, visited) == {"soup.txt"}
    assert not list(collection_home(folder).glob("former*"))


def test_an_index_of_another_format_is_built_again_with_what_it_knew(folder: Path) -> None:
    visited = as_of(folder)
    (folder / "soup.txt").write_text(SOUP, encoding="utf-8")
    look(folder)
    with closing(sqlite3.connect(collection_home(folder) / "catalogue.sqlite")) as catalogue, catalogue:
        catalogue.execute("UPDATE about SET value = '0' WHERE key = 'format'")
    look(folder)
    assert new(folder, visited) == {"soup.txt"}


def test_after_a_damaged_catalogue_nothing_is_new(folder: Path) -> None:
    visited = as_of(folder)
    (folder / "soup.txt").write_text(SOUP, encoding="utf-8")
    (collection_home(folder) / "catalogue.sqlite").write_bytes(b"torn")
    for companion in ("-wal", "-shm"):
        (collection_home(folder) / f"catalogue.sqlite{companion}").unlink(missing_ok=True)
    look(folder)
    assert new(folder, visited) == set()
    (folder / "news.txt").write_text(SOUP.replace("nettles", "sorrel"), encoding="utf-8")
    look(folder)
    assert new(folder, visited) == {"news.txt"}


def test_a_catalogue_that_knows_no_arrivals_yet_takes_them_up(folder: Path) -> None:
    visited = as_of(folder)
    with closing(sqlite3.connect(collection_home(folder) / "catalogue.sqlite")) as catalogue, catalogue:
        catalogue.execute("DROP TABLE arrivals")
        catalogue.execute("DROP TABLE came")
    assert new(folder, visited) == set()
    (folder / "soup.txt").write_text(SOUP, encoding="utf-8")
    look(folder)
    assert new(folder, visited) == {"soup.txt"}
