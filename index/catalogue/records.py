"""What the catalogue takes in and hands out."""

import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from index.lines.outline import Outline
from models.annotation import Annotations, Figure, Quotation
from models.article import Article
from models.base import Value
from models.key import ArticleKey

Unpacked: TypeAlias = dict[str, Any]
"""A stored value before it is made one of the nouns."""

_WORTH_PRESSING = 1000
"""Bytes from which on compressing makes a record smaller by more than it costs."""


class FileState(NamedTuple):
    """What tells that a file has changed."""

    size: int
    changed: int
    """Modification time in nanoseconds."""
    inode: int = 0
    """The number by which its file system knows the file, whatever it is called; 0 where there is none."""

    def same(self, before: "FileState | None") -> bool:
        """Whether a file has not changed since, by size and time. Some network mounts number files anew each time."""
        return before is not None and self[:2] == before[:2]


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
    """What the passages do not say of it, packed."""
    outline: Outline
    """What its lines are compared by, as it was read."""
    sketch: bytes
    """What its text is compared by, as it shows; empty where it is too short."""


class PassageNames(NamedTuple):
    """What annotating found in one passage."""

    number: int
    mentions: tuple[tuple[str, int, int], ...]
    """Local names with their places in the article's text, those of the headline in the title."""
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
    """The annotations, packed."""


class Heading(NamedTuple):
    """What a result row says of its article."""

    revision: int
    key: ArticleKey
    title: str | None
    outlet: str | None
    published: str | None
    paths: tuple[str, ...]


class Figures(Value, extra="ignore"):
    """Of annotations the figures alone; the others need not be made to be passed over."""

    figures: tuple[Figure, ...] = ()
    title_figures: tuple[Figure, ...] = ()


class _Quotations(Value, extra="ignore"):
    """The same of quotations."""

    quotations: tuple[Quotation, ...] = ()


def pack(value: Annotations) -> bytes:
    """Annotations as they are stored."""
    return _pressed(value.model_dump_json())


def unpack(record: bytes) -> Annotations:
    """The inverse of `pack`."""
    return Annotations.model_validate_json(_expanded(record))


def unpack_raw(record: bytes) -> dict[str, list[Unpacked]]:
    """The same in plain values, for whoever changes some of them before they are made annotations."""
    found: dict[str, list[Unpacked]] = json.loads(_expanded(record))
    return found


def unpack_figures(record: bytes) -> Figures:
    """The figures alone of what `pack` gave."""
    return Figures.model_validate_json(_expanded(record))


def unpack_quotations(record: bytes) -> tuple[Quotation, ...]:
    """The quotations alone of what `pack` gave."""
    return _Quotations.model_validate_json(_expanded(record)).quotations


def pack_article(article: Article) -> bytes:
    """An article as it is stored beside its passages: all that these do not say."""
    said = article.model_dump_json(exclude={"passages"}, exclude_defaults=True)
    headings = [p.number for p in article.passages if p.kind == "heading"]
    return _pressed(f"[{headings},{said}]")


def unpack_article(record: bytes, key: ArticleKey, passages: Iterable[tuple[int, int, int, str]]) -> Article:
    """The inverse of `pack_article`.

    Args:
        record: What it gave.
        key: Where the article is said to come from now.
        passages: Number, start, end and text of each, in order.
    """
    headings, said = json.loads(_expanded(record))
    said["path"], said["part"] = key
    said["passages"] = [
        {
            "number": number,
            "start": start,
            "end": end,
            "text": text,
            "kind": "heading" if number in headings else "paragraph",
        }
        for number, start, end, text in passages
    ]
    return Article.model_validate(said)


def pack_whole(article: Article) -> bytes:
    """An article with its passages, as one that shows other lines keeps what was read."""
    return _pressed(article.model_dump_json())


def unpack_whole(record: bytes, key: ArticleKey) -> Article:
    """The inverse of `pack_whole`; the article is said to come from `key` now."""
    return Article.model_validate(json.loads(_expanded(record)) | {"path": key.path, "part": key.part})


def _pressed(text: str) -> bytes:
    plain = text.encode("utf-8", "surrogatepass")
    return plain if len(plain) < _WORTH_PRESSING else zlib.compress(plain, 1)


def _expanded(record: bytes) -> bytes:
    # JSON in plain begins with a bracket, which no compressed record does.
    return record if record.startswith((b"[", b"{")) else zlib.decompress(record)
