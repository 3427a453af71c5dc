import pytest

from models.search import Counted
from tui.text.sparkline import bar, sparkline, sparkline_of_days


def months(**articles: int) -> list[Counted]:
    return [Counted(name=name[1:].replace("_", "-"), articles=n) for name, n in articles.items()]


def test_a_cell_a_month_where_there_is_room() -> None:
    assert sparkline(months(m2020_12=1, m2021_01=8, m2021_03=4), 20) == "▁█ ▄"
    assert sparkline(months(m2020_12=3), 20) == "█"
    assert sparkline([], 20) == ""
    assert sparkline(months(m2020_12=3), 0) == ""


def test_a_month_with_an_article_never_looks_like_one_without() -> None:
    assert sparkline(months(m2021_01=5000, m2021_02=1, m2021_04=1), 9) == "█▁ ▁"


def test_all_cells_stand_for_the_same_number_of_months() -> None:
    years = [Counted(name=f"{2000 + n // 12}-{n % 12 + 1:02}", articles=1) for n in range(25)]
    # Nine cells of three months each, the last of which only one month reaches.
    assert sparkline(years, 10) == "████████▃"
    assert sparkline(years, 1) == "█"
    assert len(sparkline(years, 25)) == 25


@pytest.mark.parametrize(("count", "cells"), [(0, 0), (1, 1), (40, 2), (41, 3), (80, 4)])
def test_bars(count: int, cells: int) -> None:
    assert bar(count, 80, 4) == "▄" * cells


def test_days_stand_alone_where_they_fit_and_else_in_weeks_or_months() -> None:
    monday = 741_637
    assert sparkline_of_days([(monday, 1), (monday + 2, 2)], 7) == "▄ █"
    assert sparkline_of_days([(monday, 1), (monday + 2, 1), (monday + 14, 1)], 7) == "█ ▄"
    assert sparkline_of_days([(monday, 1), (monday + 70, 2)], 7) == "▄ █"
    assert len(sparkline_of_days([(monday, 1), (monday + 20_000, 2)], 7)) <= 7
    assert sparkline_of_days([], 7) == ""
