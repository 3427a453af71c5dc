"""Copies stay known while articles come, change and go."""

import threading
from collections.abc import Callable
from pathlib import Path

from index.collection import Collection
from index.refreshing import refresh
from models.key import ArticleKey

Indexed = Callable[[dict[str, str]], Path]

STORY = """\
The ferry to Lakeport ran aground on a sandbank early on Friday with forty passengers on board, and lay there until
the tide came back in the afternoon.

All were brought ashore in small boats, and the captain was the last to leave, a harbour official said. Two of them
were treated for cold in the hospital of the town.

The ferry had been repaired twice this year, and its papers were in order, according to the owners. It will sail
again next week, they said, whatever the weather.
"""


def saved(byline: str, published: str, story: str = STORY) -> str:
    return f"Ferry aground\n\n{byline}\n{published}\n\n{story}"


ARTICLES = {
    "echo.txt": saved("By Ida Rowe", "14 August 2021"),
    "post.txt": saved("By Rui Bell", "15 August 2021", STORY.replace("forty", "40")),
    "other.txt": "Gate three jams\n\nMara Vell\n2 May 2021\n\nThe third gate of the dam jammed at noon.\n",
}


def again(folder: Path) -> None:
    refresh(folder, lambda _: None, threading.Event())


def copies_of(folder: Path, path: str) -> list[str]:
    collection = Collection.open(folder)
    try:
        return [version.path for version in collection.versions(ArticleKey(path))]
    finally:
        collection.close()


def test_copies_are_known_earliest_first(indexed: Indexed) -> None:
    folder = indexed(ARTICLES)
    assert copies_of(folder, "post.txt") == ["echo.txt", "post.txt"]
    assert copies_of(folder, "other.txt") == ["other.txt"]


def test_a_copy_that_comes_joins(indexed: Indexed) -> None:
    folder = indexed(ARTICLES)
    (folder / "herald.txt").write_text(saved("By Mara Vell", "16 August 2021"), encoding="utf-8")
    again(folder)
    assert copies_of(folder, "echo.txt") == ["echo.txt", "post.txt", "herald.txt"]


def test_a_copy_that_goes_leaves_the_others(indexed: Indexed) -> None:
    folder = indexed(ARTICLES)
    (folder / "echo.txt").unlink()
    again(folder)
    assert copies_of(folder, "post.txt") == ["post.txt"]
    (folder / "echo.txt").write_text(ARTICLES["echo.txt"], encoding="utf-8")
    again(folder)
    assert copies_of(folder, "post.txt") == ["echo.txt", "post.txt"]


def test_a_copy_that_is_written_anew_is_none(indexed: Indexed) -> None:
    folder = indexed(ARTICLES)
    (folder / "post.txt").write_text(saved("By Rui Bell", "15 August 2021", STORY[::-1]), encoding="utf-8")
    again(folder)
    assert copies_of(folder, "echo.txt") == ["echo.txt"]
    assert copies_of(folder, "post.txt") == ["post.txt"]


def test_an_open_collection_hears_of_it(indexed: Indexed) -> None:
    folder = indexed(ARTICLES)
    collection = Collection.open(folder)
    try:
        assert len(collection.versions(ArticleKey("echo.txt"))) == 2
        (folder / "post.txt").unlink()
        again(folder)
        assert collection.reload()
        assert len(collection.versions(ArticleKey("echo.txt"))) == 1
    finally:
        collection.close()


def test_between_two_keys_the_copies_of_what_is_foremost_come_along(indexed: Indexed) -> None:
    """The row that stands for them must not be another one once the list is completed."""
    collection = Collection.open(indexed(ARTICLES))
    try:
        hits = collection.search("sandbank", foremost=1).hits
        assert {(hit.path, hit.version, hit.copies) for hit in hits} == {
            ("echo.txt", 0, 1),
            ("post.txt", 1, 1),
        }
        assert len({hit.group for hit in hits}) == 1
        assert hits[0].group
        [other] = collection.search("gate", limit=1).hits
        assert (other.group, other.version, other.copies) == (0, 0, 0)
    finally:
        collection.close()
