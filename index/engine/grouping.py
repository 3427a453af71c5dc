"""Rows by article, without sorting: an article's rows lie side by side, but for what a merge or a large batch split."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.engine.arrays import Array
from index.engine.matches import NOWHERE, begins
from index.engine.scoring import Scores

_SPARSE = 4
"""Below one row for so many articles, an array of all articles costs more than runs of rows."""


class Grouped:
    """One entry for each article that has any of some rows."""

    def __init__(self, articles: int, which: Array, rows: Array, scores: Scores) -> None:
        """Take rows that lie article after article.

        Args:
            articles: How many articles there are.
            which: Each row's article.
            rows: The rows.
            scores: Their scores.
        """
        self._articles = articles
        self._which = which
        self._first = begins(which)
        self.every_row = rows
        """All rows, article after article."""
        self.every_score = scores
        """Their scores."""
        self.numbers: Array = which.take(self._first)
        """The articles."""
        self.rows: Array = rows.take(self._first)
        """A row of each article: the first that was given."""

    @cached_property
    def counts(self) -> NDArray[np.int64]:
        """How many of the rows are each article's own."""
        return np.diff(self._first, append=len(self._which))

    @cached_property
    def highest(self) -> Scores:
        """The score of each article's best row."""
        return self._combined(np.maximum)

    @cached_property
    def total(self) -> Scores:
        """The scores of all its rows added up."""
        return self._combined(np.add)

    def _combined(self, ufunc: np.ufunc) -> Scores:
        if len(self.every_row) * _SPARSE < self._articles:
            return ufunc.reduceat(self.every_score, self._first) if len(self._first) else self.every_score
        # Rows in place: a third of the time that runs of a few rows each take.
        found = np.full(self._articles, -np.inf if ufunc is np.maximum else 0, np.float32)
        ufunc.at(found, self._which.astype(np.intp), self.every_score)
        return found.take(self.numbers)

    def best(self, places: Array, most: int = 1) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """The best rows, the first of equals first, of the articles at some places: looked for in few of them only.

        Args:
            places: Of articles, in any order.
            most: So many rows of each, or all that it has.

        Returns:
            Places among `every_row`, article after article, and for each the number of its article among `places`.
        """
        ends = np.cumsum(self.counts)
        found, own = [NOWHERE], [NOWHERE]
        for number, (begin, end) in enumerate(
            zip((ends - self.counts).take(places).tolist(), ends.take(places).tolist(), strict=True)
        ):
            scores = self.every_score[begin:end]
            best = np.array([scores.argmax()]) if most == 1 else np.argsort(-scores, kind="stable")[:most]
            found.append(best + begin)
            own.append(np.full(len(best), number, np.intp))
        return np.concatenate(found), np.concatenate(own)


class Articles:
    """The articles of a snapshot, numbered from 0."""

    def __init__(self, column: Array) -> None:
        """Number the articles of a column that holds each row's."""
        first = begins(column)
        articles, numbers = np.unique(column[first], return_inverse=True)
        self.total = len(articles)
        """How many there are, those with deleted rows only counted too."""
        self.number: NDArray[np.int32] = np.repeat(
            numbers.astype(np.int32), np.diff(first, append=len(column))
        )
        """The number of each row's article."""
        self._split = len(articles) < len(first)

    def marked(self, rows: Array) -> NDArray[np.bool_]:
        """A mask over the articles, True at those of some rows."""
        mask = np.zeros(self.total, bool)
        mask[self.number.take(rows)] = True
        return mask

    def grouped(self, rows: Array, scores: Scores) -> Grouped:
        """The rows of each article together; articles in the order of their rows, if those ascend."""
        which = self.number.take(rows)
        if self._split:
            first = begins(which)
            if len(first) and int(np.bincount(which.take(first)).max()) > 1:
                order = np.argsort(which, kind="stable")
                which, rows, scores = which.take(order), rows.take(order), scores.take(order)
        return Grouped(self.total, which, rows, scores)
