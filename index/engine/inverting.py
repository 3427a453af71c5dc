"""Rows to postings: tokens are numbers in arrays, and one sort puts them in order."""

from array import array
from collections.abc import Iterable

import numpy as np

from index.engine.arrays import Array, smallest
from index.engine.postings import NOTHING, Postings, join_keys, starts_of, to_key


class Vocabulary(dict[str, int]):
    """Numbers terms in the order they are met."""

    def __missing__(self, term: str) -> int:
        number = self[term] = len(self)
        return number


class Tokens:
    """The terms of one field, row after row, as numbers of a vocabulary."""

    def __init__(self) -> None:
        self.vocabulary = Vocabulary()
        self._numbers = array("I")
        self._lengths = array("I")
        self._known: dict[object, array[int]] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def add(self, terms: Iterable[str]) -> None:
        """Add the terms of the next row."""
        before = len(self._numbers)
        self._numbers.extend(map(self.vocabulary.__getitem__, terms))
        self._lengths.append(len(self._numbers) - before)

    def add_known(self, value: object, terms: Iterable[str]) -> None:
        """Add the terms of a value that many rows share; `terms` is read the first time only."""
        numbers = self._known.get(value)
        if numbers is None:
            numbers = self._known[value] = array("I", map(self.vocabulary.__getitem__, terms))
        self._numbers.extend(numbers)
        self._lengths.append(len(numbers))

    def postings(self, *, positional: bool, scorable: bool) -> Postings:
        """Invert what was added."""
        return invert(list(self.vocabulary), *self._arrays(), positional=positional, scorable=scorable)

    def mapped(self, mapping: Iterable[str]) -> Postings:
        """Invert with each term of the vocabulary replaced: the stems of the words, say."""
        replaced = Vocabulary()
        new_numbers = np.fromiter(map(replaced.__getitem__, mapping), np.int64, len(self.vocabulary))
        numbers, lengths = self._arrays()
        numbers = new_numbers[numbers] if len(numbers) else numbers
        return invert(list(replaced), numbers, lengths, positional=False, scorable=True)

    def _arrays(self) -> tuple[Array, Array]:
        return np.frombuffer(self._numbers, np.uint32), np.frombuffer(self._lengths, np.uint32)


def invert(terms: list[str], numbers: Array, lengths: Array, *, positional: bool, scorable: bool) -> Postings:
    """Postings of tokens.

    Args:
        terms: The vocabulary, in any order; every term occurs.
        numbers: A number into `terms` for each token.
        lengths: How many tokens each row has, in order.
        positional: Keep the place of each token in its row.
        scorable: Keep the lengths.
    """
    kept_lengths = smallest(lengths) if scorable else None
    if not len(numbers):
        return Postings(NOTHING.keys, NOTHING.key_offsets, NOTHING.starts, NOTHING.rows, NOTHING.counts,
                        positions=NOTHING.keys if positional else None,
                        position_starts=NOTHING.starts if positional else None,
                        lengths=kept_lengths)  # fmt: skip
    keys = [to_key(term) for term in terms]
    order = sorted(range(len(keys)), key=keys.__getitem__)
    rank = np.empty(len(keys), np.int64)
    rank[order] = np.arange(len(keys))

    # Sorting (term, token number) as one integer is several times faster than a stable argsort by term.
    bits = len(numbers).bit_length()
    packed = (rank[numbers] << bits) | np.arange(len(numbers))
    packed.sort()
    token = packed & ((1 << bits) - 1)
    term = packed >> bits
    del packed
    row_starts = starts_of(lengths)
    row = np.repeat(np.arange(len(lengths), dtype=np.uint32), lengths)[token]

    first = np.empty(len(token), bool)
    first[0] = True
    np.not_equal(term[1:], term[:-1], out=first[1:])
    first[1:] |= row[1:] != row[:-1]
    begins = np.flatnonzero(first)
    counts = np.diff(begins, append=len(token))

    joined, offsets = join_keys([keys[i] for i in order])
    occurrences = np.bincount(term, minlength=len(keys))
    return Postings(
        joined,
        offsets,
        starts_of(np.bincount(term[begins], minlength=len(keys))),
        row[begins],
        smallest(counts),
        positions=smallest(token - row_starts[row]) if positional else None,
        position_starts=starts_of(occurrences) if positional else None,
        lengths=kept_lengths,
    )
