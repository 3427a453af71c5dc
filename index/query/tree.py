"""The shapes that a query can take."""

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from models.mark import FileKind, Mark


@dataclass(frozen=True, slots=True)
class Word:
    """One word; plain words match by their stem."""

    text: str
    match: Literal["stem", "prefix", "wildcard", "fuzzy"] = "stem"
    edits: int = 0
    """For a fuzzy word, how many letters may differ."""
    unfinished: bool = False
    """The word is still being typed, and may be the beginning of another."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in sequence, as written."""

    terms: tuple[str, ...]
    text: str
    distance: int = 1
    """The furthest apart that neighbouring words may stand; 1 is side by side."""
    loose: bool = False
    """One word to its writer, such as "5,000": may be missing where other words are found."""


@dataclass(frozen=True, slots=True)
class Named:
    """Mentions of a name, or words spoken by its bearer."""

    role: Literal["person", "org", "place", "name", "said"]
    text: str
    whole: bool = False
    """Written in quotes: where somebody goes by just this name, nobody else is meant."""


@dataclass(frozen=True, slots=True)
class Titled:
    """Words of the article's headline."""

    text: str


@dataclass(frozen=True, slots=True)
class By:
    """Words of the byline."""

    text: str


@dataclass(frozen=True, slots=True)
class FromOutlet:
    """Words of the outlet's name; the last may be cut short."""

    text: str
    whole: bool = False
    """Written in quotes: where an outlet has just this name, no other is meant."""


@dataclass(frozen=True, slots=True)
class Stated:
    """Whatever states its outlet or its date at all."""

    what: Literal["outlet", "date"]


@dataclass(frozen=True, slots=True)
class Dated:
    """Published within these days (ordinals, both included); None is open."""

    first: int | None
    last: int | None
    text: str
    """In plain words: "from July 2021"."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What the reader has done with the article."""

    mark: Mark | None
    """None for a word that is no mark."""
    text: str
    """As typed."""


@dataclass(frozen=True, slots=True)
class Filed:
    """As what kind of file the article was saved."""

    kind: FileKind | None
    """None for a word that is no kind of file."""
    text: str
    """As typed."""


@dataclass(frozen=True, slots=True)
class Not:
    """Whatever does not match."""

    node: "Node"


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every one of these."""

    nodes: "tuple[Node, ...]"


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of these."""

    nodes: "tuple[Node, ...]"


Node: TypeAlias = (
    Word | Phrase | Named | Titled | By | FromOutlet | Stated | Dated | Marked | Filed | Not | AllOf | AnyOf
)


class Run(NamedTuple):
    """Plain words of a query as they were typed, one after the other."""

    terms: tuple[str, ...] = ()
    unfinished: bool = False
    """The last may be the beginning of another word."""


NO_RUN = Run()
