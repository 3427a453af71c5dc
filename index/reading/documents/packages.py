"""Documents that are ZIP archives of XML: their parts, within bounds, and what they state of themselves."""

import io
import zipfile
from typing import Any

from lxml import etree

from models.errors import UnreadableFile

MAX_DOCUMENT = 100 * 1024 * 1024
"""Bytes of a document with its pictures."""
_MOST_TEXT = 30 * 1024 * 1024
"""Bytes of one part's markup, unpacked: in ODT and EPUB a word takes some ten to a hundred."""
_MOST_PARTS = 20_000


def archive_of(data: bytes) -> zipfile.ZipFile:
    """The archive that a document is; to be closed.

    Raises:
        UnreadableFile: it is damaged.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except MemoryError:
        raise
    except Exception as error:
        # Besides BadZipFile, what damaged tables of contents make of struct, decoding and seeking.
        raise UnreadableFile("The document is damaged: it cannot be unpacked.") from error
    if len(archive.infolist()) > _MOST_PARTS:
        archive.close()
        raise UnreadableFile("It has more parts than a document of articles holds.")
    return archive


def member(archive: zipfile.ZipFile, name: str) -> bytes:
    """A part of a document; nothing where it has none of this name.

    Raises:
        UnreadableFile: it is damaged or too large.
    """
    if name not in archive.NameToInfo:
        return b""
    info = archive.getinfo(name)
    if info.file_size > _MOST_TEXT:
        raise UnreadableFile("Its text is too large for one article.")
    try:
        return archive.read(info)
    except MemoryError:
        raise
    except Exception as error:
        raise UnreadableFile("The document is damaged: it cannot be unpacked.") from error


def parsed(data: bytes) -> Any:
    """The tree of a part; None where it is empty or no XML. Entities are not expanded and nothing is loaded."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        return etree.fromstring(data, parser) if data else None
    except (etree.LxmlError, ValueError):
        return None


def dublin_core(data: bytes) -> dict[str, str]:
    """What a document states of itself: Dublin Core's elements by their names."""
    tree = parsed(data)
    if tree is None:
        return {}
    return {
        etree.QName(element).localname: " ".join(element.text.split())
        for element in tree.iter("{http://purl.org/dc/elements/1.1/}*")
        if element.text
    }
