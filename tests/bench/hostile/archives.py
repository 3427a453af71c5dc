"""Bombs in containers: archives, word processors' documents, books, messages, web archives."""

import base64
import copy
import gzip
import io
import struct
import zipfile
from collections.abc import Iterator, Mapping

from tests.bench.hostile.seeds import Seed

_STORY = "The weir holds, the warden said on Tuesday in Brod. " * 20
_PAGE = f"<html><body><article><h1>Weir</h1><p>{_STORY}</p></article></body></html>"
_ZEROS = gzip.compress(bytes(16 * 1024**2), 9)
_LAUGHS = '<!DOCTYPE lolz [<!ENTITY a0 "ha ha ha ha">' + (
    "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)) + "]>"
)
_QUADRATIC = f'<!DOCTYPE q [<!ENTITY a "{"weir " * 20_000}">]>'
_OUTSIDE = (
    '<!DOCTYPE o [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]>'
)
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def packed(entries: Mapping[str, bytes | str], *, stored: bool = False) -> bytes:
    """A ZIP archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return file.getvalue()


def archive_bombs() -> Iterator[Seed]:
    """All that are made in a moment."""
    yield from _zips()
    yield from _gzips()
    yield from _documents()
    yield from _books()
    yield from _messages()
    yield from _web_archives()


def slow_archive_bombs() -> Iterator[Seed]:
    """Those that take seconds to make."""
    yield Seed("hundred-thousand.zip", packed({f"{n}.txt": "Weir" for n in range(100_000)}, stored=True))
    leaf = packed({f"{n}.txt": bytes(4 * 1024**2) for n in range(4)})
    for _ in range(4):
        leaf = packed({f"{n}.zip": leaf for n in range(16)})
    yield Seed("42.zip", leaf)
    yield Seed("pages.zip", packed({f"{n}.html": _PAGE for n in range(9_000)}))
    yield Seed("slow-pages.zip", packed({f"{n}.html": "<div>" * 20_000 + _PAGE for n in range(200)}))


def _zips() -> Iterator[Seed]:
    nested = packed({"weir.txt": _STORY})
    for _ in range(20):
        nested = packed({"next.zip": nested})
    yield Seed("nested.zip", nested)
    yield Seed("zeros.zip", packed({"zeros.txt": bytes(64 * 1024**2)}))
    yield Seed("zeros.docx.zip", packed({"a.docx": packed({"word/document.xml": bytes(50 * 1024**2)})}))
    honest = packed({"weir.txt": _STORY * 100, "other.html": _PAGE})
    info = zipfile.ZipFile(io.BytesIO(honest)).getinfo("weir.txt")
    for lie in (0, 5, 2**32 - 2):
        yield Seed(
            f"lying-{lie}.zip", honest.replace(struct.pack("<L", info.file_size), struct.pack("<L", lie))
        )
        yield Seed(
            f"lying-packed-{lie}.zip",
            honest.replace(struct.pack("<L", info.compress_size), struct.pack("<L", lie)),
        )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("0.txt", bytes(8 * 1024**2))
        for number in range(1, 2_000):
            overlapping = copy.copy(archive.filelist[0])
            overlapping.filename = f"{number}.txt"
            archive.filelist.append(overlapping)
    yield Seed("overlapping.zip", file.getvalue())
    names = (
        "../../etc/passwd",
        "/abs.txt",
        "a\\b.txt",
        "\x1b[2J.txt",
        "con.txt",
        "x" * 5000 + ".txt",
        "..",
        ".",
    )
    yield Seed("names.zip", packed(dict.fromkeys(names, _STORY)))
    yield Seed("empty.zip", packed({}))
    encrypted = bytearray(honest)
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        encrypted[encrypted.find(signature) + at] |= 1
    yield Seed("encrypted.zip", bytes(encrypted))
    for method in (9, 12, 14, 97, 99):
        yield Seed(f"method-{method}.zip", honest.replace(b"\x08\x00", struct.pack("<H", method)))


def _gzips() -> Iterator[Seed]:
    yield Seed("zeros.txt.gz", _ZEROS)
    yield Seed("many-zeros.txt.gz", _ZEROS * 64)
    yield Seed("many-zeros.json.gz", gzip.compress(b'{"a": "') + _ZEROS * 64)
    yield Seed(
        "many-zeros.mbox.gz", gzip.compress(b"From a@b Fri May  2 10:00:00 2031\nA: b\n\n") + _ZEROS * 64
    )
    nested = _STORY.encode()
    for _ in range(50):
        nested = gzip.compress(nested)
    yield Seed("nested.gz", nested)
    yield Seed("zeros.gz.gz", gzip.compress(_ZEROS * 200))
    yield Seed("magics.gz", b"\x1f\x8b\x08" * 300_000)
    yield Seed("empty-members.gz", gzip.compress(b"") * 100_000)
    yield Seed("wild-header.gz", b"\x1f\x8b\x08\x1f" + b"\xff" * 2_000_000)


def _documents() -> Iterator[Seed]:
    for kind, prologue in (("laughs", _LAUGHS), ("quadratic", _QUADRATIC), ("outside", _OUTSIDE)):
        reference = "&a;" * (20_000 if kind == "quadratic" else 1) + ("&a11;" if kind == "laughs" else "")
        paragraph = f"<w:p><w:r><w:t>{reference} {_STORY}</w:t></w:r></w:p>"
        body = f'<w:document xmlns:w="{_WORD}"><w:body>{paragraph}</w:body></w:document>'
        yield Seed(f"{kind}.docx", _docx(prologue + body))
        yield Seed(f"{kind}-styles.docx", _docx(_docx_body(), styles=prologue + f"<a>{reference}</a>"))
        content = _odt_content(f"<text:p>{reference} {_STORY}</text:p>")
        yield Seed(f"{kind}.odt", _odt(prologue + content))
        meta = f'<m xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{reference}</dc:title></m>'
        yield Seed(f"{kind}-meta.odt", _odt(content.replace(reference, ""), meta=prologue + meta))
        yield Seed(f"{kind}.epub", _epub(prologue + f"<html><body><p>{reference} {_STORY}</p></body></html>"))
        yield Seed(
            f"{kind}.html", (prologue + f"<html><body><p>{reference} {_STORY}</p></body></html>").encode()
        )
    for depth in (1_000, 100_000):
        deep = "<w:tbl><w:tr><w:tc>" * depth + f"<w:p><w:r><w:t>{_STORY}</w:t></w:r></w:p>"
        yield Seed(f"deep-{depth}.docx", _docx(f'<w:document xmlns:w="{_WORD}"><w:body>{deep}'))
        closed = deep + "</w:tc></w:tr></w:tbl>" * depth + "</w:body></w:document>"
        yield Seed(f"deep-closed-{depth}.docx", _docx(f'<w:document xmlns:w="{_WORD}"><w:body>{closed}'))
        yield Seed(
            f"deep-{depth}.odt", _odt(_odt_content("<text:section>" * depth + f"<text:p>{_STORY}</text:p>"))
        )
    yield Seed("runs.docx", _docx(_docx_body("<w:r><w:t>weir </w:t></w:r>" * 100_000)))
    yield Seed("paragraphs.docx", _docx(_docx_body("</w:p><w:p>" * 200_000)))
    yield Seed("one-run.docx", _docx(_docx_body(f"<w:r><w:t>{'A' * 7_000_000}</w:t></w:r>")))
    yield Seed("spaces.odt", _odt(_odt_content(f"<text:p>{'<text:s/>' * 500_000}</text:p>")))
    yield Seed("s-count.odt", _odt(_odt_content(f'<text:p>a<text:s text:c="999999999"/>{_STORY}</text:p>')))
    yield Seed("one-word.odt", _odt(_odt_content(f"<text:p>{'A' * 9_000_000}</text:p>")))


def _docx_body(run: str = f"<w:r><w:t>{_STORY}</w:t></w:r>") -> str:
    return f'<w:document xmlns:w="{_WORD}"><w:body><w:p>{run}</w:p></w:body></w:document>'


def _docx(document: str, styles: str = "") -> bytes:
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    entries = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="s1" '
        f'Type="{office}/styles" Target="styles.xml"/></Relationships>',
        "word/document.xml": document,
    }
    return packed({**entries, "word/styles.xml": styles} if styles else entries)


def _odt_content(body: str) -> str:
    return (
        f'<office:document-content xmlns:office="{_OFFICE}:office:1.0" xmlns:text="{_OFFICE}:text:1.0"><office:body>'
        f"<office:text>{body}</office:text></office:body></office:document-content>"
    )


def _odt(content: str, meta: str = "") -> bytes:
    entries = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    return packed({**entries, "meta.xml": meta} if meta else entries)


def _epub(chapter: str, spine: str = '<itemref idref="c"/>', items: str = "") -> bytes:
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="c" href="c.xhtml" '
        f'media-type="application/xhtml+xml"/>{items}</manifest><spine>{spine}</spine></package>'
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="content.opf"/></rootfiles></container>'
    )
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "content.opf": package,
            "c.xhtml": chapter,
        }
    )


def _books() -> Iterator[Seed]:
    yield Seed("same-chapter.epub", _epub(_PAGE * 1000, '<itemref idref="c"/>' * 100_000))
    yield Seed("same-list.epub", _epub("<p>" + "<a href='x'>x</a>" * 50_000, '<itemref idref="c"/>' * 4_000))
    yield Seed(
        "missing.epub", _epub(_PAGE, '<itemref idref="d"/>' * 100, '<item id="d" href="../../../d.xhtml"/>')
    )
    yield Seed("no-names.epub", _epub(_PAGE, "<itemref/>" * 100, "<item/>" * 100))
    yield Seed("deep.epub", _epub("<div>" * 200_000 + _STORY))
    yield Seed("words.epub", _epub(f"<p>{'A' * 20_000_000}</p>"))
    yield Seed("open-anchors.epub", _epub("<p>" + "<a href=x " * 300_000 + _STORY))
    yield Seed("originals.epub", _epub("<p>" + "source <a x " * 100_000 + _STORY))


def _messages() -> Iterator[Seed]:
    head = "From: a@b.example\nSubject: Weir\nMessage-ID: <1@b>\nMIME-Version: 1.0\n"
    page = f"Content-Type: text/html\nContent-Location: http://b.example/\n\n{_PAGE}\n"
    parts = "".join(f"--b\nContent-Type: image/png\nContent-ID: <{n}>\n\nAAAA\n" for n in range(20_000))
    related = (
        "MIME-Version: 1.0\nSnapshot-Content-Location: http://b.example/\nContent-Type: multipart/related; "
    )
    yield Seed("parts.mhtml", f'{related}boundary="b"\n\n{parts}--b\n{page}--b--\n'.encode())
    yield Seed("parts-after.mhtml", f'{related}boundary="b"\n\n--b\n{page}{parts}--b--\n'.encode())
    attached = "".join(
        f"--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename={n}.txt\n\n{_STORY}\n"
        for n in range(3_000)
    )
    yield Seed(
        "attached.eml", f'{head}Content-Type: multipart/mixed; boundary="b"\n\n{attached}--b--\n'.encode()
    )
    for depth in (100, 2_000):
        opened = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth))
        yield Seed(f"nested-{depth}.eml", f"{head}{opened}Content-Type: text/plain\n\n{_STORY}\n".encode())
        inside = "Content-Type: message/rfc822\n\n" * depth
        yield Seed(f"inside-{depth}.eml", f"{head}{inside}Subject: x\n\n{_STORY}".encode())
    yield Seed("long-subject.eml", f"{head}X: {'y' * 3_000_000}\n\n{_STORY}".encode())
    for sign in (
        "=?utf-8?q?",
        "=?utf-8?b?====?= ",
        "(",
        '"',
        "<",
        "a@b, ",
        "\x1b[2J",
        "=?x?x?x?=",
        ";a*0=b",
        "%%%",
    ):
        words = (sign * 400_000)[:400_000]
        yield Seed(f"header-{ord(sign[0])}-{len(sign)}.eml", f"From: {words}\n{head}\n{_STORY}".encode())
        start = words[:100_000]
        kind = f"Content-Type: text/plain; charset={start}\nContent-Disposition: attachment; {start}"
        yield Seed(f"type-{ord(sign[0])}-{len(sign)}.eml", f"{kind}\n{head}\n{_STORY}".encode())
        yield Seed(
            f"list-{ord(sign[0])}-{len(sign)}.eml",
            f"{head}List-Id: x\nDate: {words}\nFrom: {words}\nSubject: {words}\n\n{_STORY}".encode(),
        )
    yield Seed("headers.eml", (head + "X-A: b\n" * 300_000 + "\n" + _STORY).encode())
    bomb = base64.encodebytes(_ZEROS * 8).decode()
    yield Seed(
        "bomb.eml",
        f'{head}Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: application/gzip\n'
        f"Content-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=a.txt.gz\n\n{bomb}\n"
        "--b--\n".encode(),
    )
    mail = f"From a@b.example Fri May  2 10:00:00 2031\n{head}\n{_STORY}\n\n"
    yield Seed("many.mbox", (mail * 3_000).encode())
    yield Seed("from-lines.mbox", ("From a@b.example Fri May  2 10:00:00 2031\n\n" * 100_000).encode())
    yield Seed(
        "uuencode.eml",
        f"{head}Content-Transfer-Encoding: x-uuencode\n\nbegin 644 a\n{'M' * 500_000}".encode(),
    )
    yield Seed(
        "quoted.eml", f"{head}Content-Transfer-Encoding: quoted-printable\n\n{'=' * 3_000_000}".encode()
    )
    yield Seed("quoted-lines.eml", (head + "\n" + "> " * 1_000_000 + "\n-- \n" * 200_000).encode())


def _web_archives() -> Iterator[Seed]:
    for length in ("-1", "0", "3", "99", "99999999", "99999999999999999999", "1e9", "٣", ""):
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{_PAGE}"
        yield Seed(f"length-{len(length)}-{length[:2]}.warc", (_record(answer, length) * 3).encode())
    for coding in ("gzip", "deflate", "br", "chunked"):
        header = "Transfer-Encoding: chunked" if coding == "chunked" else f"Content-Encoding: {coding}"
        head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{header}\r\n\r\n".encode()
        for kind, body in (("zeros", _ZEROS * 16), ("lie", b"ffffffff\r\n" + _PAGE.encode()), ("none", b"")):
            block = head + body
            start = _record("", str(len(block))).removesuffix("\r\n\r\n").encode()
            yield Seed(f"{coding}-{kind}.warc", start + block + b"\r\n\r\n")
    tiny = _record("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nWeir", "46")
    yield Seed("tiny.warc", (tiny * 50_000).encode())
    yield Seed("headers.warc", ("WARC/1.0\r\n" + "A: b\r\n" * 500_000).encode())
    yield Seed("versions.warc", b"WARC/1.0\r\n" * 300_000)
    yield Seed("tiny.warc.gz", gzip.compress(tiny.encode()) * 20_000)


def _record(block: str, length: str) -> str:
    return (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://b.example/a\r\nContent-Length: {length}\r\n\r\n"
        f"{block}\r\n\r\n"
    )
