"""Garbage is collected while the reader reads, not between two keys.

A full collection of what an explorer of 24,000 articles holds takes 100 to 200 ms, and Python starts one about every
second of typing. Here it waits for a rest.
"""

import gc
import time

REST = 1.5
"""Seconds without a key or a mouse movement after which nobody minds a collection."""
LONGEST = 60.0
"""Seconds after which one is made all the same: what garbage there is by then is worth the pause."""
_YOUNG = (1_000, 1_000_000, 1_000_000)
"""Young objects are collected as they come, in a fraction of a millisecond; older ones only from here. Related answers
leave so much that is kept that every tenth of these collections, as Python has it, took 40 to 90 ms of a held key. As
much of what was kept goes again, and Python counts the difference only: counting to 10,000 it let 60,000 young objects
gather, which took 30 to 50 ms."""


class Tidying:
    """Says when to collect; asked every second or so."""

    def __init__(self) -> None:
        gc.set_threshold(*_YOUNG)
        self._active = self._tidied = time.monotonic()

    def settle(self) -> None:
        """What is loaded by now stays for good and need not be looked at again.

        The half megabyte of garbage that loading leaves stays too: finding it would take a tenth of a second.
        """
        gc.freeze()

    def stir(self) -> None:
        """The reader has done something."""
        self._active = time.monotonic()

    def tick(self) -> bool:
        """Collect if it is time; whether it was."""
        now = time.monotonic()
        rested = now - self._active > REST and self._active > self._tidied
        if not rested and now - self._tidied < LONGEST:
            return False
        # Of who does not rest only what came since the last time.
        gc.collect(2 if rested else 1)
        self._tidied = time.monotonic()
        return True
