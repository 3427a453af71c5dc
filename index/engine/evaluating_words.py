"""Words, and what stands for several, to rows and scores, which are remembered."""

from collections.abc import Callable
from typing import Any

import numpy as np
from whoosh import query

from index.engine import matches
from index.engine.arrays import Array
from index.engine.field import Card, Field, Runs, like, near, with_prefix
from index.engine.matches import NONE, NOWHERE, Found, Kept, nonzero
from index.engine.narrowing import Narrowing
from index.engine.postings import Postings
from index.engine.scoring import bm25, weight
from index.engine.sizing import Index, asked_of_column


class WordEvaluator:
    """Answers terms, prefixes, wildcards and misspelt words on one snapshot.

    A term scores by BM25F as in Whoosh. The terms that a Prefix, Wildcard or FuzzyTerm stands for score as one word
    that occurs wherever any of them does, so that a row is not the better for holding a rare one (Whoosh adds them up,
    or not, depending on their number).
    """

    def __init__(self, index: Index, k1: float, b: float, *, scored: bool = True) -> None:
        """Answer on an index with BM25's saturation and weight of length; not `scored`, words count 0."""
        self._index = index
        self._scored = scored
        self._total = index.rows_total
        self._k1 = k1
        self._b = b

    def _term(self, tree: query.Term) -> Found:
        field = self._index.field(tree.fieldname)
        if field is None:
            return NONE

        def make() -> Found:
            return self._score(field, *field.card(tree.text).postings)

        return self._index.cache.get(self._key(tree, field, tree.text), make).boosted(tree.boost)

    def _term_among(self, rows: Array, tree: query.Term) -> Kept:
        if asked_of_column(tree, scored=self._scored):
            return self._of_outlets(rows, tree.text.__eq__)
        narrowing = Narrowing(rows)
        self._narrow_to_word(narrowing, tree)
        return narrowing.kept(self._k1, self._b)

    def _narrow_to_word(self, narrowing: Narrowing, tree: query.Term) -> None:
        field = self._index.field(tree.fieldname)
        if field is None:
            narrowing.keep(NOWHERE)
            return
        card = field.card(tree.text)
        places, counts = field.among(narrowing.rows, card)
        narrowing.keep(places)
        self._count(narrowing, field, card, counts, tree.boost)

    def _count(
        self, narrowing: Narrowing, field: Field, card: Card, counts: Array, boost: float = 1.0
    ) -> None:
        if self._scored and field.scorable:
            narrowing.count(field, counts, boost * weight(self._total, card.frequency, self._k1))
        elif self._scored:
            narrowing.add(counts * np.float32(boost))

    def _score(self, field: Field, rows: Array, counts: Array) -> Found:
        if not len(rows):
            return NONE
        if not self._scored:
            return Found(rows, np.zeros(len(rows), np.float32))
        if not field.scorable:
            return Found(rows, counts.astype(np.float32))
        norms = field.norms(rows, self._k1, self._b)
        return Found(rows, bm25(counts, norms, weight(self._total, len(rows), self._k1)))

    def _score_together(self, trees: list[query.Term]) -> None:
        """Score the words of one field that are not remembered yet in one go, and remember them."""
        field = self._index.field(trees[0].fieldname)
        if field is None or not (self._scored and field.scorable):
            return
        keys = {tree.text: self._key(tree, field, tree.text) for tree in trees}
        fresh = [(key, field.card(word)) for word, key in keys.items() if key not in self._index.cache]
        cards = [(key, card) for key, card in fresh if card.frequency]
        if len(cards) < 2:
            return
        postings = [card.postings for _, card in cards]
        sizes = [card.frequency for _, card in cards]
        weights = np.array([weight(self._total, size, self._k1) for size in sizes], np.float32)
        norms = field.norms(np.concatenate([rows for rows, _ in postings]), self._k1, self._b)
        scores = bm25(np.concatenate([counts for _, counts in postings]), norms, weights.repeat(sizes))
        end = 0
        for (key, _), (rows, _), size in zip(cards, postings, sizes, strict=True):
            begin, end = end, end + size
            found = Found(rows, scores[begin:end])
            self._index.cache.put(key, found)

    def _key(self, tree: query.Query, field: Field | None, what: object) -> object:
        return type(tree), field and field.name, what, self._scored and (self._k1, self._b)

    # Outlets, of which a column knows all, as long as nobody wants to know how well they match

    def _of_outlets(self, rows: Array, fits: Callable[[str], bool]) -> Kept:
        outlets = self._index.outlets_with(fits)
        return Kept(nonzero(outlets.take(self._index.column("outlet").take(rows))), np.float32(0))

    # What stands for several words

    def _prefix(self, tree: query.Prefix) -> Found:
        field = self._index.field(tree.fieldname)
        if field is not None and len(tree.text) == 1 and field.initials is not None:
            card = field.initials.card(tree.text)
            key = self._key(tree, field, tree.text)
            return self._index.cache.get(key, lambda: self._score(field, *card.postings)).boosted(tree.boost)
        return self._expansion(tree, with_prefix(tree.text), tree.text)

    def _prefix_among(self, rows: Array, tree: query.Prefix) -> Kept:
        if asked_of_column(tree, scored=self._scored):
            return self._of_outlets(rows, lambda word: word.startswith(tree.text))
        return matches.kept(rows, self._prefix(tree), self._total)

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
