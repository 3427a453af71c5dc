"""What the results of a query consist of: their articles by outlet, by month, and by the names they mention."""

import heapq
from collections.abc import Callable, Collection

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue
from index.engine import Snapshot
from index.matching import matching
from index.mentioned import mentioned
from index.outlets import together
from index.query.names import NameLookup
from index.saved_as import KINDS
from models.kind import Kind
from models.mark import Mark
from models.search import Counted, CountedKind, CountedName, Facets

NAMES = 1000
"""Names listed; those beyond are in few of so many results."""
_MOST_LOCALS = 2 * NAMES
"""Local names looked at, the most frequent ones: a name of which none is among them is in few articles."""
_LISTED = ("PERSON", "ORG", "PLACE")


def facets(
    snapshot: Snapshot,
    catalogue: Catalogue,
    query: str,
    *,
    typing: bool = False,
    names: bool = False,
    marked: Callable[[Mark], Collection[int]] = lambda _: (),
) -> Facets:
    """Count the articles of all matches, those with some of the words where none has all of them.

    Args:
        snapshot: The rows searched.
        catalogue: The articles they belong to.
        query: As typed.
        typing: The last word may be unfinished, as in the search whose results are counted.
        names: Whether names and kinds of file are counted too, which takes longer than the others.
        marked: Knows with which articles the reader has done something.
    """
    names_asked = NameLookup(catalogue, snapshot.outlets, marked)
    found = matching(snapshot, names_asked, query, typing=typing)
    # All rows of an article have its outlet and its day, so that one of them speaks for it.
    rows = snapshot.articles.grouped(found.rows, found.scores).rows.astype(np.int64, copy=False)
    named, more = _names(snapshot, catalogue, found.rows) if names else ((), False)
    outlets, months = dict(snapshot.facets(rows, "outlet")), dict(snapshot.facets(rows, "month"))
    days, counts = np.unique(snapshot.column("day").take(rows), return_counts=True)
    unknown, undated = outlets.pop("", 0), months.pop("", 0)
    return Facets(
        query=query,
        full=found.full,
        articles=len(rows),
        outlets=tuple(Counted(name=name, articles=count) for name, count in together(outlets)),
        unknown=unknown,
        months=tuple(Counted(name=name, articles=count) for name, count in months.items()),
        undated=undated,
        days=tuple(zip(days[days > 0].tolist(), counts[days > 0].tolist(), strict=True)),
        names=named,
        kinds=_kinds(snapshot.column("article").take(rows), marked) if names else (),
        more_names=more,
    )


def _kinds(articles: NDArray[np.int64], marked: Callable[[Mark], Collection[int]]) -> tuple[CountedKind, ...]:
    """How many of some articles were saved as each kind of file."""
    found = set(articles.tolist())
    counts = {kind: len(found.intersection(marked(kind))) for kind in KINDS}
    ranked = sorted(counts.items(), key=lambda count: -count[1])
    return tuple(CountedKind(name=kind, articles=count) for kind, count in ranked if count)


def _names(
    snapshot: Snapshot, catalogue: Catalogue, rows: NDArray[np.int64]
) -> tuple[tuple[CountedName, ...], bool]:
    """The names that some rows mention, each counted once for an article, as a search for both would find it.

    Also whether there are more than these.
    """
    if not len(rows):
        return (), False
    held = mentioned(snapshot, catalogue, rows, _MOST_LOCALS)
    each = np.bincount(held.which, minlength=len(held.entities))
    counts = dict(zip(held.entities, each.tolist(), strict=True))
    foremost = heapq.nsmallest(NAMES, counts, key=lambda entity: (-counts[entity], entity))
    called, forms = catalogue.called(foremost), catalogue.forms_of(foremost)
    found = [
        CountedName(
            name=name,
            kind=Kind(kind),
            articles=counts[entity],
            aliases=tuple(sorted(forms.get(entity, set()) - {name})),
        )
        for entity, (name, kind) in called.items()
        if kind in _LISTED and counts[entity]
    ]
    return tuple(sorted(found, key=lambda f: (-f.articles, f.name, f.kind))), len(counts) > NAMES
