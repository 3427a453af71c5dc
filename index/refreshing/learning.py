"""Keep what is learnt of a collection's words current: new articles are placed at once, and learning waits its turn."""

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

from index.catalogue import Catalogue
from index.home import VECTORS
from index.vectors import fold_in, learn, learning_due

_POLLED = 0.1
"""Seconds between two looks at whether to stop."""
_THREADS = "OPENBLAS_NUM_THREADS"


def place_new(home: Path, catalogue: Catalogue, stop: threading.Event) -> None:
    """Place the articles that have come since the collection was learnt from; nothing where it never was."""
    if fold_in(home / VECTORS, catalogue, stop):
        _tell(catalogue)


def is_due(home: Path, catalogue: Catalogue) -> bool:
    """Whether the collection has to be learnt from, for the first time or anew."""
    return learning_due(home / VECTORS, catalogue.revisions())


def learn_here(home: Path, catalogue: Catalogue, stop: threading.Event) -> None:
    """Learn from the collection in this process, whose only work it is.

    Raises:
        LearningStopped: `stop` was set meanwhile.
    """
    learn(home / VECTORS, home / "index", catalogue.revisions(), stop)
    _tell(catalogue)


def learn_apart(home: Path, catalogue: Catalogue, stop: threading.Event) -> None:
    """Learn from the collection in a process of its own, which is ended as soon as `stop` is set.

    What is learnt matters to the order of related passages only: should it fail, they are found without.
    """
    with one_thread():
        process = get_context("spawn").Process(target=_learn, args=(home, catalogue.revisions()), daemon=True)
        process.start()
    while process.is_alive() and not stop.is_set():
        process.join(_POLLED)
    if process.is_alive():
        process.terminate()
    process.join()
    if process.exitcode == 0:
        _tell(catalogue)


@contextmanager
def one_thread() -> Iterator[None]:
    """Have a process that is started inside multiply on one core: whoever reads meanwhile needs the others."""
    before = os.environ.get(_THREADS)
    os.environ[_THREADS] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_THREADS]
        else:
            os.environ[_THREADS] = before


def _learn(home: Path, revisions: Sequence[int]) -> None:
    with suppress(OSError):
        # Whoever types meanwhile comes first.
        os.nice(10)
    learn(home / VECTORS, home / "index", revisions, threading.Event())


def _tell(catalogue: Catalogue) -> None:
    with catalogue.transaction():
        catalogue.set_about("learnt", datetime.now(UTC).isoformat())
