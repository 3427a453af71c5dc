"""Who gives a figure, and not who reports it or where the giver sits."""

import pytest

from index.figures.speakers import speaker_of
from tests.index.figures.test_telling_apart import context


@pytest.mark.parametrize(
    ("text", "number", "speaker"),
    [
        ("Tomas Brill reported Monday that Nora Vance put the number of soldiers at 3,200.", "3,200", "Nora Vance"),
        ("The River Board in Orvane says that 5,000 soldiers came.", "5,000", "River Board"),
        ("The 5,000 soldiers named by the River Board were, Nora Vance said, a hope.", "5,000", "River Board"),
        ("The River Board now speaks of 1,900 people.", "1,900", "River Board"),
        ("The River Board in Orvane says that in all 5,000 soldiers came.", "5,000", "River Board"),
        ("Police counted 1,900 people.", "1,900", "police"),
        ("The River Board claimed 5,000 people; city police put the number at 2,000.", "2,000", "city police"),
        ("2,000 people marched, police said; the organisers spoke of 5,000.", "2,000", "police"),
        ("2,000 people marched, police said; the organisers spoke of 5,000.", "5,000", "the organisers"),
        ("The police say 2,000 people came, the organisers 5,000.", "5,000", "the organisers"),
        ("Nora Vance, who called the march, spoke of 7,000 people.", "7,000", "Nora Vance"),
        ("Nora Vance said the dam was safe. She put the number of sheep at 2,100.", "2,100", "Nora Vance"),
        ("Some 3,200 soldiers came, not the 5,000 claimed in Lakeport.", "5,000", "Lakeport"),
        ("About 2,300 people, a number given by the organisers, sat down.", "2,300", None),
        ("The 2,300 people counted by the organisers sat down.", "2,300", "the organisers"),
        ("An attack on police claimed 40 lives.", "40", None),
        ("Nora Vance said the dam had cost 40 people their homes.", "40", "Nora Vance"),
    ],
)  # fmt: skip
def test_who_gives_a_figure(text: str, number: str, speaker: str | None) -> None:
    assert speaker_of(context(text, number)) == speaker


def test_who_denies_a_figure_does_not_give_it() -> None:
    assert speaker_of(context("Nora Vance denied that the dam had cost 40 people their homes.", "40")) is None


def test_who_says_not_so_many_does_not_give_that_figure() -> None:
    text = "Tomas Brill reported Monday that Nora Vance put the number of soldiers at 3,200, not the 5,000 claimed."
    assert speaker_of(context(text, "5,000")) is None
