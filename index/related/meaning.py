"""How like a question passages are by the sentence encoder that the reader chose; nothing without one."""

from collections.abc import Sequence
from typing import Self

import numpy as np
from numpy.typing import NDArray

from index.encoding.store import Encoded, keys_of
from index.engine import Snapshot
from index.library import Library
from index.nearby.shelf import Opened

Scores = NDArray[np.float32]

ENCODED = 0.5
"""The weight beside those of the other parts."""
_COMPARED = 2_000
"""Passages that are best by all else, of which it is asked which mean the same; of all it would take too long."""


class Meaning:
    """What a question means, beside the passages of a collection."""

    def __init__(self, encoded: Encoded, vector: Scores) -> None:
        self._encoded = encoded
        self._vector = vector

    @classmethod
    def asked(cls, library: Library, text: str, own: Opened | None) -> Self | None:
        """What a text means; None where nothing is encoded, or the passage is not yet.

        Args:
            library: Whose passages it is compared with.
            text: The question: passages of `own` are known, anything else is encoded at once.
            own: The article it is from.
        """
        encoded = library.encoded
        if encoded is None:
            return None
        numbers = _passages(text, own) if own is not None else []
        if own is not None and numbers:
            vector = encoded.of([(own.revision, number) for number in numbers]).sum(0)
        else:
            found = encoded.asked(text)
            if found is None:
                return None
            vector = found
        length = float(np.linalg.norm(vector))
        return cls(encoded, np.asarray(vector / length, np.float32)) if length > 0 else None

    def of(self, places: Sequence[tuple[int, int]]) -> Scores:
        """Cosine with each passage, given as (revision, number); 0 where negative, or it is not encoded."""
        return np.asarray(np.clip(self._encoded.of(places) @ self._vector, 0, 1), np.float32)

    def add_to_best(self, total: Scores, snapshot: Snapshot) -> None:
        """Let the passages of a snapshot that score best so far score by their meaning too."""
        count = min(_COMPARED, len(total))
        best = np.argpartition(-total, count - 1)[:count]
        best = best[total[best] > 0]
        keys = keys_of(
            np.asarray(snapshot.column("article"))[best], np.asarray(snapshot.column("passage"))[best]
        )
        total[best] += ENCODED * np.clip(self._encoded.rows(keys) @ self._vector, 0, 1)


def _passages(text: str, own: Opened) -> list[int]:
    """The passages that a question consists of: one, or the headline before one."""
    title = own.article.title or ""
    if text == title:
        return [0]
    for passage in own.article.passages:
        if text == passage.text:
            return [passage.number]
        if title and text == f"{title}\n{passage.text}".strip():
            return [0, passage.number]
    return []
