"""Names of people that are one person, over a collection."""

import pytest

from tests.index.annotating.aliases.collections import are_one, name, resolved


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Moammar Kadafi", "Muammar Gaddafi"),
        ("Muammar al-Qaddafi", "Muammar Gaddafi"),
        ("Mohammed Tarnavi", "Muhamad Tarnavi"),
        ("Hosni Mubarak", "Husni Moubarak"),
        ("Bashar al-Assad", "Bashar Assad"),
        ("Andrei Orlik", "Андрей Орлик"),
        ("Yevgeniy Orlik", "Evgeny Orlik"),
        ("Mo Tarnholm", "Maurice Tarnholm"),
        ("Bill Tarnholm", "William Tarnholm"),
        ("Sam Tarnholm", "Samuel J. Tarnholm"),
        ("Lt. Gen. Orla Tarnholm", "Orla Tarnholm"),
        ("Sir Orla Tarnholm", "Orla Tarnholm"),
    ],
)
def test_one_person(first: str, second: str) -> None:
    assert are_one(f"PERSON:{first}", f"PERSON:{second}")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Tony Tarnholm", "Cherie Tarnholm"),
        ("Jan Tarnholm", "Jon Tarnholm"),
        ("Bill Tarnholm", "Bob Tarnholm"),
        ("Frank A. Tarnholm", "Francis B. Tarnholm"),
        ("Al Gore", "Gore Vidal"),
        ("Vice President", "President"),
        ("Mr President", "Vice President Kern"),
        ("Abdul Rahman", "Emomali Rahmon"),
        ("Ali Hassan", "Hassan Ali"),
    ],
)
def test_never_one_person(first: str, second: str) -> None:
    assert not are_one(f"PERSON:{first}", f"PERSON:{second}")


def test_a_short_given_name_of_two_is_neither() -> None:
    found = resolved("PERSON:Frank Tarnholm", "PERSON:Francis Tarnholm", "PERSON:Franklin Tarnholm")
    assert len(found.entities) == 3


def test_a_surname_with_the_arabic_article_is_the_same_surname() -> None:
    assert are_one(name("PERSON:Bashar Tarnavi", 5), name("PERSON:al-Tarnavi", 2))


def test_a_surname_is_never_linked_across_two_bearers() -> None:
    for articles in ({1}, {1, 2}, {3}):
        found = resolved(
            name("PERSON:Orla Tarnholm", 50, {1, 2}),
            name("PERSON:Mira Tarnholm", 1, {3}),
            name("PERSON:Tarnholm", 4, articles),
        )
        assert len(found.entities) == 3


def test_a_surname_alone_more_often_than_in_full_needs_the_same_story() -> None:
    """The company of a story's other names tells, where the numbers do not."""
    others = [name(f"PERSON:{given} Visand{given.lower()}", 2, {1, 2}) for given in ("Ava", "Bo", "Cleo")]
    bearer = name("PERSON:Orla Tarnholm", 4, {1})
    near = resolved(bearer, name("PERSON:Tarnholm", 6, {2}), *others)
    far = resolved(bearer, name("PERSON:Tarnholm", 6, {5}), *others)
    assert near.entity_of["PERSON:Tarnholm"] == near.entity_of["PERSON:Orla Tarnholm"]
    assert far.entity_of["PERSON:Tarnholm"] != far.entity_of["PERSON:Orla Tarnholm"]
