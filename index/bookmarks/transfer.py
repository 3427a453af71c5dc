"""Bookmarks out to a backup file and back in, whole or not at all."""

import os
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from index.bookmarks import decisions, lost, outline, read, rows, rulings, schema, searches
from index.bookmarks.faults import is_damage
from models.bookmark import Heading
from models.errors import BookmarksUnavailable
from models.saved import SavedSearch


class Backup(NamedTuple):
    """What a backup holds."""

    bookmarks: list[rows.Stored]
    rulings: list[rulings.Ruled]
    decisions: list[decisions.Decreed]
    searches: list[SavedSearch]
    read: list[read.ReadArticle]
    headings: list[tuple[str, Heading]]
    order: list[tuple[str, int]]
    left: list[tuple[str, str]]

    def insert_the_rest(self, connection: sqlite3.Connection) -> None:
        """Write all but the bookmarks; what is there already stays as it is."""
        rulings.insert(connection, self.rulings)
        decisions.insert(connection, self.decisions)
        searches.insert(connection, self.searches)
        read.insert(connection, self.read)
        outline.insert_headings(connection, self.headings)
        outline.append(connection, self.order)
        lost.insert(connection, self.left)


def backup(connection: sqlite3.Connection, own: Path, to: Path) -> int:
    """Copy a database to the file `to`, which appears complete and on disk; returns the number of bookmarks.

    Raises:
        sqlite3.Error, OSError: It cannot be written.
        BookmarksUnavailable: `to` is the bookmarks themselves, or a file that is no backup.
    """
    if to.resolve() == own.resolve():
        raise BookmarksUnavailable(f"{to} is the file of bookmarks itself.", "Name another file.")
    if to.exists() and not schema.is_ours(to):
        raise BookmarksUnavailable(
            f"{to} is there already and is not a backup of Morgue's, so it was left alone.",
            "Name another file.",
        )
    # A temporary file has mode 0600, and its folder holds SQLite's companions, which vanish with it.
    with tempfile.TemporaryDirectory(dir=to.parent, prefix=".morgue-backup-") as folder:
        copy = Path(folder) / "reader.sqlite"
        os.close(os.open(copy, os.O_RDWR | os.O_CREAT, 0o600))
        with closing(sqlite3.connect(copy, isolation_level=None)) as target:
            connection.backup(target)
            # One file that can be carried away and read from a medium that is read-only.
            target.execute("PRAGMA journal_mode = DELETE")
            kept = int(target.execute("SELECT count(*) FROM bookmarks").fetchone()[0])
        with copy.open("rb+") as file:
            os.fsync(file.fileno())
        copy.replace(to)
    return kept


def read_backup(source: Path) -> Backup:
    """All that a backup holds, of this or an older Morgue; the file itself stays as it is.

    Raises:
        sqlite3.Error, OSError: It cannot be read.
        BookmarksUnavailable: It is damaged, no backup of Morgue's, or a newer Morgue's.
    """
    with source.open("rb"):
        pass
    if not schema.is_ours(source):
        raise BookmarksUnavailable(
            f"{source} is not a backup of Morgue's.", "Name a file that `morgue backup` wrote."
        )
    try:
        return _read(source)
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        raise BookmarksUnavailable(
            f"The backup {source} is damaged, so nothing was restored.", "Try an older backup."
        ) from error


def _read(source: Path) -> Backup:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        with closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)) as file:
            file.backup(memory)
        schema.check(memory)
        schema.migrate(memory)
        return Backup(
            list(rows.select(memory, "ORDER BY id")),
            list(rulings.select(memory)),
            list(decisions.select(memory)),
            list(searches.select(memory)),
            list(read.select(memory)),
            outline.headings(memory),
            outline.select_ranks(memory),
            lost.select(memory),
        )
