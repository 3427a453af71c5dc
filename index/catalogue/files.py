"""Files in the catalogue and the articles they hold, written many at a time."""

import dataclasses
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from index.catalogue.lines import Lines
from index.catalogue.names import Names
from index.catalogue.records import FileState, Record
from index.catalogue.schema import LEAVING, PENDING
from index.lines.outline import Outline
from models.status import Problem

_MARKS = 500
"""Values asked for in one statement."""


class FileRecord(NamedTuple):
    """What a file says now."""

    path: str
    state: FileState
    records: Sequence[Record] = ()
    problem: str | None = None


class Files(Names, Lines):
    """The tables of files, and of what was read in them."""

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
        """Store what one file says now, as `put_files` does."""
        return self.put_files([FileRecord(path, state, records, problem)])

    def put_files(self, files: Sequence[FileRecord]) -> tuple[dict[int, Record], int]:
        """Store what files say now, in place of what they said before.

        Returns:
            The articles that are new, by revision, and how many left.
        """
        self._db.executemany(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)",
            ((f.path, f.state.size, f.state.changed, f.problem) for f in files),
        )
        before = self._forget_sources([f.path for f in files])
        revision_of, returned = self._held([record.digest for f in files for record in f.records])
        last = self._last_revision()
        came: dict[int, Record] = {}
        first_path: list[str] = []
        sources: list[tuple[str, int, int]] = []
        for file in files:
            for record in file.records:
                revision = revision_of.get(record.digest)
                if revision is None:
                    last += 1
                    revision = revision_of[record.digest] = last
                    came[revision] = record
                    first_path.append(file.path)
                sources.append((file.path, record.part, revision))
        self._insert(came, first_path)
        self._db.executemany("INSERT INTO sources VALUES (?, ?, ?)", sources)
        now = {(path, revision) for path, _, revision in sources}
        self.must_settle({revision for _, revision in now - before})
        # One that was to leave goes by the name of a file that is no longer there.
        self._release(returned)
        return came, self._release(_articles(before) - _articles(now))

    def drop_file(self, path: str) -> int:
        """Forget a file that is gone; returns how many articles left with it."""
        held = _articles(self._forget_sources([path]))
        self._db.execute("DELETE FROM files WHERE path = ?", (path,))
        return self._release(held)

    def _forget_sources(self, paths: Sequence[str]) -> set[tuple[str, int]]:
        """Forget what files held; returns the files with their articles."""
        asked = json.dumps(paths)
        rows = self._db.execute(
            "SELECT s.path, s.revision FROM json_each(?) AS asked CROSS JOIN sources AS s ON s.path = asked.value",
            (asked,),
        )
        held = set(rows.fetchall())
        if held:
            self._db.execute("DELETE FROM sources WHERE path IN (SELECT value FROM json_each(?))", (asked,))
        return held

    def _held(self, digests: Sequence[bytes]) -> tuple[dict[bytes, int], set[int]]:
        """Those of some articles that are here, by digest, and which of them were to leave and stay."""
        held: dict[bytes, int] = {}
        back: list[tuple[int, int]] = []
        for some in _cut(digests):
            marks = ", ".join("?" * len(some))
            for digest, revision, state in self._db.execute(
                f"SELECT digest, revision, state FROM articles WHERE digest IN ({marks})",  # noqa: S608 - only marks
                some,
            ):
                held[digest] = revision
                if state == LEAVING:
                    back.append((PENDING, revision))
        # Still in the engine or still to be added: adding again is safe, the engine's rows are replaced.
        self._db.executemany("UPDATE articles SET state = ? WHERE revision = ?", back)
        return held, {revision for _, revision in back}

    def _last_revision(self) -> int:
        """The last number that any article was given, whether or not it is still here."""
        row = self._db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'articles'").fetchone()
        return row[0] if row else 0

    def _insert(self, records: dict[int, Record], paths: Sequence[str]) -> None:
        """New articles, each with the file it came from."""
        self._db.executemany(
            "INSERT INTO articles (revision, digest, state, path, part, title, outlet, published, day) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (revision, r.digest, PENDING, path, r.part, r.title, r.outlet, r.published, r.day)
                for (revision, r), path in zip(records.items(), paths, strict=True)
            ),
        )
        self._db.executemany(
            "INSERT INTO texts (revision, article) VALUES (?, ?)",
            ((revision, r.article) for revision, r in records.items()),
        )
        self._db.executemany(
            "INSERT INTO outlines VALUES (?, ?, ?, ?)",
            ((revision, *r.outline) for revision, r in records.items()),
        )
        self._db.executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?, ?)",
            ((revision, *passage) for revision, r in records.items() for passage in r.passages),
        )

    def replace(self, revision: int, record: Record, as_read: bytes | None) -> int:
        """Store an article with other lines of what was read, in the place of what it had; gives its new revision.

        Args:
            revision: What it had.
            record: What it has now.
            as_read: What was read, packed whole; None where this is all of it.
        """
        digest, path, part, house, lines, prose = self._db.execute(
            "SELECT a.digest, a.path, a.part, o.house, o.lines, o.prose "
            "FROM articles a JOIN outlines o USING (revision) WHERE revision = ?",
            (revision,),
        ).fetchone()
        # An article is known by what was read, and there is only one of each digest.
        self._db.execute(
            "UPDATE articles SET digest = ?, state = ? WHERE revision = ?",
            (digest + revision.to_bytes(8, "big"), LEAVING, revision),
        )
        fresh = self._last_revision() + 1
        outline = Outline(house, lines, prose)
        self._insert({fresh: dataclasses.replace(record, digest=digest, part=part, outline=outline)}, [path])
        self._db.execute("UPDATE texts SET as_read = ? WHERE revision = ?", (as_read, fresh))
        self._db.execute("UPDATE sources SET revision = ? WHERE revision = ?", (fresh, revision))
        return fresh

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
                self.must_settle([revision])
            else:
                self._db.execute("UPDATE articles SET state = ? WHERE revision = ?", (LEAVING, revision))
                left += 1
        if left:
            self.lines_are_others()
        return left


def _articles(sources: Iterable[tuple[str, int]]) -> set[int]:
    return {revision for _, revision in sources}


def _cut(values: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    for start in range(0, len(values), _MARKS):
        yield values[start : start + _MARKS]
