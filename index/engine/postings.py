"""The inverted index of one field as arrays: which rows hold a term, how often, and where.

Terms are sorted by their bytes, postings by term and then by row:

    keys          the terms' bytes, one after the other     key_offsets  where each begins, and the end
    heads         each term's first eight bytes, as a number
    starts        where each term's postings begin          rows, counts one element a posting
    tokens        the places of each posting in turn        token_starts where each term's places begin
    lengths       terms in each row's field

A place is a number in the whole segment: rows lie one after the other with one place free between two of them, so that
what is side by side stands in the same row.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Protocol

import numpy as np

from index.engine.arrays import Array
from index.engine.lexicon import Lexicon


class Source(Protocol):
    """Where a field's arrays come from."""

    def get(self, name: str) -> Array | None:
        """An array by its name, or None."""


class Sink(Protocol):
    """Where a field's arrays go."""

    def add(self, name: str, array: Array) -> None:
        """Take one array."""


_ARRAYS = ("keys", "key_offsets", "heads", "starts", "rows", "counts", "tokens", "token_starts", "lengths")
_REQUIRED = _ARRAYS[:6]


@dataclass(frozen=True)
class Postings:
    """One field of one segment. Row numbers are the segment's own, from 0."""

    keys: Array
    key_offsets: Array
    heads: Array
    starts: Array
    rows: Array
    counts: Array
    tokens: Array | None = None
    token_starts: Array | None = None
    lengths: Array | None = None

    @classmethod
    def read(cls, source: Source, field: str) -> "Postings":
        """The arrays of a field; one that the source does not know has no terms."""
        found = {name: source.get(f"{field}.{name}") for name in _ARRAYS}
        if any(found[name] is None for name in _REQUIRED):
            return NOTHING
        return cls(**found)  # type: ignore[arg-type]  # just seen not to be None

    def write(self, sink: Sink, field: str) -> None:
        """Hand the arrays over under the field's name."""
        for name in _ARRAYS:
            array = getattr(self, name)
            if array is not None:
                sink.add(f"{field}.{name}", array)

    def __len__(self) -> int:
        return len(self.key_offsets) - 1

    @cached_property
    def row_starts(self) -> Array:
        """The place of each row's first word, and where one more row would begin."""
        lengths = np.empty(0, np.int64) if self.lengths is None else self.lengths.astype(np.int64)
        return starts_of(lengths + 1)

    @cached_property
    def row_places(self) -> Array:
        """`row_starts` in the type of `tokens`, to find places in: numpy would convert either at each search."""
        return self.row_starts if self.tokens is None else self.row_starts.astype(self.tokens.dtype)

    @cached_property
    def words_total(self) -> int:
        """How many terms all rows have together."""
        return 0 if self.lengths is None else int(self.lengths.sum(dtype=np.int64))

    @cached_property
    def longest(self) -> int:
        """The most terms a row has."""
        return 0 if self.lengths is None else int(self.lengths.max(initial=0))

    @cached_property
    def lexicon(self) -> Lexicon:
        """The terms, to be looked up by their likeness."""
        return Lexicon(self.keys, self.key_offsets)

    def key(self, number: int) -> bytes:
        """The bytes of a term by its number."""
        keys, offsets = self._texts
        return bytes(keys[offsets[number] : offsets[number + 1]])

    def all_keys(self, low: int = 0, high: int | None = None) -> Iterator[bytes]:
        """The terms from number `low` up to `high`, in order."""
        offsets = self.key_offsets[low : (len(self) if high is None else high) + 1].tolist()
        if not offsets:
            return
        base = offsets[0]
        whole = self.keys[base : offsets[-1]].tobytes()
        for begin, end in pairwise(offsets):
            yield whole[begin - base : end - base]

    # Python takes one number out of a memory view three times as fast as out of an array, and bisects it faster.

    @cached_property
    def _texts(self) -> tuple[memoryview, memoryview]:
        return self.keys.data, self.key_offsets.data

    @cached_property
    def _heads(self) -> memoryview:
        return self.heads.data

    @cached_property
    def _starts(self) -> memoryview:
        return self.starts.data

    def at_or_after(self, key: bytes) -> int:
        """The number of the first term that is not below `key`."""
        head = _head(key)
        low = bisect_left(self._heads, head)
        high = bisect_right(self._heads, head, low)
        while low < high:
            middle = (low + high) // 2
            if self.key(middle) < key:
                low = middle + 1
            else:
                high = middle
        return low

    def number(self, key: bytes) -> int:
        """A term's number, or -1."""
        first = bisect_left(self._heads, _head(key))
        if first < len(self) and self.key(first) == key:
            return first
        found = self.at_or_after(key)
        return found if found < len(self) and self.key(found) == key else -1

    def with_prefix(self, prefix: bytes) -> tuple[int, int]:
        """The numbers of the terms that begin with a prefix, end exclusive: they stand side by side."""
        # No UTF-8 text holds the byte 0xff.
        return self.at_or_after(prefix), self.at_or_after(prefix + b"\xff")

    def of(self, low: int, high: int) -> tuple[Array, Array]:
        """Rows and counts of the terms numbered `low` to `high`, end exclusive; sorted by row for one term."""
        begin, end = self._starts[low], self._starts[high]
        return self.rows[begin:end], self.counts[begin:end]

    def frequency(self, low: int, high: int) -> int:
        """How many postings the terms numbered `low` to `high` have, end exclusive, deleted rows counted."""
        return int(self._starts[high] - self._starts[low])

    def frequencies(self, low: int = 0, high: int | None = None) -> Array:
        """In how many rows each of the terms stands, deleted rows counted."""
        return np.diff(self.starts[low : (len(self) if high is None else high) + 1])

    def places(self, number: int) -> Array:
        """All places of a term, ascending; none where the field keeps none."""
        if self.tokens is None or self.token_starts is None:
            return np.empty(0, np.uint32)
        return self.tokens[int(self.token_starts[number]) : int(self.token_starts[number + 1])]


