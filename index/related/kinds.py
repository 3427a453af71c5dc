"""Words of one kind: "fired" and "dismissed", "quake" and "tremor", "attorney" and "lawyer".

Names and places are in every sentence of a story. What happens tells its sentences apart, and each outlet puts that in
words of its own.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.engine import Snapshot
from index.nearby.ranking import K1, SENTENCE_WORDS, B, frequency, idf
from index.nearby.shelf import Excerpt
from index.words import stem, terms

_FILE = Path(__file__).with_name("kinds.txt")


@lru_cache(maxsize=1)
def kinds() -> tuple[frozenset[str], ...]:
    """Of each kind the stems of its words; a kind's number is its place."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return tuple(
        frozenset(stem(term) for term in terms(line)) for line in lines if line and not line.startswith("#")
    )


@lru_cache(maxsize=1)
def _kinds_of() -> Mapping[str, tuple[int, ...]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, stems in enumerate(kinds()):
        for of_kind in stems:
            found[of_kind].append(number)
    return {of_kind: tuple(numbers) for of_kind, numbers in found.items()}


def kinds_in(stems: Mapping[str, int]) -> dict[int, int]:
    """How often a text speaks of each kind, given how often it has each stem."""
    found: defaultdict[int, int] = defaultdict(int)
    known = _kinds_of()
    for of_kind in stems.keys() & known.keys():
        for number in known[of_kind]:
            found[number] += stems[of_kind]
    return dict(found)


def weights_of_kinds(snapshot: Snapshot, stems: Mapping[str, int]) -> dict[int, float]:
    """Each kind in a question, ln(1 + its count) · idf, as if its words were one: they stand in all their passages."""
    return {
        number: math.log(1 + count) * idf(snapshot.rows, sum(frequency(snapshot, s) for s in kinds()[number]))
        for number, count in kinds_in(stems).items()
    }


def by_kinds(weights: Mapping[int, float], excerpts: Sequence[Excerpt]) -> NDArray[np.float32]:
    """BM25 of sentences for the kinds of a question, each with its weight, whatever word of the kind they use."""
    columns: defaultdict[str, list[int]] = defaultdict(list)
    for column, number in enumerate(weights):
        for of_kind in kinds()[number]:
            columns[of_kind].append(column)
    counts = np.zeros((len(excerpts), len(weights)), np.float32)
    for row, excerpt in enumerate(excerpts):
        for of_kind in excerpt.stems.keys() & columns.keys():
            counts[row, columns[of_kind]] += excerpt.stems[of_kind]
    lengths = np.array([sum(excerpt.stems.values()) for excerpt in excerpts], np.float32) / SENTENCE_WORDS
    saturated = counts / (counts + K1 * (1 - B + B * lengths[:, None]) + 1e-9)
    return np.asarray(saturated @ np.array(list(weights.values()), np.float32), np.float32)
