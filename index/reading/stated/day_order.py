"""Whether an article writes the day before the month, and whether it leaves that open: 7/8/2021 means two days."""

from collections.abc import Iterator
from typing import NamedTuple

from index.reading.stated.dates import has_open_date, stated_order
from models.article import Article
from models.provenance import ASSUMED_ORDER

_LABEL = 140
"""Characters of a line that may be a date line."""
_HEAD = 12
"""Passages at the beginning among which a date line may have been left."""


class DayOrder(NamedTuple):
    """What an article's dates tell of the order of day and month."""

    stated: bool | None
    """True where a date such as 21/9/2021 shows the day first, False for the month; None where no date tells."""
    undecided: bool
    """It is undated for want of the order."""


def day_order(article: Article) -> DayOrder:
    """What an article's dates tell, wherever they stand in it."""
    stated = stated_order("\n".join(_texts(article)))
    undecided = article.published is None and any(
        has_open_date(line) for line in _head_lines(article) if len(line) <= _LABEL
    )
    return DayOrder(stated, undecided)


def assumed(article: Article, before: Article) -> Article:
    """The article with its dates marked as read in an assumed order, where without it they could not be read."""
    found = {
        name: place + ASSUMED_ORDER
        if name in {"published", "updated"} and getattr(before, name) is None
        else place
        for name, place in article.found.items()
    }
    return article.model_copy(update={"found": found})


def _texts(article: Article) -> Iterator[str]:
    yield from (line.text for line in article.dropped)
    yield from (passage.text for passage in article.passages)


def _head_lines(article: Article) -> Iterator[str]:
    yield from (line.text for line in article.dropped)
    yield from (passage.text for passage in article.passages[:_HEAD])
