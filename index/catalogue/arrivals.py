"""When articles came into the collection, so that what is new to its reader can be told."""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from index.catalogue.database import Database

_EVER = ""
"""The moment of all that the first indexing finds: it was there before anybody looked. Before any other."""


class Arrivals(Database):
    """The tables of arrivals.

    An article is known by its file and headline: one that is corrected, or read otherwise by a later Morgue, did not
    come anew, and a page that takes another's place in a file did. What is known of a file stays when it is gone, so
    that a share that was out of reach for a while does not make everything new.
    """

    def arrived_since(self, moment: str) -> frozenset[int]:
        """The articles that came after a moment (ISO 8601, UTC)."""
        rows = self._db.execute("SELECT revision FROM came WHERE moment > ?", (moment,))
        return frozenset(revision for (revision,) in rows)

    def note_arrivals(self, fresh: Iterable[tuple[int, str, str | None]]) -> None:
        """Articles stand in files from now on that are not known from others: revision, path and headline each."""
        moment = _EVER if self.about("indexed") is None else datetime.now(UTC).isoformat()
        placed = [(path, title or "", revision) for revision, path, title in fresh]
        self._db.executemany(
            "INSERT OR IGNORE INTO arrivals VALUES (?, ?, ?)", ((*where, moment) for *where, _ in placed)
        )
        self._db.executemany(
            "INSERT INTO came SELECT ?3, moment FROM arrivals WHERE path = ?1 AND title = ?2", placed
        )

    def copy_arrivals(self, moved: Mapping[str, str]) -> None:
        """What is known of files holds for them under their new names too: old to new."""
        self._db.executemany(
            "INSERT OR IGNORE INTO arrivals SELECT ?, title, moment FROM arrivals WHERE path = ?",
            [(new, old) for old, new in moved.items()],
        )

    def inherit_arrivals(self, former: Path) -> None:
        """Take over what a catalogue knew in whose place this one is built; it may be damaged, or an older Morgue's."""
        with suppress(sqlite3.Error), closing(sqlite3.connect(former)) as old:
            known = old.execute("SELECT path, title, moment FROM arrivals").fetchall()
            with self.transaction():
                self._db.executemany("INSERT OR IGNORE INTO arrivals VALUES (?, ?, ?)", known)
