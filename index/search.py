"""A query to an answer: passages with all the words first, then the best partial matches, told apart."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index import questions
from index.catalogue import Catalogue
from index.engine import Grouped, Matches, Snapshot
from index.engine.passages import InArticles
from index.presenting import Groups, Presenter
from index.query.compiling import Compiled, compile_query, ignored
from index.query.names import NameLookup
from index.query.parsing import parse
from index.query.plain import describe
from index.query.suggesting import suggest
from models.mark import Mark
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


class _Both(NamedTuple):
    """What has everything that was asked for, told apart from what has some of it."""

    full: _Found
    partial: _Found
    others: int
    """How many are partial, those that are only counted among them."""


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
    foremost: int | None = None,
    groups: Groups | None = None,
    new: Collection[int] = (),
    marked: Callable[[Mark], Collection[int]] = lambda _: (),
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
        foremost: Give of these hits only those of the articles that the first so many are from, and of their copies;
            None gives all.
        groups: Which articles are near-identical.
        new: The articles that are new to the reader, which come before the others.
        marked: Knows with which articles the reader has done something.
    """
    groups = groups or {}
    tree = parse(query, typing=typing)
    names = NameLookup(catalogue, snapshot.outlets, marked)
    fresh = InArticles(new)
    compiled = compile_query(tree, names)
    understood = describe(tree, ignored=ignored(tree), names=names.names, outlets=names.outlets)
    ranked = compiled.ranked and order == "relevance"
    question = bool(compiled.question) and order == "relevance"
    full, some = _matches(snapshot, catalogue, compiled, group, order)
    if group == "article":
        # The scores of a question have the whole article in them already.
        found = _articles(snapshot, full, some, 0.0 if question else _OTHERS, limit)
    else:
        found = _passages(snapshot, full, some)
    by_rank: Order = order if ranked or order != "relevance" else "newest"
    whole = _ordered(snapshot, found.full, by_rank, limit, fresh)
    rest = _ordered(snapshot, found.partial, order, limit - len(whole.rows), fresh)
    if foremost is not None:
        first = np.concatenate([whole.rows, rest.rows])[:foremost]
        articles = set(snapshot.column("article").take(first).tolist())
        articles.update(copy for article in tuple(articles) for copy in groups.get(article, ()))
        whole, rest = _of(snapshot, whole, articles), _of(snapshot, rest, articles)
    return Answer(
        query=query,
        understood=understood,
        total=len(found.full.rows),
        partial=found.others,
        articles=int(np.count_nonzero(snapshot.articles.marked(full.rows))),
        new=int(np.count_nonzero(snapshot.articles.marked(_in(snapshot, full.rows, fresh)))),
        hits=Presenter(snapshot, catalogue, tree, names, groups, new=new).hits(whole, rest),
        suggestion=suggest(snapshot, tree, query) if not len(full.rows) else None,
    )


def articles(
    snapshot: Snapshot,
    catalogue: Catalogue,
    query: str,
    *,
    typing: bool = False,
    marked: Callable[[Mark], Collection[int]] = lambda _: (),
) -> list[int]:
    """The articles, by revision, of all passages with everything that a query asks for.

    Args:
        snapshot: The rows searched.
        catalogue: The articles they belong to.
        query: As typed.
        typing: The last word may be unfinished.
        marked: Knows with which articles the reader has done something.
    """
    names = NameLookup(catalogue, snapshot.outlets, marked)
    found = snapshot.evaluate(compile_query(parse(query, typing=typing), names).full)
    revisions: list[int] = np.unique(snapshot.column("article").take(found.rows)).tolist()
    return revisions


