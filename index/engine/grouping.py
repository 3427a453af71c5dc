"""Rows by article, without sorting: an article's rows lie side by side, but for what a merge or a large batch split."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.engine.arrays import Array
from index.engine.matches import begins
from index.engine.scoring import Scores


class Grouped(NamedTuple):
    """One entry for each article that has any of some rows."""

    rows: Array
    """A row of each article: the first that was given."""
    highest: Scores
    """The score of its best row."""
    total: Scores
    """The scores of all its rows added up."""
    counts: NDArray[np.int64]
    """How many of the rows are its own."""
    every_row: Array
    """All rows, article after article."""
    every_score: Scores
    """Their scores."""

    def best(self, places: Array) -> Array:
        """The best row, the first of equals, of the articles at some places: looked for in few of them only."""
        ends = np.cumsum(self.counts)
        found = []
        for begin, end in zip(
            (ends - self.counts).take(places).tolist(), ends.take(places).tolist(), strict=True
        ):
            found.append(begin + int(self.every_score[begin:end].argmax()))
        return self.every_row.take(found) if found else self.every_row[:0]


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
        if not len(rows):
            return Grouped(rows, scores, scores, np.empty(0, np.int64), rows, scores)
        which = self.number.take(rows)
        first = begins(which)
        if self._split and int(np.bincount(which.take(first)).max()) > 1:
            order = np.argsort(which, kind="stable")
            which, rows, scores = which.take(order), rows.take(order), scores.take(order)
            first = begins(which)
        return Grouped(
            rows.take(first),
            np.maximum.reduceat(scores, first),
            np.add.reduceat(scores, first),
            np.diff(first, append=len(which)),
            rows,
            scores,
        )
