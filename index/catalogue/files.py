"""Files in the catalogue and the articles they hold, written many at a time."""

import dataclasses
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from index.catalogue.arrivals import Arrivals
from index.catalogue.cards import Cards
from index.catalogue.copied import Copied
from index.catalogue.former import Former
from index.catalogue.lines import Lines
from index.catalogue.naming import Naming
from index.catalogue.records import FileState, Record
from index.catalogue.schema import LEAVING, PENDING
from index.lines.outline import Outline
from models.status import Problem

UNSETTLED = FileState(-1, 0)
"""The state noted of a file that may be readable another time without having changed: no file looks like this."""
_MARKS = 500
"""Values asked for in one statement."""
Source: TypeAlias = tuple[str, int, int]
"""A file's path, a part of it, and the article that stands there."""


class FileRecord(NamedTuple):
    """What a file says now."""

    path: str
    state: FileState
    records: Sequence[Record] = ()
    problem: str | None = None


class Files(Naming, Cards, Lines, Copied, Former, Arrivals):
    """The tables of files, and of what was read in them."""

    def files(self) -> dict[str, FileState]:
        """Every file known, with the state it was read in."""
        rows = self._db.execute("SELECT path, size, changed, inode FROM files")
        return {path: FileState(*state) for path, *state in rows}

    def files_at(self, name: str) -> dict[str, FileState]:
        """The same of a file, or of all that a folder of this name holds."""
        rows = self._db.execute(
            # "0" comes right after "/", so that the range is what lies below the folder, found by the key.
            "SELECT path, size, changed, inode FROM files WHERE path = ? OR (path > ? AND path < ?)",
            (name, f"{name}/", f"{name}0"),
        )
        return {path: FileState(*state) for path, *state in rows}

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
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?)",
            ((f.path, *f.state, f.problem) for f in files),
        )
        placed = self._forget_sources([f.path for f in files])
        before = {(path, revision) for path, _, revision in placed}
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
        self.note_arrivals(
            (revision, path, record.title)
            for (revision, record), path in zip(came.items(), first_path, strict=True)
        )
        self._db.executemany("INSERT INTO sources VALUES (?, ?, ?)", sources)
        now = {(path, revision) for path, _, revision in sources}
        shifted = _shifted(placed, sources)
        self.remember(shifted)
        self.must_settle({revision for _, revision in now - before})
        # One that was to leave goes by the name of a file that is no longer there.
        self._release(returned)
        left = {revision for _, revision in before} - {revision for _, revision in now}
        return came, self._release(left | {revision for _, _, revision in shifted})

    def drop_file(self, path: str) -> int:
        """Forget a file that is gone; returns how many articles left with it."""
        held = self._forget_sources([path])
        self._db.execute("DELETE FROM files WHERE path = ?", (path,))
        self.remember(held)
        return self._release({revision for _, _, revision in held})

    def move_files(self, moves: Mapping[str, tuple[str, FileState]]) -> int:
        """Give files their new names, all at once, so that two may have changed places.

        Args:
            moves: The new name of each file, with its state there.

        Returns:
            How many articles left, because another file took the name of theirs.
        """
        new_names = [name for name, _ in moves.values()]
        problems = dict(
            self._db.execute(
                "SELECT path, problem FROM files WHERE path IN (SELECT value FROM json_each(?))",
                (json.dumps(list(moves)),),
            )
        )
        placed = self._forget_sources(list(moves))
        overwritten = self._forget_sources(new_names)
        self._db.executemany("DELETE FROM files WHERE path = ?", ((name,) for name in [*moves, *new_names]))
        self._db.executemany(
            "INSERT INTO files VALUES (?, ?, ?, ?, ?)",
            ((name, *state, problems.get(old)) for old, (name, state) in moves.items()),
        )
        self._db.executemany(
            "INSERT INTO sources VALUES (?, ?, ?)",
            ((moves[path][0], part, revision) for path, part, revision in placed),
        )
        self.remember(placed)
        self.copy_arrivals({old: new for old, (new, _) in moves.items()})
        return self._release({revision for _, _, revision in (*placed, *overwritten)})

    def _forget_sources(self, paths: Sequence[str]) -> set[Source]:
        """Forget what files held; returns it."""
        asked = json.dumps(paths)
        rows = self._db.execute(
            "SELECT s.path, s.part, s.revision "
            "FROM json_each(?) AS asked CROSS JOIN sources AS s ON s.path = asked.value",
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
        # Too short to be a copy is no copy.
        self._db.executemany(
            "INSERT INTO sketches VALUES (?, ?, ?)",
            ((revision, r.sketch, None if r.sketch else 0) for revision, r in records.items()),
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
        for table in ("sources", "former", "came"):
            self._db.execute(
                f"UPDATE {table} SET revision = ? WHERE revision = ?",  # noqa: S608 - these names
                (fresh, revision),
            )
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


def _shifted(before: Iterable[Source], now: Iterable[Source]) -> set[Source]:
    """Of what stood in files, the articles that have another part in them now, or whose part is no more."""
    part_of = {(path, part): revision for path, part, revision in now}
    there = {(path, revision) for (path, _), revision in part_of.items()}
    return {
        (path, part, revision)
        for path, part, revision in before
        # What is new in the place of another is not where that has gone.
        if part_of.get((path, part)) != revision
        and ((path, revision) in there or (path, part) not in part_of)
    }


def _cut(values: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    for start in range(0, len(values), _MARKS):
        yield values[start : start + _MARKS]
