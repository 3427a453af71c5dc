"""Rows to postings: tokens are numbers in arrays, and one sort puts them in order."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from itertools import chain, count, islice
from typing import Any, NamedTuple

import numpy as np

from index.engine.arrays import Array, smallest
from index.engine.postings import (
    NOTHING,
    Postings,
    join_keys,
    place_type,
    starts_of,
    to_key,
    to_keys,
    to_term,
)
from index.words import BREAK, pieces, terms


class Tokens(NamedTuple):
    """The terms of one field, row after row."""

    vocabulary: list[str]
    """Different terms, in any order; every one occurs."""
    numbers: Array
    """A number into the vocabulary for each token."""
    lengths: Array
    """How many tokens each row has."""

    def postings(self, *, positional: bool, scorable: bool) -> Postings:
        """Invert them."""
        return invert(*self, positional=positional, scorable=scorable)

    def mapped(self, mapping: Iterable[str]) -> "Tokens":
        """The tokens with each term of the vocabulary replaced: the stems of the words, say."""
        replaced = _numbering()
        new_numbers = np.fromiter(map(replaced.__getitem__, mapping), np.uint32, len(self.vocabulary))
        return Tokens(list(replaced), new_numbers[self.numbers], self.lengths)


def _numbering() -> defaultdict[Any, int]:
    """Numbers what it is asked for in the order it is first asked."""
    return defaultdict(count().__next__)


class Values:
    """The values of a field, one for each row. What many rows share is kept once, and its terms found once.

    Args:
        terms: The terms of a value, in order.
    """

    def __init__(self, terms: Callable[[Any], Iterable[str]]) -> None:
        self._terms = terms
        self._known = _numbering()
        self._numbers = array("I")

    def extend(self, values: Iterable[Hashable]) -> None:
        """Add the values of the next rows."""
        self._numbers.extend(map(self._known.__getitem__, values))

    @property
    def known(self) -> list[Any]:
        """The different values, in the order they were met."""
        return list(self._known)

    @property
    def numbers(self) -> Array:
        """A number into `known` for each value."""
        return np.frombuffer(self._numbers, np.uint32)

    def tokens(self) -> Tokens:
        """The terms of all rows."""
        of_values = self._terms_of_values()
        number = _numbering()
        found = np.fromiter(map(number.__getitem__, chain.from_iterable(of_values)), np.uint32)
        sizes = np.fromiter(map(len, of_values), np.int64, len(of_values))
        lengths = sizes[self.numbers]
        moved = np.repeat(starts_of(sizes)[self.numbers] - (np.cumsum(lengths) - lengths), lengths)
        moved += np.arange(len(moved))
        return Tokens(list(number), found[moved], self._by_row(lengths))

    def _terms_of_values(self) -> list[list[str]]:
        return [list(self._terms(value)) for value in self._known]

    def _by_row(self, lengths: Array) -> Array:
        return lengths


class Words(Values):
    """The words of texts, one text for each row. The values are the texts' pieces."""

    def __init__(self) -> None:
        super().__init__(terms)
        self._break = self._known[BREAK]

    def extend(self, values: Iterable[Hashable]) -> None:
        """Add the texts of the next rows."""
        super().extend(pieces([str(text) for text in values]))

    def _terms_of_values(self) -> list[list[str]]:
        # The break comes first, and has none.
        return [[], *([p] if p.isascii() else terms(p) for p in islice(self._known, 1, None))]

    def _by_row(self, lengths: Array) -> Array:
        ends = np.flatnonzero(self.numbers == self._break)
        return np.diff(np.cumsum(lengths)[ends], prepend=0)


def invert(
    vocabulary: list[str], numbers: Array, lengths: Array, *, positional: bool, scorable: bool
) -> Postings:
    """Postings of tokens.

    Args:
        vocabulary: Different terms, in any order; every one occurs.
        numbers: A number into the vocabulary for each token.
        lengths: How many tokens each row has, in order.
        positional: Keep the place of each token.
        scorable: Keep the lengths.
    """
    kept_lengths = smallest(lengths) if scorable else None
    if not len(numbers):
        none = replace(NOTHING, lengths=kept_lengths)
        return replace(none, tokens=NOTHING.rows, token_starts=NOTHING.starts) if positional else none
    keys = to_keys(vocabulary)
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
