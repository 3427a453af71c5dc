"""Bookmarks whose words are gone: what is said of them, and what is offered instead."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.bookmarks import Bookmarks
from index.bookmarks.orphans import orphans, sight
from index.collection import Collection
from models.bookmark import Bookmark, Orphan
from models.key import ArticleKey

Indexed = Callable[[dict[str, str]], Path]

BOARD = "The board of the harbour met on Monday and spoke of nothing but the price of coal."
SAID = (
    "“We have asked for rest since the winter, and they have offered us nothing but slogans,” said Ida Marsh."
)
STRIKE = f"Dockers walk out\n\n2 May 2031\n\n{BOARD}\n\n{SAID}\n"
SNOW = "Snow on the high road\n\n1 May 2031\n\nSnow fell on the high road, and the council of Brannock met.\n"


@pytest.fixture
def kept(indexed: Indexed) -> list[Bookmark]:
    """Three quotes of one article, in the order of the text."""
    folder = indexed({"strike.txt": STRIKE, "snow.txt": SNOW})
    collection = Collection.open(folder)
    article = collection.article(ArticleKey("strike.txt"))
    text = article.article.text
    spans = [(text.index(words), text.index(words) + len(words)) for words in (BOARD, SAID[:88], "Ida Marsh")]
    with Bookmarks.open() as bookmarks:
        found = [bookmarks.add(folder, article, *span) for span in spans]
    collection.close()
    return found


def missed(folder: Path, kept: list[Bookmark], left: dict[int, str] | None = None) -> list[Orphan]:
    collection = Collection.open(folder)
    try:
        return list(orphans(kept, collection, lambda key: collection.article(key).article, left or {}))
    finally:
        collection.close()


def test_words_that_stand_where_they_stood_or_elsewhere_are_no_orphans(
    indexed: Indexed, kept: list[Bookmark]
) -> None:
    assert missed(indexed({}), kept) == []
    assert missed(indexed({"strike.txt": STRIKE.replace(BOARD, f"Something new.\n\n{BOARD}")}), kept) == []


def test_changed_words_are_offered(indexed: Indexed, kept: list[Bookmark]) -> None:
    folder = indexed({"strike.txt": STRIKE.replace("since the winter", "since last spring")})
    (found,) = missed(folder, kept)
    assert (found.bookmark, found.why, found.left) == (kept[1].id, "changed", False)
    assert found.match is not None
    assert "since last spring" in found.match.text
    assert (found.match.path, found.match.passage) == ("strike.txt", 3)
    assert 0.8 < found.match.likeness < 1


def test_of_an_article_that_is_gone_the_words_are_looked_for_everywhere(
    indexed: Indexed, kept: list[Bookmark], tmp_path: Path
) -> None:
    (tmp_path / "clippings" / "strike.txt").unlink()
    folder = indexed({"wire/tolva.txt": f"Tolva at a standstill\n\n3 May 2031\n\n{SAID} She left.\n"})
    board, said, name = missed(folder, kept)
    assert {found.why for found in (board, said, name)} == {"gone"}
    assert board.match is None
    assert said.match is not None
    assert (said.match.path, said.match.likeness) == ("wire/tolva.txt", 1)
    assert name.bookmark == kept[2].id


def test_what_was_left_counts_as_left_until_it_looks_otherwise(
    indexed: Indexed, kept: list[Bookmark]
) -> None:
    folder = indexed({"strike.txt": STRIKE.replace("since the winter", "since last spring")})
    (found,) = missed(folder, kept)
    left = {found.bookmark: sight(found)}
    assert missed(folder, kept, left)[0].left
    folder = indexed({"strike.txt": STRIKE.replace("since the winter", "since early spring")})
    assert not missed(folder, kept, left)[0].left
