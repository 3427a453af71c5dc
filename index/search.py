"""A query to an answer: passages with all the words first, then the best partial matches, told apart."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue
from index.engine import Snapshot
from index.query.compiling import Compiled, compile_query, ignored
from index.query.highlighting import Highlighter
from index.query.names import NameLookup
from index.query.parsing import parse
from index.query.plain import describe
from index.query.suggesting import suggest
from models.search import Answer, Grouping, Hit, Order

Rows = NDArray[np.int64]
Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Found:
    """Passages, or the best passage of each article, in the order they are shown."""

    rows: Rows
    scores: Scores
    passages: NDArray[np.int64]
    """How many passages of the article match, where grouped; else ones."""


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
    names = NameLookup(catalogue)
    compiled = compile_query(tree, names.locals_named)
    understood = describe(tree, ignored=ignored(tree), names=names.names, outlets=names.outlets)
    ranked = compiled.ranked and order == "relevance"
    full, partial, articles = _evaluate(snapshot, compiled, group)
    whole = _ordered(snapshot, full, order if ranked or order != "relevance" else "newest", limit)
    rest = _ordered(snapshot, partial, order, limit - len(whole.rows))
    show = _Shower(snapshot, catalogue, Highlighter(tree, ignored(tree)))
    hits = [*show.hits(whole, full=True), *show.hits(rest, full=False)]
    return Answer(
        query=query,
        understood=understood,
        total=len(full.rows),
        partial=len(partial.rows),
        articles=articles,
        hits=tuple(hit.model_copy(update={"rank": rank}) for rank, hit in enumerate(hits, 1)),
        suggestion=suggest(snapshot, tree, query) if not len(full.rows) else None,
    )


def _evaluate(snapshot: Snapshot, compiled: Compiled, group: Grouping) -> tuple[_Found, _Found, int]:
    """Full matches, partial ones that are not full, and in how many articles the full ones stand."""
    matches = snapshot.evaluate(compiled.full)
    article = snapshot.column("article")
    full_articles = np.unique(article[matches.rows])
    if compiled.partial is None:
        rows, scores = np.empty(0, np.int64), np.empty(0, np.float32)
    else:
        some = snapshot.evaluate(compiled.partial)
        if group == "article":
            fresh = ~np.isin(article[some.rows], full_articles)
        else:
            fresh = ~np.isin(some.rows, matches.rows, assume_unique=True)
        rows, scores = some.rows[fresh], some.scores[fresh]
    if group == "article":
        full, partial = (
            _by_article(snapshot, matches.rows, matches.scores),
            _by_article(snapshot, rows, scores),
        )
    else:
        full, partial = _each(matches.rows, matches.scores), _each(rows, scores)
    return full, partial, len(full_articles)


def _each(rows: Rows, scores: Scores) -> _Found:
    return _Found(rows, scores, np.ones(len(rows), np.int64))


def _by_article(snapshot: Snapshot, rows: Rows, scores: Scores) -> _Found:
    """The best passage of each article, scored with what its other passages add."""
    articles, which, counts = np.unique(
        snapshot.column("article")[rows], return_inverse=True, return_counts=True
    )
    order = np.lexsort((-scores, which))
    firsts = order[np.r_[0, np.flatnonzero(np.diff(which[order])) + 1]] if len(order) else order
    total = np.bincount(which, weights=scores, minlength=len(articles)) if len(order) else scores
    best = scores[firsts]
    return _Found(rows[firsts], (best + _OTHERS * (total - best)).astype(np.float32), counts)


_OTHERS = 0.1
"""What an article's other matching passages count beside its best one: best of 0 to 1 on three test collections."""


def _ordered(snapshot: Snapshot, found: _Found, order: Order, limit: int) -> _Found:
    """The first `limit` in order; ties go to the newer article, then to the earlier passage."""
    if limit <= 0 or not len(found.rows):
        return _Found(found.rows[:0], found.scores[:0], found.passages[:0])
    day = snapshot.column("day")[found.rows]
    if order == "oldest":
        key: NDArray[np.int64] = np.where(day == 0, np.iinfo(np.int32).max, day)
        picked = np.lexsort((found.rows, -found.scores, key))
    elif order == "newest":
        picked = np.lexsort((found.rows, -found.scores, -day))
    else:
        picked = _best(found, day, limit)
    picked = picked[:limit]
    return _Found(found.rows[picked], found.scores[picked], found.passages[picked])


def _best(found: _Found, day: NDArray[np.int64], limit: int) -> NDArray[np.int64]:
    candidates: NDArray[np.int64] = np.arange(len(found.rows))
    if len(candidates) > 4 * limit:
        # Sorting only what can be among the first: at 25,000 hits it saves most of the time.
        threshold = np.partition(found.scores, len(candidates) - limit)[len(candidates) - limit]
        candidates = np.flatnonzero(found.scores >= threshold)
    order = np.lexsort((found.rows[candidates], -day[candidates], -found.scores[candidates]))
    return candidates[order]


class _Shower:
    """Rows to hits."""

    def __init__(self, snapshot: Snapshot, catalogue: Catalogue, highlighter: Highlighter) -> None:
        self._article = snapshot.column("article")
        self._passage = snapshot.column("passage")
        self._catalogue = catalogue
        self._highlighter = highlighter

    def hits(self, found: _Found, *, full: bool) -> Iterator[Hit]:
        for row, score, passages in zip(found.rows, found.scores, found.passages, strict=True):
            revision, number = int(self._article[row]), int(self._passage[row])
            heading = self._catalogue.heading(revision)
            passage = self._catalogue.passage(revision, number)
            if heading is None or passage is None:
                # Committed by another process after this snapshot was opened.
                continue
            start, end, text = passage
            yield Hit(
                rank=0,
                score=round(float(score), 4),
                path=heading.key.path,
                part=heading.key.part,
                paths=heading.paths,
                title=heading.title,
                outlet=heading.outlet,
                published=heading.published,
                passage=number,
                start=start,
                end=end,
                text=text,
                highlights=self._highlighter.spans(text, headline=number == 0),
                full=full,
                passages=int(passages),
            )
