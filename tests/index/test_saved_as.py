"""Searching by the kind of file that articles were saved as."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.collection import Collection
from index.reading.formats import FORMATS
from index.refreshing import refresh
from index.saved_as import kind_of
from models.search import CountedKind

STORY = (
    "Lock gates stuck\n\n2 May 2031\n\nThe lock at Varn stayed shut at noon, its keeper said to the crews.\n"
)
PAGE = (
    "<html><head><title>Barges wait</title></head><body><article><h1>Barges wait</h1>"
    "<p>Nine barges waited below the lock at Varn, and more were coming up the river all evening.</p>"
    "</article></body></html>"
)


@pytest.fixture
def collection(indexed: Callable[[dict[str, str]], Path]) -> Iterator[Collection]:
    opened = Collection.open(indexed({"gates.txt": STORY, "barges.HTML": PAGE}))
    yield opened
    opened.close()


def found(collection: Collection, query: str) -> set[str]:
    return {hit.path for hit in collection.search(query, group="article").hits}


def test_articles_are_found_by_the_kind_of_their_file(collection: Collection) -> None:
    assert found(collection, "kind:page") == {"barges.HTML"}
    assert found(collection, "lock kind:text") == {"gates.txt"}
    assert found(collection, "lock -kind:text") == {"barges.HTML"}
    assert found(collection, "kind:pdf") == set()
    assert found(collection, "kind:spoon") == set()


def test_the_kind_is_told_in_plain_words(collection: Collection) -> None:
    assert collection.search("lock kind:e-mail").understood == "lock · e-mails"
    assert collection.search("lock -kind:web").understood == "lock · without web pages"
    assert "“spoon” is no kind of file: page, text, pdf" in collection.search("kind:spoon").understood


def test_kinds_are_counted_among_the_results(collection: Collection) -> None:
    one_of_each = {CountedKind(name="page", articles=1), CountedKind(name="text", articles=1)}
    assert set(collection.facets("lock", names=True).kinds) == one_of_each
    assert collection.facets("lock").kinds == ()


def test_what_comes_in_later_is_found_by_its_kind(collection: Collection) -> None:
    assert found(collection, "kind:page") == {"barges.HTML"}
    (collection.folder / "more.htm").write_text(PAGE.replace("Nine", "Ten").replace("wait<", "still wait<"))
    refresh(collection.folder, lambda _: None, threading.Event())
    collection.reload()
    assert found(collection, "kind:page") == {"barges.HTML", "more.htm"}


def test_every_format_that_is_no_text_has_a_kind() -> None:
    for known in FORMATS:
        if known.name not in {"text", "markdown", "gzip"}:
            assert {kind_of(f"x.{suffix}") for suffix in known.suffixes} != {"text"}, known.name
    assert kind_of("a.b/crawl.warc.GZ") == "archive"
    assert kind_of("note") == kind_of("note.gz") == kind_of("gz") == kind_of(".gz") == "text"
