import asyncio
import threading

import pytest

from tui.work import Urgency, Work


async def test_searches_overtake_related_passages() -> None:
    work, gate, order = Work(), threading.Event(), list[str]()
    first = work.ask(gate.wait)
    await asyncio.sleep(0.05)
    waiting = [
        work.ask(lambda: order.append("related"), Urgency.RELATED),
        work.ask(lambda: order.append("article"), Urgency.READ),
        work.ask(lambda: order.append("search"), Urgency.SEARCH),
    ]
    gate.set()
    await asyncio.gather(first, *waiting)
    assert order == ["search", "article", "related"]
    work.close()


async def test_a_cancelled_call_is_never_made() -> None:
    work, gate, made = Work(), threading.Event(), list[int]()
    first = work.ask(gate.wait)
    await asyncio.sleep(0.05)
    work.ask(lambda: made.append(1)).cancel()
    await asyncio.sleep(0)
    last = work.ask(lambda: made.append(2))
    gate.set()
    await asyncio.gather(first, last)
    assert made == [2]
    work.close()


async def test_an_error_is_raised_where_the_call_is_awaited() -> None:
    work = Work()

    def fail() -> None:
        raise LookupError("gone")

    with pytest.raises(LookupError):
        await work.ask(fail)
    assert await work.ask(lambda: 3) == 3
    work.close()


async def test_the_last_call_is_made_on_the_thread_after_closing() -> None:
    work, closed = Work(), threading.Event()
    work.close(closed.set)
    assert await asyncio.to_thread(closed.wait, 5)
    with pytest.raises(asyncio.CancelledError):
        await work.ask(lambda: 1)
