"""What resolving is given and what it gives."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from index.annotating.aliases.links import Links, Suggestion
from models.entity import Entity
from models.kind import Kind
from models.provenance import Confidence


@dataclass(slots=True)
class LocalName:
    """A name as articles use it, resolved inside each of them only, counted over the collection."""

    key: str
    """Kind and name: "PERSON:Davor Kern"."""
    kind: Kind
    forms: dict[str, int] = field(default_factory=dict)
    """How it is written, to the number of mentions."""
    articles: int = 0
    where: set[int] = field(default_factory=set)
    """The articles themselves, by any number, where the caller has them: names joined are then not counted twice."""
    beside: list[tuple[str, str]] = field(default_factory=list)
    """What stands before and behind some of its mentions, where the caller has that."""

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
    suggestions: list[Suggestion[str]] = field(default_factory=list)
    """Keys of names that may mean one thing, the strongest first."""


def join(
    links: Links[str],
    name: LocalName,
    fuller: LocalName,
    reason: str,
    back: str,
    *,
    confidence: Confidence = "certain",
) -> None:
    """Join two names; `{}` in each reason stands for the other name."""
    links.join(
        name.key, fuller.key, reason.format(fuller.name), back.format(name.name), confidence=confidence
    )


def join_equal(
    links: Links[str], name: LocalName, other: LocalName, reason: str, *, confidence: Confidence = "certain"
) -> None:
    """Join two names neither of which is the shorter, with one reason for both."""
    join(links, name, other, reason, reason, confidence=confidence)


def suggest(links: Links[str], name: LocalName, other: LocalName, reason: str, strength: float) -> None:
    """Suggest to the reader that two names mean one thing; `{}` in the reason stands for the other name."""
    links.suggest(name.key, other.key, reason.format(other.name), strength)


def the_one(candidates: Sequence[LocalName], links: Links[str]) -> LocalName | None:
    """The most mentioned of the candidates where all are one thing already; None where they are two or none."""
    if not candidates or len({links.root(name.key) for name in candidates}) > 1:
        return None
    return max(candidates, key=lambda name: (name.mentions, name.key))
