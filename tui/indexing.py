"""The child process that makes the collection current while the explorer is open."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

from pydantic import ValidationError

from models.status import Progress

PATIENCE = 3.0
"""Seconds that the child has for its last commit before it is ended; a commit killed halfway loses nothing old."""


class Indexer:
    """`morgue index FOLDER --progress` as a child, so that neither interpreter lock nor memory is shared."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._child: asyncio.subprocess.Process | None = None

    async def run(self) -> AsyncIterator[Progress]:
        """Start the child and give its progress until it ends; a last "failed" where it dies without a word."""
        try:
            self._child = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "tui", "index", os.fspath(self._folder), "--progress",
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.DEVNULL,
                # Its own session: ctrl+z stops the explorer, not the reading.
                start_new_session=True,
            )  # fmt: skip
        except OSError as error:
            yield Progress(stage="failed", message=f"Reading could not be started: {error.strerror}.")
            return
        last = Progress(stage="looking")
        assert self._child.stdout is not None
        async for line in self._child.stdout:
            with contextlib.suppress(ValidationError):
                last = Progress.model_validate_json(line)
                yield last
        status = await self._child.wait()
        if status and last.stage not in {"failed", "stopped"}:
            yield Progress(
                stage="failed", searchable=last.searchable, message="Reading the folder stopped unexpectedly."
            )

    async def stop(self) -> None:
        """Ask the child to commit what it has and end; end it where it does not."""
        child = self._child
        if child is None or child.returncode is not None:
            return
        with contextlib.suppress(ProcessLookupError):
            child.send_signal(signal.SIGINT)
            try:
                await asyncio.wait_for(child.wait(), PATIENCE)
            except TimeoutError:
                child.kill()
