"""An entity: one person, body, place, people or event behind many mentions."""

from models.annotation import Quotation
from models.base import Value
from models.decision import NameDecision
from models.kind import Kind
from models.provenance import Confidence


class Alias(Value):
    """A name that an entity goes by, and why it was taken for the same."""

    text: str
    kind: Kind
    mentions: int
    reason: str | None = None
    """None for the entity's own name."""
    confidence: Confidence = "certain"
    """How sure it is that this is the same."""
    local: str | None = None
    """The name that it is where a title tells it from others written so: "PERSON:Mr Kern" of a `text` "Kern"."""

    @property
    def shown(self) -> str:
        """How it is told from other aliases: with its title."""
        return self.local.partition(":")[2] if self.local else self.text


class Entity(Value):
    """One thing over the whole collection."""

    id: str
    name: str
    kind: Kind
    aliases: tuple[Alias, ...]
    articles: int
    names: tuple[str, ...] = ()
    """The names that stand for it, as articles use them, the one it is shown by first: "PERSON:Davor Kern"."""


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
    denial: str = ""
    """The verb where it is what the entity does not say: "denied", "did not say"; empty where it is said."""
    path: str
    part: int
    title: str | None
    outlet: str | None
    published: str | None
    """The earliest date of the articles that give it, whole or cut; None where none is dated."""
    passage: int
    articles: int = 1
    """How many articles give it."""


class Suggestion(Value):
    """Another entity that may be the same, which is for the reader to say."""

    entity: str
    """Its id."""
    name: str
    kind: Kind
    mentions: int
    reason: str
    """What speaks for it, from the side of the entity it is suggested for."""
    confidence: Confidence = "guess"
    moves: str = ""
    """Of the two names the one that is mentioned less, whose mentions come to the other if both are one."""
    moved: int = 0
    """Its mentions."""
    moved_in: tuple[MentionPlace, ...] = ()
    """The first of these in each of its articles, the earliest first, at most 3."""
    moved_articles: int = 0
    """In how many articles these are."""
    against: str | None = None
    """What speaks against it, from the titles and offices that articles give the two."""


class Month(Value):
    """How much of an entity a month's articles have."""

    month: str
    """ISO: "2021-07"."""
    mentions: int
    articles: int


class Companion(Value):
    """Another entity that the same articles mention."""

    entity: str
    """Its id."""
    name: str
    kind: Kind
    articles: int
    """Those that mention both."""


class OutletCount(Value):
    """An outlet with how many of its articles mention an entity; None for articles of which none is known."""

    outlet: str | None
    articles: int


class Decided(Value):
    """A decision that holds for an entity, in words that say what it did."""

    decision: NameDecision
    words: str


class EntityCard(Value):
    """All that the collection knows of an entity."""

    entity: Entity
    mentions: int
    months: tuple[Month, ...] = ()
    """Those with mentions, earliest first."""
    undated: int = 0
    """Mentions in articles without a date."""
    outlets: tuple[OutletCount, ...] = ()
    """Most articles first."""
    companions: tuple[Companion, ...] = ()
    """Those it shares most articles with first, at most 12."""
    said: tuple[Saying, ...] = ()
    """The newest first, at most 20."""
    suggestions: tuple[Suggestion, ...] = ()
    """Strongest first, at most 5."""
    decisions: tuple[Decided, ...] = ()
    """In the order in which they were made."""
