"""Tags as they are typed."""

import pytest

from tui.text.tags import completed, fitting, is_new, split_tags

KNOWN = {"dam": 5, "harbour-board": 3, "Damage": 2, "strike": 1}


def test_blanks_commas_and_marks_are_no_part_of_a_tag() -> None:
    assert split_tags(" #strike, ports  strike,,#") == ("strike", "ports")


@pytest.mark.parametrize(
    ("line", "fits"),
    [
        ("", ["dam", "harbour-board", "Damage", "strike"]),
        ("d", ["dam", "Damage"]),
        ("#DAM", ["dam", "Damage"]),
        ("board", ["harbour-board"]),
        ("a", []),
        ("dam ", ["harbour-board", "Damage", "strike"]),
        ("Dam,da", ["Damage"]),
        ("xyz", []),
    ],
)
def test_what_fits_begins_so_or_has_a_part_that_does(line: str, fits: list[str]) -> None:
    assert fitting(line, KNOWN) == fits


def test_a_tag_takes_the_place_of_the_word_being_typed() -> None:
    assert completed("dam, #str", "strike") == "dam, strike "
    assert completed("dam ", "strike") == "dam strike "
    assert completed("", "strike") == "strike "


def test_a_word_that_fits_nothing_is_a_new_tag() -> None:
    assert is_new("dam x", KNOWN)
    assert not is_new("dam s", KNOWN)
    assert not is_new("dam ", KNOWN)
