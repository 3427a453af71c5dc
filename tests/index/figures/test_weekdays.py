"""The day told of by the name of a weekday."""

from datetime import date
from pathlib import Path

import pytest

from tests.index.figures.test_ledger import ledger
from tests.index.figures.test_telling_apart import context
from tests.index.libraries import article


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Some 2,000 people marched in Orvane on Saturday.", date(2022, 5, 14)),
        ("Some 2,000 people marched in Orvane on Monday.", date(2022, 5, 16)),
        ("On Saturday they marched. Police counted 2,000 people.", date(2022, 5, 14)),
        ("On Saturday they marched.\nIt rained.\nPolice counted 2,000 people.", date(2022, 5, 14)),
        ("Some 2,000 people marched on Saturday, police said on Sunday.", date(2022, 5, 14)),
        ("From Friday to Sunday some 2,000 people marched.", None),
        ("Some 2,000 people marched, police said on Sunday.", None),
        ("Some 2,000 people marched in Orvane.", None),
    ],
)
def test_the_last_such_day(text: str, day: date | None) -> None:
    assert context(text, "2,000", published="2022-05-16").told_day == day


def test_an_undated_article_tells_of_no_day() -> None:
    assert context("Some 2,000 people marched in Orvane on Saturday.", "2,000").told_day is None


def test_marches_a_week_apart_by_their_weekdays_are_two(tmp_path: Path) -> None:
    march = "{} people marched on {} from the mill in Orvane to the River Board, said Nora Vance of Lakeport."
    rows = ledger(
        tmp_path,
        article("a.txt", march.format("2,000", "Saturday"), published="2022-05-15"),
        article("b.txt", march.format("1,900", "Saturday"), published="2022-05-16"),
        article("c.txt", march.format("3,000", "Sunday"), published="2022-05-22"),
        figure="2,000",
    )
    assert rows["1,900"].figure_class == "differs"
    assert (rows["3,000"].figure_class, rows["3,000"].reason) == ("other-occasion", "8 days apart")
