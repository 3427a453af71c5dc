"""What the catalogue can count of an entity's mentions."""

import json
from collections.abc import Sequence

from index.catalogue.database import Database

_ARTICLES = 2_000
"""Of so many of an entity's latest articles the other names are counted."""

_THOSE = "(SELECT value FROM json_each(:locals))"


class Cards(Database):
    """Counts over the mentions of some local names."""

    def days_of(self, locals_: Sequence[str]) -> list[tuple[int, int, int]]:
        """The days (ordinals; 0 is undated) of their articles, with mentions and articles of each, earliest first."""
        return self._db.execute(
            f"""SELECT a.day, COUNT(*), COUNT(DISTINCT m.revision)
            FROM mentions m JOIN searchable a USING (revision)
            WHERE m.local IN {_THOSE} GROUP BY a.day ORDER BY a.day""",  # noqa: S608 - a constant
            {"locals": json.dumps(list(locals_))},
        ).fetchall()

    def outlets_of(self, locals_: Sequence[str]) -> list[tuple[str | None, int]]:
        """The outlets of their articles with the number of these, the most first."""
        return self._db.execute(
            f"""SELECT a.outlet, COUNT(DISTINCT m.revision)
            FROM mentions m JOIN searchable a USING (revision)
            WHERE m.local IN {_THOSE} GROUP BY a.outlet ORDER BY 2 DESC, a.outlet""",  # noqa: S608 - a constant
            {"locals": json.dumps(list(locals_))},
        ).fetchall()

    def companions_of(self, locals_: Sequence[str], limit: int) -> list[tuple[str, int]]:
        """The entities that their latest articles mention too, with the number of these articles, the most first."""
        return self._db.execute(
            f"""WITH here AS MATERIALIZED (
                SELECT DISTINCT m.revision FROM mentions m JOIN searchable a USING (revision)
                WHERE m.local IN {_THOSE} ORDER BY a.day DESC, m.revision LIMIT {_ARTICLES})
            SELECT n.entity, COUNT(DISTINCT here.revision) AS articles
            FROM here CROSS JOIN mentions AS m ON m.revision = here.revision
            JOIN names AS n ON n.local = m.local
            WHERE m.local NOT IN {_THOSE}
            GROUP BY n.entity ORDER BY articles DESC, COUNT(*) DESC, n.entity LIMIT :limit""",  # noqa: S608 - constants
            {"locals": json.dumps(list(locals_)), "limit": limit},
        ).fetchall()
