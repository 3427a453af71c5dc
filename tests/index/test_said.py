"""What somebody said over a collection."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index.collection import Collection
from models.key import ArticleKey


@pytest.fixture
def collection(indexed: Callable[[dict[str, str]], Path]) -> Collection:
    folder = indexed(
        {
            "a.md": "---\ntitle: Bells\noutlet: The Courier\ndate: 2021-08-16\n---\n\n"
            "“We rang every bell we had,” Davor Kern said. Kern said the tower would be painted in spring.\n",
            "b.md": "---\ntitle: More bells\noutlet: Lower Town Herald\ndate: 2021-08-15\n---\n\n"
            "“We rang every bell we had and then we knocked on every single door,” Davor Kern told the council.\n",
            "c.md": "---\ntitle: A tower\noutlet: The Courier\ndate: 2021-08-20\n---\n\n"
            "Davor Kern said that the old tower by the river was “a danger to every roof around it”.\n\n"
            "“Nobody asked me about the tower before today,” Mara Vell said.\n",
        }
    )
    return Collection.open(folder)


def kern(collection: Collection) -> str:
    entity = collection.article(ArticleKey("b.md")).annotations.quotations[0].entity
    assert entity is not None
    return entity


def test_the_same_words_are_one_saying_in_their_longest_wording(collection: Collection) -> None:
    found = collection.said(kern(collection))
    assert [(s.quotation.text, s.quotation.kind, s.articles, s.published) for s in found] == [
        ("the old tower by the river was “a danger to every roof around it”", "indirect", 1, "2021-08-20"),
        ("the tower would be painted in spring", "indirect", 1, "2021-08-16"),
        ("“We rang every bell we had and then we knocked on every single door,”", "direct", 2, "2021-08-15"),
    ]
    assert [s.path for s in found] == ["c.md", "a.md", "b.md"]
    article = collection.article(ArticleKey(found[-1].path)).article
    assert article.text[found[-1].quotation.start : found[-1].quotation.end] == found[-1].quotation.text


def test_the_longest_can_come_first_and_the_rest_be_left_out(collection: Collection) -> None:
    [longest] = collection.said(kern(collection), limit=1, order="longest")
    assert longest.quotation.text.startswith("“We rang every bell we had and then")


def test_nobody_has_said_nothing(collection: Collection) -> None:
    assert collection.said("PERSON:Nobody At All") == ()


def test_a_query_finds_what_somebody_said_directly_and_indirectly(collection: Collection) -> None:
    for query in ("said:kern", 'said:"Davor Kern"'):
        assert {hit.path for hit in collection.search(query).hits if hit.full} == {"a.md", "b.md", "c.md"}
    [hit] = (hit for hit in collection.search("said:vell").hits if hit.full)
    assert hit.text.startswith("“Nobody asked me")
