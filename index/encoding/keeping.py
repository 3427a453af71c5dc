"""Give the passages of a collection their vectors, article after article; what is done is kept however it ends."""

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from index.catalogue import Catalogue
from index.encoding.choosing import EncoderFiles, chosen_files
from index.encoding.encoder import Floats, load
from index.encoding.store import Encoded, Halves, Numbers, articles_of, keys_of, write

Told = Callable[[int, int], None]
"""Told how many articles are done, of how many."""

_TOGETHER = 256
"""Passages encoded between two steps that are told: a second or two."""
_FIRST_KEPT, _LONGEST_KEPT = 5.0, 120.0
"""Seconds of work between two writings, which are what ending it at any moment can cost."""
_SHARE = 20
"""Writing takes one part in so many of the time."""


def encoding_due(folder: Path, revisions: Sequence[int]) -> bool:
    """Whether articles of a collection, which now has these, are still without vectors of the chosen encoder.

    Raises:
        EncoderUnavailable: One is chosen that cannot be used.
    """
    files = chosen_files()
    if files is None or not revisions:
        return False
    encoded = Encoded.open(folder, files)
    if encoded is None or encoded.stamp != files.stamp:
        return True
    return not np.isin(np.array(revisions, np.int64), encoded.articles).all()


def encode(folder: Path, catalogue: Catalogue, files: EncoderFiles, tell: Told) -> None:
    """Encode the passages that have no vectors yet, and forget those that are gone.

    Raises:
        EncoderUnavailable: The encoder fails; what it made before is kept.
    """
    encoder = load(files)
    articles = np.array(sorted(catalogue.revisions()), np.int64)
    work = _Work(folder, files, articles)
    total = len(articles)
    tell(total - len(work.missing), total)
    try:
        for group in _groups(catalogue, work.missing.tolist()):
            places = [(revision, number) for revision, passages in group for number, _ in passages]
            texts = [text for _, passages in group for _, text in passages]
            work.add([revision for revision, _ in group], places, encoder.encode(texts))
            tell(total - len(work.missing) + work.done, total)
    finally:
        work.keep()


class _Work:
    """What is done of a collection, in memory and on disk."""

    def __init__(self, folder: Path, files: EncoderFiles, articles: Numbers) -> None:
        self._folder, self._files = folder, files
        self._articles: list[Numbers] = []
        self._keys: list[Numbers] = []
        self._vectors: list[Halves] = []
        before = Encoded.open(folder, files)
        if before is not None:
            self._articles = [np.intersect1d(before.articles, articles)]
        if before is not None and len(before.keys):
            there = np.isin(articles_of(before.keys), articles)
            self._keys, self._vectors = [before.keys[there]], [before.vectors[there]]
        self.missing = np.setdiff1d(articles, np.concatenate([np.empty(0, np.int64), *self._articles]))
        self.done = 0
        self._kept_at = time.monotonic()
        self._patience = _FIRST_KEPT

    def add(self, revisions: Sequence[int], places: Sequence[tuple[int, int]], vectors: Floats) -> None:
        self.done += len(revisions)
        self._articles.append(np.array(revisions, np.int64))
        if places:
            numbers = np.array(places, np.int64)
            self._keys.append(keys_of(numbers[:, 0], numbers[:, 1]))
            self._vectors.append(vectors.astype(np.float16))
        if time.monotonic() - self._kept_at > self._patience:
            self.keep()

    def keep(self) -> None:
        began = time.monotonic()
        keys = np.concatenate([np.empty(0, np.int64), *self._keys])
        order = np.argsort(keys, kind="stable")
        vectors = np.concatenate(self._vectors) if self._vectors else np.empty((0, 1), np.float16)
        articles = np.sort(np.concatenate([np.empty(0, np.int64), *self._articles]))
        write(self._folder, self._files, articles, keys[order], vectors[order])
        self._kept_at = time.monotonic()
        took = self._kept_at - began
        self._patience = max(min(_LONGEST_KEPT, self._patience * 2), _SHARE * took)


Texts = list[tuple[int, str]]


def _groups(catalogue: Catalogue, revisions: Sequence[int]) -> Iterator[list[tuple[int, Texts]]]:
    """Articles, with the numbers and texts of their passages, as many as are encoded at a time."""
    group: list[tuple[int, Texts]] = []
    size = 0
    for revision in revisions:
        passages = _passages(catalogue, revision)
        group.append((revision, passages))
        size += len(passages)
        if size >= _TOGETHER:
            yield group
            group, size = [], 0
    if group:
        yield group


def _passages(catalogue: Catalogue, revision: int) -> Texts:
    loaded = catalogue.load(revision)
    if loaded is None:
        return []
    title = loaded.article.title
    headline = [(0, title)] if title else []
    return [*headline, *((p.number, p.text) for p in loaded.article.passages)]
