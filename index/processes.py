"""Files read and annotated in other processes, in order, so that one that kills its process costs only itself."""

import os
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from index.preparing import FoundFile, Prepared, begin_worker, prepare

_CHUNK = 48
"""Files a worker takes at a time: enough to lend each other evidence, few enough to stop quickly."""
_FEW = 64
"""So few files are read in this process: starting others takes longer."""


def prepared(files: Sequence[FoundFile], stop: threading.Event) -> Iterator[list[Prepared]]:
    """Chunks of files, read and annotated, in order; ends early once `stop` is set."""
    if len(files) <= _FEW:
        for chunk in _chunks(files):
            if not stop.is_set():
                yield prepare(chunk)
        return
    waiting = deque(_chunks(files))
    while waiting and not stop.is_set():
        try:
            yield from _in_processes(waiting, stop)
        except BrokenProcessPool:
            # Some file took its process down with it. One at a time, in a process of its own each, it shows.
            for file in waiting.popleft():
                if stop.is_set():
                    return
                yield [_alone(file)]


def _chunks(files: Sequence[FoundFile]) -> Iterator[Sequence[FoundFile]]:
    """Small chunks first, so that something can be searched soon."""
    start, size = 0, 8
    while start < len(files):
        yield files[start : start + size]
        start += size
        size = min(_CHUNK, size * 2)


def _in_processes(waiting: deque[Sequence[FoundFile]], stop: threading.Event) -> Iterator[list[Prepared]]:
    """Work through `waiting` from the left; what has been yielded is off it."""
    workers = min(os.cpu_count() or 1, 8)
    with _pool(workers) as pool:
        running: deque[Future[list[Prepared]]] = deque()
        try:
            for chunk in list(waiting):
                running.append(pool.submit(prepare, chunk))
                if len(running) > 2 * workers:
                    yield running.popleft().result()
                    waiting.popleft()
                if stop.is_set():
                    return
            while running and not stop.is_set():
                yield running.popleft().result()
                waiting.popleft()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _alone(file: FoundFile) -> Prepared:
    try:
        with _pool(1) as pool:
            return pool.submit(prepare, [file]).result()[0]
    except BrokenProcessPool:
        return Prepared(file, problem="Reading it ended the process that read it; it may be far too large.")


def _pool(workers: int) -> ProcessPoolExecutor:
    # Spawned rather than forked: the parent has threads and open databases.
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=begin_worker)
