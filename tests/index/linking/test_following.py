from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.bookmarks import Bookmarks
from index.collection import Collection
from index.linking import follow, link_to, parse
from models.errors import MorgueError
from models.key import ArticleKey
from models.link import Link

Indexed = Callable[[dict[str, str]], Path]

FIRST = "The board of the harbour met on Monday and spoke of nothing but the price of coal."
QUOTE = "“We have asked for rest since the winter, and they have offered us nothing but slogans,”"
PLACE = f"{QUOTE} said Ida Marsh, who speaks for the crane drivers of Tolva."
STRIKE = f"Dockers walk out\n\n2 May 2031\n\n{FIRST}\n\n{PLACE}\n"


def link_of(folder: Path) -> Link:
    collection = Collection.open(folder)
    article = collection.article(ArticleKey("strike.txt"))
    start = article.article.text.index(QUOTE)
    with Bookmarks.open() as bookmarks:
        kept = bookmarks.add(folder, article, start, start + len(QUOTE))
    collection.close()
    return parse(link_to(kept))


@pytest.fixture
def link(indexed: Indexed) -> Link:
    return link_of(indexed({"strike.txt": STRIKE}))


@pytest.fixture
def later(indexed: Indexed) -> Iterator[Callable[[dict[str, str]], Collection]]:
    opened: list[Collection] = []

    def make(files: dict[str, str]) -> Collection:
        opened.append(Collection.open(indexed(files)))
        return opened[-1]

    yield make
    for collection in opened:
        collection.close()


def words(collection: Collection, key: ArticleKey, span: tuple[int, int] | None) -> str:
    assert span is not None
    return collection.article(key).article.text[slice(*span)]


def test_a_link_leads_to_its_words(link: Link, later: Callable[[dict[str, str]], Collection]) -> None:
    collection = later({})
    found = follow(link, collection)
    assert found.key == ("strike.txt", 0)
    assert words(collection, found.key, found.span) == QUOTE
    assert (found.passage, found.notice) == (3, None)


def test_the_words_are_found_where_text_was_added(
    link: Link, later: Callable[[dict[str, str]], Collection]
) -> None:
    collection = later(
        {"strike.txt": STRIKE.replace(FIRST, f"{FIRST}\n\nNobody had asked the crews before.")}
    )
    found = follow(link, collection)
    assert words(collection, found.key, found.span) == QUOTE
    assert (found.passage, found.notice) == (4, None)


def test_changed_words_are_said_to_be_changed(
    link: Link, later: Callable[[dict[str, str]], Collection]
) -> None:
    collection = later({"strike.txt": STRIKE.replace("since the winter", "since last winter")})
    found = follow(link, collection)
    assert "since last winter" in words(collection, found.key, found.span)
    assert found.notice is not None


def test_the_words_are_found_in_another_file(
    link: Link, later: Callable[[dict[str, str]], Collection], tmp_path: Path
) -> None:
    (tmp_path / "clippings" / "strike.txt").unlink()
    collection = later(
        {"elsewhere/walkout.txt": f"A strike at Tolva\n\n3 May 2031\n\n{PLACE}\n\n{FIRST} Again.\n"}
    )
    found = follow(link, collection)
    assert found.key == ("elsewhere/walkout.txt", 0)
    assert words(collection, found.key, found.span) == QUOTE
    assert found.notice == "These words are now in elsewhere/walkout.txt"


def test_where_the_words_are_gone_the_article_opens_where_they_stood(
    link: Link, later: Callable[[dict[str, str]], Collection]
) -> None:
    collection = later(
        {"strike.txt": STRIKE.replace(PLACE, "The crane drivers said nothing at all on Tuesday.")}
    )
    found = follow(link, collection)
    assert (found.key, found.passage, found.span) == (("strike.txt", 0), 3, None)
    assert "no longer in the article" in (found.notice or "")


def test_where_all_is_gone_that_is_said(
    link: Link, later: Callable[[dict[str, str]], Collection], tmp_path: Path
) -> None:
    (tmp_path / "clippings" / "strike.txt").unlink()
    with pytest.raises(MorgueError, match=r"Neither strike\.txt nor the words"):
        follow(link, later({"snow.txt": "Snow\n\n1 May 2031\n\nSnow fell on the high road of Brannock.\n"}))
