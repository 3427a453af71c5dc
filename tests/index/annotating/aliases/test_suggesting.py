"""What is put before the reader instead of being joined."""

from index.annotating.entities.resolving import LocalName
from tests.index.annotating.aliases.collections import name, resolved, suggested


def story(*articles: int) -> list[LocalName]:
    """Three names that stand in these articles only, and so tell a story."""
    return [name(f"PLACE:Place{word}", 2, set(articles)) for word in ("dal", "by", "vik")]


def test_a_surname_of_two_is_suggested_for_the_one_in_the_story() -> None:
    names = [
        name("PERSON:Orla Tarnholm", 5, {1, 2}),
        name("PERSON:Mira Tarnholm", 9, {8, 9}),
        name("PERSON:Tarnholm", 3, {3}),
    ]
    assert suggested(*names, *story(1, 2, 3)) == [("Tarnholm", "Orla Tarnholm")]
    assert suggested(*names) == []


def test_given_names_much_alike_of_one_surname_are_suggested() -> None:
    names = [name("PERSON:Alexandros Visandou", 6, {1, 2}), name("PERSON:Alexis Visandou", 2, {3})]
    assert suggested(*names, *story(1, 2, 3)) == [("Alexis Visandou", "Alexandros Visandou")]
    assert suggested(*names, *story(1, 2)) == []


def test_two_people_of_one_article_are_not_suggested_to_be_one() -> None:
    names = [name("PERSON:Jana Visandou", 6, {1, 2}), name("PERSON:Janka Visandou", 2, {2, 3})]
    assert suggested(*names, *story(1, 2, 3)) == []


def test_initials_of_two_bodies_are_suggested_by_story() -> None:
    names = [
        name("ORG:Tarnby Tea Board", 3, {1}),
        name("ORG:Torvik Trade Board", 3, {8}),
        name("ORG:TTB", 3, {2}),
    ]
    assert suggested(*names, *story(1, 2)) == [("TTB", "Tarnby Tea Board")]


def test_what_is_joined_is_not_suggested() -> None:
    names = [name("PERSON:Orla Tarnholm", 5, {1, 2}), name("PERSON:Tarnholm", 3, {3})]
    assert suggested(*names, *story(1, 2, 3)) == []


def test_each_suggestion_says_why() -> None:
    names = [name("PERSON:Orla Tarnholm", 5, {1, 2}), name("PERSON:Tarnholm", 30, {3}), *story(1, 2, 3)]
    pair = resolved(*names).suggestions[0]
    assert pair.reason == "could be the surname of Orla Tarnholm"
    assert 0 < pair.strength <= 1


def test_a_surname_of_two_in_one_story_is_said_to_be() -> None:
    names = [
        name("PERSON:Orla Tarnholm", 5, {1, 2}),
        name("PERSON:Nils Tarnholm", 4, {2, 4}),
        name("PERSON:Tarnholm", 30, {3}),
        *story(1, 2, 3, 4),
    ]
    pair = resolved(*names).suggestions[0]
    assert pair.reason.endswith("Tarnholm, one of two who have it")
    assert pair.strength < 0.5


def test_a_surname_is_not_suggested_for_somebody_of_the_other_sex() -> None:
    names = [name("PERSON:Jelena Tarnholm", 9, {1, 2}), name("PERSON:Mr Tarnholm", 3, {3})]
    assert suggested(*names, *story(1, 2, 3)) == []
