"""Articles in the catalogue: their names, their settling with the engine, and what is read of them."""

import json
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property

from index.annotating.entities.recasting import Recasts
from index.catalogue.day_orders import DayOrders
from index.catalogue.figured import FiguredText
from index.catalogue.files import Files
from index.catalogue.meant import unpack_meant
from index.catalogue.recent import PassageText, Recent
from index.catalogue.records import FileState, Heading, NamesRecord, unpack, unpack_article, unpack_whole
from index.catalogue.schema import LEAVING, NAMED, PENDING, PER_ARTICLE, PLAIN, SETTLED
from index.outlets import together
from models.annotation import AnnotatedArticle, Annotations, Quotation
from models.article import Article
from models.errors import IndexDamaged
from models.key import ArticleKey


class Catalogue(Files, DayOrders):
    """The SQLite file of one collection. One writer at a time; readers see the last commit."""

    def drop_file(self, path: str) -> int:
        """Forget a file that is gone, and what it told; returns how many articles left with it."""
        self.drop_day_order(path)
        return super().drop_file(path)

    def move_files(self, moves: Mapping[str, tuple[str, FileState]]) -> int:
        """Give files their new names, and what they told; returns how many articles left."""
        self.move_day_orders({old: new for old, (new, _) in moves.items()})
        return super().move_files(moves)

    # Annotations

    def unannotated(self) -> list[int]:
        """Articles whose names have still to be found, oldest revision first."""
        rows = self._db.execute(
            "SELECT revision FROM articles WHERE state != 0 AND state IN (?, ?) "
            "AND revision NOT IN (SELECT revision FROM annotations) ORDER BY revision",
            (PENDING, PLAIN),
        )
        return [r[0] for r in rows]

    def text_size(self, revisions: Iterable[int]) -> int:
        """The characters of some articles' text together."""
        row = self._db.execute(
            "SELECT SUM(LENGTH(text)) FROM passages WHERE revision IN (SELECT value FROM json_each(?))",
            (json.dumps(list(revisions)),),
        ).fetchone()
        return row[0] or 0

    def put_names(self, revision: int, record: NamesRecord, problem: str | None = None) -> bool:
        """Store what annotating found in an article; True where the engine has its text and wants the names."""
        self._db.execute(
            "INSERT OR REPLACE INTO annotations (revision, names, annotations) VALUES (?, ?, ?)",
            (revision, json.dumps(record.names, ensure_ascii=False), record.annotations),
        )
        self._db.executemany(
            'INSERT OR IGNORE INTO mentions (local, revision, passage, start, "end") VALUES (?, ?, ?, ?, ?)',
            (
                (local, revision, p.number, start, end)
                for p in record.passages
                for local, start, end in p.mentions
            ),
        )
        if problem is not None:
            self._db.execute(
                "UPDATE files SET problem = ? WHERE path = (SELECT path FROM articles WHERE revision = ?)",
                (problem, revision),
            )
        changed = self._db.execute(
            "UPDATE articles SET state = ? WHERE revision = ? AND state = ?", (NAMED, revision, PLAIN)
        )
        return changed.rowcount > 0

    # Settling with the engine

    def pending(self) -> list[int]:
        """Articles that the engine has still to be given."""
        return self._in_state(PENDING)

    def named(self) -> list[int]:
        """Articles that the engine has as text, and whose names it has still to be given."""
        return self._in_state(NAMED)

    def leaving(self) -> list[int]:
        """Articles that the engine has still to take out."""
        return self._in_state(LEAVING)

    @property
    def unsettled(self) -> bool:
        """Whether the engine lacks anything of what is here."""
        return self._db.execute("SELECT 1 FROM articles WHERE state != 0 LIMIT 1").fetchone() is not None

    def _in_state(self, state: int) -> list[int]:
        # The first condition is the index's own, without which SQLite reads every article.
        rows = self._db.execute(
            "SELECT revision FROM articles WHERE state != 0 AND state = ? ORDER BY revision", (state,)
        )
        return [r[0] for r in rows]

    def settle(self, given: Sequence[int], removed: Sequence[int]) -> None:
        """Record that the engine has committed these: all that is known of the first, nothing of the others.

        Which names mean the same has to be found out anew after it, by this run or by the next.
        """
        with self.transaction():
            self._db.execute("DELETE FROM about WHERE key = 'compared'")
            self.set_about("settled", datetime.now(UTC).isoformat())
            self._db.executemany(
                "UPDATE articles SET state = CASE WHEN EXISTS (SELECT 1 FROM annotations n "
                "WHERE n.revision = articles.revision) THEN ? ELSE ? END WHERE revision = ?",
                ((SETTLED, PLAIN, r) for r in given),
            )
            for table in PER_ARTICLE:
                self._db.executemany(f"DELETE FROM {table} WHERE revision = ?", ((r,) for r in removed))  # noqa: S608 - these names

    # Articles

    def revision(self, key: ArticleKey) -> int | None:
        """The article of a file's part; where that is gone, the one that stood there and stands elsewhere now."""
        for table in ("sources", "former"):
            row = self._db.execute(
                f"SELECT revision FROM {table} WHERE path = ? AND part = ?",  # noqa: S608 - these names
                key,
            ).fetchone()
            if row:
                return int(row[0])
        return None

    def revisions_at(self, keys: Iterable[ArticleKey]) -> frozenset[int]:
        """The articles of many places at once, as `revision` has them."""
        asked = json.dumps(list(keys))
        found: dict[tuple[str, int], int] = {}
        for table in ("former", "sources"):
            rows = self._db.execute(
                "SELECT t.path, t.part, t.revision FROM json_each(?) AS asked "  # noqa: S608 - these names
                f"CROSS JOIN {table} AS t ON t.path = asked.value ->> 0 AND t.part = asked.value ->> 1",
                (asked,),
            )
            found.update(((path, part), revision) for path, part, revision in rows)
        return frozenset(found.values())

    def where_saved(self) -> list[tuple[str, int]]:
        """Every file that holds an article, with that article."""
        return self._db.execute("SELECT DISTINCT path, revision FROM sources").fetchall()

    def revisions(self) -> list[int]:
        """Every article that is in the engine, oldest revision first."""
        rows = self._db.execute("SELECT revision FROM searchable ORDER BY revision")
        return [r[0] for r in rows]

    @cached_property
    def _recent(self) -> Recent:
        return Recent(self._db)

    def heading(self, revision: int) -> Heading | None:
        """What a result row says of an article; None if it is not here."""
        return self.headings([revision]).get(revision)

    def headings(self, revisions: Iterable[int]) -> dict[int, Heading]:
        """The same of many articles at once, by revision; those that are not here are left out."""
        return self._recent.headings(revisions)

    def passages(self, wanted: Sequence[tuple[int, int]]) -> list[PassageText | None]:
        """The text of each (revision, number), in order; None for one that is not here."""
        return self._recent.passages(wanted)

    def figured(self, revisions: Iterable[int]) -> dict[int, FiguredText]:
        """The texts and figures of many articles at once, by revision; those without figures are left out.

        Raises:
            IndexDamaged: What is stored of one does not read.
        """
        return self._recent.figured(revisions)

    def quoted(self, revisions: Iterable[int]) -> Mapping[int, tuple[Quotation, ...]]:
        """What many articles quote, by revision; speakers are local names, as the articles have them.

        Raises:
            IndexDamaged: What is stored of one does not read.
        """
        return self._recent.quoted(revisions)

    def load(self, revision: int) -> AnnotatedArticle | None:
        """An article as it was read and, as far as that has been done, annotated; names are those of its own text.

        Raises:
            IndexDamaged: It does not read.
        """
        return self._loaded(revision, unpack)

    def load_meant(self, revision: int) -> AnnotatedArticle | None:
        """The same with the entities that its names stand for in the collection, as the reader has decided.

        Raises:
            IndexDamaged: It does not read.
        """
        return self._loaded(
            revision, lambda r: unpack_meant(r, Recasts(self.decisions()), self._recent.meanings)
        )

    def _loaded(self, revision: int, unpacked: Callable[[bytes], Annotations]) -> AnnotatedArticle | None:
        row = self._db.execute(
            "SELECT t.article, n.annotations FROM texts t LEFT JOIN annotations n USING (revision) "
            "WHERE revision = ?",
            (revision,),
        ).fetchone()
        heading = self.heading(revision)
        if row is None or heading is None:
            return None
        passages = self._db.execute(
            'SELECT number, start, "end", text FROM passages WHERE revision = ? AND number > 0 ORDER BY number',
            (revision,),
        ).fetchall()
        try:
            article = unpack_article(row[0], heading.key, passages)
            annotations = Annotations() if row[1] is None else unpacked(row[1])
        except (zlib.error, ValueError, TypeError, KeyError) as error:
            raise IndexDamaged("An article in the catalogue is damaged.") from error
        return AnnotatedArticle(
            article=article, annotations=annotations, paths=heading.paths, annotated=row[1] is not None
        )

    def as_read(self, revision: int) -> tuple[Article, Article]:
        """An article as it was read, and as it shows.

        Raises:
            IndexDamaged: It is not there, or does not read.
        """
        shown = self.load(revision)
        row = self._db.execute("SELECT as_read FROM texts WHERE revision = ?", (revision,)).fetchone()
        if shown is None or row is None:
            raise IndexDamaged("An article in the catalogue has no text.")
        try:
            read = shown.article if row[0] is None else unpack_whole(row[0], shown.article.key)
        except (zlib.error, ValueError, TypeError) as error:
            raise IndexDamaged("An article in the catalogue is damaged.") from error
        return read, shown.article

    def counts(self) -> tuple[int, int, int, int]:
        """Articles, outlets, first day and last day (ordinals; 0 where nothing is dated)."""
        articles, first, last = self._db.execute(
            "SELECT COUNT(*), MIN(NULLIF(day, 0)), MAX(day) FROM searchable"
        ).fetchone()
        outlets = self._db.execute("SELECT DISTINCT outlet, 1 FROM searchable WHERE outlet IS NOT NULL")
        return articles, len(together(dict(outlets))), first or 0, last or 0

    def identical_files(self) -> int:
        """How many files hold an article that a file before them, by its path, holds too."""
        (files,) = self._db.execute(
            "SELECT COUNT(DISTINCT path) FROM sources AS copy WHERE path > "
            "(SELECT MIN(path) FROM sources WHERE revision = copy.revision)"
        ).fetchone()
        return int(files)

    def progress(self) -> tuple[int, int]:
        """How many articles can be searched, and how many of them by their names too."""
        searchable, named = self._db.execute(
            "SELECT COUNT(*), COUNT(*) FILTER (WHERE state = ?) FROM searchable", (SETTLED,)
        ).fetchone()
        return searchable, named
