"""Near-identical articles in the catalogue: what each is compared by, and the group it was found to be in."""

from collections.abc import Mapping
from datetime import UTC, datetime

from index.catalogue.database import Database
from index.catalogue.schema import LEAVING


class Copied(Database):
    """The table of sketches. `copies` is the group's lowest revision, 0 for none, NULL while it has to be found out.

    It has to be for an article that has come, and for those that one which leaves was grouped with.
    """

    def ungrouped(self) -> set[int]:
        """The articles that have still to be compared."""
        rows = self._db.execute(
            "SELECT revision FROM sketches JOIN articles USING (revision) WHERE copies IS NULL AND state != ?",
            (LEAVING,),
        )
        return {r[0] for r in rows}

    def sketches(self) -> tuple[dict[int, bytes], dict[int, int | None]]:
        """The sketches of all articles that are not too short for one, and their groups as last found, by revision."""
        rows = self._db.execute(
            "SELECT revision, sketch, copies FROM sketches JOIN articles USING (revision) "
            "WHERE sketch != x'' AND state != ? ORDER BY revision",
            (LEAVING,),
        ).fetchall()
        return {revision: sketch for revision, sketch, _ in rows}, {r: copies for r, _, copies in rows}

    def put_groups(self, groups: Mapping[int, int]) -> None:
        """Store the groups of articles, 0 for those in none."""
        with self.transaction():
            self._db.executemany(
                "UPDATE sketches SET copies = ? WHERE revision = ?", ((g, r) for r, g in groups.items())
            )
            self.set_about("grouped", datetime.now(UTC).isoformat())

    def groups(self) -> dict[int, tuple[int, ...]]:
        """The group of each article that is in one, itself in it: the earliest first, the undated last.

        Of those published at one time, as far as is known, the longest is first: copies are cut.
        """
        rows = self._db.execute(
            """SELECT s.copies, revision FROM sketches s JOIN searchable a USING (revision) WHERE s.copies > 0
            ORDER BY s.copies, a.day = 0, a.day, a.published,
            (SELECT "end" FROM passages p WHERE p.revision = a.revision ORDER BY number DESC LIMIT 1) DESC,
            a.path, a.part"""
        )
        members: dict[int, list[int]] = {}
        for group, revision in rows:
            members.setdefault(group, []).append(revision)
        return {r: tuple(group) for group in members.values() if len(group) > 1 for r in group}

    def text(self, revision: int) -> str:
        """An article's text, as `Article.text`."""
        rows = self._db.execute(
            "SELECT text FROM passages WHERE revision = ? AND number > 0 ORDER BY number", (revision,)
        )
        return "\n\n".join(r[0] for r in rows)
