"""Whoosh's query trees to rows and scores, an array at a time."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any, Protocol

import numpy as np
from whoosh import query

from index.engine import matches
from index.engine.arrays import Array
from index.engine.field import Field, Runs, like, these, with_prefix
from index.engine.matches import NONE, Found
from index.engine.phrases import rows_with_phrase
from index.engine.postings import Postings, to_key
from index.engine.scoring import bm25, idf
from index.engine.segments import OpenSegment


class Index(Protocol):
    """What evaluation needs of a snapshot."""

    rows_total: int
    segments: list[OpenSegment]
    cache: "Cache"

    def field(self, name: str) -> Field | None:
        """A field, or None where there is none of that name."""

    def column(self, name: str) -> Array:
        """A number of each row."""


class Cache:
    """Scored postings of the terms asked for last, up to a number of bytes."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._bytes = 0
        self._found: OrderedDict[object, Found] = OrderedDict()

    def get(self, key: object, make: Callable[[], Found]) -> Found:
        """What is kept under a key, made where there is nothing."""
        found = self._found.get(key)
        if found is not None:
            self._found.move_to_end(key)
            return found
        found = make()
        self._found[key] = found
        self._bytes += _size(found)
        while self._bytes > self._limit and len(self._found) > 1:
            _, oldest = self._found.popitem(last=False)
            self._bytes -= _size(oldest)
        return found


def _size(found: Found) -> int:
    return found.rows.nbytes + found.scores.nbytes + 500


