"""Dates as people type them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from index.query.dates import may_become, span, span_among, spoken

LATEST = date(2021, 11, 5)


def _iso(days: tuple[date, date] | None) -> tuple[str, str] | None:
    return (days[0].isoformat(), days[1].isoformat()) if days else None


def _today() -> date:
    return datetime.now(tz=UTC).astimezone().date()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2021", "2021"),
        ("2021-07", "July 2021"),
        ("2021/7", "July 2021"),
        ("07/2021", "July 2021"),
        ("2021-", "2021"),
        ("2021-7-28", "28 July 2021"),
        ("july", "July 2021"),
        ("Mar", "March 2021"),
        ("december", "December 2020"),
        ("Sept 2019", "September 2019"),
        ("mar-2021", "March 2021"),
        ("2021 march", "March 2021"),
        ("28 jul", "28 July 2021"),
        ("jul 28", "28 July 2021"),
        ("mar 21", "21 March 2021"),
        ("6 nov", "6 November 2020"),
        ("mar '19", "March 2019"),
        ("mar ’98", "March 1998"),
        ("29 feb", "29 February 2020"),
        ("28jul2021", "28 July 2021"),
        ("July 28th, 2021", "28 July 2021"),
        ("the 28th of July 2021", "28 July 2021"),
        ("28-jul-2021", "28 July 2021"),
        ("28.7.2021", "28 July 2021"),
        ("7/28/2021", "28 July 2021"),
        ("4/4/2021", "4 April 2021"),
    ],
)
def test_what_is_typed_and_what_is_meant(typed: str, meant: str) -> None:
    days = span(typed, LATEST)
    assert days is not None
    assert spoken(days) == meant


@pytest.mark.parametrize(
    "typed",
    ["", " ", "soon", "ju", "2021-13", "2021-02-31", "31 feb", "32 march", "3/4/2021", "28 7", "21", "20211", "0000",
     "march march", "2021 2022", "2021-07..", "march 2021 or so", "²", "'", "28 july 21", "next week"],
)  # fmt: skip
def test_what_is_no_date_or_could_be_two(typed: str) -> None:
    assert span(typed, LATEST) is None


def test_a_month_is_the_latest_past_one_by_default() -> None:
    month = span("march")
    assert month is not None
    assert month[0] <= _today() < month[0] + timedelta(days=366)


def test_days_and_weeks_from_today() -> None:
    today = _today()
    assert span("today") == (today, today)
    assert span("Yesterday", LATEST) == (today - timedelta(days=1),) * 2
    this, last = span("this week"), span("last week")
    assert this is not None
    assert last is not None
    assert this[0] <= today <= this[1]
    assert last[0].weekday() == 0
    assert last[1] + timedelta(days=1) == this[0]
    assert span("last month") == span(f"{today.replace(day=1) - timedelta(days=1):%Y-%m}")
    assert span("last year") == span(f"{today.year - 1:04}")


def test_without_a_year_the_latest_that_has_articles_is_meant() -> None:
    days = [date(2019, 3, 2).toordinal(), date(2020, 5, 1).toordinal(), date(2021, 11, 5).toordinal()]
    assert _iso(span_among("march", days)) == ("2019-03-01", "2019-03-31")
    assert _iso(span_among("may", days)) == ("2020-05-01", "2020-05-31")
    assert _iso(span_among("2 mar", days)) == ("2019-03-02", "2019-03-02")
    # None has articles: the latest all the same, so that one comes near.
    assert _iso(span_among("june", days)) == ("2021-06-01", "2021-06-30")
    assert _iso(span_among("march 2021", days)) == ("2021-03-01", "2021-03-31")
    assert span_among("0001", [1]) is not None
    assert span_among("soon", days) is None


def test_days_that_are_no_period_are_said_from_one_to_the_other() -> None:
    assert spoken((date(2026, 11, 16), date(2026, 11, 22))) == "16 to 22 November 2026"
    assert spoken((date(2026, 11, 30), date(2026, 12, 6))) == "30 November 2026 to 6 December 2026"


@pytest.mark.parametrize(
    "typed", ["", "2", "202", "j", "28", "28 j", "28 jul 2", "july 28 20", "yest", "last", "last w", "the"]
)
def test_beginnings(typed: str) -> None:
    assert may_become(typed)


@pytest.mark.parametrize("typed", ["soon", "20211", "2021-02-31", "x 2", "last gate", "28 j x"])
def test_what_nothing_makes_a_date(typed: str) -> None:
    assert not may_become(typed)
