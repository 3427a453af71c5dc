"""A progress bar of one line."""

from __future__ import annotations

import shutil
import time
from typing import TYPE_CHECKING, Self, TextIO

if TYPE_CHECKING:
    from models.status import Progress

_CELLS = 24
_OFTEN = 0.1
"""Seconds between two drawings; a bar that changes faster cannot be read."""


class Bar:
    """Draws progress over and over on one line of a terminal, and wipes it off at the end."""

    def __init__(self, terminal: TextIO) -> None:
        self._terminal = terminal
        self._drawn = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._wipe()

    def _wipe(self) -> None:
        self._terminal.write("\r\x1b[K")
        self._terminal.flush()

    def show(self, progress: Progress) -> None:
        """Draw, unless it was done a moment ago; what is over leaves nothing behind."""
        if progress.stage in {"done", "watching", "stopped", "failed"}:
            self._wipe()
            return
        now = time.monotonic()
        if now - self._drawn < _OFTEN and progress.done < progress.total:
            return
        self._drawn = now
        width = shutil.get_terminal_size((80, 24)).columns - 1
        self._terminal.write(f"\r{draw(progress)[:width]}\x1b[K")
        self._terminal.flush()


def draw(progress: Progress) -> str:
    """The line for some progress."""
    from tui.text.dates import time_left

    if progress.stage == "waiting":
        return progress.message or "Waiting for another Morgue that is indexing this folder"
    if progress.stage == "looking":
        return "Looking for articles"
    if progress.stage == "names":
        return "Finding out which names mean the same"
    if progress.stage == "learning":
        return "Learning which words and articles are alike"
    share = progress.done / progress.total if progress.total else 0.0
    full = round(share * _CELLS)
    what = f"{progress.done:,} of {progress.total:,}"
    of_stage = {"annotating": f"Names of {what} articles", "encoding": f"Meaning of {what} articles"}
    parts = [of_stage.get(progress.stage, f"Text of {what} files")]
    if progress.rate is not None:
        parts.append(f"{progress.rate:,.0f} a second")
    if progress.seconds_left is not None:
        parts.append(time_left(progress.seconds_left))
    return f"{'█' * full}{'░' * (_CELLS - full)} {' · '.join(parts)}"
