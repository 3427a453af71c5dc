"""Related passages are remembered, and give way to what is more urgent."""

import asyncio
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from models.errors import Abandoned
from models.key import ArticleKey
from models.related import Related
from tui.following import Following
from tui.work import Urgency, Work

if TYPE_CHECKING:
    from index.collection import Collection

KEY = ArticleKey("a.txt", 0)
ROW = Related(
    rank=1, score=1.0, path="b.txt", part=0, title=None, outlet=None, published=None, passage=1, start=0, end=3,
    text="Geo", relation="same words", reasons=("Geo",),
)  # fmt: skip


class Slow:
    """Works on an answer until it may end, or something else is more urgent."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.may_end = threading.Event()
        self.calls = 0

    def related(
        self, key: ArticleKey, passage: int, *, limit: int, give_way: Callable[[], bool]
    ) -> tuple[Related, ...]:
        self.calls += 1
        self.begun.set()
        while not self.may_end.wait(0.001):
            if give_way():
                raise Abandoned
        return (ROW,)


def following(work: Work, slow: Slow) -> Following:
    def ask(
        call: Callable[["Collection"], tuple[Related, ...]], urgency: Urgency
    ) -> asyncio.Future[tuple[Related, ...]]:
        return work.ask(lambda: call(cast("Collection", slow)), urgency)

    return Following(ask, work.waits_before)


async def test_a_search_goes_first_and_the_answer_comes_all_the_same() -> None:
    work, slow = Work(), Slow()
    asked = asyncio.ensure_future(following(work, slow).related(KEY, 1, 0, Urgency.RELATED))
    await asyncio.to_thread(slow.begun.wait, 5)
    assert await asyncio.wait_for(work.ask(lambda: "found", Urgency.SEARCH), 5) == "found"
    assert not asked.done()
    slow.may_end.set()
    assert await asyncio.wait_for(asked, 5) == (ROW,)
    assert slow.calls >= 2
    work.close()


async def test_what_is_worked_out_ahead_gives_way_to_what_is_asked_for() -> None:
    work, slow = Work(), Slow()
    found = following(work, slow)
    ahead = asyncio.ensure_future(found.related(KEY, 2, 0, Urgency.AHEAD))
    await asyncio.to_thread(slow.begun.wait, 5)
    asked = asyncio.ensure_future(found.related(KEY, 1, 0, Urgency.RELATED))
    while slow.calls < 2:
        await asyncio.sleep(0.001)
    slow.may_end.set()
    for one in (asked, ahead):
        assert await asyncio.wait_for(one, 5) == (ROW,)
    work.close()


async def test_an_answer_is_worked_out_once_for_each_commit_even_if_nobody_waits_for_it_any_more() -> None:
    work, slow = Work(), Slow()
    found = following(work, slow)
    asked = asyncio.ensure_future(found.related(KEY, 1, 0, Urgency.RELATED))
    await asyncio.to_thread(slow.begun.wait, 5)
    assert found.known(KEY, 1, 0) is None
    asked.cancel()
    slow.may_end.set()
    await work.ask(lambda: None)
    assert found.known(KEY, 1, 0) == (ROW,)
    assert await found.related(KEY, 1, 0, Urgency.RELATED) == (ROW,)
    assert slow.calls == 1
    assert found.known(KEY, 1, 1) is None
    work.close()
