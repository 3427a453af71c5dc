"""Queries for passages and articles that are known by name: what some other store than the engine's knows of them."""

from collections.abc import Iterable

import numpy as np
from whoosh import query

from index.engine.arrays import Array

_NUMBER_BITS = 24
"""As many passages can an article have."""


class InPassages(query.Query):  # type: ignore[misc]
    """Matches the rows of some passages, each with score 0."""

    def __init__(self, passages: Iterable[tuple[int, int]]) -> None:
        """Passages as (article, number)."""
        self.codes = np.array(
            sorted(article << _NUMBER_BITS | number for article, number in set(passages)), np.int64
        )

    def among(self, articles: Array, numbers: Array) -> Array:
        """A mask over rows of which the articles and the passages' numbers are given."""
        codes = articles.astype(np.int64) << _NUMBER_BITS | numbers
        mask: Array = np.isin(codes, self.codes)
        return mask


class InArticles(query.Query):  # type: ignore[misc]
    """Matches all rows of some articles, each with score 0."""

    def __init__(self, articles: Iterable[int]) -> None:
        self.articles = np.array(sorted(articles), np.int64)

    def among(self, articles: Array) -> Array:
        """A mask over rows of which the articles are given."""
        mask: Array = np.isin(articles, self.articles)
        return mask
