"""The one thread on which everything slow happens: searches first, what nobody has asked for yet last."""

import asyncio
import heapq
import itertools
import threading
from collections.abc import Callable
from concurrent.futures import Future
from enum import IntEnum
from typing import Any, TypeVar

T = TypeVar("T")


class Urgency(IntEnum):
    """Which of the waiting calls goes first; calls of one urgency run in the order they came."""

    SEARCH = 0
    READ = 1
    RELATED = 2
    AHEAD = 3
    """What nobody has asked for yet."""


class Work:
    """One daemon thread with a queue by urgency.

    Latest wins by cancelling: when the awaiting task is cancelled, as Textual does with an exclusive worker,
    a call that has not begun is never made, and the result of one that has is dropped. Python cannot stop a
    running thread, so a second thread would only fight the first for the interpreter.
    """

    def __init__(self) -> None:
        self._waiting: list[tuple[int, int, Future[Any], Callable[[], Any]]] = []
        self._order = itertools.count()
        self._change = threading.Condition()
        self._closed = False
        self._last: Callable[[], object] = lambda: None
        self._thread = threading.Thread(target=self._run, name="morgue-work", daemon=True)
        self._thread.start()

    def ask(self, call: Callable[[], T], urgency: Urgency = Urgency.READ) -> asyncio.Future[T]:
        """Have a call made on the thread; must be asked inside a running event loop."""
        future: Future[T] = Future()
        with self._change:
            if self._closed:
                future.cancel()
            else:
                heapq.heappush(self._waiting, (urgency, next(self._order), future, call))
                self._change.notify()
        return asyncio.wrap_future(future)

    def waits_before(self, urgency: Urgency) -> bool:
        """Whether something more urgent waits than what runs; asked on the thread by what can give way."""
        with self._change:
            return any(waiting < urgency and not f.cancelled() for waiting, _, f, _ in self._waiting)

    def close(self, last: Callable[[], object] = lambda: None) -> None:
        """Drop what waits; once the call that runs has ended, `last` is called on the thread."""
        with self._change:
            self._closed = True
            self._last = last
            for _, _, future, _ in self._waiting:
                future.cancel()
            self._waiting.clear()
            self._change.notify()

    def _run(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: self._waiting or self._closed)
                if self._closed:
                    break
                _, _, future, call = heapq.heappop(self._waiting)
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(call())
            except BaseException as error:  # noqa: BLE001 - it is raised again where the call is awaited
                future.set_exception(error)
        self._last()