class Evaluator:
    """Answers query trees on one snapshot.

    A term scores by BM25F as in Whoosh; And, Or and AndMaybe add up; what Whoosh scores as 1, so does this: a
    range, Every, and Not, which adds 1 to an And. A phrase scores as its words together. The terms that a
    Prefix, Wildcard or FuzzyTerm stands for score as one word that occurs wherever any of them does, so that a
    row is not the better for holding a rare one (Whoosh adds them up, or not, depending on their number).
    Deleted rows are in the answers.
    """

    def __init__(self, index: Index, k1: float, b: float) -> None:
        self._index = index
        self._total = index.rows_total
        self._k1 = k1
        self._b = b

    def evaluate(self, tree: query.Query) -> Found:
        """Rows and scores of a query tree.

        Raises:
            TypeError: The tree holds a kind of query that Morgue never asks.
        """
        method = _METHODS.get(type(tree))
        if method is None:
            raise TypeError(f"The engine does not evaluate {type(tree).__name__}.")
        return method(self, tree)

    def _term(self, tree: query.Term) -> Found:
        field = self._index.field(tree.fieldname)
        if field is None:
            return NONE
        return self._scored_term(field, tree.text).boosted(tree.boost)

    def _scored_term(self, field: Field, text: str) -> Found:
        key = ("term", field.name, text, self._k1, self._b)
        return self._index.cache.get(key, lambda: self._score(field, *field.postings(text)))

    def _score(self, field: Field, rows: Array, weights: Array) -> Found:
        if not len(rows):
            return NONE
        if not field.scorable:
            return Found(rows, weights.astype(np.float32))
        norm = field.norms(self._k1, self._b)[rows]
        return Found(rows, bm25(weights, norm, idf(self._total, len(rows)), self._k1))

    def _prefix(self, tree: query.Prefix) -> Found:
        return self._expansion(tree, with_prefix(tree.text), tree.text)

    def _wildcard(self, tree: query.Wildcard) -> Found:
        return self._expansion(tree, like(tree.text), tree.text)

    def _fuzzy(self, tree: query.FuzzyTerm) -> Found:
        field = self._index.field(tree.fieldname)
        if field is None:
            return NONE
        start = tree.text[: tree.prefixlength]
        near = [t for t, _, _ in field.lexicon.similar(tree.text, tree.maxdist) if t.startswith(start)]
        return self._expansion(tree, these(near), (tree.text, tree.maxdist, tree.prefixlength))

    def _expansion(self, tree: Any, runs_of: Callable[[Postings], Runs], what: object) -> Found:
        field = self._index.field(tree.fieldname)
        if field is None:
            return NONE

        def make() -> Found:
            summed = matches.summed(*field.expanded(runs_of), self._total)
            return self._score(field, summed.rows, summed.scores)

        key = (type(tree).__name__, field.name, what, self._k1, self._b)
        return self._index.cache.get(key, make).boosted(tree.boost)

    def _and(self, tree: query.And) -> Found:
        subtrees = list(tree)
        if not subtrees:
            return NONE
        nots = [t for t in subtrees if type(t) is query.Not]
        ranges = [t for t in subtrees if type(t) is query.NumericRange]
        others = [t for t in subtrees if type(t) not in (query.Not, query.NumericRange)]
        found = self._intersection(others) if others else None
        for range_ in ranges:
            found = self._range(range_) if found is None else self._within(found, range_)
        if found is None:
            found = matches.every(self._total, 0.0)
        for not_ in nots:
            if not len(found.rows):
                break
            found = matches.without(found, self.evaluate(not_.query).rows, self._total)
        return Found(found.rows, found.scores + np.float32(len(nots))).boosted(tree.boost)

    def _intersection(self, trees: list[query.Query]) -> Found:
        parts = sorted((self.evaluate(tree) for tree in trees), key=lambda part: len(part.rows))
        found = parts[0]
        for part in parts[1:]:
            if not len(found.rows):
                break
            found = matches.both(found, part, self._total)
        return found

    def _or(self, tree: query.Or) -> Found:
        if tree.minmatch or tree.scale:
            raise TypeError("The engine does not evaluate Or with minmatch or scale.")
        return matches.any_of([self.evaluate(t) for t in tree], self._total).boosted(tree.boost)

    def _not(self, tree: query.Not) -> Found:
        return matches.constant(matches.complement(self.evaluate(tree.query).rows, self._total), 1.0)

    def _and_not(self, tree: query.AndNot) -> Found:
        found = self.evaluate(tree.a)
        return matches.without(found, self.evaluate(tree.b).rows, self._total) if len(found.rows) else found

    def _and_maybe(self, tree: query.AndMaybe) -> Found:
        return matches.maybe(self.evaluate(tree.a), self.evaluate(tree.b), self._total)

    def _phrase(self, tree: query.Phrase) -> Found:
        words = [word for word in tree.words if word is not None]
        if not words:
            return NONE
        together = self._intersection([query.Term(tree.fieldname, word) for word in words])
        field = self._index.field(tree.fieldname)
        if field is None or len(words) == 1 or not len(together.rows):
            return together.boosted(tree.boost)
        keys = [to_key(word) for word in words]
        kept = np.zeros(len(together.rows), bool)
        for open_, (base, part) in zip(self._index.segments, field.parts, strict=True):
            if part.positions is None:
                return together.boosted(tree.boost)
            low, high = np.searchsorted(together.rows, [base, base + open_.rows])
            if low < high:
                local = together.rows[low:high].astype(np.int64) - base
                rows = rows_with_phrase(part, [part.number(key) for key in keys], local, tree.slop)
                kept[low + np.searchsorted(local, rows)] = True
        return together.only(kept).boosted(tree.boost)

    def _range(self, tree: query.NumericRange) -> Found:
        rows = np.flatnonzero(self._in_range(tree, self._index.column(tree.fieldname)))
        return matches.constant(rows, tree.boost)

    def _within(self, found: Found, tree: query.NumericRange) -> Found:
        kept = found.only(self._in_range(tree, self._index.column(tree.fieldname)[found.rows]))
        return Found(kept.rows, kept.scores + np.float32(tree.boost))

    @staticmethod
    def _in_range(tree: query.NumericRange, values: Array) -> Array:
        """Which values lie in a range. Day 0, which is undated, lies in none."""
        mask = values != 0 if tree.fieldname == "day" else np.ones(len(values), bool)
        if tree.start is not None:
            mask &= values > tree.start if tree.startexcl else values >= tree.start
        if tree.end is not None:
            mask &= values < tree.end if tree.endexcl else values <= tree.end
        return mask

    def _every(self, tree: query.Every) -> Found:
        if tree.fieldname is None:
            return matches.every(self._total, tree.boost)
        field = self._index.field(tree.fieldname)
        if field is None:
            return NONE
        rows, _ = field.expanded(with_prefix(""))
        return matches.constant(np.flatnonzero(matches.marked(rows, self._total)), tree.boost)

    def _constant(self, tree: query.ConstantScoreQuery) -> Found:
        return self.evaluate(tree.child).constant(tree.score)

    def _null(self, _: query.Query) -> Found:
        return NONE


_METHODS: Mapping[type, Callable[[Evaluator, Any], Found]] = {
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
