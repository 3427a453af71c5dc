from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from index.collection import Collection
from index.telling import keyness
from models.kind import Kind
from tests.clippings import clipping

FERRIES = {
    f"ferry{n}.md": clipping(
        f"Ferries late again, day {word}", "The Quay", f"2021-0{n}-1{n}",
        f"The harbour saw ferries come late on a {word} morning, and nobody said why they were.",
    )
    for n, word in enumerate(("grey", "windy", "bright", "misty", "cold", "mild"), 1)
}  # fmt: skip
STRIKE = {
    f"strike{n}.md": clipping(
        f"Strike at the harbour, {word} report", "The Ledger" if n % 2 else "The Quay", f"2021-04-2{n}",
        f"The harbour stood still, {word} to tell, and Ida Marsh spoke for the dockers of Tolva.",
    )
    for n, word in enumerate(("sad", "strange", "short", "long"), 1)
}  # fmt: skip
UNDATED = {"undated.md": clipping("Notes", "", "", "The harbour has two cranes.")}


@pytest.fixture
def collection(indexed: Callable[[dict[str, str]], Path]) -> Collection:
    return Collection.open(indexed({**FERRIES, **STRIKE, **UNDATED}))


def test_articles_stand_on_their_days_and_the_undated_nowhere(collection: Collection) -> None:
    found = collection.timeline("harbour")
    assert found.full
    assert found.days[0] == (date(2021, 1, 11).toordinal(), 1)
    assert len(found.days) == 10
    assert (found.dated, found.undated) == (10, 1)
    assert [day for day, _ in found.days] == sorted(day for day, _ in found.days)


def test_without_a_query_all_articles_are_counted(collection: Collection) -> None:
    assert collection.timeline("").dated == 10
    assert collection.timeline("zeppelin").days == ()


def test_where_nothing_has_all_the_words_what_has_some_is_counted(collection: Collection) -> None:
    found = collection.timeline("dockers zeppelin")
    assert not found.full
    assert found.dated == 4


def test_a_period_tells_what_its_articles_have_and_the_others_have_not(collection: Collection) -> None:
    period = collection.period("harbour", date(2021, 4, 20), date(2021, 4, 30))
    assert (period.articles, period.others) == (4, 7)
    assert {outlet.name: outlet.articles for outlet in period.outlets} == {"The Ledger": 2, "The Quay": 2}
    told = {one.text: (one.kind, one.articles, one.elsewhere) for one in period.telling}
    assert told["Ida Marsh"] == (Kind.PERSON, 4, 0)
    assert told["Strike"] == (None, 4, 0)
    # What was asked for tells nothing.
    assert "harbour" not in told


def test_nothing_is_told_where_nothing_differs(collection: Collection) -> None:
    assert collection.period("ferries", date(2021, 1, 1), date(2021, 12, 31)).telling == ()
    assert collection.period("strike", date(2021, 1, 1), date(2021, 1, 31)).articles == 0


def test_the_articles_of_a_period_come_in_order(collection: Collection) -> None:
    hits = collection.published("harbour", date(2021, 4, 21), date(2021, 4, 23))
    assert [hit.path for hit in hits] == ["strike1.md", "strike2.md", "strike3.md"]
    # A restriction that the query has already still holds.
    same = collection.published("date:2021-04 harbour", date(2021, 4, 1), date(2021, 4, 30))
    assert len(same) == 5
    assert [hit.path for hit in collection.published("", date(2021, 1, 11), date(2021, 1, 11))] == [
        "ferry1.md"
    ]


def test_keyness_is_dunnings_log_likelihood() -> None:
    # 2 · (10 ln(10 / 3) + 5 ln(5 / 12)): three and twelve were to be expected.
    assert keyness(10, 100, 5, 400) == pytest.approx(15.325, abs=0.001)
    # 2 · 4 ln(11 / 4)
    assert keyness(4, 4, 0, 7) == pytest.approx(8.093, abs=0.001)


def test_what_is_as_frequent_elsewhere_is_not_telling() -> None:
    assert keyness(5, 100, 5, 100) == 0
    assert keyness(1, 100, 5, 100) == 0
    assert keyness(3, 3, 0, 0) == 0
