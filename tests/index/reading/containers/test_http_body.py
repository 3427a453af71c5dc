import gzip
import zlib

import pytest

from index.reading.containers.http_body import media_type, read_answer, stated_encoding
from models.errors import UnreadableFile

PAGE = "<html><p>Žarko Ilić keeps the weir.</p></html>".encode()


def answer(headers: bytes, body: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\n" + headers + b"\r\n\r\n" + body


def chunked(body: bytes) -> bytes:
    return b"%x\r\n%s\r\n%x;note=1\r\n%s\r\n0\r\n\r\n" % (10, body[:10], len(body) - 10, body[10:])


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        (b"Server: weir", PAGE),
        (b"Transfer-Encoding: chunked", chunked(PAGE)),
        (b"Transfer-Encoding: chunked", PAGE),
        (b"content-encoding: gzip", gzip.compress(PAGE)),
        (b"Content-Encoding: gzip", PAGE),
        (b"Content-Encoding: deflate", zlib.compress(PAGE)),
        (b"Content-Encoding: deflate", raw_deflate(PAGE)),
        (b"Transfer-Encoding: chunked\r\nContent-Encoding: gzip", chunked(gzip.compress(PAGE))),
    ],
    ids=[
        "plain",
        "chunked",
        "chunked by its header only",
        "gzip",
        "gzip by its header only",
        "deflate",
        "raw deflate",
        "chunked gzip",
    ],
)
def test_bodies_as_they_are_sent(headers: bytes, body: bytes) -> None:
    found = read_answer(answer(headers, body))
    assert found
    assert found[1].read(1000) == PAGE
    assert found[1].read(1000) == b""


def test_type_and_encoding() -> None:
    found = read_answer(answer(b'Content-Type: Text/HTML; charset="cp1250"', PAGE))
    assert found
    assert (media_type(found[0]), stated_encoding(found[0])) == ("text/html", "cp1250")
    bare = read_answer(answer(b"Server: weir", PAGE))
    assert bare
    assert (media_type(bare[0]), stated_encoding(bare[0])) == ("", None)


@pytest.mark.parametrize("status", [b"404 Not Found", b"301 Moved", b"204 No Content"])
def test_an_answer_without_a_document(status: bytes) -> None:
    assert read_answer(b"HTTP/1.1 " + status + b"\r\n\r\n<html>Not here</html>") is None


def test_what_cannot_be_read() -> None:
    with pytest.raises(UnreadableFile, match="no answer"):
        read_answer(b"<html>")
    with pytest.raises(UnreadableFile, match="“zstd”"):
        read_answer(answer(b"Content-Encoding: zstd", PAGE))
