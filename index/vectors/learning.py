"""Articles among topics, and words by the company they keep: two factorings of counts, with numpy alone.

Topics are latent semantic analysis: a truncated singular value decomposition of the articles' tf-idf (Deerwester et
al., 1990), found by random projection and four power iterations (Halko, Martinsson and Tropp, 2011). Words are their
positive pointwise mutual information with the 1,000 most frequent ones, contexts smoothed by the power of ¾, factored
in the same way (Levy, Goldberg and Dagan, 2015).
"""

import threading
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.nearby.ranking import SENTENCE_WORDS
from index.vectors.counting import Table, Written, parts, tabled
from models.errors import MorgueError

Floats = NDArray[np.float32]

VOCABULARY = 40_000
"""Stems, the most frequent, that topics are told by."""
WORDS = 20_000
"""Those of them that get a vector of their own."""
WORD_DIMENSIONS = 200
_CONTEXTS, _WINDOW, _SMOOTHING = 1_000, 8, 0.75
_LEAST_COUNT = 2
"""A stem written once has no company to be known by."""
_TOPICS_EACH, _LEAST_TOPICS, _MOST_TOPICS = 10, 20, 300
"""One topic for so many articles: with more, articles of one story are told apart by what each alone says."""
_SPARE, _ITERATIONS = 20, 4
_ENTRIES = 50_000
"""Entries of a table multiplied at a time; times the dimensions of 4 bytes it is the memory that takes."""
_SEED = 1987


class LearningStopped(MorgueError):
    """Learning was asked to stop before it had come to anything."""


@dataclass(frozen=True, slots=True)
class Learnt:
    """What was learnt. A stem's number is its place in the vocabulary."""

    vocabulary: list[str]
    article_weights: Floats
    """Each stem's inverse document frequency over articles, 0 for one that tells nothing."""
    topics: Floats
    """Each stem's part in each topic."""
    middle: Floats
    """The mean of all articles among the topics, each of length 1."""
    word_weights: Floats
    """The inverse document frequency over passages of the stems that have a vector."""
    words: Floats
    """The vector of each of these stems."""
    word_middle: Floats
    """The weighted vectors of an ordinary sentence, added up."""


