"""What may stand on a chip."""

import pytest

from index.related.chips import distinctive, is_outlet, phrases, shared_numbers
from index.words import terms
from models.annotation import Mention
from models.kind import Kind


@pytest.mark.parametrize(
    "word",
    ["000", "3", "lt", "gen", "dr", "mr", "judge", "tuesday", "minutes", "gave", "asked", "now", "according"],
)
def test_pieces_of_numbers_titles_weekdays_and_everyday_words_tell_nothing(word: str) -> None:
    assert not distinctive(word)


@pytest.mark.parametrize("word", ["spillway", "silt", "farmers", "orvane"])
def test_other_words_do(word: str) -> None:
    assert distinctive(word)


def test_numbers_are_shared_whole() -> None:
    assert shared_numbers("In 1991 some 5,000 came.", "By 1991 there were 15,000, then 5,000.") == [
        "1991",
        "5,000",
    ]
    assert shared_numbers("at 21 of 840", "at 21 of 8,401") == []


def mention(text: str, kind: Kind) -> Mention:
    return Mention(start=0, end=len(text), text=text, kind=kind)


def test_an_outlet_s_own_name_is_known_but_a_place_in_it_is_a_place() -> None:
    outlets = ["The Orvane Post"]
    assert is_outlet(mention("Orvane Post", Kind.PLACE), outlets)
    assert is_outlet(mention("the Post", Kind.ORG), outlets)
    assert not is_outlet(mention("Orvane", Kind.PLACE), outlets)
    assert not is_outlet(mention("River Board", Kind.ORG), outlets)


def test_words_side_by_side_in_both_texts_are_one_phrase() -> None:
    asked = terms("The river patrol left its old river base on Monday.")
    told = "A river-patrol boat is at the base by the river, an old patrol base."
    assert phrases(told, {"river", "patrol", "base"}, asked) == {
        "river-patrol": ("river", "patrol"),
        "base": ("base",),
        "river": ("river",),
        "patrol": ("patrol",),
    }
