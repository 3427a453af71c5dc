"""An entity: one person, body, place, people or event behind many mentions."""

from models.annotation import Kind, Quotation
from models.base import Value


class Alias(Value):
    """A name that an entity goes by, and why it was taken for the same."""

    text: str
    kind: Kind
    mentions: int
    reason: str | None = None
    """None for the entity's own name."""


class Entity(Value):
    """One thing over the whole collection."""

    id: str
    name: str
    kind: Kind
    aliases: tuple[Alias, ...]
    articles: int


class MentionPlace(Value):
    """One mention of an entity, with the passage it stands in."""

    path: str
    part: int
    passage: int
    start: int
    end: int
    text: str
    """The name as written."""
    snippet: str
    outlet: str | None
    published: str | None


class Saying(Value):
    """Something that an entity said, in the longest wording that any article gives, and how far it spread."""

    quotation: Quotation
    """As the article at `path` has it; direct rather than indirect."""
    path: str
    part: int
    title: str | None
    outlet: str | None
    published: str | None
    """The earliest date of the articles that give it, whole or cut; None where none is dated."""
    passage: int
    articles: int = 1
    """How many articles give it."""
