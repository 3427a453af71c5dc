"""Documents of word processors: Word's DOCX, OpenDocument's ODT, and RTF."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

from lxml import etree

from index.reading.documents.packages import MAX_DOCUMENT, archive_of, dublin_core, member, parsed
from index.reading.draft import Draft
from index.reading.plain.marked import Piece, read_pieces
from index.reading.source import Source
from index.reading.stated.languages import language_code
from models.errors import UnreadableFile

_MOST_WORD = 8 * 1024 * 1024
"""Bytes of markup in one part of a Word document, of which a tree takes forty times as much memory."""
_MOST_TAGS = 300_000
"""Tags in a Word document, of which a thousand take 20 ms; a word has some ten."""
_MOST_RTF = 4 * 1024 * 1024
_PICTURE = re.compile(r"[0-9a-fA-F\s]{400,}")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_NOT_SAID = frozenset(
    f"{_TEXT}{name}"
    for name in (
        "tracked-changes",
        "note",
        "annotation",
        "table-of-content",
        "sequence-decls",
        "variable-decls",
    )
) | {f"{_OFFICE}annotation", f"{_OFFICE}forms"}
_NO_TITLE = re.compile(r"untitled|unbenannt|sans titre|microsoft word|document\d*|\.\w{2,5}$", re.IGNORECASE)
_HEADING_STYLE = re.compile(r"\{\\s(?P<number>\d+)[^{}]{0,400}?heading (?P<level>[1-6])\b", re.IGNORECASE)


def read_docx(source: Source, day_first: bool | None = None) -> Iterator[Draft]:
    """A Word document as one article. Its author is whoever saved it, its date that of saving: neither is taken.

    Raises:
        UnreadableFile: it is encrypted, damaged, or too large.
    """
    import mammoth

    from index.reading.documents.markup import markup_pieces

    data = source.data(MAX_DOCUMENT)
    if data.startswith(_OLD_OFFICE):
        raise UnreadableFile(
            "It is encrypted with a password, or of Word's format of before 2007.",
            "Save it as DOCX without a password.",
        )
    with archive_of(data) as archive:
        properties = dublin_core(member(archive, "docProps/core.xml"))
        if "word/document.xml" not in archive.namelist():
            raise UnreadableFile("The Word document is damaged: it has no text.")
        parts = [info for info in archive.infolist() if info.filename.endswith((".xml", ".rels"))]
        if sum(info.file_size for info in parts) > _MOST_WORD or _tags(archive, parts) > _MOST_TAGS:
            raise UnreadableFile("Its text is too large for one article.")
    try:
        markup = mammoth.convert_to_html(
            io.BytesIO(data),
            convert_image=mammoth.images.img_element(lambda _image: {}),
            external_file_access=False,
            style_map="p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh",
        ).value
    except MemoryError:
        raise
    except Exception as error:
        # Besides errors of its own, whatever a damaged part makes of KeyError, ValueError and XML errors.
        raise UnreadableFile("The Word document is damaged.") from error
    yield _document(list(markup_pieces(markup or "<p></p>")), properties, day_first)


def _tags(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> int:
    return sum(member(archive, info.filename).count(b"<") for info in parts)


def read_odt(source: Source, day_first: bool | None = None) -> Iterator[Draft]:
    """An OpenDocument text as one article.

    Raises:
        UnreadableFile: it is encrypted, damaged, or too large.
    """
    with archive_of(source.data(MAX_DOCUMENT)) as archive:
        if b"encryption-data" in member(archive, "META-INF/manifest.xml"):
            raise UnreadableFile("It is encrypted with a password.", "Save it without one.")
        properties = dublin_core(member(archive, "meta.xml"))
        content = parsed(member(archive, "content.xml"))
    body = content.find(f"{_OFFICE}body/{_OFFICE}text") if content is not None else None
    if body is None:
        raise UnreadableFile("The document is damaged: it has no text.")
    yield _document(list(_odt_pieces(body)), properties, day_first)


def read_rtf(source: Source, day_first: bool | None = None) -> Iterator[Draft]:
    """An RTF document as one article.

    Raises:
        UnreadableFile: it is damaged, or too large.
    """
    from striprtf.striprtf import rtf_to_text

    # Pictures stand in it as figures by the million.
    raw = _PICTURE.sub("", source.data(MAX_DOCUMENT).decode("latin-1"))
    if len(raw) > _MOST_RTF:
        raise UnreadableFile("Its text is too large for one article.")
    to_text: Callable[..., str] = rtf_to_text
    try:
        text = to_text(raw, errors="replace")
    except MemoryError:
        raise
    except Exception as error:
        raise UnreadableFile("The RTF document is damaged.") from error
    headings = _rtf_headings(raw, to_text)
    pieces = [Piece(line, headings.get(" ".join(line.split()), 0)) for line in text.split("\n")]
    yield _document(pieces, {}, day_first)


def _document(pieces: list[Piece], properties: dict[str, str], day_first: bool | None) -> Draft:
    draft = Draft()
    title = properties.get("title", "")
    text = " ".join(" ".join(piece.text for piece in pieces[:12]).split()).casefold()
    if len(title) > 8 and not _NO_TITLE.search(title) and " ".join(title.split()).casefold() in text:
        draft.note("title", title, "document title, confirmed by the text")
    draft.note("language", language_code(properties.get("language", "")), "document language")
    return read_pieces(draft, pieces, day_first)


def _odt_pieces(body: Any) -> Iterator[Piece]:
    skipped = 0
    gathered: list[str] = []
    level = 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        tag = element.tag
        if tag in _NOT_SAID:
            skipped += 1 if event == "start" else -1
        if not skipped and tag in {f"{_TEXT}p", f"{_TEXT}h"}:
            yield Piece("".join(gathered), level)
            gathered = []
            level = _outline_level(element) if event == "start" and tag == f"{_TEXT}h" else 0
        if event == "start" and tag in {f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"}:
            gathered.append(" ")
        text = element.text if event == "start" else element.tail
        if text and not skipped:
            gathered.append(text)
    yield Piece("".join(gathered), level)


def _outline_level(element: Any) -> int:
    stated = element.get(f"{_TEXT}outline-level", "1")
    return int(stated) if stated.isdecimal() and len(stated) < 3 else 1


def _rtf_headings(raw: str, to_text: Callable[..., str]) -> dict[str, int]:
    r"""The headings of an RTF document with their levels: paragraphs of the styles that its style sheet calls so."""
    levels = {match["number"]: int(match["level"]) for match in _HEADING_STYLE.finditer(raw[:200_000])}
    headings: dict[str, int] = {}
    for number, level in levels.items():
        for match in re.finditer(
            rf"\\pard(?:\\[a-z]+-?\d*|[\s{{])*?\\s{number}(?!\d)(.{{1,2000}}?)\\par\b", raw, re.DOTALL
        ):
            text = " ".join(to_text("{\\rtf1\\ansi " + match[1] + "}", errors="replace").split())
            if text:
                headings.setdefault(text, level)
    return headings
