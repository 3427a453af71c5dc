"""What parts two figures: other persons, days, parts, districts; and what does not."""

from pathlib import Path

import pytest

from index.annotating.counting.figures import find_figures
from index.figures.context import Context, context_of
from index.figures.occasions import other_occasion
from index.figures.values import digits_told, is_crowd
from index.nearby.shelf import Opened
from models.related import ComparableFigure, FigureClass
from tests.index.figures.test_ledger import ledger
from tests.index.libraries import annotated, article


def context(text: str, number: str, published: str | None = None) -> Context:
    opened = Opened(hash(text), annotated(article("a.txt", text, published=published)))
    figure = next(f for f in opened.annotated.annotations.figures if f.text.startswith(number))
    return context_of(opened, figure)


def rows(folder: Path, first: str, second: str, figure: str) -> dict[str, ComparableFigure]:
    return ledger(folder, article("a.txt", first), article("b.txt", second), figure=figure)


@pytest.mark.parametrize(
    ("text", "number", "head", "aspect"),
    [
        ("The blast killed one person and injured dozens of others.", "one", "people", "killed"),
        ("Nine Orvanians, including three farmers hit by a tile, have been killed.", "Nine", "people", "killed"),
        ("Firemen struggled to evacuate 14 children still trapped under a roof.", "14", "people", "trapped"),
        ("Some 14,000 Orvanians displaced by the flood were in tents.", "14,000", "people", "displaced"),
        ("Each ferry is to carry 380 passengers.", "380", "passeng", "capacity"),
        ("The ferries have room for 420 passengers each.", "420", "passeng", "capacity"),
        ("At the yard the 640 workers go on.", "640", "people", "employed"),
        ("Police met 6,000 marchers in Orvane. They counted 1,900 sheep.", "1,900", "sheep", None),
        ("Some 6,000 people came.\nPolice counted 1,900.", "1,900", "people", None),
        ("The mill employs 80 people.", "80", "people", "employed"),
        ("The mill has 80 employees.", "80", "people", "employed"),
        ("Orvane has so far lost seven soldiers in the hills.", "seven", "troops", "killed"),
        ("The book has only those who slept away from home on the night of the flood, all in all: 1,640.",
         "1,640", "people", "displaced"),
        ("A ferry carrying 310 people sank off Orvane, killing 42 people.", "310", "people", "aboard"),
        ("A ferry carrying 310 people sank off Orvane, killing 42 people.", "42", "people", "killed"),
        ("The ferry had 342 people aboard when it sank.", "342", "people", "aboard"),
        ("Divers found 57 dead of the 310 people aboard.", "310", "people", "aboard"),
        ("Some 57 people aboard were killed.", "57", "people", "killed"),
        ("Of the dead 32 people more than allowed were crew.", "32", "people", None),
        ("The Mayor said 1,200, then 1,900, then 2,600 people.", "1,200", "people", None),
        ("The Mayor said 1,200, then 1,900, then 2,600 people.", "1,900", "people", None),
        ("Many residents had gone. The numbers changed often. Brill said 1,200, then 1,900.", "1,200", "people", None),
        ("The valley is home to 9,000 people.", "9,000", "people", "population"),
        ("The valley is home to 9,000 refugees.", "9,000", "people", "displaced"),
        ("A 5.4 temblor shook Orvane and killed four people.", "5.4", "magnitude", None),
        ("It was a 5.4-magnitude quake.", "5.4", "magnitude", None),
        ("He slipped and fell about 200 feet from a ridge.", "200", None, "fall"),
        ("The mill stands about 20 km east of the falls.", "20", None, "distance"),
        ("They were within 80 metres of the hut.", "80", "hut", "distance"),
        ("The jury sat for 30 hours of deliberations.", "30", "deliber", "deliberation"),
    ],
)  # fmt: skip
def test_what_is_counted_and_what_of_it(text: str, number: str, head: str | None, aspect: str | None) -> None:
    found = context(text, number)
    assert (found.head, found.aspect) == (head, aspect)


@pytest.mark.parametrize(
    ("text", "number", "limit"),
    [
        ("They found 700 sheep, 84 of them dead.", "84", "part"),
        ("It moved 900 people, including 120 children.", "120", "part"),
        ("It will send 1,000 of its soldiers.", "1,000", "part"),
        ("Another 20,000 soldiers came.", "20,000", "added"),
        ("It had 32 people more than its certificate allowed.", "32", "excess"),
        ("It cost $5 million more than the board had hoped.", "$5", "excess"),
        ("He got four life terms without parole.", "four", "without"),
        ("Combined, the mills have 900 workers.", "900", "combined"),
    ],
)
def test_limits(text: str, number: str, limit: str) -> None:
    assert getattr(context(text, number).limits, limit)
    assert not any(getattr(context("The army sent 500 soldiers.", "500").limits, name) for name in (limit,))


