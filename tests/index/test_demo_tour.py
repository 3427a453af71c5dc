"""The searches of docs/demo.md find what the tour says, in the demo as Morgue reads and indexes it."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.collection import Collection
from index.demo import demo_folder
from index.refreshing import refresh
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
    '"union\'s chair, mrs kern"': {"flood/evening-post-hectares.txt"},
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


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("MORGUE_HOME", str(tmp_path_factory.mktemp("demo-home")))
        refresh(demo_folder(), lambda _: None, threading.Event())
        collection = Collection.open(demo_folder())
        yield collection
        collection.close()


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


def test_one_kern_is_suggested_to_be_another_and_the_general_has_six_spellings(demo: Collection) -> None:
    kern, general = demo.entity_named(("PERSON:Kern",)), demo.entity_named(("PERSON:Viktar Khorunov",))
    assert kern is not None
    assert general is not None
    card = demo.card(kern.id)
    assert card is not None
    assert "Jelena Kern" in {suggestion.name for suggestion in card.suggestions}
    assert {"Viktor Horunov", "Victor Horunov", "V. Horunov"} < {alias.text for alias in general.aliases}
