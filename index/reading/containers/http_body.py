"""What a web server answered, as it was sent: its headers, and its body unpacked."""

import io
import re
import zlib
from collections.abc import Iterable
from typing import Self

from index.reading.containers.gunzip import Gunzip
from index.reading.source import Readable
from models.errors import UnreadableFile

_STATUS = re.compile(rb"HTTP/\d[\d.]*\s+(\d{3})\b")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_END_OF_HEADERS = re.compile(rb"\r?\n\r?\n")
_CHUNK = re.compile(rb"\s{0,4}([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")


class Headers(dict[str, str]):
    """Header fields by their names in small letters; of several of one name, the first."""

    @classmethod
    def of(cls, lines: Iterable[bytes]) -> Self:
        """The fields in lines "Name: value"."""
        headers = cls()
        for line in lines:
            name, colon, value = line.decode("utf-8", "replace").partition(":")
            if colon:
                headers.setdefault(name.strip().lower(), value.strip())
        return headers


def media_type(headers: Headers) -> str:
    """The document's type without its parameters, in small letters; empty where none is stated."""
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def stated_encoding(headers: Headers) -> str | None:
    """The encoding of the document's text."""
    match = _CHARSET.search(headers.get("content-type", ""))
    return match[1] if match else None


def read_answer(block: bytes) -> tuple[Headers, Readable] | None:
    """The headers and the body of a server's answer; None for one that is no document, as "not found".

    Raises:
        UnreadableFile: it is no answer, or packed in a way that is not read.
    """
    status = _STATUS.match(block)
    if status is None:
        raise UnreadableFile("It is no answer of a web server.")
    if status[1] != b"200":
        return None
    end = _END_OF_HEADERS.search(block)
    head, body = (block[: end.start()], block[end.end() :]) if end else (block, b"")
    headers = Headers.of(head.splitlines()[1:])
    if "chunked" in headers.get("transfer-encoding", "").lower():
        body = _joined(body)
    return headers, _unpacked(body, headers.get("content-encoding", "").strip().lower())


def _joined(body: bytes) -> bytes:
    """The chunks of a body (RFC 9112, 7.1) joined; as it is where the crawler has joined them already."""
    pieces: list[bytes] = []
    position = 0
    while match := _CHUNK.match(body, position):
        size = int(match[1], 16)
        if size == 0:
            return b"".join(pieces)
        pieces.append(body[match.end() : match.end() + size])
        position = match.end() + size
    return b"".join(pieces) if pieces else body


def _unpacked(body: bytes, coding: str) -> Readable:
    if coding in {"gzip", "x-gzip"}:
        # Crawlers that unpack bodies leave the header as it came.
        return Gunzip(io.BytesIO(body)) if body.startswith(b"\x1f\x8b") else io.BytesIO(body)
    if coding == "deflate":
        return _Inflated(body)
    if coding in {"", "identity", "none"}:
        return io.BytesIO(body)
    raise UnreadableFile(f"It was sent packed as “{coding[:20]}”, which is not read.")


class _Inflated:
    """A body sent as "deflate", which servers take for zlib's format or for deflate's own."""

    def __init__(self, body: bytes) -> None:
        # RFC 1950: the first two bytes of zlib's format are a multiple of 31.
        wrapped = body[:1] == b"\x78" and int.from_bytes(body[:2], "big") % 31 == 0
        self._inflate = zlib.decompressobj(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)
        self._left = body

    def read(self, size: int = -1, /) -> bytes:
        """Up to `size` bytes; none at the end."""
        data = self._inflate.decompress(self._left, max(size, 0))
        self._left = self._inflate.unconsumed_tail
        return data

    def close(self) -> None:
        """Nothing is held."""
