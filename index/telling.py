"""What tells some articles from others: names they mention and words of their headlines, by how much oftener."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue
from index.engine import Snapshot
from index.mentioned import mentioned
from index.words import STOP_WORDS, fold, forms, stem, terms
from models.kind import Kind
from models.timeline import Telling

_CANDIDATES = 150
"""Local names looked at, and stems; what is rarer than the 150 commonest of a stretch does not characterise it."""
_LEAST_KEYNESS = 6.63
"""The log-likelihood that two such different shares are reached by chance in one case of a hundred, for one word."""
_LEAST_ARTICLES = 2
"""What is in one article only tells that article."""
_LEAST_LETTERS = 3
_LOOKED_AT = 20
"""Headlines that are read to see how a stem is written."""
_KINDS = ("PERSON", "ORG", "PLACE", "EVENT")


def keyness(inside: int, articles: int, outside: int, others: int) -> float:
    """How surely something is in more of some articles than of others; 0 where it is in as many or fewer.

    Log-likelihood G² of the counts in two corpora (Dunning, Accurate Methods for the Statistics of Surprise and
    Coincidence, 1993, as Rayson and Garside, Comparing Corpora using Frequency Profiling, 2000, use it for keywords),
    with articles in the place of words.

    Args:
        inside: Articles that have it.
        articles: Of so many.
        outside: Others that have it.
        others: Of so many.
    """
    if not articles or not others or inside * others <= outside * articles:
        return 0.0
    share = (inside + outside) / (articles + others)
    found = inside * math.log(inside / (articles * share))
    if outside:
        found += outside * math.log(outside / (others * share))
    return 2 * found


def telling(
    snapshot: Snapshot,
    catalogue: Catalogue,
    rows: NDArray[np.int64],
    within: NDArray[np.bool_],
    each: NDArray[np.int64],
    *,
    asked: frozenset[str],
) -> tuple[Telling, ...]:
    """The names and words that some articles have more often than others, the most telling first.

    Args:
        snapshot: Where the rows are.
        catalogue: Names and headlines.
        rows: The rows of all that are compared, in which names are looked for.
        within: A mask over all rows of the snapshot: whose articles are asked about.
        each: A row of each article among `rows`, by whose headline it is looked at.
        asked: Stems that tell nothing, because they were asked for.
    """
    inside = int(np.count_nonzero(within.take(each)))
    others = len(each) - inside
    if inside < _LEAST_ARTICLES or not others:
        return ()
    names = _names(snapshot, catalogue, rows, within)
    words = _words(snapshot, catalogue, each, within)
    found = sorted(
        ((keyness(t.articles, inside, t.elsewhere, others), t) for t in (*names, *words)),
        key=lambda pair: (-pair[0], pair[1].kind is None, pair[1].text),
    )
    told: list[Telling] = []
    said = set(asked)
    for likelihood, one in found:
        if likelihood < _LEAST_KEYNESS:
            break
        stems = {stem(term) for term in terms(one.text)}
        # A word of a name, or a name of asked words, says the same again.
        if stems <= said or (one.kind is None and stems & said):
            continue
        said |= stems
        told.append(one)
    return tuple(told)


def _names(
    snapshot: Snapshot, catalogue: Catalogue, rows: NDArray[np.int64], within: NDArray[np.bool_]
) -> list[Telling]:
    there = rows[within.take(rows)]
    held = mentioned(snapshot, catalogue, rows, _CANDIDATES, frequent_in=there)
    own = snapshot.articles.marked(there).take(held.articles)
    counts = _both(held.which, own, len(held.entities))
    called = catalogue.called(held.entities)
    return [
        Telling(called[entity][0], Kind(called[entity][1]), *count)
        for entity, count in zip(held.entities, counts, strict=True)
        if count[0] >= _LEAST_ARTICLES and entity in called and called[entity][1] in _KINDS
    ]


def _words(
    snapshot: Snapshot, catalogue: Catalogue, each: NDArray[np.int64], within: NDArray[np.bool_]
) -> list[Telling]:
    stems = [
        found
        for found in snapshot.frequent_terms("title", each[within.take(each)], _CANDIDATES)
        if len(found) >= _LEAST_LETTERS and not found.isdigit() and found not in STOP_WORDS
    ]
    which, where = snapshot.terms_held("title", each, stems)
    own = within.take(where)
    counts = _both(which, own, len(stems))
    articles = snapshot.column("article")
    told = []
    for number, (found, count) in enumerate(zip(stems, counts, strict=True)):
        if count[0] >= _LEAST_ARTICLES:
            rows = where[(which == number) & own][:_LOOKED_AT]
            written = _written(catalogue, articles.take(rows).tolist(), found)
            told += [Telling(written, None, *count)] if written else []
    return told


def _both(which: NDArray[np.int64], own: NDArray[np.bool_], total: int) -> Sequence[tuple[int, int]]:
    """How many of the pairs of each of some things are inside, and how many are not."""
    inside, outside = np.bincount(which[own], minlength=total), np.bincount(which[~own], minlength=total)
    return list(zip(inside.tolist(), outside.tolist(), strict=True))


def _written(catalogue: Catalogue, revisions: Iterable[int], wanted: str) -> str | None:
    """How most of some headlines write a stem; in small letters if any does, as a name is not written."""
    seen: Counter[str] = Counter()
    for heading in catalogue.headings(revisions).values():
        seen.update(form for form in forms(heading.title or "") or () if stem(fold(form)) == wanted)
    if not seen:
        return wanted if wanted and not wanted.isascii() else None
    small = [form for form in seen if form.islower()]
    return max(small or seen, key=lambda form: (seen[form], form))
