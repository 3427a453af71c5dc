"""What a name or an outlet in a query means in this collection."""

from collections.abc import Sequence
from functools import cache

from index.catalogue import Catalogue
from index.query.tree import Named
from index.words import terms
from models.annotation import NAME_KINDS, Kind

_KINDS = {
    "person": ("PERSON",),
    "org": ("ORG",),
    "place": ("PLACE",),
    "name": tuple(sorted(NAME_KINDS)),
    "said": tuple(sorted({Kind.PERSON, Kind.ORG, Kind.PLACE, Kind.NORP})),
}


class NameLookup:
    """Looks names up for one query, each once."""

    def __init__(self, catalogue: Catalogue, outlets: Sequence[str] = ()) -> None:
        """Look names up in a catalogue; `outlets` are those of the collection as they are written."""
        self._catalogue = catalogue
        self._outlets = outlets
        self._entities = cache(self._find)

    def _find(self, named: Named) -> list[str]:
        """Entities that go by a name; the last word may be cut short where nothing has it whole."""
        kinds = [str(kind) for kind in _KINDS[named.role]]
        words = terms(named.text)
        return self._catalogue.entities_named(words, kinds) or self._catalogue.entities_named(
            words, kinds, last_unfinished=True
        )

    def locals_named(self, named: Named) -> list[str]:
        """The local names of every entity that goes by a name."""
        return [local for entity in self._entities(named) for local in self._catalogue.locals_of(entity)]

    def names(self, named: Named) -> list[str]:
        """The full names of the entities that go by a name, those in most articles first."""
        found = [e for e in map(self._catalogue.entity, self._entities(named)) if e]
        return [e.name for e in sorted(found, key=lambda e: (-e.articles, e.name))]

    def outlets(self, text: str) -> list[str]:
        """Outlets whose names have these words, the last of which may be cut short."""
        *whole, last = terms(text)
        return [
            outlet
            for outlet in self._outlets
            if set(whole) <= set(own := terms(outlet)) and any(word.startswith(last) for word in own)
        ]
