"""A damaged file of bookmarks: set aside, never deleted, and what can be read of it saved into a new one."""

import fcntl
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from index.bookmarks import decisions, lost, outline, read, rows, rulings, schema, searches
from index.bookmarks.faults import is_damage
from index.bookmarks.transfer import Backup

T = TypeVar("T")

_FILES = ("-wal", "-shm", "")
"""A database's companions, the file itself last: a log left beside a new file would be played into it."""


def open_or_repair(path: Path, patience: float) -> tuple[sqlite3.Connection, str | None]:
    """Open the file, repairing it where it is damaged.

    Returns:
        The connection, and a sentence about a repair for the reader, None where there was none.

    Raises:
        sqlite3.Error, OSError, BookmarksUnavailable: As `schema.connect`.
    """
    try:
        return schema.connect(path, patience), None
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
    with _alone(path):
        try:
            return schema.connect(path, patience), None  # another session was quicker
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
        return _repair(path, patience)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    with path.with_suffix(".repair-lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _repair(path: Path, patience: float) -> tuple[sqlite3.Connection, str]:
    saved = _salvage(path)
    fresh = path.with_name(f"{path.stem}-new{path.suffix}")
    for suffix in _FILES:
        Path(f"{fresh}{suffix}").unlink(missing_ok=True)
    connection = schema.connect(fresh, patience)
    try:
        connection.execute("BEGIN IMMEDIATE")
        for stored in saved.bookmarks:
            rows.insert(connection, stored, keep_id=True)
        saved.insert_the_rest(connection)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()
    aside = _set_aside(path)
    fresh.replace(path)
    number = len(saved.bookmarks)
    kept = f"{number} bookmark{'' if number == 1 else 's'}"
    notice = (
        f"The file of bookmarks was damaged. {kept} could be read and are kept; "
        f"the damaged file is set aside as {aside}."
    )
    return schema.connect(path, patience), notice


def _set_aside(path: Path) -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%d")
    names = (path.with_name(f"{path.stem}-damaged-{stamp}-{number}{path.suffix}") for number in count(1))
    aside = next(name for name in names if not name.exists())
    for suffix in _FILES:
        companion = Path(f"{path}{suffix}")
        if companion.exists():
            companion.rename(f"{aside}{suffix}")
    return aside


def _salvage(path: Path) -> Backup:
    """All of a damaged file that still reads, from a copy, since opening would write to it."""
    with tempfile.TemporaryDirectory(dir=path.parent, prefix="salvage-") as folder:
        copy = Path(folder) / path.name
        for suffix in ("-wal", ""):
            if Path(f"{path}{suffix}").exists():
                shutil.copyfile(f"{path}{suffix}", f"{copy}{suffix}")
        try:
            connection = sqlite3.connect(copy, isolation_level=None)
        except sqlite3.Error:
            return Backup([], [], [], [], [], [], [], [])
        found: dict[str, rows.Stored] = {}
        try:
            # A broken page ends a scan; from the other end, it may be reached from behind.
            for direction in ("ASC", "DESC"):
                _collect(connection, direction, found)
            bookmarks = sorted(found.values(), key=lambda stored: stored.bookmark.id)
            return Backup(
                bookmarks,
                _readable(rulings.select, connection),
                _readable(decisions.select, connection),
                _readable(searches.select, connection),
                _readable(read.select, connection),
                _readable(outline.headings, connection),
                _readable(outline.select_ranks, connection),
                _readable(lost.select, connection),
            )
        finally:
            connection.close()


def _readable(select: Callable[[sqlite3.Connection], Iterable[T]], connection: sqlite3.Connection) -> list[T]:
    """What can be read of a table, up to its first fault; nothing where an older file has no such table."""
    found: list[T] = []
    with suppress(sqlite3.Error, ValueError):
        found.extend(select(connection))
    return found


def _collect(connection: sqlite3.Connection, direction: str, found: dict[str, rows.Stored]) -> None:
    try:
        cursor = connection.execute(f"{rows.select_of(connection)} NOT INDEXED ORDER BY id {direction}")
        for row in cursor:
            try:
                stored = rows.from_row(row)
            except (ValidationError, ValueError, TypeError):
                continue  # a row overwritten with nonsense; its neighbours may be whole
            found.setdefault(stored.uid, stored)
    except (sqlite3.Error, ValueError):
        return
