"""Whoosh's query trees to rows and scores, an array at a time."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

import numpy as np
from whoosh import query

from index.engine import matches
from index.engine.arrays import Array
from index.engine.evaluating_words import WordEvaluator
from index.engine.field import with_prefix
from index.engine.matches import NONE, NOWHERE, Found, Kept, nonzero
from index.engine.narrowing import Narrowing
from index.engine.passages import InArticles, InPassages
from index.engine.phrases import rows_with_phrase
from index.engine.scoring import Scores
from index.engine.sizing import asked_of_column, rows_at_most


class Evaluator(WordEvaluator):
    """Answers query trees on one snapshot.

    Words score as `WordEvaluator` says, a phrase as its words together; And, Or and AndMaybe add up; what Whoosh scores
    as 1, so does this: a range, Every, and Not, which adds 1 to an And. Deleted rows are in the answers.

    A tree is asked in one of two ways: `evaluate` finds all its rows; `among` looks at some rows only, which is how
    an And asks all but its rarest part, so that a common word costs no more than the rare one beside it.
    """

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

    def weighed(self, field: str, weights: Mapping[str, float]) -> Scores:
        """For every row the scores of some words of a field, each times a weight of its own, added up.

        The same as evaluating an Or of boosted words, for whoever goes on with all rows: no row is looked for.
        """
        words = [query.Term(field, word) for word in weights]
        if len(words) > 1:
            self._score_together(words)
        sums = np.zeros(self._total, np.float32)
        for word, weight in zip(words, weights.values(), strict=True):
            found = self._term(word)
            np.add.at(sums, found.rows.astype(np.intp), found.scores * np.float32(weight))
        return sums

    # Words in their order

    def _phrase(self, tree: query.Phrase) -> Found:
        words = [word for word in tree.words if word is not None]
        if not words:
            return NONE
        field = self._index.field(tree.fieldname)
        if field is None or len(words) == 1 or not field.positional:
            together = query.And([query.Term(tree.fieldname, word) for word in words])
            return self._and(together).boosted(tree.boost)
        cards = [field.card(word) for word in words]
        numbers = [{base: number for base, _, number in card.parts} for card in cards]
        found = [
            rows_with_phrase(part, [number[base] for number in numbers], tree.slop) + np.uint32(base)
            for base, part, _ in cards[0].parts
            if all(base in number for number in numbers)
        ]
        if not any(map(len, found)):
            return NONE
        narrowing = Narrowing(found[0] if len(found) == 1 else np.concatenate(found))
        for card in cards:
            self._count(narrowing, field, card, field.counts(narrowing.rows, card))
        return narrowing.found(self._k1, self._b).boosted(tree.boost)

    # Combinations

    def _and(self, tree: query.And) -> Found:
        if not len(tree):
            return NONE
        first, *others = self._rarest_first(tree)
        field = self._index.field(first.fieldname) if type(first) is query.Term else None
        if field is None:
            narrowing = Narrowing(*self.evaluate(first))
        else:
            card = field.card(first.text)
            if not card.frequency:
                return NONE
            rows, counts = card.postings
            narrowing = Narrowing(rows)
            self._count(narrowing, field, card, counts, first.boost)
        self._narrow(narrowing, others)
        return narrowing.found(self._k1, self._b).boosted(tree.boost)

    def _and_among(self, rows: Array, tree: query.And) -> Kept:
        if not len(tree):
            return Kept(NOWHERE, np.float32(0))
        narrowing = Narrowing(rows)
        self._narrow(narrowing, self._rarest_first(tree))
        return narrowing.kept(self._k1, self._b).boosted(tree.boost)

    def _rarest_first(self, tree: query.And) -> list[Any]:
        return sorted(tree, key=lambda part: rows_at_most(self._index, part, scored=self._scored))

    def _narrow(self, narrowing: Narrowing, trees: list[Any]) -> None:
        for tree in trees:
            if not len(narrowing.rows):
                break
            if type(tree) is query.Term and not asked_of_column(tree, scored=self._scored):
                self._narrow_to_word(narrowing, tree)
            else:
                kept = self.among(narrowing.rows, tree)
                narrowing.keep(kept.places)
                narrowing.add(kept.scores)

    def _or(self, tree: query.Or) -> Found:
        _check_or(tree)
        by_field: dict[str, list[query.Term]] = {}
        for word in tree:
            if type(word) is query.Term:
                by_field.setdefault(word.fieldname, []).append(word)
        for words in by_field.values():
            if len(words) > 1:
                self._score_together(words)
        return matches.any_of([self.evaluate(t) for t in tree], self._total).boosted(tree.boost)

    def _or_among(self, rows: Array, tree: query.Or) -> Kept:
        _check_or(tree)
        scores = np.zeros(len(rows), np.float32)
        mask = np.zeros(len(rows), bool)
        for subtree in tree:
            kept = self.among(rows, subtree)
            scores[kept.places] += kept.scores
            mask[kept.places] = True
        places = nonzero(mask)
        return Kept(places, scores.take(places)).boosted(tree.boost)

    def _not(self, tree: query.Not) -> Found:
        return matches.constant(matches.complement(self._plain.evaluate(tree.query).rows, self._total), 1.0)

    def _not_among(self, rows: Array, tree: query.Not) -> Kept:
        places = matches.complement(self._plain.among(rows, tree.query).places, len(rows))
        return Kept(places, np.float32(1))

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
        rows = nonzero(_in_range(tree, self._index.column(tree.fieldname)))
        return matches.constant(rows, tree.boost)

    def _range_among(self, rows: Array, tree: query.NumericRange) -> Kept:
        places = nonzero(_in_range(tree, self._index.column(tree.fieldname).take(rows)))
        return Kept(places, np.float32(tree.boost))

    def _passages(self, tree: InPassages) -> Found:
        column = self._index.column
        return matches.constant(nonzero(tree.among(column("article"), column("passage"))), 0.0)

    def _articles(self, tree: InArticles) -> Found:
        return matches.constant(nonzero(tree.among(self._index.column("article"))), 0.0)

    def _articles_among(self, rows: Array, tree: InArticles) -> Kept:
        return Kept(nonzero(tree.among(self._index.column("article").take(rows))), np.float32(0))

    def _every(self, tree: query.Every) -> Found:
        if tree.fieldname is None:
            return matches.every(self._total, tree.boost)
        field = self._index.field(tree.fieldname)
        if field is None:
            return NONE
        rows, _ = field.expanded(with_prefix(""))
        return matches.constant(nonzero(matches.marked(rows, self._total)), tree.boost)

    def _constant(self, tree: query.ConstantScoreQuery) -> Found:
        return self._plain.evaluate(tree.child).constant(tree.score)

    def _constant_among(self, rows: Array, tree: query.ConstantScoreQuery) -> Kept:
        return self._plain.among(rows, tree.child).constant(tree.score)

    def _null(self, _: query.Query) -> Found:
        return NONE

    @cached_property
    def _plain(self) -> "Evaluator":
        """Answers what is only let through or kept out, whose scores nobody sees."""
        return Evaluator(self._index, self._k1, self._b, scored=False) if self._scored else self


def _check_or(tree: query.Or) -> None:
    if tree.minmatch or tree.scale:
        raise TypeError("The engine does not evaluate Or with minmatch or scale.")


def _in_range(tree: query.NumericRange, values: Array) -> Array:
    """Which values lie in a range. Day 0, which is undated, lies in none."""
    low = None if tree.start is None else tree.start + bool(tree.startexcl)
    if tree.fieldname == "day":
        low = max(low or 1, 1)
    mask = np.ones(len(values), bool) if low is None else values >= low
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
    InPassages: Evaluator._passages,
    InArticles: Evaluator._articles,
    query.Every: Evaluator._every,
    query.ConstantScoreQuery: Evaluator._constant,
    type(query.NullQuery): Evaluator._null,
}
_AMONG: Mapping[type, Callable[[Evaluator, Array, Any], Kept]] = {
    query.Term: Evaluator._term_among,
    query.Prefix: Evaluator._prefix_among,
    query.And: Evaluator._and_among,
    query.Or: Evaluator._or_among,
    query.Not: Evaluator._not_among,
    query.NumericRange: Evaluator._range_among,
    InArticles: Evaluator._articles_among,
    query.ConstantScoreQuery: Evaluator._constant_among,
}
"""What is quicker to ask of some rows; of the others all rows are found and compared."""
