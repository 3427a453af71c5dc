"""One process that works for another, item after item, and is begun anew where an item ends it."""

import os
import signal
import threading
import time
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Literal, TypeAlias, TypeVar

from index.refreshing import bounds

Item = TypeVar("Item")
Result = TypeVar("Result")
Loss: TypeAlias = Literal["time", "memory", "crash"]
"""Why an item has no result: it took too long, or too much memory, or ended the process that worked on it."""

_FROM_OUTSIDE = frozenset({signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGALRM})
_SENT_EACH = 0.5
"""Seconds for which results are gathered: sent one by one they would wait for their reader."""
# Spawned rather than forked: the parent has threads and open databases.
_CONTEXT = get_context("spawn")
_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
"""What numpy's libraries read as they load, in the process begun: there is a process for each core already."""
_REAPING = threading.Lock()
"""Starting a process looks after the others that have ended, and two threads must not look after the same one."""


class WorkerEnded(Exception):
    """The process ended while it worked.

    Attributes:
        at: The place of the item that it worked on.
        reason: What ended it.
        from_outside: Whether something else may have ended it than its work.
    """

    def __init__(self, at: int, reason: Loss, *, from_outside: bool = False) -> None:
        super().__init__(at, reason)
        self.at = at
        self.reason = reason
        self.from_outside = from_outside


class Worker:
    """A process that is started with the first work for it. Used by one thread at a time, closed by any."""

    def __init__(self) -> None:
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._begun: Any = None
        self._closed = False
        self._changing = threading.Lock()

    def run(self, work: Callable[[Item], Result], items: Sequence[Item], results: list[Result]) -> None:
        """Work on items, adding their results as they come.

        Raises:
            WorkerEnded: An item ended the process; the next call starts another.
        """
        connection = self._started()
        try:
            self._begun.value = 0
            connection.send((work, items))
            while True:
                kind, value = connection.recv()
                if kind == "results":
                    results += value
                elif kind == "done":
                    break
                elif kind == "error":
                    raise value
                else:
                    self._reap()
                    raise WorkerEnded(self._begun.value, "memory")
            if value:
                self._reap()
        except (EOFError, OSError):
            status = self._reap()
            from_outside = status is None or -status in _FROM_OUTSIDE
            raise WorkerEnded(self._begun.value, _reason(status), from_outside=from_outside) from None

    def close(self) -> None:
        """End the process; what it works on is given up."""
        with self._changing:
            self._closed = True
            if self._process is not None:
                self._process.kill()

    def join(self) -> None:
        """Wait until a closed process is gone."""
        self._reap()

    def _started(self) -> Connection:
        with self._changing:
            if self._closed:
                raise RuntimeError("This worker has been closed.")
            if self._connection is None:
                here, there = _CONTEXT.Pipe()
                self._begun = _CONTEXT.RawValue("q", 0)
                process = _CONTEXT.Process(target=_serve, args=(there, self._begun), daemon=True)
                for variable in _ONE_THREAD:
                    os.environ.setdefault(variable, "1")
                with _REAPING:
                    process.start()
                there.close()
                self._process, self._connection = process, here
            return self._connection

    def _reap(self) -> int | None:
        """Wait for the process, which is ending, and let go of it; its status."""
        with self._changing:
            process, connection = self._process, self._connection
            self._process = self._connection = None
        if connection is not None:
            connection.close()
        if process is None:
            return None
        wait([process.sentinel])
        with _REAPING:
            process.join()
            return process.exitcode


def _reason(status: int | None) -> Loss:
    if status is not None and -status in bounds.TOOK_TOO_LONG:
        return "time"
    return "memory" if bounds.is_too_large(status) else "crash"


def _serve(connection: Connection, begun: Any) -> None:
    """Work on whatever comes through the pipe, until nothing more can come."""
    bounds.hold(os.getppid())
    while True:
        try:
            work, items = connection.recv()
        except EOFError:
            return
        if not _serve_items(connection, begun, work, items):
            return


def _serve_items(
    connection: Connection, begun: Any, work: Callable[[Any], Any], items: Sequence[Any]
) -> bool:
    """Work on items; whether the process may go on after them."""
    gathered: list[Any] = []
    sent = time.monotonic()
    try:
        for at, item in enumerate(items):
            begun.value = at
            bounds.allow(bounds.MOST_SECONDS)
            gathered.append(work(item))
            bounds.rest()
            if time.monotonic() - sent > _SENT_EACH:
                connection.send(("results", gathered))
                gathered, sent = [], time.monotonic()
        connection.send(("results", gathered))
    except MemoryError:
        bounds.rest()
        gathered.clear()
        connection.send(("memory", None))
        return False
    except Exception as error:  # noqa: BLE001 - it is the parent's to deal with
        bounds.rest()
        connection.send(("error", error))
        return True
    # What a large file left behind is not held against the next one.
    worn = bounds.is_worn()
    connection.send(("done", worn))
    return not worn
