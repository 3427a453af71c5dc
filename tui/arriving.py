"""Coming in by a link: the desk at the passage that `morgue open` was given."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual.worker import WorkerCancelled

from models.errors import MorgueError
from tui.text.jumps import Target
from tui.text.safety import printable

if TYPE_CHECKING:
    from models.link import Link
    from tui.screens.desk.desk import Desk

_AGAIN = 0.3
"""Seconds until what was not found is looked for again, while its article may still be about to be read."""


async def arrive(desk: Desk, link: Link) -> None:
    """Go to what a link leads to; what was read since it was made may have changed or moved, and the reader is told."""
    while True:
        reading = desk.reading
        try:
            found = await desk.archive.follow(link)
        except MorgueError as error:
            if not reading:
                desk.complain(error)
                return
            await asyncio.sleep(_AGAIN)
            continue
        try:
            await desk.visit(Target(found.key, found.passage, found.span)).wait()
        except WorkerCancelled:
            # The first results have just come, and with them the article beside them.
            continue
        if found.notice:
            desk.say(printable(found.notice))
        return
