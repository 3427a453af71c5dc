"""What was learnt, in two files beside the index: as of the last learning, and the articles that have come since.

    learnt.arrays   vocabulary, topics, words, and the articles' places among the topics
    since.arrays    the places of articles that came later, and which learning they belong to

Both are written beside and renamed over, so that whoever has the old ones open goes on with them. They hold nothing
that could not be learnt again: one that is damaged counts as not there.
"""

import os
import time
import uuid
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from index.engine.arrays import Array, ArrayFile, ArrayWriter
from index.engine.storing import sync_folder
from index.vectors.counting import table_of
from index.vectors.learning import Floats, Learnt, placed
from models.errors import IndexDamaged

_LEARNT, _SINCE = "learnt.arrays", "since.arrays"
_BETWEEN = "\n"
"""Between two stems of the vocabulary; no word has it."""
_NAMES = ("article_weights", "topics", "middle", "word_weights", "words", "word_middle")
_COARSE = ("topics", "words")
"""Kept as half numbers: the ranking does not see the difference, and they are nearly all of the file."""

_ABANDONED = 3600.0
"""Seconds after which nobody writes a file any more."""


def write_learnt(folder: Path, learnt: Learnt, revisions: NDArray[np.int64], places: Floats) -> None:
    """Put what was learnt in the place of what was learnt before.

    Args:
        folder: Where the two files are; made where it is missing.
        learnt: What was learnt.
        revisions: The articles, ascending.
        places: Where each stands among the topics.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _remove_abandoned(folder)
    vocabulary = np.frombuffer(_BETWEEN.join(learnt.vocabulary).encode("utf-8", "surrogatepass"), np.uint8)
    arrays = {"vocabulary": vocabulary, "number": np.frombuffer(uuid.uuid4().bytes, np.uint8)}
    for name in _NAMES:
        array = getattr(learnt, name)
        arrays[name] = array.astype(np.float16 if name in _COARSE else np.float32).ravel()
    _replace(folder / _LEARNT, arrays | _articles(revisions, places))


def write_since(folder: Path, vectors: "Vectors", revisions: NDArray[np.int64], places: Floats) -> None:
    """Put articles that have come since the learning in the place of those that had."""
    _replace(folder / _SINCE, {"number": vectors.number} | _articles(revisions, places))


def _articles(revisions: NDArray[np.int64], places: Floats) -> dict[str, Array]:
    return {"revisions": revisions.astype(np.int64), "places": places.astype(np.float16).ravel()}


def _replace(path: Path, arrays: Mapping[str, Array]) -> None:
    writer = ArrayWriter(path.with_suffix(f".{os.getpid()}.new"))
    try:
        for name, array in arrays.items():
            writer.add(name, array)
        writer.close()
        writer.path.replace(path)
    except BaseException:
        writer.abandon()
        raise
    sync_folder(path.parent)


def _remove_abandoned(folder: Path) -> None:
    """Remove what a process that was ended has left half written."""
    for path in folder.glob("*.new"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _ABANDONED:
                path.unlink()


def discard(folder: Path) -> None:
    """Remove what was learnt."""
    for name in (_SINCE, _LEARNT):
        (folder / name).unlink(missing_ok=True)


def state_of(folder: Path) -> tuple[object, ...]:
    """Changes whenever either file does."""
    found: list[object] = []
    for name in (_LEARNT, _SINCE):
        with suppress(OSError):
            status = (folder / name).stat()
            found.append((name, status.st_ino, status.st_mtime_ns, status.st_size))
    return tuple(found)


class Vectors:
    """What was learnt of a collection, memory-mapped."""

    def __init__(self, learnt: ArrayFile, since: ArrayFile | None) -> None:
        """Use `open`."""
        self._learnt = learnt
        self.number = self._array("number")
        """Tells one learning from another."""
        self._vocabulary = (
            self._array("vocabulary").tobytes().decode("utf-8", "surrogatepass").split(_BETWEEN)
        )
        self._article_weights = self._array("article_weights")
        self._topics = self._array("topics").reshape(len(self._vocabulary), -1)
        self._middle = self._array("middle")
        self._word_weights = self._array("word_weights")
        self._words = self._array("words").reshape(len(self._word_weights), -1)
        self._word_middle = self._array("word_middle")
        self.revisions = self._array("revisions")
        """The articles that it was learnt from or that were placed with it, ascending."""
        shape = (-1, self._topics.shape[1])
        places = self._array("places").reshape(shape)
        self.learnt_from = self.revisions
        """Those that were there when it was learnt."""
        if since is not None and np.array_equal(self._array("number", since), self.number):
            later = self._array("revisions", since)
            revisions = np.concatenate([self.revisions, later])
            order = np.argsort(revisions, kind="stable")
            self.revisions = revisions[order]
            places = np.concatenate([places, self._array("places", since).reshape(shape)])[order]
        self._places = places

    @classmethod
    def open(cls, folder: Path) -> Self | None:
        """What was learnt; None where nothing was, or it cannot be read."""
        learnt = _opened(folder / _LEARNT)
        if learnt is None:
            return None
        try:
            return cls(learnt, _opened(folder / _SINCE))
        except (IndexDamaged, ValueError):
            return None

    def _array(self, name: str, file: ArrayFile | None = None) -> Array:
        found = (file or self._learnt).get(name)
        if found is None:
            raise IndexDamaged(f"What was learnt lacks {name}.")
        return found

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The stems by their numbers."""
        return {stem: number for number, stem in enumerate(self._vocabulary)}

    def places(self, revisions: NDArray[np.int64]) -> Floats:
        """Where articles stand among the topics, a row for each; 0 for one that is not known here."""
        found = np.searchsorted(self.revisions, revisions)
        found[found == len(self.revisions)] = 0
        known = self.revisions[found] == revisions if len(self.revisions) else np.zeros(len(revisions), bool)
        return np.where(known[:, None], self._places[found], np.float16(0)).astype(np.float32)

    def placed(self, texts: Iterable[Mapping[str, int]]) -> Floats:
        """Where texts stand among the topics, given their stems and how often each has them."""
        table = table_of(texts, self.numbers)
        return placed(table, self._article_weights, self._topics, self._middle)

    def sentences(self, texts: Sequence[Iterable[str]]) -> Floats:
        """What sentences say, given the stems of each: a row of length 1, or 0 where no stem is known."""
        number, size = self.numbers.get, len(self._words)
        numbers = [[n for n in map(number, text) if n is not None and n < size] for text in texts]
        known, sizes = list(chain.from_iterable(numbers)), list(map(len, numbers))
        rows = np.zeros((len(texts), self._words.shape[1]), np.float32)
        filled = np.flatnonzero(sizes)
        if len(filled):
            # Many sentences of a story share a word: each is taken out of the file once.
            marked = np.zeros(size, bool)
            marked[known] = True
            used = np.flatnonzero(marked)
            places = (np.cumsum(marked) - 1)[known]
            weighted = self._words[used].astype(np.float32) * self._word_weights[used, None]
            starts = np.cumsum([0, *sizes])[:-1][filled]
            rows[filled] = np.add.reduceat(weighted[places], starts, axis=0) - self._word_middle
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return np.asarray(rows / np.maximum(lengths, 1e-9), np.float32)


def _opened(path: Path) -> ArrayFile | None:
    try:
        return ArrayFile(path, path.stat().st_size)
    except (OSError, IndexDamaged):
        return None
