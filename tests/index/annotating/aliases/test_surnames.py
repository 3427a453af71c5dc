"""Whose surname a surname alone is, over a collection."""

import pytest

from index.annotating.aliases.context import Context
from index.annotating.aliases.surnames import Bearing, bearing, contradiction
from index.annotating.entities.resolving import LocalName
from tests.index.annotating.aliases.collections import name, resolved


def beside(local: LocalName, *sides: tuple[str, str]) -> LocalName:
    """A name with what stands before and behind its mentions."""
    local.beside.extend(sides)
    return local


MINISTER = ("", ", the Defence Minister, said")
CHAIR = ("the union's chair, ", ", said")


def entities(*names: LocalName) -> dict[str, str]:
    """Local names to the names of their entities."""
    found = resolved(*names)
    shown = {entity.id: entity.name for entity in found.entities}
    return {key.partition(":")[2]: shown[entity] for key, entity in found.entity_of.items()}


def test_titles_tell_whose_a_surname_is() -> None:
    assert entities(
        name("PERSON:Davor Kern", 9), name("PERSON:Jelena Kern", 9),
        name("PERSON:Mr Kern", 2), name("PERSON:Ms Kern", 2), name("PERSON:Mrs Kern", 2), name("PERSON:Kern", 2),
    ) == {
        "Davor Kern": "Davor Kern", "Mr Kern": "Davor Kern",
        "Jelena Kern": "Jelena Kern", "Ms Kern": "Jelena Kern", "Mrs Kern": "Jelena Kern", "Kern": "Kern",
    }  # fmt: skip


def test_a_given_name_that_tells_nothing_is_told_by_what_articles_write() -> None:
    lou = beside(name("PERSON:Lou Kern", 9), ("said Ms ", " of the union"))
    found = entities(lou, name("PERSON:Ray Kern", 9), name("PERSON:Mrs Kern", 2))
    assert found["Mrs Kern"] == "Mrs Kern"
    ray = beside(name("PERSON:Ray Kern", 9), ("said Mr ", ""))
    assert entities(lou, ray, name("PERSON:Mrs Kern", 2))["Mrs Kern"] == "Lou Kern"


def test_an_office_tells_whose_a_surname_is() -> None:
    minister = beside(name("PERSON:Lou Kern", 9), MINISTER)
    chair = beside(name("PERSON:Ray Kern", 9), CHAIR)
    short = beside(name("PERSON:Minister Kern", 2), ("Defence Minister ", " left"))
    assert entities(minister, chair, short)["Minister Kern"] == "Lou Kern"
    other = beside(name("PERSON:Minister Kern", 2), ("Foreign Minister ", " left"))
    assert entities(minister, chair, other)["Minister Kern"] == "Minister Kern"


def test_the_only_bearer_is_not_somebody_of_the_other_sex() -> None:
    found = entities(name("PERSON:Jelena Kern", 9), name("PERSON:Mr Kern", 2), name("PERSON:Kern", 1))
    assert found == {"Jelena Kern": "Jelena Kern", "Mr Kern": "Mr Kern", "Kern": "Kern"}


def test_two_of_one_sex_leave_it_open() -> None:
    found = entities(name("PERSON:Davor Kern", 9), name("PERSON:Goran Kern", 9), name("PERSON:Mr Kern", 2))
    assert found["Mr Kern"] == "Mr Kern"


def test_titles_that_contradict_nothing_part_nobody() -> None:
    found = resolved(
        name("PERSON:Davor Kern", 9), name("PERSON:Mr Kern", 2), name("PERSON:Minister Kern", 2), name("PERSON:Kern", 2)
    )  # fmt: skip
    assert len(found.entities) == 1


def test_an_alias_with_a_title_is_told_from_the_same_words_of_an_article_with_the_full_name() -> None:
    davor, jelena = name("PERSON:Davor Kern", 9, Kern=4), name("PERSON:Jelena Kern", 9)
    mister = LocalName("PERSON:Mr Kern", davor.kind, {"Kern": 2}, 1)
    found = resolved(davor, jelena, mister)
    aliases = next(entity.aliases for entity in found.entities if entity.name == "Davor Kern")
    assert [(alias.shown, alias.text, alias.mentions) for alias in aliases] == [
        ("Davor Kern", "Davor Kern", 9),
        ("Kern", "Kern", 4),
        ("Mr Kern", "Kern", 2),
    ]
    assert aliases[2].reason == "surname of Davor Kern, the only man here who has it"
    assert aliases[2].confidence == "likely"


def test_a_surname_without_a_title_tells_nothing() -> None:
    bare = beside(name("PERSON:Kern"), MINISTER)
    assert bearing([bare], Context.of([bare])) == Bearing(None, frozenset())


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (Bearing("m", frozenset()), Bearing("f", frozenset()), "Mr"),
        (
            Bearing("m", frozenset({"minister"})),
            Bearing(None, frozenset({"chair"})),
            "minister, the other chair",
        ),
        (Bearing("m", frozenset({"minister"})), Bearing("m", frozenset({"defense minister"})), None),
        (Bearing("m", frozenset()), Bearing(None, frozenset({"chair"})), None),
    ],
)
def test_what_speaks_against_two_being_one(one: Bearing, other: Bearing, said: str | None) -> None:
    found = contradiction(one, other)
    assert (found is None) if said is None else (said in str(found))
