from collections.abc import Callable
from pathlib import Path

import pytest

from index.collection import Collection
from index.concordance import CONTEXT, Concordance, in_order, sorted_word
from models.concordance import Line
from models.key import ArticleKey
from tests.clippings import clipping


@pytest.fixture
def collection(indexed: Callable[[dict[str, str]], Path]) -> Collection:
    folder = indexed(
        {
            "a.md": clipping(
                "Cranes stand still", "The Quay", "2021-03-02",
                "The old crane at Tolva broke. Nobody will mend the crane before May.",
                "A rope was found, and Ida Marsh said that the rope was cut.",
            ),
            "b.md": clipping("On ropes", "The Ledger", "2021-03-05", "The new crane costs more than any rope."),
            "c.md": clipping("Undated notes", "", "", "One crane more, said Ida Marsh of Tolva."),
            "d.md": clipping("Harbour", "港口日报", "2021-01-01", "港口的起重机今天坏了。"),
        }
    )  # fmt: skip
    return Collection.open(folder)


def all_lines(concordance: Concordance) -> list[Line]:
    lines: list[Line] = []
    while not concordance.done:
        lines += concordance.more(1)
    return lines


def test_every_hit_has_a_line_the_newest_article_first_and_the_undated_last(collection: Collection) -> None:
    lines = all_lines(collection.concordance("crane"))
    assert [(line.key.path, line.passage, line.keyword) for line in lines] == [
        ("b.md", 1, "crane"),
        ("a.md", 0, "Cranes"),
        ("a.md", 1, "crane"),
        ("a.md", 1, "crane"),
        ("c.md", 1, "crane"),
    ]
    first = lines[0]
    assert (first.left, first.right) == ("The new ", " costs more than any rope.")
    assert (first.outlet, first.published) == ("The Ledger", "2021-03-05")
    oldest = all_lines(collection.concordance("crane", order="oldest"))
    assert [line.key.path for line in oldest] == ["a.md", "a.md", "a.md", "b.md", "c.md"]


def test_places_are_those_of_the_article(collection: Collection) -> None:
    for line in all_lines(collection.concordance("crane OR rope")):
        article = collection.article(line.key).article
        text = article.text if line.passage else article.title or ""
        assert text[line.start : line.end] == line.keyword


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('"rope was"', ["rope was", "rope was"]),
        ("cra*", ["crane", "Cranes", "crane", "crane", "crane"]),
        ("crnae~", ["crane", "crane", "crane", "crane"]),
        ("person:marsh", ["Ida Marsh", "Ida Marsh"]),
        ("起重机", ["起重机"]),
    ],
)
def test_words_phrases_beginnings_misspellings_and_names(
    collection: Collection, query: str, found: list[str]
) -> None:
    assert [line.keyword for line in all_lines(collection.concordance(query))] == found


def test_only_what_has_all_the_words_unless_nothing_has(collection: Collection) -> None:
    both = collection.concordance("crane rope")
    assert both.full
    assert {line.key.path for line in all_lines(both)} == {"b.md"}
    some = collection.concordance("rope may zeppelin")
    assert not some.full
    assert {line.keyword for line in all_lines(some)} == {"rope", "ropes", "May"}


def test_a_query_without_words_has_no_lines(collection: Collection) -> None:
    for query in ("", 'outlet:"the quay"', "date:2021 -by:nobody"):
        concordance = collection.concordance(query)
        assert not concordance.has_words
        assert concordance.done
        assert concordance.more(10) == []


def test_an_unfinished_word_is_one_only_while_it_is_typed(collection: Collection) -> None:
    assert all_lines(collection.concordance("cran", typing=True))
    assert not all_lines(collection.concordance("cran"))


def line(left: str, right: str) -> Line:
    return Line(ArticleKey("x.txt"), 1, 0, 1, left, "crane", right, None, None)


def test_lines_are_sorted_by_a_word_and_then_by_those_beyond_it() -> None:
    lines = [
        line("an old ", " fell down"),
        line("", ""),
        line("the ", " fell, alas"),
        line("THE ", " broke."),
    ]
    assert [one.right for one in in_order(lines, "1R")] == [" broke.", " fell, alas", " fell down", ""]
    assert [one.left for one in in_order(lines, "1L")] == ["an old ", "the ", "THE ", ""]
    assert [one.right for one in in_order(lines, "2R")][:2] == [" fell, alas", " fell down"]
    assert in_order(lines, "newest") == lines


def test_the_word_sorted_by_is_known_by_its_place() -> None:
    one = line("an old, rusty ", " Šolić’s crane")
    assert sorted_word(one, "1R") == (1, 6)
    assert sorted_word(one, "2L") == (3, 6)
    assert sorted_word(one, "newest") is None
    assert sorted_word(line("", " fell"), "2R") is None


def test_context_is_cut(indexed: Callable[[dict[str, str]], Path]) -> None:
    folder = indexed({"long.txt": "Notes\n\n" + "mud " * 100 + "crane " + "mud " * 100 + "\n"})
    (found,) = all_lines(Collection.open(folder).concordance("crane"))
    assert max(len(found.left), len(found.right)) <= CONTEXT
