"""A few articles that tell one affair: its march counted by two sources, its contract, and what its card is about."""

from pathlib import Path

from index.figures.ledger import ledger as whole_ledger
from models.article import Article
from tests.index.figures.test_ledger import ledger
from tests.index.libraries import MemoryLibrary, article

MARCH = article(
    "march.txt",
    "On Saturday a march went through Orvane to ask for the ferry back.",
    "2,000 people marched, police said; the organisers spoke of 5,000.",
    published="2022-05-14",
)
BOATS = article(
    "boats.txt",
    "Some 6,000 people took part in the ferry march in Orvane on Saturday, the organisers said.",
    "Police counted 1,900. There were no arrests on the march.",
    published="2022-05-15",
)


def affair(*articles: Article) -> list[Article]:
    """With more articles in which the town stands, as it does everywhere in such a folder."""
    others = [
        article(f"more-{n}.txt", f"In Orvane the {word} waits for the ferry.")
        for n, word in enumerate("baker teacher joiner miller priest doctor".split())
    ]
    return [*articles, *others]


def test_two_sources_in_one_sentence_are_set_side_by_side(tmp_path: Path) -> None:
    for figure, other in (("2,000", "5,000"), ("5,000", "2,000")):
        row = ledger(tmp_path / figure, *affair(MARCH), figure=figure)[other]
        assert row.figure_class == "differs"
    assert row.speaker == "police"


def test_one_source_that_goes_on_counting_is_not(tmp_path: Path) -> None:
    told = article("a.txt", "Nora Vance said 2,000 people marched in Orvane and 5,000 people watched them.")
    assert ledger(tmp_path, *affair(told), figure="2,000") == {}


def test_a_bare_count_of_the_same_march_differs(tmp_path: Path) -> None:
    rows = ledger(tmp_path, *affair(MARCH, BOATS), figure="2,000")
    assert {n: r.figure_class for n, r in rows.items()} == dict.fromkeys(
        ("5,000", "6,000", "1,900"), "differs"
    )
    assert rows["1,900"].speaker == "police"


def test_a_sum_is_about_what_was_named_before_it(tmp_path: Path) -> None:
    told = article(
        "a.txt",
        "The three ferries are for the Tessel.",
        "The contract is worth 48 million crowns. The River Board will look at it.",
    )
    also = article(
        "b.txt",
        "On the Tessel the contract for three ferries is worth 48 million crowns, the River Board says.",
    )
    library = MemoryLibrary(tmp_path, affair(told, also))
    first = library.load(1)
    assert first is not None
    figure = next(f for f in first.annotations.figures if f.text == "48 million crowns")
    found = whole_ledger(library, 1, figure)
    assert found is not None
    assert (found.counted, found.occasion) == ("price", ("Tessel",))


def test_the_largest_since_a_year_is_not_of_that_year(tmp_path: Path) -> None:
    contract = "On the Tessel the River Board of Orvane has a contract with Nora Vance worth {} crowns"
    day = "2022-05-03"
    rows = ledger(
        tmp_path,
        article("a.txt", contract.format("48 million") + ".", published=day),
        article("b.txt", contract.format("52 million") + ", the largest since 2009.", published=day),
        article("c.txt", contract.format("31 million") + ", as had been signed in 2009.", published=day),
        figure="48 million crowns",
    )
    assert rows["52 million crowns"].figure_class == "differs"
    assert rows["31 million crowns"].reason == "2009"


def test_answers_to_a_question_are_of_what_it_asks(tmp_path: Path) -> None:
    asked = article(
        "a.txt",
        "What is the contract for the ferries worth? Nora Vance says 48 million crowns. The River Board says 52 "
        "million crowns.",
        published="2022-05-16",
    )
    told = article(
        "b.txt",
        "Nora Vance of the River Board said the contract for the ferries was worth 48 million crowns.",
        published="2022-05-03",
    )
    rows = ledger(tmp_path, *affair(told, asked), figure="48 million crowns")
    assert {n: (r.figure_class, r.speaker) for n, r in rows.items()} == {
        "48 million crowns": ("same", "Nora Vance"),
        "52 million crowns": ("differs", "River Board"),
    }
