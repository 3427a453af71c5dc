"""Each engine's index written in a process of its own, timed, with the memory it took."""

import resource
import time
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from tests.bench.engine.corpus import load
from tests.bench.engine.peers import builder


class Built(NamedTuple):
    """What writing an index took; reading the passages from the file is not counted."""

    seconds: float
    peak: int
    """The most memory the process had, in bytes."""
    size: int
    """Bytes on disk."""


def build(name: str, corpus: Path, folder: Path) -> Built:
    """Write an index in a new process."""
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(_build, (name, corpus, folder))


def _build(name: str, corpus: Path, folder: Path) -> Built:
    begun = time.perf_counter()
    writing = builder(name, folder)
    seconds = time.perf_counter() - begun
    for chunk in load(corpus):
        begun = time.perf_counter()
        writing.add(chunk)
        seconds += time.perf_counter() - begun
    begun = time.perf_counter()
    writing.finish()
    seconds += time.perf_counter() - begun
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return Built(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024, size)
