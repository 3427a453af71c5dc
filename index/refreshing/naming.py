"""The names of a whole collection to its entities, into the catalogue."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from index.annotating.resolving import LocalName, Resolution, resolve
from index.catalogue import Catalogue
from index.words import terms
from models.annotation import Kind
from models.decision import NameDecision


class Compared(NamedTuple):
    """What the names of a collection stand for, as of one of its commits."""

    resolution: Resolution
    words: Sequence[tuple[str, str, str]]
    settled: str | None


def compare_names(catalogue: Catalogue) -> Compared:
    """Resolve all local names of a catalogue's articles afresh; takes seconds for some ten thousand."""
    settled = catalogue.settled
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    where: defaultdict[str, set[int]] = defaultdict(set)
    for number, names in enumerate(catalogue.local_names()):
        for local, found in names.items():
            forms[local].update(found)
            where[local].add(number)
    resolution = resolve(
        (
            LocalName(
                key=local,
                kind=kind_of(local),
                forms=dict(found),
                articles=len(where[local]),
                where=where[local],
            )
            for local, found in sorted(forms.items())
        ),
        catalogue.decisions(),
    )
    words = {
        (word, kind.value, entity.id)
        for entity in resolution.entities
        for kind, name in ((entity.kind, entity.name), *((a.kind, a.text) for a in entity.aliases))
        for word in terms(name)
    }
    # A local name may be longer than any form of it in the text: "CSTO" alone, defined in another article.
    words |= {
        (word, kind_of(local).value, entity)
        for local, entity in resolution.entity_of.items()
        for word in terms(local.partition(":")[2])
    }
    return Compared(resolution, sorted(words), settled)


def store_names(catalogue: Catalogue, found: Compared) -> None:
    """Store what names stand for, in the place of what was found before."""
    resolution = found.resolution
    catalogue.put_entities(
        resolution.entities,
        resolution.entity_of,
        found.words,
        resolution.suggestions,
        complete=found.settled == catalogue.settled,
    )


def heed(catalogue: Catalogue, decisions: Sequence[NameDecision]) -> bool:
    """Have what the reader decided hold; False where it does already."""
    if tuple(decisions) == catalogue.decisions():
        return False
    with catalogue.transaction():
        catalogue.put_decisions(decisions)
    store_names(catalogue, compare_names(catalogue))
    return True


def kind_of(local: str) -> Kind:
    """The kind that a local name begins with: "PERSON:Davor Kern" is a person."""
    return Kind(local.partition(":")[0])
