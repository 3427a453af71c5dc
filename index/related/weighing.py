"""How well each sentence answers a question: several ways of asking, added up. Weights are in docs/related.md."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.engine import Snapshot
from index.nearby.ranking import K1, SENTENCE_WORDS, B, content, frequency, numbers, rarity
from index.nearby.shelf import Excerpt, Opened
from index.related.kinds import by_kinds, weights_of_kinds
from index.related.meaning import ENCODED
from index.sentences import sentences
from index.vectors import Vectors
from index.words import stem

if TYPE_CHECKING:
    from index.related.gathering import Gathered

Scores = NDArray[np.float32]

LEAD, ARTICLE, LEAD_VECTOR, AROUND, VECTOR, NUMBERS, OPENING, ECHO = 0.6, 1.2, 0.5, 0.3, 0.3, 0.2, 0.2, 0.4
KINDS = 0.3
"""Weights beside the sentence's own words, which count 1; measured, and flat near there."""
ARTICLE_BY_WORDS, ECHO_BY_WORDS, NAMES = 0.5, 0.8, 0.3
"""The weights of the article, the echo and names where nothing has been learnt, and words alone are compared."""
ANOTHER_SENTENCE = 0.5
"""What it is worth in a second row to answer another sentence of the question than the first row."""
_ECHOED = 20
"""So many of the best sentences are what the others are compared with once more."""
_TERMS = 60
"""The weightiest terms are asked for only: what the others add cannot be seen in the ranking."""
_AROUND_K1, _AROUND_B = 0.8, 0.5
_AROUND_WORDS = 2.7 * SENTENCE_WORDS
"""Content words of a sentence and those beside it; the first and the last of an article have one neighbour only."""
_NUMBERS_K1 = 0.3
_WEEKDAYS = frozenset(map(stem, "monday tuesday wednesday thursday friday saturday sunday".split()))
_WEEKDAY = 0.5
"""What a weekday weighs in a small collection beside words as rare: it may be in few passages by chance only."""
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
    names: Mapping[str, int]
    """The entities that it names, and how often."""

    @classmethod
    def of(cls, text: str, opened: Opened | None, span: tuple[int, int] | None) -> "Question":
        """The question that a text asks where it stands, if it does."""
        if opened is None:
            return cls(text, (text,), text, content(text), {})
        names = opened.named(*span) if span else {}
        lead = tuple(opened.lead(_LEAD_SENTENCES))
        return cls(text, lead, _around(text, opened, span), opened.stems, names)


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


def weights_of(snapshot: Snapshot, counts: Mapping[str, int], weekday: float) -> dict[str, float]:
    """The weightiest terms of a question, each ln(1 + its count) · rarity, if the collection has them."""
    weights = {
        term: math.log(1 + count) * rarity(snapshot, term) * (weekday if term in _WEEKDAYS else 1)
        for term, count in counts.items()
        if frequency(snapshot, term)
    }
    if len(weights) > _TERMS:
        weights = {t: weights[t] for t in sorted(weights, key=lambda t: (-weights[t], t))[:_TERMS]}
    return weights


class Asking:
    """A question's terms, weighed by a snapshot."""

    def __init__(self, snapshot: Snapshot, question: Question, *, learnt: bool) -> None:
        """Weigh them; `learnt` says whether the collection was large enough to learn from."""
        weekday = 1 if learnt else _WEEKDAY
        self.snapshot = snapshot
        self.question = question
        self.text = weights_of(snapshot, content(question.text), weekday)
        self.lead = weights_of(snapshot, content("\n".join(question.lead)), weekday)
        self.around = weights_of(snapshot, content(question.around), weekday)
        self.kinds = weights_of_kinds(snapshot, content(question.text))
        self.numbers = {n: rarity(snapshot, n) for n in numbers(question.text) if frequency(snapshot, n)}

    @cached_property
    def sentences(self) -> list[dict[str, float]]:
        """The weights of the text, sentence by sentence."""
        text = self.question.text
        told = [content(text[begin:end]) for begin, end in sentences(text)]
        return [{t: self.text[t] for t in stems if t in self.text} for stems in told]


