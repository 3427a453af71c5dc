"""PDF: pages printed from a browser, exported by an office program, or set by a newspaper. Text only, no pictures."""

import re
import time
from collections.abc import Iterator
from typing import Any

from index.reading.documents.pdf_lines import PageLine, page_furniture, paragraphs
from index.reading.draft import Draft, Left
from index.reading.plain.marked import read_pieces
from index.reading.sanitising import one_line
from index.reading.source import Source
from index.reading.stated.bylines import clean_authors, looks_like_name
from models.errors import UnreadableFile

MAX_PDF = 200 * 1024 * 1024
MOST_PAGES = 400
_LONGEST = 6.0
"""Seconds after which no further page is begun."""
_MOST_CHARACTERS = 4_000_000
_ADDRESS = re.compile(r"https?://[^\s]{4,2000}")
_WORD = re.compile(r"\w+")
_LINE = re.compile(r"[^\r\n]+")
_BROKEN = ("\x02", "\ufffe")
_UNSEEN = " \t\0\x02\ufffe"
_NOT_LETTERS = dict.fromkeys([0, 2, 0xFFFE])
_HEAD_LINES = 25


def read_pdf(source: Source, day_first: bool | None = None) -> Iterator[Draft]:
    """The text of a PDF as one article.

    Raises:
        UnreadableFile: it is encrypted, damaged, too large, or has pictures of pages instead of text.
    """
    import pypdfium2

    data = source.data(MAX_PDF)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableFile("It is encrypted with a password.", "Save it without one.") from None
        raise UnreadableFile("The PDF is damaged.") from error
    try:
        lines, cut = _lines(document)
        properties = document.get_metadata_dict()
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile("The PDF is damaged.") from error
    finally:
        document.close()
    if not lines:
        raise UnreadableFile(
            "It holds pictures of pages, no text.", "Run text recognition (OCR) on it, and keep the result."
        )
    yield _draft(lines, properties, cut, day_first)


def _lines(document: Any) -> tuple[list[PageLine], str | None]:
    """The lines of all pages, and why the last pages were left out, if they were."""
    lines: list[PageLine] = []
    until = time.monotonic() + _LONGEST
    characters = 0
    for number in range(len(document)):
        if number >= MOST_PAGES:
            return lines, f"only the first {MOST_PAGES} pages are read"
        if time.monotonic() > until:
            return lines, f"only the first {number} pages are read, the PDF is too complicated"
        if characters > _MOST_CHARACTERS:
            return lines, f"only the first {number} pages are read, it is too long"
        page = document[number]
        text = page.get_textpage()
        try:
            found = list(_page_lines(text, number, page.get_height()))
        finally:
            text.close()
            page.close()
        characters += sum(len(line.text) for line in found)
        lines += found
    return lines, None


def _page_lines(text: Any, number: int, height: float) -> Iterator[PageLine]:
    """The lines of a page in the order in which they were set."""
    import pypdfium2.raw as pdfium

    # Asked for the text as a whole, it leaves out what has no letter, and places would not fit any more.
    letters = "".join(chr(pdfium.FPDFText_GetUnicode(text, at)) for at in range(text.count_chars()))
    for match in _LINE.finditer(letters):
        line = match[0].rstrip(_UNSEEN)
        start = match.start() + len(line) - len(line.lstrip(_UNSEEN))
        end = match.start() + len(line) - 1
        shown = " ".join(line.translate(_NOT_LETTERS).split())
        if not shown:
            continue
        left, bottom, _, top = text.get_charbox(start, loose=True)
        _, _, right, _ = text.get_charbox(end, loose=True)
        if top > bottom:
            # A word broken at a line's end is marked with a character of its own.
            broken = "-" if match[0].rstrip(" \t").endswith(_BROKEN) else ""
            yield PageLine(shown + broken, number, left, right, top, bottom, height)


def _draft(
    lines: list[PageLine], properties: dict[str, str], cut: str | None, day_first: bool | None
) -> Draft:
    furniture = page_furniture(lines)
    kept = [line for line in lines if line not in furniture]
    draft = Draft()
    pieces = list(paragraphs(kept or lines))
    title = _property_title(properties, kept)
    if title and not any(piece.level == 1 for piece in pieces):
        draft.note("title", title, "PDF title, confirmed by the text")
    read_pieces(draft, pieces, day_first)
    top = _bare(" ".join(line.text for line in kept[:_HEAD_LINES]))
    author = properties.get("Author", "")
    if looks_like_name(author) and _bare(author) in top:
        draft.note("authors", clean_authors(author), "PDF author, confirmed by the text")
    for line in furniture if kept else ():
        address = _ADDRESS.search(line.text)
        if address:
            draft.note("url", address[0], "page foot")
    draft.left += [
        Left(text, "head or foot of a page", len(draft.blocks))
        for text in dict.fromkeys(one_line(line.text) for line in lines if line in furniture and kept)
        if text
    ]
    if cut:
        draft.left.append(Left("…", cut, len(draft.blocks)))
    return draft


def _property_title(properties: dict[str, str], lines: list[PageLine]) -> str | None:
    """The title that the PDF states of itself, where the text has it too: it is often a file's or a window's name."""
    title = " ".join(properties.get("Title", "").split())
    top = _bare(" ".join(line.text for line in lines[:_HEAD_LINES]))
    return title if len(title) > 8 and _bare(title) in top else None


def _bare(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))
