"""From sketches to groups of near-identical articles; what was grouped before is not compared again."""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.copies.sketches import BANDS, COPIED, SIZE, jaccard, shingles

_WORTH_COMPARING = round((COPIED - 0.12) * SIZE)
"""Bytes that sketches must share, three standard errors below what near-identical texts do."""
_TEXTS_KEPT = 4096
"""Articles whose shingles are kept while they are compared; some 20 MB."""

Places = NDArray[np.int64]


def grouped(
    sketches: Mapping[int, bytes],
    before: Mapping[int, int | None],
    due: Collection[int],
    text_of: Callable[[int], str],
) -> dict[int, int]:
    """The groups that pairs of near-identical articles join, each named by its lowest revision.

    Args:
        sketches: Those of all articles, by revision; empty ones are of no copy.
        before: The groups of articles that were compared with each other before.
        due: The articles that were not, whose groups before are of no account.
        text_of: The text of an article.

    Returns:
        The group of each article that is in one.
    """
    due = {revision for revision in due if sketches.get(revision)}
    if not due:
        return {r: group for r, group in before.items() if group}
    work = _Grouping({revision: sketch for revision, sketch in sketches.items() if sketch}, text_of)
    work.set_out({r: group for r, group in before.items() if group and r not in due})
    work.compare(due)
    return work.groups()


class _Grouping:
    def __init__(self, sketches: Mapping[int, bytes], text_of: Callable[[int], str]) -> None:
        self._revisions = list(sketches)
        self._sketches = np.frombuffer(b"".join(sketches.values()), np.uint8).reshape(-1, SIZE)
        self._labels = np.arange(len(sketches))
        """Of each place; those of one group have the same."""
        self._unlike: set[tuple[int, int]] = set()
        self._shingles = lru_cache(_TEXTS_KEPT)(lambda place: shingles(text_of(self._revisions[place])))

    def set_out(self, before: Mapping[int, int]) -> None:
        first: dict[int, int] = {}
        for place, revision in enumerate(self._revisions):
            if group := before.get(revision, 0):
                self._labels[place] = first.setdefault(group, place)

    def compare(self, due: Collection[int]) -> None:
        """Compare those that are due with all that share a band with them."""
        fresh = np.array([revision in due for revision in self._revisions], bool)
        for band in self._sketches.view(np.uint32).T[:BANDS]:
            for run in _runs(band, fresh):
                self._compare_run(run, fresh)

    def _compare_run(self, run: Places, fresh: NDArray[np.bool_]) -> None:
        for number, place in enumerate(run.tolist()):
            others = run[number + 1 :]
            others = others[self._labels[others] != self._labels[place]]
            if not fresh[place]:
                others = others[fresh[others]]
            shared = np.count_nonzero(self._sketches[others] == self._sketches[place], axis=1)
            for other in others[shared >= _WORTH_COMPARING].tolist():
                self._compare_pair(place, other)

    def _compare_pair(self, a: int, b: int) -> None:
        if self._labels[a] == self._labels[b] or (a, b) in self._unlike:
            return
        if jaccard(self._shingles(a), self._shingles(b)) >= COPIED:
            self._labels[self._labels == self._labels[b]] = self._labels[a]
        else:
            self._unlike.add((a, b))

    def groups(self) -> dict[int, int]:
        labels, counts = np.unique(self._labels, return_counts=True)
        several = set(labels[counts > 1].tolist())
        named: dict[int, int] = {}
        # Revisions ascend, so that the first of a group is its lowest.
        return {
            revision: named.setdefault(label, revision)
            for revision, label in sorted(zip(self._revisions, self._labels.tolist(), strict=True))
            if label in several
        }


def _runs(band: NDArray[np.uint32], fresh: NDArray[np.bool_]) -> Iterator[Places]:
    """The places that have the same four bytes, in order, where a fresh one is among them."""
    wanted = np.unique(band[fresh])
    nearest = wanted[np.minimum(np.searchsorted(wanted, band), len(wanted) - 1)]
    places = np.flatnonzero(nearest == band)
    order = places[np.argsort(band[places], kind="stable")]
    starts = np.concatenate([[0], np.flatnonzero(np.diff(band[order])) + 1, [len(order)]])
    for run in np.flatnonzero(np.diff(starts) > 1).tolist():
        yield order[starts[run] : starts[run + 1]]
