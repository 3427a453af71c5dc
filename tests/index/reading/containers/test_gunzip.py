import gzip
import io
import random
import zlib

import pytest

from index.reading.containers.gunzip import Gunzip

WORDS = random.Random(3).randbytes(200_000)


def read(stream: Gunzip) -> bytes:
    return b"".join(iter(lambda: stream.read(5000), b""))


def test_members_are_joined() -> None:
    data = gzip.compress(WORDS) + gzip.compress(b"") + gzip.compress(b"and the rest") + bytes(512)
    assert read(Gunzip(io.BytesIO(data))) == WORDS + b"and the rest"


def test_it_goes_on_after_a_damaged_member() -> None:
    broken = bytearray(gzip.compress(WORDS))
    broken[-6] ^= 1  # its checksum
    stream = Gunzip(io.BytesIO(broken + b"\x1f\x8b\x08 no member" + gzip.compress(b"next")))
    with pytest.raises(zlib.error):
        read(stream)
    assert read(stream) == b"next"


def test_a_sudden_end_is_told_once() -> None:
    stream = Gunzip(io.BytesIO(gzip.compress(WORDS)[:-50]))
    with pytest.raises(EOFError):
        read(stream)
    assert read(stream) == b""


def test_false_beginnings_end() -> None:
    stream = Gunzip(io.BytesIO(b"\x1f\x8b\x08\xff" * 300_000))
    with pytest.raises(zlib.error):
        read(stream)
    assert read(stream) == b""
