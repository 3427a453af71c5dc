"""How well each sentence answers a question: eight ways of asking, added up. Weights are in docs/related.md."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.engine import Snapshot
from index.nearby.ranking import K1, SENTENCE_WORDS, B, content, frequency, numbers, rarity
from index.nearby.shelf import Excerpt, Opened
from index.related.meaning import ENCODED
from index.vectors import Vectors

if TYPE_CHECKING:
    from index.related.gathering import Gathered

Scores = NDArray[np.float32]

LEAD, ARTICLE, LEAD_VECTOR, AROUND, VECTOR, NUMBERS, OPENING, ECHO = 0.6, 1.0, 0.5, 0.3, 0.3, 0.2, 0.2, 0.4
"""Weights beside the sentence's own words, which count 1; measured, and flat near there."""
ARTICLE_BY_WORDS = 0.5
"""The weight of the article where nothing has been learnt, and its words alone are compared."""
_ECHOED = 20
"""So many of the best sentences are what the others are compared with once more."""
_TERMS = 60
"""The weightiest terms are asked for only: what the others add cannot be seen in the ranking."""
_AROUND_K1, _AROUND_B = 0.8, 0.5
_AROUND_WORDS = 2.7 * SENTENCE_WORDS
"""Content words of a sentence and those beside it; the first and the last of an article have one neighbour only."""
_NUMBERS_K1 = 0.3
_LEAD_SENTENCES = 4
"""The headline and first sentences, so many together, say what an article is about."""


@dataclass(frozen=True, slots=True)
class Question:
    """A text, and what stands around it."""

    text: str
    lead: tuple[str, ...]
    """How its article begins."""
    around: str
    """The text with the sentence before and the one behind."""
    whole: Mapping[str, int]
    """The stems of its whole article."""

    @classmethod
    def of(cls, text: str, opened: Opened | None, span: tuple[int, int] | None) -> "Question":
        """The question that a text asks where it stands, if it does."""
        if opened is None:
            return cls(text, (text,), text, content(text))
        return cls(text, tuple(opened.lead(_LEAD_SENTENCES)), _around(text, opened, span), opened.stems)


def _around(text: str, opened: Opened, span: tuple[int, int] | None) -> str:
    if span is None:
        return text
    places = [p for p in opened.article.passages if p.start < span[1] and span[0] < p.end]
    if not places:
        return text
    near = range(places[0].number - 1, places[-1].number + 2)
    excerpts = [e for number in near for e in opened.excerpts(number)]
    before = [e.text for e in excerpts if e.end is None or e.end <= span[0]]
    behind = [e.text for e in excerpts if e.start is not None and e.start >= span[1]]
    return "\n".join([*before[-1:], text, *behind[:1]])


def weights_of(snapshot: Snapshot, counts: Mapping[str, int]) -> dict[str, float]:
    """The weightiest terms of a question, each ln(1 + its count) · rarity, if the collection has them."""
    weights = {t: math.log(1 + n) * rarity(snapshot, t) for t, n in counts.items() if frequency(snapshot, t)}
    if len(weights) > _TERMS:
        weights = {t: weights[t] for t in sorted(weights, key=lambda t: (-weights[t], t))[:_TERMS]}
    return weights


class Asking:
    """A question's terms, weighed by a snapshot."""

    def __init__(self, snapshot: Snapshot, question: Question) -> None:
        self.question = question
        self.text = weights_of(snapshot, content(question.text))
        self.lead = weights_of(snapshot, content("\n".join(question.lead)))
        self.around = weights_of(snapshot, content(question.around))
        self.numbers = {n: rarity(snapshot, n) for n in numbers(question.text) if frequency(snapshot, n)}


def scored(asking: Asking, gathered: "Gathered", vectors: Vectors | None) -> Scores:
    """A score for each sentence that was gathered; `vectors` are what was learnt of the collection's words."""
    excerpts = gathered.excerpts
    counts = _Counts(asking, excerpts)
    scores = counts.bm25(asking.text) + LEAD * counts.bm25(asking.lead)
    scores += AROUND * counts.beside(asking.around) + NUMBERS * counts.numbers(asking.numbers)
    scores += OPENING * _Counts(asking, gathered.openings).bm25(asking.text)[gathered.opening_of]
    scores += ENCODED * gathered.meanings
    if vectors is None:
        return np.asarray(scores + ARTICLE_BY_WORDS * _scaled(gathered.articles), np.float32)
    scores += ARTICLE * np.clip(gathered.articles, 0, 1)
    asked = [content(asking.question.text), *(content(sentence) for sentence in asking.question.lead)]
    found = vectors.sentences([*asked, *(excerpt.stems for excerpt in excerpts)])
    text, lead, sentences = found[0], found[1 : len(asked)].sum(0), found[len(asked) :]
    scores += VECTOR * (sentences @ text) + LEAD_VECTOR * (sentences @ _lengthened(lead))
    best = np.argsort(-scores, kind="stable")[:_ECHOED]
    return np.asarray(scores + ECHO * (sentences @ _lengthened(sentences[best].sum(0))), np.float32)


class _Counts:
    """How often each sentence has each term that is asked for."""

    def __init__(self, asking: Asking, excerpts: Sequence[Excerpt]) -> None:
        terms = asking.text.keys() | asking.lead.keys() | asking.around.keys() | asking.numbers.keys()
        self._columns = {term: column for column, term in enumerate(sorted(terms))}
        self._counts = np.zeros((len(excerpts), len(terms)), np.float32)
        for row, excerpt in enumerate(excerpts):
            for term in excerpt.stems.keys() & terms:
                self._counts[row, self._columns[term]] = excerpt.stems[term]
        self._lengths = np.array([sum(e.stems.values()) for e in excerpts], np.float32)
        self._follows = np.array([_follows(a, b) for a, b in pairwise(excerpts)], bool)

    def bm25(self, weights: Mapping[str, float]) -> Scores:
        return self._bm25(self._counts, self._lengths / SENTENCE_WORDS, weights, K1, B)

    def beside(self, weights: Mapping[str, float]) -> Scores:
        """BM25 of each sentence together with those beside it."""
        lengths = self._joined(self._lengths[:, None])[:, 0] / _AROUND_WORDS
        return self._bm25(self._joined(self._counts), lengths, weights, _AROUND_K1, _AROUND_B)

    def numbers(self, weights: Mapping[str, float]) -> Scores:
        return self._bm25(self._counts, self._lengths, weights, _NUMBERS_K1, 0.0)

    def _bm25(
        self, counts: Scores, lengths: Scores, weights: Mapping[str, float], k1: float, b: float
    ) -> Scores:
        columns = [self._columns[term] for term in weights]
        found = counts[:, columns]
        saturated = found / (found + k1 * (1 - b + b * lengths[:, None]) + 1e-9)
        return _scaled(np.asarray(saturated @ np.array(list(weights.values()), np.float32), np.float32))

    def _joined(self, values: Scores) -> Scores:
        joined = values.copy()
        if len(values) > 1:
            beside = self._follows[:, None]
            joined[1:] += values[:-1] * beside
            joined[:-1] += values[1:] * beside
        return joined


def _follows(a: Excerpt, b: Excerpt) -> bool:
    return a.revision == b.revision and b.passage - a.passage in (0, 1)


def _scaled(scores: Scores) -> Scores:
    highest = float(scores.max(initial=0.0))
    return np.asarray(scores / highest if highest > 0 else scores, np.float32)


def _lengthened(vector: Scores) -> Scores:
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9), np.float32)
