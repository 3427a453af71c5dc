"""How alike two texts are, and a sketch of a text by which that can be told of many without reading them."""

from hashlib import shake_128
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from index.words import terms

COPIED = 0.6
"""From this Jaccard of their 4-shingles on, two texts are near-identical.

A wire story in another outlet's spelling, with a sentence changed and another cut, has .65 to .75.
"""
BANDS, ROWS = 40, 4
"""A sketch has a byte for each of 160 minima, in bands of four. Two texts of Jaccard .6 share a band with
probability 1 - (1 - .6^4)^40 = .996, of .2 with .06."""
SIZE = BANDS * ROWS
_SHINGLE = 4
LEAST_SHINGLES = 37
"""Those of 40 words. Shorter texts resemble each other without being copied: weather, results, rates."""
_AT_ONCE = 4096
"""Shingles whose hashes are held in memory together."""
_FACTORS = (np.frombuffer(shake_128(b"sketches").digest(SIZE * 4), "<u4") | np.uint32(1)).astype(np.uint32)
"""Of multiplicative hashes (Dietzfelbinger et al. 1997). Sketches are stored, so that these must never change."""

Shingles = NDArray[np.uint64]


def likeness_of_texts(a: str, b: str) -> float:
    """Jaccard of the word 4-shingles of two texts."""
    return jaccard(shingles(a), shingles(b))


def jaccard(a: Shingles, b: Shingles) -> float:
    """Jaccard of two sets of shingles; 0 where one is empty."""
    if not len(a) or not len(b):
        return 0.0
    shared = len(np.intersect1d(a, b, assume_unique=True))
    return shared / (len(a) + len(b) - shared)


def shingles(text: str) -> Shingles:
    """The distinct word 4-shingles of a text, hashed, ascending."""
    found = terms(text)
    if len(found) < _SHINGLE:
        return np.empty(0, np.uint64)
    hashed = np.fromiter(map(_hash, found), np.uint64, len(found))
    mixed = np.zeros(len(found) - _SHINGLE + 1, np.uint64)
    for place in range(_SHINGLE):
        # Odd multipliers keep all 64 bits; places differ so that order counts.
        mixed = mixed * np.uint64(0x9E3779B97F4A7C15) + hashed[place : place + len(mixed)]
        mixed ^= mixed >> np.uint64(29)
    return np.unique(mixed)


_hashes: dict[str, int] = {}


def _hash(term: str) -> int:
    known = _hashes.get(term)
    if known is None:
        data = term.encode("utf-8", "surrogatepass")
        known = (crc32(data) << 32) | crc32(data[::-1], 0xABCDEF)
        if len(_hashes) < 500_000:
            _hashes[term] = known
    return known


def sketch(text: str) -> bytes:
    """The lowest byte of each of a text's minima; empty where it is too short to be a copy.

    The share of bytes that two sketches have in common estimates the Jaccard of the texts, with a standard error of
    .04 (b-bit minwise hashing, Li and König 2010, with b = 8).
    """
    own = shingles(text)
    if len(own) < LEAST_SHINGLES:
        return b""
    narrow = (own >> np.uint64(32)).astype(np.uint32)
    minima = np.full(SIZE, np.iinfo(np.uint32).max, np.uint32)
    for start in range(0, len(narrow), _AT_ONCE):
        hashed = narrow[None, start : start + _AT_ONCE] * _FACTORS[:, None]
        np.minimum(minima, hashed.min(axis=1), out=minima)
    return minima.astype(np.uint8).tobytes()
