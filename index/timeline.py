"""The articles of a query over time, and what tells a stretch of it from the rest."""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue
from index.engine import Snapshot
from index.matching import Matching, matching
from index.outlets import together
from index.query.names import NameLookup
from index.telling import telling
from index.words import stem, terms
from models.search import Counted
from models.timeline import Period, Timeline

_TOLD = 4
"""Names and words of a period; more than these nobody reads in a line."""


def timeline(snapshot: Snapshot, names: NameLookup, query: str, *, typing: bool = False) -> Timeline:
    """Count the articles of all matches by day.

    Args:
        snapshot: The rows searched.
        names: What names, outlets and marks in the query mean.
        query: As typed; all articles where it is empty.
        typing: The last word may be unfinished.
    """
    found = matching(snapshot, names, query, typing=typing)
    days, articles = np.unique(
        snapshot.column("day").take(_one_for_each(snapshot, found)), return_counts=True
    )
    counts = dict(zip(days.tolist(), articles.tolist(), strict=True))
    undated = counts.pop(0, 0)
    return Timeline(query, found.understood, found.full, tuple(counts.items()), undated)


def period(
    snapshot: Snapshot,
    catalogue: Catalogue,
    names: NameLookup,
    query: str,
    *,
    first: date,
    last: date,
    typing: bool = False,
) -> Period:
    """What the articles published from one day to another, both included, have that the others have not.

    Args:
        snapshot: The rows searched.
        catalogue: The articles they belong to.
        names: What names, outlets and marks in the query mean.
        query: As typed.
        first: The first day.
        last: The last day.
        typing: The last word may be unfinished.
    """
    found = matching(snapshot, names, query, typing=typing)
    each = _one_for_each(snapshot, found)
    days = snapshot.column("day")
    within = (first.toordinal() <= days) & (days <= last.toordinal())
    there = each[within.take(each)]
    outlets = dict(snapshot.facets(there, "outlet"))
    unknown = outlets.pop("", 0)
    asked = frozenset(stem(term) for term in terms(query))
    return Period(
        articles=len(there),
        others=len(each) - len(there),
        outlets=tuple(Counted(name=name, articles=count) for name, count in together(outlets)),
        unknown=unknown,
        telling=telling(snapshot, catalogue, found.rows, within, each, asked=asked)[:_TOLD],
    )


def _one_for_each(snapshot: Snapshot, found: Matching) -> NDArray[np.int64]:
    """A row of each article, which has the article's day, outlet and headline as all of them do."""
    return snapshot.articles.grouped(found.rows, found.scores).rows.astype(np.int64, copy=False)
