"""Who is named in a collection: entities, what they said, and what the reader decides of them."""

from collections.abc import Iterator, Sequence
from typing import Literal

from index.collection.opened import Opened
from index.words import terms
from models.annotation import Quotation
from models.decision import NameDecision
from models.entity import Entity, EntityCard, MentionPlace, Saying, Suggestion
from models.key import ArticleKey
from models.kind import NAME_KINDS
from models.related import Appearance


class Named(Opened):
    """Answers what is asked about an entity, and heeds what the reader said of names."""

    def entity(self, entity: str) -> Entity | None:
        """An entity by its id."""
        return self._catalogue.entity(entity)

    def entity_named(self, names: Sequence[str]) -> Entity | None:
        """The entity that the first of some names stands for, of those that are there: an entity's `names`."""
        found = (self.entity(self._catalogue.entity_of(name)) for name in names)
        return next((entity for entity in found if entity is not None), None)

    def names_like(self, words: str, *, limit: int = 50) -> tuple[Entity, ...]:
        """The entities that go by some words, the last of which may be unfinished; those in the most articles first."""
        found = self._catalogue.entities_named(terms(words), sorted(NAME_KINDS), last_unfinished=True)
        foremost = map(self.entity, self._catalogue.foremost(found, limit))
        return tuple(entity for entity in foremost if entity is not None)

    def entities(self) -> Iterator[Entity]:
        """All that is named, what is in the most articles first."""
        return (found for id_ in self._catalogue.entity_ids() if (found := self._catalogue.entity(id_)))

    def suggestions(self, entity: Entity) -> tuple[Suggestion, ...]:
        """What may be the same as an entity, the strongest first, at most 5."""
        from index.portrait import suggestions

        return tuple(suggestions(self._catalogue, entity))

    def card(self, entity: str) -> EntityCard | None:
        """All that is known of an entity; None where it has gone."""
        from index.portrait import portrait

        found = self.entity(entity)
        return portrait(self._catalogue, found, self.said(found.id)) if found else None

    def decisions(self) -> tuple[NameDecision, ...]:
        """What the reader decided about names, as it holds here."""
        return self._catalogue.decisions()

    def heed(self) -> bool:
        """Have what the reader decided about names hold at once; True if anything changed.

        To be called when `Bookmarks.decide` or `Bookmarks.undo` has written it.

        Raises:
            CollectionUnavailable: It cannot be read or written now; the next indexing does it.
        """
        from index.deciding import heed

        changed = heed(self.folder, self._catalogue)
        if changed:
            self.load.cache_clear()
        return changed

    def mentions(self, entity: str, *, limit: int = 2000) -> tuple[MentionPlace, ...]:
        """The mentions of an entity, article by article in order of date (undated last), then of place."""
        return tuple(self._catalogue.mentions(self._catalogue.locals_of(entity), limit))

    def said(
        self, entity: str, *, limit: int = 20, order: Literal["newest", "longest"] = "newest"
    ) -> tuple[Saying, ...]:
        """What an entity said; the same words in several articles are one saying."""
        from index.said import sayings

        current = self._catalogue.current_id(entity)
        return sayings(self, current, self._catalogue.locals_of(current), limit=limit, order=order)

    def appearances(self, key: ArticleKey, quotation: Quotation) -> tuple[Appearance, ...]:
        """Where a quotation appears: its words, its own place too, earliest first; then what is likely the same."""
        from index.appearances import appearances

        revision = self.revision(key)
        locals_ = self._catalogue.locals_of(quotation.entity) if quotation.entity else []
        return appearances(self, revision, quotation, locals_) if revision is not None else ()
