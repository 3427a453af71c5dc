import io
import zipfile
from pathlib import Path

import pytest

from index.reading import read
from models.article import Article
from models.errors import UnreadableFile
from tests.index.reading.ferry import STATED, ferry, stated

STORY = "<p>" + "The weir at Brod holds, the warden said on Tuesday, and the water falls. " * 5 + "</p>"


def book(tmp_path: Path, chapters: dict[str, str], extra: dict[str, str] | None = None) -> list[Article]:
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(chapters)
    )
    references = "".join(f'<itemref idref="i{n}"/>' for n in range(len(chapters)))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(
            "META-INF/container.xml",
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OEBPS/content.opf"/></rootfiles></container>',
        )
        archive.writestr(
            "OEBPS/content.opf",
            '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
            "<dc:title>The Week</dc:title><dc:language>en-GB</dc:language></metadata>"
            f"<manifest>{items}</manifest><spine>{references}</spine></package>",
        )
        for name, text in chapters.items():
            if text:
                archive.writestr(f"OEBPS/{name}", f"<html><body>{text}</body></html>")
        for name, text in (extra or {}).items():
            archive.writestr(name, text)
    (tmp_path / "week.epub").write_bytes(buffer.getvalue())
    return list(read(tmp_path / "week.epub", "week.epub"))


def test_an_article_that_a_word_processor_saved_as_a_book() -> None:
    assert stated(ferry("ferry.epub")) == STATED


def test_each_chapter_of_a_weeks_articles_is_one_in_reading_order(tmp_path: Path) -> None:
    first, second = book(
        tmp_path,
        {
            "cover.xhtml": "<p>The Week</p>",
            "toc.xhtml": "".join(
                f'<p><a href="{n}.xhtml">A longer headline of story {n}</a></p>' for n in range(30)
            ),
            "b.xhtml": f"<h1>Weir holds</h1>{STORY}",
            "a.xhtml": f"<h1>Weir opened</h1>{STORY}<p>This article was downloaded by <b>calibre</b> from "
            '<a href="https://www.nevbrook-herald.example/weir">here</a></p>',
        },
    )
    assert (first.title, first.part, first.language) == ("Weir holds", 0, "en")
    assert (second.title, second.part) == ("Weir opened", 1)
    assert second.url == "https://www.nevbrook-herald.example/weir"


def test_a_missing_chapter_costs_only_itself(tmp_path: Path) -> None:
    (article,) = book(tmp_path, {"gone.xhtml": "", "b.xhtml": f"<h1>Weir holds</h1>{STORY}"})
    assert article.title == "Weir holds"


def test_an_encrypted_book_is_refused(tmp_path: Path) -> None:
    manifest = (
        '<encryption><EncryptedData><CipherReference URI="OEBPS/b.xhtml"/></EncryptedData></encryption>'
    )
    with pytest.raises(UnreadableFile, match="encrypted"):
        book(tmp_path, {"b.xhtml": STORY}, {"META-INF/encryption.xml": manifest})


def test_scrambled_fonts_lock_nothing(tmp_path: Path) -> None:
    manifest = '<encryption><EncryptedData><CipherReference URI="OEBPS/f.otf"/></EncryptedData></encryption>'
    (article,) = book(
        tmp_path, {"b.xhtml": f"<h1>Weir holds</h1>{STORY}"}, {"META-INF/encryption.xml": manifest}
    )
    assert article.title == "Weir holds"


def test_a_book_of_pictures_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no chapter"):
        book(tmp_path, {"b.xhtml": "<img src='a.png'/>"})