def test_more_than_adds_nothing() -> None:
    assert not context("After four days and more than 30 hours they gave up.", "four").limits.added


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("On the wall of the Tessel gorge Nora Vance fell 200 metres.",
         "On the wall of the Tessel gorge Tomas Brill fell 600 metres.", "other-occasion"),
        ("The gunmen fired 30 rockets into Orvane yesterday.",
         "The gunmen fired a total of 52 rockets into Orvane.", "other-occasion"),
        ("The wave drowned 17,000 people in the province of Orvane.",
         "The wave drowned 23,000 people in several countries round Orvane.", "other-measure"),
        ("In Upper Tessel district the flood killed 120 people, the River Board said.",
         "In Lower Orvane district the flood killed 100 people, the River Board said.", "other-measure"),
        ("The judge of Orvane gave Brill seven life sentences.",
         "The judge of Orvane gave Brill four life sentences without parole.", "other-measure"),
        ("The River Board bought the mill for $334 million in Orvane.",
         "The River Board bought the mill with $281 million in cash in Orvane.", "other-measure"),
        ("The mill stands 25 miles east of Orvane, the River Board said.",
         "The mill stands 25 miles north of Orvane, the River Board said.", "other-measure"),
        ("Nora Vance fell 200 metres from the ridge above Orvane.",
         "Vance died when she fell 150 metres from the ridge above Orvane.", "differs"),
    ],
)  # fmt: skip
def test_pairs(tmp_path: Path, first: str, second: str, expected: FigureClass) -> None:
    number = find_figures(first)[0].text
    found = ledger(tmp_path, article("a.txt", first), article("b.txt", second), figure=number)
    assert [row.figure_class for row in found.values()] == [expected]


def test_shares_of_different_things_are_not_set_side_by_side(tmp_path: Path) -> None:
    found = rows(
        tmp_path,
        "The River Board holds 90 per cent of the meadows along the Tessel near Orvane.",
        "Orvane supplies 90 per cent of the cheese sold along the Tessel.",
        "90 per cent",
    )
    assert "same" not in {row.figure_class for row in found.values()}


@pytest.mark.parametrize(
    ("published", "likeness", "overlap", "apart"),
    [
        (None, 0.2, 0.1, True),
        ("2021-09-04", 0.2, 0.1, False),
        (None, 0.2, 0.3, False),
        (None, 0.4, 0.1, False),
        ("2021-09-04", 0.1, 0.1, True),
    ],
)
def test_undated_articles_must_share_more_than_names(
    published: str | None, likeness: float, overlap: float, *, apart: bool
) -> None:
    place = "Near Orvane on the Tessel, on meadows of the River Board, stood {}."
    first, second = (
        context(place.format(count), count[:5], published) for count in ("5,000 troops", "3,200 personnel")
    )
    assert other_occasion(first, second, likeness, overlap, equal=False) is apart


def test_a_slip_inside_one_article_is_a_conflict(tmp_path: Path) -> None:
    told = article(
        "a.txt",
        "There were 1,840 people in the register when the Mayor of Orvane closed it on Saturday night.",
        "The Mayor's register has only those who left their homes on Saturday: 1,640 in all.",
    )
    assert ledger(tmp_path, told, figure="1,840")["1,640"].figure_class == "differs"


def test_crowds_and_telling_digits() -> None:
    [several], [plain] = find_figures("several hundred sheep"), find_figures("2,614 sheep")
    assert is_crowd(several)
    assert not is_crowd(plain)
    assert digits_told(plain) == 4
    assert digits_told(find_figures("5,000 sheep")[0]) == 1


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("The page of the Tessel club is kept by two people.", {}),
        ("Two people on the path above Orvane are missing.", {"Two": "same"}),
        ("Rescuers of the Tessel club brought two people to the hut.", {"two": "same"}),
    ],
)
def test_a_few_of_whom_nothing_else_is_shared_are_not_the_same(
    tmp_path: Path, second: str, expected: dict[str, FigureClass]
) -> None:
    asked = article("a.txt", "Two men went to the hut and are missing.", second)
    found = ledger(tmp_path, asked, figure="Two")
    assert {number: row.figure_class for number, row in found.items()} == expected
