"""A query to an answer: passages with all the words first, then the best partial matches, told apart."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue
from index.engine import Grouped, Snapshot
from index.presenting import Presenter
from index.query.compiling import Compiled, compile_query, ignored
from index.query.names import NameLookup
from index.query.parsing import parse
from index.query.plain import describe
from index.query.suggesting import suggest
from models.search import Answer, Grouping, Order

Rows = NDArray[np.int64]
Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Found:
    """Passages, or the best passage of each article, in the order they are shown."""

    rows: Rows
    scores: Scores
    passages: NDArray[np.int64]
    """How many passages of the row's article match, itself among them."""
    grouped: Grouped | None = None
    """Knows the best passages of articles, of which `rows` has any until they are shown."""


_NONE = _Found(np.empty(0, np.int64), np.empty(0, np.float32), np.empty(0, np.int64))


def search(
    snapshot: Snapshot,
    catalogue: Catalogue,
    query: str,
    *,
    limit: int,
    group: Grouping = "passage",
    order: Order = "relevance",
    typing: bool = False,
) -> Answer:
    """Answer a query. Nothing that can be typed is an error.

    Args:
        snapshot: The rows searched.
        catalogue: The articles they belong to.
        query: As typed.
        limit: The most hits given; totals count all.
        group: Whether a hit is a passage, or an article by its best passage.
        order: Best first, or by date, in which the undated come last.
        typing: The last word may be unfinished.
    """
    tree = parse(query, typing=typing)
    names = NameLookup(catalogue, snapshot.outlets)
    compiled = compile_query(tree, names)
    understood = describe(tree, ignored=ignored(tree), names=names.names, outlets=names.outlets)
    ranked = compiled.ranked and order == "relevance"
    full, partial, others, articles = _evaluate(snapshot, compiled, group, limit)
    whole = _ordered(snapshot, full, order if ranked or order != "relevance" else "newest", limit)
    rest = _ordered(snapshot, partial, order, limit - len(whole.rows))
    return Answer(
        query=query,
        understood=understood,
        total=len(full.rows),
        partial=others,
        articles=articles,
        hits=Presenter(snapshot, catalogue, tree, names).hits(whole, rest),
        suggestion=suggest(snapshot, tree, query) if not len(full.rows) else None,
    )


def _evaluate(
    snapshot: Snapshot, compiled: Compiled, group: Grouping, limit: int
) -> tuple[_Found, _Found, int, int]:
    """Full matches, partial ones that are not full, how many these are, and in how many articles the full ones stand.

    Where full matches fill the limit, partial ones are counted only.
    """
    matches = snapshot.evaluate(compiled.full)
    by_article = group == "article"
    among = snapshot.articles.marked(matches.rows)
    full = (_by_article if by_article else _each)(snapshot, matches.rows, matches.scores)
    articles = int(np.count_nonzero(among))
    if compiled.partial is None:
        return full, _NONE, 0, articles
    some = snapshot.evaluate(compiled.partial)
    if by_article and len(full.rows) >= limit:
        fresh_articles = snapshot.articles.marked(some.rows) & ~among
        return full, _NONE, int(np.count_nonzero(fresh_articles)), articles
    if by_article:
        told = among.take(snapshot.articles.number.take(some.rows))
    else:
        whole = np.zeros(snapshot.rows_total, bool)
        whole[matches.rows] = True
        told = whole.take(some.rows)
    fresh = np.flatnonzero(~told)
    partial = (_by_article if by_article else _each)(snapshot, some.rows.take(fresh), some.scores.take(fresh))
    return full, partial, len(partial.rows), articles


def _each(snapshot: Snapshot, rows: Rows, scores: Scores) -> _Found:
    numbers = snapshot.articles.number.take(rows)
    return _Found(rows, scores, np.bincount(numbers).take(numbers) if len(rows) else _NONE.passages)


def _by_article(snapshot: Snapshot, rows: Rows, scores: Scores) -> _Found:
    """The best passage of each article, scored with what its other passages add."""
    found = snapshot.articles.grouped(rows, scores)
    total = found.highest + np.float32(_OTHERS) * (found.total - found.highest)
    return _Found(found.rows, total, found.counts, found)


_OTHERS = 0.1
"""What an article's other matching passages count beside its best one: best of 0 to 1 on three test collections."""


def _ordered(snapshot: Snapshot, found: _Found, order: Order, limit: int) -> _Found:
    """The first `limit` in order; ties go to the newer article, then to the earlier passage."""
    picked = snapshot.first(found.rows, found.scores, max(limit, 0), order)
    rows = found.grouped.best(picked) if found.grouped else found.rows.take(picked)
    return _Found(rows, found.scores.take(picked), found.passages.take(picked))
