"""Rows to postings: tokens are numbers in arrays, and one sort puts them in order."""

from array import array
from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np

from index.engine.arrays import Array, smallest
from index.engine.postings import NOTHING, Postings, join_keys, place_type, starts_of, to_key, to_term


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
        self._ends = array("Q")

    def __len__(self) -> int:
        return len(self._numbers)

    def add(self, terms: Iterable[str]) -> None:
        """Add the terms of the next row."""
        self._numbers.extend(map(self.vocabulary.__getitem__, terms))
        self._ends.append(len(self._numbers))

    def postings(self, *, positional: bool, scorable: bool) -> Postings:
        """Invert what was added."""
        return invert(list(self.vocabulary), *self.arrays(), positional=positional, scorable=scorable)

    def mapped(self, mapping: Iterable[str]) -> Postings:
        """Invert with each term of the vocabulary replaced: the stems of the words, say."""
        replaced = Vocabulary()
        new_numbers = np.fromiter(map(replaced.__getitem__, mapping), np.uint32, len(self.vocabulary))
        numbers, lengths = self.arrays()
        numbers = new_numbers[numbers] if len(numbers) else numbers
        return invert(list(replaced), numbers, lengths, positional=False, scorable=True)

    def arrays(self) -> tuple[Array, Array]:
        """A number for each token, and how many tokens each row has."""
        ends = np.frombuffer(self._ends, np.uint64).astype(np.int64)
        return np.frombuffer(self._numbers, np.uint32), np.diff(ends, prepend=0)


class Shared(Tokens):
    """The terms of a field whose values many rows share: each value is kept once, and its number for each row."""

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[object, int] = {}
        self._values = array("I")

    def add_value(self, value: object, terms: Callable[[], Iterable[str]]) -> None:
        """Add the value of the next row; `terms` is called for the first row that has it only."""
        number = self._known.get(value)
        if number is None:
            number = self._known[value] = len(self._known)
            self.add(terms())
        self._values.append(number)

    @property
    def values(self) -> tuple[list[object], Array]:
        """The values in the order they were met, and the number of each row's."""
        return list(self._known), np.frombuffer(self._values, np.uint32)

    def arrays(self) -> tuple[Array, Array]:
        """A number for each token, and how many tokens each row has."""
        numbers, value_lengths = super().arrays()
        values = np.frombuffer(self._values, np.uint32)
        lengths = value_lengths[values]
        row_starts = starts_of(lengths)
        moved = np.repeat(starts_of(value_lengths)[:-1][values] - row_starts[:-1], lengths)
        moved += np.arange(len(moved))
        return numbers[moved], lengths


def invert(terms: list[str], numbers: Array, lengths: Array, *, positional: bool, scorable: bool) -> Postings:
    """Postings of tokens.

    Args:
        terms: The vocabulary, in any order; every term occurs.
        numbers: A number into `terms` for each token.
        lengths: How many tokens each row has, in order.
        positional: Keep the place of each token.
        scorable: Keep the lengths.
    """
    kept_lengths = smallest(lengths) if scorable else None
    if not len(numbers):
        none = replace(NOTHING, lengths=kept_lengths)
        return replace(none, tokens=NOTHING.rows, token_starts=NOTHING.starts) if positional else none
    keys = [to_key(term) for term in terms]
    order = sorted(range(len(keys)), key=keys.__getitem__)
    rank = np.empty(len(keys), np.int64)
    rank[order] = np.arange(len(keys))

    # Sorting (term, token number) as one integer is several times faster than a stable argsort by term.
    bits = len(numbers).bit_length()
    packed = rank[numbers]
    packed <<= bits
    packed |= np.arange(len(numbers))
    packed.sort()
    token = packed & ((1 << bits) - 1)
    packed >>= bits
    term = packed
    row = np.repeat(np.arange(len(lengths), dtype=np.uint32), lengths).take(token)

    first = np.empty(len(token), bool)
    first[0] = True
    np.not_equal(term[1:], term[:-1], out=first[1:])
    occurrences = np.diff(np.flatnonzero(first), append=len(token))
    first[1:] |= row[1:] != row[:-1]
    begins = np.flatnonzero(first)
    term_begins = starts_of(occurrences)
    tokens = None
    if positional:
        token += row  # a place is free between two rows
        tokens = token.astype(place_type(len(numbers) + len(lengths)))
    return Postings(
        *join_keys([keys[i] for i in order]),
        np.searchsorted(begins, term_begins),
        row.take(begins),
        smallest(np.diff(begins, append=len(token))),
        tokens=tokens,
        token_starts=term_begins if positional else None,
        lengths=kept_lengths,
    )


def initials(words: Postings) -> Postings:
    """The first letters of a field's terms as terms themselves, so that a prefix of one letter is one term.

    Args:
        words: A field with lengths, which are those of the initials too.
    """
    keys: list[bytes] = []
    rows, counts = [], []
    total = 0 if words.lengths is None else len(words.lengths)
    low = 0
    while low < len(words):
        initial = to_key(to_term(words.key(low))[0])
        _, high = words.with_prefix(initial)
        found, weights = words.of(low, high)
        sums = np.bincount(found, weights=weights, minlength=total)
        keys.append(initial)
        rows.append(np.flatnonzero(sums).astype(np.uint32))
        counts.append(sums[rows[-1]].astype(np.uint32))
        low = high
    if not keys:
        return NOTHING
    sizes = np.array([len(found) for found in rows])
    return Postings(
        *join_keys(keys), starts_of(sizes), np.concatenate(rows), smallest(np.concatenate(counts))
    )
