"""The order in which the reader has put quotes, and headings between them: as rows of the file.

An entry with a rank was put somewhere by the reader. Bookmarks without one come before all that have one, since they
are new and wait to be put somewhere: those of the latest article first, and as they stand in it.
"""

import sqlite3
import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from index.bookmarks import rows
from index.bookmarks.wording import quoted
from models.bookmark import Bookmark, Entry, Heading


class OutlineStep(NamedTuple):
    """Ranks that were changed, and a heading that came, changed or went; undoing goes from `after` to `before`."""

    before: Mapping[str, int | None]
    after: Mapping[str, int]
    told: str
    """What undoing it does, in words."""
    heading: tuple[str, Heading | None, Heading | None] | None = None
    """Its uid, what it was, and what it became."""


class Outlined(NamedTuple):
    """An entry with the name that it has over all files."""

    uid: str
    entry: Entry


def ordered(connection: sqlite3.Connection, folder: str | None = None) -> list[Outlined]:
    """All entries of a folder, or of all folders, in the reader's order."""
    ranks = _ranks(connection)
    where, values = ("WHERE folder = ?", (folder,)) if folder is not None else ("", ())
    bookmarks = [Outlined(uid, bookmark) for uid, bookmark in rows.select(connection, where, values)]
    waiting = [one for one in bookmarks if one.uid not in ranks]
    placed = [one for one in bookmarks if one.uid in ranks]
    placed += [Outlined(*row) for row in headings(connection, where, values)]
    return _latest_first(waiting) + sorted(placed, key=lambda one: (ranks.get(one.uid, len(ranks)), one.uid))


def arrange(connection: sqlite3.Connection, entries: Sequence[Entry]) -> OutlineStep:
    """Put entries into an order. They take the places that they have together; all others stay where they are."""
    everything = ordered(connection)
    uids = {_name(one.entry): one.uid for one in everything}
    wanted = [uids[_name(entry)] for entry in entries if _name(entry) in uids]
    ranks, moving = _ranks(connection), set(wanted)
    places = [one.uid for one in everything if one.uid in ranks or one.uid in moving]
    following = iter(wanted)
    sequence = [next(following) if uid in moving else uid for uid in places]
    return _write(connection, sequence, "Put the order back")


def add_heading(
    connection: sqlite3.Connection, folder: str, text: str, before: Entry | None, over: Sequence[Entry] = ()
) -> OutlineStep:
    """Put a heading in front of an entry of the folder, over some that are gathered for it, or at the end."""
    here = {one.uid for one in ordered(connection, folder)}
    ranks = _ranks(connection)
    everything = [one for one in ordered(connection) if one.uid in here or one.uid in ranks]
    sequence = [one.uid for one in everything]
    names = [_name(one.entry) for one in everything]
    uid = uuid.uuid4().hex
    place = names.index(_name(before)) if before is not None and _name(before) in names else len(sequence)
    if over:
        sequence, place = _gathered(everything, folder, {_name(entry) for entry in over})
    id_ = insert_headings(connection, [(uid, Heading(id=0, folder=folder, text=text))])
    step = _write(
        connection, [*sequence[:place], uid, *sequence[place:]], f"Took the heading {quoted(text)} out again"
    )
    return step._replace(heading=(uid, None, Heading(id=id_, folder=folder, text=text)))


def _gathered(
    everything: Sequence[Outlined], folder: str, wanted: Collection[tuple[str, int]]
) -> tuple[list[str], int]:
    """Some entries moved to the end of what stands under the heading of the first; the order, and where they begin.

    There nothing else comes under a heading that is put in front of them.
    """
    moving = [one.uid for one in everything if _name(one.entry) in wanted]
    places = [n for n, one in enumerate(everything) if _name(one.entry) in wanted]
    ends = (
        n
        for n, one in enumerate(everything)
        if places and n > places[0] and isinstance(one.entry, Heading) and one.entry.folder == folder
    )
    end = next(ends, len(everything))
    ahead = [one.uid for one in everything[:end] if one.uid not in moving]
    behind = [one.uid for one in everything[end:] if one.uid not in moving]
    return [*ahead, *moving, *behind], len(ahead)


def change_heading(connection: sqlite3.Connection, id_: int, text: str | None) -> OutlineStep | None:
    """Give a heading another text, or take it out where that is None; gives None where there is no such heading."""
    found = next(iter(headings(connection, "WHERE id = ?", (id_,))), None)
    if found is None:
        return None
    uid, before = found
    if text is None:
        connection.execute("DELETE FROM headings WHERE uid = ?", (uid,))
        return OutlineStep({}, {}, f"Put back the heading {quoted(before.text)}", (uid, before, None))
    connection.execute("UPDATE headings SET text = ? WHERE uid = ?", (text, uid))
    after = before.model_copy(update={"text": text})
    return OutlineStep({}, {}, f"Put back the heading {quoted(before.text)}", (uid, before, after))


