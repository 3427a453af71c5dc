"""The catalogue's tables of local names, written: how often and where they stand, and which are unresolved."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from index.catalogue.entities import Entities


@dataclass(slots=True)
class Tally:
    """A local name with how it is written, counted over the articles."""

    local: str
    forms: dict[str, int] = field(default_factory=dict)
    articles: int = 0


class StoredKey(NamedTuple):
    """A number that equal block keys of two names have in common."""

    number: int
    role: int
    """As `index.annotating.aliases.blocks.Role`."""


class ReadMention(NamedTuple):
    """A mention as its article has it."""

    revision: int
    passage: int
    start: int
    read_as: str
    """The local name that the article takes it for."""
    local: str
    """The one that it counts for; empty where it counts for none."""
    text: str


class Stored(NamedTuple):
    """A local name as it is stored."""

    id: int
    tally: Tally
    entity: str
    reason: str | None
    confidence: str | None


class Naming(Entities):
    """Writes the tables of local names. A name is *unresolved* from when it comes or changes until it was compared."""

    # Which articles' names are counted

    def names_uncounted(self, revisions: Collection[int]) -> dict[int, dict[str, dict[str, int]]]:
        """The names (local name to forms) of those of some articles whose names were not counted; they are now."""
        return self._names_of(revisions, counted=0)

    def names_counted(self, revisions: Collection[int]) -> dict[int, dict[str, dict[str, int]]]:
        """The same of those whose names were counted; they are not any more."""
        return self._names_of(revisions, counted=1)

    def names_in(self, revisions: Collection[int]) -> list[dict[str, dict[str, int]]]:
        """The names of those of some articles whose names are counted, as the articles have them."""
        rows = self._db.execute(
            "SELECT n.names FROM json_each(?) AS w CROSS JOIN annotations AS n "
            "ON n.revision = w.value WHERE n.counted = 1",
            (json.dumps(list(revisions)),),
        )
        return [json.loads(names) for (names,) in rows]

    def _names_of(self, revisions: Collection[int], *, counted: int) -> dict[int, dict[str, dict[str, int]]]:
        rows = self._db.execute(
            "SELECT n.revision, n.names FROM json_each(?) AS w CROSS JOIN annotations AS n "
            "ON n.revision = w.value WHERE n.counted = ?",
            (json.dumps(list(revisions)), counted),
        ).fetchall()
        self._db.executemany(
            "UPDATE annotations SET counted = ? WHERE revision = ?", ((1 - counted, r) for r, _ in rows)
        )
        return {revision: json.loads(names) for revision, names in rows}

    # Mentions that count for another local name than the article takes them for, or for none

    def mentions_read_as(self, locals_: Collection[str]) -> list[ReadMention]:
        """All mentions that articles take for any of some local names."""
        as_is = self._read_mentions(
            "json_each(?) AS w CROSS JOIN mentions AS m ON m.local = w.value AND m.was IS NULL", locals_
        )
        return as_is + self._read_mentions(
            "json_each(?) AS w CROSS JOIN mentions AS m ON m.was = w.value", locals_
        )

    def mentions_in(self, revisions: Collection[int]) -> list[ReadMention]:
        """All mentions of some articles."""
        return self._read_mentions(
            "json_each(?) AS w CROSS JOIN mentions AS m ON m.revision = w.value", revisions
        )

    def _read_mentions(self, of: str, which: Collection[object]) -> list[ReadMention]:
        rows = self._db.execute(
            f"""SELECT m.revision, m.passage, m.start, COALESCE(m.was, m.local), m.local,
                substr(p.text, m.start - COALESCE(p.start, 0) + 1, m."end" - m.start)
            FROM {of}
            JOIN passages AS p ON p.revision = m.revision AND p.number = m.passage""",  # noqa: S608 - from above
            (json.dumps(list(which)),),
        )
        return [ReadMention(*row) for row in rows]

    def recast(self, mentions: Iterable[tuple[ReadMention, str | None]]) -> None:
        """Have mentions count for other local names, or for none."""
        self._db.executemany(
            "UPDATE OR REPLACE mentions SET (local, was) = (?, ?) "
            "WHERE local = ? AND revision = ? AND passage = ? AND start = ?",
            (
                (to or "", None if to == mention.read_as else mention.read_as, mention.local, *mention[:3])
                for mention, to in mentions
                if (to or "") != mention.local
            ),
        )

    def locals_written(self, forms: Collection[str]) -> list[str]:
        """The local names that are anywhere written as some forms are, at least in part."""
        rows = self._db.execute(
            "SELECT DISTINCT n.local FROM json_each(?) AS w CROSS JOIN names AS n "
            "WHERE instr(n.forms, w.value) OR instr(n.local, w.value)",
            (json.dumps([json.dumps(form, ensure_ascii=False)[1:-1] for form in forms]),),
        )
        recast = self._db.execute("SELECT DISTINCT was FROM mentions WHERE was IS NOT NULL")
        return [local for (local,) in (*rows, *recast)]

    # Local names

    def tallies(self, locals_: Collection[str]) -> dict[str, tuple[int, Tally]]:
        """Those of some local names that are here, with their ids."""
        rows = self._db.execute(
            "SELECT n.id, n.local, n.forms, n.articles FROM json_each(?) AS w "
            "CROSS JOIN names AS n ON n.local = w.value",
            (json.dumps(list(locals_)),),
        )
        return {local: (id_, Tally(local, json.loads(forms), n)) for id_, local, forms, n in rows}

    def put_tallies(self, tallies: Iterable[tuple[int, Tally]]) -> None:
        """Store other counts of names that are here."""
        self._db.executemany(
            "UPDATE names SET forms = ?, articles = ? WHERE id = ?",
            ((json.dumps(t.forms, ensure_ascii=False), t.articles, id_) for id_, t in tallies),
        )

    def add_names(self, tallies: Sequence[Tally]) -> dict[str, int]:
        """Store names that are new, each an entity by itself for now; gives their ids."""
        last = self._db.execute("SELECT COALESCE(MAX(id), 0) FROM names").fetchone()[0]
        ids = {tally.local: last + number for number, tally in enumerate(tallies, 1)}
        self._db.executemany(
            "INSERT INTO names (id, local, kind, forms, articles, entity) VALUES (?, ?, ?, ?, ?, ?)",
            (
                (
                    ids[t.local],
                    t.local,
                    t.local.partition(":")[0],
                    json.dumps(t.forms, ensure_ascii=False),
                    t.articles,
                    t.local,
                )
                for t in tallies
            ),
        )
        return ids

    def remove_names(self, ids: Collection[int]) -> None:
        """Forget names that no article has any more but for their words, and the entities that had no other."""
        gone = json.dumps(list(ids))
        orphaned = self._db.execute(
            "SELECT DISTINCT entity FROM names WHERE id IN (SELECT value FROM json_each(?))", (gone,)
        ).fetchall()
        for table, column in (
            ("names", "id"),
            ("name_keys", "name"),
            ("unresolved", "name"),
            ("suggestions", "name"),
            ("suggestions", "other"),
        ):
            self._db.execute(
                f"DELETE FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))",  # noqa: S608 - these names
                (gone,),
            )
        self.drop_entities(
            [
                e
                for (e,) in orphaned
                if not self._db.execute("SELECT 1 FROM names WHERE entity = ?", (e,)).fetchone()
            ]
        )

    def put_words(self, gone: Iterable[tuple[str, int]], come: Iterable[tuple[str, int]]) -> None:
        """Words by which names are found: (word, id)."""
        self._db.executemany("DELETE FROM name_words WHERE word = ? AND name = ?", gone)
        self._db.executemany("INSERT OR IGNORE INTO name_words VALUES (?, ?)", come)

    def put_keys(self, keys: Iterable[tuple[int, Iterable[StoredKey]]]) -> None:
        """The keys of names, by id, in the place of those that they had."""
        listed = [(id_, list(some)) for id_, some in keys]
        self._db.executemany("DELETE FROM name_keys WHERE name = ?", ((id_,) for id_, _ in listed))
        self._db.executemany(
            "INSERT INTO name_keys VALUES (?, ?, ?)",
            ((key.number, id_, key.role) for id_, some in listed for key in some),
        )

    # What has to be resolved

    def must_resolve(self, ids: Iterable[int]) -> None:
        """These names are unresolved."""
        self._db.executemany("INSERT OR IGNORE INTO unresolved VALUES (?)", ((id_,) for id_ in ids))

    def beside(self, ids: Collection[int]) -> list[int]:
        """All names that share a key with any of some names."""
        rows = self._db.execute(
            "SELECT DISTINCT k.name FROM json_each(?) AS w CROSS JOIN name_keys AS own ON own.name = w.value "
            "CROSS JOIN name_keys AS k ON k.key = own.key",
            (json.dumps(list(ids)),),
        )
        return [r[0] for r in rows]

    def locals_in(self, revisions: Collection[int]) -> set[str]:
        """The local names that stand in some articles."""
        rows = self._db.execute(
            "SELECT DISTINCT m.local FROM json_each(?) AS w CROSS JOIN mentions AS m ON m.revision = w.value",
            (json.dumps(list(revisions)),),
        )
        return {local for (local,) in rows if local}

    def unresolved(self, limit: int = -1) -> list[int]:
        """The ids of unresolved names, at most so many."""
        rows = self._db.execute("SELECT name FROM unresolved ORDER BY name LIMIT ?", (limit,))
        return [r[0] for r in rows]

    def unresolved_count(self) -> int:
        """How many names are unresolved."""
        return int(self._db.execute("SELECT COUNT(*) FROM unresolved").fetchone()[0])

    def now_resolved(self, ids: Iterable[int]) -> None:
        """These names are resolved."""
        self._db.executemany("DELETE FROM unresolved WHERE name = ?", ((id_,) for id_ in ids))

    def keys_of(self, ids: Collection[int]) -> list[tuple[int, int]]:
        """The keys of some names: (key, name)."""
        rows = self._db.execute(
            "SELECT k.key, k.name FROM json_each(?) AS w CROSS JOIN name_keys AS k ON k.name = w.value",
            (json.dumps(list(ids)),),
        )
        return rows.fetchall()

    def names_under(self, keys: Collection[int]) -> list[tuple[int, int, int]]:
        """All names that have some keys: (key, name, role)."""
        rows = self._db.execute(
            "SELECT k.key, k.name, k.role FROM json_each(?) AS w CROSS JOIN name_keys AS k ON k.key = w.value",
            (json.dumps(list(keys)),),
        )
        return rows.fetchall()

    def of_same_entities(self, ids: Collection[int]) -> list[int]:
        """All names of the entities that some names stand for."""
        rows = self._db.execute(
            "SELECT n.id FROM json_each(?) AS w CROSS JOIN names AS own ON own.id = w.value "
            "CROSS JOIN names AS n ON n.entity = own.entity",
            (json.dumps(list(ids)),),
        )
        return [r[0] for r in rows]

    def stored(self, ids: Collection[int]) -> list[Stored]:
        """Names by id."""
        rows = self._db.execute(
            "SELECT n.id, n.local, n.forms, n.articles, n.entity, n.reason, n.confidence "
            "FROM json_each(?) AS w CROSS JOIN names AS n ON n.id = w.value",
            (json.dumps(list(ids)),),
        )
        return [
            Stored(id_, Tally(local, json.loads(forms), articles), *rest)
            for id_, local, forms, articles, *rest in rows
        ]

    def articles_of(self, local: str) -> set[int]:
        """The articles that mention a local name, by revision."""
        rows = self._db.execute("SELECT DISTINCT revision FROM mentions WHERE local = ?", (local,))
        return {r[0] for r in rows}

    def articles_together(self, locals_: Sequence[str]) -> int:
        """How many articles mention any of some local names."""
        (articles,) = self._db.execute(
            "SELECT COUNT(DISTINCT revision) FROM mentions WHERE local IN (SELECT value FROM json_each(?))",
            (json.dumps(list(locals_)),),
        ).fetchone()
        return int(articles)
