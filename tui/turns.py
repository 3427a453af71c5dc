"""Keys one after the other: each finds the screen as the one before it left it, however fast they come."""

from __future__ import annotations

import asyncio
from collections import deque
from time import monotonic
from typing import TYPE_CHECKING

from textual.events import Key, Paste
from textual.widgets import Input
from textual.worker import WorkerState

from tui import keys
from tui.screens.awaiting import Awaiting, is_busy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import App
    from textual.message_pump import MessagePump

PATIENCE = 2.0
"""Seconds after which a key goes where the focus is, whatever is still under way."""

_LOOKING_AGAIN = 0.004
"""Seconds between two looks at whether what is under way has come, which another thread has to bring."""

_LEADING = frozenset(
    {
        "arriving", "comparing", "copying", "keeping", "marking", "mention", "origin", "restoring", "ruling",
        "unfolding", "unread",
    }
)  # fmt: skip
"""Groups of workers that a key began, and after whose end the next is meant for what they show, ask or change."""

Typed = Key | Paste
"""What comes from the keyboard."""


class Turns:
    """Lets a key pass when the one before it has done what it does.

    Textual hands keys on without waiting: to the widget that has the focus then, from there up to the app, which acts
    on them one message later. A key that opens a prompt would have the next one go to the list below, and one that
    opens an article the next go to the article before. So a key has its turn when no message is under way, nor work
    that the key before it began and that leads elsewhere; the others wait here, in order.
    """

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._waiting: deque[Typed] = deque()
        self._called: Typed | None = None
        """What has its turn and is on its way through the app's own messages."""
        self._line: Input | None = None
        """The line that the latest key was a letter for; it keeps the order of those that follow by itself."""
        self._calling: asyncio.Task[None] | None = None
        self._patient = True
        """Whether what is under way may be waited for: not again after it was waited for in vain."""

    def has_turn(self, event: Typed) -> bool:
        """Whether it is an event's turn; if not it comes again when it is."""
        if not self._app.screen_stack:
            # The app is being left.
            return False
        if (both := _apart(event)) is not None:
            self._waiting.extend(both)
            self._call()
            return False
        if event is self._called:
            self._called = None
        elif self._called is not None or self._waiting or not self._is_ready_for(event):
            self._waiting.append(event)
            self._call()
            return False
        focused = self._app.focused
        self._line = focused if isinstance(focused, Input) and _is_letter(event) else None
        return True

    def go_before(self, event: Typed) -> None:
        """Have an event take its turn before all that wait: it belongs to the key that was last."""
        self._waiting.appendleft(event)
        self._call()

    def _call(self) -> None:
        if self._calling is None or self._calling.done():
            self._calling = asyncio.create_task(self._call_each())

    async def _call_each(self) -> None:
        while self._waiting:
            await self._ready()
            self._called = self._waiting.popleft()
            self._app.post_message(self._called)

    async def _ready(self) -> None:
        until = monotonic() + PATIENCE
        while self._app.screen_stack and not (self._called is None and self._is_ready_for(self._waiting[0])):
            if monotonic() > until:
                self._patient = False
                return
            # What messages bring comes by letting them pass; what the work thread brings takes longer.
            await asyncio.sleep(_LOOKING_AGAIN if self._is_quiet else 0)

    def _is_ready_for(self, event: Typed) -> bool:
        if self._line is not None and self._line is self._app.focused and _is_letter(event):
            return True
        return self._is_quiet and not self._has_to_wait(event)

    @property
    def _is_quiet(self) -> bool:
        """Whether no message is under way, and no work has still to begin, which may open a screen as it does."""
        return not (
            any(pump.message_queue_size for pump in self._pumps())
            or any(worker.state is WorkerState.PENDING for worker in self._app.workers)
        )

    def _pumps(self) -> Iterator[MessagePump]:
        yield self._app
        yield from self._app.screen_stack
        yield from self._app.screen.walk_children()

    def _has_to_wait(self, event: Typed) -> bool:
        awaited = self._is_led or self._screen_awaits(event)
        if not awaited:
            self._patient = True
        return awaited and self._patient

    @property
    def _is_led(self) -> bool:
        return is_busy(self._app, {self._app, self._app.screen}, _LEADING)

    def _screen_awaits(self, event: Typed) -> bool:
        screen = self._app.screen
        return isinstance(screen, Awaiting) and screen.awaits(event)


def _apart(event: Typed) -> tuple[Key, Key] | None:
    """Escape and the letter behind it, where they came together, as over a slow line; None of anything else.

    A terminal sends the same for alt and the letter, and so Textual has it; but no key here has an alt, unless the
    reader chose one.
    """
    if not isinstance(event, Key) or not event.key.startswith("alt+") or not event.is_printable:
        return None
    if any(event.key == keys.as_sent(name) for key in keys.everything() for name in key.keys):
        return None
    assert event.character is not None
    return Key("escape", "\x1b"), Key(keys.as_sent(event.character), event.character)


def _is_letter(event: Typed) -> bool:
    return isinstance(event, Key) and event.is_printable
