"""Which articles the reader has been in, as rows of the file."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from models.key import ArticleKey

_COLUMNS = "folder, path, part, read"


class ReadArticle(NamedTuple):
    """An article, and when the reader was first in it (ISO 8601, UTC)."""

    folder: str
    path: str
    part: int
    read: str


class ReadStep(NamedTuple):
    """A change of what counts as read, which undoing takes from `before` to what it was, with what to call it."""

    before: tuple[ReadArticle, ...]
    after: tuple[ReadArticle, ...]
    label: str


def select(
    connection: sqlite3.Connection, where: str = "", values: Sequence[Any] = ()
) -> Iterator[ReadArticle]:
    """Articles that were read, with `where` as a condition."""
    return map(
        ReadArticle._make,
        connection.execute(f"SELECT {_COLUMNS} FROM articles_read {where}", values),  # noqa: S608 - names
    )


def of_folder(connection: sqlite3.Connection, folder: str) -> frozenset[ArticleKey]:
    """Those of a folder."""
    rows = connection.execute("SELECT path, part FROM articles_read WHERE folder = ?", (folder,))
    return frozenset(map(ArticleKey._make, rows))


def insert(connection: sqlite3.Connection, articles: Iterable[ReadArticle]) -> None:
    """Write articles, except those that are there."""
    connection.executemany("INSERT OR IGNORE INTO articles_read VALUES (?, ?, ?, ?)", articles)


def mark(connection: sqlite3.Connection, folder: str, keys: Iterable[ArticleKey], *, read: bool) -> ReadStep:
    """Have articles count as read, or not."""
    known = {ArticleKey(one.path, one.part): one for one in select(connection, "WHERE folder = ?", (folder,))}
    if not read:
        before = tuple(known[key] for key in keys if key in known)
        _delete(connection, before)
        return ReadStep(before, (), "unread")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    after = tuple(ReadArticle(folder, *key, now) for key in keys if key not in known)
    insert(connection, after)
    return ReadStep((), after, "read")


def undo(step: ReadStep, connection: sqlite3.Connection) -> str:
    """Take a change back; says so in words."""
    _delete(connection, step.after)
    insert(connection, step.before)
    count = len(step.before or step.after)
    return f"{count:,} article{'' if count == 1 else 's'} no longer marked as {step.label}"


def move(connection: sqlite3.Connection, folder: str, moves: Mapping[ArticleKey, ArticleKey]) -> None:
    """Follow articles to where they stand now, all at once, so that two may have changed places."""
    moved = [
        one
        for one in select(connection, "WHERE folder = ?", (folder,))
        if ArticleKey(one.path, one.part) in moves
    ]
    _delete(connection, moved)
    insert(
        connection, (ReadArticle(folder, *moves[ArticleKey(one.path, one.part)], one.read) for one in moved)
    )


def _delete(connection: sqlite3.Connection, articles: Iterable[ReadArticle]) -> None:
    connection.executemany(
        "DELETE FROM articles_read WHERE folder = ? AND path = ? AND part = ?", (one[:3] for one in articles)
    )
