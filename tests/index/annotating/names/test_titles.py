"""What stands beside names of people."""

import pytest

from index.annotating.names.titles import Sex, same_office, sex_told, titles_at, titles_beside, titles_in


@pytest.mark.parametrize(
    ("before", "behind", "sex", "offices"),
    [
        ("said Mrs ", " of the union", "f", set()),
        ("said Mr. ", "", "m", set()),
        ("on Thursday. Defence Minister ", " visited", None, {"defense minister"}),
        ("the union's chair, Mrs ", ", told us", "f", {"chair"}),
        ("the minister, ", ", told us", None, {"minister"}),
        ("", ", the Deputy Prime Minister,", None, {"deputy prime minister"}),
        ("", ", the chair of the union", None, {"chair"}),
        # Somebody else's office.
        ("he met the president, ", " said", None, set()),
        ("", ", asked about the general, left", None, set()),
        ("", "", None, set()),
    ],
)
def test_sex_and_offices(before: str, behind: str, sex: Sex | None, offices: set[str]) -> None:
    titles = titles_beside(before, behind)
    assert titles.sex == sex
    assert set(titles.offices) == offices


def test_titles_of_another_line_are_not_a_names() -> None:
    text = "Defence Minister\nKern"
    assert titles_at(text, text.index("Kern"), len(text)).offices == frozenset()


def test_titles_inside_a_name() -> None:
    assert titles_in("Mr Kern").sex == "m"
    assert titles_in("Minister Kern").shown == "Minister"
    assert titles_in("Davor Kern").shown is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("minister", "defense minister", True),
        ("defense minister", "foreign minister", False),
        ("president", "vice president", False),
        ("minister", "chair", False),
    ],
)
def test_offices_that_can_be_one(one: str, other: str, same: bool) -> None:
    assert same_office(one, other) is same_office(other, one) is same


@pytest.mark.parametrize(
    ("told", "name", "sex"),
    [
        ([], "Davor Kern", "m"),
        ([], "Lou Kern", None),
        (["f", None], "Lou Kern", "f"),
        (["f", "m"], "Lou Kern", None),
        (["m", "m", "m"], "Jelena Kern", "m"),
        ([], "Paul", None),
    ],
)
def test_the_sex_that_most_is_said_for(told: list[Sex | None], name: str, sex: Sex | None) -> None:
    assert sex_told(told, name) == sex
