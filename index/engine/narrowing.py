"""Rows that grow fewer part by part, as an And asks for; the words among the parts are scored on what is left."""

import numpy as np

from index.engine.arrays import Array
from index.engine.field import Field
from index.engine.matches import Found, Kept
from index.engine.scoring import Scores, bm25


class Narrowing:
    """Some rows, of which every part keeps those that it matches."""

    def __init__(self, rows: Array, scores: Scores | None = None) -> None:
        """Begin with all of some rows, ascending, and with what they score already."""
        self.rows = rows
        """Those that are left."""
        self._places: Array | None = None
        self._scores = scores
        self._constant = np.float32(0)
        self._words: dict[Field, list[tuple[Array, float]]] = {}

    def keep(self, places: Array) -> None:
        """Let go of all rows but those at some places, ascending."""
        if len(places) == len(self.rows):
            return
        self.rows = self.rows.take(places)
        self._places = places if self._places is None else self._places.take(places)
        if self._scores is not None:
            self._scores = self._scores.take(places)
        for words in self._words.values():
            words[:] = [(counts.take(places), weight) for counts, weight in words]

    def add(self, scores: Scores | np.float32) -> None:
        """Add to the scores: one for each row that is left, or one for all of them."""
        if not isinstance(scores, np.ndarray):
            self._constant += scores
        else:
            self._scores = scores if self._scores is None else self._scores + scores

    def count(self, field: Field, counts: Array, weight: float) -> None:
        """Have a word scored that all rows hold so many times: once it is known which rows are left."""
        self._words.setdefault(field, []).append((counts, weight))

    def found(self, k1: float, b: float) -> Found:
        """The rows that are left, with their scores."""
        return Found(self.rows, self._total(k1, b))

    def kept(self, k1: float, b: float) -> Kept:
        """The places that are left of the rows begun with, with their scores."""
        places = np.arange(len(self.rows)) if self._places is None else self._places
        return Kept(places, self._total(k1, b))

    def _total(self, k1: float, b: float) -> Scores:
        sums = []
        for field, words in self._words.items():
            counts = np.concatenate([counts for counts, _ in words]).reshape(len(words), -1)
            weights = np.array([[weight] for _, weight in words], np.float32)
            sums.append(bm25(counts, field.norms(self.rows, k1, b), weights).sum(axis=0))
        if self._scores is not None:
            sums.append(self._scores)
        total = sum(sums[1:], sums[0]) if sums else np.zeros(len(self.rows), np.float32)
        return total + self._constant if self._constant else total
