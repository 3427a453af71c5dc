"""A bookmark as a row of the file, and back."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from models.bookmark import Anchor, Bookmark, Citation

_COLUMNS = (
    "id uid folder path part exact prefix suffix start end passage speaker note tags citation created changed kind cue"
).split()
_NAMES = ", ".join(f'"{column}"' for column in _COLUMNS)
SELECT = f"SELECT {_NAMES} FROM bookmarks"  # noqa: S608 - the names above, nothing from outside
"""All columns, in the order that `from_row` takes them."""
_INSERT = f"INSERT INTO bookmarks ({_NAMES}) VALUES ({', '.join('?' * len(_COLUMNS))})"  # noqa: S608 - as above


class Stored(NamedTuple):
    """A bookmark with the name that it has over all files."""

    uid: str
    bookmark: Bookmark


def from_row(row: tuple[Any, ...]) -> Stored:
    """A row of `SELECT` as a bookmark."""
    id_, uid, folder, path, part, exact, prefix, suffix, start, end, passage, *rest = row
    speaker, note, tags, citation, created, changed, kind, cue = rest
    anchor = Anchor(exact=exact, prefix=prefix, suffix=suffix, start=start, end=end, passage=passage)
    return Stored(
        uid,
        Bookmark(
            id=id_,
            folder=folder,
            path=path,
            part=part,
            anchor=anchor,
            kind=kind,
            speaker=speaker,
            cue=cue,
            note=note,
            tags=tuple(json.loads(tags)),
            citation=Citation.model_validate_json(citation),
            created=created,
            changed=changed,
        ),
    )


def select_of(connection: sqlite3.Connection) -> str:
    """`SELECT` for a file as it is, which an older Morgue may have written without the last columns.

    They have to be left out by name: to SQLite a quoted name that is no column is a text.
    """
    present = {name for _, name, *_ in connection.execute("PRAGMA table_info(bookmarks)")}
    names = ", ".join(f'"{column}"' if column in present else "NULL" for column in _COLUMNS)
    return f"SELECT {names} FROM bookmarks"  # noqa: S608 - our own names


def select(connection: sqlite3.Connection, where: str = "", values: Iterable[Any] = ()) -> Iterator[Stored]:
    """Bookmarks, with `where` as the rest of the query."""
    return map(from_row, connection.execute(f"{SELECT} {where}", tuple(values)))


def insert(connection: sqlite3.Connection, stored: Stored, *, keep_id: bool) -> int:
    """Write a bookmark; returns its id, which is a new one unless it is to be kept."""
    bookmark, anchor = stored.bookmark, stored.bookmark.anchor
    values = (
        bookmark.id if keep_id else None,
        stored.uid,
        bookmark.folder,
        bookmark.path,
        bookmark.part,
        anchor.exact,
        anchor.prefix,
        anchor.suffix,
        anchor.start,
        anchor.end,
        anchor.passage,
        bookmark.speaker,
        bookmark.note,
        tags_as_text(bookmark.tags),
        bookmark.citation.model_dump_json(),
        bookmark.created,
        bookmark.changed,
        bookmark.kind,
        bookmark.cue,
    )
    return connection.execute(_INSERT, values).lastrowid or 0


def update(connection: sqlite3.Connection, uid: str, bookmark: Bookmark) -> None:
    """Write all of a bookmark that may change."""
    anchor = bookmark.anchor
    connection.execute(
        'UPDATE bookmarks SET path = ?, part = ?, exact = ?, prefix = ?, suffix = ?, start = ?, "end" = ?,'
        " passage = ?, note = ?, tags = ?, citation = ?, changed = ? WHERE uid = ?",
        (
            bookmark.path,
            bookmark.part,
            anchor.exact,
            anchor.prefix,
            anchor.suffix,
            anchor.start,
            anchor.end,
            anchor.passage,
            bookmark.note,
            tags_as_text(bookmark.tags),
            bookmark.citation.model_dump_json(),
            bookmark.changed,
            uid,
        ),
    )


def delete(connection: sqlite3.Connection, uid: str) -> None:
    """Delete a bookmark; its place in the outline stays known, should it come back."""
    connection.execute("DELETE FROM bookmarks WHERE uid = ?", (uid,))


def tags_as_text(tags: tuple[str, ...]) -> str:
    """Tags as their column holds them: a JSON list, in the reader's order."""
    return json.dumps(tags, ensure_ascii=False)
