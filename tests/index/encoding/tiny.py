"""A sentence encoder of a few bytes, written by hand: a table of vectors, a row for each word of a few invented ones.

A model in ONNX is a Protocol Buffers message: each field is its number and wire type, then a number, or a length and
so many bytes.
"""

import json
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

WORDS: Mapping[str, tuple[float, float, float]] = {
    "dismissed": (1, 0, 0),
    "fired": (0.9, 0.1, 0),
    "sacked": (0.95, 0, 0.1),
    "flood": (0, 1, 0),
    "water": (0, 0.9, 0.2),
    "choir": (0, 0, 1),
    "song": (0.1, 0, 0.9),
}
UNKNOWN = "[UNK]"
LITTLE = 0.01
"""What every other word means in each direction."""
_FLOAT, _INT64 = 1, 7


def write_encoder(
    folder: Path, *, inside: str = "", words: Mapping[str, Sequence[float]] = WORDS, other: float = LITTLE
) -> Path:
    """Write model.onnx, under `inside`, and tokenizer.json into a folder."""
    (folder / inside).mkdir(parents=True, exist_ok=True)
    table = [(other,) * 3, *words.values()]
    (folder / inside / "model.onnx").write_bytes(_model(table))
    numbers = {word: number for number, word in enumerate([UNKNOWN, *words])}
    tokenizer: dict[str, object] = {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [],
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "Whitespace"},
        "post_processor": None,
        "decoder": None,
        "model": {"type": "WordLevel", "vocab": numbers, "unk_token": UNKNOWN},
    }
    (folder / "tokenizer.json").write_text(json.dumps(tokenizer), encoding="utf-8")
    return folder


def _model(table: Sequence[Sequence[float]]) -> bytes:
    """`last_hidden_state` = the rows of `table` that `input_ids` name; the mask is there to be taken in."""
    values = b"".join(struct.pack("<f", value) for row in table for value in row)
    weights = b"".join(_number(1, size) for size in (len(table), len(table[0])))
    weights += _number(2, _FLOAT) + _text(8, "table") + _bytes(9, values)
    gather = _text(1, "table") + _text(1, "input_ids") + _text(2, "last_hidden_state") + _text(4, "Gather")
    graph = _bytes(1, gather) + _text(2, "tiny") + _bytes(5, weights)
    for name in ("input_ids", "attention_mask"):
        graph += _bytes(11, _value(name, _INT64, "batch", "tokens"))
    graph += _bytes(12, _value("last_hidden_state", _FLOAT, "batch", "tokens", "dimensions"))
    return _number(1, 8) + _bytes(7, graph) + _bytes(8, _number(2, 13))


def _value(name: str, kind: int, *sizes: str) -> bytes:
    shape = b"".join(_bytes(1, _text(2, size)) for size in sizes)
    tensor = _number(1, kind) + _bytes(2, shape)
    return _text(1, name) + _bytes(2, _bytes(1, tensor))


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _bytes(field: int, value: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(value)) + value


def _text(field: int, value: str) -> bytes:
    return _bytes(field, value.encode())


def _varint(value: int) -> bytes:
    found = bytearray()
    while value > 0x7F:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*found, value])
