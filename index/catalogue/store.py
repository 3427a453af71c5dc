"""Reading and writing the SQLite file."""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from index.catalogue.records import FileState, Heading, Record, unpack
from index.catalogue.schema import FORMAT, LEAVING, PENDING, TABLES
from models.annotation import AnnotatedArticle
from models.article import ArticleKey
from models.entity import Entity, MentionPlace
from models.errors import CollectionUnavailable, IndexDamaged
from models.status import Problem


class Catalogue:
    """The SQLite file of one collection. One writer at a time; readers see the last commit."""

    def __init__(self, path: Path, *, writable: bool = False) -> None:
        """Open, and for a writer create, the catalogue at `path`.

        Raises:
            IndexDamaged: The file is no catalogue, or one of another format.
            CollectionUnavailable: It cannot be opened or created.
        """
        try:
            self._db = sqlite3.connect(path, timeout=30, check_same_thread=False, isolation_level=None)
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
            if writable:
                with self.transaction():
                    for statement in TABLES.split(";\n"):
                        if statement.strip():
                            self._db.execute(statement)
                    self._db.execute("INSERT OR IGNORE INTO about VALUES ('format', ?)", (str(FORMAT),))
            found = self.about("format")
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError) and "no such table" not in str(error):
                raise CollectionUnavailable(
                    f"The catalogue of this collection cannot be opened: {error}.",
                    "Check that the disk is not full and that the folder for Morgue's data can be written to.",
                ) from error
            raise IndexDamaged(f"The catalogue of this collection is damaged: {error}.") from error
        if found != str(FORMAT):
            raise IndexDamaged("The index was made by another version of Morgue.")

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing of what is written inside."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def about(self, key: str) -> str | None:
        """A fact about the collection as a whole."""
        row = self._db.execute("SELECT value FROM about WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def set_about(self, key: str, value: str) -> None:
        """Remember a fact about the collection as a whole."""
        self._db.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (key, value))

    # Files

    def files(self) -> dict[str, FileState]:
        """Every file known, with the state it was read in."""
        return {p: FileState(s, c) for p, s, c in self._db.execute("SELECT path, size, changed FROM files")}

    def problems(self) -> tuple[Problem, ...]:
        """Files that gave no article, in order of path."""
        rows = self._db.execute("SELECT path, problem FROM files WHERE problem IS NOT NULL ORDER BY path")
        return tuple(Problem(path=path, reason=reason) for path, reason in rows)

    def put_file(
        self, path: str, state: FileState, records: Sequence[Record], problem: str | None = None
    ) -> tuple[dict[int, Record], int]:
        """Store what a file says now, in place of what it said before.

        Returns:
            The articles that are new, by revision, and how many left.
        """
        self._db.execute(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", (path, state.size, state.changed, problem)
        )
        before = {r[0] for r in self._db.execute("SELECT revision FROM sources WHERE path = ?", (path,))}
        self._db.execute("DELETE FROM sources WHERE path = ?", (path,))
        came = {}
        now = set()
        for record in records:
            revision, fresh = self._put(path, record)
            if fresh:
                came[revision] = record
            now.add(revision)
            self._db.execute("INSERT INTO sources VALUES (?, ?, ?)", (path, record.part, revision))
        return came, self._release(before - now)

    def drop_file(self, path: str) -> int:
        """Forget a file that is gone; returns how many articles left with it."""
        held = {r[0] for r in self._db.execute("SELECT revision FROM sources WHERE path = ?", (path,))}
        self._db.execute("DELETE FROM sources WHERE path = ?", (path,))
        self._db.execute("DELETE FROM files WHERE path = ?", (path,))
        return self._release(held)

    def _put(self, path: str, record: Record) -> tuple[int, bool]:
        row = self._db.execute(
            "SELECT revision, state FROM articles WHERE digest = ?", (record.digest,)
        ).fetchone()
        if row:
            revision, state = row
            if state == LEAVING:
                # Still in the engine or still to be added: adding again is safe, the engine's rows are replaced.
                self._db.execute("UPDATE articles SET state = ? WHERE revision = ?", (PENDING, revision))
            return revision, False
        cursor = self._db.execute(
            "INSERT INTO articles (digest, state, path, part, title, outlet, published, day, names, record) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                record.digest,
                PENDING,
                path,
                record.part,
                record.title,
                record.outlet,
                record.published,
                record.day,
                json.dumps(record.names, ensure_ascii=False),
                record.record,
            ),
        )
        revision = int(cursor.lastrowid or 0)
        self._db.executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?, ?)",
            ((revision, p.number, p.start, p.end, p.text) for p in record.passages),
        )
        self._db.executemany(
            "INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?, ?)",
            (
                (local, revision, start, end, p.number)
                for p in record.passages
                for local, start, end in p.mentions
            ),
        )
        return revision, True

    def _release(self, revisions: Iterable[int]) -> int:
        left = 0
        for revision in revisions:
            heir = self._db.execute(
                "SELECT path, part FROM sources WHERE revision = ? ORDER BY path, part LIMIT 1", (revision,)
            ).fetchone()
            if heir:
                self._db.execute(
                    "UPDATE articles SET path = ?, part = ? WHERE revision = ?", (*heir, revision)
                )
            else:
                self._db.execute("UPDATE articles SET state = ? WHERE revision = ?", (LEAVING, revision))
                left += 1
        return left

    # Settling with the engine

    def pending(self) -> list[int]:
        """Articles that the engine has still to be given."""
        return [r[0] for r in self._db.execute("SELECT revision FROM articles WHERE state = ?", (PENDING,))]

    def leaving(self) -> list[int]:
        """Articles that the engine has still to take out."""
        return [r[0] for r in self._db.execute("SELECT revision FROM articles WHERE state = ?", (LEAVING,))]

    def settle(self, added: Sequence[int], removed: Sequence[int]) -> None:
        """Record that the engine has committed these."""
        with self.transaction():
            self._db.executemany("UPDATE articles SET state = 0 WHERE revision = ?", ((r,) for r in added))
            for table in ("passages", "mentions", "articles"):
                self._db.executemany(f"DELETE FROM {table} WHERE revision = ?", ((r,) for r in removed))  # noqa: S608 - these names

    # Articles

    def revision(self, key: ArticleKey) -> int | None:
        """The article of a file's part."""
        row = self._db.execute("SELECT revision FROM sources WHERE path = ? AND part = ?", key).fetchone()
        return row[0] if row else None

    def revisions(self) -> list[int]:
        """Every article that is in the engine, oldest revision first."""
        return [
            r[0] for r in self._db.execute("SELECT revision FROM articles WHERE state = 0 ORDER BY revision")
        ]

    def heading(self, revision: int) -> Heading | None:
        """What a result row says of an article; None if it is not here."""
        row = self._db.execute(
            "SELECT path, part, title, outlet, published FROM articles WHERE revision = ?", (revision,)
        ).fetchone()
        if row is None:
            return None
        path, part, title, outlet, published = row
        paths = self._db.execute("SELECT path FROM sources WHERE revision = ? ORDER BY path", (revision,))
        return Heading(
            revision, ArticleKey(path, part), title, outlet, published, tuple(r[0] for r in paths) or (path,)
        )

    def passage(self, revision: int, number: int) -> tuple[int | None, int | None, str] | None:
        """Start, end and text of a passage; of the headline only the text."""
        row = self._db.execute(
            'SELECT start, "end", text FROM passages WHERE revision = ? AND number = ?', (revision, number)
        ).fetchone()
        return (row[0], row[1], row[2]) if row else None

    def load(self, revision: int) -> AnnotatedArticle | None:
        """An article as it was read and annotated, with the local names of its own file."""
        row = self._db.execute("SELECT record FROM articles WHERE revision = ?", (revision,)).fetchone()
        if row is None:
            return None
        try:
            article = unpack(row[0])
        except (zlib.error, ValueError) as error:
            raise IndexDamaged("An article in the catalogue is damaged.") from error
        heading = self.heading(revision)
        if heading is None:
            return None
        moved = article.article.model_copy(update={"path": heading.key.path, "part": heading.key.part})
        return article.model_copy(update={"article": moved, "paths": heading.paths})

    def counts(self) -> tuple[int, int, int, int]:
        """Articles, outlets, first day and last day (ordinals; 0 where nothing is dated)."""
        articles, outlets, first, last = self._db.execute(
            "SELECT COUNT(*), COUNT(DISTINCT outlet), MIN(NULLIF(day, 0)), MAX(day) FROM articles WHERE state = 0"
        ).fetchone()
        return articles, outlets, first or 0, last or 0

    # Names

    def local_names(self) -> Iterator[dict[str, dict[str, int]]]:
        """For each article, its local names with the forms they were written in."""
        for (names,) in self._db.execute("SELECT names FROM articles WHERE state != ?", (LEAVING,)):
            yield json.loads(names)

    def put_entities(
        self, entities: Iterable[Entity], entity_of: Mapping[str, str], words: Iterable[tuple[str, str, str]]
    ) -> None:
        """Replace the table of entities. `words` are (word of a name, kind, entity)."""
        with self.transaction():
            for table in ("entities", "entity_of", "entity_words"):
                self._db.execute(f"DELETE FROM {table}")  # noqa: S608 - these names
            self._db.executemany(
                "INSERT INTO entities VALUES (?, ?)", ((e.id, e.model_dump_json()) for e in entities)
            )
            self._db.executemany("INSERT INTO entity_of VALUES (?, ?)", entity_of.items())
            self._db.executemany("INSERT OR IGNORE INTO entity_words VALUES (?, ?, ?)", words)

    def entity(self, entity: str) -> Entity | None:
        """An entity by its id."""
        row = self._db.execute("SELECT record FROM entities WHERE id = ?", (entity,)).fetchone()
        return Entity.model_validate_json(row[0]) if row else None

    def entity_of(self, local: str) -> str:
        """The entity that a local name stands for; the local name itself until names have been resolved."""
        row = self._db.execute("SELECT entity FROM entity_of WHERE local = ?", (local,)).fetchone()
        return row[0] if row else local

    def locals_of(self, entity: str) -> list[str]:
        """The local names of an entity."""
        rows = self._db.execute("SELECT local FROM entity_of WHERE entity = ? ORDER BY local", (entity,))
        return [r[0] for r in rows] or [entity]

    def mentioned(self, revision: int, passage: int) -> list[tuple[str, int, int]]:
        """The local names in a passage with their places in the article's text."""
        rows = self._db.execute(
            'SELECT local, start, "end" FROM mentions WHERE revision = ? AND passage = ?', (revision, passage)
        )
        return list(rows)

    def mentions(self, locals_: Sequence[str], limit: int) -> list[MentionPlace]:
        """Where local names stand: article by article by date, the undated last, then by place."""
        marks = ", ".join("?" * len(locals_))
        rows = self._db.execute(
            f"""SELECT a.path, a.part, m.passage, m.start, m."end", p.start, p.text, a.outlet, a.published
            FROM mentions m JOIN articles a USING (revision)
            JOIN passages p ON p.revision = m.revision AND p.number = m.passage
            WHERE m.local IN ({marks}) AND a.state = 0
            ORDER BY a.day = 0, a.day, a.published, a.path, a.part, m.start LIMIT ?""",  # noqa: S608 - only marks
            (*locals_, limit),
        )
        return [
            MentionPlace(
                path=path,
                part=part,
                passage=passage,
                start=start,
                end=end,
                text=text[start - begin : end - begin],
                snippet=text,
                outlet=outlet,
                published=published,
            )
            for path, part, passage, start, end, begin, text, outlet, published in rows
        ]

    def entities_named(
        self, words: Sequence[str], kinds: Sequence[str], *, last_unfinished: bool = False
    ) -> list[str]:
        """Entities of these kinds whose names hold each of these folded words."""
        if not words:
            return []
        marks = ", ".join("?" * len(kinds))
        one = f"SELECT entity FROM entity_words WHERE word GLOB ? AND kind IN ({marks})"  # noqa: S608 - only marks
        # A folded word has letters, digits and marks only, and so no wildcard of GLOB's own.
        patterns = [*words[:-1], words[-1] + ("*" if last_unfinished else "")]
        rows = self._db.execute(
            " INTERSECT ".join([one] * len(words)),
            [value for pattern in patterns for value in (pattern, *kinds)],
        )
        return sorted(r[0] for r in rows)
