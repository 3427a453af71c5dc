"""A file, damaged at random: cut, flipped, mixed with another, repeated, or called what it is not."""

import random
from collections.abc import Callable, Sequence

from tests.bench.hostile.seeds import Seed

_SUFFIXES = (
    "txt html htm xhtml md json jsonl csv tsv pdf docx odt rtf epub eml mbox mhtml warc gz zip warc.gz wacz text"
).split()
_LARGEST = 4_000_000
_NASTY = (
    b"\0",
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"\xc0\xaf",
    b"\x1b]0;owned\x07",
    b"\x1b[2J",
    "\u202e".encode(),
    b"<![CDATA[",
    b"<!--",
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"\x1f\x8b\x08",
    b"{\\rtf1",
    b"From a@b.example Fri May  2 10:00:00 2031\n",
    b"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n",
    b"--\n",
    b"endstream endobj",
    b'"',
    b"{" * 50,
    b"&a;" * 20,
    b"9" * 5000,
    b"(" * 3000,
    b"A" * 70_000,
)


def mutated(chance: random.Random, seeds: Sequence[Seed]) -> Seed:
    """One of the seeds after one to four kinds of damage."""
    name, data = chance.choice(seeds)
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 4))):
        data = chance.choice(_DAMAGES)(chance, data, seeds)
    stem, _, suffix = name.partition(".")
    if chance.random() < 0.25:
        suffix = chance.choice(_SUFFIXES)
    return Seed(f"{stem}.{suffix}", data[:_LARGEST])


def _cut(chance: random.Random, data: bytes, _seeds: Sequence[Seed]) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] if chance.random() < 0.8 else data[at:]


def _flipped(chance: random.Random, data: bytes, _seeds: Sequence[Seed]) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 10, 100)) if changed else 0):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _random_bytes(chance: random.Random, data: bytes, _seeds: Sequence[Seed]) -> bytes:
    at = chance.randrange(len(data) + 1)
    length = chance.randrange(1, 400)
    return data[:at] + chance.randbytes(length) + data[at + length :]


def _spliced(chance: random.Random, data: bytes, seeds: Sequence[Seed]) -> bytes:
    other = chance.choice(seeds).data
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


def _repeated(chance: random.Random, data: bytes, _seeds: Sequence[Seed]) -> bytes:
    start = chance.randrange(len(data) + 1)
    end = min(len(data), start + chance.randrange(1, 2000))
    return data[:start] + data[start:end] * chance.choice((2, 10, 300)) + data[end:]


def _inserted(chance: random.Random, data: bytes, _seeds: Sequence[Seed]) -> bytes:
    for _ in range(chance.choice((1, 1, 5, 50))):
        at = chance.randrange(len(data) + 1)
        data = data[:at] + chance.choice(_NASTY) + data[at:]
    return data


def _exchanged(chance: random.Random, data: bytes, _seeds: Sequence[Seed]) -> bytes:
    """A number in it made another, as lengths, counts and offsets are."""
    places = [at for at, byte in enumerate(data[:200_000]) if 0x30 <= byte <= 0x39]
    if not places:
        return data
    at = chance.choice(places)
    return data[:at] + chance.choice((b"-1", b"0", b"99999999", b"1e309", b"2147483648")) + data[at + 1 :]


_DAMAGES: tuple[Callable[[random.Random, bytes, Sequence[Seed]], bytes], ...] = (
    _cut,
    _flipped,
    _random_bytes,
    _spliced,
    _repeated,
    _inserted,
    _exchanged,
)
