"""What SQLite complains of, in words for a person."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from models.errors import BookmarksUnavailable

_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_UNWRITABLE = frozenset(
    {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}
)
_EXTENDED = 0xFF
"""The primary code is in the low byte of an extended one (https://www.sqlite.org/rescode.html)."""


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error says that the file itself is broken, rather than out of reach."""
    return _code(error) in _DAMAGED


@contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and of the file system into `BookmarksUnavailable`, naming the file at `path`."""
    try:
        yield
    except sqlite3.Error as error:
        raise _explained(error, path) from error
    except OSError as error:
        raise BookmarksUnavailable(
            f"The file {path} cannot be used: {error.strerror or error}.",
            "Check that you may write to its folder and that the disk has room.",
        ) from error


def _code(error: sqlite3.Error) -> int | None:
    code = getattr(error, "sqlite_errorcode", None)
    return code & _EXTENDED if isinstance(code, int) else None


def _explained(error: sqlite3.Error, path: Path) -> BookmarksUnavailable:
    code = _code(error)
    if code == sqlite3.SQLITE_FULL:
        return BookmarksUnavailable(
            "The disk is full, so this was not written; your bookmarks are as they were before.",
            "Make some room on the disk and try again.",
        )
    if code in _BUSY:
        return BookmarksUnavailable(
            "Another Morgue is writing your bookmarks and did not finish in time; nothing was changed here.",
            "Try again in a moment.",
        )
    if code in _UNWRITABLE:
        return BookmarksUnavailable(
            f"Your bookmarks cannot be written: {path} or its folder is read-only.",
            "Change its permissions, or set MORGUE_HOME to a folder that you can write to.",
        )
    if code in _DAMAGED:
        return BookmarksUnavailable(
            f"The file of bookmarks, {path}, is damaged.",
            "Start Morgue again: it sets the damaged file aside and saves what can be read.",
        )
    return BookmarksUnavailable(
        f"The file of bookmarks, {path}, could not be used: {error}.", "`morgue doctor` checks it."
    )
