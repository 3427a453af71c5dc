"""What a name or an outlet in a query means in this collection."""

from collections.abc import Callable, Collection, Sequence
from functools import cache

from index.catalogue import Catalogue
from index.outlets import own_words
from index.query.tree import FromOutlet, Named
from index.words import terms
from models.kind import NAME_KINDS, Kind
from models.mark import Mark

_KINDS = {
    "person": ("PERSON",),
    "org": ("ORG",),
    "place": ("PLACE",),
    "name": tuple(sorted(NAME_KINDS)),
    "said": tuple(sorted({Kind.PERSON, Kind.ORG, Kind.PLACE, Kind.NORP})),
}


class NameLookup:
    """Looks names up for one query, each once."""

    def __init__(
        self,
        catalogue: Catalogue,
        outlets: Sequence[str] = (),
        marked: Callable[[Mark], Collection[int]] = lambda _: (),
    ) -> None:
        """Look names up.

        Args:
            catalogue: Knows them.
            outlets: Those of the collection as they are written.
            marked: Knows with which articles the reader has done something.
        """
        self._catalogue = catalogue
        self._outlets = outlets
        self.marked = marked
        self._entities = cache(self._find)

    def _find(self, named: Named) -> list[str]:
        """Entities that go by a name.

        Written in quotes it means those that have just this name, else those that go by just this name too. Otherwise
        all that have its words; the last may be cut short where nothing has it whole.
        """
        kinds = [str(kind) for kind in _KINDS[named.role]]
        words = terms(named.text)
        found = self._catalogue.entities_named(words, kinds)
        if named.whole and (exact := self._going_by(found, words)):
            return exact
        return found or self._catalogue.entities_named(words, kinds, last_unfinished=True)

    def _going_by(self, entities: Sequence[str], words: Sequence[str]) -> list[str]:
        """Those of some entities whose name is just these words in this order; else those with such an alias."""
        known = [entity for id_ in entities if (entity := self._catalogue.entity(id_))]
        named = [e.id for e in known if terms(e.name) == words]
        return named or [e.id for e in known if any(terms(alias.text) == words for alias in e.aliases)]

    def locals_named(self, named: Named) -> list[str]:
        """The local names of every entity that goes by a name."""
        return [local for entity in self._entities(named) for local in self._catalogue.locals_of(entity)]

    def mentioned(self, named: Named) -> tuple[list[str], list[tuple[int, int]]]:
        """The local names as which it is mentioned, and the passages where the reader says so or not so of others."""
        found = self.locals_named(named)
        recast = self._catalogue.recast_locals()
        passages = self._catalogue.passages_with([local for local in found if local in recast])
        return [local for local in found if local not in recast], passages

    def names(self, named: Named) -> list[str]:
        """The full names of the entities that go by a name, those in most articles first."""
        found = [e for e in map(self._catalogue.entity, self._entities(named)) if e]
        return [e.name for e in sorted(found, key=lambda e: (-e.articles, e.name))]

    def outlets(self, outlet: FromOutlet) -> list[str]:
        """The outlets meant: the one of just this name if it was written in quotes, else all that have its words.

        The last word may be cut short.
        """
        if outlet.whole and (exact := self._named_in_full(outlet)):
            return exact
        *whole, last = terms(outlet.text)
        return [
            name
            for name in self._outlets
            if set(whole) <= set(own := terms(name)) and any(word.startswith(last) for word in own)
        ]

    def words_apart(self, outlet: FromOutlet) -> list[str] | None:
        """The words by which other outlets go beyond one that was named in full; None where none was."""
        if not outlet.whole or not self._named_in_full(outlet):
            return None
        own = own_words(outlet.text)
        longer = (words for name in self._outlets if own < (words := own_words(name)))
        return sorted(set().union(*longer) - own)

    def _named_in_full(self, outlet: FromOutlet) -> list[str]:
        own = own_words(outlet.text)
        return [name for name in self._outlets if own_words(name) == own]
