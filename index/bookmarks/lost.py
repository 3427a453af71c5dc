"""Bookmarks whose words are gone, and which the reader leaves as they are: as rows of the file."""

import sqlite3
from typing import NamedTuple


class LeftStep(NamedTuple):
    """What was last left of a bookmark, which undoing takes from `after` back to `before`."""

    uid: str
    before: str | None
    after: str


def leave(connection: sqlite3.Connection, uid: str, sight: str) -> LeftStep:
    """Remember what the reader was shown of a bookmark, and left."""
    before = _sight(connection, uid)
    _set(connection, uid, sight)
    return LeftStep(uid, before, sight)


def undo(step: LeftStep, connection: sqlite3.Connection) -> str:
    """Have it shown again."""
    if _sight(connection, step.uid) != step.after:
        return "Left it as it is: it was changed elsewhere since"
    if step.before is None:
        connection.execute("DELETE FROM bookmarks_left WHERE uid = ?", (step.uid,))
    else:
        _set(connection, step.uid, step.before)
    return "Its words are missed again"


def left(connection: sqlite3.Connection) -> dict[int, str]:
    """Bookmark to what the reader was shown of it."""
    return dict(connection.execute("SELECT b.id, l.sight FROM bookmarks_left l JOIN bookmarks b USING (uid)"))


def select(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """All rows, as `insert` takes them."""
    return list(connection.execute("SELECT uid, sight FROM bookmarks_left"))


def insert(connection: sqlite3.Connection, rows: list[tuple[str, str]]) -> None:
    """Write rows, except where there is one of the same bookmark."""
    connection.executemany("INSERT OR IGNORE INTO bookmarks_left (uid, sight) VALUES (?, ?)", rows)


def _set(connection: sqlite3.Connection, uid: str, sight: str) -> None:
    connection.execute("INSERT OR REPLACE INTO bookmarks_left (uid, sight) VALUES (?, ?)", (uid, sight))


def _sight(connection: sqlite3.Connection, uid: str) -> str | None:
    row = connection.execute("SELECT sight FROM bookmarks_left WHERE uid = ?", (uid,)).fetchone()
    return str(row[0]) if row else None
