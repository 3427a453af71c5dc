"""What the reader decides about names, as rows of the file."""

import sqlite3
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from models.decision import NameDecision

_COLUMNS = "uid, folder, decision, created"


class Decreed(NamedTuple):
    """A decision with the name that it has over all files, and where it holds."""

    uid: str
    folder: str
    decision: NameDecision
    created: str


class DecisionStep(NamedTuple):
    """A change of decisions, which undoing takes from `after` back to `before`."""

    before: tuple[Decreed, ...]
    after: tuple[Decreed, ...]


def select(connection: sqlite3.Connection, where: str = "", values: Sequence[Any] = ()) -> Iterator[Decreed]:
    """Decisions in the order in which they were made, with `where` as a condition."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM name_decisions {where} ORDER BY created, rowid",  # noqa: S608 - names
        values,
    )
    for uid, folder, decision, created in rows:
        yield Decreed(uid, folder, NameDecision.model_validate_json(decision), created)


def of_folder(connection: sqlite3.Connection, folder: str) -> tuple[NameDecision, ...]:
    """What holds in a folder, in the order in which it was said."""
    return tuple(one.decision for one in select(connection, "WHERE folder = ?", (folder,)))


def put(connection: sqlite3.Connection, folder: str, said: Sequence[NameDecision]) -> DecisionStep:
    """Write decisions, each in the place of earlier ones that cannot hold beside it."""
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    after = tuple(Decreed(uuid.uuid4().hex, folder, decision, now) for decision in said)
    before = tuple(
        earlier
        for earlier in select(connection, "WHERE folder = ?", (folder,))
        if any(decision.replaces(earlier.decision) for decision in said)
    )
    _delete(connection, before)
    _write(connection, after)
    return DecisionStep(before, after)


def take_back(connection: sqlite3.Connection, folder: str, said: Sequence[NameDecision]) -> DecisionStep:
    """Delete decisions of a folder; those that are not there are no error."""
    before = tuple(one for one in select(connection, "WHERE folder = ?", (folder,)) if one.decision in said)
    _delete(connection, before)
    return DecisionStep(before, ())


def undo(step: DecisionStep, connection: sqlite3.Connection) -> str:
    """Take a change back; says so in words."""
    if not step.after:
        insert(connection, step.before)
        return f"Said again that {'; '.join(one.decision.words for one in step.before)}"
    words = "; ".join(one.decision.words for one in step.after)
    uids = {one.uid for one in select(connection)}
    if not all(one.uid in uids for one in step.after):
        return f"Left it as it is that {words}: it was changed elsewhere since"
    _delete(connection, step.after)
    insert(connection, step.before)
    return f"Took back that {words}"


def insert(connection: sqlite3.Connection, others: Sequence[Decreed]) -> None:
    """Write decisions, except those that are there and those that what is there speaks against."""
    present = list(select(connection))
    _write(
        connection,
        (
            one
            for one in others
            if not any(
                one.uid == here.uid or (one.folder == here.folder and here.decision.replaces(one.decision))
                for here in present
            )
        ),
    )


def in_file(path: Path, folder: str) -> tuple[NameDecision, ...]:
    """What holds in a folder, read from the reader's file as it is; nothing where there is no such file.

    Raises:
        sqlite3.Error: It cannot be read.
    """
    if not path.exists():
        return ()
    with closing(sqlite3.connect(path, timeout=5, isolation_level=None)) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'name_decisions'").fetchone():
            return ()
        return of_folder(connection, folder)


def _write(connection: sqlite3.Connection, decreed: Iterable[Decreed]) -> None:
    connection.executemany(
        f"INSERT INTO name_decisions ({_COLUMNS}) VALUES (?, ?, ?, ?)",  # noqa: S608 - names
        ((one.uid, one.folder, one.decision.model_dump_json(), one.created) for one in decreed),
    )


def _delete(connection: sqlite3.Connection, decreed: Iterable[Decreed]) -> None:
    connection.executemany("DELETE FROM name_decisions WHERE uid = ?", ((one.uid,) for one in decreed))