def learn_from(found: Written, stop: threading.Event) -> Learnt:
    """Learn topics and words from what articles say; takes seconds for ten thousand of them.

    Raises:
        LearningStopped: `stop` was set meanwhile.
    """
    size = min(len(found.vocabulary), VOCABULARY)
    numbers, of_row = np.unique(found.articles[np.unique(found.rows)], return_inverse=True)
    article_of = np.zeros(len(found.articles), np.int64)
    article_of[np.unique(found.rows)] = of_row
    table = tabled(article_of[found.rows], found.stems, size, len(numbers))
    weights = _article_weights(table, size)
    dimensions = int(np.clip(len(numbers) // _TOPICS_EACH, _LEAST_TOPICS, _MOST_TOPICS))
    topics = _topics(_weighed(table, weights), size, dimensions, stop)
    middle = _lengthened(placed(table, weights, topics, np.zeros(1, np.float32))).mean(0)
    words = _words(found, min(size, WORDS), stop)
    word_weights = _word_weights(found, len(words))
    return Learnt(
        vocabulary=found.vocabulary[:size],
        article_weights=weights,
        topics=topics,
        middle=middle,
        word_weights=word_weights,
        words=words,
        word_middle=_word_middle(found, words, word_weights),
    )


def placed(table: Table, weights: Floats, topics: Floats, middle: Floats) -> Floats:
    """Where texts stand among the topics, of length 1 once `middle` is taken away; 0 for one of unknown stems."""
    weighed = _weighed(table, weights)
    found = _lengthened(_times(weighed, topics))
    known = np.diff(table.starts) > 0
    return _lengthened((found - middle) * known[:, None])


def _article_weights(table: Table, size: int) -> Floats:
    having = np.bincount(table.stems, minlength=size)
    weights = np.log((1 + len(table)) / (1 + having)) + 1
    return np.where(having >= _LEAST_COUNT, weights, 0).astype(np.float32)


def _weighed(table: Table, weights: Floats) -> Table:
    """Counts to (1 + ln count) · weight, each text of length 1."""
    values = (1 + np.log(table.counts)) * weights[table.stems]
    squares = np.concatenate([[0.0], np.cumsum(values.astype(np.float64) ** 2)])
    lengths = np.sqrt(np.maximum(squares[table.starts[1:]] - squares[table.starts[:-1]], 1e-12))
    return Table(
        table.starts,
        table.stems,
        (values / np.repeat(lengths, np.diff(table.starts))).astype(np.float32),
    )


def _topics(table: Table, size: int, dimensions: int, stop: threading.Event) -> Floats:
    """The right singular vectors of a table of so many stems."""
    turned = _turned(table, size)
    dimensions = min(dimensions, len(table), size)
    random = np.random.default_rng(_SEED)
    start = random.standard_normal((size, min(dimensions + _SPARE, len(table), size)), np.float32)
    basis = _orthogonal(_times(table, start))
    for _ in range(_ITERATIONS):
        _check(stop)
        basis = _orthogonal(_times(table, _orthogonal(_times(turned, basis))))
    _check(stop)
    return _orthogonal(_times(turned, basis))[:, :dimensions].copy()


def _orthogonal(matrix: Floats) -> Floats:
    """An orthogonal basis of a matrix's columns, the strongest direction first.

    Its left singular vectors by way of the eigenvectors of its small square: LAPACK takes many times as long for a tall
    matrix itself.
    """
    values, sides = np.linalg.eigh((matrix.T @ matrix).astype(np.float64))
    strengths = np.sqrt(np.maximum(values[::-1], 1e-12 * max(float(values[-1]), 1e-30)))
    return np.asarray(matrix @ (sides[:, ::-1] / strengths).astype(np.float32), np.float32)


def _turned(table: Table, size: int) -> Table:
    """Stems as texts, and texts as stems."""
    texts = np.repeat(np.arange(len(table), dtype=np.int32), np.diff(table.starts))
    order = np.argsort(table.stems, kind="stable")
    starts = np.searchsorted(table.stems[order], np.arange(size + 1))
    return Table(starts.astype(np.int64), texts[order], table.counts[order])


def _times(table: Table, matrix: Floats) -> Floats:
    """A table, texts by stems, times a matrix with a row for each stem."""
    product = np.zeros((len(table), matrix.shape[1]), np.float32)
    for begin, end in parts(table, _ENTRIES):
        first, last = table.starts[begin], table.starts[end]
        if first == last:
            continue
        picked = matrix[table.stems[first:last]] * table.counts[first:last, None]
        filled = np.flatnonzero(np.diff(table.starts[begin : end + 1])) + begin
        product[filled] = np.add.reduceat(picked, table.starts[filled] - first, axis=0)
    return product


def _words(found: Written, size: int, stop: threading.Event) -> Floats:
    """Vectors of the most frequent stems, those written once left out."""
    counted = np.bincount(found.stems[found.stems < size], minlength=size)
    size = int((counted >= _LEAST_COUNT).sum())
    contexts = min(_CONTEXTS, size)
    if not contexts:
        return np.zeros((0, 1), np.float32)
    together = np.zeros(size * contexts, np.float32)
    stems, rows = found.stems, found.rows
    for apart in range(1, _WINDOW + 1):
        _check(stop)
        same = rows[apart:] == rows[:-apart]
        before, behind = stems[:-apart][same], stems[apart:][same]
        for word, context in ((before, behind), (behind, before)):
            kept = (word < size) & (context < contexts)
            keys = word[kept].astype(np.int64) * contexts + context[kept]
            together += np.bincount(keys, minlength=len(together))
    informative = _information(together.reshape(size, contexts))
    _check(stop)
    values, sides = np.linalg.eigh(informative.T @ informative)
    dimensions = min(WORD_DIMENSIONS, contexts)
    strengths = np.sqrt(np.sqrt(np.maximum(values[::-1][:dimensions], 1e-9)))
    return np.asarray(informative @ sides[:, ::-1][:, :dimensions] / strengths, np.float32)


def _information(together: Floats) -> Floats:
    """Positive pointwise mutual information of words and contexts, in place of their counts."""
    of_word = np.maximum(together.sum(1, dtype=np.float64), 1)
    of_context = together.sum(0, dtype=np.float64) ** _SMOOTHING
    of_context /= max(of_context.sum(), 1e-12)
    with np.errstate(divide="ignore"):
        np.log(together, out=together)
        together -= np.log(of_word).astype(np.float32)[:, None]
        together -= np.log(np.maximum(of_context, 1e-12)).astype(np.float32)
    np.maximum(together, 0, out=together)
    return together


def _word_weights(found: Written, size: int) -> Floats:
    passages = len(np.unique(found.rows))
    keys = np.unique(found.rows.astype(np.int64) * (size + 1) + np.minimum(found.stems, size))
    having = np.bincount(keys % (size + 1), minlength=size + 1)[:size]
    return np.asarray(np.log(1 + np.maximum(passages - having + 0.5, 0.5) / (having + 0.5)), np.float32)


def _word_middle(found: Written, words: Floats, weights: Floats) -> Floats:
    """What a sentence of stems drawn from all that is written adds up to."""
    counted = np.bincount(found.stems[found.stems < len(words)], minlength=len(words))
    sentences = max(len(found.stems) / SENTENCE_WORDS, 1)
    return np.asarray((counted * weights) @ words / sentences, np.float32)


def _lengthened(rows: Floats) -> Floats:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-9), np.float32)


def _check(stop: threading.Event) -> None:
    if stop.is_set():
        raise LearningStopped(
            "Learning from the collection was stopped.", "It begins again with the next refresh."
        )
