"""A person named right behind what they hold an office of, taken for one name with it."""

import pytest

from index.annotating.network.found import Name
from index.annotating.network.holders import apart
from models.kind import Kind


def told(text: str, *names: tuple[str, Kind]) -> list[tuple[str, Kind]]:
    found = [
        Name(text.index(words), text.index(words) + len(words), words, kind, 0.7) for words, kind in names
    ]
    parted = list(apart(text, found))
    assert all(text[name.start : name.end] == name.text for name in parted)
    return [(name.text, name.kind) for name in parted]


@pytest.mark.parametrize(
    ("office", "held", "kind", "person"),
    [
        # Places that lists have, that end as places do, and that only the office shows to be one.
        ("the President of", "Norway", Kind.PLACE, "Laura Finch"),
        ("the Minister of Defence of", "Norway", Kind.PLACE, "Laura Finch"),
        ("the Minister for Trade and Industry of", "Norway", Kind.PLACE, "Laura Finch"),
        ("the head of", "Tarnby Oblast", Kind.PLACE, "Laura Finch"),
        ("the mayor of", "Rio de Janeiro", Kind.PLACE, "Laura Finch"),
        ("the governor of", "Okunde", Kind.PLACE, "Laura Finch"),
        ("the representative of the", "Ministry of Works", Kind.ORG, "Laura Finch"),
        ("the director of the", "Tarnby Council", Kind.ORG, "L. Finch"),
        # Of a known place only a person is left, whatever the given name.
        ("the president of", "Norway", Kind.PLACE, "Xerdo Finch"),
        # A country that is a given name, too.
        ("the president of", "Georgia", Kind.PLACE, "Laura Finch"),
    ],
)
def test_office_holders_are_people_of_their_own(office: str, held: str, kind: Kind, person: str) -> None:
    text = f"On Monday {office} {held} {person} left."
    assert told(text, (f"{held} {person}", Kind.PERSON)) == [(held, kind), (person, Kind.PERSON)]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("the secretary of Anna Laura Finch", "Anna Laura Finch", Kind.PERSON),
        ("a spokesman for Abu Ivan Finch", "Abu Ivan Finch", Kind.PERSON),
        ("a friend of Norway Laura Finch", "Norway Laura Finch", Kind.PERSON),
        ("the director of Oslo Laura Finch Gallery", "Oslo Laura Finch Gallery", Kind.ORG),
        ("the mayor of Ciudad Laura Finch", "Ciudad Laura Finch", Kind.PLACE),
        ("the mayor of San Ivan Tarno", "San Ivan Tarno", Kind.PLACE),
        ("the mayor of Fort Ivan Heights", "Fort Ivan Heights", Kind.PLACE),
        ("the head of Norway Football Federation", "Norway Football Federation", Kind.ORG),
        ("the president of Norway", "Norway", Kind.PLACE),
    ],
)
def test_other_names_stay_whole(text: str, name: str, kind: Kind) -> None:
    assert told(text, (name, kind)) == [(name, kind)]


def test_the_rest_of_the_text_tells_a_person_and_a_place() -> None:
    text = "the envoy of Zethe Xerdo Finch spoke. Near Zethe, Mara Finch left."
    whole = ("Zethe Xerdo Finch", Kind.ORG)
    assert told(text, whole) == [whole]
    with_place = [Name(13, 30, "Zethe Xerdo Finch", Kind.ORG, 0.7), Name(43, 48, "Zethe", Kind.PLACE, 0.9)]
    assert len(list(apart(text, with_place))) == 2
    with_both = [*with_place, Name(50, 60, "Mara Finch", Kind.PERSON, 0.9)]
    assert [(name.text, name.kind) for name in apart(text, with_both)][:2] == [
        ("Zethe", Kind.PLACE),
        ("Xerdo Finch", Kind.PERSON),
    ]


def test_a_body_that_was_cut_in_two() -> None:
    text = "The speaker of the Ministry of Foreign Affairs Laura Finch left."
    halves = ("Ministry of Foreign", Kind.ORG), ("Affairs Laura Finch", Kind.PERSON)
    assert told(text, *halves) == [("Ministry of Foreign Affairs", Kind.ORG), ("Laura Finch", Kind.PERSON)]
