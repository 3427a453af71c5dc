"""A key that is held passes over what a key that is pressed goes to."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_HELD = 0.1
"""Seconds between two steps of which the second may be one of many: keyboards repeat a key every 25 to 90 ms."""
REST = 0.06
"""Seconds without another step after which the reader has come somewhere. Two steps of most keyboards."""


class Passing:
    """Says from step to step whether the reader may be passing on."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Tell time by `clock`, in seconds."""
        self._clock = clock
        self._stepped = float("-inf")

    def step(self) -> float:
        """Take note of a step; gives the seconds to wait for another before what it leads to is worked out."""
        before, self._stepped = self._stepped, self._clock()
        return REST if self._stepped - before < _HELD else 0.0
