"""What each part of ranking a long question does, on articles in which nothing else tells them apart."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index import questions
from index.collection import Collection
from models.search import Answer, Grouping

QUESTION = "why did turbines, sluices, ledgers, invoices and auditors fail"
"""Six words that carry its subject."""

_FILLER = [f"Nobody in {town} had seen the heron before, and few believed it." for town in ("Ambel", "Orrin")]


def _article(*passages: str) -> str:
    return "\n\n".join(passages) + "\n"


@pytest.fixture
def library(indexed: Callable[[dict[str, str]], Path]) -> Callable[[dict[str, str]], Collection]:
    def make(files: dict[str, str]) -> Collection:
        others = {
            f"other{i}.txt": _article(*_FILLER, f"The {i}th regatta was called off.") for i in range(12)
        }
        return Collection.open(indexed({**others, **files}))

    return make


def order(answer: Answer) -> list[str]:
    return list(dict.fromkeys(hit.path for hit in answer.hits))


SPREAD = {
    # Two words in the one passage; all the others have none.
    "close.txt": _article(
        "The turbines stood beside the sluices all winter, and snow lay on both of them.",
        "The heron came back in March, when nobody was looking out for it any more.",
        "Nobody wrote its name down, since nobody knew what it was called in these parts.",
        "The table stood open to the wind, and snow came in by the window that was broken.",
        "The brook froze in the end, as was to be expected by anyone who lived in these parts.",
    ),
    # One word in each passage.
    "spread.txt": _article(
        "The turbines stood beside the road all winter, and snow lay on each one of them.",
        "The auditors came back in March, when nobody was looking out for them any more.",
        "Nobody wrote the invoices down, since nobody knew what they were called in these parts.",
        "The ledgers lay open on the table, and snow came in by the window that was broken.",
        "The sluices froze in the end, as was to be expected by anyone who lived in these parts.",
    ),
}


def test_an_article_is_found_by_words_spread_over_its_passages(
    library: Callable[[dict[str, str]], Collection], monkeypatch: pytest.MonkeyPatch
) -> None:
    collection = library(SPREAD)
    assert order(collection.search(QUESTION, group="article"))[0] == "spread.txt"
    monkeypatch.setattr(questions, "SHARE", {"article": 0.0, "passage": 0.0})
    assert order(collection.search(QUESTION, group="article"))[0] == "close.txt"


def test_among_passages_the_article_counts_less_than_the_passage(
    library: Callable[[dict[str, str]], Collection],
) -> None:
    collection = library(SPREAD)
    assert collection.search(QUESTION).hits[0].path == "close.txt"


def test_words_asked_for_again_and_again_count_by_the_root(
    library: Callable[[dict[str, str]], Collection], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(questions, "FEEDBACK", 0.0)
    collection = library(
        {
            "one.txt": _article("The turbines were old."),
            "two.txt": _article("The sluices and auditors were old."),
        }
    )
    thrice = "turbines, turbines, turbines: sluices, ledgers, invoices, auditors"
    ten_times = "turbines " * 10 + "sluices, ledgers, invoices, auditors"
    assert order(collection.search(thrice))[0] == "two.txt"
    assert order(collection.search(ten_times))[0] == "one.txt"


TOLD = {
    "a.txt": _article("The turbines and sluices failed when the penstock burst."),
    "b.txt": _article("Auditors put the ledgers and invoices down to the penstock too."),
    "plain.txt": _article("The sluices were painted green on a Tuesday in a dry year."),
    "told.txt": _article("The sluices were closed below the penstock in a dry year."),
}


def test_what_the_best_articles_speak_of_counts_too(
    library: Callable[[dict[str, str]], Collection], monkeypatch: pytest.MonkeyPatch
) -> None:
    collection = library(TOLD)
    found = order(collection.search(QUESTION, group="article"))
    assert set(found[:2]) == {"a.txt", "b.txt"}
    assert found.index("told.txt") < found.index("plain.txt")
    monkeypatch.setattr(questions, "FEEDBACK", 0.0)
    scores = {h.path: h.score for h in collection.search(QUESTION, group="article").hits}
    assert scores["told.txt"] == pytest.approx(scores["plain.txt"], rel=0.05)


def test_a_word_that_one_article_says_is_its_own(
    library: Callable[[dict[str, str]], Collection], monkeypatch: pytest.MonkeyPatch
) -> None:
    collection = library(TOLD)
    asked: list[set[str]] = []
    scores = type(collection.snapshot.wholes).scores

    def noted(self: object, weights: dict[str, float]) -> object:
        asked.append(set(weights))
        return scores(self, weights)  # type: ignore[arg-type]  # the class is not exported

    monkeypatch.setattr(type(collection.snapshot.wholes), "scores", noted)
    collection.search(QUESTION)
    _, told = asked
    assert "penstock" in told
    assert not told & {"burst", "paint", "tuesday"}


def test_what_has_no_word_of_the_question_is_no_answer(
    library: Callable[[dict[str, str]], Collection],
) -> None:
    collection = library({**TOLD, "strange.txt": _article("A penstock, a penstock, a penstock.")})
    assert "strange.txt" not in order(collection.search(QUESTION))


def test_passages_with_all_the_words_come_first_and_totals_are_exact(
    library: Callable[[dict[str, str]], Collection],
) -> None:
    everything = (
        "Turbines, sluices, ledgers, invoices, auditors: all fail. " + "It rained on the heron. " * 12
    )
    collection = library({**TOLD, "everything.txt": _article(everything)})
    for group in ("passage", "article"):
        answer = collection.search(QUESTION, group=group)
        assert answer.hits[0].path == "everything.txt"
        assert [hit.full for hit in answer.hits] == [True] + [False] * (len(answer.hits) - 1)
        assert (answer.total, answer.partial) == (1, 4)


@pytest.mark.parametrize("group", ["passage", "article"])
def test_few_of_very_many_passages_are_asked_twice_and_all_are_counted(
    library: Callable[[dict[str, str]], Collection], monkeypatch: pytest.MonkeyPatch, group: Grouping
) -> None:
    collection = library({**TOLD, **SPREAD})
    every = collection.search(QUESTION, group=group)
    monkeypatch.setattr(questions, "POOL", 6)
    pooled = collection.search(QUESTION, group=group)
    assert [hit.score for hit in pooled.hits[:2]] == [hit.score for hit in every.hits[:2]]
    assert pooled.hits[-1].score < every.hits[-1].score
    assert (pooled.partial, len(pooled.hits)) == (every.partial, len(every.hits))


def test_a_question_by_date_stands_by_date(library: Callable[[dict[str, str]], Collection]) -> None:
    dated = {
        f"{day}.md": f"---\ntitle: Notes\ndate: 2021-05-{day}\n---\n\n{text}\n"
        for day, text in (
            ("03", "Sluices."),
            ("01", "Turbines and sluices, ledgers and invoices."),
            ("02", "Auditors and ledgers."),
        )
    }
    collection = library(dated)
    assert order(collection.search(QUESTION, order="newest")) == ["03.md", "02.md", "01.md"]


def test_the_same_question_gets_the_same_answer(library: Callable[[dict[str, str]], Collection]) -> None:
    collection = library({**TOLD, **SPREAD})
    first = collection.search(QUESTION)
    again = collection.search(QUESTION)
    fresh = Collection.open(collection.folder).search(QUESTION)
    assert first == again == fresh


def test_a_question_that_nothing_answers_finds_nothing(
    library: Callable[[dict[str, str]], Collection],
) -> None:
    answer = library({}).search(QUESTION)
    assert (answer.hits, answer.total, answer.partial) == ((), 0, 0)
