"""Work in other processes, in order and within bounds, such that an item that ends its process costs only itself."""

import os
import queue
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Self, TypeVar

from index.refreshing.worker import Loss, Worker, WorkerEnded

Item = TypeVar("Item")
Result = TypeVar("Result")


_AHEAD = 4
"""Chunks that each process is given ahead: so many take as long as whoever takes the results in may be busy, with a
commit say."""


class Workers:
    """A few processes, started when there is work for them and kept until closed.

    Args:
        stop: Once it is set, no more work is begun.
        count: How many at most; as many as there are processors where it is not given.
    """

    def __init__(self, stop: threading.Event, count: int | None = None) -> None:
        self._stop = stop
        self._count = count or min(os.cpu_count() or 1, 8)
        self._threads: ThreadPoolExecutor | None = None
        self._idle: queue.LifoQueue[Worker] = queue.LifoQueue()
        self._all: list[Worker] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        threads, self._threads = self._threads, None
        for worker in self._all:
            worker.close()
        if threads is not None:
            threads.shutdown(cancel_futures=True)
        for worker in self._all:
            worker.join()

    def each(
        self,
        work: Callable[[Item], Result],
        chunks: Sequence[Sequence[Item]],
        lost: Callable[[Item, Loss], Result],
    ) -> Iterator[list[Result]]:
        """The results of chunk after chunk, in order; ends early once `stop` is set.

        Args:
            work: What to do with an item; it goes to another process, as the items do, and its result comes back.
                It calls `bounds.allow` where an item may take longer than `bounds.MOST_SECONDS`.
            chunks: What to do it with; a process is given a chunk at a time.
            lost: The result of an item that takes down the process that works on it, by the reason.
        """
        threads = self._started()
        running: deque[Future[list[Result]]] = deque()
        for chunk in chunks:
            if self._stop.is_set():
                break
            running.append(threads.submit(self._do, work, chunk, lost))
            if len(running) > _AHEAD * self._count:
                yield running.popleft().result()
        while running and not (self._stop.is_set() and not running[0].done()):
            yield running.popleft().result()
        for future in running:
            future.cancel()

    def start(self, ready: Callable[[None], None]) -> None:
        """Start all processes before there is work for them, and have each make itself ready."""
        threads = self._started()
        for _ in range(self._count):
            threads.submit(self._do, ready, [None], lambda _item, _loss: None)

    def _started(self) -> ThreadPoolExecutor:
        """A thread for each process, which waits for it: results must not queue up in its pipe."""
        if self._threads is None:
            self._threads = ThreadPoolExecutor(self._count, thread_name_prefix="worker")
            self._all = [Worker() for _ in range(self._count)]
            for worker in self._all:
                self._idle.put(worker)
        return self._threads

    def _do(
        self,
        work: Callable[[Item], Result],
        chunk: Sequence[Item],
        lost: Callable[[Item, Loss], Result],
    ) -> list[Result]:
        worker = self._idle.get()
        try:
            return _results(partial(worker.run, work), chunk, lost)
        finally:
            self._idle.put(worker)


def _results(
    run: Callable[[Sequence[Item], list[Result]], None],
    chunk: Sequence[Item],
    lost: Callable[[Item, Loss], Result],
) -> list[Result]:
    """The results of a chunk, gone on with after each item that ends the process."""
    results: list[Result] = []
    endings: dict[int, Loss] = {}
    tried: set[int] = set()
    while len(results) < len(chunk):
        done = len(results)
        if done in endings:
            results.append(lost(chunk[done], endings[done]))
            continue
        end = min((at for at in endings if at > done), default=len(chunk))
        try:
            run(chunk[done:end], results)
        except WorkerEnded as ended:
            # Results that were not sent yet are made again. What may have been ended by another has a second try.
            at = done + ended.at
            if not ended.from_outside or at in tried:
                endings[at] = ended.reason
            tried.add(at)
    return results
