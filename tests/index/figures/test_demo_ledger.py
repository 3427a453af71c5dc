"""The ledger on the demo collection: the tables of docs/demo.md come out as they say."""

from itertools import combinations

import pytest

from index.collection import Collection
from models.annotation import Figure
from models.key import ArticleKey
from models.related import FigureClass
from tests.index.test_demo import section, stated

Place = tuple[str, str]
"""A figure as written, and its file."""


def places(table: str) -> list[tuple[str, list[Place]]]:
    return [(row[0], stated(row[1])) for row in section(table)]


def figures(demo: Collection, place: Place) -> list[Figure]:
    words, path = place
    return [
        f
        for f in demo.article(ArticleKey(path)).annotations.figures
        if f.text == words or (not words.split()[0].isalpha() and f.text.split()[0] == words.split()[0])
    ]


def classes(demo: Collection, asked: Place, other: Place) -> set[FigureClass]:
    """How the ledger of one figure classes another."""
    there = {(other[1], f.start) for f in figures(demo, other)}
    return {
        row.figure_class
        for figure in figures(demo, asked)
        for row in demo.comparable(ArticleKey(asked[1]), figure)
        if (row.path, row.parsed.start) in there
    }


CONFLICTS = [
    pair
    for what, listed in places("**Figures that conflict.**")
    for pair in combinations(listed, 2)
]  # fmt: skip


@pytest.mark.parametrize(("a", "b"), CONFLICTS)
def test_conflicts_are_found_from_both_sides(demo: Collection, a: Place, b: Place) -> None:
    assert "differs" in classes(demo, a, b)
    assert "differs" in classes(demo, b, a)


SEEMING = {
    "another year's exercise": ("5,000", "drills/courier-we-will-hold-it.txt"),
    "another flood": ("2,400 hectares", "flood/evening-post-hectares.txt"),
    "another march": ("30,000", "inquiry/evening-post-protest.html"),
}
"""What the figures of each row only seem to conflict with."""


@pytest.mark.parametrize(("what", "listed"), places("**Figures that only seem to.**"))
def test_what_only_seems_to_conflict_never_differs(demo: Collection, what: str, listed: list[Place]) -> None:
    for place in listed:
        assert figures(demo, place)
        assert "differs" not in classes(demo, SEEMING[what], place)
        assert "differs" not in classes(demo, place, SEEMING[what])


@pytest.mark.parametrize(("what", "listed"), places("**One quantity, two units.**"))
def test_one_quantity_in_two_units_is_the_same(demo: Collection, what: str, listed: list[Place]) -> None:
    first, second = listed
    assert "same-units" in classes(demo, first, second)
    assert "same-units" in classes(demo, second, first)


def test_the_inhabitants_of_a_village_are_not_its_evacuees(demo: Collection) -> None:
    asked = ("1,900", "flood/selvany-live.txt")
    [figure] = figures(demo, asked)
    assert "2,900" not in {row.figure for row in demo.comparable(ArticleKey(asked[1]), figure)}


def test_the_tour_shows_a_ledger(demo: Collection) -> None:
    [figure, *_] = figures(demo, ("1,840", "flood/herald-register.txt"))
    found = demo.ledger(ArticleKey("flood/herald-register.txt"), figure)
    assert found is not None
    assert (found.least, found.most, found.outlets) == ("1,200", "4,000", 4)
    assert found.rows[0].figure == "1,640"
    assert found.rows[0].figure_class == "differs"


def test_soldiers_who_took_part_are_those_of_other_outlets(demo: Collection) -> None:
    asked = ("5,000", "drills/kiln-lane-analysis.txt")
    assert classes(demo, asked, ("5,000", "drills/courier-we-will-hold-it.txt")) == {"same"}
    assert classes(demo, asked, ("3,200", "drills/herald-3200.txt")) == {"differs"}
    assert not classes(demo, asked, ("1,640", "inquiry/herald-wenk-findings.txt"))


def test_one_ledger_has_every_class(demo: Collection) -> None:
    place = ("four metres", "report/courier-leaked-report.html")
    shown = {
        (row.figure.lower(), row.figure_class)
        for figure in figures(demo, place)
        for row in demo.comparable(ArticleKey(place[1]), figure)
    }
    assert {
        ("two feet", "differs"),
        ("four meters", "same"),
        ("13 feet", "same-units"),
        ("2.5 metres", "other-occasion"),
        ("60 centimetres", "other-measure"),
    } <= shown


def test_two_who_are_missing_are_not_the_two_who_keep_the_page(demo: Collection) -> None:
    [missing] = figures(demo, ("Two", "flood/selvany-live.txt"))
    rows = demo.comparable(ArticleKey("flood/selvany-live.txt"), missing)
    same = {row.path for row in rows if row.figure_class == "same"}
    assert same == {"flood/ledger-thousands-flee.txt", "flood/courier-selvany-emptied.html"}
