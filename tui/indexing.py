"""The child process that makes the collection current, and keeps it so, while the explorer is open."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.status import Progress

_OPTIONS = ("--watch", "--progress")
_NICE = 10
"""How much lower its priority is than the explorer's, as of a program begun by `nice`."""


class Indexer:
    """`morgue index FOLDER --watch --progress` as a child: neither interpreter lock nor memory is shared."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._child: subprocess.Popen[bytes] | None = None
        self._asked = False

    async def run(self) -> AsyncIterator[Progress]:
        """Start the child and give its progress until it is stopped; a last "failed" where it dies without a word."""
        try:
            self._child = self._start()
        except OSError as error:
            progress = await asyncio.to_thread(_noun)
            yield progress(stage="failed", message=f"Reading could not be started: {error.strerror}.")
            return
        progress = await asyncio.to_thread(_noun)
        reader = asyncio.StreamReader()
        await asyncio.get_running_loop().connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(reader), self._child.stdout
        )
        last = progress(stage="looking")
        async for line in reader:
            # What is no progress is passed over.
            with contextlib.suppress(ValueError):
                last = progress.model_validate_json(line)
                yield last
        status = await asyncio.to_thread(self._child.wait)
        if status and not self._asked and last.stage != "failed":
            yield progress(
                stage="failed", searchable=last.searchable, message="Reading the folder stopped unexpectedly."
            )

    def _start(self) -> subprocess.Popen[bytes]:
        # Not asyncio's own subprocess, which kills the child as the loop closes: this one is asked to stop
        # and finishes its commit by itself, so that leaving takes no time.
        # -P: the folder one is in may hold files that are called like our modules.
        child = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-P", "-m", "tui", "index", os.fspath(self._folder.absolute()), *_OPTIONS],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # Its own session: ctrl+z stops the explorer, not the reading.
            start_new_session=True,
        )
        _let_others_before(child.pid)
        return child

    def stop(self) -> None:
        """Ask the child to commit what it has and end; does not wait for it."""
        # Asked a second time it would end at once.
        if self._child is not None and self._child.poll() is None and not self._asked:
            self._asked = True
            with contextlib.suppress(ProcessLookupError):
                self._child.send_signal(signal.SIGINT)


def _let_others_before(pid: int) -> None:
    """Have a process, and those that it starts, compute when the keys leave time for it."""
    with contextlib.suppress(OSError):
        os.setpriority(os.PRIO_PROCESS, pid, os.getpriority(os.PRIO_PROCESS, 0) + _NICE)
    # Where Linux shares out time among sessions, what is nice in one of its own still has half of all.
    with contextlib.suppress(OSError):
        Path(f"/proc/{pid}/autogroup").write_text(str(_NICE), encoding="ascii")


def _noun() -> type[Progress]:
    """Loaded on a thread, so that no key waits for it."""
    from models.status import Progress

    return Progress
