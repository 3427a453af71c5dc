"""Names in the catalogue: where they are mentioned, and the entities they stand for."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

from index.catalogue.database import Database
from index.catalogue.schema import LEAVING
from models.decision import NameDecision
from models.entity import Entity, MentionPlace


class Names(Database):
    """The tables of names. Names are local to their article until `index.refreshing.naming` has compared them."""

    def local_names(self) -> Iterator[dict[str, dict[str, int]]]:
        """For each article, its local names with the forms they were written in."""
        rows = self._db.execute(
            "SELECT n.names FROM annotations n JOIN articles a USING (revision) WHERE a.state != ? "
            "ORDER BY revision",
            (LEAVING,),
        )
        for (names,) in rows:
            yield json.loads(names)

    @property
    def compared(self) -> str | None:
        """When names were compared, ISO 8601 UTC; None where articles have come or gone since."""
        return self.about("compared")

    @property
    def settled(self) -> str | None:
        """Changes whenever articles come or go."""
        return self.about("settled")

    @property
    def told(self) -> tuple[str | None, ...]:
        """Changes whenever entities do, files in which articles stand, or groups: no commit of the engine tells."""
        return self.about("entities"), self.about("changed"), self.about("grouped")

    def put_entities(
        self,
        entities: Iterable[Entity],
        entity_of: Mapping[str, str],
        words: Iterable[tuple[str, str, str]],
        suggestions: Iterable[tuple[str, str, str, float]],
        *,
        complete: bool = True,
    ) -> None:
        """Replace the tables of entities.

        `words` are (word of a name, kind, entity), `suggestions` (local name, another, reason, strength).

        With `complete` the names of all articles have been compared; otherwise some came or went meanwhile.
        """
        with self.transaction():
            for table in ("entities", "entity_of", "entity_words", "suggestions"):
                self._db.execute(f"DELETE FROM {table}")  # noqa: S608 - these names
            self._db.executemany(
                "INSERT INTO entities VALUES (?, ?)", ((e.id, e.model_dump_json()) for e in entities)
            )
            self._db.executemany("INSERT INTO entity_of VALUES (?, ?)", entity_of.items())
            self._db.executemany("INSERT OR IGNORE INTO entity_words VALUES (?, ?, ?)", words)
            self._db.executemany("INSERT INTO suggestions VALUES (?, ?, ?, ?)", suggestions)
            now = datetime.now(UTC).isoformat()
            self.set_about("entities", now)
            if complete:
                self.set_about("compared", now)

    def entity(self, entity: str) -> Entity | None:
        """An entity by its id."""
        row = self._db.execute("SELECT record FROM entities WHERE id = ?", (entity,)).fetchone()
        return Entity.model_validate_json(row[0]) if row else None

    def decisions(self) -> tuple[NameDecision, ...]:
        """What the reader had decided about names when they were compared last."""
        said = json.loads(self.about("decisions") or "[]")
        return tuple(NameDecision.model_validate(one) for one in said)

    def put_decisions(self, decisions: Sequence[NameDecision]) -> None:
        """Remember what the reader decided; names have to be compared anew."""
        self.set_about("decisions", json.dumps([one.model_dump(mode="json") for one in decisions]))
        self._db.execute("DELETE FROM about WHERE key = 'compared'")

    def suggested(self, locals_: Sequence[str]) -> list[tuple[str, str, str, float]]:
        """What may be the same as some local names: (one of them, another, reason, strength), the strongest first."""
        rows = self._db.execute(
            """SELECT local, other, reason, strength FROM suggestions
            WHERE local IN (SELECT value FROM json_each(:locals))
            UNION SELECT other, local, reason, strength FROM suggestions
            WHERE other IN (SELECT value FROM json_each(:locals)) ORDER BY 4 DESC, 1, 2""",
            {"locals": json.dumps(list(locals_))},
        )
        return rows.fetchall()

    def entity_of(self, local: str) -> str:
        """The entity that a local name stands for; the local name itself until names have been resolved."""
        row = self._db.execute("SELECT entity FROM entity_of WHERE local = ?", (local,)).fetchone()
        return row[0] if row else local

    def locals_beside(self, locals_: Collection[str]) -> list[tuple[str, str]]:
        """Some local names and all others of the entities that they stand for, each with its entity."""
        rows = self._db.execute(
            """SELECT local, entity FROM entity_of WHERE entity IN (
                SELECT o.entity FROM json_each(?) AS w CROSS JOIN entity_of AS o ON o.local = w.value)""",
            (json.dumps(list(locals_)),),
        )
        return rows.fetchall()

    def called(self, entities: Collection[str]) -> dict[str, tuple[str, str]]:
        """The names and kinds of some entities."""
        rows = self._db.execute(
            """SELECT e.id, e.record ->> 'name', e.record ->> 'kind'
            FROM json_each(?) AS w JOIN entities AS e ON e.id = w.value""",
            (json.dumps(list(entities)),),
        )
        return {id_: (name, kind) for id_, name, kind in rows}

    def locals_of(self, entity: str) -> list[str]:
        """The local names of an entity."""
        rows = self._db.execute("SELECT local FROM entity_of WHERE entity = ? ORDER BY local", (entity,))
        return [r[0] for r in rows] or [entity]

    def places_of(
        self, locals_: Collection[str], revisions: Iterable[int]
    ) -> dict[int, list[tuple[int, int]]]:
        """Where any of some local names stand in the text of some articles, by revision."""
        if not locals_:
            return {}
        places: dict[int, list[tuple[int, int]]] = {}
        rows = self._db.execute(
            """SELECT m.revision, m.start, m."end"
            FROM json_each(?) AS wanted CROSS JOIN mentions AS m ON m.revision = wanted.value
            WHERE m.local IN (SELECT value FROM json_each(?))""",
            (json.dumps(list(revisions)), json.dumps(list(locals_))),
        )
        for revision, start, end in rows:
            places.setdefault(revision, []).append((start, end))
        return places

    def mentions(self, locals_: Sequence[str], limit: int) -> list[MentionPlace]:
        """Where local names stand: article by article by date, the undated last, then by place."""
        marks = ", ".join("?" * len(locals_))
        rows = self._db.execute(
            f"""SELECT a.path, a.part, m.passage, m.start, m."end", p.start, p.text, a.outlet, a.published
            FROM mentions m JOIN searchable a USING (revision)
            JOIN passages p ON p.revision = m.revision AND p.number = m.passage
            WHERE m.local IN ({marks})
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
