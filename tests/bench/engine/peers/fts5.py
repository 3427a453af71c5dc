"""SQLite FTS5: BM25 rank, one transaction, a plain table beside it for days and outlets."""

import sqlite3
from pathlib import Path

from tests.bench.engine.corpus import FIRST_DAY, Document
from tests.bench.engine.peers import TOP, Result
from tests.bench.engine.questions import Question


class Writing:
    """One connection, journal off."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._base = sqlite3.connect(folder / "fts5.sqlite")
        self._base.executescript(
            "PRAGMA journal_mode = off; PRAGMA synchronous = off;"
            "CREATE VIRTUAL TABLE passages USING fts5(words, content='');"
            "CREATE TABLE facts (row INTEGER PRIMARY KEY, outlet TEXT, day INTEGER, month INTEGER);"
        )
        self._rows = 0

    def add(self, documents: list[Document]) -> None:
        first = self._rows + 1
        self._rows += len(documents)
        self._base.executemany(
            "INSERT INTO passages(rowid, words) VALUES (?, ?)",
            [(row, d.text) for row, d in enumerate(documents, first)],
        )
        self._base.executemany(
            "INSERT INTO facts VALUES (?, ?, ?, ?)",
            [(row, d.outlet, d.day, (d.day - FIRST_DAY) // 30) for row, d in enumerate(documents, first)],
        )

    def finish(self) -> None:
        self._base.commit()
        self._base.close()


class Asking:
    """A connection."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "fts5.sqlite"
        self._base: sqlite3.Connection | None = None
        self.reopen()

    def reopen(self) -> None:
        if self._base is not None:
            self._base.close()
        self._base = sqlite3.connect(self._path)
        self._base.execute("SELECT count(*) FROM passages WHERE passages MATCH 'nosuchword'").fetchone()

    def ask(self, question: Question) -> Result:
        assert self._base is not None
        match = _match(question)
        where, values = "passages MATCH ?", [match]
        if question.days:
            where, values = where + " AND day BETWEEN ? AND ?", [match, *map(str, question.days)]
        if question.outlet:
            where, values = where + " AND outlet = ?", [match, question.outlet]
        joined = "" if where == "passages MATCH ?" else " JOIN facts ON facts.row = passages.rowid"
        best = self._base.execute(
            f"SELECT passages.rowid FROM passages{joined} WHERE {where} ORDER BY rank LIMIT {TOP}", values
        ).fetchall()
        counted = f"SELECT count(*) FROM passages{joined} WHERE {where}"
        (total,) = self._base.execute(counted, values).fetchone()
        facets = None
        if question.facets:
            facets = tuple(
                dict(
                    self._base.execute(
                        f"SELECT {field}, count(*) FROM passages JOIN facts ON facts.row = passages.rowid"
                        f" WHERE {where} GROUP BY {field}",
                        values,
                    )
                )
                for field in ("outlet", "month")
            )
        return Result(len(best), total, facets)


def _match(question: Question) -> str:
    if question.kind == "fuzzy":
        raise NotImplementedError("FTS5 has no fuzzy words.")
    quoted = [f'"{word}"' for word in question.words]
    if question.kind == "phrase":
        return f'"{" ".join(question.words)}"'
    if question.kind == "prefix":
        return " AND ".join([*quoted[:-1], quoted[-1] + "*"])
    return (" OR " if question.kind == "any" else " AND ").join(quoted)
