"""What `said:` finds and a card lists is told apart from what the same people deny."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.collection import Collection
from models.key import ArticleKey


@pytest.fixture
def collection(indexed: Callable[[dict[str, str]], Path]) -> Collection:
    folder = indexed(
        {
            "a.md": "---\ntitle: A crack\noutlet: The Courier\ndate: 2021-08-16\n---\n\n"
            "Davor Kern denied that the old tower by the river had ever been a danger to the roofs.\n\n"
            "Kern denied that the bells were sold. He said the tower would be painted in spring.\n\n"
            "“We rang every bell we had,” Kern said.\n\n"
            "Mara Vell did not say that the tower was about to fall on the baker.\n",
            "b.md": "---\ntitle: No crack\noutlet: Lower Town Herald\ndate: 2021-08-15\n---\n\n"
            "Davor Kern said that the old tower by the river had ever been a danger to the roofs.\n",
        }
    )
    return Collection.open(folder)


@pytest.mark.parametrize(
    ("query", "denials"),
    [
        ("said:kern roofs", {("a.md", 1): "denied", ("b.md", 1): ""}),
        ("said:kern bells", {("a.md", 2): "denied"}),
        ("said:kern painted", {("a.md", 2): ""}),
        # Words that stand in neither quotation decide for none.
        ("said:kern that", {("a.md", 1): "denied", ("a.md", 2): "also denied", ("b.md", 1): ""}),
        ("said:kern OR said:vell", {("a.md", 4): "did not say"}),
        ("kern roofs", {("a.md", 1): "", ("b.md", 1): ""}),
    ],
)
def test_hits_say_what_is_denied_by_those_who_are_asked_for(
    collection: Collection, query: str, denials: dict[tuple[str, int], str]
) -> None:
    found = {(hit.path, hit.passage): hit.denial for hit in collection.search(query).hits if hit.full}
    assert found | denials == found


def test_what_is_denied_is_another_saying_than_the_same_words_said(collection: Collection) -> None:
    kern = collection.article(ArticleKey("b.md")).annotations.quotations[0].entity
    assert kern is not None
    told = {(s.path, s.quotation.text[:15], s.denial) for s in collection.said(kern)}
    assert told == {
        ("a.md", "the old tower b", "denied"),
        ("b.md", "the old tower b", ""),
        ("a.md", "the bells were ", "denied"),
        ("a.md", "the tower would", ""),
        ("a.md", "“We rang every ", ""),
    }
