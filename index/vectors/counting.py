"""The stems of a snapshot as numbers, in the order in which they were written: what vectors are learnt from.

The engine keeps the places of each word, so that the text is put together from its arrays without being read again.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.engine import Snapshot
from index.engine.postings import Postings, to_term
from index.nearby.ranking import carries_subject
from index.words import stem

Ints = NDArray[np.int32]

_OUTSIDE = -1


@dataclass(frozen=True, slots=True)
class Written:
    """Every stem that carries a subject, as often as it is written, passage after passage."""

    vocabulary: list[str]
    """The stems, the most frequent first."""
    stems: Ints
    """Each place's stem, as its number in the vocabulary."""
    rows: Ints
    """Each place's row of the snapshot, so that two places are known to be of one passage."""
    articles: NDArray[np.int64]
    """Each row's article, by revision."""


def written(snapshot: Snapshot, revisions: NDArray[np.int64]) -> Written:
    """What some articles say, as stems in order; deleted rows are left out."""
    articles = np.asarray(snapshot.column("article"), np.int64)
    wanted = np.isin(articles, revisions)
    live = snapshot.live()
    if live is not None:
        wanted &= live
    numbers: dict[str, int] = {}
    stems, rows = [], []
    field = snapshot.field("words")
    for base, part in field.parts if field else ():
        found, places = _in_order(part, numbers, base, wanted)
        stems.append(found)
        rows.append(places)
    return _by_frequency(numbers, _joined(stems), _joined(rows), articles)


def _in_order(
    part: Postings, numbers: dict[str, int], base: int, wanted: NDArray[np.bool_]
) -> tuple[Ints, Ints]:
    """The stems and rows of one segment's places."""
    if part.tokens is None or part.token_starts is None or part.lengths is None:
        return np.empty(0, np.int32), np.empty(0, np.int32)
    of_term = np.full(len(part), _OUTSIDE, np.int32)
    for place, key in enumerate(part.all_keys()):
        term = to_term(key)
        if carries_subject(term):
            of_term[place] = numbers.setdefault(stem(term), len(numbers))
    lengths = part.lengths.astype(np.int64) + 1
    stems = np.full(int(lengths.sum()), _OUTSIDE, np.int32)
    written = np.diff(part.token_starts).astype(np.int64)
    stems[part.tokens] = np.repeat(of_term, written)
    rows = np.repeat(np.arange(base, base + len(lengths), dtype=np.int32), lengths)
    kept = (stems != _OUTSIDE) & wanted[rows]
    return stems[kept], rows[kept]


def _by_frequency(
    numbers: Mapping[str, int], stems: Ints, rows: Ints, articles: NDArray[np.int64]
) -> Written:
    order = np.argsort(-np.bincount(stems, minlength=len(numbers)), kind="stable")
    places = np.empty(len(order), np.int32)
    places[order] = np.arange(len(order), dtype=np.int32)
    names = list(numbers)
    return Written([names[n] for n in order.tolist()], places[stems] if len(stems) else stems, rows, articles)


def _joined(parts: list[Ints]) -> Ints:
    return np.concatenate([np.empty(0, np.int32), *parts])


@dataclass(frozen=True, slots=True)
class Table:
    """How often each text has each stem, texts one after the other."""

    starts: NDArray[np.int64]
    """Where each text begins, and the end."""
    stems: Ints
    """Numbers of stems, ascending in each text."""
    counts: NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.starts) - 1


def tabled(texts: NDArray[np.int64], stems: Ints, vocabulary: int, total: int) -> Table:
    """Count stems by text.

    Args:
        texts: The number of each stem's text.
        stems: The stems, those from `vocabulary` on left out.
        vocabulary: How many stems are counted.
        total: How many texts there are.
    """
    kept = stems < vocabulary
    keys, counts = np.unique(texts[kept] * vocabulary + stems[kept], return_counts=True)
    return Table(
        np.searchsorted(keys, np.arange(total + 1, dtype=np.int64) * vocabulary),
        (keys % vocabulary).astype(np.int32),
        counts.astype(np.float32),
    )


def table_of(texts: Iterable[Mapping[str, int]], numbers: Mapping[str, int]) -> Table:
    """The same of texts that are counted already."""
    starts = [0]
    stems: list[int] = []
    counts: list[int] = []
    for text in texts:
        known = sorted((numbers[s], n) for s, n in text.items() if s in numbers)
        stems.extend(number for number, _ in known)
        counts.extend(n for _, n in known)
        starts.append(len(stems))
    return Table(np.array(starts, np.int64), np.array(stems, np.int32), np.array(counts, np.float32))


def parts(table: Table, most: int) -> Iterator[tuple[int, int]]:
    """Runs of texts that have no more than so many entries together, or are one text."""
    begin = 0
    while begin < len(table):
        end = int(np.searchsorted(table.starts, table.starts[begin] + most, side="right")) - 1
        end = min(max(end, begin + 1), len(table))
        yield begin, end
        begin = end