def _matches(
    snapshot: Snapshot, catalogue: Catalogue, compiled: Compiled, group: Grouping, order: Order
) -> tuple[Matches, Matches | None]:
    """Passages with everything that was asked for; those with some of it, where words may be missing."""
    full = snapshot.evaluate(compiled.full)
    if compiled.partial is None:
        return full, None
    some = snapshot.evaluate(compiled.partial)
    if compiled.question and order == "relevance":
        some = questions.ranked(snapshot, catalogue, compiled.question, some, group)
        # What has everything has something.
        full = Matches(full.rows, some.scores.take(np.searchsorted(some.rows, full.rows)))
    return full, some


def _passages(snapshot: Snapshot, full: Matches, some: Matches | None) -> _Both:
    """Passages told apart."""
    whole = _each(snapshot, full)
    if some is None:
        return _Both(whole, _NONE, 0)
    told = np.zeros(snapshot.rows_total, bool)
    told[full.rows] = True
    rest = _each(snapshot, _without(some, told.take(some.rows)))
    return _Both(whole, rest, len(rest.rows))


def _articles(snapshot: Snapshot, full: Matches, some: Matches | None, others: float, limit: int) -> _Both:
    """Articles told apart. Where full ones fill the limit, partial ones are counted only."""
    whole = _by_article(snapshot, full, others)
    if some is None:
        return _Both(whole, _NONE, 0)
    if not len(full.rows):
        rest = _by_article(snapshot, some, others)
        return _Both(whole, rest, len(rest.rows))
    told = snapshot.articles.marked(full.rows)
    if len(whole.rows) >= limit:
        return _Both(whole, _NONE, int(np.count_nonzero(snapshot.articles.marked(some.rows) & ~told)))
    rest = _by_article(snapshot, _without(some, told.take(snapshot.articles.number.take(some.rows))), others)
    return _Both(whole, rest, len(rest.rows))


def _without(matches: Matches, unwanted: NDArray[np.bool_]) -> Matches:
    kept = np.flatnonzero(~unwanted)
    return Matches(matches.rows.take(kept), matches.scores.take(kept))


def _each(snapshot: Snapshot, matches: Matches) -> _Found:
    numbers = snapshot.articles.number.take(matches.rows)
    passages = np.bincount(numbers).take(numbers) if len(numbers) else _NONE.passages
    return _Found(matches.rows, matches.scores, passages)


def _by_article(snapshot: Snapshot, matches: Matches, others: float) -> _Found:
    """The best passage of each article, scored with a share of what its other passages score."""
    found = snapshot.articles.grouped(matches.rows, matches.scores)
    scores = found.highest
    if others:
        scores = scores + np.float32(others) * (found.total - scores)
    return _Found(found.rows, scores, found.counts, found)


_OTHERS = 0.1
"""What an article's other matching passages count beside its best one: best of 0 to 1 on three test collections."""


def _ordered(snapshot: Snapshot, found: _Found, order: Order, limit: int, new: InArticles) -> _Found:
    """The first `limit` in order, new articles before others.

    Ties go to the article of the later date, then to the earlier passage.
    """
    limit = max(limit, 0)
    if len(new.articles):
        mask = new.among(snapshot.column("article").take(found.rows))
        parts = [np.flatnonzero(mask), np.flatnonzero(~mask)]
        firsts = [
            part.take(snapshot.first(found.rows.take(part), found.scores.take(part), limit, order))
            for part in parts
        ]
        picked = np.concatenate(firsts)[:limit]
    else:
        picked = snapshot.first(found.rows, found.scores, limit, order)
    rows = found.grouped.best(picked) if found.grouped else found.rows.take(picked)
    return _Found(rows, found.scores.take(picked), found.passages.take(picked))


def _in(snapshot: Snapshot, rows: Rows, articles: InArticles) -> Rows:
    """Those of some rows that belong to these articles."""
    return rows[articles.among(snapshot.column("article").take(rows))]


def _of(snapshot: Snapshot, found: _Found, articles: set[int]) -> _Found:
    """What is found in these articles."""
    kept = np.flatnonzero(np.isin(snapshot.column("article").take(found.rows), list(articles)))
    return _Found(found.rows.take(kept), found.scores.take(kept), found.passages.take(kept))
