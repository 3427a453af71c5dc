"""Contrasts told in one sentence, looks back, undated copies, and the reasons that rows give."""

from pathlib import Path

from index.figures.ledger import ledger as whole_ledger
from tests.index.figures.test_ledger import DAM, ledger
from tests.index.libraries import FILLER, MemoryLibrary, article

MILL = "The River Board bought the mill on the Tessel near Orvane for {}."
COUNTER = (
    "The River Board bought the mill on the Tessel near Orvane last year for $4.6 million, not $4.2 million."
)


def test_what_a_sentence_denies_differs_both_ways(tmp_path: Path) -> None:
    first = article("a.txt", MILL.format("$4.2 million"), published="2022-05-03")
    second = article("b.txt", COUNTER, published="2023-03-14")
    rows = ledger(tmp_path / "a", first, second, figure="$4.2 million")
    assert {n: r.figure_class for n, r in rows.items()} == {"$4.6 million": "differs", "$4.2 million": "same"}
    back = ledger(tmp_path / "b", second, first, figure="$4.6 million")
    assert back["$4.2 million"].figure_class == "differs"


def test_last_year_is_the_occasion_of_an_article_of_that_year(tmp_path: Path) -> None:
    rows = ledger(
        tmp_path,
        article("a.txt", DAM.format("2,600 people"), published="2022-08-15"),
        article("b.txt", DAM.format("1,840 people") + " That was said.", published="2023-03-02"),
        article("c.txt", "Last year, after the dam above Orvane burst, the River Board moved 1,900 people out of the "
                "valley by bus.", published="2023-03-02"),
        figure="2,600",
    )  # fmt: skip
    assert rows["1,900"].figure_class == "differs"
    assert rows["1,840"].figure_class == "other-occasion"
    assert rows["1,840"].reason == "199 days apart"


def test_an_undated_copy_has_the_day_of_its_dated_one(tmp_path: Path) -> None:
    text = [
        DAM.format("1,840 people"),
        "The buses went along the Tessel to the ice rink in Lakeport, where the cooks of the school had made soup.",
        "Nora Vance, who keeps the register, said nobody had been forgotten, not even the old miller and his dog.",
        "The water had risen since midnight, and by noon it stood as high as the clock above the door of the mill.",
    ]
    library = MemoryLibrary(tmp_path, [
        article("a.txt", DAM.format("2,600 people"), published="2021-08-15"),
        article("b.txt", *text, published="2021-11-02"), article("c.txt", *text), *FILLER,
    ])  # fmt: skip
    first = library.load(1)
    assert first is not None
    found = whole_ledger(library, 1, first.annotations.figures[0])
    assert found is not None
    assert [(r.path, r.figure_class, r.reason) for r in found.rows] == [
        ("b.txt", "other-occasion", "79 days apart"),
        ("c.txt", "other-occasion", "79 days apart"),
    ]
    assert not found.doubtful


def test_another_year_is_the_reason(tmp_path: Path) -> None:
    rows = ledger(
        tmp_path,
        article("a.txt", "The flood of 2021 killed 12 people in Orvane."),
        article("b.txt", "The flood of 1987 killed 40 people in Orvane."),
        figure="12",
    )
    assert rows["40"].reason == "1987"
