"""Where articles stood before their files were moved, so that whoever knows an old place finds them."""

from collections.abc import Iterable

from index.catalogue.database import Database
from index.catalogue.schema import LEAVING
from models.key import ArticleKey


class Former(Database):
    """The table of former places."""

    def remember(self, places: Iterable[tuple[str, int, int]]) -> None:
        """Articles have left these places: path, part and revision."""
        self._db.executemany("INSERT OR REPLACE INTO former VALUES (?, ?, ?, 0)", places)

    def unfollowed(self) -> dict[ArticleKey, ArticleKey]:
        """Former places, with where their articles stand now, that the reader's own data have not been told of."""
        rows = self._db.execute(
            "SELECT f.path, f.part, a.path, a.part FROM former f JOIN articles a USING (revision) "
            "WHERE f.followed = 0 AND a.state != ?",
            (LEAVING,),
        )
        return {ArticleKey(*row[:2]): ArticleKey(*row[2:]) for row in rows}

    def set_followed(self) -> None:
        """They have been told of all."""
        self._db.execute("UPDATE former SET followed = 1 WHERE followed = 0")

    def articles_in(self, path: str) -> dict[int, int]:
        """The articles of a file: part to revision."""
        return dict(self._db.execute("SELECT part, revision FROM sources WHERE path = ?", (path,)))
