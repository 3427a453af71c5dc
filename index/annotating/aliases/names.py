"""What resolving is given and what it gives."""

from dataclasses import dataclass, field

from models.annotation import Kind
from models.entity import Entity


@dataclass(slots=True)
class LocalName:
    """A name as articles use it, resolved inside each of them only, counted over the collection."""

    key: str
    """Kind and name: "PERSON:Davor Kern"."""
    kind: Kind
    forms: dict[str, int] = field(default_factory=dict)
    """How it is written, to the number of mentions."""
    articles: int = 0

    @property
    def name(self) -> str:
        """The name without its kind."""
        return self.key.partition(":")[2]

    @property
    def mentions(self) -> int:
        """Over all forms."""
        return sum(self.forms.values())


@dataclass(slots=True)
class Resolution:
    """The entities of a collection, and which local name belongs to which."""

    entities: tuple[Entity, ...]
    entity_of: dict[str, str]
    """The key of a local name to the id of its entity."""
