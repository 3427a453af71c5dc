"""When an explorer under test is at rest, by its own queues and workers.

Textual takes a program to be idle that used no processor time for a moment. Where others have the processor that is
so at once, and a test looks too early; where a thread is still busy it is never so, and each key takes a second.
"""

import asyncio
import time
from typing import Any

from textual._context import active_app
from textual.app import App

FRAME = 0.02
"""Seconds in which a screen is painted that has something to paint."""
PATIENCE = 1.0
"""Seconds after which a test goes on although work is under way: it may itself be what the work waits for."""


def busy(app: App[Any]) -> bool:
    """Whether messages wait to be handled, or a worker has work other than to wait for the answer to a question."""
    if any(pump.message_queue_size for pump in (app, *app._registry)):
        return True
    asked = sum(
        result.future is not None and not result.future.done()
        for screen in app.screen_stack
        for result in screen._result_callbacks
    )
    return sum(worker.is_running for worker in app.workers) > asked


async def rest(min_sleep: float = FRAME, max_sleep: float = PATIENCE) -> None:
    """Wait for at least a frame, and until nothing is under way; in the place of Textual's `wait_for_idle`."""
    until = time.monotonic() + max_sleep
    await asyncio.sleep(max(min_sleep, FRAME))
    while busy(active_app.get()) and time.monotonic() < until:
        await asyncio.sleep(FRAME / 4)
