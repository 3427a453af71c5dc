"""What the catalogue takes in and hands out."""

import zlib
from dataclasses import dataclass
from typing import NamedTuple

from models.annotation import AnnotatedArticle
from models.article import ArticleKey


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
    mentions: tuple[tuple[str, int, int], ...] = ()
    """Local names with their places in the article's text."""
    said: tuple[str, ...] = ()
    """Local names of those quoted in it."""


@dataclass(frozen=True, slots=True)
class Record:
    """An article ready to be stored, made in whichever process read it."""

    part: int
    digest: bytes
    title: str | None
    outlet: str | None
    published: str | None
    day: int
    names: dict[str, dict[str, int]]
    """Local name to the forms it was written in, with how often."""
    authors: tuple[str, ...]
    passages: tuple[PassageRecord, ...]
    record: bytes
    """The annotated article as compressed JSON."""


class Heading(NamedTuple):
    """What a result row says of its article."""

    revision: int
    key: ArticleKey
    title: str | None
    outlet: str | None
    published: str | None
    paths: tuple[str, ...]


def pack(article: AnnotatedArticle) -> bytes:
    """An annotated article as it is stored."""
    return zlib.compress(article.model_dump_json().encode("utf-8", "surrogatepass"), 1)


def unpack(record: bytes) -> AnnotatedArticle:
    """The inverse of `pack`."""
    return AnnotatedArticle.model_validate_json(zlib.decompress(record))