def undo(step: OutlineStep, connection: sqlite3.Connection) -> str:
    """Take a change back; says so in words."""
    ranks = _ranks(connection)
    if any(ranks.get(uid) != rank for uid, rank in step.after.items()):
        return "Left the order as it is: it was changed elsewhere since"
    if step.heading is not None:
        uid, before, after = step.heading
        now = next((found for _, found in headings(connection, "WHERE uid = ?", (uid,))), None)
        if now != after:
            return "Left the heading as it is: it was changed elsewhere since"
        connection.execute("DELETE FROM headings WHERE uid = ?", (uid,))
        if before is not None:
            insert_headings(connection, [(uid, before)], keep_id=True)
    for uid, rank in step.before.items():
        if rank is None:
            connection.execute("DELETE FROM outline WHERE uid = ?", (uid,))
        else:
            _set_rank(connection, uid, rank)
    return step.told


def headings(
    connection: sqlite3.Connection, where: str = "", values: Iterable[object] = ()
) -> list[tuple[str, Heading]]:
    """Headings with their uids, with `where` as a condition."""
    found = connection.execute(
        f"SELECT uid, id, folder, text FROM headings {where} ORDER BY id",  # noqa: S608 - our own names
        tuple(values),
    )
    return [(uid, Heading(id=id_, folder=folder, text=text)) for uid, id_, folder, text in found]


def insert_headings(
    connection: sqlite3.Connection, found: Iterable[tuple[str, Heading]], *, keep_id: bool = False
) -> int:
    """Write headings that are not there; gives the id of the last."""
    last = 0
    for uid, heading in found:
        values = (heading.id if keep_id else None, uid, heading.folder, heading.text)
        statement = "INSERT OR IGNORE INTO headings (id, uid, folder, text) VALUES (?, ?, ?, ?)"
        last = connection.execute(statement, values).lastrowid or 0
    return last


def select_ranks(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """The order, as `append` takes it."""
    return sorted(_ranks(connection).items(), key=lambda row: row[1])


def append(connection: sqlite3.Connection, order: Iterable[tuple[str, int]]) -> None:
    """Put what is in an order elsewhere behind what is in order here; what is in both stays where it is here."""
    here = _ranks(connection)
    begin = max(here.values(), default=-1) + 1
    for number, (uid, _) in enumerate(row for row in order if row[0] not in here):
        _set_rank(connection, uid, begin + number)


def _write(connection: sqlite3.Connection, sequence: Sequence[str], told: str) -> OutlineStep:
    """Have the entries follow each other; only ranks that become others are written."""
    before = _ranks(connection)
    after = {uid: rank for rank, uid in enumerate(sequence) if before.get(uid) != rank}
    for uid, rank in after.items():
        _set_rank(connection, uid, rank)
    return OutlineStep({uid: before.get(uid) for uid in after}, after, told)


def _set_rank(connection: sqlite3.Connection, uid: str, rank: int) -> None:
    connection.execute("INSERT OR REPLACE INTO outline (uid, rank) VALUES (?, ?)", (uid, rank))


def _ranks(connection: sqlite3.Connection) -> dict[str, int]:
    return dict(connection.execute("SELECT uid, rank FROM outline"))


def _latest_first(waiting: list[Outlined]) -> list[Outlined]:
    latest: dict[tuple[str, str, int], tuple[str, int]] = {}

    def article(bookmark: Bookmark) -> tuple[str, str, int]:
        return bookmark.folder, bookmark.path, bookmark.part

    bookmarks = [(one, one.entry) for one in waiting if isinstance(one.entry, Bookmark)]
    for _, bookmark in bookmarks:
        # Two may be of one millisecond.
        moment = (bookmark.created, bookmark.id)
        latest[article(bookmark)] = max(latest.get(article(bookmark), moment), moment)
    bookmarks.sort(key=lambda pair: (*article(pair[1]), pair[1].anchor.start))
    bookmarks.sort(key=lambda pair: latest[article(pair[1])], reverse=True)
    return [one for one, _ in bookmarks]


def _name(entry: Entry) -> tuple[str, int]:
    """What tells an entry from all others in this file."""
    return ("heading" if isinstance(entry, Heading) else "bookmark"), entry.id
