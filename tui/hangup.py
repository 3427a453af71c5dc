"""A terminal that goes away takes the explorer with it.

A closed window sends SIGHUP, which ends a program, but only to those that the terminal knows as its own. Started by
another program, or kept by `nohup` and `setsid`, one would stay: Textual then reads the end of the file again and
again, as fast as it can.
"""

from __future__ import annotations

import os
import select
import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_LEAVING = 3.0
"""Seconds for leaving in order. What is kept is on disk at any time; only a terminal that is gone can hold it up."""


def watch(leave: Callable[[], object]) -> None:
    """Have `leave` called, in another thread, when the terminal behind standard input goes; then end regardless."""
    if sys.stdin.isatty() and hasattr(select, "poll"):
        threading.Thread(target=_wait, args=(sys.stdin.fileno(), leave), daemon=True).start()


def _wait(terminal: int, leave: Callable[[], object]) -> None:
    poll = select.poll()
    # A hangup is told whether it is asked for or not.
    poll.register(terminal, 0)
    poll.poll()
    threading.Timer(_LEAVING, os._exit, args=(1,)).start()
    leave()
