"""Which of what matches is shown, and in which order: passages, articles, or the best passages of articles."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from index.engine import Grouped, Matches, Snapshot
from index.engine.passages import InArticles
from models.search import Order

Rows: TypeAlias = NDArray[np.int64]
Scores: TypeAlias = NDArray[np.float32]
Places: TypeAlias = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Found:
    """Passages, or articles."""

    rows: Rows
    """Passages; of an article any of its own."""
    scores: Scores
    passages: NDArray[np.int64]
    """How many passages of the row's article match, itself among them."""
    grouped: Grouped | None = None
    """Knows the passages of articles."""

    def shown(self, places: Places, of_each: int | None) -> "Found":
        """What is shown of the entries at some places.

        Args:
            places: In the order wanted.
            of_each: Of an article its best passages, at most so many; None is the best one, with the article's score.
        """
        if self.grouped is None:
            return Found(self.rows.take(places), self.scores.take(places), self.passages.take(places))
        passages, entries = self.grouped.best(places, of_each or 1)
        own = places.take(entries)
        scores = self.grouped.every_score.take(passages) if of_each else self.scores.take(own)
        return Found(self.grouped.every_row.take(passages), scores, self.passages.take(own))


class Both(NamedTuple):
    """What has everything that was asked for, told apart from what has some of it."""

    full: Found
    partial: Found
    others: int
    """How many are partial, those that are only counted among them."""


NONE = Found(np.empty(0, np.int64), np.empty(0, np.float32), np.empty(0, np.int64))


def passages(snapshot: Snapshot, full: Matches, some: Matches | None) -> Both:
    """Passages told apart."""
    whole = _each(snapshot, full)
    if some is None:
        return Both(whole, NONE, 0)
    rest = _each(snapshot, _without_rows(snapshot, some, full))
    return Both(whole, rest, len(rest.rows))


def articles(snapshot: Snapshot, full: Matches, some: Matches | None, others: float, limit: int) -> Both:
    """Articles told apart. Where full ones fill the limit, partial ones are counted only.

    Args:
        snapshot: The rows searched.
        full: Passages with everything.
        some: Passages with some of it, and those with everything; None where nothing may be missing.
        others: The share that an article's other passages have in its score.
        limit: How many are shown.
    """
    whole = _by_article(snapshot, full, others)
    if some is None:
        return Both(whole, NONE, 0)
    if not len(full.rows):
        rest = _by_article(snapshot, some, others)
        return Both(whole, rest, len(rest.rows))
    told = snapshot.articles.marked(full.rows)
    if len(whole.rows) >= limit:
        return Both(whole, NONE, int(np.count_nonzero(snapshot.articles.marked(some.rows) & ~told)))
    rest = _by_article(snapshot, _without(some, told.take(snapshot.articles.number.take(some.rows))), others)
    return Both(whole, rest, len(rest.rows))


def passages_of_articles(snapshot: Snapshot, full: Matches, some: Matches | None, limit: int) -> Both:
    """Passages told apart, together with those of their article, which stands where its best one does.

    Where articles with full passages fill the limit, partial passages are counted only.
    """
    whole = _by_article(snapshot, full, 0.0)
    if some is None:
        return Both(whole, NONE, 0)
    others = len(some.rows) - len(full.rows)
    if len(whole.rows) >= limit:
        return Both(whole, NONE, others)
    return Both(whole, _by_article(snapshot, _without_rows(snapshot, some, full), 0.0), others)


def first(snapshot: Snapshot, found: Found, order: Order, limit: int, new: InArticles) -> Places:
    """The places of the first `limit` in order, new articles before others.

    Ties go to the article of the later date, then to the earlier passage.
    """
    limit = max(limit, 0)
    if not len(new.articles):
        return snapshot.first(found.rows, found.scores, limit, order)
    mask = new.among(snapshot.column("article").take(found.rows))
    parts = [np.flatnonzero(mask), np.flatnonzero(~mask)]
    firsts = [
        part.take(snapshot.first(found.rows.take(part), found.scores.take(part), limit, order))
        for part in parts
    ]
    return np.concatenate(firsts)[:limit]


def foremost(
    parts: Sequence[NDArray[np.int64]], count: int, copies: Mapping[int, Sequence[int]]
) -> list[NDArray[np.bool_]]:
    """Which entries are of the first so many articles, or of their copies.

    Args:
        parts: The article of each entry, in lists one after the other.
        count: How many articles.
        copies: Near-identical articles: the group of each that is in one.
    """
    first = list(dict.fromkeys(np.concatenate(parts).tolist()))[:count]
    kept = list({*first, *(copy for article in first for copy in copies.get(article, ()))})
    return [np.isin(own, kept) for own in parts]


def _without_rows(snapshot: Snapshot, matches: Matches, unwanted: Matches) -> Matches:
    told = np.zeros(snapshot.rows_total, bool)
    told[unwanted.rows] = True
    return _without(matches, told.take(matches.rows))


def _without(matches: Matches, unwanted: NDArray[np.bool_]) -> Matches:
    kept = np.flatnonzero(~unwanted)
    return Matches(matches.rows.take(kept), matches.scores.take(kept))


def _each(snapshot: Snapshot, matches: Matches) -> Found:
    numbers = snapshot.articles.number.take(matches.rows)
    counts = np.bincount(numbers).take(numbers) if len(numbers) else NONE.passages
    return Found(matches.rows, matches.scores, counts)


def _by_article(snapshot: Snapshot, matches: Matches, others: float) -> Found:
    """Articles, scored as their best passage with a share of what the others score."""
    found = snapshot.articles.grouped(matches.rows, matches.scores)
    scores = found.highest
    if others:
        scores = scores + np.float32(others) * (found.total - scores)
    return Found(found.rows, scores, found.counts, found)
