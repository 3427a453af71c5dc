"""Near-identical articles: word 4-shingles, found by min-hashing, compared exactly."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from index.library import Library
from index.words import terms
from models.related import CopyGroup

COPIED = 0.6
"""From this Jaccard of their 4-shingles on, two texts are near-identical.

A wire story in another outlet's spelling, with a sentence changed and another cut, has .65 to .75.
"""
_SHINGLE = 4
_LEAST_SHINGLES = 37
"""Those of 40 words. Shorter texts resemble each other without being copied: weather, results, rates."""
_BANDS, _ROWS = 40, 4
"""Two texts of Jaccard .6 share a band with probability 1 - (1 - .6^4)^40 = .996, of .2 with .06."""
_PRIME = np.uint64((1 << 61) - 1)
_SEED = 20210728

Shingles = NDArray[np.uint64]


def likeness_of_texts(a: str, b: str) -> float:
    """Jaccard of the word 4-shingles of two texts."""
    return _jaccard(shingles(a), shingles(b))


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
    from zlib import crc32

    known = _hashes.get(term)
    if known is None:
        data = term.encode("utf-8", "surrogatepass")
        known = (crc32(data) << 32) | crc32(data[::-1], 0xABCDEF)
        if len(_hashes) < 500_000:
            _hashes[term] = known
    return known


def _jaccard(a: Shingles, b: Shingles) -> float:
    if not len(a) or not len(b):
        return 0.0
    shared = len(np.intersect1d(a, b, assume_unique=True))
    return shared / (len(a) + len(b) - shared)


def copies(library: Library) -> tuple[CopyGroup, ...]:
    """The groups of near-identical articles of a library, in order of their first paths.

    An article that was saved in several files is a group of its own.
    """
    grouped = copy_groups(library)
    inside = {revision for group in grouped for revision in group}
    saved_twice = [
        (revision,)
        for revision in library.revisions()
        if revision not in inside and len(library.paths(revision)) > 1
    ]
    found = (_group(library, revisions) for revisions in [*grouped, *saved_twice])
    return tuple(sorted(found, key=lambda group: group.articles))


def _group(library: Library, revisions: Sequence[int]) -> CopyGroup:
    articles = [a for a in map(library.load, revisions) if a is not None]
    dated = [(_day(a.article.published), a.article.path) for a in articles]
    known = [(day, path) for day, path in dated if day is not None]
    # One undated article may still be the first of two; of more, all but one dated say enough.
    earliest = min(known)[1] if len(known) > 1 and len(known) >= len(dated) - 1 else None
    paths = {path for revision in revisions for path in library.paths(revision)}
    return CopyGroup(articles=tuple(sorted(paths)), earliest=earliest)


def copy_groups(library: Library) -> list[tuple[int, ...]]:
    """The same as revisions; a group is what pairs of near-identical articles join."""
    revisions: list[int] = []
    found: list[Shingles] = []
    for revision in library.revisions():
        annotated = library.load(revision)
        if annotated is None:
            continue
        own = shingles(annotated.article.text)
        if len(own) >= _LEAST_SHINGLES:
            revisions.append(revision)
            found.append(own)
    joined = _Joined(len(found))
    for a, b in _candidates(found):
        if joined.root(a) != joined.root(b) and _jaccard(found[a], found[b]) >= COPIED:
            joined.join(a, b)
    members: defaultdict[int, list[int]] = defaultdict(list)
    for place, revision in enumerate(revisions):
        members[joined.root(place)].append(revision)
    return [tuple(sorted(group)) for group in members.values() if len(group) > 1]


class _Joined:
    """Disjoint sets of numbers."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def root(self, place: int) -> int:
        while self._parent[place] != place:
            self._parent[place] = self._parent[self._parent[place]]
            place = self._parent[place]
        return place

    def join(self, a: int, b: int) -> None:
        self._parent[self.root(b)] = self.root(a)


def _candidates(found: Sequence[Shingles]) -> Iterator[tuple[int, int]]:
    """Pairs of places that share a band of their signatures; a pair may come more than once."""
    signatures = _signatures(found)
    for band in range(_BANDS):
        keys = np.ascontiguousarray(signatures[:, band * _ROWS : (band + 1) * _ROWS])
        rows = keys.view(np.dtype((np.void, keys.dtype.itemsize * _ROWS))).ravel()
        order = np.argsort(rows, kind="stable")
        alike = np.flatnonzero(rows[order][1:] == rows[order][:-1])
        # Neighbours are enough: whoever shares the key is joined through them, or is no copy of either.
        yield from _runs(order, alike)


def _runs(order: NDArray[np.int64], alike: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    """All pairs within each run of equal keys."""
    for run in np.split(alike, np.flatnonzero(np.diff(alike) != 1) + 1):
        if not len(run):
            continue
        members = order[run[0] : run[-1] + 2].tolist()
        yield from ((a, b) for i, a in enumerate(members) for b in members[i + 1 :])


def _signatures(found: Sequence[Shingles]) -> NDArray[np.uint32]:
    random = np.random.default_rng(_SEED)
    count = _BANDS * _ROWS
    factors = random.integers(1, 1 << 62, count, dtype=np.uint64) | np.uint64(1)
    signatures = np.full((len(found), count), np.iinfo(np.uint32).max, np.uint32)
    for place, own in enumerate(found):
        if len(own):
            mixed = own[None, :] * factors[:, None]
            signatures[place] = (mixed >> np.uint64(32)).min(axis=1).astype(np.uint32)
    return signatures


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
