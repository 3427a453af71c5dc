"""Whoosh's query trees to rows and scores, an array at a time."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

import numpy as np
from whoosh import query

from index.engine import matches
from index.engine.arrays import Array
from index.engine.caching import Cache
from index.engine.field import Field, Runs, like, near, with_prefix
from index.engine.matches import NONE, Found, Kept
from index.engine.phrases import rows_with_phrase
from index.engine.postings import Postings, to_key
from index.engine.scoring import bm25, idf


class Index(Protocol):
    """What evaluation needs of a snapshot."""

    rows_total: int
    cache: Cache

    def field(self, name: str) -> Field | None:
        """A field, or None where there is none of that name."""

    def column(self, name: str) -> Array:
        """A number of each row."""


class Evaluator:
    """Answers query trees on one snapshot.

    A term scores by BM25F as in Whoosh; And, Or and AndMaybe add up; what Whoosh scores as 1, so does this: a
    range, Every, and Not, which adds 1 to an And. A phrase scores as its words together. The terms that a
    Prefix, Wildcard or FuzzyTerm stands for score as one word that occurs wherever any of them does, so that a
    row is not the better for holding a rare one (Whoosh adds them up, or not, depending on their number).
    Deleted rows are in the answers.

    A tree is asked in one of two ways: `evaluate` finds all its rows; `among` looks at some rows only, which is how
    an And asks all but its rarest part, so that a common word costs no more than the rare one beside it.
    """

    def __init__(self, index: Index, k1: float, b: float, *, scored: bool = True) -> None:
        """Answer on an index with BM25's saturation and weight of length; not `scored`, words count 0."""
        self._index = index
        self._scored = scored
        self._total = index.rows_total
        self._k1 = k1
        self._b = b

    def evaluate(self, tree: query.Query) -> Found:
        """Rows and scores of a query tree.

        Raises:
            TypeError: The tree holds a kind of query that Morgue never asks.
        """
        method = _EVALUATE.get(type(tree))
        if method is None:
            raise TypeError(f"The engine does not evaluate {type(tree).__name__}.")
        return method(self, tree)

    def among(self, rows: Array, tree: query.Query) -> Kept:
        """Which of some rows, ascending, a tree matches, with its scores."""
        method = _AMONG.get(type(tree))
        if method is None or not len(rows):
            return matches.kept(rows, self.evaluate(tree), self._total)
        return method(self, rows, tree)

    # Words

    def _term(self, tree: query.Term) -> Found:
        field = self._index.field(tree.fieldname)
        if field is None:
            return NONE

        def make() -> Found:
            return self._score(field, *field.postings(tree.text))

        return self._index.cache.get(self._key(tree, field, tree.text), make).boosted(tree.boost)

    def _term_among(self, rows: Array, tree: query.Term) -> Kept:
        field = self._index.field(tree.fieldname)
        key = self._key(tree, field, tree.text)
        if field is None or key in self._index.cache:
            return matches.kept(rows, self._term(tree), self._total)
        frequency = field.frequency(tree.text)
        if len(rows) * matches.LOOKUP > frequency:
            return matches.kept(rows, self._term(tree), self._total)
        places, counts = field.among(rows.astype(np.uint32, copy=False), tree.text)
        scores = self._weighed(field, rows.take(places), counts, frequency)
        return Kept(places, scores).boosted(tree.boost)

    def _score(self, field: Field, rows: Array, weights: Array) -> Found:
        return Found(rows, self._weighed(field, rows, weights, len(rows))) if len(rows) else NONE

    def _weighed(self, field: Field, rows: Array, weights: Array, frequency: int) -> Array:
        if not self._scored:
            return np.zeros(len(rows), np.float32)
        if not field.scorable:
            return weights.astype(np.float32)
        return bm25(weights, field.norms(rows, self._k1, self._b), idf(self._total, frequency), self._k1)

    def _key(self, tree: query.Query, field: Field | None, what: object) -> object:
        return type(tree), field and field.name, what, self._scored and (self._k1, self._b)

    # What stands for several words

    def _prefix(self, tree: query.Prefix) -> Found:
        field = self._index.field(tree.fieldname)
        if field is not None and len(tree.text) == 1 and field.initials is not None:
            postings = field.initials.postings(tree.text)
            key = self._key(tree, field, tree.text)
            return self._index.cache.get(key, lambda: self._score(field, *postings)).boosted(tree.boost)
        return self._expansion(tree, with_prefix(tree.text), tree.text)

    def _wildcard(self, tree: query.Wildcard) -> Found:
        return self._expansion(tree, like(tree.text), tree.text)

    def _fuzzy(self, tree: query.FuzzyTerm) -> Found:
        what = (tree.text, tree.maxdist, tree.prefixlength)
        return self._expansion(tree, near(*what), what)

    def _expansion(self, tree: Any, runs_of: Callable[[Postings], Runs], what: object) -> Found:
        field = self._index.field(tree.fieldname)
        if field is None:
            return NONE

        def make() -> Found:
            summed = matches.summed(*field.expanded(runs_of), self._total)
            return self._score(field, summed.rows, summed.scores)

        return self._index.cache.get(self._key(tree, field, what), make).boosted(tree.boost)

    def _phrase(self, tree: query.Phrase) -> Found:
        words = [word for word in tree.words if word is not None]
        if not words:
            return NONE
        field = self._index.field(tree.fieldname)
        together = query.And([query.Term(tree.fieldname, word) for word in words])
        if field is None or len(words) == 1 or not field.positional:
            return self._and(together).boosted(tree.boost)
        found = []
        for base, part in field.parts:
            numbers = [part.number(key) for key in map(to_key, words)]
            if min(numbers) >= 0:
                rows = rows_with_phrase(part, numbers, tree.slop)
                found.append(rows.astype(np.uint32) + np.uint32(base))
        if not found:
            return NONE
        return self._scored_as(np.concatenate(found), together).boosted(tree.boost)

    def _scored_as(self, rows: Array, tree: query.Query) -> Found:
        """Rows that are known to match a tree, with its scores."""
        return Found(rows, self.among(rows, tree).scores)

    # Combinations

    def _and(self, tree: query.And) -> Found:
        subtrees = list(tree)
        if not subtrees:
            return NONE
        subtrees.sort(key=self._size)
        first = self.evaluate(subtrees[0])
        kept = self._all_among(first.rows, subtrees[1:])
        scores = first.scores.take(kept.places)
        scores += kept.scores
        return Found(first.rows.take(kept.places), scores).boosted(tree.boost)

    def _and_among(self, rows: Array, tree: query.And) -> Kept:
        subtrees = sorted(tree, key=self._size)
        if not subtrees:
            return matches.kept(rows, NONE, self._total)
        return self._all_among(rows, subtrees).boosted(tree.boost)

    def _all_among(self, rows: Array, trees: list[query.Query]) -> Kept:
        places: Array = np.arange(len(rows))
        scores = np.zeros(len(rows), np.float32)
        for tree in trees:
            if not len(rows):
                break
            kept = self.among(rows, tree)
            scores = scores.take(kept.places)
            scores += kept.scores
            rows, places = rows.take(kept.places), places.take(kept.places)
        return Kept(places, scores)

    def _or(self, tree: query.Or) -> Found:
        _check_or(tree)
        return matches.any_of([self.evaluate(t) for t in tree], self._total).boosted(tree.boost)

    def _or_among(self, rows: Array, tree: query.Or) -> Kept:
        _check_or(tree)
        scores = np.zeros(len(rows), np.float32)
        mask = np.zeros(len(rows), bool)
        for subtree in tree:
            kept = self.among(rows, subtree)
            scores[kept.places] += kept.scores
            mask[kept.places] = True
        places = np.flatnonzero(mask)
        return Kept(places, scores.take(places)).boosted(tree.boost)

    def _not(self, tree: query.Not) -> Found:
        return matches.constant(matches.complement(self._plain.evaluate(tree.query).rows, self._total), 1.0)

    def _not_among(self, rows: Array, tree: query.Not) -> Kept:
        places = matches.complement(self._plain.among(rows, tree.query).places, len(rows))
        return Kept(places, np.ones(len(places), np.float32))

    def _and_not(self, tree: query.AndNot) -> Found:
        found = self.evaluate(tree.a)
        return found.at(matches.complement(self._plain.among(found.rows, tree.b).places, len(found.rows)))

    def _and_maybe(self, tree: query.AndMaybe) -> Found:
        found = self.evaluate(tree.a)
        extra = self.among(found.rows, tree.b)
        scores = found.scores.copy()
        scores[extra.places] += extra.scores
        return Found(found.rows, scores)

    # What does not score

    def _range(self, tree: query.NumericRange) -> Found:
        rows = np.flatnonzero(_in_range(tree, self._index.column(tree.fieldname)))
        return matches.constant(rows, tree.boost)

    def _range_among(self, rows: Array, tree: query.NumericRange) -> Kept:
        places = np.flatnonzero(_in_range(tree, self._index.column(tree.fieldname).take(rows)))
        return Kept(places, np.full(len(places), tree.boost, np.float32))

    def _every(self, tree: query.Every) -> Found:
        if tree.fieldname is None:
            return matches.every(self._total, tree.boost)
        field = self._index.field(tree.fieldname)
        if field is None:
            return NONE
        rows, _ = field.expanded(with_prefix(""))
        return matches.constant(np.flatnonzero(matches.marked(rows, self._total)), tree.boost)

    def _constant(self, tree: query.ConstantScoreQuery) -> Found:
        return self._plain.evaluate(tree.child).constant(tree.score)

    def _constant_among(self, rows: Array, tree: query.ConstantScoreQuery) -> Kept:
        return self._plain.among(rows, tree.child).constant(tree.score)

    def _null(self, _: query.Query) -> Found:
        return NONE

    @property
    def _plain(self) -> "Evaluator":
        """Answers what is only let through or kept out, whose scores nobody sees."""
        return Evaluator(self._index, self._k1, self._b, scored=False) if self._scored else self

    def _size(self, tree: query.Query) -> int:
        """At most how many rows a tree has, about: an And begins with the smallest."""
        match tree:
            case query.Term():
                field = self._index.field(tree.fieldname)
                return field.frequency(tree.text) if field else 0
            case query.Prefix():
                field = self._index.field(tree.fieldname)
                return min(field.size(with_prefix(tree.text)), self._total) if field else 0
            case query.Or():
                return min(sum(map(self._size, tree)), self._total)
            case query.And():
                return min(map(self._size, tree), default=0)
            case query.Phrase():
                return min((self._size(query.Term(tree.fieldname, word)) for word in tree.words), default=0)
            case query.ConstantScoreQuery():
                return self._size(tree.child)
            case query.AndNot() | query.AndMaybe():
                return self._size(tree.a)
            case query.Not():
                return self._total + 1
        return self._total


