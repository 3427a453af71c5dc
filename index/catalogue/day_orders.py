"""In which order a collection's outlets write day and month, counted from the dates that can mean one day only."""

import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from index.catalogue.database import Database

_LEAST = 3
"""Files that tell, below which nothing is assumed."""
_AGREED = 0.9
"""The share of them that must agree."""


class FileOrder(NamedTuple):
    """What a file tells of the order of day and month."""

    path: str
    outlet: str | None
    stated: bool | None
    """Whether its dates put the day first; None where they do not tell or differ."""
    undecided: bool
    """One of its articles is undated for want of the order."""
    read_as: bool | None
    """In which order it was read for that."""


class DayOrders(Database):
    """The table of files that tell of the order, and of those that leave it open."""

    def put_day_orders(self, files: Iterable[FileOrder]) -> None:
        """Store what files tell, in place of what they told before."""
        files = list(files)
        self._db.executemany("DELETE FROM day_orders WHERE path = ?", ((f.path,) for f in files))
        self._db.executemany(
            "INSERT INTO day_orders VALUES (?, ?, ?, ?, ?)",
            (file for file in files if file.stated is not None or file.undecided),
        )

    def drop_day_order(self, path: str) -> None:
        """Forget what a file told."""
        self._db.execute("DELETE FROM day_orders WHERE path = ?", (path,))

    def move_day_orders(self, names: Mapping[str, str]) -> None:
        """What files told is told by the names that they have now, old to new."""
        rows = self._db.execute(
            "SELECT * FROM day_orders WHERE path IN (SELECT value FROM json_each(?))",
            (json.dumps(list(names)),),
        ).fetchall()
        self._db.executemany(
            "DELETE FROM day_orders WHERE path = ?", ((path,) for path in [*names, *names.values()])
        )
        self._db.executemany(
            "INSERT INTO day_orders VALUES (?, ?, ?, ?, ?)", ((names[path], *rest) for path, *rest in rows)
        )

    def undecided(self, day_first: bool | None = None) -> dict[str, bool | None]:
        """The files to be read in another order than they were: path to whether the day is first.

        It is the order of the file's outlet where that is known, else the collection's; None, which leaves open what
        the file does, where neither is known any more.

        Args:
            day_first: The order that the reader says it is, whatever the others have.
        """
        told: dict[str | None, list[bool]] = {}
        everywhere: list[bool] = []
        for outlet, stated in self._db.execute(
            "SELECT outlet, stated FROM day_orders WHERE stated IS NOT NULL"
        ):
            told.setdefault(outlet, []).append(bool(stated))
            everywhere.append(bool(stated))
        orders = {outlet: _agreed(stated) for outlet, stated in told.items() if outlet is not None}
        usual = _agreed(everywhere)
        found: dict[str, bool | None] = {}
        for path, outlet, read_as in self._db.execute(
            "SELECT path, outlet, read_as FROM day_orders WHERE undecided ORDER BY path"
        ):
            guess = orders.get(outlet)
            order = day_first if day_first is not None else usual if guess is None else guess
            if read_as != order:
                found[path] = order
        return found


def _agreed(stated: Iterable[bool]) -> bool | None:
    votes = list(stated)
    first = sum(votes)
    if len(votes) < _LEAST or max(first, len(votes) - first) < _AGREED * len(votes):
        return None
    return 2 * first > len(votes)
