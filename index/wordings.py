"""Passages that may hold a quotation's words: those that share most of them, and those that share a few in a row."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from whoosh import query

from index.engine import Snapshot
from index.words import STOP_WORDS, terms

Rows = NDArray[np.int64]
Weights = NDArray[np.float64]

_RUN = 4
_STEP = 2
"""A run begins at every second word, so that of six words in a row one run is whole."""
_MOST_RUNS = 40
_MOST_HELD = 32
"""Passages with a run of the words that are looked at: more hold only what many say."""


def shares(snapshot: Snapshot, weights: Mapping[str, float]) -> Weights:
    """Of the weight of some stems, the share that each row of a snapshot has."""
    found = np.zeros(snapshot.rows_total)
    for stem, weight in weights.items():
        found[snapshot.evaluate(query.Term("stems", stem)).rows] += weight
    return found / (sum(weights.values()) or 1.0)


def rows_sharing(share: Weights, least: float, most: int) -> list[int]:
    """The rows that have a share at least, the most of it first."""
    rows = np.flatnonzero(share >= least)
    return [int(row) for row in rows[np.argsort(-share[rows], kind="stable")][:most]]


def rows_quoting(snapshot: Snapshot, share: Weights, text: str) -> list[int]:
    """The rows in which four words of a text stand in a row, however short the cut: those that share most first."""
    runs = _runs(terms(text))
    if not runs:
        return []
    rows = snapshot.evaluate(query.Or([query.Phrase("words", list(run)) for run in runs])).rows
    return [int(row) for row in rows[np.argsort(-share[rows], kind="stable")][:_MOST_HELD]]


def rows_said(
    snapshot: Snapshot, share: Weights, locals_: Sequence[str], least: float, most: int
) -> list[int]:
    """The rows in which somebody speaks who goes by some local names, and that have a share at least."""
    if not locals_:
        return []
    rows = snapshot.evaluate(query.Or([query.Term("said", local) for local in locals_])).rows
    rows = rows[share[rows] >= least]
    return [int(row) for row in rows[np.argsort(-share[rows], kind="stable")][:most]]


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    starts = range(0, max(0, len(words) - _RUN) + 1, _STEP)
    runs = dict.fromkeys(tuple(words[at : at + _RUN]) for at in starts if len(words) >= _RUN)
    telling = [run for run in runs if any(word not in STOP_WORDS for word in run)]
    # Of a very long quotation runs from all over it.
    return telling[:: -(-len(telling) // _MOST_RUNS)] if telling else []
