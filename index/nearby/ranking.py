"""How near each passage of a collection comes to a text: several ways of asking the engine, added up."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from whoosh import query

from index.engine import Snapshot
from index.words import STOP_WORDS, stem, terms

Scores = NDArray[np.float32]

K1, B = 0.5, 0.4
"""BM25's saturation and length, for questions that are passages themselves; measured, see docs/related.md."""
LEAD = 4
"""The headline and first sentences, so many together, say what an article is about."""
SENTENCE_WORDS = 12.0
"""Content words of an ordinary sentence."""
_SPEECH_WORDS = frozenset({"said", "say", "says", "told"})
_NUMBER = re.compile(r"\d[\d.,]*")
_LEAD_TERMS, _ARTICLE_TERMS = 60, 60
"""The weightiest terms are asked for only: what the others add cannot be seen in the ranking."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The ways of asking: a score for every row, divided by the highest; 0 for the text's own article."""

    passage: Scores
    """BM25 of the text itself."""
    lead: Scores
    """BM25 of what the text's article begins with."""
    article: Scores
    """How near the row's whole article comes to the text's whole article."""
    around: Scores
    """`passage` of the rows before and behind."""
    numbers: Scores
    """BM25 of the text's numbers alone."""

    def total(self) -> Scores:
        """All parts added up, to choose the passages whose sentences are looked at; weights in docs/related.md."""
        return np.asarray(
            self.passage + 0.6 * self.lead + 0.5 * self.article + 0.3 * self.around + 0.2 * self.numbers,
            np.float32,
        )


def carries_subject(term: str) -> bool:
    """Whether a word says what a text is about: neither a stop word nor a verb of speech."""
    return term not in STOP_WORDS and term not in _SPEECH_WORDS


def content(text: str) -> Counter[str]:
    """The stems of a text that carry a subject, counted."""
    return Counter(filter(None, map(_stem_of_content, terms(text))))


@lru_cache(maxsize=200_000)
def _stem_of_content(term: str) -> str:
    return stem(term) if carries_subject(term) else ""


def numbers(text: str) -> frozenset[str]:
    """The numbers of a text as the engine knows them, thousands marks and all taken apart."""
    return frozenset(part for match in _NUMBER.finditer(text) for part in terms(match.group()))


_frequencies: WeakKeyDictionary[Snapshot, dict[str, tuple[int, float]]] = WeakKeyDictionary()
_FREQUENCIES_KEPT = 300_000


def frequency(snapshot: Snapshot, term: str) -> int:
    """In how many passages a stem stands."""
    return _known(snapshot, term)[0]


def rarity(snapshot: Snapshot, term: str) -> float:
    """BM25's inverse document frequency over passages."""
    return _known(snapshot, term)[1]


def _known(snapshot: Snapshot, term: str) -> tuple[int, float]:
    """Frequency and rarity; remembered, because the sentences of one answer share most stems."""
    known = _frequencies.get(snapshot)
    if known is None:
        known = _frequencies[snapshot] = {}
    found = known.get(term)
    if found is None:
        if len(known) >= _FREQUENCIES_KEPT:
            known.clear()
        frequency_ = snapshot.document_frequency("stems", term)
        found = known[term] = (frequency_, idf(snapshot.rows, frequency_))
    return found


LEAST_PASSAGES = 1000


def steady_rarity(snapshot: Snapshot, term: str) -> float:
    """A stem's rarity as in a collection of a thousand passages at least.

    In a few articles that nearly all tell one story its words are everywhere, and would say nothing of whether two
    texts tell it.
    """
    if snapshot.rows >= LEAST_PASSAGES:
        return rarity(snapshot, term)
    return idf(LEAST_PASSAGES, frequency(snapshot, term))


def idf(passages: int, having: int) -> float:
    """BM25's inverse document frequency, ln(1 + (N - n + ½) / (n + ½)), of what `having` of so many passages have."""
    return math.log(1 + max(passages - having + 0.5, 0.5) / (having + 0.5))


