"""Saved searches, as rows of the file."""

import sqlite3
import uuid
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from index.bookmarks.wording import quoted
from models.saved import SavedSearch
from models.search import Order

_COLUMNS = "id, folder, name, query, sort, created, visited"


class SearchStep(NamedTuple):
    """A change of one saved search, which undoing takes from `after` back to `before`. None: no such search."""

    before: SavedSearch | None
    after: SavedSearch | None


def select(
    connection: sqlite3.Connection, where: str = "", values: Sequence[Any] = ()
) -> Iterator[SavedSearch]:
    """Saved searches in the order in which they were saved, with `where` as a condition."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM searches {where} ORDER BY created, id", values)  # noqa: S608 - names
    for id_, folder, name, query, order, created, visited in rows:
        yield SavedSearch(
            id=id_, folder=folder, name=name, query=query, order=order, created=created, visited=visited
        )


def by_id(connection: sqlite3.Connection, wanted: str) -> SavedSearch | None:
    """One of them; None where it is gone."""
    return next(select(connection, "WHERE id = ?", (wanted,)), None)


def insert(connection: sqlite3.Connection, searches: Iterable[SavedSearch]) -> None:
    """Write searches, except those that are there."""
    connection.executemany(
        f"INSERT OR IGNORE INTO searches ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - names
        ((s.id, s.folder, s.name, s.query, s.order, s.created, s.visited) for s in searches),
    )


def save(
    connection: sqlite3.Connection, folder: str, name: str, query: str, *, order: Order, visited: str
) -> SavedSearch:
    """Write a new one."""
    # Two may be saved in one millisecond, and the order is by this.
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    saved = SavedSearch(
        id=uuid.uuid4().hex, folder=folder, name=name, query=query, order=order, created=now, visited=visited
    )
    insert(connection, [saved])
    return saved


def rename(connection: sqlite3.Connection, id_: str, name: str) -> SearchStep | None:
    """Give one another name; None where it is gone."""
    before = by_id(connection, id_)
    if before is None:
        return None
    connection.execute("UPDATE searches SET name = ? WHERE id = ?", (name, id_))
    return SearchStep(before, before.model_copy(update={"name": name}))


def delete(connection: sqlite3.Connection, id_: str) -> SearchStep | None:
    """Delete one; None where it is gone already."""
    before = by_id(connection, id_)
    connection.execute("DELETE FROM searches WHERE id = ?", (id_,))
    return SearchStep(before, None) if before else None


def visit(connection: sqlite3.Connection, id_: str, moment: str) -> None:
    """Remember that all of the collection as of a moment was seen through one; never an earlier moment."""
    connection.execute("UPDATE searches SET visited = max(visited, ?) WHERE id = ?", (moment, id_))


def undo(step: SearchStep, connection: sqlite3.Connection) -> str:
    """Take a change back; says so in words."""
    before, after = step
    one = before or after
    assert one is not None
    label = f"the saved search {quoted(one.name)}"
    now = by_id(connection, one.id)
    if (now and now.name) != (after and after.name):
        return f"Left {label} as it is: it was changed elsewhere since"
    if before is None:
        delete(connection, one.id)
        return f"Took {label} out again"
    if after is None:
        insert(connection, [before])
        return f"Put back {label}"
    rename(connection, before.id, before.name)
    return f"Gave {label} its name again"
