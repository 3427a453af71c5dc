"""What is said of where something first appeared, in words that fit a narrow footer."""

import pytest

from models.related import Origin, PlaceOfOrigin
from tui.text.origin import told

PLACE = PlaceOfOrigin(
    path="a.txt", part=0, outlet="The Continental Ledger", published="2031-07-29", passage=1, start=0, end=9
)


@pytest.mark.parametrize(
    ("origin", "said"),
    [
        (Origin(what="quotation"), "No other article has this quotation"),
        (Origin(what="words"), "No other article has these words"),
        (Origin(what="words", undated=1), "No article that has these words is dated; 1 undated has them too"),
        (Origin(what="article", earliest=PLACE, here=True), "No copies are known"),
        (Origin(what="passage", telling=False), "This passage is too short to be told from everyday phrases"),
        (Origin(what="figure", undated=2), "No article that has this figure is dated; 2 undated have it too"),
        (Origin(what="passage", earliest=PLACE, here=True, dated=1), "This is the earliest known"),
        (
            Origin(what="passage", earliest=PLACE, here=True, tied=True, dated=1, undated=1),
            "This is among the earliest known; 1 undated has it too",
        ),
        (
            Origin(what="passage", earliest=PLACE, dated=3, undated=2),
            "Earliest known: The Continental Ledger, 29 Jul 2031; 2 undated too",
        ),
        (
            Origin(what="passage", earliest=PLACE, dated=3, tied=True),
            "Earliest known: The Continental Ledger, 29 Jul 2031, others the same day",
        ),
    ],
)
def test_told(origin: Origin, said: str) -> None:
    assert told(origin) == said
