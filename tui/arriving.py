"""Coming in by a link: the desk at the passage that `morgue open` was given."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.worker import WorkerCancelled

from models.errors import MorgueError
from tui.screens.lost_link import LostLink
from tui.text.jumps import Target
from tui.text.safety import printable

if TYPE_CHECKING:
    from models.link import Link
    from tui.screens.desk.desk import Desk

_AGAIN = 0.3
"""Seconds until what was not found is looked for again, while its article may still be about to be read."""


async def arrive(desk: Desk, link: Link) -> None:
    """Go to what a link leads to; what was read since it was made may have changed or moved, and the reader is told.

    What is not there shows at once with what is known of it, and is gone to when it turns up, unless the reader has
    gone elsewhere.
    """
    lost: LostLink | None = None
    while lost is None or lost.is_attached:
        reading = desk.reading
        try:
            found = await desk.archive.follow(link)
        except MorgueError as error:
            if lost is None:
                lost = LostLink(link)
                await desk.app.push_screen(lost)
            if not reading:
                lost.give_up(error)
                return
            await asyncio.sleep(_AGAIN)
            continue
        if lost is not None:
            if not lost.is_current:
                # The help or the palette lies over it.
                await asyncio.sleep(_AGAIN)
                continue
            await lost.dismiss(None)
            lost = None
        try:
            await desk.visit(Target(found.key, found.passage, found.span)).wait()
        except WorkerCancelled:
            # The first results have just come, and with them the article beside them.
            continue
        if found.notice:
            desk.say(printable(found.notice))
        return
