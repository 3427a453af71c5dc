import io
import zipfile
from pathlib import Path

import pytest

from index.reading import read
from models.article import Article
from models.errors import UnreadableFile
from tests.index.reading.ferry import DATA, KINDS, STATED, ferry, stated

ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaaaaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {chr(98 + n)} "{"&" + chr(97 + n) + ";"}{("&" + chr(97 + n) + ";") * 19}">'
        for n in range(9)
    )
    + "]>"
)


def read_bytes(tmp_path: Path, name: str, data: bytes) -> list[Article]:
    (tmp_path / name).write_bytes(data)
    return list(read(tmp_path / name, name))


def packed(**parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), text)
    return buffer.getvalue()


@pytest.mark.parametrize("name", ["ferry.docx", "ferry.odt", "ferry.rtf"])
def test_what_a_word_processor_saved(name: str) -> None:
    article = ferry(name)
    assert stated(article) == STATED
    assert article.outlet == "Sund Courier"
    assert [passage.kind for passage in article.passages] == KINDS
    assert article.passages[1].text.startswith("“We did not want to do this in winter,” Mr Holm told")
    assert [line.reason for line in article.dropped] == [
        "navigation",
        "byline",
        "date line",
        "copyright or republishing line",
    ]


@pytest.mark.parametrize("name", ["ferry.docx", "ferry.odt", "ferry.rtf"])
def test_the_content_counts_not_the_name(tmp_path: Path, name: str) -> None:
    (article,) = read_bytes(tmp_path, "story.txt", (DATA / name).read_bytes())
    assert article.authors == ("Lena Voss",)


@pytest.mark.parametrize("suffix", ["docx", "odt"])
@pytest.mark.parametrize("kept", [40, 1_000, 3_000])
def test_a_document_cut_short_is_damaged(tmp_path: Path, suffix: str, kept: int) -> None:
    with pytest.raises(UnreadableFile, match="damaged"):
        read_bytes(tmp_path, f"a.{suffix}", (DATA / f"ferry.{suffix}").read_bytes()[:kept])


def test_a_locked_word_document_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="password"):
        read_bytes(tmp_path, "a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))


def test_a_locked_open_document_is_refused_with_what_to_do(tmp_path: Path) -> None:
    data = packed(
        mimetype="application/vnd.oasis.opendocument.text",
        **{"META-INF__manifest_xml": "<manifest><encryption-data/></manifest>", "content_xml": "x"},
    )
    with pytest.raises(UnreadableFile, match="password"):
        read_bytes(tmp_path, "a.odt", data)


def test_entities_that_multiply_are_not_followed(tmp_path: Path) -> None:
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    content = (
        f'{ENTITIES}<o:document-content xmlns:o="{office}" xmlns:t="{text}"><o:body><o:text>'
        "<t:p>The weir holds, the warden said on Tuesday. &j;</t:p></o:text></o:body></o:document-content>"
    )
    data = packed(mimetype="application/vnd.oasis.opendocument.text", content_xml=content)
    (article,) = read_bytes(tmp_path, "a.odt", data)
    assert article.text == "The weir holds, the warden said on Tuesday."


def test_changes_notes_and_lists_of_contents_are_not_the_text(tmp_path: Path) -> None:
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    content = (
        f'<o:document-content xmlns:o="{office}" xmlns:t="{text}"><o:body><o:text>'
        "<t:tracked-changes><t:p>Taken out.</t:p></t:tracked-changes>"
        '<t:h t:outline-level="1">Weir holds</t:h>'
        "<t:p>The weir<t:s/>holds<t:note><t:p>A note.</t:p></t:note>, the warden said.</t:p>"
        "</o:text></o:body></o:document-content>"
    )
    data = packed(mimetype="application/vnd.oasis.opendocument.text", content_xml=content)
    (article,) = read_bytes(tmp_path, "a.odt", data)
    assert (article.title, article.text) == ("Weir holds", "The weir holds, the warden said.")


def test_pictures_in_rtf_are_passed_over(tmp_path: Path) -> None:
    picture = "{\\pict\\pngblip " + "0123456789abcdef" * 50_000 + "}"
    data = "{\\rtf1\\ansi " + picture + "\\par The weir holds, the warden said on Tuesday.\\par }"
    (article,) = read_bytes(tmp_path, "a.rtf", data.encode())
    assert article.text == "The weir holds, the warden said on Tuesday."
