"""What tells of changes in a folder: the system's events, or, where there are none, looking again and again."""

import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from index.refreshing.mounts import silent_mount

TICK = 0.1
"""Seconds after which the caller gets a turn though nothing has changed."""
_BUNDLE = 400
"""Milliseconds for which events that come one right after the other are collected, at most."""
_LEAST = 1.5
"""Seconds between two looks at everything, where there are no events."""
_SHARE = 20
"""A look may take one part in so many of the time."""

Noticed = set[Path] | None
"""Paths that may have changed, be new or be gone; None where that may be said of anything."""


def notice(folder: Path, stop: threading.Event, say: Callable[[str], None]) -> Iterator[Noticed]:
    """Tell of changes in a folder until `stop` is set, several times a second even if there are none.

    The first is None, from which on nothing is missed. Where the folder itself vanishes, nothing comes but empty sets
    until it is back, and then None again.

    Args:
        folder: Resolved; what it tells of begins with it.
        stop: Ends it.
        say: Told, in a sentence, if changes are noticed later than usual, and why.
    """
    kind = silent_mount(folder)
    if kind is not None:
        say(
            f"This folder is on a mount that tells nothing of changes ({kind}): it is looked through for them."
        )
    events = kind is None
    here = _identity(folder)
    while not stop.is_set():
        if here is None:
            stop.wait(TICK)
            here = _identity(folder, filled=True)
            yield set()
            continue
        try:
            source = _told(folder, stop) if events else _looked_for(folder, stop)
            for number, paths in enumerate(source):
                if _identity(folder) != here:
                    here = None
                    break
                # What changed before it began to tell, it cannot tell.
                yield paths if number else None
        except FileNotFoundError:
            here = None
        except OSError as error:
            # The most common: the system watches so many folders and no more.
            events = False
            reason = (error.strerror or str(error)).lower()
            say(
                f"The system tells nothing of changes here ({reason}): the folder is looked through for them."
            )
            yield None


def _identity(folder: Path, *, filled: bool = False) -> tuple[int, int] | None:
    """What tells a folder from another that has taken its place; None where there is none.

    With `filled`, none either that holds nothing: a disk that was taken away leaves an empty folder where it was.
    """
    try:
        status = folder.stat()
        if filled and not any(folder.iterdir()):
            return None
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _told(folder: Path, stop: threading.Event) -> Iterator[set[Path]]:
    """Changes as the system tells of them.

    Raises:
        OSError: It does not.
    """
    from watchfiles import watch

    for changes in watch(
        folder,
        watch_filter=None,
        debounce=_BUNDLE,
        rust_timeout=round(TICK * 1000),
        yield_on_timeout=True,
        stop_event=stop,
        raise_interrupt=False,
        ignore_permission_denied=True,
    ):
        yield {Path(path) for _, path in changes}


def _looked_for(folder: Path, stop: threading.Event) -> Iterator[set[Path]]:
    """Changes as the sizes and times of all files tell them."""
    before = None
    due = 0.0
    while not stop.is_set():
        paths: set[Path] = set()
        if time.monotonic() >= due:
            began = time.monotonic()
            now = _states(folder)
            if before is not None:
                paths = {path for path, _ in before.items() ^ now.items()}
            before = now
            spent = time.monotonic() - began
            due = began + max(_LEAST, spent * _SHARE)
        yield paths
        stop.wait(TICK)


def _states(folder: Path) -> dict[Path, tuple[int, int]]:
    from index.reading import walk

    states = {}
    for path, _ in walk(folder):
        try:
            status = path.stat()
        except OSError:
            continue
        states[path] = (status.st_size, status.st_mtime_ns)
    return states
