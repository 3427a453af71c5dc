"""The formats that can be read, told apart by what a file holds first and by its name second."""

import re
from collections.abc import Callable
from typing import NamedTuple

from index.reading.decoding import decode
from index.reading.draft import Draft

_SUFFIXES = {
    "txt": "text",
    "text": "text",
    "md": "markdown",
    "markdown": "markdown",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
}
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRONT_MATTER = re.compile(
    rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n(?:[^\n]{0,300}\n){0,40}?(?:title|url|source|author|date)\s*:",
    re.IGNORECASE,
)


class Format(NamedTuple):
    """A kind of file, how to recognise it, and how to read it."""

    name: str
    recognises: Callable[[bytes, str], bool]
    """From the first bytes and the suffix, in small letters without its dot."""
    read: Callable[[bytes, bool | None], list[Draft]]


def _read_page(data: bytes, day_first: bool | None) -> list[Draft]:
    from index.reading.web_page import read_page

    return [read_page(data, day_first)]


def _read_markdown(data: bytes, day_first: bool | None) -> list[Draft]:
    from index.reading.markdown import read_markdown

    return [read_markdown(decode(data), day_first)]


def _read_plain(data: bytes, day_first: bool | None) -> list[Draft]:
    from index.reading.plain_text import read_plain

    return [read_plain(decode(data), day_first)]


FORMATS = (
    Format("html", lambda data, suffix: bool(_PAGE.match(data)) or _is(suffix, "html", data), _read_page),
    Format(
        "markdown",
        lambda data, suffix: _is(suffix, "markdown", data) or bool(_FRONT_MATTER.match(data)),
        _read_markdown,
    ),
    Format("text", lambda _data, _suffix: True, _read_plain),
)
"""In the order in which they are tried; plain text takes what nothing else recognised."""


def _is(suffix: str, format_name: str, data: bytes) -> bool:
    if _SUFFIXES.get(suffix) != format_name:
        return False
    # A text that was given a page's suffix, as some mail programs do, has no tag in it.
    return format_name != "html" or b"<" in data or b"\0" in data


def format_of(data: bytes, suffix: str) -> Format:
    """The format of a file by its first bytes, and its suffix where they do not tell."""
    head = data[:8192]
    return next(known for known in FORMATS if known.recognises(head, suffix))


def is_readable_suffix(suffix: str) -> bool:
    """Whether files with this suffix (small letters, no dot) are read."""
    return suffix in _SUFFIXES
