"""The rows of the results."""

import pytest

from tests.tui.text.found import answer_of
from tui.text.results import Find, by_passage, draw_find, draw_passage


def test_passages_without_a_row_are_counted_below_their_article() -> None:
    headline, below = (
        hit.model_copy(update={"passages": 14}) for hit in answer_of("dredging", 14, 1, 0, 2).hits
    )
    rows = by_passage(Find((below, headline)))
    assert [row.more for row in rows] == [12]
    *_, more, _ = draw_passage(rows[0], 60)
    assert "".join(run.text for run in more) == "  12 more in this article"


def test_a_row_opens_where_its_text_is_from() -> None:
    headline, below = answer_of("dredging", 2, 1, 0, 2).hits
    find = Find((headline, below))
    assert (find.shown, find.passage) == (below, 1)
    assert [row.passage for row in by_passage(find)] == [0, 1]


@pytest.mark.parametrize(("width", "marks"), [(60, " 2 hits · denied · new"), (24, "  denied · new")])
def test_a_row_says_that_its_words_are_denied_as_long_as_there_is_room(width: int, marks: str) -> None:
    headline, _ = answer_of("said:kern", 2, 1, 0, 2).hits
    best = headline.model_copy(update={"passages": 2, "new": True})
    below = headline.model_copy(update={"passage": 1, "denial": "denied"})
    *_, source, _ = draw_find(Find((best, below)), width)
    assert "".join(run.text for run in source).endswith(marks)
    assert {run.text: run.inks for run in source}["denied"] == ("differs",)
