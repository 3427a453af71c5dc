"""What once took minutes: each for a pattern or a parser that looked at the same characters again and again."""

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from index.reading import read
from models.errors import UnreadableFile

STORY = "The weir at Brod holds, the warden said on Tuesday, and the water falls. " * 5
PAGE = f"<html><body><article><h1>Weir</h1><p>{STORY}</p></article></body></html>"
MOST_SECONDS = 8.0
"""Of processor time, on a slow machine; each takes less than two."""


def _document(markup: str) -> bytes:
    file = io.BytesIO()
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{word}"><w:body><w:p>{markup}')
    return file.getvalue()


def _book() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(
            "content.opf",
            '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="c" href="c.xhtml"/></manifest><spine>'
            + '<itemref idref="c"/>' * 4_000
            + "</spine></package>",
        )
        archive.writestr("c.xhtml", PAGE + "<p>And so on.</p>" * 2_000)
    return file.getvalue()


def _mail(header: str) -> bytes:
    return f"Message-ID: <1@b>\nMIME-Version: 1.0\n{header}\nSubject: Weir\n\n{STORY}".encode()


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("openings of control strings.txt", f"{STORY}\n{chr(0x9D) * 1_000_000}".encode),
        ("declarations.html", lambda: b"<!DOCTYPE [" * 100_000 + PAGE.encode()),
        ("runs.docx", lambda: _document("<w:r><w:t>weir </w:t></w:r>" * 150_000)),
        ("one chapter again and again.epub", _book),
        ("quotation marks in the sender.eml", lambda: _mail("From: " + '"' * 400_000 + "\nList-Id: x")),
        ("encoded words.eml", lambda: _mail(f"From: {'=?utf-8?b?====?= ' * 20_000}\nList-Id: x")),
        ("parameters.eml", lambda: _mail(f"Content-Type: text/plain; {';a*0=b' * 15_000}")),
        ("marks of a type.eml", lambda: _mail(f"Content-Type: text/plain; charset={'<' * 100_000}")),
    ],
)
def test_an_end_is_found(tmp_path: Path, name: str, make: Callable[[], bytes]) -> None:
    path = tmp_path / name
    path.write_bytes(make())
    began = time.process_time()
    try:
        articles = list(read(path, name))
    except UnreadableFile as error:
        assert "too large" in str(error)  # noqa: PT017 - an article is as good
    else:
        assert len(articles) == 1
    assert time.process_time() - began < MOST_SECONDS
