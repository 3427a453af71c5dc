"""Words of one kind: the list itself, and that it tells one event of a story from another."""

from pathlib import Path

import pytest

from index.nearby.ranking import content
from index.nearby.shelf import taken_apart
from index.related import related_to_passage
from index.related.kinds import by_kinds, kinds, kinds_in, weights_of_kinds
from index.words import stem, terms
from tests.index.libraries import FILLER, MemoryLibrary, article

STORY = (
    article(
        "post/board.txt",
        "The River Board fired Tomas Brill on Monday.",
        "The River Board will rebuild the mill at Tessel with its own money.",
        title="A Monday in Lakeport",
        published="2021-08-15",
    ),
    article(
        "herald/board.txt",
        "The River Board thanked Tomas Brill.",
        "Tomas Brill was dismissed by the River Board after a long night.",
        "The River Board sent Tomas Brill to a fair.",
        title="Evenings in Lakeport",
        published="2021-08-16",
    ),
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> MemoryLibrary:
    return MemoryLibrary(tmp_path_factory.mktemp("kinds"), [*STORY, *FILLER])


def test_the_sentence_of_the_same_event_in_other_words_comes_first(library: MemoryLibrary) -> None:
    best = related_to_passage(library, 1, 1)[0]
    assert best.text == "Tomas Brill was dismissed by the River Board after a long night."


def test_only_sentences_of_the_questions_kinds_score(library: MemoryLibrary) -> None:
    told = ["The board sacked him.", "He met the board.", "A tremor was felt.", "Nothing at all."]
    excerpts = [excerpt for text in told for excerpt in taken_apart(1, 1, text, 0)]
    sacked, met, tremor, nothing = by_kinds(
        weights_of_kinds(library.snapshot, content("The board fired him after the earthquake")), excerpts
    ).tolist()
    assert sacked > 0
    assert tremor > 0
    assert met == nothing == 0


def test_a_question_without_kinds_scores_nothing(library: MemoryLibrary) -> None:
    excerpts = taken_apart(1, 1, "The board sacked him.", 0)
    assert by_kinds(weights_of_kinds(library.snapshot, content("Orvane")), excerpts).tolist() == [0]


def test_a_word_of_several_kinds_counts_for_each() -> None:
    assert kinds_in(content("fire")) == {
        number: 1 for number, stems in enumerate(kinds()) if stem("fire") in stems
    }
    assert len(kinds_in(content("fire"))) > 1


def test_each_kind_has_words_that_are_told_apart_and_none_that_are_left_out_of_questions() -> None:
    path = Path(__file__).parents[3] / "index" / "related" / "kinds.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        found = [term for word in line.split() for term in terms(word)]
        assert len(found) == len({stem(term) for term in found}) > 1, line
        assert found == line.split(), line
        assert len(content(line)) == len(found), line
