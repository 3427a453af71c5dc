"""The searches of docs/demo.md find what the tour says, in the demo as Morgue reads and indexes it."""

from collections import Counter
from pathlib import Path

import pytest

from index.collection import Collection
from index.demo import demo_folder
from models.kind import Kind
from models.search import Answer

GUIDE = (Path(__file__).parents[2] / "docs" / "demo.md").read_text(encoding="utf-8")

WIRE = {"drills/ledger-wire.txt", "drills/evening-post-wire.html", "drills/selvany-wire.txt"}

TOUR: dict[str, set[str]] = {
    "brown water": {
        "inquiry/courier-mira-solic.txt",
        "inquiry/herald-wenk-findings.txt",
        "inquiry/plough-current-feature.txt",
    },
    "zerav dam": {"report/herald-wet-fields.txt", "report/ledger-no-such-report.txt"},
    "Zherav": {"report/kostrava-excellent-order.txt"},
    "Жерав": {"report/kostrava-excellent-order.txt", "drills/kostrava-general.html"},
    '"we will hold it"': {
        "drills/courier-we-will-hold-it.txt",
        "drills/herald-3200.txt",
        "drills/kostrava-general.html",
        "drills/general-copy-no-header.txt",
        *WIRE,
    },
    "5,000 troops": {"drills/courier-we-will-hold-it.txt", *WIRE},
    "person:khorunov": {"drills/courier-we-will-hold-it.txt", "drills/herald-3200.txt"},
    "kern": {"drills/courier-we-will-hold-it.txt", "report/herald-wet-fields.txt"},
    '"kern\'s office said"': {"drills/general-copy-no-header.txt"},
    "khorunov": {"drills/courier-we-will-hold-it.txt"},
    "brass band": WIRE,
    '"no such report"': {"report/ledger-no-such-report.txt", "inquiry/courier-tasler-march.html"},
    "exercise book": {"flood/herald-register.txt"},
    "said:šolić": {
        "inquiry/courier-mira-solic.txt",
        "inquiry/ledger-a-draft.txt",
        "inquiry/plough-current-feature.txt",
    },
}
"""A search of the tour, and files that must be among the passages with all its words."""


def found(answer: Answer) -> set[str]:
    return {path for hit in answer.hits if hit.full for path in hit.paths}


def test_every_file_is_an_article(demo: Collection) -> None:
    files = [path for path in demo_folder().rglob("*") if path.is_file()]
    assert demo.status().articles == len(files)
    assert demo.problems() == ()


@pytest.mark.parametrize("query", TOUR)
def test_a_search_of_the_tour(demo: Collection, query: str) -> None:
    assert f"`{query}`" in GUIDE
    assert TOUR[query] - found(demo.search(query, limit=60)) == set()


def test_the_dam_with_or_without_its_accent(demo: Collection) -> None:
    assert len(found(demo.search("zerav dam", limit=100))) == 19
    assert "nineteen articles" in GUIDE


def test_the_agency_story_is_one_group_of_copies(demo: Collection) -> None:
    assert [set(group.articles) for group in demo.copies()] == [WIRE]


def test_the_phrase_is_in_seven_articles_and_no_more(demo: Collection) -> None:
    query = '"we will hold it"'
    assert found(demo.search(query, limit=60)) == TOUR[query]


KERNS = {
    "PERSON:Jelena Kern": {
        "report/herald-wet-fields.txt": 3,
        "report/courier-leaked-report.html": 1,
        "drills/courier-we-will-hold-it.txt": 2,
        "drills/herald-3200.txt": 1,
        "flood/herald-register.txt": 2,
        "flood/evening-post-hectares.txt": 1,
        "flood/ledger-acres.html": 4,
        "inquiry/ledger-a-draft.txt": 1,
        "inquiry/evening-post-protest.html": 2,
        "inquiry/plough-current-feature.txt": 2,
    },
    "PERSON:Davor Kern": {
        "drills/courier-we-will-hold-it.txt": 3,
        "drills/evening-post-wire.html": 1,
        "drills/ledger-wire.txt": 1,
        "drills/selvany-wire.txt": 1,
        "drills/kostrava-general.html": 1,
        "drills/herald-3200.txt": 1,
        "flood/courier-selvany-emptied.html": 1,
        "flood/evening-post-hectares.txt": 1,
        "flood/ledger-acres.html": 1,
        "inquiry/courier-tasler-march.html": 3,
        "inquiry/evening-post-protest.html": 1,
        "inquiry/kiln-lane-column.txt": 1,
        "inquiry/ledger-a-draft.txt": 1,
    },
    "PERSON:Kern": {"drills/general-copy-no-header.txt": 1},
}
"""How often articles mention the farmer, the minister, and a Kern of whom they say no more."""


@pytest.mark.parametrize("name", KERNS)
def test_the_two_kerns_are_told_apart(demo: Collection, name: str) -> None:
    kern = demo.entity_named((name,))
    assert kern is not None
    assert Counter(place.path for place in demo.mentions(kern.id)) == KERNS[name]


def test_one_kern_is_suggested_to_be_the_minister(demo: Collection) -> None:
    kern = demo.entity_named(("PERSON:Kern",))
    assert kern is not None
    (suggestion,) = demo.suggestions(kern)
    assert (suggestion.name, suggestion.confidence) == ("Davor Kern", "guess")
    assert suggestion.reason == "could be the surname of Davor Kern, one of two who have it"
    assert (suggestion.moves, suggestion.moved, suggestion.moved_articles) == ("Kern", 1, 1)
    assert [place.path for place in suggestion.moved_in] == ["drills/general-copy-no-header.txt"]
    assert suggestion.against is None


def test_the_general_has_all_his_spellings(demo: Collection) -> None:
    general = demo.entity_named(("PERSON:Viktar Khorunov",))
    assert general is not None
    assert {"Viktor Horunov", "Victor Horunov", "V. Horunov"} < {alias.text for alias in general.aliases}


def test_outlets_are_one_with_what_articles_call_them(demo: Collection) -> None:
    names = {name.name: name for name in demo.facets("", names=True).names}
    assert {"Courier", "Velmar Courier", "The Herald", "Ledger", "Evening Post"}.isdisjoint(names)
    assert names["The Velmar Courier"].kind is Kind.ORG
    assert names["Selvany"].kind is Kind.PLACE