def weighted(snapshot: Snapshot, counts: Mapping[str, int], limit: int | None = None) -> dict[str, float]:
    """Each term's weight in a question, ln(1 + its count) · √rarity · rarity, if the collection has it."""
    weights = {}
    for term, count in counts.items():
        if frequency(snapshot, term):
            rare = rarity(snapshot, term)
            weights[term] = math.log(1 + count) * rare**1.5
    if limit is not None and len(weights) > limit:
        kept = sorted(weights, key=lambda term: (-weights[term], term))[:limit]
        weights = {term: weights[term] for term in kept}
    return weights


class Ranking:
    """Scores of all rows of a snapshot for one text."""

    def __init__(self, snapshot: Snapshot, own: NDArray[np.int64]) -> None:
        """Rank a snapshot's rows; `own` are the rows of the text's own article, which never count."""
        self._snapshot = snapshot
        self._own = own

    def parts(self, text: str, lead: Sequence[str], article: str) -> Parts:
        """Ask in every way.

        Args:
            text: The passage or sentence that is asked about.
            lead: The headline and first sentences of its article.
            article: The whole of its article.
        """
        passage = self.asked(weighted(self._snapshot, content(text)))
        return Parts(
            passage=_scaled(passage),
            lead=_scaled(self.asked(weighted(self._snapshot, content("\n".join(lead)), _LEAD_TERMS))),
            article=_scaled(self.by_article(article)),
            around=_scaled(self._neighbours(passage)),
            numbers=_scaled(self.asked(dict.fromkeys(numbers(text), 1.0))),
        )

    def asked(self, weights: Mapping[str, float]) -> Scores:
        """BM25 of some stems, each with its weight, for every row."""
        scores = self._snapshot.weighed("stems", boosts(self._snapshot, weights), k1=K1, b=B)
        scores[self._own] = 0
        return scores

    def by_article(self, article: str) -> Scores:
        """How near each row's article comes to the text's article as a whole."""
        scores = self.asked(weighted(self._snapshot, content(article), _ARTICLE_TERMS))
        places, rows = _articles(self._snapshot)
        sums = np.bincount(places, weights=scores, minlength=len(rows))
        return np.asarray((sums / np.sqrt(np.maximum(rows, 1)))[places], np.float32)

    def _neighbours(self, scores: Scores) -> Scores:
        """The scores of the rows before and behind, where they are of the same article."""
        around = np.zeros_like(scores)
        if len(scores) > 1:
            articles = self._snapshot.column("article")
            same = articles[1:] == articles[:-1]
            around[1:] += np.where(same, scores[:-1], 0)
            around[:-1] += np.where(same, scores[1:], 0)
        around[self._own] = 0
        return around


_articles_of: WeakKeyDictionary[Snapshot, tuple[NDArray[np.int64], NDArray[np.int64]]] = WeakKeyDictionary()


def _articles(snapshot: Snapshot) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The number of each row's article, counted from 0, and how many rows each article has."""
    known = _articles_of.get(snapshot)
    if known is None:
        _, places = np.unique(snapshot.column("article"), return_inverse=True)
        known = _articles_of[snapshot] = (places, np.bincount(places))
    return known


def _scaled(scores: Scores) -> Scores:
    highest = float(scores.max(initial=0.0))
    return scores / np.float32(highest) if highest > 0 else scores


def any_of(snapshot: Snapshot, weights: Mapping[str, float]) -> query.Query:
    """Any of some stems, each with just this weight in BM25: the collection's rarity is not multiplied in."""
    return query.Or(
        [query.Term("stems", term, boost=boost) for term, boost in boosts(snapshot, weights).items()]
    )


def boosts(snapshot: Snapshot, weights: Mapping[str, float]) -> dict[str, float]:
    """By what the engine's scores of some stems are multiplied so that each has just this weight; of those it has.

    The engine multiplies by Whoosh's own inverse document frequency, which is taken out again here.
    """
    rows = max(snapshot.rows_total, 1)
    found = {term: frequency(snapshot, term) for term in weights}
    return {
        term: weights[term] / (math.log(rows / (count + 1)) + 1) for term, count in found.items() if count
    }
