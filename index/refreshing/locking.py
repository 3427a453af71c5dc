"""One writer at a time for each collection."""

import contextlib
import fcntl
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from models.errors import CollectionBusy
from models.status import Progress

_SHORTEST, _LONGEST = 0.03, 0.5
"""Seconds between two tries: another that watches the same folder has often done with a change in a moment."""


@contextlib.contextmanager
def write_lock(
    home: Path, report: Callable[[Progress], None], stop: threading.Event, *, wait: bool
) -> Iterator[None]:
    """Hold a collection for writing; the lock goes away with the process, however that ends.

    Raises:
        CollectionBusy: Another process holds it, and `wait` is false or `stop` was set while waiting.
    """
    with (home / "lock").open("a+") as lock:
        patience = _SHORTEST
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                holder = _holder(lock)
                message = "Another Morgue is indexing this folder" + (
                    f" (process {holder})." if holder else "."
                )
                if not wait or stop.wait(patience):
                    raise CollectionBusy(message, "It goes on by itself; try again later.", holder) from None
                if patience == _LONGEST:
                    report(Progress(stage="waiting", message=message))
                patience = min(_LONGEST, patience * 2)
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def _holder(lock: IO[str]) -> int | None:
    lock.seek(0)
    said = lock.read(20).strip()
    return int(said) if said.isdigit() else None
