"""What the reader says of lines, as rows of the file: put back into an article or a house's articles, or taken out."""

import sqlite3
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from models.key import ArticleKey
from models.ruling import Ruling

_COLUMNS = "uid, folder, scope, place, part, line, keep, created"
_SAME = "folder = ? AND scope = ? AND place = ? AND part = ? AND line = ?"


class Ruled(NamedTuple):
    """A ruling with the name that it has over all files, and where it holds."""

    uid: str
    folder: str
    ruling: Ruling
    created: str


class RulingStep(NamedTuple):
    """A change of rulings, which undoing takes from `after` back to `before`."""

    before: tuple[Ruled, ...]
    after: tuple[Ruled, ...]
    label: str


def select(connection: sqlite3.Connection, where: str = "", values: Sequence[Any] = ()) -> Iterator[Ruled]:
    """Rulings in the order in which they were made, with `where` as a condition."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM rulings {where} ORDER BY rowid", values)  # noqa: S608 - names
    for uid, folder, scope, place, part, line, keep, created in rows:
        yield Ruled(uid, folder, Ruling(scope, place, part, line, bool(keep)), created)


def of_folder(connection: sqlite3.Connection, folder: str) -> tuple[Ruling, ...]:
    """What holds in a folder, in the order in which it was said."""
    return tuple(ruled.ruling for ruled in select(connection, "WHERE folder = ?", (folder,)))


def put(connection: sqlite3.Connection, folder: str, said: Sequence[Ruling], label: str) -> RulingStep:
    """Write rulings, each in the place of an earlier one about the same line."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    after = tuple(Ruled(uuid.uuid4().hex, folder, ruling, now) for ruling in said)
    before = tuple(_delete(connection, after))
    insert(connection, after)
    return RulingStep(before, after, label)


def undo(step: RulingStep, connection: sqlite3.Connection) -> str:
    """Take a change back; says so in words."""
    now = [ruled for one in step.after for ruled in _same(connection, one)]
    if tuple(now) != step.after:
        return f"Left {step.label} as it is: it was changed elsewhere since"
    list(_delete(connection, step.after))
    insert(connection, step.before)
    return f"{'Took out' if step.after[0].ruling.keep else 'Put back'} {step.label} again"


def insert(connection: sqlite3.Connection, rulings: Sequence[Ruled]) -> None:
    """Write rulings, except where one about the same line is there."""
    connection.executemany(
        f"INSERT OR IGNORE INTO rulings ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - names
        (
            (
                r.uid,
                r.folder,
                r.ruling.scope,
                r.ruling.where,
                r.ruling.part,
                r.ruling.line,
                r.ruling.keep,
                r.created,
            )
            for r in rulings
        ),
    )


def move(connection: sqlite3.Connection, folder: str, moves: Mapping[ArticleKey, ArticleKey]) -> None:
    """Follow articles to where they stand now, all at once, so that two may have changed places."""
    moved = [
        ruled
        for ruled in select(connection, "WHERE folder = ? AND scope = 'article'", (folder,))
        if ArticleKey(ruled.ruling.where, ruled.ruling.part) in moves
    ]
    # Out of each other's way first.
    connection.executemany("UPDATE rulings SET place = uid WHERE uid = ?", ((r.uid,) for r in moved))
    connection.executemany(
        "UPDATE OR REPLACE rulings SET place = ?, part = ? WHERE uid = ?",
        ((*moves[ArticleKey(r.ruling.where, r.ruling.part)], r.uid) for r in moved),
    )


def in_file(path: Path, folder: str) -> tuple[Ruling, ...]:
    """What holds in a folder, read from the reader's file as it is; nothing where there is no such file.

    Raises:
        sqlite3.Error: It cannot be read.
    """
    if not path.exists():
        return ()
    with closing(sqlite3.connect(path, timeout=5, isolation_level=None)) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'rulings'").fetchone():
            return ()
        return of_folder(connection, folder)


def _same(connection: sqlite3.Connection, one: Ruled) -> Iterator[Ruled]:
    ruling = one.ruling
    values = (one.folder, ruling.scope, ruling.where, ruling.part, ruling.line)
    return select(connection, f"WHERE {_SAME}", values)


def _delete(connection: sqlite3.Connection, rulings: Sequence[Ruled]) -> Iterator[Ruled]:
    """Delete what is there about the same lines; gives it."""
    for one in rulings:
        there = list(_same(connection, one))
        connection.executemany("DELETE FROM rulings WHERE uid = ?", ((found.uid,) for found in there))
        yield from there
