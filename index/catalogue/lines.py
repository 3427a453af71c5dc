"""Lines in the catalogue: what those of each article are compared by, and which articles have to be settled anew."""

import json
from collections.abc import Iterable, Sequence

from index.catalogue.database import Database
from index.catalogue.schema import LEAVING
from index.lines.outline import Outline
from models.key import ArticleKey
from models.ruling import Ruling


class Lines(Database):
    """The tables of lines. An article is *due* until it shows what the rules and the reader now say of its lines."""

    def outlines(self) -> dict[int, Outline]:
        """The outlines of all articles, by revision."""
        rows = self._db.execute(
            "SELECT o.revision, o.house, o.lines, o.prose FROM outlines o JOIN articles a USING (revision) "
            "WHERE a.state != ? ORDER BY revision",
            (LEAVING,),
        )
        return {revision: Outline(*rest) for revision, *rest in rows}

    def put_outline(self, revision: int, one: Outline) -> None:
        """Replace the outline of an article."""
        self._db.execute(
            "UPDATE outlines SET (house, lines, prose) = (?, ?, ?) WHERE revision = ?", (*one, revision)
        )

    def paths_of(self, revisions: Sequence[int]) -> dict[int, str]:
        """The path of some articles' first files."""
        rows = self._db.execute(
            "SELECT a.revision, a.path FROM json_each(?) AS wanted "
            "CROSS JOIN articles AS a ON a.revision = wanted.value",
            (json.dumps(revisions),),
        )
        return dict(rows.fetchall())

    def common(self) -> dict[int, int]:
        """The lines that are furniture, each with the number of articles it stands in."""
        return dict(self._db.execute("SELECT line, articles FROM common"))

    def articles_with(self, line: int) -> int:
        """How many articles a line stands in, if it is furniture; else 0."""
        row = self._db.execute("SELECT articles FROM common WHERE line = ?", (line,)).fetchone()
        return row[0] if row else 0

    def put_common(self, common: dict[int, int]) -> None:
        """Replace them; lines are compared until articles come or go."""
        self._db.execute("DELETE FROM common")
        self._db.executemany("INSERT INTO common VALUES (?, ?)", common.items())
        self.set_about("lines", "compared")

    @property
    def lines_compared(self) -> bool:
        """Whether lines were compared since an article came or went."""
        return self.about("lines") is not None

    def lines_are_others(self) -> None:
        """Lines have to be compared again."""
        self._db.execute("DELETE FROM about WHERE key = 'lines'")

    def must_settle(self, revisions: Iterable[int]) -> None:
        """These articles are due."""
        due = [(revision,) for revision in revisions]
        if due:
            self._db.executemany("INSERT OR IGNORE INTO due VALUES (?)", due)
            self.lines_are_others()

    def due(self) -> list[int]:
        """The articles that are due, oldest revision first."""
        rows = self._db.execute(
            "SELECT d.revision FROM due d JOIN articles a USING (revision) WHERE a.state != ? ORDER BY revision",
            (LEAVING,),
        )
        return [r[0] for r in rows]

    def not_due(self, revisions: Iterable[int]) -> None:
        """These articles are no longer due."""
        self._db.executemany("DELETE FROM due WHERE revision = ?", ((r,) for r in revisions))

    def altered(self) -> set[int]:
        """The articles that do not show all that was read of them as it was read."""
        return {r[0] for r in self._db.execute("SELECT revision FROM texts WHERE as_read IS NOT NULL")}

    def keys(self, revision: int) -> list[ArticleKey]:
        """Every place where an article was saved."""
        rows = self._db.execute(
            "SELECT path, part FROM sources WHERE revision = ? ORDER BY 1, 2", (revision,)
        )
        return [ArticleKey(*row) for row in rows]

    # What the reader says

    def rulings(self) -> tuple[Ruling, ...]:
        """What the reader said of lines when it was last looked."""
        return tuple(Ruling(*ruling) for ruling in json.loads(self.about("rulings") or "[]"))

    def put_rulings(self, rulings: Sequence[Ruling]) -> None:
        """Remember what the reader says now; the articles concerned by a difference are due."""
        for ruling in set(self.rulings()) ^ set(rulings):
            if ruling.scope == "article":
                rows = self._db.execute(
                    "SELECT revision FROM sources WHERE path = ? AND part = ?", (ruling.where, ruling.part)
                )
            else:
                rows = self._db.execute("SELECT revision FROM outlines WHERE house = ?", (ruling.where,))
            self._db.executemany("INSERT OR IGNORE INTO due VALUES (?)", rows.fetchall())
        self.set_about("rulings", json.dumps(rulings, ensure_ascii=False))
