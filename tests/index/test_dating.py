"""Which day a collection's latest article is of."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from index.collection import Collection
from index.dating import latest_day


@pytest.mark.parametrize(
    ("published", "latest"),
    [
        (("2021-05-02", "2020-03-12", None), date(2021, 5, 2)),
        ((None, "1987-10-01"), date(1987, 10, 1)),
        ((None,), None),
    ],
)
def test_the_latest_article(
    indexed: Callable[[dict[str, str]], Path], published: tuple[str | None, ...], latest: date | None
) -> None:
    dates = [f"date: {day}\n" if day else "" for day in published]
    folder = indexed(
        {
            f"{n}.md": f"---\ntitle: Gate {n} jams\n{day}---\n\nGate {n} of the dam jammed at noon again.\n"
            for n, day in enumerate(dates)
        }
    )
    collection = Collection.open(folder)
    try:
        assert latest_day(collection.snapshot) == latest
    finally:
        collection.close()


def test_articles_that_are_gone_do_not_count(indexed: Callable[[dict[str, str]], Path]) -> None:
    articles = {
        f"{year}.md": f"---\ntitle: The gate in {year}\ndate: {year}-05-02\n---\n\nThe gate jammed in {year}.\n"
        for year in (2019, 2020, 2021)
    }
    folder = indexed(articles)
    (folder / "2021.md").unlink()
    indexed({})
    collection = Collection.open(folder)
    try:
        assert latest_day(collection.snapshot) == date(2020, 5, 2)
    finally:
        collection.close()
