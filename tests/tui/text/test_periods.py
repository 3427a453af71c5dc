"""The periods of a timeline, and where its cursor may go among them."""

from datetime import date

import pytest

from index.periods import number_of
from models.timeline import Period, Telling, Unit
from tui.text.periods import Periods

DAYS = {"2030-04-12": 1, "2030-05-12": 2, "2031-03-01": 3, "2031-03-02": 1, "2031-03-09": 5}


def ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


@pytest.fixture
def periods() -> Periods:
    made = Periods()
    made.take([(ordinal(day), articles) for day, articles in DAYS.items()])
    return made


def look_at(periods: Periods, day: str) -> None:
    periods.look(number_of(ordinal(day), periods.unit))


@pytest.mark.parametrize(
    ("width", "unit", "first", "count"),
    [
        (400, "day", "2031-03-09", 5),
        (80, "week", "2031-03-03", 5),
        (20, "month", "2031-03-01", 9),
        (5, "year", "2031-01-01", 9),
    ],
)
def test_it_begins_with_the_highest_of_the_shortest_periods_that_fit(
    periods: Periods, width: int, unit: Unit, first: str, count: int
) -> None:
    periods.begin(width)
    assert (periods.unit, periods.days[0].isoformat(), periods.count) == (unit, first, count)


def test_the_cursor_stays_between_the_first_period_and_the_last(periods: Periods) -> None:
    look_at(periods, "1990-01-01")
    assert periods.days == (date(2030, 4, 1), date(2030, 4, 30))
    assert not periods.reaches(periods.number - 1)
    assert periods.reaches(periods.number + 1)
    look_at(periods, "2050-01-01")
    assert periods.count == 9
    assert not periods.reaches(periods.number + 1)


def test_the_peak_beside_is_the_nearest(periods: Periods) -> None:
    periods.measure("day")
    assert [date.fromordinal(day).isoformat() for day in periods.peaks] == ["2031-03-09", "2031-03-01"]
    look_at(periods, "2031-03-02")
    assert periods.peak_beside(1) == ordinal("2031-03-09")
    assert periods.peak_beside(-1) == ordinal("2031-03-01")
    look_at(periods, "2031-03-09")
    assert periods.peak_beside(1) is None


def test_periods_are_a_year_at_most_and_a_day_at_least(periods: Periods) -> None:
    assert (periods.unit_beside(1), periods.unit_beside(-1)) == ("week", "year")
    periods.measure("year")
    assert periods.unit_beside(-1) is None
    periods.measure("day")
    assert periods.unit_beside(1) is None


def test_of_some_days_it_is_the_highest_period_or_that_of_the_first_day(periods: Periods) -> None:
    periods.measure("week")
    march = (date(2031, 3, 1), date(2031, 3, 31))
    assert periods.highest_in(march) == number_of(ordinal("2031-03-09"), "week")
    empty = (date(2031, 1, 15), date(2031, 2, 1))
    assert periods.highest_in(empty) == number_of(ordinal("2031-01-15"), "week")


@pytest.mark.parametrize(
    ("typed", "unit", "articles"),
    [("2031-03-02", "day", 1), ("march", "month", 9), ("2030", "month", 3), ("may 2030", "month", 2)],
)
def test_typed_days_are_seen_by_periods_no_longer_than_they_are(
    periods: Periods, typed: str, unit: Unit, articles: int
) -> None:
    days = periods.days_meant(typed)
    assert days is not None
    assert (periods.unit_for(days), periods.articles_in(days)) == (unit, articles)


def test_a_week_of_days_is_seen_by_weeks(periods: Periods) -> None:
    assert periods.unit_for((date(2031, 3, 3), date(2031, 3, 9))) == "week"


def test_peaks_are_labelled_as_far_as_they_were_compared(periods: Periods) -> None:
    periods.measure("day")
    assert periods.labels == {}
    telling = (Telling("Ida Marsh", None, 3, 0),)
    found = Period(articles=3, others=8, outlets=(), unknown=0, telling=telling)
    periods.learn("day", ordinal("2031-03-01"), found)
    assert periods.labels == {ordinal("2031-03-01"): "Ida Marsh"}
    assert periods.compared(ordinal("2031-03-01")) is found
    periods.measure("month")
    assert periods.labels == {}
    periods.take([(ordinal("2031-03-01"), 3)])
    periods.measure("day")
    assert periods.compared(ordinal("2031-03-01")) is None


def test_without_articles_no_day_is_meant() -> None:
    assert Periods().days_meant("march") is None
