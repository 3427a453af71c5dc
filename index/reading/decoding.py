"""Bytes to text: what encoding a saved file is in, and whether it is text at all."""

import codecs
import re

from models.errors import UnreadableFile

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"\xcf\xfa\xed\xfe", "a program"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"OggS", "a sound or video file"),
    (b"ID3", "a sound file"),
    (b"\x1aE\xdf\xa3", "a video file"),
)
_FIRST_BYTES = tuple(signature for signature, _ in _SIGNATURES)
# UTF-32 first: its little-endian mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65_536
_WESTERN = frozenset("ca da de en es fi fr it nl no pt sv".split())
"""Languages whose letters are all in Windows' code page 1252."""
_ESCAPED = re.compile("[\udc80-\udcff]")
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\x0b\x0c\r\x1b") + b"\x7f"


def decode(data: bytes, stated: str | None = None) -> str:
    """The text of a file, by its byte order mark, its pattern of NULs, or what its bytes look like.

    Args:
        data: the whole file.
        stated: the encoding that the file itself names, as a web page does.

    Raises:
        UnreadableFile: the bytes are a picture, an archive, a program, or otherwise no text.
    """
    if data.startswith(_FIRST_BYTES):
        what = next(what for signature, what in _SIGNATURES if data.startswith(signature))
        raise UnreadableFile(f"It is binary, not text: {what}.")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if b"\0" in data[:_SAMPLE]:
        wide = _wide(data[:_SAMPLE])
        if wide:
            return data.decode(wide, errors="replace")
    if _is_binary(data[:_SAMPLE]):
        raise UnreadableFile("It is binary, not text.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_other(data, stated)


def _wide(sample: bytes) -> str | None:
    """UTF-16 without its mark: Western text has a NUL in nearly every second byte, always on the same side."""
    even, odd = sample[0::2], sample[1::2]
    first = even.count(0) / max(1, len(even))
    second = odd.count(0) / max(1, len(odd))
    if second > 0.4 and first < 0.05:
        return "utf-16-le"
    if first > 0.4 and second < 0.05:
        return "utf-16-be"
    return None


def _is_binary(sample: bytes) -> bool:
    # A stray NUL or form feed happens in text; every twentieth byte a control character does not.
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > len(sample) * 0.05


def is_text(head: bytes) -> bool:
    """Whether a file with these first bytes may be text, in whatever encoding; so is an empty one."""
    if head.startswith(tuple(signature for signature, _ in _SIGNATURES)):
        return False
    marked = head.startswith(tuple(mark for mark, _ in _MARKS))
    return marked or (b"\0" in head and _wide(head) is not None) or not _is_binary(head)


def stream_encoding(head: bytes) -> str:
    """The encoding of a text that is too long to be decoded in whole, by its byte order mark or its pattern of NULs.

    Where it says UTF-8, bytes that are none may come all the same; decode with "surrogateescape", and
    `mend` the fields that have some.
    """
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            # The names without their end read the mark.
            return "utf-8-sig" if encoding == "utf-8" else encoding.removesuffix("-le").removesuffix("-be")
    return (_wide(head) if b"\0" in head else None) or "utf-8"


def stream_errors(encoding: str) -> str:
    """What becomes of bytes that `stream_encoding` is wrong about: only those of UTF-8 can be kept for `mend`."""
    return "surrogateescape" if encoding.startswith("utf-8") else "replace"


def mend(text: str) -> str:
    """A text that was decoded as UTF-8 with "surrogateescape", in the encoding that its bytes look like."""
    if not _ESCAPED.search(text):
        return text
    try:
        return decode(text.encode("utf-8", "surrogateescape"))
    except (UnicodeEncodeError, UnreadableFile):
        return text


def _decode_other(data: bytes, stated: str | None) -> str:
    if stated and stated.lower() not in {"utf-8", "utf8"}:
        try:
            return data.decode(stated)
        except (LookupError, UnicodeDecodeError, ValueError):
            pass
    high = sum(1 for byte in data[:_SAMPLE] if byte >= 0x80)
    # UTF-8 with a few broken places, cut off or mended by hand, is still UTF-8: chance makes no valid sequences.
    mended = data.decode("utf-8", errors="replace")
    valid = sum(1 for char in mended[:_SAMPLE] if char >= "\x80" and char != "\ufffd")
    if valid > 2 * mended[:_SAMPLE].count("\ufffd"):
        return mended
    if high <= 8 or high < 0.06 * min(len(data), _SAMPLE):
        # So few accented letters are Western European; guessing by statistics goes astray on so little evidence.
        return _decode_western(data)
    from charset_normalizer import from_bytes

    from index.reading.stated.languages import language_of

    western = _decode_western(data)
    best = from_bytes(data[:_SAMPLE]).best()
    try:
        other = data.decode(best.encoding) if best is not None else western
    except (LookupError, UnicodeDecodeError):
        return western
    # Statistics of letters take a few sentences of French for Czech; the small words of a language tell.
    if language_of([western[:_SAMPLE]]) in _WESTERN:
        return western
    foreign = sum(char > "\u036f" for char in other if char.isalpha()) * 2 > sum(map(str.isalpha, other))
    return other if foreign or language_of([other[:_SAMPLE]]) not in {None, *_WESTERN} else western


def _decode_western(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")
