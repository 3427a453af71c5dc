"""Names in the catalogue: where they are mentioned, and the entities they stand for."""

import json
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from index.annotating.aliases.names import LocalName
from index.annotating.entities.groups import Why, aliases
from index.catalogue.database import Database
from models.decision import NameDecision
from models.entity import Entity, MentionPlace
from models.kind import Kind


class Meaning(NamedTuple):
    """What a local name stands for."""

    entity: str
    kind: Kind
    """Its own, unless the reader says that the entity is of another."""


class Names(Database):
    """The tables of names. Names are local to their article until `index.refreshing.naming` has compared them."""

    @property
    def names_found_by(self) -> str | None:
        """The identity of the recogniser that finds names here; None where none has been noted."""
        return self.about("recogniser")

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
        """Changes whenever entities do, articles' files, groups, or what was learnt: no commit of the engine tells."""
        return self.about("entities"), self.about("changed"), self.about("grouped"), self.about("learnt")

    def decisions(self) -> tuple[NameDecision, ...]:
        """What the reader had decided about names when they were compared last."""
        said = json.loads(self.about("decisions") or "[]")
        return tuple(NameDecision.model_validate(one) for one in said)

    def suggested(self, locals_: Sequence[str]) -> list[tuple[str, str, str, float]]:
        """What may be the same as some local names: (one of them, another, reason, strength), the strongest first."""
        rows = self._db.execute(
            """WITH those AS (SELECT n.id FROM json_each(?) AS w CROSS JOIN names AS n ON n.local = w.value),
            pairs AS (
                SELECT s.name AS own, s.other, s.reason, s.strength FROM those JOIN suggestions s ON s.name = those.id
                UNION SELECT s.other, s.name, s.reason, s.strength FROM those JOIN suggestions s ON s.other = those.id)
            SELECT n.local, o.local, pairs.reason, pairs.strength
            FROM pairs JOIN names n ON n.id = pairs.own JOIN names o ON o.id = pairs.other
            ORDER BY pairs.strength DESC, n.local, o.local""",
            (json.dumps(list(locals_)),),
        )
        return rows.fetchall()

    def entity(self, entity: str) -> Entity | None:
        """An entity by its id, or by one that it had before; a name that was not compared yet is one by itself."""
        id_ = self.current_id(entity)
        rows = self._db.execute(
            "SELECT local, forms, articles, reason, confidence FROM names WHERE entity = ?", (id_,)
        ).fetchall()
        if not rows:
            return None
        names = [LocalName(local, kind_of(local), json.loads(forms), n) for local, forms, n, _, _ in rows]
        known = self._db.execute(
            "SELECT name, kind, main, articles FROM entities WHERE id = ?", (id_,)
        ).fetchone()
        name, kind, main, articles = known or (names[0].name, names[0].kind, names[0].key, names[0].articles)
        names.sort(key=lambda name: (name.key != main, -name.mentions, name.key))
        why = {local: Why(reason, sure) for local, _, _, reason, sure in rows if reason is not None}
        return Entity(
            id=id_,
            name=name,
            kind=kind,
            aliases=aliases(names, why),
            articles=articles,
            names=tuple(name.key for name in names),
        )

    def entity_ids(self) -> list[str]:
        """The ids of all entities, those in the most articles first."""
        rows = self._db.execute(
            "SELECT n.entity FROM names n LEFT JOIN entities e ON e.id = n.entity GROUP BY n.entity "
            "ORDER BY MAX(COALESCE(e.articles, n.articles)) DESC, n.entity"
        )
        return [r[0] for r in rows]

    def current_id(self, entity: str) -> str:
        """The id that an entity has now, by one that it had before or by a local name; the id itself if unknown."""
        for statement in (
            "SELECT entity FROM names WHERE entity = ?",
            "SELECT entity FROM former_entities WHERE id = ?",
            "SELECT entity FROM names WHERE local = ?",
        ):
            row = self._db.execute(f"{statement} LIMIT 1", (entity,)).fetchone()
            if row:
                return str(row[0])
        return entity

    def entity_of(self, local: str) -> str:
        """The entity that a local name stands for; the local name itself until names have been compared."""
        row = self._db.execute("SELECT entity FROM names WHERE local = ?", (local,)).fetchone()
        return row[0] if row else local

    def locals_beside(self, locals_: Collection[str]) -> list[tuple[str, str]]:
        """Some local names and all others of the entities that they stand for, each with its entity."""
        rows = self._db.execute(
            """SELECT local, entity FROM names WHERE entity IN (
                SELECT o.entity FROM json_each(?) AS w CROSS JOIN names AS o ON o.local = w.value)""",
            (json.dumps(list(locals_)),),
        )
        return rows.fetchall()

    def called(self, entities: Collection[str]) -> dict[str, tuple[str, str]]:
        """The names and kinds of some entities."""
        rows = self._db.execute(
            """SELECT n.entity, COALESCE(e.name, substr(n.local, instr(n.local, ':') + 1)), COALESCE(e.kind, n.kind)
            FROM json_each(?) AS w CROSS JOIN names AS n ON n.entity = w.value
            LEFT JOIN entities AS e ON e.id = n.entity
            GROUP BY n.entity""",
            (json.dumps(list(entities)),),
        )
        return {id_: (name, kind) for id_, name, kind in rows}

    def forms_of(self, entities: Collection[str]) -> dict[str, set[str]]:
        """How the mentions of some entities are written."""
        found: dict[str, set[str]] = {}
        rows = self._db.execute(
            "SELECT n.entity, n.forms FROM json_each(?) AS w CROSS JOIN names AS n ON n.entity = w.value",
            (json.dumps(list(entities)),),
        )
        for entity, forms in rows:
            found.setdefault(entity, set()).update(json.loads(forms))
        return found

    def foremost(self, entities: Collection[str], limit: int) -> list[str]:
        """Of some entities those in the most articles, these first."""
        rows = self._db.execute(
            """SELECT n.entity FROM json_each(?) AS w CROSS JOIN names AS n ON n.entity = w.value
            LEFT JOIN entities AS e ON e.id = n.entity
            GROUP BY n.entity ORDER BY MAX(COALESCE(e.articles, n.articles)) DESC, n.entity LIMIT ?""",
            (json.dumps(list(entities)), limit),
        )
        return [r[0] for r in rows]

    def locals_of(self, entity: str) -> list[str]:
        """The local names of an entity."""
        rows = self._db.execute(
            "SELECT local FROM names WHERE entity = ? ORDER BY local", (self.current_id(entity),)
        )
        return [r[0] for r in rows] or [entity]

    def recast_locals(self) -> frozenset[str]:
        """Local names that some mentions count for, or not, other than the articles take them for."""
        rows = self._db.execute("SELECT DISTINCT was, local FROM mentions WHERE was IS NOT NULL")
        return frozenset(local for pair in rows for local in pair)

    def passages_with(self, locals_: Collection[str]) -> list[tuple[int, int]]:
        """The passages (article, number) that mention any of some local names."""
        rows = self._db.execute(
            "SELECT DISTINCT m.revision, m.passage FROM json_each(?) AS w "
            "CROSS JOIN mentions AS m ON m.local = w.value",
            (json.dumps(list(locals_)),),
        )
        return rows.fetchall()

    def places_of(
        self, locals_: Collection[str], revisions: Iterable[int]
    ) -> dict[int, list[tuple[int, int, int]]]:
        """Where any of some local names stand in some articles, by revision: passage, start and end."""
        if not locals_:
            return {}
        places: dict[int, list[tuple[int, int, int]]] = {}
        rows = self._db.execute(
            """SELECT m.revision, m.passage, m.start, m."end"
            FROM json_each(?) AS wanted CROSS JOIN mentions AS m ON m.revision = wanted.value
            WHERE m.local IN (SELECT value FROM json_each(?))""",
            (json.dumps(list(revisions)), json.dumps(list(locals_))),
        )
        for revision, *place in rows:
            places.setdefault(revision, []).append(tuple(place))
        return places

    def mentions(self, locals_: Sequence[str], limit: int) -> list[MentionPlace]:
        """Where local names stand: article by article by date, the undated last, then by place."""
        return self._mention_places(locals_, "", limit)

    def first_mentions(self, locals_: Sequence[str], limit: int) -> list[MentionPlace]:
        """The first mention of local names in each article, in the same order."""
        return self._mention_places(
            locals_, "GROUP BY m.revision HAVING MIN(m.passage * 1e9 + m.start)", limit
        )

    def _mention_places(self, locals_: Sequence[str], each: str, limit: int) -> list[MentionPlace]:
        marks = ", ".join("?" * len(locals_))
        rows = self._db.execute(
            f"""SELECT a.path, a.part, m.passage, m.start, m."end", COALESCE(p.start, 0), p.text, a.outlet, a.published
            FROM mentions m JOIN searchable a USING (revision)
            JOIN passages p ON p.revision = m.revision AND p.number = m.passage
            WHERE m.local IN ({marks}) {each}
            ORDER BY a.day = 0, a.day, a.published, a.path, a.part, m.passage, m.start LIMIT ?""",  # noqa: S608 - only marks
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

    def mentions_in_text(self, local: str, limit: int) -> list[tuple[str, int, int]]:
        """Some mentions of a local name: the passage's text, and start and end in it."""
        rows = self._db.execute(
            """SELECT p.text, m.start - COALESCE(p.start, 0), m."end" - COALESCE(p.start, 0) FROM mentions AS m
            JOIN passages AS p ON p.revision = m.revision AND p.number = m.passage
            WHERE m.local = ? ORDER BY m.revision, m.passage, m.start LIMIT ?""",
            (local, limit),
        )
        return rows.fetchall()

    def outlets(self) -> list[str]:
        """The outlets of all articles."""
        rows = self._db.execute(
            "SELECT DISTINCT outlet FROM searchable WHERE outlet IS NOT NULL ORDER BY outlet"
        )
        return [r[0] for r in rows]

    def known_outlets(self) -> list[str]:
        """The outlets by which names were compared last."""
        return list(json.loads(self.about("outlets") or "[]"))

    def entities_named(
        self, words: Sequence[str], kinds: Sequence[str], *, last_unfinished: bool = False
    ) -> list[str]:
        """Entities of these kinds whose names hold each of these folded words."""
        if not words:
            return []
        marks = ", ".join("?" * len(kinds))
        one = f"""SELECT DISTINCT entity FROM (
            SELECT n.entity FROM name_words w JOIN names n ON n.id = w.name WHERE w.word GLOB ? AND n.kind IN ({marks})
            UNION ALL
            SELECT w.entity FROM shown_words w JOIN entities e ON e.id = w.entity
            WHERE w.word GLOB ? AND e.kind IN ({marks}))"""  # noqa: S608 - only marks
        # A folded word has letters, digits and marks only, and so no wildcard of GLOB's own.
        patterns = [*words[:-1], words[-1] + ("*" if last_unfinished else "")]
        rows = self._db.execute(
            " INTERSECT ".join([one] * len(words)),
            [value for pattern in patterns for value in (pattern, *kinds) * 2],
        )
        return sorted(r[0] for r in rows)


def kind_of(local: str) -> Kind:
    """The kind that a local name begins with: "PERSON:Davor Kern" is a person."""
    return Kind(local.partition(":")[0])
