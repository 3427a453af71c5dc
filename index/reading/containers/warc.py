"""WARC files (ISO 28500), as wget and crawlers write them: the pages and documents that servers answered with."""

import io
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from index.reading.containers.archives import read_entry
from index.reading.containers.http_body import Headers, media_type, read_answer, stated_encoding
from index.reading.draft import Draft, Unread
from index.reading.source import BudgetSpent, Readable, Source, Stream
from index.reading.stated.outlets import outlet_of_address
from models.errors import UnreadableFile

MAX_RECORD = 64 * 1024 * 1024
"""Bytes of one record, as they were sent; larger ones are videos and data."""
_LONGEST_LINE = 65_536
_MOST_HEADERS = 200
_PIECE = 1024 * 1024
_ANSWERS = frozenset({"response", "resource"})
"""The record types that hold a document; requests, metadata and repeated visits do not."""
_SUFFIXES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "txt",
    "text/markdown": "md",
    "application/pdf": "pdf",
}
_DAMAGED = "A part of it is damaged."
_MOST_DAMAGES = 1000
_SCHEME = re.compile(r"(?:https?|ftp|file):", re.IGNORECASE)


class _Record(NamedTuple):
    headers: Headers
    block: bytes


def read_warc(source: Source, day_first: bool | None = None) -> Iterator[Draft | Unread]:
    """The articles among the answers in a WARC file, in its order, each with the address that was asked for.

    Raises:
        BudgetSpent: it unpacks to more than an honest one holds.
    """
    stream = source.stream()
    for _ in range(_MOST_DAMAGES):
        try:
            for record in _records(stream):
                if isinstance(record, Unread):
                    yield record
                else:
                    yield from _read_record(source, record, day_first)
        except BudgetSpent:
            raise
        except UnreadableFile as error:
            # A packed stream goes on after a damage with the next record.
            yield Unread("", str(error))
        else:
            return


def _read_record(source: Source, record: _Record, day_first: bool | None) -> Iterator[Draft | Unread]:
    # The draft standard of old had the address in angle brackets, and wget still does.
    address = record.headers.get("warc-target-uri", "").strip("<>")
    if record.headers["warc-type"].lower() == "response":
        try:
            answer = read_answer(record.block)
        except UnreadableFile as error:
            yield Unread(address, str(error))
            return
        if answer is None:
            return
        headers, body = answer
    else:
        headers, body = record.headers, io.BytesIO(record.block)
    suffix = _SUFFIXES.get(media_type(headers))
    if suffix is None or urlsplit(address).path == "/robots.txt":
        return
    for found in read_entry(
        source, address, lambda: body, day_first, suffix=suffix, encoding=stated_encoding(headers)
    ):
        if isinstance(found, Draft):
            _state_address(found, address)
        yield found


def _state_address(draft: Draft, address: str) -> None:
    draft.url = None
    draft.note("url", address, "WARC-Target-URI")
    draft.note("outlet", outlet_of_address(address), "address")


def _records(stream: Stream) -> Iterator[_Record | Unread]:
    """The records that hold a document. Where one is damaged, reading goes on at the next."""
    lost = False
    while line := stream.readline(_LONGEST_LINE):
        if not line.startswith(b"WARC/"):
            if line.strip() and not lost:
                lost = True
                yield Unread("", _DAMAGED)
            continue
        lost = False
        headers = _headers(stream)
        size = headers.get("content-length", "")
        if not (size.isascii() and size.isdigit() and len(size) < 16):
            lost = True
            yield Unread(headers.get("warc-target-uri", ""), _DAMAGED)
            continue
        if _is_wanted(headers) and int(size) > MAX_RECORD:
            yield Unread(
                headers["warc-target-uri"].strip("<>"), f"It is larger than {MAX_RECORD // 1024**2} MB."
            )
        elif _is_wanted(headers):
            block = stream.read(int(size))
            if len(block) < int(size):
                raise UnreadableFile("It ends within a record.")
            yield _Record(headers, block)
            continue
        _skip(stream, int(size))


def _is_wanted(headers: Headers) -> bool:
    return (
        headers.get("warc-type", "").lower() in _ANSWERS
        # wget keeps its own log under "metadata://".
        and _SCHEME.match(headers.get("warc-target-uri", "").strip("<>")) is not None
    )


def _headers(stream: Stream) -> Headers:
    lines = []
    for _ in range(_MOST_HEADERS):
        line = stream.readline(_LONGEST_LINE)
        if not line.strip():
            break
        lines.append(line)
    return Headers.of(lines)


def _skip(stream: Readable, count: int) -> None:
    while count > 0:
        piece = stream.read(min(count, _PIECE))
        if not piece:
            break
        count -= len(piece)
