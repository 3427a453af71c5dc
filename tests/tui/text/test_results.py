"""What is said of how much was found, and of how much of it is listed."""

import pytest

from models.search import Answer, Hit, Order
from tui.text.results import Find, by_article, by_passage, counts, draw_find, draw_passage, end_of_list


def _answer(query: str, total: int, articles: int, partial: int, hits: int) -> Answer:
    """Two hits of each article."""
    return Answer(
        query=query, understood="", total=total, partial=partial, articles=articles,
        hits=tuple(
            Hit(
                rank=n + 1, score=1.0, path=f"{n // 2}.txt", paths=(f"{n // 2}.txt",), part=0, title="Dredging",
                outlet=None, published=None, passage=n % 2, start=None, end=None, text="Dredging", highlights=(),
                full=n < total, passages=2,
            )
            for n in range(hits)
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "order", "said"),
    [
        (_answer("dredging", 591, 245, 0, 20), "relevance", "The best 10 of 245 articles\n"),
        (_answer("dredging", 591, 245, 0, 20), "oldest", "The oldest 10 of 245 articles\n"),
        (_answer("", 2902, 2902, 0, 20), "newest", "The newest 10 of 2,902 articles\n"),
        (
            _answer("dredging tolva", 12, 6, 40, 20),
            "relevance",
            "The best 10 articles; 32 more passages match in",
        ),
        (
            _answer("dredging tolva", 0, 0, 21, 20),
            "relevance",
            "The best 10 articles; 1 more passage matches in",
        ),
        (_answer("dredging", 24, 12, 0, 2), "relevance", "The best of 12 articles\n"),
        (_answer("dredging tolva", 0, 0, 5, 2), "newest", "The newest article; 3 more passages match in"),
    ],
)
def test_a_list_that_is_cut_says_of_how_many_it_shows_the_first(
    answer: Answer, order: Order, said: str
) -> None:
    assert end_of_list(answer, len(by_article(answer.hits)), order).startswith(said)


@pytest.mark.parametrize(
    "answer",
    [
        _answer("dredging", 20, 10, 0, 20),
        _answer("dredging tolva", 12, 6, 8, 20),
        _answer("dredging", 35, 10, 0, 20),
        _answer("dredging", 0, 0, 0, 0),
    ],
)
def test_a_list_with_every_article_says_nothing_more(answer: Answer) -> None:
    assert end_of_list(answer, len(by_article(answer.hits)), "relevance") == ""


def test_while_texts_are_being_read_counts_are_so_far() -> None:
    answer = _answer("dredging tolva", 12, 6, 40, 20)
    assert counts(answer) == "12 passages in 6 articles · 40 in part"
    assert counts(answer, so_far=True) == "12 passages in 6 articles so far · 40 in part"
    assert counts(answer, folded=True, room=50) == "12 passages in 6 articles · 40 in part"
    assert counts(answer, folded=True, room=30) == counts(answer, room=5) == "12 passages in 6 articles"
    assert counts(_answer("after:2031", 6, 6, 0, 6), so_far=True) == "6 articles so far"
    assert counts(_answer("", 6, 6, 0, 6), so_far=True) == ""


def test_passages_without_a_row_are_counted_below_their_article() -> None:
    headline, below = (
        hit.model_copy(update={"passages": 14}) for hit in _answer("dredging", 14, 1, 0, 2).hits
    )
    rows = by_passage(Find((below, headline)))
    assert [row.more for row in rows] == [12]
    *_, more, _ = draw_passage(rows[0], 60)
    assert "".join(run.text for run in more) == "  12 more in this article"


def test_a_row_opens_where_its_text_is_from() -> None:
    headline, below = _answer("dredging", 2, 1, 0, 2).hits
    find = Find((headline, below))
    assert (find.shown, find.passage) == (below, 1)
    assert [row.passage for row in by_passage(find)] == [0, 1]


@pytest.mark.parametrize(("width", "marks"), [(60, " 2 hits · denied · new"), (24, "  denied · new")])
def test_a_row_says_that_its_words_are_denied_as_long_as_there_is_room(width: int, marks: str) -> None:
    headline, _ = _answer("said:kern", 2, 1, 0, 2).hits
    best = headline.model_copy(update={"passages": 2, "new": True})
    below = headline.model_copy(update={"passage": 1, "denial": "denied"})
    *_, source, _ = draw_find(Find((best, below)), width)
    assert "".join(run.text for run in source).endswith(marks)
    assert {run.text: run.inks for run in source}["denied"] == ("differs",)
