from datetime import date

from index.periods import number_of
from models.kind import Kind
from models.search import Counted, Hit
from models.timeline import Period, Telling, Timeline
from tui.text.chart import Chart
from tui.text.painting import Runs, cells
from tui.text.timeline import (
    draw_article,
    label,
    outlet_runs,
    period_words,
    telling_runs,
    told_chart,
    total_words,
)


def text(runs: Runs) -> str:
    return "".join(run.text for run in runs)


PERIOD = Period(
    articles=4,
    others=20,
    outlets=(Counted(name="The Quay", articles=2), Counted(name="Northern Ledger", articles=1)),
    unknown=1,
    telling=(Telling("Ida Marsh", Kind.PERSON, 4, 1), Telling("strike", None, 3, 0)),
)

HIT = Hit(
    rank=1, score=1, path="a/strike.txt", paths=(), part=0, title="Dockers \x1b[31mwalk out", outlet=None,
    published="2031-03-02", passage=1, start=0, end=1, text="x", highlights=(), full=True,
)  # fmt: skip


def test_periods_in_words() -> None:
    day = date(2021, 7, 28).toordinal()
    assert period_words(day, "day") == "Wed 28 Jul 2021"
    assert period_words(number_of(day, "week"), "week") == "26 Jul 2021 to 1 Aug 2021"
    assert period_words(number_of(day, "month"), "month") == "July 2021"
    assert period_words(2021, "year") == "2021"


def test_undated_articles_are_told_apart() -> None:
    assert total_words(Timeline("q", "q", True, ((1, 2), (5, 1)), 2)) == "3 articles · 2 undated"
    assert total_words(Timeline("q", "q", True, ((1, 1),), 0)) == "1 article"


def test_outlets_as_far_as_there_is_room() -> None:
    assert text(outlet_runs(PERIOD, 60)) == "The Quay 2 · Northern Ledger 1 · outlet unknown 1"
    assert text(outlet_runs(PERIOD, 25)) == "The Quay 2 · 2 more"
    assert outlet_runs(PERIOD, 5) == []
    assert outlet_runs(PERIOD._replace(articles=1), 60) == []


def test_what_tells_a_period_is_counted_on_both_sides() -> None:
    assert text(telling_runs(PERIOD, 100)) == (
        "Oftener here: Ida Marsh 4 of 4, elsewhere 1 of 20 · strike 3 of 4 (0)"
    )
    assert text(telling_runs(PERIOD, 55)) == "Oftener here: Ida Marsh 4 of 4, elsewhere 1 of 20"
    assert cells(telling_runs(PERIOD, 20)) <= 20
    assert label(PERIOD.telling) == "Ida Marsh, strike"


def test_where_nothing_tells_it_that_is_said() -> None:
    assert telling_runs(None, 60) == []
    assert text(telling_runs(PERIOD._replace(telling=()), 80)).startswith("No name or headline word")
    assert text(telling_runs(PERIOD._replace(telling=(), others=0), 80)) == "All articles found stand here."
    assert label(()) == ""


def test_an_article_takes_one_line() -> None:
    (line,) = draw_article(HIT, "week", 60)
    assert text(line).startswith("2 Mar 2031   outlet unkn")
    assert "\x1b" not in text(line)
    assert cells(line) <= 60
    (line,) = draw_article(HIT.model_copy(update={"title": None}), "day", 60)
    assert text(line).endswith("strike.txt")


def test_a_chart_in_words_names_its_peaks() -> None:
    day = date(2031, 3, 2).toordinal()
    chart = Chart("day", {day: 1, day + 3: 9, day + 6: 1}, day, {day + 3: "Ida Marsh, strike"})
    assert [text(line) for line in told_chart(chart, 90, 5)] == [
        "By day, 2 to 8 Mar 2031. Peaks, the highest first:",
        "Wed 5 Mar 2031, 9 articles: Ida Marsh, strike",
    ]
    assert text(told_chart(Chart("day", {day: 1}, day, {}), 90, 5)[0]).endswith("No peak stands out.")


def test_an_article_that_is_heard_has_all_of_its_outlet() -> None:
    hit = HIT.model_copy(update={"outlet": "The Courier of the Upper Valley"})
    assert text(draw_article(hit, "day", 78, spoken=True)[0]).startswith(
        "The Courier of the Upper Valley: Dockers"
    )


def test_outlets_take_what_the_longest_of_them_needs_and_there_is_room_for() -> None:
    hit = HIT.model_copy(update={"outlet": "Harbour Evening Post"})
    assert "Harbour Evening Post  " in text(draw_article(hit, "day", 78, longest=20)[0])
    assert "Harbour Evening Post" not in text(draw_article(hit, "day", 50, longest=20)[0])
    short = HIT.model_copy(update={"outlet": "Quay"})
    assert text(draw_article(short, "day", 78, longest=4)[0]).startswith("Quay  ")
