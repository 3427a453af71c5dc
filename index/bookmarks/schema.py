"""The file itself: how it is opened, and how one of an older Morgue is brought up to date."""

import os
import sqlite3
from pathlib import Path

from models.errors import BookmarksUnavailable

APPLICATION_ID = 0x4D524755
"""Marks a SQLite file as Morgue's ("MRGU"), so that no other is overwritten or merged by mistake."""

_MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        # `uid` names a bookmark over all machines and backups; `id` only in this file. AUTOINCREMENT, because
        # an undone deletion takes its id back.
        """
        CREATE TABLE bookmarks (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            uid TEXT NOT NULL UNIQUE,
            folder TEXT NOT NULL,
            path TEXT NOT NULL,
            part INTEGER NOT NULL,
            exact TEXT NOT NULL,
            prefix TEXT NOT NULL,
            suffix TEXT NOT NULL,
            start INTEGER NOT NULL,
            "end" INTEGER NOT NULL,
            passage INTEGER NOT NULL,
            speaker TEXT,
            note TEXT NOT NULL,
            tags TEXT NOT NULL,
            citation TEXT NOT NULL,
            created TEXT NOT NULL,
            changed TEXT NOT NULL
        )
        """,
        "CREATE INDEX bookmarks_by_article ON bookmarks (folder, path, part)",
    ),
    (
        """
        CREATE TABLE rulings (
            uid TEXT NOT NULL UNIQUE,
            folder TEXT NOT NULL,
            scope TEXT NOT NULL,
            place TEXT NOT NULL,
            part INTEGER NOT NULL,
            line TEXT NOT NULL,
            keep INTEGER NOT NULL,
            created TEXT NOT NULL,
            UNIQUE (folder, scope, place, part, line)
        )
        """,
    ),
    (
        """
        CREATE TABLE name_decisions (
            uid TEXT NOT NULL UNIQUE,
            folder TEXT NOT NULL,
            decision TEXT NOT NULL,
            created TEXT NOT NULL
        )
        """,
    ),
    (
        """
        CREATE TABLE searches (
            id TEXT PRIMARY KEY,
            folder TEXT NOT NULL,
            name TEXT NOT NULL,
            query TEXT NOT NULL,
            sort TEXT NOT NULL,
            created TEXT NOT NULL,
            visited TEXT NOT NULL
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE articles_read (
            folder TEXT NOT NULL,
            path TEXT NOT NULL,
            part INTEGER NOT NULL,
            read TEXT NOT NULL,
            PRIMARY KEY (folder, path, part)
        ) WITHOUT ROWID
        """,
    ),
    (
        """
        CREATE TABLE headings (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            uid TEXT NOT NULL UNIQUE,
            folder TEXT NOT NULL,
            text TEXT NOT NULL
        )
        """,
        # Of bookmarks and headings by their uids, deleted bookmarks too.
        "CREATE TABLE outline (uid TEXT PRIMARY KEY, rank INTEGER NOT NULL) WITHOUT ROWID",
        "CREATE TABLE bookmarks_left (uid TEXT PRIMARY KEY, sight TEXT NOT NULL) WITHOUT ROWID",
    ),
    (
        "ALTER TABLE bookmarks ADD COLUMN kind TEXT",
        "ALTER TABLE bookmarks ADD COLUMN cue TEXT",
    ),
)
"""One entry a version of the schema; an entry that has been released is never edited, only followed by another."""


def connect(path: Path, patience: float) -> sqlite3.Connection:
    """Open the file at `path`, made if need be, readable by its owner only, and brought up to date.

    Args:
        path: The SQLite file.
        patience: Seconds to wait for another process that is writing.

    Raises:
        sqlite3.Error: The file cannot be opened, or is damaged (`faults.is_damage`).
        OSError: The file cannot be made.
        BookmarksUnavailable: A newer Morgue wrote it.
    """
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        # FULL, so that a quote that was shown as kept is still there after a power cut.
        connection.execute("PRAGMA synchronous = FULL")
        check(connection)
        migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def check(connection: sqlite3.Connection) -> None:
    """Read every page.

    Raises:
        sqlite3.DatabaseError: With the code of a damaged file.
    """
    faults = [str(row[0]) for row in connection.execute("PRAGMA quick_check(1)")]
    if faults != ["ok"]:
        error = sqlite3.DatabaseError("; ".join(faults))
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the schema up to this version; all of it or nothing.

    Raises:
        BookmarksUnavailable: A newer Morgue wrote the file.
        sqlite3.Error: It cannot be written.
    """
    if _version(connection) == len(_MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another session may have done it while this one waited for the lock.
        version = _version(connection)
        _refuse_newer(version)
        for statements in _MIGRATIONS[version:]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(_MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def is_ours(path: Path) -> bool:
    """Whether a file is SQLite with Morgue's mark; neither opened as a database nor changed."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError:
        return False
    # https://www.sqlite.org/fileformat.html, 1.3: application id at byte 68, big-endian.
    return header.startswith(b"SQLite format 3\0") and header[68:72] == APPLICATION_ID.to_bytes(4, "big")


def _refuse_newer(version: int) -> None:
    if version > len(_MIGRATIONS):
        raise BookmarksUnavailable(
            "Your bookmarks were written by a newer Morgue than this one.",
            "Update this Morgue; until then nothing is changed.",
        )


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
