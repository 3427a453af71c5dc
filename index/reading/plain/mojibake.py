r"""Text that a program has decoded as Western European though it was UTF-8, mended where that is certain: "donâ€™t".

Nothing else is touched: a French "café\xa0»" is a valid sequence of UTF-8, too, when it is read as bytes, and so is a
Portuguese "IRMÃ”".
"""

import re
import unicodedata
from typing import NamedTuple

_HIGH = {bytes([byte]).decode("cp1252", errors="ignore") or chr(byte): byte for byte in range(0x80, 0xA0)}
"""The characters of Windows-1252 by their bytes; its five holes are the controls, as browsers have it."""
_AS_LATIN_1 = {chr(byte): byte for byte in range(0x80, 0x100)}
_BYTES = _AS_LATIN_1 | _HIGH
_AFTER = "".join(map(re.escape, sorted(char for char, byte in _BYTES.items() if byte < 0xC0)))
_SEQUENCE = re.compile(f"[\xc2-\xc5\xce-\xd1][{_AFTER}]|\xe2[{_AFTER}]{{2}}|\xf0[{_AFTER}]{{3}}|\xef\xbb\xbf")
_FEW = "".join(char for char, byte in _BYTES.items() if byte in {0x80, 0x82, 0x84})
_CERTAIN = re.compile(
    f"\xe2[{_FEW}][{_AFTER}]"  # quotation marks, dashes, dots, the euro and trademark signs
    f"|\xf0[\u0178\x9f][{_AFTER}]{{2}}"  # pictographs
    "|(?<=[a-z])[\xc3-\xc5][\xa1-\xbf]|[\xc3-\xc5][\xa1-\xbf](?=[a-z])"  # "cafÃ©": a capital and a sign in a word
    "|\xc2[\xa3\xb0\xa9]|\xef\xbb\xbf"
)
_MANY = 5
"""Sequences that are no accident where they outnumber the other letters beyond ASCII."""
_WORD_END = re.compile(r"[^\s<>]{0,30}$")
_WORD_START = re.compile(r"[^\s<>]{0,30}")
_LONGEST_SAMPLE = 60


class Mended(NamedTuple):
    """A text, and what was mended in it."""

    text: str
    lines: int
    """How many lines had to be mended."""
    sample: str
    """The first of the words that were wrong, as they were; empty if there were none."""


def mended(text: str) -> Mended:
    """The text with all that was certainly decoded wrongly decoded rightly, once or twice over."""
    if text.isascii() or not _SEQUENCE.search(text):
        return Mended(text, 0, "")
    throughout = _is_throughout(text)
    lines = text.split("\n")
    count, sample = 0, ""
    for number, line in enumerate(lines):
        if line.isascii() or not (throughout or _CERTAIN.search(line)):
            continue
        better = _decoded(line)
        if better != line:
            count += 1
            sample = sample or _words_around(line)
            lines[number] = better
    return Mended("\n".join(lines), count, sample) if count else Mended(text, 0, "")


def _is_throughout(text: str) -> bool:
    found = len(_SEQUENCE.findall(text))
    rest = _SEQUENCE.sub("", text)
    return found >= _MANY and found > sum(not char.isascii() and char.isalpha() for char in rest)


def _decoded(line: str) -> str:
    once = _SEQUENCE.sub(_character, line)
    return _SEQUENCE.sub(_character, once) if _CERTAIN.search(once) else once


def _character(match: re.Match[str]) -> str:
    try:
        found = bytes(_BYTES[char] for char in match[0]).decode("utf-8")
    except UnicodeDecodeError:
        return match[0]
    return match[0] if unicodedata.category(found) in {"Cc", "Cn", "Co"} else found


def _words_around(line: str) -> str:
    match = _CERTAIN.search(line) or _SEQUENCE.search(line)
    assert match is not None
    before = _WORD_END.search(line[: match.start()])
    after = _WORD_START.search(line, match.end())
    return ((before[0] if before else "") + line[match.start() : after.end() if after else None])[
        :_LONGEST_SAMPLE
    ]