def _check_or(tree: query.Or) -> None:
    if tree.minmatch or tree.scale:
        raise TypeError("The engine does not evaluate Or with minmatch or scale.")


def _in_range(tree: query.NumericRange, values: Array) -> Array:
    """Which values lie in a range. Day 0, which is undated, lies in none."""
    mask = values != 0 if tree.fieldname == "day" else np.ones(len(values), bool)
    if tree.start is not None:
        mask &= values > tree.start if tree.startexcl else values >= tree.start
    if tree.end is not None:
        mask &= values < tree.end if tree.endexcl else values <= tree.end
    return mask


_EVALUATE: Mapping[type, Callable[[Evaluator, Any], Found]] = {
    query.Term: Evaluator._term,
    query.And: Evaluator._and,
    query.Or: Evaluator._or,
    query.Not: Evaluator._not,
    query.AndNot: Evaluator._and_not,
    query.AndMaybe: Evaluator._and_maybe,
    query.Phrase: Evaluator._phrase,
    query.Prefix: Evaluator._prefix,
    query.Wildcard: Evaluator._wildcard,
    query.FuzzyTerm: Evaluator._fuzzy,
    query.NumericRange: Evaluator._range,
    query.Every: Evaluator._every,
    query.ConstantScoreQuery: Evaluator._constant,
    type(query.NullQuery): Evaluator._null,
}
_AMONG: Mapping[type, Callable[[Evaluator, Array, Any], Kept]] = {
    query.Term: Evaluator._term_among,
    query.And: Evaluator._and_among,
    query.Or: Evaluator._or_among,
    query.Not: Evaluator._not_among,
    query.NumericRange: Evaluator._range_among,
    query.ConstantScoreQuery: Evaluator._constant_among,
}
"""What is quicker to ask of some rows; of the others all rows are found and compared."""
