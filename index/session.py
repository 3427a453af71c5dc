"""The session of a folder: one small file in the home of its collection, of no worth to anybody but the explorer."""

import os
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from index.home import collection_home
from models.errors import MorgueError

if TYPE_CHECKING:
    from models.session import Session

_LARGEST = 4_000_000
"""Bytes; a larger file is none of ours."""


class SessionFile:
    """Reads and writes the session of one folder; never an error: a session that is lost is not missed for long.

    Of two explorers of one folder each comes back to what it finds, and the last that writes is found.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()

    @property
    def _path(self) -> Path:
        return collection_home(self._folder) / "session.json"

    def read(self) -> "Session | None":
        """The session as it was last written; None where there is none, or one that does not read."""
        from models.session import Session

        with suppress(OSError, ValueError, MorgueError):
            if self._path.stat().st_size <= _LARGEST:
                return Session.model_validate_json(self._path.read_bytes())
        return None

    def write(self, session: "Session") -> None:
        """Write the session whole or not at all; may be called from any thread, and keeps the order of the calls."""
        # ValueError: half characters, which a terminal may send, have no place in a file.
        with self._lock, suppress(OSError, ValueError, MorgueError):
            content = session.model_dump_json(exclude_defaults=True).encode()
            path = self._path
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            # A name of its own, for others may write the same session; readable by its owner only.
            number, part = tempfile.mkstemp(dir=path.parent, prefix="session-", suffix=".part")
            with os.fdopen(number, "wb") as file:
                file.write(content)
            Path(part).replace(path)
