"""Names resolved inside one article only."""

from collections.abc import Sequence

import pytest

from index.annotating.names.local_names import name_locally
from models.annotation import Mention
from models.kind import Kind


def locally(text: str, *names: tuple[str, Kind]) -> list[str | None]:
    """The local names of names that stand in a text one after the other."""
    mentions, at = [], 0
    for name, kind in names:
        start = text.index(name, at)
        at = start + len(name)
        mentions.append(Mention(start=start, end=at, text=name, kind=kind))
    return [mention.entity for mention in name_locally(text, mentions)]


def people(*names: str) -> list[str | None]:
    return locally(" saw ".join(names), *((name, Kind.PERSON) for name in names))


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Davor Kern", "Kern"), ["PERSON:Davor Kern"] * 2),
        (("Kern", "Davor Kern"), ["PERSON:Davor Kern"] * 2),
        (("Davor Ivan Kern", "Davor Kern", "D. Kern"), ["PERSON:Davor Ivan Kern"] * 3),
        (("Davor Ilić", "Ilic"), ["PERSON:Davor Ilić"] * 2),
        # Two who fit: nobody is chosen.
        (("Davor Kern", "Mara Kern", "Kern"), ["PERSON:Davor Kern", "PERSON:Mara Kern", "PERSON:Kern"]),
        # A middle name is not a name of its own.
        (("Davor Ivan Kern", "Ivan"), ["PERSON:Davor Ivan Kern", "PERSON:Ivan"]),
    ],
)
def test_shorter_names_of_people(names: Sequence[str], expected: list[str]) -> None:
    assert people(*names) == expected


KERN = ("Kern", Kind.PERSON)
DAVOR, JELENA = ("Davor Kern", Kind.PERSON), ("Jelena Kern", Kind.PERSON)


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        # Titles tell two bearers apart.
        (
            "Davor Kern met Jelena Kern. Mr Kern left; Mrs Kern stayed.",
            (DAVOR, JELENA, KERN, KERN),
            ["Davor Kern", "Jelena Kern"] * 2,
        ),
        (
            "The minister, Davor Kern, met Jelena Kern. Minister Kern left.",
            (DAVOR, JELENA, KERN),
            ["Davor Kern", "Jelena Kern", "Davor Kern"],
        ),
        # The only one in full may still be the wrong one.
        ("Jelena Kern farms here. Mr. Kern, no relation, left.", (JELENA, KERN), ["Jelena Kern", "Mr Kern"]),
        ("Lou Kern farms here. Ms Kern left.", (("Lou Kern", Kind.PERSON), KERN), ["Lou Kern", "Lou Kern"]),
        # Nobody is named in full: one person with one title, or two.
        ("Minister Kern spoke. Kern left.", (KERN, KERN), ["Minister Kern"] * 2),
        ("Mr Kern spoke to Mrs Kern. Kern left.", (KERN, KERN, KERN), ["Mr Kern", "Mrs Kern", "Kern"]),
        (
            "The union's chair, Mrs Kern, spoke. Defence Minister Kern left.",
            (KERN, KERN),
            ["Mrs Kern", "Minister Kern"],
        ),
    ],
)
def test_titles_tell_people_of_one_surname_apart(
    text: str, names: Sequence[tuple[str, Kind]], expected: list[str]
) -> None:
    assert locally(text, *names) == [f"PERSON:{name}" for name in expected]


def test_another_kind_is_never_the_person() -> None:
    text = "Laura Kent left Kent."
    assert locally(text, ("Laura Kent", Kind.PERSON), ("Kent", Kind.PLACE)) == [
        "PERSON:Laura Kent",
        "PLACE:Kent",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The National Tea Board (NTB) met. The NTB left.",
        "The National Tea Board (the NTB) met. NTB left.",
        'The National Tea Board ("NTB") met. NTB left.',
        "The National Tea Board (or NTB) met. NTB left.",
    ],
)
def test_an_abbreviation_in_parentheses(text: str) -> None:
    names = [("National Tea Board", Kind.ORG), ("NTB", Kind.ORG), ("NTB", Kind.ORG)]
    assert locally(text, *names) == ["ORG:National Tea Board"] * 3


def test_an_abbreviation_before_its_name_in_full() -> None:
    text = "The NTB (National Tea Board) met. The NTB left."
    names = [("NTB", Kind.ORG), ("National Tea Board", Kind.ORG), ("NTB", Kind.ORG)]
    assert locally(text, *names) == ["ORG:National Tea Board"] * 3


def test_an_abbreviation_after_or() -> None:
    text = "The National Tea Board, or NTB, met."
    names = [("National Tea Board", Kind.ORG), ("NTB", Kind.ORG)]
    assert locally(text, *names) == ["ORG:National Tea Board"] * 2


def test_several_abbreviations_of_one_name() -> None:
    text = "The Northern Reed Army (NRA/NRL) fled."
    names = [("Northern Reed Army", Kind.ORG), ("NRA", Kind.ORG), ("NRL", Kind.ORG)]
    assert locally(text, *names) == ["ORG:Northern Reed Army"] * 3


def test_an_abbreviation_in_another_languages_order() -> None:
    text = "The Transitional Military Council (CMT) met."
    assert locally(text, ("Transitional Military Council", Kind.ORG), ("CMT", Kind.ORG))[1] == (
        "ORG:Transitional Military Council"
    )


@pytest.mark.parametrize(
    ("text", "first", "kind"),
    [
        ("Davor Kern (SDP) spoke.", "Davor Kern", Kind.PERSON),
        ("The National Tea Board (XYZ) met.", "National Tea Board", Kind.ORG),
        ("The National Tea Board, NTB, met.", "National Tea Board", Kind.ORG),
    ],
)
def test_what_defines_nothing(text: str, first: str, kind: Kind) -> None:
    short = next(word for word in ("SDP", "XYZ", "NTB") if word in text)
    assert locally(text, (first, kind), (short, Kind.ORG))[1] == f"ORG:{short}"


def test_a_possessive_is_no_part_of_the_local_name() -> None:
    assert locally("At Lloyd's.", ("Lloyd's", Kind.ORG)) == ["ORG:Lloyd"]
