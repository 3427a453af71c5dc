"""EPUB: an article saved as a book, or a book of articles such as reading programs and news recipes make."""

import posixpath
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

from index.reading.documents.markup import markup_pieces
from index.reading.documents.packages import MAX_DOCUMENT, archive_of, dublin_core, member, parsed
from index.reading.draft import Draft, Unread
from index.reading.plain.marked import Piece, read_pieces
from index.reading.source import BudgetSpent, Source
from index.reading.stated.languages import language_code
from index.reading.stated.outlets import outlet_of_address
from models.errors import UnreadableFile

_PACKAGE = "{http://www.idpf.org/2007/opf}"
_CONTAINER = "META-INF/container.xml"
_MOST_CHAPTERS = 5_000
_LEAST_ARTICLE = 200
"""Characters below which a chapter is a cover, a title page or a list of contents."""
_LINK_SHARE = 0.6
_ORIGINAL = re.compile(
    r"""(?:downloaded by|original (?:article|source)|read (?:it|the original)|source|from)[^<>]{0,80}<a\s[^>]{0,200}?href\s*=\s*["'](https?://[^"'\s]{4,2000})""",
    re.IGNORECASE,
)
_ENCRYPTED = re.compile(rb"""CipherReference\s[^>]{0,200}?URI\s*=\s*["'][^"']{1,500}\.x?html?["']""")


def read_epub(source: Source, day_first: bool | None = None) -> Iterator[Draft | Unread]:
    """The chapters of an EPUB, an article each; covers and lists of contents are passed over.

    Raises:
        UnreadableFile: it is encrypted, damaged, or has no text.
    """
    with archive_of(source.data(MAX_DOCUMENT)) as archive:
        # Fonts may be scrambled in a book that anyone may read.
        if _ENCRYPTED.search(member(archive, "META-INF/encryption.xml")):
            raise UnreadableFile("It is encrypted: only the shop's own program opens it.")
        package_name = _package_name(parsed(member(archive, _CONTAINER)))
        data = member(archive, package_name)
        package = parsed(data)
        if package is None:
            raise UnreadableFile("The EPUB is damaged: it does not say what is in it.")
        properties = dublin_core(data)
        # A chapter is read once, however often it is listed.
        names = list(dict.fromkeys(_spine(package, package_name)))
        single = len(names) < 4
        found = False
        for name in names[:_MOST_CHAPTERS]:
            try:
                markup = member(archive, name)
                draft = _chapter(markup, properties, name, day_first, single=single)
            except BudgetSpent:
                raise
            except UnreadableFile as error:
                yield Unread(name, str(error))
                continue
            if draft:
                found = True
                yield draft
    if not found:
        raise UnreadableFile("The EPUB has no chapter with an article's text.")


def _package_name(container: Any) -> str:
    if container is not None:
        for root in container.iter("{urn:oasis:names:tc:opendocument:xmlns:container}rootfile"):
            return str(root.get("full-path", ""))
    return "content.opf"


def _spine(package: Any, package_name: str) -> Iterator[str]:
    """The names of the chapters in the order in which they are read, without the list of contents."""
    folder = posixpath.dirname(package_name)
    items = {
        item.get("id"): item
        for item in package.iter(f"{_PACKAGE}item")
        if "nav" not in item.get("properties", "")
    }
    for reference in package.iter(f"{_PACKAGE}itemref"):
        item = items.get(reference.get("idref"))
        if item is not None and "html" in item.get("media-type", "html"):
            yield posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))


def _chapter(
    markup: bytes, properties: dict[str, str], name: str, day_first: bool | None, *, single: bool
) -> Draft | None:
    if not markup:
        raise UnreadableFile("It is missing.")
    pieces: list[Piece] = list(markup_pieces(markup))
    if sum(len(piece.text) for piece in pieces) < _LEAST_ARTICLE or _is_list_of_links(markup):
        return None
    draft = Draft(entry=name)
    original = _ORIGINAL.search(markup.decode("utf-8", errors="replace"))
    if original and urlsplit(original[1]).hostname:
        draft.note("url", original[1], "link to the original")
    draft.note("language", language_code(properties.get("language", "")), "EPUB language")
    read_pieces(draft, pieces, day_first)
    if single:
        draft.note("title", properties.get("title"), "EPUB title")
    if draft.url:
        draft.note("outlet", outlet_of_address(draft.url), "address")
    return draft


def _is_list_of_links(markup: bytes) -> bool:
    """Whether most of a chapter's text is links, as in a list of contents."""
    text = re.sub(rb"<[^>]*>", b"", markup)
    linked = b"".join(re.findall(rb"<a\s[^>]*>(.{0,500}?)</a>", markup, re.DOTALL | re.IGNORECASE))
    return len(re.sub(rb"<[^>]*>", b"", linked)) > _LINK_SHARE * len(text)
