"""Figures: what counts, how much in base units, and what only looks like a number."""

import pytest

from index.annotating.counting.figures import find_figures
from index.annotating.counting.measures import common


@pytest.mark.parametrize(
    ("text", "value", "unit", "of"),
    [
        ("Some 5,000 troops crossed the river.", 5000, None, "troops"),
        ("with over 700 armoured vehicles from the north", 700, None, "armoured vehicles"),
        ("about 800 pieces of military hardware", 800, None, "pieces of military hardware"),
        ("Two dozen tanks were lost.", 24, None, "tanks"),
        ("tens of thousands of people left", 10_000, None, "people"),
        ("half a million voters", 500_000, None, "voters"),
        ("one and a half million voters", 1_500_000, None, "voters"),
        ("twenty-six ships sank", 26, None, "ships"),
        ("a hundred and fifty men", 150, None, "men"),
        ("killing at least one person", 1, None, "person"),
        ("a death toll of 40", 40, None, "death toll"),
        ("bringing to 10 the number of miners", 10, None, "miners"),
        ("the number of border guards is now at 16,000.", 16_000, None, "border guards"),
        ("leaving 24 dead", 24, None, "dead"),
        ("a 6.1-magnitude quake", 6.1, None, "magnitude quake"),
        ("an earthquake of magnitude 6.1", 6.1, None, "magnitude"),
        ("it holds 90 per cent of the country’s borders", 90, "%", "of the country’s borders"),
        ("one-third of the harvest", 33.33333333, "%", "of the harvest"),
        ("half of the voters", 50, "%", "of the voters"),
        ("the 840-mile border", 1351.84896, "km", "border"),
        ("a six-day exercise", 6, "days", "exercise"),
        ("he fell 2,000ft", 609.6, "m", None),
        ("half a kilometre of road", 0.5, "km", "road"),
        ("two tonnes of medicine", 2000, "kg", "medicine"),
        ("10 hectares of forest", 10, "ha", "forest"),
        ("winds of 50 mph", 80.4672, "km/h", None),
        ("at 50 degrees Fahrenheit", 10, "°C", None),
        ("$5.4bn", 5.4e9, "USD", None),
        ("US$5.4-billion", 5.4e9, "USD", None),
        ("£35m in aid", 35e6, "GBP", None),
        ("5m euros", 5e6, "EUR", None),
        ("3 million pounds", 3e6, "GBP", None),
        ("worth 48 million crowns", 48e6, "crowns", None),
        ("a 12 million crown advance", 12e6, "crowns", "advance"),
        ("5m crowns", 5e6, "crowns", None),
        ("1,200 Swedish crowns", 1200, "SEK", None),
        ("three crowns", 3, None, "crowns"),
        ("weighs 3 pounds", 1.36077711, "kg", None),
        ("36-year-old farmer", 36, "years", "age"),
        ("Mara Ilić, 32, left.", 32, "years", "age"),
        ("more than 2,000 of its soldiers", 2000, None, "its soldiers"),
    ],
)
def test_value_unit_and_what_is_counted(text: str, value: float, unit: str | None, of: str | None) -> None:
    [figure] = find_figures(text)
    assert figure.value == pytest.approx(value)
    assert (figure.unit, figure.of) == (unit, of)
    assert text[figure.start : figure.end] == figure.text


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("10–15% of the land", 10, 15),
        ("between 3 and 4 million people", 3e6, 4e6),
        ("ten to 15 hours", 10, 15),
        ("$10-15 million", 10e6, 15e6),
        ("two or three men", 2, 3),
    ],
)
def test_ranges(text: str, low: float, high: float) -> None:
    [figure] = find_figures(text)
    assert (figure.low, figure.high, figure.value) == (low, high, (low + high) / 2)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("5,000 troops", "exactly"),
        ("about 5,000 troops", "about"),
        ("nearly 5,000 troops", "about"),
        ("over 5,000 troops", "over"),
        ("more than 5,000 troops", "over"),
        ("at least 5,000 troops", "at least"),
        ("up to 5,000 troops", "at most"),
        ("as many as 5,000 troops", "at most"),
        ("fewer than 5,000 troops", "under"),
        ("5,000+ troops", "at least"),
        ("thousands of troops", "at least"),
        ("the over 840-mile border", "over"),
    ],
)
def test_bounds(text: str, bound: str) -> None:
    [figure] = find_figures(text)
    assert figure.bound == bound


def test_numbers_share_what_they_count() -> None:
    first, second = find_figures("at least 10,000 troops from the coast and 400 from the hills")
    assert (first.of, second.of) == ("troops", "troops")
    assert [f.of for f in find_figures("7.6 and 7.5 magnitude quakes")] == ["magnitude quakes"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "in 2015", "On July 9 he left.", "9 July", "April 14, 2017", "the 201st base", "since 9/11", "at 3:37 a.m.",
        "at 3pm", "11:57 BST", "0737 GMT", "version 3.11.2", "+44 20 7946 0958", "2021-07-28", "1999–2000", "the 1990s",
        "base No.201", "a GBU-43 bomb", "Flight 370", "a 5-3 win", "24/7", "12 days ago", "the two leaders",
        "the third time",
        "until at least 2042", "the 2012 elections", "one of the best", "1. A first line",
    ],
)  # fmt: skip
def test_numbers_that_count_nothing(text: str) -> None:
    assert find_figures(text) == ()


@pytest.mark.parametrize(
    "text",
    ["", "0", "9" * 400, "½", "$", "% 5", "1,2,3,4", "five hundred thousand million", "\x00 7 \x1b[1m men"],
)
def test_anything_can_be_read(text: str) -> None:
    for figure in find_figures(text):
        assert text[figure.start : figure.end] == figure.text


def test_units_of_one_measure_compare() -> None:
    assert common(1.5, "km") == common(1500, "m")
    assert common(2, "days") == common(48, "h")
    assert common(1, "kg")[1] != common(1, "km")[1]
    assert common(3, None) == (3, "")
