"""Speakers of kept quotes as the collection knows them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.attribution import attribution_kept
from index.bookmarks import Bookmarks
from index.bookmarks.speakers import full_name, known_speakers, with_known
from index.collection import Collection
from models.bookmark import Bookmark
from models.key import ArticleKey

Indexed = Callable[[dict[str, str]], Path]

FULL = "“We stay in harbour,” Rui Šolić said on Monday. “Nobody sails,” Šolić said later.\n"
SHORT = "“We count every boat,” Mr Solic said in Tolva on Tuesday. The boats of Tolva stayed in harbour.\n"
TWO = "Ida Marsh and Rui Marsh met on Monday in Tolva. They spoke of boats.\n"
ONE_OF_TWO = "“It will rain again,” Marsh said in Brannock on Friday.\n"


@pytest.fixture
def collection(indexed: Indexed) -> Iterator[Collection]:
    folder = indexed(
        {
            "full.txt": f"Boats stay\n\n1 May 2031\n\n{FULL}",
            "short.txt": f"Boats are counted\n\n2 May 2031\n\n{SHORT}",
            "two.txt": f"Boats are spoken of\n\n3 May 2031\n\n{TWO}",
            "one.txt": f"Rain in Brannock\n\n4 May 2031\n\n{ONE_OF_TWO}",
        }
    )
    opened = Collection.open(folder)
    yield opened
    opened.close()


def kept(collection: Collection, path: str) -> list[Bookmark]:
    """All quotations of an article, kept with the speaker that it gives."""
    article = collection.article(ArticleKey(path))
    with Bookmarks.open() as bookmarks:
        return [
            bookmarks.add(Path("clippings"), article, q.start, q.end, kind="direct", speaker=q.speaker)
            for q in article.annotations.quotations
            if q.kind == "direct"
        ]


def test_a_surname_is_kept_as_the_full_name_of_whoever_the_collection_knows(collection: Collection) -> None:
    article = collection.article(ArticleKey("short.txt"))
    (said,) = article.annotations.quotations
    assert said.speaker is not None
    assert full_name(said.speaker, article, collection) == "Rui Šolić"
    assert full_name("a spokesman", article, collection) == "a spokesman"


def test_one_of_several_is_left_as_written_and_marked(collection: Collection) -> None:
    article = collection.article(ArticleKey("one.txt"))
    assert full_name("Marsh", article, collection) == "Marsh"
    (quote,) = kept(collection, "one.txt")
    known = known_speakers([quote], collection.article, collection)
    assert known == {quote.id: ("Marsh", True)}
    assert known[quote.id].shown == "Marsh (one of several)"
    marked = with_known(quote, known)
    assert (marked.speaker, marked.one_of_several) == ("Marsh", True)
    assert attribution_kept(marked).told == "Marsh (one of several)"
    assert with_known(marked, {}) == quote
    assert with_known(quote, {}) is quote
    # Of words that are gone the collection still knows how many people they may be of.
    gone = quote.model_copy(update={"path": "gone.txt"})
    assert known_speakers([gone], collection.article, collection) == {quote.id: ("Marsh", True)}


def test_spellings_of_one_person_are_known_by_one_name(collection: Collection) -> None:
    quotes = [*kept(collection, "full.txt"), *kept(collection, "short.txt")]
    assert set(known_speakers(quotes, collection.article, collection).values()) == {("Rui Šolić", False)}
    gone = quotes[0].model_copy(update={"path": "gone.txt"})
    assert known_speakers([gone], collection.article, collection) == {}
