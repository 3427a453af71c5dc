"""The ledger: what compares, how, and what must never be called a conflict."""

from pathlib import Path

import pytest

from index.annotating.counting.figures import find_figures
from index.figures import comparable
from index.figures.values import same_value
from models.annotation import Figure
from models.article import Article
from models.related import ComparableFigure
from tests.index.libraries import FILLER, MemoryLibrary, article

DAM = "After the dam above Orvane burst, the River Board moved {} out of the valley by bus."


def ledger(tmp_path: Path, first: Article, *others: Article, figure: str) -> dict[str, ComparableFigure]:
    library = MemoryLibrary(tmp_path, [first, *others, *FILLER])
    loaded = library.load(1)
    assert loaded is not None
    asked = next(f for f in loaded.annotations.figures if f.text == figure)
    return {row.figure: row for row in comparable(library, 1, asked)}


def test_same_other_units_and_conflict(tmp_path: Path) -> None:
    rows = ledger(
        tmp_path,
        article("a.txt", DAM.format("2,600 people")),
        article("b.txt", DAM.format("some 2,600 people"), published="2021-08-15"),
        article("c.txt", DAM.format("1,840 people"), published="2021-08-16"),
        figure="2,600",
    )
    assert rows["2,600"].figure_class == "same"
    assert rows["1,840"].figure_class == "differs"
    assert list(rows) == ["1,840", "2,600"]
    assert rows["1,840"].text == DAM.format("1,840 people")


def test_units_are_made_comparable(tmp_path: Path) -> None:
    rows = ledger(
        tmp_path,
        article(
            "a.txt", "The border along the Tessel is over 840 miles long: an 840-mile border with few guards."
        ),
        article("b.txt", "Nobody guards the 1,352-km border along the Tessel at night."),
        figure="840-mile",
    )
    assert rows["1,352-km"].figure_class == "same-units"


def test_another_year_is_another_occasion(tmp_path: Path) -> None:
    rows = ledger(
        tmp_path,
        article("a.txt", "The flood of 2021 killed 12 people in Orvane."),
        article("b.txt", "The flood of 1987 killed 40 people in Orvane."),
        figure="12",
    )
    assert rows["40"].figure_class == "other-occasion"


def test_articles_weeks_apart_tell_of_other_occasions(tmp_path: Path) -> None:
    rows = ledger(
        tmp_path,
        article("a.txt", DAM.format("2,600 people"), published="2021-08-15"),
        article("b.txt", DAM.format("1,840 people"), published="2021-11-02"),
        figure="2,600",
    )
    assert rows["1,840"].figure_class == "other-occasion"


def test_dead_and_injured_are_other_measures(tmp_path: Path) -> None:
    rows = ledger(
        tmp_path,
        article("a.txt", "The blast in Lakeport killed 12 people at the market."),
        article("b.txt", "The blast in Lakeport injured 31 people at the market."),
        figure="12",
    )
    assert rows["31"].figure_class == "other-measure"


def test_an_article_contradicts_itself_only_through_two_sources(tmp_path: Path) -> None:
    told = article(
        "a.txt",
        "Nora Vance said that over 3,200 soldiers had taken part in the drill on the Tessel.",
        "Tomas Brill said that at least 10,000 soldiers had taken part in the drill.",
    )
    assert ledger(tmp_path / "told", told, figure="3,200")["10,000"].figure_class == "differs"
    plain = article(
        "a.txt",
        "In all 3,200 soldiers took part in the drill.",
        "The army has 10,000 soldiers in the drill area.",
    )
    assert "differs" not in {
        r.figure_class for r in ledger(tmp_path / "plain", plain, figure="3,200").values()
    }


def test_who_took_part_are_those_named_before_and_who_was_killed_need_not_be(tmp_path: Path) -> None:
    told = "The drill on the Tessel in Orvane brought 9,000 soldiers together, Nora Vance said."
    rows = ledger(
        tmp_path / "drill",
        article("a.txt", told),
        article(
            "b.txt", "The soldiers came to the Tessel in Orvane by night. Nora Vance said 5,000 took part."
        ),
        figure="9,000",
    )
    assert rows["5,000"].figure_class == "differs"
    rows = ledger(
        tmp_path / "shots",
        article("a.txt", told),
        article("b.txt", "The soldiers came to the Tessel in Orvane by night. Nora Vance said 5,000 fled."),
        figure="9,000",
    )
    assert "differs" not in {row.figure_class for row in rows.values()}


def test_the_speaker_of_a_figure_is_named(tmp_path: Path) -> None:
    rows = ledger(
        tmp_path,
        article("a.txt", DAM.format("2,600 people")),
        article("b.txt", "Nora Vance said the River Board had moved 1,900 people out of the valley by bus."),
        figure="2,600",
    )
    assert rows["1,900"].speaker == "Nora Vance"


def test_different_things_are_not_listed(tmp_path: Path) -> None:
    rows = ledger(
        tmp_path,
        article("a.txt", "The River Board moved 2,600 people out of the valley of Orvane."),
        article("b.txt", "In the valley of Orvane 2,600 sheep were lost.", "The dam is 61 metres high."),
        figure="2,600",
    )
    assert "61 metres" not in rows
    assert all(row.parsed.of != "sheep" for row in rows.values())


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("85 miles", "135 km", True),
        ("2,000 feet", "600 metres", True),
        ("2,000 feet", "700 metres", False),
        ("60 centimetres", "two feet", True),
        ("90 days", "three months", True),
        ("10 km", "11 km", False),
        ("10 to 15 miles", "12 miles", True),
        ("10 litres", "30 litres", False),
        ("more than 3,000 sheep", "3,200 sheep", True),
        ("more than 3,000 sheep", "2,900 sheep", False),
        ("more than 3,000 sheep", "4,000 sheep", False),
        ("fewer than 3,000 sheep", "2,900 sheep", True),
        ("3,000 sheep", "3,200 sheep", False),
    ],
)
def test_values_within_rounding(a: str, b: str, same: bool) -> None:
    from index.annotating.counting.measures import common

    def read(text: str) -> Figure:
        [figure] = find_figures(text)
        return figure

    first, second = read(a), read(b)
    sizes = common(first.value, first.unit)[0], common(second.value, second.unit)[0]
    assert same_value(first, second, *sizes) is same


def test_a_figure_that_only_the_headline_gives_is_in_the_ledger(tmp_path: Path) -> None:
    rows = ledger(
        tmp_path,
        article("a.txt", DAM.format("2,600 people")),
        article("b.txt", "Buses ran all night.", title=DAM.format("1,840 people"), published="2021-08-16"),
        figure="2,600",
    )
    row = rows["1,840"]
    assert (row.figure_class, row.passage, row.text) == ("differs", 0, DAM.format("1,840 people"))
    assert row.text[row.parsed.start : row.parsed.end] == "1,840"


def test_a_headline_does_not_say_again_what_its_text_says(tmp_path: Path) -> None:
    both = [article(name, DAM.format("2,600 people"), title=DAM.format("2,600 people")) for name in "ab"]
    library = MemoryLibrary(tmp_path, [*both, *FILLER])
    asked, opened = library.load(1), library.load(2)
    assert asked is not None
    assert opened is not None
    [text] = asked.annotations.figures
    assert [(row.path, row.passage) for row in comparable(library, 1, text)] == [("b", 1)]
    [headline] = asked.annotations.title_figures
    assert {(row.path, row.passage) for row in comparable(library, 1, headline, 0)} == {("a", 1), ("b", 1)}
