"""The collection's own outlets as articles name them."""

import pytest

from index.annotating.entities.resolving import LocalName, resolve
from models.kind import Kind
from tests.index.annotating.aliases.collections import name


def told(*names: LocalName, outlets: tuple[str, ...]) -> dict[str, tuple[str, Kind]]:
    """Local names to the name and kind of their entities."""
    found = resolve(names, (), outlets)
    shown = {entity.id: (entity.name, entity.kind) for entity in found.entities}
    return {key: shown[entity] for key, entity in found.entity_of.items()}


TARNBY = ("The Tarnby Courier", Kind.ORG)


@pytest.mark.parametrize(
    "short", ["ORG:Courier", "ORG:The Courier", "ORG:Tarnby Courier", "PLACE:Tarnby Courier"]
)
def test_an_outlet_goes_by_the_end_of_its_name(short: str) -> None:
    names = [name("ORG:The Tarnby Courier", 1)] if short.startswith("ORG") else []
    found = told(*names, name(short, 5), outlets=("The Tarnby Courier", "Vik Herald"))
    assert set(found.values()) == {TARNBY}


def test_the_end_of_two_outlets_names_is_neither() -> None:
    found = told(
        name("ORG:Courier"), name("ORG:Tarnby Courier"), outlets=("The Tarnby Courier", "Vik Courier")
    )
    assert found == {"ORG:Courier": ("Courier", Kind.ORG), "ORG:Tarnby Courier": TARNBY}


def test_a_whole_name_goes_before_the_end_of_another() -> None:
    found = told(name("ORG:Herald"), outlets=("The Herald", "Vik Herald"))
    assert found == {"ORG:Herald": ("The Herald", Kind.ORG)}


def test_what_is_a_place_as_well_is_no_outlet() -> None:
    found = told(
        name("ORG:Tarnby", 9), name("PLACE:Tarnby", 2), name("ORG:Radio Tarnby"), outlets=("Radio Tarnby",)
    )
    assert found["ORG:Tarnby"] == found["PLACE:Tarnby"] != found["ORG:Radio Tarnby"]


def test_the_reason_names_the_outlet() -> None:
    (entity,) = resolve(
        [name("ORG:Tarnby Courier", 1), name("ORG:Courier", 5)], (), ["The Tarnby Courier"]
    ).entities
    assert [(alias.text, alias.reason) for alias in entity.aliases] == [
        ("Tarnby Courier", None),
        ("Courier", "short for The Tarnby Courier, an outlet here"),
    ]
