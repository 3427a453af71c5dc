"""The terms of one field of one segment, looked up by their likeness to a word."""

import re

import numpy as np

from index.engine.arrays import Array


class Lexicon:
    """Finds terms that are a few edits away.

    An edit changes a word's length by one letter at most, and the set of its letters by two at most: what these two
    numbers rule out, which is nearly everything, is never compared letter by letter.
    """

    def __init__(self, keys: Array, offsets: Array) -> None:
        self._keys = keys
        self._apart: tuple[bytes, Array] | None = None
        self._offsets = offsets
        first_bytes = np.where((keys & 0xC0) == 0x80, 0, 1).astype(
            np.uint8
        )  # the others continue a character
        bits = np.uint32(1) << (keys & 31).astype(np.uint32)
        bits *= first_bytes
        starts = offsets[:-1].astype(np.int64)
        # An empty term, which reduceat would give the letters of the next, is never indexed.
        self._letters = np.bitwise_or.reduceat(bits, starts) if len(starts) else bits
        self._lengths = np.add.reduceat(first_bytes, starts, dtype=np.int32) if len(starts) else first_bytes

    def warm(self) -> None:
        """Make what the first pattern would wait for."""
        self._separated()

    def near(self, term: str, edits: int) -> list[tuple[int, bytes, int]]:
        """Number, bytes and distance of each term at most `edits` away, in the order of the terms.

        The distance is Damerau and Levenshtein's with one edit for two neighbouring letters swapped, and no
        letter edited twice: what a typist does wrong.
        """
        from rapidfuzz.distance import OSA

        letters = np.uint32(_letters(term))
        alike = np.bitwise_count(self._letters ^ letters) <= 2 * edits
        alike &= np.abs(self._lengths - len(term)) <= edits
        found = []
        for number in np.flatnonzero(alike).tolist():
            key = self._keys[self._offsets[number] : self._offsets[number + 1]].tobytes()
            distance = OSA.distance(term, key.decode("utf-8", "surrogatepass"), score_cutoff=edits)
            if distance <= edits:
                found.append((number, key, distance))
        return found

    def like(self, pattern: str, low: int, high: int) -> list[int]:
        """The numbers, among those from `low` up to `high`, of the terms that a pattern with `*` and `?` matches."""
        text, begins = self._separated()
        wanted = b"".join(_PATTERN.get(letter) or re.escape(_bytes(letter)) for letter in pattern)
        # One search through all terms is fifty times faster than a match for each.
        matches = re.compile(_SEPARATOR + wanted + b"(?=%s)" % _SEPARATOR).finditer
        found = [match.start() for match in matches(text, int(begins[low]), int(begins[high]) + 1)]
        return np.searchsorted(begins, found).tolist()  # type: ignore[no-any-return]

    def _separated(self) -> tuple[bytes, Array]:
        """The terms with a byte before each and after the last, and where each of these stands."""
        if self._apart is None:
            begins = self._offsets.astype(np.int64) + np.arange(len(self._offsets))
            text = np.empty(len(self._keys) + len(begins), np.uint8)
            terms = np.ones(len(text), bool)
            terms[begins] = False
            text[begins] = _SEPARATOR[0]
            text[terms] = self._keys
            self._apart = text.tobytes(), begins
        return self._apart


_SEPARATOR = b"\xff"
"""No UTF-8 text holds it."""
_PATTERN = {"*": b"[^\xff]*", "?": b"[^\xff\x80-\xbf][\x80-\xbf]*"}


def _bytes(letter: str) -> bytes:
    return letter.encode("utf-8", "surrogatepass")


def _letters(term: str) -> int:
    """A bit for each letter, by the first byte that UTF-8 gives it: several letters share one."""
    found = 0
    for letter in term:
        found |= 1 << (_bytes(letter)[0] & 31)
    return found
