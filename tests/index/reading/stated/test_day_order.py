"""What an article's dates tell of the order of day and month."""

from pathlib import Path

import pytest

from index.reading import read
from index.reading.stated.day_order import assumed, day_order
from models.article import Article

BODY = (
    "The third gate of the dam jammed at noon on Tuesday, Davor Kern said, and it was opened by hand.\n" * 3
)


def article(folder: Path, dates: str, day_first: bool | None = None) -> Article:
    path = folder / "gate.txt"
    path.write_text(f"Gate three jams\n\n{dates}\n\n{BODY}", encoding="utf-8")
    (found,) = read(path, path.name, day_first=day_first)
    return found


@pytest.mark.parametrize(
    ("dates", "stated", "undecided"),
    [
        ("21/9/2021", True, False),
        ("9-21-2021", False, False),
        ("7/8/2021", None, True),
        ("7/7/2021", None, False),
        ("7 August 2021", None, False),
        ("7/8/2021 | Updated 21/8/2021", True, False),
        ("2021-08-07", None, False),
    ],
)
def test_dates_tell(tmp_path: Path, dates: str, stated: bool | None, undecided: bool) -> None:
    assert day_order(article(tmp_path, dates)) == (stated, undecided)


def test_an_assumed_order_makes_a_guess(tmp_path: Path) -> None:
    before, after = article(tmp_path, "7/8/2021"), article(tmp_path, "7/8/2021", day_first=True)
    found = assumed(after, before)
    assert (before.published, found.published) == (None, "2021-08-07")
    assert (found.confidence("published"), found.confidence("title")) == ("guess", "likely")
