"""What was found for the terms asked for last, up to a number of bytes."""

from collections import OrderedDict
from collections.abc import Callable

from index.engine.matches import Found

_OVERHEAD = 500
"""Bytes of an entry beside its arrays, about."""


class Cache:
    """Scored postings by key; those used longest ago go first."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._bytes = 0
        self._found: OrderedDict[object, Found] = OrderedDict()

    def __contains__(self, key: object) -> bool:
        return key in self._found

    def get(self, key: object, make: Callable[[], Found]) -> Found:
        """What is kept under a key, made where there is nothing."""
        found = self._found.get(key)
        if found is not None:
            self._found.move_to_end(key)
            return found
        return self.put(key, make())

    def put(self, key: object, found: Found) -> Found:
        """Keep what was found under a key that nothing is kept under, and give it back."""
        self._found[key] = found
        self._bytes += _size(found)
        while self._bytes > self._limit and len(self._found) > 1:
            _, oldest = self._found.popitem(last=False)
            self._bytes -= _size(oldest)
        return found


def _size(found: Found) -> int:
    return found.rows.nbytes + found.scores.nbytes + _OVERHEAD
