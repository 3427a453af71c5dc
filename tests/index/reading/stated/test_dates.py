import pytest

from index.reading.stated.dates import DateLine, date_line, find_date, iso_date, stated_order


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Wednesday 28 July 2021 11:57 BST", "2021-07-28T11:57+01:00"),
        ("25 April 2017", "2017-04-25"),
        ("Jul 28, 2021", "2021-07-28"),
        ("Nov. 19, 2019, 10:31 pm CST", "2019-11-19T22:31-06:00"),
        ("2021-07-28T10:00:05.123+0300", "2021-07-28T10:00+03:00"),
        ("2021-07-28T10:00:05Z", "2021-07-28T10:00+00:00"),
        ("28.07.2021", "2021-07-28"),
        ("28/7/2021", "2021-07-28"),
        ("7/28/2021", "2021-07-28"),
        ("Sept. 3, 2019, 6:00 a.m. ET", "2019-09-03T06:00-04:00"),
        ("3 January 2020 at 3 pm ET", "2020-01-03T15:00-05:00"),
        ("11:57 BST, 28 July 2021", "2021-07-28T11:57+01:00"),
        ("am 3. März 2020 um 14.30 Uhr", "2020-03-03T14:30"),
        ("28 июля 2021", "2021-07-28"),
        ("2021年7月28日", "2021-07-28"),
        ("12th of May, 2019", "2019-05-12"),
    ],
)
def test_formats(line: str, iso: str) -> None:
    found = find_date(line)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize(
    "line",
    ["May 2019", "31 February 2020", "1 January 2999", "call 555-12-34", "", "7/8/2021", "12 KASIM 2021"],
)
def test_what_is_no_certain_day_stays_unread(line: str) -> None:
    assert find_date(line) is None


def test_day_first_settles_the_ambiguous() -> None:
    assert iso_date("7/8/2021", day_first=True) == "2021-08-07"
    assert iso_date("7/8/2021", day_first=False) == "2021-07-08"


def test_published_and_updated_in_one_line() -> None:
    line = "November 19, 2019 | 4:20am | Updated November 20, 2019 | 9:32pm"
    assert date_line(line) == DateLine("2019-11-19T04:20", "2019-11-20T21:32", ())


def test_the_rest_of_a_date_line() -> None:
    stated = date_line("Thursday 12 March 1987 13:15  Wire Desk")
    assert stated == DateLine("1987-03-12T13:15", None, ("Wire Desk",))
    assert stated.rest == "Wire Desk"


def test_the_parts_of_a_date_line_beside_its_date() -> None:
    stated = date_line("The Sund Mail · Published 12 March 1987 · Wire Desk")
    assert stated == DateLine("1987-03-12", None, ("The Sund Mail", "Wire Desk"))


def test_span_covers_weekday_and_zone() -> None:
    line = "Posted Wed, 28 July 2021 11:57 BST by nobody"
    found = find_date(line)
    assert found is not None
    assert line[found.start : found.end] == "Wed, 28 July 2021 11:57 BST"


def test_compact_metadata() -> None:
    assert iso_date("20210728") == "2021-07-28"
    assert iso_date("soon") is None


def test_a_clock_of_24_hours_puts_the_day_first() -> None:
    found = find_date("11/06/2021 14:20")
    assert found is not None
    assert found.iso == "2021-06-11T14:20"
    assert find_date("11/06/2021 10:20") is None
    assert find_date("11/06/2021 2:20 pm") is None


def test_the_order_of_day_and_month_needs_one_clear_date() -> None:
    assert stated_order("7/8/2021 and 21/8/2021") is True
    assert stated_order("7/8/2021 and 8/21/2021") is False
    assert stated_order("7/8/2021") is None
    assert stated_order("21/8/2021, 8/21/2021") is None
