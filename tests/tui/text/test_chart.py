import re
from datetime import date

import pytest

from index.periods import days_of, number_of
from models.timeline import Unit
from tui.text.chart import Chart, draw_chart, fits, framed, height_of
from tui.text.painting import cells


def chart(
    counts: dict[str, int], unit: Unit, cursor: str | None = None, labels: dict[str, str] | None = None
) -> Chart:
    def number(day: str) -> int:
        return number_of(date.fromisoformat(day).toordinal(), unit)

    numbered = {number(day): count for day, count in counts.items()}
    here = number(cursor) if cursor else next(iter(numbered))
    return Chart(unit, numbered, here, {number(day): text for day, text in (labels or {}).items()})


def drawn(one: Chart, width: int, height: int) -> list[str]:
    lines = draw_chart(one, framed(one, width), width, height)
    return ["".join(run.text for run in line).rstrip() for line in lines]


MONTHS = {"2021-05-02": 1, "2021-06-01": 4, "2021-08-01": 8, "2021-11-30": 2}


def test_columns_are_as_high_as_their_counts_and_empty_months_are_empty() -> None:
    assert drawn(chart(MONTHS, "month"), 20, 6) == [
        "",
        "8 │      ██",
        "  │  ▄▄  ██",
        "0 │▃▃██  ██    ▆▆",
        "  └▲▲────────────",
        "   May 2021  Oct",
    ]


def test_a_chart_of_few_articles_stays_low() -> None:
    lines = drawn(chart({"2021-05-02": 1, "2021-07-01": 2}, "month"), 20, 9)
    assert lines[-5:-2] == ["  │", "2 │          ████", "0 │████      ████"]


def test_a_chart_is_as_high_as_its_columns_and_names_need() -> None:
    two = chart({"2021-05-02": 1, "2021-07-01": 2}, "month", labels={"2021-07-01": "drills"})
    height = height_of(two, 20)
    assert height == 7
    assert drawn(two, 40, height)[1].endswith("▾ drills")
    assert height_of(chart(MONTHS, "month"), 20) == 12
    assert height_of(chart({"2021-05-02": 900}, "month"), 20) == 20


def test_one_article_shows_beside_thousands() -> None:
    lines = drawn(chart({"2021-05-02": 1, "2021-06-01": 9000}, "month"), 40, 8)
    assert "▁" in lines[-3]


@pytest.mark.parametrize("size", [(76, 7), (76, 9), (136, 18), (196, 20), (30, 7), (12, 4)])
@pytest.mark.parametrize("unit", ["day", "week", "month", "year"])
def test_it_has_the_size_that_it_is_given(unit: Unit, size: tuple[int, int]) -> None:
    width, height = size
    one = chart(MONTHS, unit, "2021-08-01", {"2021-08-01": "Mara Ilić, the harbour", "2021-06-01": "drills"})
    frame = framed(one, width)
    lines = draw_chart(one, frame, width, height)
    assert len(lines) == height
    assert all(cells(line) <= width for line in lines)
    assert frame.begin <= one.cursor < frame.begin + frame.periods


def test_the_cursor_is_marked_without_colour_where_there_is_no_column() -> None:
    lines = drawn(chart(MONTHS, "month", "2021-07-15"), 20, 6)
    assert lines[-2] == "  └────▲▲────────"


def test_peaks_are_named_at_their_columns() -> None:
    named = {"2021-08-01": "gate", "2021-06-01": "drills"}
    lines = drawn(chart(MONTHS, "month", labels=named), 60, 8)
    column = lines[-3].index("█", lines[-3].index("█") + 8)
    assert lines[1].index("▾ gate") == column


def test_a_name_at_the_right_edge_stands_left_of_its_column() -> None:
    lines = drawn(chart(MONTHS, "month", labels={"2021-11-30": "the inquiry"}), 40, 8)
    assert any(line.endswith("the inquiry ▾") for line in lines[:2])


def test_names_never_run_into_each_other() -> None:
    days = {f"2021-05-{day:02}": 5 for day in range(1, 31, 2)}
    lines = drawn(chart(days, "day", labels={day: f"Name of {day}" for day in days}), 60, 9)
    for line in lines[:2]:
        assert line.count("▾") == line.count("Name of") <= 3


def test_years_lead_the_dates_where_there_is_little_room() -> None:
    one = chart({"2019-11-05": 1, "2021-03-01": 2}, "month")
    dates = drawn(one, 22, 7)[-1]
    assert "Nov 2019" in dates
    assert "2021" in dates


def test_what_does_not_fit_moves_on_only_as_far_as_it_must() -> None:
    days = {"2021-01-01": 1, "2021-12-31": 1}
    first = framed(chart(days, "day", "2021-06-15"), 60)
    assert first.periods < 365
    beside = framed(chart(days, "day", "2021-06-16"), 60, first.begin)
    assert beside.begin == first.begin
    last = framed(chart(days, "day", "2021-12-31"), 60, first.begin)
    assert last.begin + last.periods - 1 == chart(days, "day").last
    assert not fits(0, 364, 1, 60)
    assert fits(0, 52, 1, 60)


def test_a_cell_leads_to_its_period() -> None:
    one = chart(MONTHS, "month")
    frame = framed(one, 60)
    assert frame.period_at(frame.cell(one.last)) == one.last
    assert frame.period_at(0) is None
    assert frame.period_at(59) is None


@pytest.mark.parametrize("width", range(60, 200, 7))
def test_a_day_on_the_axis_follows_the_name_of_its_own_month(width: int) -> None:
    one = chart({"2021-05-24": 1, "2021-11-03": 2}, "week")
    frame = framed(one, width)
    dates = drawn(one, width, 8)[-1]
    month = ""
    for found in re.finditer(r"([A-Z]\w+)(?: \d+)?|\d+", dates):
        if found[1]:
            month = found[1]
        else:
            number = frame.period_at(found.start())
            assert number is not None
            day, _ = days_of(number, "week")
            assert (f"{day:%b}", str(day.day)) == (month, found.group()), dates
            assert dates[: found.start()].endswith("  "), dates
