"""The connection to a catalogue's SQLite file."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from index.catalogue.schema import FORMAT, TABLES
from models.errors import CollectionUnavailable, IndexDamaged

_CACHE_KIB = 8_000
"""Pages kept of one connection."""


class Database:
    """One SQLite file, its transactions, and facts about the collection as a whole."""

    def __init__(self, path: Path, *, writable: bool = False) -> None:
        """Open, and for a writer create, the catalogue at `path`.

        Raises:
            IndexDamaged: The file is no catalogue, or one of another format.
            CollectionUnavailable: It cannot be opened or created.
        """
        try:
            self._db = sqlite3.connect(path, timeout=30, check_same_thread=False, isolation_level=None)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
            # What lies above the articles that an answer opens, here and there, does not fit in SQLite's own 2 MB.
            self._db.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
            # Before the tables are touched: those of another format may lack what these need.
            if writable and self._format() in {None, str(FORMAT)}:
                with self.transaction():
                    for statement in TABLES.split(";\n"):
                        if statement.strip():
                            self._db.execute(statement)
                    self._db.execute("INSERT OR IGNORE INTO about VALUES ('format', ?)", (str(FORMAT),))
            found = self._format()
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError) and "no such table" not in str(error):
                raise CollectionUnavailable(
                    f"The catalogue of this collection cannot be opened: {error}.",
                    "Check that the disk is not full and that the folder for Morgue's data can be written to.",
                ) from error
            raise IndexDamaged(f"The catalogue of this collection is damaged: {error}.") from error
        if found != str(FORMAT):
            raise IndexDamaged("The index was made by another version of Morgue.")

    def _format(self) -> str | None:
        """The format that the file has; None of one without tables."""
        made = self._db.execute("SELECT 1 FROM sqlite_master WHERE name = 'about'").fetchone()
        return self.about("format") if made else None

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing of what is written inside; inside of another one it is part of that."""
        if self._db.in_transaction:
            yield
            return
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def reach_disk(self) -> None:
        """Have all that was written on the disk, as the engine's commit of it will be.

        SQLite's log is synced now and then only. After a power cut the engine would know articles that the catalogue
        does not, whose numbers the catalogue would give to others.
        """
        self._db.execute("PRAGMA synchronous = FULL")
        try:
            with self.transaction():
                self.set_about("reached disk", datetime.now(UTC).isoformat())
        finally:
            self._db.execute("PRAGMA synchronous = NORMAL")

    def about(self, key: str) -> str | None:
        """A fact about the collection as a whole."""
        row = self._db.execute("SELECT value FROM about WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def set_about(self, key: str, value: str) -> None:
        """Remember a fact about the collection as a whole."""
        self._db.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (key, value))