_HEAD = 8
"""Bytes of a term that are compared as one number."""


def _head(key: bytes) -> int:
    return int.from_bytes(key[:_HEAD].ljust(_HEAD, b"\0"), "big")


NOTHING = Postings(
    keys=np.empty(0, np.uint8),
    key_offsets=np.zeros(1, np.uint32),
    heads=np.empty(0, np.uint64),
    starts=np.zeros(1, np.int64),
    rows=np.empty(0, np.uint32),
    counts=np.empty(0, np.uint8),
)


def to_key(term: str) -> bytes:
    """A term's bytes. Half characters, which a broken file can hold, pass too."""
    return term.encode("utf-8", "surrogatepass")


def to_keys(terms: Iterable[str]) -> list[bytes]:
    """The bytes of many terms."""
    return [term.encode("utf-8", "surrogatepass") for term in terms]


def to_term(key: bytes) -> str:
    """The term of some bytes."""
    return key.decode("utf-8", "surrogatepass")


def starts_of(sizes: Array) -> Array:
    """Where each of several runs begins when they are laid end to end, and where the last one ends."""
    starts = np.zeros(len(sizes) + 1, np.int64)
    np.cumsum(sizes, out=starts[1:])
    return starts


def place_type(places: int) -> type[np.unsignedinteger]:
    """The type that so many places of words are numbered in."""
    return np.uint32 if places < 2**32 else np.uint64


def join_keys(keys: list[bytes]) -> tuple[Array, Array, Array]:
    """`keys`, `key_offsets` and `heads` of a sorted list of terms."""
    offsets = starts_of(np.fromiter(map(len, keys), np.int64, len(keys)))
    # Eight bytes from where each key begins, without those of the next one.
    content = b"".join(keys)
    windows = np.ndarray(len(content) + 1, ">u8", content + bytes(_HEAD), strides=(1,))
    heads = windows[offsets[:-1]].astype(np.uint64)
    excess = 8 * np.maximum(_HEAD - np.diff(offsets), 0).astype(np.uint64)
    heads = np.where(excess < 64, heads >> excess << excess, 0)
    return (
        np.frombuffer(content, np.uint8),
        offsets.astype(np.uint32 if offsets[-1] < 2**32 else np.uint64),
        heads,
    )