def scored(asking: Asking, gathered: "Gathered", vectors: Vectors | None) -> Scores:
    """A score for each sentence that was gathered; `vectors` are what was learnt of the collection's words."""
    excerpts = gathered.excerpts
    counts = _Counts(asking, excerpts)
    words, lead = counts.bm25(asking.text), LEAD * counts.bm25(asking.lead)
    beside = AROUND * counts.beside(asking.around) + ENCODED * gathered.meanings
    beside += KINDS * _scaled(by_kinds(asking.kinds, excerpts))
    scores = words + lead + beside + NUMBERS * counts.numbers(asking.numbers)
    scores += OPENING * _Counts(asking, gathered.openings).bm25(asking.text)[gathered.opening_of]
    if vectors is None:
        names = NAMES * _scaled(gathered.names)
        scores += ARTICLE_BY_WORDS * _scaled(gathered.articles) + names
        scores += ECHO_BY_WORDS * _echo(scores, _by_words(asking.snapshot, excerpts))
        answers = [counts.bm25(weights, scaled=False) for weights in asking.sentences]
        told = np.array(answers, np.float32).reshape(-1, len(excerpts))
        own = (words + _scaled(told.max(axis=0, initial=0)) + lead) / 2 + beside + names
        return _seconds_by_own(np.asarray(scores, np.float32), own, told, excerpts)
    scores += ARTICLE * np.clip(gathered.articles, 0, 1)
    asked = [content(asking.question.text), *(content(sentence) for sentence in asking.question.lead)]
    found = vectors.sentences([*asked, *(excerpt.stems for excerpt in excerpts)])
    text, opening, each = found[0], found[1 : len(asked)].sum(0), found[len(asked) :]
    scores += VECTOR * (each @ text) + LEAD_VECTOR * (each @ _lengthened(opening))
    return np.asarray(scores + ECHO * _echo(scores, each), np.float32)


def _echo(scores: Scores, vectors: Scores) -> Scores:
    """The cosine of each sentence's vector with the mean of those that are best by now."""
    best = np.argsort(-scores, kind="stable")[:_ECHOED]
    return np.asarray(vectors @ _lengthened(vectors[best].sum(0)), np.float32)


def _by_words(snapshot: Snapshot, excerpts: Sequence[Excerpt]) -> Scores:
    """A vector for each sentence, ln(1 + count) · rarity of each of its stems, of length 1."""
    columns: dict[str, int] = {}
    for excerpt in excerpts:
        for term in excerpt.stems:
            columns.setdefault(term, len(columns))
    rare = np.array([rarity(snapshot, term) for term in columns], np.float32)
    vectors = np.zeros((len(excerpts), len(columns)), np.float32)
    for row, excerpt in enumerate(excerpts):
        vectors[row, [columns[term] for term in excerpt.stems]] = list(excerpt.stems.values())
    vectors = np.log1p(vectors) * rare
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9), np.float32)


def _seconds_by_own(scores: Scores, own: Scores, told: Scores, excerpts: Sequence[Excerpt]) -> Scores:
    """Give each article's second place to the sentence that answers best what its first does not.

    What the question's article is about brought the article here; its second row need not say it again. Where the
    question has several sentences, it should answer another one than the first row does.

    Args:
        scores: What decides on the first row of each article, and on the place of each row.
        own: What decides on the second, the question's own words above all.
        told: How well each sentence of the question, a row for each, is answered.
        excerpts: What is scored.
    """
    answered = told / np.maximum(told.max(axis=1, initial=0, keepdims=True), 1e-9)
    places: dict[int, list[int]] = {}
    for place in np.argsort(-scores, kind="stable").tolist():
        places.setdefault(excerpts[place].revision, []).append(place)
    given = scores.copy()
    for first, *rest in places.values():
        if rest:
            others = np.arange(len(told)) != (answered[:, first].argmax() if len(told) else 0)
            worth = own + ANOTHER_SENTENCE * answered[others].max(axis=0, initial=0)
            second = max(rest, key=lambda place: worth[place])
            given[[second, *(place for place in rest if place != second)]] = scores[rest]
    return given


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

    def bm25(self, weights: Mapping[str, float], *, scaled: bool = True) -> Scores:
        scores = self._bm25(self._counts, self._lengths / SENTENCE_WORDS, weights, K1, B)
        return _scaled(scores) if scaled else scores

    def beside(self, weights: Mapping[str, float]) -> Scores:
        """BM25 of each sentence together with those beside it."""
        lengths = self._joined(self._lengths[:, None])[:, 0] / _AROUND_WORDS
        return _scaled(self._bm25(self._joined(self._counts), lengths, weights, _AROUND_K1, _AROUND_B))

    def numbers(self, weights: Mapping[str, float]) -> Scores:
        return _scaled(self._bm25(self._counts, self._lengths, weights, _NUMBERS_K1, 0.0))

    def _bm25(
        self, counts: Scores, lengths: Scores, weights: Mapping[str, float], k1: float, b: float
    ) -> Scores:
        columns = [self._columns[term] for term in weights]
        found = counts[:, columns]
        saturated = found / (found + k1 * (1 - b + b * lengths[:, None]) + 1e-9)
        return np.asarray(saturated @ np.array(list(weights.values()), np.float32), np.float32)

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
