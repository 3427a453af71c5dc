"""What is said of how a query was understood, of how much was found, and of how much of it is listed."""

import pytest

from models.search import Answer, Order
from tests.tui.text.found import answer_of
from tui.keys import shown
from tui.text.answers import counts, end_of_list, room_beside, understood_runs
from tui.text.results import by_article


@pytest.mark.parametrize(
    ("answer", "order", "said"),
    [
        (answer_of("dredging", 591, 245, 0, 20), "relevance", "The best 10 of 245 articles\n"),
        (answer_of("dredging", 591, 245, 0, 20), "oldest", "The oldest 10 of 245 articles\n"),
        (answer_of("", 2902, 2902, 0, 20), "newest", "The newest 10 of 2,902 articles\n"),
        (
            answer_of("dredging tolva", 12, 6, 40, 20),
            "relevance",
            "The best 10 articles; 32 more passages match in",
        ),
        (
            answer_of("dredging tolva", 0, 0, 21, 20),
            "relevance",
            "The best 10 articles; 1 more passage matches in",
        ),
        (answer_of("dredging", 24, 12, 0, 2), "relevance", "The best of 12 articles\n"),
        (answer_of("dredging tolva", 0, 0, 5, 2), "newest", "The newest article; 3 more passages match in"),
    ],
)
def test_a_list_that_is_cut_says_of_how_many_it_shows_the_first(
    answer: Answer, order: Order, said: str
) -> None:
    assert end_of_list(answer, len(by_article(answer.hits)), order).startswith(said)


@pytest.mark.parametrize(
    "answer",
    [
        answer_of("dredging", 20, 10, 0, 20),
        answer_of("dredging tolva", 12, 6, 8, 20),
        answer_of("dredging", 35, 10, 0, 20),
        answer_of("dredging", 0, 0, 0, 0),
    ],
)
def test_a_list_with_every_article_says_nothing_more(answer: Answer) -> None:
    assert end_of_list(answer, len(by_article(answer.hits)), "relevance") == ""


def test_while_texts_are_being_read_counts_are_so_far() -> None:
    answer = answer_of("dredging tolva", 12, 6, 40, 20)
    assert counts(answer) == "12 passages in 6 articles · 40 in part"
    assert counts(answer, so_far=True) == "12 passages in 6 articles so far · 40 in part"
    assert counts(answer, folded=True, room=50) == "12 passages in 6 articles · 40 in part"
    assert counts(answer, folded=True, room=30) == counts(answer, room=5) == "12 passages in 6 articles"
    assert counts(answer_of("after:2031", 6, 6, 0, 6), so_far=True) == "6 articles so far"
    assert counts(answer_of("", 6, 6, 0, 6), so_far=True) == ""


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"understood": "dredging"}, "  dredging"),
        (
            {"understood": "dredging", "suggestion": "dredger"},
            f"  did you mean dredger? {shown('query.suggestion')}   dredging",
        ),
        (
            {"query": " ", "understood": ""},
            "  words, “exact phrase”, -not, outlet:…, person:…, after:2021-07",
        ),
    ],
)
def test_a_suggestion_comes_before_what_was_understood(changes: dict[str, str], said: str) -> None:
    answer = answer_of("dredging", 2, 1, 0, 2).model_copy(update=changes)
    assert "".join(run.text for run in understood_runs(answer)) == said


LONG = "he asked me whether it had a lock and who among us kept the key to the lower gate"


def test_where_little_room_is_left_the_key_of_a_suggestion_stays_and_its_middle_goes() -> None:
    answer = answer_of("he askde me", 0, 0, 37, 2)
    answer = answer.model_copy(update={"suggestion": LONG, "understood": "any of he, askde"})
    told = "".join(run.text for run in understood_runs(answer, 60))
    key = shown("query.suggestion")
    assert len(told) <= 60
    assert told.startswith("  did you mean he asked me")
    assert told.endswith(f" the lower gate? {key}")


def test_what_was_understood_goes_where_next_to_nothing_of_it_would_show() -> None:
    answer = answer_of("askde", 0, 0, 7, 2)
    answer = answer.model_copy(update={"suggestion": "asked", "understood": "askde, spelled as it stands"})
    suggested = f"  did you mean asked? {shown('query.suggestion')}"
    assert "".join(run.text for run in understood_runs(answer, 40)) == suggested
    assert "".join(run.text for run in understood_runs(answer, 60)).startswith(f"{suggested}   askde, ")


def test_counts_have_what_a_suggestion_leaves_them() -> None:
    answer = answer_of("askde", 12, 6, 7, 2)
    assert room_beside(answer, 80) == 40
    assert room_beside(answer.model_copy(update={"suggestion": "asked"}), 80) == 40
    assert room_beside(answer.model_copy(update={"suggestion": LONG}), 80) < 0
