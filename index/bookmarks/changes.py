"""Changes of bookmarks, and taking them back."""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from index.bookmarks import rows
from index.bookmarks.rows import Stored
from index.bookmarks.wording import counted, quoted
from models.bookmark import Bookmark


class Change(NamedTuple):
    """What became of one bookmark; undoing it goes from `after` back to `before`. None: no such bookmark."""

    uid: str
    before: Bookmark | None
    after: Bookmark | None


def undo(changes: Sequence[Change], connection: sqlite3.Connection) -> str:
    """Take changes that were made as one back as one; what another session has changed since stays as it is."""
    mine = [change for change in changes if _same(_now(connection, change.uid), change.after)]
    for change in mine:
        _take_back(connection, change)
    if not mine:
        verb, pronoun = ("it is", "it was") if len(changes) == 1 else ("they are", "they were")
        return f"Left {_label(changes)} as {verb}: {pronoun} changed elsewhere since"
    words = f"{_told(mine[0], _label(mine))}"
    left = len(changes) - len(mine)
    return f"{words}; {counted(left, 'other')} changed elsewhere since, and left" if left else words


def _take_back(connection: sqlite3.Connection, change: Change) -> None:
    now = _now(connection, change.uid)
    if change.before is None:
        rows.delete(connection, change.uid)
    elif now is None or change.after is None:
        rows.insert(connection, Stored(change.uid, change.before), keep_id=True)
    elif _place(change.before) == _place(change.after):
        # Its article may have been moved since.
        rows.update(connection, change.uid, _moved(change.before, now))
    else:
        rows.update(connection, change.uid, change.before)


def _told(change: Change, label: str) -> str:
    if change.before is None:
        return f"Took {label} out again"
    if change.after is None:
        return f"Put back {label}"
    if change.before.anchor != change.after.anchor:
        return f"Put back the words of {label} as they were kept"
    return f"Put back note and tags of {label}"


def _label(changes: Sequence[Change]) -> str:
    if len(changes) > 1:
        return counted(len(changes), "bookmark")
    bookmark = changes[0].before or changes[0].after
    return quoted(bookmark.anchor.exact if bookmark else "")


def _now(connection: sqlite3.Connection, uid: str) -> Bookmark | None:
    found = next(rows.select(connection, "WHERE uid = ?", (uid,)), None)
    return found.bookmark if found else None


def _same(a: Bookmark | None, b: Bookmark | None) -> bool:
    """Whether a bookmark is as it was, wherever its article stands meanwhile."""
    return a == (b and a and _moved(b, a))


def _moved(bookmark: Bookmark, there: Bookmark) -> Bookmark:
    return bookmark.model_copy(update={"path": there.path, "part": there.part})


def _place(bookmark: Bookmark) -> tuple[str, int]:
    return bookmark.path, bookmark.part
