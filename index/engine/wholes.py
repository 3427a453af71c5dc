"""Words over whole articles: how much an article has of them, however it was cut into rows."""

import math
from collections.abc import Mapping
from functools import cached_property

import numpy as np

from index.engine.arrays import Array
from index.engine.caching import Cache
from index.engine.field import Field
from index.engine.grouping import Articles
from index.engine.matches import Found
from index.engine.scoring import Scores

K1, B = 1.2, 0.75
"""BM25's saturation and weight of length, as usual for articles; 1.6 and 2, .4 and .6 are within .01 in ranking."""


class Wholes:
    """One field of a snapshot with each article as one text. Deleted articles count until they are merged away."""

    def __init__(self, field: Field, articles: Articles, cache: Cache) -> None:
        """Look at a field's rows by their articles; scores of terms are kept in `cache`."""
        self._field = field
        self._articles = articles
        self._cache = cache

    @cached_property
    def norms(self) -> Scores:
        """What BM25's denominator adds to a term's frequency: k1 · (1 - b + b · length / average), by article."""
        lengths = np.bincount(
            self._articles.number, weights=self._field.lengths, minlength=self._articles.total
        )
        average = lengths.mean() if lengths.any() else 1.0
        return np.asarray(K1 * (1 - B + B * lengths / average), np.float32)

    def scores(self, weights: Mapping[str, float]) -> Scores:
        """Weighted BM25 of some terms for every article, 0 where an article has none of them.

        The sum over the terms of weight · ln(1 + (N - n + ½) / (n + ½)) · f (k1 + 1) / (f + norm): N articles, n of
        which have the term, this one f times (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009).
        """
        scores = np.zeros(self._articles.total, np.float32)
        for term, weight in weights.items():
            found = self._term(term)
            scores[found.rows] += found.scores * np.float32(weight)
        return scores

    def _term(self, term: str) -> Found:
        """The articles that have a term, in place of rows, with its BM25."""
        return self._cache.get((Wholes, self._field.name, term), lambda: self._weighed(term))

    def _weighed(self, term: str) -> Found:
        rows, counts = self._field.card(term).postings
        grouped = self._articles.grouped(rows, counts.astype(np.float32))
        articles: Array = grouped.numbers.astype(np.uint32)
        total, having = self._articles.total, len(articles)
        rarity = math.log(1 + (total - having + 0.5) / (having + 0.5))
        scores = grouped.total * np.float32(rarity * (K1 + 1)) / (grouped.total + self.norms.take(articles))
        return Found(articles, scores)
