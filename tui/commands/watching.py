"""What `morgue index --watch` says: a line for each change."""

from __future__ import annotations

import select
import sys
import threading
from collections.abc import Callable, Collection
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tui.commands.plain import counted
from tui.commands.streams import note

if TYPE_CHECKING:
    from models.status import Progress, Summary

_NAMED = 3
"""Paths told in a line; of more, how many."""


class ChangeLog:
    """Writes to standard error.

    Attributes:
        interrupted: Whether the work was ended in the middle.
    """

    def __init__(self, folder: Path, tell_first: Callable[[Path, Summary], None]) -> None:
        """Make a log.

        Args:
            folder: What is watched.
            tell_first: Tells of the first look at the folder.
        """
        self.interrupted = True
        self._folder = folder
        self._tell_first = tell_first
        self._begun = False

    def note(self, progress: Progress) -> None:
        """Tell how the folder is watched, where there is something to tell."""
        if progress.stage == "watching" and progress.message:
            note(progress.message)

    def changed(self, summary: Summary, paths: Collection[Path] | None) -> None:
        """Tell of a change."""
        self.interrupted = summary.stopped
        if not self._begun:
            self._begun = True
            self._tell_first(self._folder, summary)
            if not summary.stopped:
                note("Watching for changes; Ctrl-C ends it.")
            return
        note(f"{datetime.now().astimezone():%H:%M:%S}  {describe(summary)}{self._where(paths)}")

    def _where(self, paths: Collection[Path] | None) -> str:
        if paths is None:
            return ""
        root = self._folder.resolve()
        names = sorted(str(path.relative_to(root)) for path in paths)
        told = ", ".join(names[:_NAMED])
        return f"  {told}" + (f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else "")


def describe(summary: Summary) -> str:
    """What was done, in a few words: "2 articles added, 1 file moved"; with the speed where it took long."""
    changes = [
        f"{counted(number, noun)} {what}"
        for number, noun, what in (
            (summary.added, "article", "added"),
            (summary.removed, "article", "removed"),
            (summary.moved, "file", "moved"),
        )
        if number > 0
    ]
    told = ", ".join(changes) or f"{counted(summary.changed, 'file')} read, nothing new"
    if summary.added > summary.seconds > 2:
        told += f" ({summary.seconds:.0f} s, {summary.added / summary.seconds:,.0f} a second)"
    return told


def end_with_reader(stop: threading.Event) -> None:
    """Have `stop` set when whoever reads standard output is gone: with nothing to say one would not notice."""
    thread = threading.Thread(target=_wait_for_end, args=(stop, sys.stdout.fileno()), daemon=True)
    thread.start()


def _wait_for_end(stop: threading.Event, output: int) -> None:
    poll = select.poll()
    # Errors are told without being asked for, and nothing else is.
    poll.register(output, 0)
    while not stop.is_set():
        if poll.poll(1000):
            stop.set()
