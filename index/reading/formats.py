"""The formats that can be read, told apart by what a file holds first and by its name second."""

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import NamedTuple

from index.reading.containers.mail_signs import shows_mail, shows_mailbox
from index.reading.draft import Draft, Unread
from index.reading.source import Source

_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRONT_MATTER = re.compile(
    rb"(?:\xef\xbb\xbf)?---[ \t]*\r?\n(?:[^\n]{0,300}\n){0,40}?(?:title|url|source|author|date)\s*:",
    re.IGNORECASE,
)
_OPENING = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*[\[{]")
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[\s*)?\{\s*\"[^\"\n]{1,100}\"\s*:\s*[\[{\"\dtfn-]")
_ZIP_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
"""Of a first entry, and of the end of an empty archive."""

Reader = Callable[[Source, bool | None], Iterator[Draft | Unread]]
"""The articles of a source in their order; the second argument is the order of day and month, where it is known.

What cannot be read of one entry among several is yielded as `Unread`. Raising UnreadableFile ends the source, and
keeps what was yielded before.
"""


class Format(NamedTuple):
    """A kind of file, how to recognise it, and how to read it."""

    name: str
    suffixes: frozenset[str]
    """In small letters without their dot."""
    read: Reader
    shows: Callable[[bytes], object] = lambda _head: False
    """Whether the first bytes show it beyond doubt, whatever the name says."""
    fits: Callable[[bytes], object] = lambda _head: True
    """Whether the first bytes may be it, where the name says so."""
    under_any_name: bool = False
    """Whether a file whose suffix is unknown is taken for it when its first bytes show it."""


def _read_page(source: Source, day_first: bool | None) -> Iterator[Draft]:
    from index.reading.web.web_page import read_page

    yield read_page(source.data(), day_first, source.encoding)


def _read_markdown(source: Source, day_first: bool | None) -> Iterator[Draft]:
    from index.reading.decoding import decode
    from index.reading.plain.markdown import read_markdown

    yield read_markdown(decode(source.data(), source.encoding), day_first)


def _read_plain(source: Source, day_first: bool | None) -> Iterator[Draft]:
    from index.reading.decoding import decode
    from index.reading.plain.plain_text import read_plain

    yield read_plain(decode(source.data(), source.encoding), day_first)


def _late(module: str, reader: str) -> Reader:
    """A reader out of `index.reading`, whose module, and the libraries it needs, are loaded with its first file."""

    def read(source: Source, day_first: bool | None) -> Iterator[Draft | Unread]:
        found: Reader = getattr(import_module(f"index.reading.{module}"), reader)
        return found(source, day_first)

    return read


_TEXT = Format("text", frozenset({"txt", "text"}), _read_plain)
FORMATS = (
    Format(
        "gzip",
        frozenset({"gz"}),
        _late("containers.archives", "read_gzip"),
        shows=lambda head: head.startswith(b"\x1f\x8b\x08"),
        fits=lambda head: head.startswith(b"\x1f\x8b"),
    ),
    Format(
        "docx",
        frozenset({"docx"}),
        _late("documents.office", "read_docx"),
        # Parts of a word processor's document stand near the beginning; one that is encrypted is no ZIP at all.
        shows=lambda head: head.startswith(_ZIP_SIGNATURES) and b"word/" in head and b".xml" in head,
        fits=lambda head: head.startswith((*_ZIP_SIGNATURES, b"\xd0\xcf\x11\xe0")),
    ),
    Format(
        "odt",
        frozenset({"odt"}),
        _late("documents.office", "read_odt"),
        shows=lambda head: b"mimetypeapplication/vnd.oasis.opendocument.text" in head[:100],
        fits=lambda head: head.startswith(_ZIP_SIGNATURES),
    ),
    Format(
        "epub",
        frozenset({"epub"}),
        _late("documents.epub", "read_epub"),
        shows=lambda head: b"mimetypeapplication/epub+zip" in head[:100],
        fits=lambda head: head.startswith(_ZIP_SIGNATURES),
    ),
    Format(
        "zip",
        frozenset({"zip", "wacz"}),
        _late("containers.archives", "read_zip"),
        shows=lambda head: head.startswith(_ZIP_SIGNATURES),
        fits=lambda head: head.startswith(_ZIP_SIGNATURES),
    ),
    Format(
        "warc",
        frozenset({"warc"}),
        _late("containers.warc", "read_warc"),
        shows=lambda head: head.startswith(b"WARC/"),
        # One whose beginning is lost still has records further on.
        fits=lambda head: b"WARC/" in head,
    ),
    Format(
        "mailbox",
        frozenset({"mbox", "mbx"}),
        _late("containers.mail", "read_mailbox"),
        shows=shows_mailbox,
        fits=lambda head: head.startswith(b"From "),
    ),
    Format(
        "mail",
        frozenset({"eml", "mht", "mhtml"}),
        _late("containers.mail", "read_mail"),
        shows=shows_mail,
        fits=lambda head: b":" in head,
        under_any_name=True,
    ),
    Format(
        "pdf",
        frozenset({"pdf"}),
        _late("documents.pdf", "read_pdf"),
        shows=lambda head: b"%PDF-" in head[:1024],
        fits=lambda head: b"%PDF" in head,
        under_any_name=True,
    ),
    Format(
        "rtf",
        frozenset({"rtf"}),
        _late("documents.office", "read_rtf"),
        shows=lambda head: head.startswith(b"{\\rtf"),
        fits=lambda head: b"\\rtf" in head,
    ),
    Format(
        "html",
        frozenset({"html", "htm", "xhtml"}),
        _read_page,
        shows=_PAGE.match,
        # A text that was given a page's suffix, as some mail programs do, has no tag in it.
        fits=lambda head: b"<" in head or b"\0" in head,
        under_any_name=True,
    ),
    Format(
        "markdown",
        frozenset({"md", "markdown"}),
        _read_markdown,
        shows=_FRONT_MATTER.match,
        under_any_name=True,
    ),
    Format(
        "json",
        frozenset({"json", "jsonl", "ndjson"}),
        _late("records.json_export", "read_json"),
        shows=_JSON.match,
        # Programs write JSON in UTF-8, whose first visible character opens an object or a list.
        fits=_OPENING.match,
    ),
    Format("csv", frozenset({"csv", "tsv"}), _late("records.csv_export", "read_csv")),
    _TEXT,
)
"""In the order in which their first bytes are looked at."""
_BY_SUFFIX = {suffix: known for known in FORMATS for suffix in known.suffixes}


def shown_format(head: bytes) -> Format | None:
    """The format that the first bytes show beyond doubt."""
    return next((known for known in FORMATS if known.shows(head)), None)


def format_of(head: bytes, suffix: str) -> Format:
    """The format by the first bytes, by the suffix where they do not tell; else it is plain text, or nothing."""
    shown = shown_format(head)
    named = _BY_SUFFIX.get(suffix)
    # Documents are ZIP archives too, and not all have what tells them at their beginning.
    if shown is not None and not (shown.name == "zip" and named is not None):
        return shown
    return named if named is not None and named.fits(head) else shown or _TEXT


def read_source(source: Source, day_first: bool | None = None) -> Iterator[Draft | Unread]:
    """The articles of a file or an entry, as its format reads them.

    Raises:
        UnreadableFile: while iterating, when nothing more can be read of it.
    """
    return format_of(source.head, source.suffix).read(source, day_first)


def is_readable_suffix(suffix: str) -> bool:
    """Whether files with this suffix (small letters, no dot) are read."""
    return suffix in _BY_SUFFIX
