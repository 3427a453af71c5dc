"""How far the terminal has come with what was sent to it, so that frames are left out while it is behind.

Nothing else tells: over SSH a program may write megabytes before it has to wait, and what is on its way comes to the
screen in its turn, however long the key has been released. So the terminal is asked now and then where its cursor is.
It answers when it has drawn what came before; what the answer says does not matter. One that does not answer the first
time is taken to keep up, as all were before.
"""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

QUESTION = "\x1b[6n"
"""Where the cursor is (DSR 6, ECMA-48). Every terminal knows it."""
_BETWEEN = 1_000
"""Characters sent before the terminal is asked again: small frames, as of a letter typed, mostly go without."""
_UNDER_WAY = 8_000
"""Characters under way from which on frames are left out: .4 s of a line of 20 kB/s, and where a line takes .2 s to and
fro still some fifteen frames a second."""
_AT_HAND = 0.05
"""Seconds in which a terminal at hand answers, on a machine with other work too; it takes any frame."""
_PATIENCE = 5.0
"""Seconds without an answer after which none is expected any more."""


class Pace:
    """Counts what the terminal was sent and has not drawn yet."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Tell time by `clock`, in seconds."""
        self._clock = clock
        self._asked: deque[tuple[float, int]] = deque()
        """The questions under way: when each was sent, and how many characters since the one before."""
        self._since = 0
        """Characters sent since the last question."""
        self._answered = False
        """Whether the terminal has ever answered."""
        self._silent = False
        """Whether it is taken not to answer any more."""

    @property
    def behind(self) -> bool:
        """Whether so much is under way that what is drawn now would come to the screen too late."""
        if not self._answered or not self.asking or self._clock() - self._asked[0][0] < _AT_HAND:
            return False
        return self._since + sum(length for _, length in self._asked) >= _UNDER_WAY

    @property
    def asking(self) -> bool:
        """Whether an answer is still to come."""
        if self._asked and self._clock() - self._asked[0][0] > _PATIENCE:
            self.forget()
            self._silent = True
        return bool(self._asked)

    def sends(self, length: int) -> str:
        """Take note of so many characters that are sent; gives what to send behind them."""
        self._since += length
        on_trial = self.asking and not self._answered
        if self._since < _BETWEEN or on_trial or self._silent:
            return ""
        self._asked.append((self._clock(), self._since))
        self._since = 0
        return QUESTION

    def answered(self) -> None:
        """The terminal has drawn what was sent before the earliest question."""
        self._answered, self._silent = True, False
        if self._asked:
            self._asked.popleft()

    def forget(self) -> None:
        """Nothing is under way: the terminal was another program's in the meantime."""
        self._asked.clear()
        self._since = 0
