"""Figures of headlines, found whatever the capitals are."""

import pytest

from index.annotating.counting.headlines import find_title_figures
from models.annotation import Mention
from models.kind import Kind


@pytest.mark.parametrize(
    ("title", "text", "unit", "of"),
    [
        ("Flood buries 5,900 acres of farmland", "5,900 acres", "ha", "farmland"),
        ("Flood Buries 5,900 Acres of Farmland", "5,900 Acres", "ha", "farmland"),
        ("FLOOD BURIES 5,900 ACRES OF FARMLAND", "5,900 ACRES", "ha", "farmland"),
        ("Board Pays US$5 Million For New Gate", "US$5 Million", "USD", None),
    ],
)
def test_what_is_counted_does_not_depend_on_capitals(
    title: str, text: str, unit: str, of: str | None
) -> None:
    (found,) = find_title_figures(title, ())
    assert (found.text, found.unit) == (text, unit)
    assert title[found.start : found.end] == text
    assert of is None or found.of == of


def test_dates_and_labels_are_no_figures_in_any_letters() -> None:
    for title in (
        "Line 6 Trams Back on 7 March",
        "LINE 6 TRAMS BACK ON MARCH 7",
        "Line 6 trams back on 7 March",
    ):
        assert find_title_figures(title, ()) == ()


def test_names_keep_their_capitals() -> None:
    title = "Gate Sends 40 Velinian Soldiers Home"
    velinian = Mention(start=14, end=22, text="Velinian", kind=Kind.NORP)
    (found,) = find_title_figures(title, [velinian])
    assert found.of == "Velinian soldiers"
