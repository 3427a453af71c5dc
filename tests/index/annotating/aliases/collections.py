"""Small collections of local names for the tests of aliases."""

from index.annotating.entities.resolving import LocalName, Resolution, resolve
from models.kind import Kind


def name(key: str, mentions: int = 3, where: set[int] | None = None, **forms: int) -> LocalName:
    """A local name such as "PERSON:Davor Kern" with its number of mentions and the articles it stands in."""
    kind, _, text = key.partition(":")
    return LocalName(key, Kind(kind), {text: mentions} | forms, len(where or {0}), where or set())


def resolved(*names: LocalName | str) -> Resolution:
    return resolve([name(entry) if isinstance(entry, str) else entry for entry in names])


def are_one(*names: LocalName | str) -> bool:
    return len(resolved(*names).entities) == 1


def suggested(*names: LocalName | str) -> list[tuple[str, str]]:
    """The pairs suggested, the strongest first, without kinds."""
    return [
        (pair.name.partition(":")[2], pair.other.partition(":")[2]) for pair in resolved(*names).suggestions
    ]
