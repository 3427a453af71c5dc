"""Few words that stand in different passages of one article."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.collection import Collection
from models.search import Answer

FILES = {
    # The best passage by itself: two of the words, close together.
    "two.txt": "The heron stood on the weir.\n\nNobody had seen it before, and few believed it.\n",
    "all.txt": (
        "The weir of Orrin was closed all winter, and everybody had to go round by the mill.\n\n"
        "A heron came back in March when nobody was looking out for it any more in these parts.\n\n"
        "The auditor wrote it down, since it is his to write down whatever comes to the river.\n"
    ),
}


def order(answer: Answer) -> list[str]:
    return list(dict.fromkeys(hit.path for hit in answer.hits))


@pytest.fixture
def collection(indexed: Callable[[dict[str, str]], Path]) -> Collection:
    return Collection.open(indexed(FILES))


@pytest.mark.parametrize("of_each", [None, 3])
def test_an_article_with_all_words_comes_before_one_that_lacks_one(
    collection: Collection, of_each: int | None
) -> None:
    answer = collection.search("heron weir auditor", of_each=of_each)
    assert order(answer) == ["all.txt", "two.txt"]
    # No passage has all of them, and none is said to.
    assert answer.total == 0
    assert not any(hit.full for hit in answer.hits)


def test_a_passage_with_all_words_comes_before_both(collection: Collection) -> None:
    assert order(collection.search("heron weir")) == ["two.txt", "all.txt"]


def test_without_an_article_that_has_all_words_the_best_passage_is_first(collection: Collection) -> None:
    assert order(collection.search("heron weir winter turbines"))[0] == "two.txt"
