"""When to learn from a collection anew, and how articles that come in between find their places."""

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue
from index.engine import Snapshot
from index.nearby.ranking import content
from index.vectors.counting import Written, tabled, written
from index.vectors.learning import VOCABULARY, Floats, Learnt, learn_from, placed
from index.vectors.store import Vectors, discard, write_learnt, write_since

LEAST_ARTICLES = 200
"""Fewer articles than this teach too little of their words."""
_LEARNT_FROM = 10_000
"""Articles that are learnt from; of more an even choice is, and the others are placed with what that taught."""
_GROWN = 1.5
"""Learn anew once there are so many times as many articles as were learnt from ..."""
_GONE = 0.5
"""... or fewer than this part of those are still there."""
_TOGETHER = 200
"""Articles placed at a time."""
_STEMS_AT_ONCE = 4_000_000
"""Written stems counted at a time, at some 50 bytes each."""


def learning_due(folder: Path, revisions: Sequence[int]) -> bool:
    """Whether what was learnt of a collection, which now has these articles, no longer fits it."""
    if len(revisions) < LEAST_ARTICLES:
        return False
    vectors = Vectors.open(folder)
    if vectors is None or len(revisions) >= _GROWN * len(vectors.learnt_from):
        return True
    left = np.isin(vectors.learnt_from, np.array(revisions, np.int64)).sum()
    return bool(left < _GONE * len(vectors.learnt_from))


def learn(folder: Path, index: Path, revisions: Sequence[int], stop: threading.Event) -> None:
    """Learn from the articles of an index and place all of them.

    Args:
        folder: Where what is learnt goes.
        index: The engine's folder.
        revisions: The articles.
        stop: Ends it early, with nothing written.

    Raises:
        LearningStopped: `stop` was set meanwhile.
    """
    articles = np.array(sorted(revisions), np.int64)
    snapshot = Snapshot.open(index)
    try:
        chosen = articles[:: -(-len(articles) // _LEARNT_FROM)]
        found = written(snapshot, chosen)
        learnt = learn_from(found, stop)
        if len(chosen) < len(articles):
            found = written(snapshot, articles)
        places = _all_placed(found, learnt, articles)
    finally:
        snapshot.close()
    write_learnt(folder, learnt, articles, places)


def _all_placed(found: Written, learnt: Learnt, articles: NDArray[np.int64]) -> Floats:
    """Where all articles stand, from what the index says of them."""
    numbers = {stem: number for number, stem in enumerate(learnt.vocabulary)}
    outside = len(learnt.vocabulary)
    as_learnt = np.array([numbers.get(stem, outside) for stem in found.vocabulary], np.int32)
    of_row = np.searchsorted(articles, found.articles)
    places = np.zeros((len(articles), learnt.topics.shape[1]), np.float32)
    groups = max(1, -(-len(found.stems) // _STEMS_AT_ONCE))
    bounds = np.linspace(0, len(articles), groups + 1).astype(np.int64)
    for begin, end in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True):
        texts = of_row[found.rows]
        here = (texts >= begin) & (texts < end)
        table = tabled(
            texts[here] - begin, as_learnt[found.stems[here]], min(outside, VOCABULARY), end - begin
        )
        places[begin:end] = placed(table, learnt.article_weights, learnt.topics, learnt.middle)
    return places


def fold_in(folder: Path, catalogue: Catalogue, stop: threading.Event) -> bool:
    """Place articles that have come since the learning, with what it taught, and forget those that are gone.

    Nothing is learnt anew, so that it takes milliseconds an article. True if anything was written.
    """
    vectors = Vectors.open(folder)
    if vectors is None:
        return False
    articles = np.array(sorted(catalogue.revisions()), np.int64)
    if len(articles) < LEAST_ARTICLES:
        discard(folder)
        return True
    since = np.setdiff1d(vectors.revisions, vectors.learnt_from)
    kept = np.intersect1d(since, articles)
    new = np.setdiff1d(articles, vectors.revisions)
    if not len(new) and len(kept) == len(since):
        return False
    fresh = [vectors.placed(_stems(catalogue, some)) for some in _groups(new.tolist()) if not stop.is_set()]
    if stop.is_set():
        return False
    revisions = np.concatenate([kept, new])
    places = np.concatenate([vectors.places(kept), *fresh])
    order = np.argsort(revisions, kind="stable")
    write_since(folder, vectors, revisions[order], places[order])
    return True


def _groups(revisions: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(revisions), _TOGETHER):
        yield revisions[start : start + _TOGETHER]


def _stems(catalogue: Catalogue, revisions: Sequence[int]) -> Iterator[dict[str, int]]:
    for revision in revisions:
        loaded = catalogue.load(revision)
        article = loaded.article if loaded else None
        yield content("\n".join(filter(None, (article.title, article.text)))) if article else {}
