"""Work in other processes, in order, such that an item that kills its process costs only itself."""

import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Self, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Workers:
    """A few processes, started when there is work for them and kept until closed.

    Args:
        stop: Once it is set, no more work is begun.
    """

    def __init__(self, stop: threading.Event) -> None:
        self._stop = stop
        self._count = min(os.cpu_count() or 1, 8)
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def each(
        self,
        work: Callable[[Sequence[Item]], list[Result]],
        chunks: Sequence[Sequence[Item]],
        lost: Callable[[Item], Result],
    ) -> Iterator[list[Result]]:
        """The results of chunk after chunk, in order; ends early once `stop` is set.

        Args:
            work: What to do with a chunk; it goes to another process and back, as its results do.
            chunks: What to do it with.
            lost: The result of an item that takes down the process that works on it.
        """
        waiting = deque(chunks)
        while waiting and not self._stop.is_set():
            try:
                yield from self._in_order(work, waiting)
            except BrokenProcessPool:
                self._close()
                # One at a time, in a process of its own each, it shows which one it was.
                for item in waiting.popleft():
                    if self._stop.is_set():
                        return
                    yield [_alone(work, item, lost)]

    def _in_order(
        self, work: Callable[[Sequence[Item]], list[Result]], waiting: deque[Sequence[Item]]
    ) -> Iterator[list[Result]]:
        """Work through `waiting` from the left; what has been yielded is off it."""
        if self._pool is None:
            self._pool = _pool(self._count)
        running: deque[Future[list[Result]]] = deque()
        for chunk in list(waiting):
            running.append(self._pool.submit(work, chunk))
            if len(running) > 2 * self._count:
                yield running.popleft().result()
                waiting.popleft()
            if self._stop.is_set():
                break
        while running and not (self._stop.is_set() and not running[0].done()):
            yield running.popleft().result()
            waiting.popleft()
        for future in running:
            future.cancel()

    def _close(self) -> None:
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(cancel_futures=True)


def _alone(
    work: Callable[[Sequence[Item]], list[Result]], item: Item, lost: Callable[[Item], Result]
) -> Result:
    try:
        with _pool(1) as pool:
            return pool.submit(work, [item]).result()[0]
    except BrokenProcessPool:
        return lost(item)


def _pool(workers: int) -> ProcessPoolExecutor:
    # Spawned rather than forked: the parent has threads and open databases.
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """Make a worker process quiet, modest and mortal."""
    import gc
    import signal

    # The parent answers Ctrl-C for all, and keeps what was done.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Whoever types meanwhile comes first.
    os.nice(10)
    # Looking for cycles after every 700 objects, Python's habit, takes a tenth of the time of reading.
    gc.set_threshold(50_000)
    threading.Thread(target=_die_with_parent, args=(os.getppid(),), daemon=True).start()


def _die_with_parent(parent: int) -> None:
    # A killed parent closes no pipe that its other workers hold open too, so each watches for itself.
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
