"""The vectors of a collection's passages, in one file beside the index, with a note of the encoder that made them.

    encoded.arrays   keys (revision and passage), vectors as half numbers, the articles that are done, the encoder

It is written beside and renamed over, so that whoever has the old one open goes on with it. It holds nothing that could
not be made again: a damaged one counts as not there.
"""

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from index.encoding.choosing import EncoderFiles, chosen_files
from index.encoding.encoder import Encoder, Floats, load
from index.engine.arrays import Array, ArrayFile, ArrayWriter
from index.engine.storing import sync_folder
from models.errors import EncoderUnavailable, IndexDamaged

_FILE = "encoded.arrays"
_PASSAGE_BITS = 32
Halves = NDArray[np.float16]
Numbers = NDArray[np.int64]


def keys_of(revisions: NDArray[np.integer], passages: NDArray[np.integer]) -> Numbers:
    """One number for each passage, in the order of articles and of passages in them."""
    return revisions.astype(np.int64) << _PASSAGE_BITS | passages.astype(np.int64)


def articles_of(keys: Numbers) -> Numbers:
    """The article of each key, by revision."""
    return keys >> _PASSAGE_BITS


class Encoded:
    """Passages with their vectors, memory-mapped.

    Attributes:
        articles: The articles that are done, by revision, ascending.
        keys: What `keys_of` gives for each passage, ascending.
        vectors: Of each key, a row.
    """

    def __init__(self, file: ArrayFile, encoder: EncoderFiles) -> None:
        """Use `open`."""
        note = json.loads(_array(file, "encoder").tobytes())
        self.stamp: str = note["stamp"]
        self.identity: str = note["identity"]
        self.articles: Numbers = _array(file, "articles")
        self.keys: Numbers = _array(file, "keys")
        self.vectors: Halves = _array(file, "vectors").reshape(len(self.keys), -1)
        self._encoder = encoder

    @classmethod
    def open(cls, folder: Path, encoder: EncoderFiles) -> Self | None:
        """What this encoder made; None where it made nothing, or the file cannot be read.

        Raises:
            EncoderUnavailable: The encoder cannot be read, to tell whether it is the same.
        """
        try:
            path = folder / _FILE
            found = cls(ArrayFile(path, path.stat().st_size), encoder)
        except (OSError, IndexDamaged, ValueError, KeyError):
            return None
        same = found.stamp == encoder.stamp or found.identity == encoder.identity
        return found if same else None

    def of(self, places: Sequence[tuple[int, int]]) -> Floats:
        """The vectors of passages, given as (revision, number): a row each, 0 for one that has none."""
        numbers = np.array(places, np.int64).reshape(-1, 2)
        return self.rows(keys_of(numbers[:, 0], numbers[:, 1]))

    def rows(self, keys: Numbers) -> Floats:
        """The same by their keys."""
        found = np.searchsorted(self.keys, keys)
        found[found == len(self.keys)] = 0
        rows = np.zeros((len(keys), self.vectors.shape[1]), np.float32)
        if len(self.keys):
            known = self.keys[found] == keys
            rows[known] = self.vectors[found[known]]
        return rows

    def asked(self, text: str) -> Floats | None:
        """The vector of a text that is no passage, from the encoder itself; None where it fails or makes others."""
        try:
            encoder: Encoder = load(self._encoder)
            vector = encoder.encode([text])[0]
        except EncoderUnavailable:
            return None
        return vector if len(vector) == self.vectors.shape[1] else None


def _array(file: ArrayFile, name: str) -> Array:
    found = file.get(name)
    if found is None:
        raise IndexDamaged(f"What was encoded lacks {name}.")
    return found


def write(folder: Path, encoder: EncoderFiles, articles: Numbers, keys: Numbers, vectors: Halves) -> None:
    """Put vectors in the place of those that were there; both arrays of numbers ascend."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / _FILE
    note = json.dumps({"stamp": encoder.stamp, "identity": encoder.identity}).encode()
    writer = ArrayWriter(path.with_suffix(f".{os.getpid()}.new"))
    try:
        writer.add("encoder", np.frombuffer(note, np.uint8))
        writer.add("articles", articles)
        writer.add("keys", keys)
        writer.add("vectors", vectors.ravel())
        writer.close()
        writer.path.replace(path)
    except BaseException:
        writer.abandon()
        raise
    sync_folder(folder)


class Kept:
    """The file as it stands, opened again whenever it, or the chosen encoder, has changed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._state: tuple[object, ...] = ()
        self._encoded: Encoded | None = None

    def current(self) -> Encoded | None:
        """What the chosen encoder made; None where it made nothing, cannot be used, or none is chosen."""
        try:
            files = chosen_files()
            state = (files, *_state_of(self._folder / _FILE))
            if state != self._state:
                self._encoded = Encoded.open(self._folder, files) if files else None
                self._state = state
        except EncoderUnavailable:
            return None
        return self._encoded


def _state_of(path: Path) -> tuple[object, ...]:
    with suppress(OSError):
        status = path.stat()
        return status.st_ino, status.st_mtime_ns, status.st_size
    return ()
