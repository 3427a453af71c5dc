"""The names of a whole collection to its entities, into the catalogue."""

from collections import Counter, defaultdict

from index.annotating.resolving import LocalName, resolve
from index.catalogue import Catalogue
from index.words import terms
from models.annotation import Kind


def resolve_names(catalogue: Catalogue) -> None:
    """Resolve all local names of a catalogue's articles afresh and store the entities."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    where: defaultdict[str, set[int]] = defaultdict(set)
    for number, names in enumerate(catalogue.local_names()):
        for local, found in names.items():
            forms[local].update(found)
            where[local].add(number)
    resolution = resolve(
        LocalName(
            key=local, kind=kind_of(local), forms=dict(found), articles=len(where[local]), where=where[local]
        )
        for local, found in sorted(forms.items())
    )
    words = {
        (word, alias.kind.value, entity.id)
        for entity in resolution.entities
        for alias in entity.aliases
        for word in terms(alias.text)
    }
    # A local name may be longer than any form of it in the text: "CSTO" alone, defined in another article.
    words |= {
        (word, kind_of(local).value, entity)
        for local, entity in resolution.entity_of.items()
        for word in terms(local.partition(":")[2])
    }
    catalogue.put_entities(resolution.entities, resolution.entity_of, sorted(words))


def kind_of(local: str) -> Kind:
    """The kind that a local name begins with: "PERSON:Davor Kern" is a person."""
    return Kind(local.partition(":")[0])
