"""Rows by article, without sorting: an article's rows lie side by side, but for what a merge or a large batch split."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.engine.arrays import Array
from index.engine.scoring import Scores


class Grouped(NamedTuple):
    """One entry for each article that has any of some rows."""

    best: NDArray[np.intp]
    """The place of its best row among them, the first of equals."""
    highest: Scores
    """That row's score."""
    total: Scores
    """The scores of all its rows added up."""
    counts: NDArray[np.int64]
    """How many of the rows are its own."""


class Articles:
    """The articles of a snapshot, numbered from 0."""

    def __init__(self, column: Array) -> None:
        """Number the articles of a column that holds each row's."""
        begins = np.flatnonzero(np.concatenate([[True], column[1:] != column[:-1]])[: len(column)])
        articles, numbers = np.unique(column[begins], return_inverse=True)
        self.total = len(articles)
        """How many there are, those with deleted rows only counted too."""
        self.number: NDArray[np.int32] = np.repeat(
            numbers.astype(np.int32), np.diff(begins, append=len(column))
        )
        """The number of each row's article."""
        self._split = len(articles) < len(begins)

    def marked(self, rows: Array) -> NDArray[np.bool_]:
        """A mask over the articles, True at those of some rows."""
        mask = np.zeros(self.total, bool)
        mask[self.number.take(rows)] = True
        return mask

    def grouped(self, rows: Array, scores: Scores) -> Grouped:
        """The rows of each article together; articles in the order of their rows, if those ascend."""
        if not len(rows):
            return Grouped(np.empty(0, np.intp), scores, scores, np.empty(0, np.int64))
        which = self.number.take(rows)
        begins = np.flatnonzero(np.concatenate([[True], which[1:] != which[:-1]]))
        order = None
        if self._split and int(np.bincount(which.take(begins)).max()) > 1:
            order = np.argsort(which, kind="stable")
            which, scores = which.take(order), scores.take(order)
            begins = np.flatnonzero(np.concatenate([[True], which[1:] != which[:-1]]))
        counts = np.diff(begins, append=len(which))
        highest = np.maximum.reduceat(scores, begins)
        candidates = np.flatnonzero(scores == np.repeat(highest, counts))
        among = which.take(candidates)
        best = candidates.take(np.flatnonzero(np.concatenate([[True], among[1:] != among[:-1]])))
        total = np.add.reduceat(scores, begins)
        return Grouped(best if order is None else order.take(best), highest, total, counts)
