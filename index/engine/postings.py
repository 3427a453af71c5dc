"""The inverted index of one field as arrays: which rows hold a term, how often, and where.

Terms are sorted by their bytes, postings by term and then by row:

    keys          the terms' bytes, one after the other     key_offsets  where each begins, and the end
    starts        where each term's postings begin          rows, counts one element a posting
    positions     the places of each posting in turn        position_starts  where each term's places begin
    lengths       terms in each row's field
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

import numpy as np

from index.engine.arrays import Array


class Source(Protocol):
    """Where a field's arrays come from."""

    def get(self, name: str) -> Array | None:
        """An array by its name, or None."""


class Sink(Protocol):
    """Where a field's arrays go."""

    def add(self, name: str, array: Array) -> None:
        """Take one array."""


@dataclass(frozen=True, slots=True)
class Postings:
    """One field of one segment. Row numbers are the segment's own, from 0."""

    keys: Array
    key_offsets: Array
    starts: Array
    rows: Array
    counts: Array
    positions: Array | None = None
    position_starts: Array | None = None
    lengths: Array | None = None

    @classmethod
    def read(cls, source: Source, field: str) -> "Postings":
        """The arrays of a field; one that the source does not know has no terms."""
        found = {name: source.get(f"{field}.{name}") for name in cls.__slots__}
        if any(found[name] is None for name in _REQUIRED):
            return NOTHING
        return cls(**found)  # type: ignore[arg-type]  # just seen not to be None

    def write(self, sink: Sink, field: str) -> None:
        """Hand the arrays over under the field's name."""
        for name in self.__slots__:
            array = getattr(self, name)
            if array is not None:
                sink.add(f"{field}.{name}", array)

    def __len__(self) -> int:
        return len(self.key_offsets) - 1

    def key(self, number: int) -> bytes:
        """The bytes of a term by its number."""
        return bytes(self.keys[self.key_offsets[number] : self.key_offsets[number + 1]].tobytes())

    def all_keys(self, low: int = 0, high: int | None = None) -> Iterator[bytes]:
        """The terms from number `low` up to `high`, in order."""
        offsets = self.key_offsets[low : (len(self) if high is None else high) + 1].tolist()
        if not offsets:
            return
        base = offsets[0]
        whole = self.keys[base : offsets[-1]].tobytes()
        for begin, end in pairwise(offsets):
            yield whole[begin - base : end - base]

    def at_or_after(self, key: bytes) -> int:
        """The number of the first term that is not below `key`."""
        low, high = 0, len(self)
        while low < high:
            middle = (low + high) // 2
            if self.key(middle) < key:
                low = middle + 1
            else:
                high = middle
        return low

    def number(self, key: bytes) -> int:
        """A term's number, or -1."""
        found = self.at_or_after(key)
        return found if found < len(self) and self.key(found) == key else -1

    def with_prefix(self, prefix: bytes) -> tuple[int, int]:
        """The numbers of the terms that begin with a prefix, end exclusive: they stand side by side."""
        # No UTF-8 text holds the byte 0xff.
        return self.at_or_after(prefix), self.at_or_after(prefix + b"\xff")

    def of(self, low: int, high: int) -> tuple[Array, Array]:
        """Rows and counts of the terms numbered `low` to `high`, end exclusive; sorted by row for one term."""
        begin, end = int(self.starts[low]), int(self.starts[high])
        return self.rows[begin:end], self.counts[begin:end]

    def frequencies(self, low: int = 0, high: int | None = None) -> Array:
        """In how many rows each of the terms stands, deleted rows counted."""
        return np.diff(self.starts[low : (len(self) if high is None else high) + 1])


_REQUIRED = ("keys", "key_offsets", "starts", "rows", "counts")

NOTHING = Postings(
    keys=np.empty(0, np.uint8),
    key_offsets=np.zeros(1, np.uint32),
    starts=np.zeros(1, np.int64),
    rows=np.empty(0, np.uint32),
    counts=np.empty(0, np.uint8),
)


def to_key(term: str) -> bytes:
    """A term's bytes. Half characters, which a broken file can hold, pass too."""
    return term.encode("utf-8", "surrogatepass")


def to_term(key: bytes) -> str:
    """The term of some bytes."""
    return key.decode("utf-8", "surrogatepass")


def starts_of(sizes: Array) -> Array:
    """Where each of several runs begins when they are laid end to end, and where the last one ends."""
    starts = np.zeros(len(sizes) + 1, np.int64)
    np.cumsum(sizes, out=starts[1:])
    return starts


def join_keys(keys: list[bytes]) -> tuple[Array, Array]:
    """`keys` and `key_offsets` of a list of terms."""
    offsets = starts_of(np.fromiter(map(len, keys), np.int64, len(keys)))
    return np.frombuffer(b"".join(keys), np.uint8), offsets.astype(
        np.uint32 if offsets[-1] < 2**32 else np.uint64
    )
