"""What the catalogue takes in and hands out."""

import zlib
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from models.annotation import Annotations
from models.article import Article, ArticleKey

Stored = TypeVar("Stored", Article, Annotations)


class FileState(NamedTuple):
    """What tells that a file has changed."""

    size: int
    changed: int
    """Modification time in nanoseconds."""


class PassageRecord(NamedTuple):
    """A passage as the catalogue and the engine take it; the headline is number 0 and has no place."""

    number: int
    start: int | None
    end: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Record:
    """An article ready to be stored, made in whichever process read it."""

    part: int
    digest: bytes
    title: str | None
    outlet: str | None
    published: str | None
    day: int
    authors: tuple[str, ...]
    passages: tuple[PassageRecord, ...]
    article: bytes
    """The article as compressed JSON."""


class PassageNames(NamedTuple):
    """What annotating found in one passage."""

    number: int
    mentions: tuple[tuple[str, int, int], ...]
    """Local names with their places in the article's text."""
    said: tuple[str, ...]
    """Local names of those quoted in it."""


@dataclass(frozen=True, slots=True)
class NamesRecord:
    """What annotating found in an article, ready to be stored, made in whichever process found it."""

    names: dict[str, dict[str, int]]
    """Local name to the forms it was written in, with how often."""
    passages: tuple[PassageNames, ...]
    """Those in which something was found."""
    annotations: bytes
    """The annotations as compressed JSON."""


class Heading(NamedTuple):
    """What a result row says of its article."""

    revision: int
    key: ArticleKey
    title: str | None
    outlet: str | None
    published: str | None
    paths: tuple[str, ...]


def pack(value: Article | Annotations) -> bytes:
    """A value as it is stored."""
    return zlib.compress(value.model_dump_json().encode("utf-8", "surrogatepass"), 1)


def unpack(kind: type[Stored], record: bytes) -> Stored:
    """The inverse of `pack`."""
    return kind.model_validate_json(zlib.decompress(record))
