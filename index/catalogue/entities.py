"""The catalogue's tables of entities, written: what names were resolved to, and what may be the same."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, datetime

from index.catalogue.names import Names
from models.decision import NameDecision


class Entities(Names):
    """Writes what names stand for, and notes by what they were compared."""

    def put_links(self, links: Iterable[tuple[int, str, str, str | None, str | None]]) -> None:
        """What names stand for: (id, entity, kind, reason, confidence)."""
        self._db.executemany(
            "UPDATE names SET (entity, kind, reason, confidence) = (?2, ?3, ?4, ?5) WHERE id = ?1", links
        )

    def put_entities(self, entities: Iterable[tuple[str, str, str, str, int]]) -> None:
        """Store entities: (id, name, kind, the local name it is shown by, articles)."""
        self._db.executemany("INSERT OR REPLACE INTO entities VALUES (?, ?, ?, ?, ?)", entities)

    def drop_entities(self, ids: Collection[str]) -> None:
        """Forget entities that no name stands for, and what led to them."""
        for statement in (
            "DELETE FROM entities WHERE id = ?",
            "DELETE FROM shown_words WHERE entity = ?",
            "DELETE FROM former_entities WHERE entity = ?",
        ):
            self._db.executemany(statement, ((id_,) for id_ in ids))

    def succeed(self, successors: Mapping[str, str]) -> None:
        """Have ids that entities had lead to those that took their names over."""
        self._db.executemany(
            "UPDATE former_entities SET entity = ?2 WHERE entity = ?1", list(successors.items())
        )
        self._db.executemany("INSERT OR REPLACE INTO former_entities VALUES (?, ?)", successors.items())
        for statement in ("DELETE FROM entities WHERE id = ?", "DELETE FROM shown_words WHERE entity = ?"):
            self._db.executemany(statement, ((id_,) for id_ in successors))

    def reclaim(self, ids: Iterable[str]) -> None:
        """These ids are an entity's own, wherever they led before."""
        self._db.executemany("DELETE FROM former_entities WHERE id = ?", ((id_,) for id_ in ids))

    def is_taken(self, entity: str) -> bool:
        """Whether an entity has this id."""
        return self._db.execute("SELECT 1 FROM entities WHERE id = ?", (entity,)).fetchone() is not None

    def put_shown_words(self, words: Mapping[str, Iterable[str]]) -> None:
        """The words of names that the reader gave to entities, by id, in the place of those that they had."""
        self._db.executemany("DELETE FROM shown_words WHERE entity = ?", ((entity,) for entity in words))
        self._db.executemany(
            "INSERT OR IGNORE INTO shown_words VALUES (?, ?)",
            ((word, entity) for entity, some in words.items() for word in some),
        )

    def put_suggestions(self, ids: Iterable[int], suggestions: Iterable[tuple[int, int, str, float]]) -> None:
        """What may be the same: (name, other, reason, strength), in the place of what was suggested for some names."""
        gone = json.dumps(list(ids))
        for column in ("name", "other"):
            self._db.execute(
                f"DELETE FROM suggestions WHERE {column} IN (SELECT value FROM json_each(?))",  # noqa: S608 - these
                (gone,),
            )
        self._db.executemany("INSERT OR REPLACE INTO suggestions VALUES (?, ?, ?, ?)", suggestions)

    def know_outlets(self, outlets: Sequence[str]) -> None:
        """Names are compared by these outlets from now on."""
        self.set_about("outlets", json.dumps(list(outlets), ensure_ascii=False))

    def entities_changed(self) -> None:
        """Tell readers that entities are others now."""
        self.set_about("entities", datetime.now(UTC).isoformat())

    def names_compared(self) -> None:
        """All names are resolved."""
        self.set_about("compared", datetime.now(UTC).isoformat())

    def put_decisions(self, decisions: Sequence[NameDecision]) -> None:
        """Remember what the reader decided about names."""
        self.set_about("decisions", json.dumps([one.model_dump(mode="json") for one in decisions]))
