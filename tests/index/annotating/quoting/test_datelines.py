"""Datelines: in front of what is reported, and nobody's name."""

import pytest

from index.annotating.quoting.datelines import without_datelines
from tests.index.annotating.quoting.test_quotations import quotations

DATELINES = [
    "VELIN - ",
    "VELIN — ",
    "VELIN—",
    "VELIN, Tarnland -- ",
    "VELIN (AP) — ",
    "VELIN, Tarnland (AP) _ ",
    "VELIN, 3 May (Wire) - ",
    "VELIN, May 3, 2021 – ",
    "UPPER VELIN/OST-HARN, Tarnland, May 3 (Tarn Wire) - ",
    "ŠOLIN – ",
    "Velin (Wire) – ",
    "Velin, 3 May — ",
    "Upper Velin, Tarnland, 3 May (Wire) — ",
]


@pytest.mark.parametrize("dateline", DATELINES)
def test_datelines_are_blank(dateline: str) -> None:
    text = f"{dateline}The road was closed.\n\n{dateline}It was late."
    blank = " " * len(dateline)
    assert without_datelines(text) == f"{blank}The road was closed.\n\n{blank}It was late."


@pytest.mark.parametrize(
    "text",
    [
        "The road - the only one - was closed.",
        "Davor Kern - a minister - left.",
        "Davor Kern — who left — said so.",
        "US-led troops left.",
        "A - Kern said so.",
        "KERN: The road was closed.",
        "Kern (55) said - late - that it was closed.",
        "The road was closed. VELIN - It was late.",
        "",
    ],
)
def test_other_beginnings_stay(text: str) -> None:
    assert without_datelines(text) == text


@pytest.mark.parametrize("dateline", DATELINES)
def test_no_place_of_a_dateline_speaks(dateline: str) -> None:
    for said in (
        "The minister said the road had been closed for two days.",
        "The road had been closed for two days, the minister said.",
        "The minister who left on Monday said the road had been closed for two days.",
    ):
        [clause] = [q for q in quotations(dateline + said) if q.kind == "indirect"]
        assert clause.text.lower() == "the road had been closed for two days"
        assert (clause.speaker, clause.entity) == ("the minister", None)


def test_a_quotation_behind_a_dateline_begins_the_sentence() -> None:
    [found] = quotations("VELIN (AP) — “The road is closed,” Davor Kern said.")
    assert (found.text, found.speaker, found.start) == ("“The road is closed,”", "Davor Kern", 13)
