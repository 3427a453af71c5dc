"""Files in the catalogue and the articles they hold, written many at a time."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from index.catalogue.names import Names
from index.catalogue.records import FileState, Record
from index.catalogue.schema import LEAVING, PENDING
from models.status import Problem

_MARKS = 500
"""Values asked for in one statement."""


class FileRecord(NamedTuple):
    """What a file says now."""

    path: str
    state: FileState
    records: Sequence[Record] = ()
    problem: str | None = None


class Files(Names):
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
        revision_of = self._held([record.digest for f in files for record in f.records])
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
        now = {revision for _, _, revision in sources}
        return came, self._release(before - now)

    def drop_file(self, path: str) -> int:
        """Forget a file that is gone; returns how many articles left with it."""
        held = self._forget_sources([path])
        self._db.execute("DELETE FROM files WHERE path = ?", (path,))
        return self._release(held)

    def _forget_sources(self, paths: Sequence[str]) -> set[int]:
        """Forget what files held; returns the articles."""
        asked = json.dumps(paths)
        rows = self._db.execute(
            "SELECT s.revision FROM json_each(?) AS asked CROSS JOIN sources AS s ON s.path = asked.value",
            (asked,),
        )
        held = {r[0] for r in rows}
        if held:
            self._db.execute("DELETE FROM sources WHERE path IN (SELECT value FROM json_each(?))", (asked,))
        return held

    def _held(self, digests: Sequence[bytes]) -> dict[bytes, int]:
        """Those of some articles that are here, by digest. Whichever was to leave stays."""
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
        return held

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
            "INSERT INTO texts VALUES (?, ?)", ((revision, r.article) for revision, r in records.items())
        )
        self._db.executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?, ?)",
            ((revision, *passage) for revision, r in records.items() for passage in r.passages),
        )

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


def _cut(values: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    for start in range(0, len(values), _MARKS):
        yield values[start : start + _MARKS]
