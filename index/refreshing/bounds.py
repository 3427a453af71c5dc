"""How much time and memory a piece of work may take in a process that was started for such work.

The system itself holds the bounds: a timer that ends the process, whatever library the work is in, and a limit to the
memory that it hands out.
"""

import gc
import os
import resource
import signal
import sys
import threading
import time
from pathlib import Path

from index.refreshing.garbage import SELDOM

MOST_SECONDS = 10.0
"""Seconds of processor time that one file may take, or one article of a file that holds several."""
MOST_MEMORY = 1024**3
"""Bytes of memory that one process may take."""
_SPARE = 128 * 1024**2
"""Bytes of it for programs and word lists, which the system's limit does not count."""
_WAITING = 12
"""Times as long may pass on the clock, since other processes want the processor too and a disk may be slow."""
TOOK_TOO_LONG = frozenset({signal.SIGPROF, signal.SIGALRM})
"""The signals that end a process whose time is up."""
_TOO_LARGE = 77
"""A process's exit status where the system knows no limit to memory, and it has watched for itself."""
_bounded = False


def hold(parent: int) -> None:
    """Make this process quiet, modest and mortal, and bound what it takes.

    Args:
        parent: the process it works for, with which it ends.
    """
    global _bounded  # noqa: PLW0603 - it is the process that is bounded
    # The parent answers Ctrl-C for all, and keeps what was done.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for ending in TOOK_TOO_LONG:
        signal.signal(ending, signal.SIG_DFL)
    # Whoever types meanwhile comes first.
    os.nice(10)
    gc.set_threshold(SELDOM)
    _bound_memory(MOST_MEMORY)
    threading.Thread(target=_watch, args=(parent, MOST_MEMORY), daemon=True).start()
    _bounded = True


def allow(seconds: float) -> None:
    """Give the work in hand so much time from now on; nothing happens where no process was started for it."""
    if _bounded:
        signal.setitimer(signal.ITIMER_PROF, seconds)
        signal.setitimer(signal.ITIMER_REAL, seconds * _WAITING)


def rest() -> None:
    """The work in hand is done: waiting for more takes no one's time."""
    if _bounded:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)


def is_worn() -> bool:
    """Whether this process has held so much that what it let go of may not be whole enough to be used again."""
    return _bounded and peak_memory() > MOST_MEMORY / 2


def is_too_large(status: int | None) -> bool:
    """Whether a process that ended with this status had taken too much memory."""
    return status == _TOO_LARGE


def peak_memory() -> int:
    """The most bytes that this process has held in memory at a time."""
    try:
        # What the system's other call tells begins with what the parent held.
        status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
        return int(status.partition("VmHWM:")[2].split(maxsplit=1)[0]) * 1024
    except (OSError, ValueError, IndexError):
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak if sys.platform == "darwin" else peak * 1024


def _bound_memory(most: int) -> None:
    # Private memory, whether grown or mapped. Address space is no measure: libraries set aside what they never use.
    try:
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        wanted = most - _SPARE
        resource.setrlimit(
            resource.RLIMIT_DATA, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard)
        )
    except (OSError, ValueError):
        # Where the system knows no such limit, `_watch` does what it can.
        return


def _watch(parent: int, most: int) -> None:
    # A killed parent closes no pipe that its other workers hold open too, so each watches for itself.
    while os.getppid() == parent:
        if peak_memory() > most:
            os._exit(_TOO_LARGE)
        time.sleep(0.2)
    os._exit(1)
