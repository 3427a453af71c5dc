from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.periods import UNITS, counted, days_of, number_of, peaks
from models.timeline import Unit


@given(st.dates(), st.sampled_from(UNITS))
def test_a_day_lies_in_its_period_and_periods_meet(day: date, unit: Unit) -> None:
    number = number_of(day.toordinal(), unit)
    first, last = days_of(number, unit)
    assert first <= day <= last
    if last < date.max:
        assert days_of(number + 1, unit)[0].toordinal() == last.toordinal() + 1


@pytest.mark.parametrize(
    ("unit", "first", "last"),
    [
        ("day", "2024-02-29", "2024-02-29"),
        ("week", "2024-02-26", "2024-03-03"),
        ("month", "2024-02-01", "2024-02-29"),
        ("year", "2024-01-01", "2024-12-31"),
    ],
)
def test_periods_are_those_of_the_calendar(unit: Unit, first: str, last: str) -> None:
    found = days_of(number_of(date(2024, 2, 29).toordinal(), unit), unit)
    assert tuple(map(date.isoformat, found)) == (first, last)


def test_the_last_period_of_the_calendar_ends_with_it() -> None:
    for unit in UNITS:
        assert days_of(number_of(date.max.toordinal(), unit), unit)[1] == date.max


def test_days_are_added_up() -> None:
    monday = date(2031, 3, 3).toordinal()
    days = [(monday - 1, 4), (monday, 1), (monday + 6, 2), (monday + 7, 8)]
    assert list(counted(days, "week").values()) == [4, 3, 8]
    assert list(counted(days, "year").values()) == [15]


def test_peaks_stand_out_from_their_neighbours_and_from_the_whole() -> None:
    counts = {1: 2, 2: 9, 3: 2, 5: 1, 9: 12, 10: 12, 11: 3, 20: 4}
    assert peaks(counts, 8) == [9, 2]
    assert peaks(counts, 1) == [9]


def test_few_articles_and_even_ones_make_no_peak() -> None:
    assert peaks({}, 8) == []
    assert peaks({1: 1, 5: 2}, 8) == []
    assert peaks(dict.fromkeys(range(10), 7), 8) == [0]
