"""Bombs in texts, pages, data and PDFs: endless lines, deep nesting, what makes a pattern search in vain."""

import json
import zlib
from collections.abc import Iterator

from tests.bench.hostile.seeds import Seed

_STORY = "The weir holds, the warden said on Tuesday in Brod. " * 20
_LINE = 400_000
"""Characters of a line: few enough that all of them are tried, so many that looking at each again takes minutes."""
_REPEATED = (
    "a", "A", "A ", "Aa ", "1", "1,", "1 ", ".", ". ", "-", "–", "(", "[", "<", "</", "<p", "<!--", "&", "&amp", ":",
    "/", "@", "a@", '"', "“", "“a ", "'", "’", "\u2018", "\x1b[", "\x1b]", "\x9d", "\xa0", "1\xa0", "\t", "\u202e", "…",
    "Mr. ", "said ", "By ", "by A B, ", "http://", "www.", "$1", "$1 ", "1m ", "12 May 2031 ", "2031-", "(AP) ",
    "*", "**", "_", "`", "![", "[](", "[a](", "#", "> ", "- ", "|", "Kern, ", "Davor Kern ", "of the ", "O'", "U.S. ",
    "said Kern: ", "“a” said Kern. ", "per cent ", "one hundred and ", "漢", "。", "e\u0301", "\U0001f30a", "\ud7ff",
    "photo: ", "Share ", "Read more: ", "comments", "Copyright ", "ADVERTISEMENT ", "A.", "A-", "a-", "and ", "the ",
)  # fmt: skip


def text_bombs() -> Iterator[Seed]:
    """All that are made in a moment."""
    yield from _lines()
    yield from _pages()
    yield from _data()
    yield from _rich_texts()
    yield from _encodings()
    yield from _pdfs()


def huge_lines() -> Iterator[tuple[str, list[tuple[bytes, int]]]]:
    """Files of 200 MB, by name, as runs of bytes to be written so many times."""
    million = 1024**2
    word = b"weir " * (million // 5)
    begin = {
        "txt": b"Weir\n\n",
        "md": b"# Weir\n\n",
        "html": b"<html><body><p>",
        "csv": b'title,text\nWeir,"',
        "json": b'{"title": "Weir", "text": "',
        "jsonl": b'{"title": "Weir", "text": "',
        "eml": b"From: a@b.example\nMessage-ID: <1@b>\nSubject: Weir\n\n",
        "mbox": b"From a@b.example Fri May  2 10:00:00 2031\nSubject: Weir\n\n",
        "mhtml": b"MIME-Version: 1.0\nMessage-ID: <1@b>\nSubject: x\nContent-Type: text/html\n\n<p>",
        "rtf": b"{\\rtf1 ",
        "pdf": b"%PDF-1.7\n",
        "warc": b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 209715200\r\n\r\n",
        "": b"Weir\n\n",
    }
    for suffix, first in begin.items():
        yield f"huge.{suffix}" if suffix else "huge", [(first, 1), (word, 200)]
    yield "huge-lines.jsonl", [(b'{"title": "Weir", "text": "' + b"weir " * 100 + b'"}\n', 200_000)]
    yield "huge-lines.json", [(b"[1", 1), (b",1" * 100_000, 500)]
    yield "huge-lines.mbox", [(begin["mbox"] + b"The weir holds, said Kern. " * 60 + b"\n\n", 60_000)]
    yield "huge-blank.txt", [(b"\n" * million, 19)]
    yield "huge-nul.txt", [(bytes(million), 200)]


def _lines() -> Iterator[Seed]:
    for number, sign in enumerate(_REPEATED):
        line = (sign * (_LINE // len(sign) + 1))[:_LINE]
        yield Seed(f"line-{number}.txt", f"Weir holds\n\n{_STORY}\n{line}\n".encode("utf-8", "replace"))
        short = (sign * 400)[:300]
        yield Seed(f"lines-{number}.txt", (f"{short}\n" * 800).encode("utf-8", "replace"))
        if number % 3 == 0:
            yield Seed(
                f"line-{number}.md", f"# Weir\n\n{_STORY}\n\n{line[:200_000]}\n".encode("utf-8", "replace")
            )
        if number % 3 == 1:
            page = f"<html><body><article><p>{_STORY}</p><p>{line[:1_000_000]}</p></article></body></html>"
            yield Seed(f"line-{number}.html", page.encode("utf-8", "replace"))
    yield Seed("blank-lines.txt", b"a\n\n" * 49_000)
    yield Seed("too-many-lines.txt", b"weir\n" * 200_000)
    yield Seed("title-escapes.txt", f"Weir \x1b]0;owned\x07\x1b[2J\x9b31m\u202e holds\n\n{_STORY}".encode())


def _pages() -> Iterator[Seed]:
    end = f"<p>{_STORY}</p>"
    for tag in (
        "div",
        "b",
        "ul><li",
        "table><tr><td",
        "blockquote",
        "a href=x",
        "p",
        "span",
        "font",
        "article",
        "h1",
    ):
        name = tag.partition(" ")[0].replace(">", "-").replace("<", "")
        yield Seed(f"nested-{name}.html", (f"<html><body>{f'<{tag}>' * 70_000}{end}").encode())
        yield Seed(f"beside-{name}.html", (f"<html><body>{f'<{tag}>x' * 60_000}{end}").encode())
        yield Seed(f"beside-short-{name}.html", (f"<html><body>{f'<{tag}>x' * 20_000}{end}").encode())
    for sign in (
        "<!--",
        "<![CDATA[",
        "<!DOCTYPE [",
        "<?xml ",
        "<meta charset=",
        "</",
        '<a b="',
        "&#x",
        "&#99999999;",
    ):
        name = "".join(c for c in sign if c.isalnum()) or str(len(sign))
        yield Seed(f"signs-{name}.html", (f"<html>{sign * 140_000}{end}").encode())
        yield Seed(f"head-{name}.html", (sign * 2_000 + f"<html><body>{end}").encode())
    yield Seed("one-paragraph.html", f"<html><body><article><p>{'weir holds. ' * 600_000}</p>".encode())
    yield Seed("attribute.html", f'<html><body class="{"x " * 3_000_000}">{end}'.encode())
    yield Seed(
        "metas.html", (f"<html><head>{'<meta name=author content=x>' * 100_000}</head><body>{end}").encode()
    )
    linked = json.dumps({"@graph": [{"@type": "NewsArticle", "headline": "x"}] * 20_000})
    yield Seed("linked.html", f'<html><script type="application/ld+json">{linked}</script>{end}'.encode())
    deep = "[" * 100_000
    yield Seed("linked-deep.html", f'<html><script type="application/ld+json">{deep}</script>{end}'.encode())
    yield Seed(
        "dates.html", (f"<html><body>{'<time datetime=2031-05-02>2 May 2031</time>' * 30_000}{end}").encode()
    )
    yield Seed("headings.html", (f"<html><body>{'<h1>Weir</h1>' * 30_000}{end}").encode())
    yield Seed("title.html", f"<html><title>{'Weir | ' * 500_000}</title><body>{end}".encode())
    yield Seed(
        "classes.html", ("<html><body>" + '<div class="author byline">By A B</div>' * 30_000 + end).encode()
    )


def _data() -> Iterator[Seed]:
    for opening in ("[", '{"a":', '[{"a":[', '{"text":{'):
        name = "".join(c for c in opening if c.isalnum()) or "list"
        yield Seed(f"deep-{name}-{len(opening)}.json", (opening * 300_000).encode())
        yield Seed(f"deep-{name}-{len(opening)}.jsonl", ((opening * 5_000) + "\n").encode() * 20)
    yield Seed("digits.json", b'{"title": "Weir", "text": ' + b"9" * 1_000_000 + b"}")
    yield Seed("infinite.json", json.dumps({"title": _STORY, "text": _STORY, "date": 1e308}).encode())
    for value in (
        b"-1e400",
        b"NaN",
        b"253402300800",
        b"-99999999999999",
        b"true",
        b"[[[]]]",
        b'{"a": {}}',
        b"null",
    ):
        record = b'{"title": %b, "text": "%b", "date": %b, "author": %b, "url": %b, "tags": %b}'
        name = value[:3].decode().strip('"{[')
        yield Seed(f"values-{name}.json", record % (value, _STORY.encode(), value, value, value, value))
    yield Seed(
        "surrogates.json", b'{"title": "\\ud800 \\u0000 \\u001b[2J", "text": "%b\\udfff"}' % _STORY.encode()
    )
    yield Seed("many.jsonl", b'{"a":1}\n' * 300_000)
    yield Seed("many-none.jsonl", b"null\n" * 300_000)
    yield Seed("keys.json", json.dumps({f"key{n}": "x" for n in range(300_000)}).encode())
    yield Seed("wide.json", json.dumps({"a": [{"b": [{}] * 100}] * 5_000}).encode())
    yield Seed(
        "tags.json", json.dumps({"title": "Weir", "text": _STORY, "authors": ["A B"] * 200_000}).encode()
    )
    yield Seed("markup.json", json.dumps({"title": "Weir", "text": "<p>" * 140_000 + _STORY}).encode())
    yield Seed("almost-list.json", b"[" + b'{"title": "Weir"' * 200_000)
    yield Seed("open-string.json", b'["' + b"weir " * 3_000_000)
    yield Seed("columns.csv", ",".join(["title", "text"] * 100_000).encode() + b"\nWeir,Holds\n" * 100)
    yield Seed("quote.csv", b'title,text\nWeir,"' + b"holds\n" * 2_000_000)
    yield Seed("quotes.csv", b"title,text\n" + b'"' * 5_000_000)
    yield Seed("rows.csv", b"title,text\n" + b"Weir,Holds\n" * 300_000)
    yield Seed("nul.csv", b"title,text\n" + b"We\0ir,Holds\n" * 1000)
    yield Seed(
        "highlights.csv",
        b"Highlight,Book Title,Book Author\n" + b"".join(b"H,%d,A B\n" % n for n in range(99_999)),
    )


def _highlights() -> bytes:
    return b"".join(b"H,%d,A B\n" % number for number in range(99_999))


def _rich_texts() -> Iterator[Seed]:
    for inside in (
        "{",
        "{\\b ",
        "{\\*\\x ",
        "\\par ",
        "\\u8364?",
        "\\'e4",
        "\\bin9999999 ",
        "\\pard\\s1 ",
        "\\",
        "{}",
    ):
        name = "".join(c for c in inside if c.isalnum()) or str(ord(inside[0]))
        yield Seed(f"rich-{name}-{len(inside)}.rtf", ("{\\rtf1\\ansi " + inside * 200_000 + _STORY).encode())
    yield Seed("number.rtf", ("{\\rtf1\\ansi\\u" + "9" * 100_000 + " " + _STORY + "}").encode())
    yield Seed("surrogates.rtf", ("{\\rtf1\\ansi\\u-10240 \\u55296 \\u1114112 " + _STORY + "}").encode())
    yield Seed("page.rtf", ("{\\rtf1\\ansicpg99999 " + _STORY + "}").encode())
    yield Seed(
        "styles.rtf",
        ("{\\rtf1{\\stylesheet" + "{\\s1 heading 1;}" * 5_000 + "}" + "\\pard\\s1 x" * 50_000).encode(),
    )
    yield Seed(
        "blanks.rtf", ("{\\rtf1{\\stylesheet{\\s1 heading 1;}}" + "\\pard " + " " * 2_000_000 + "x}").encode()
    )
    yield Seed(
        "fonts.rtf", ("{\\rtf1{\\fonttbl" + "{\\f1\\fcharset204 a;}" * 100_000 + "}" + _STORY).encode()
    )


def _encodings() -> Iterator[Seed]:
    story = f"Weir holds\n\n{_STORY}\n"
    yield Seed("half.txt", story.encode("utf-16")[:-1])
    yield Seed("half-pair.txt", ("\U0001f30a" * 500).encode("utf-16-le")[1:])
    yield Seed("swapped.txt", b"\xfe\xff" + story.encode("utf-16-le"))
    yield Seed("wide-wide.txt", b"\xff\xfe\0\0" + story.encode("utf-32-le")[:-3])
    yield Seed("overlong.txt", story.encode() + b"\xc0\x80\xc0\xaf\xe0\x80\xaf\xf8\x88\x80\x80\x80" * 2_000)
    yield Seed("surrogates.txt", story.encode() + b"\xed\xa0\x80\xed\xb0\x80" * 2_000)
    yield Seed("nuls.txt", story.encode().replace(b" ", b"\0"))
    yield Seed("few-nuls.txt", story.encode().replace(b"T", b"\0T"))
    yield Seed("bytes.txt", bytes(range(256)) * 4_000)
    yield Seed("high.txt", bytes(range(128, 256)) * 20_000)
    yield Seed("shift.txt", b"\x1b$B" + b"0l" * 100_000)
    yield Seed("controls.txt", story.encode() + bytes(range(1, 32)) * 30)
    yield Seed("combining.txt", story.encode() + ("e" + "\u0301" * 500_000).encode())
    yield Seed(
        "unknown-charset.html", b"<html><meta charset=utf-7><body><p>+ADw-script+AD4- " + story.encode()
    )
    for charset in (
        b"idna",
        b"rot13",
        b"unicode_escape",
        b"base64",
        b"zlib",
        b"punycode",
        b"undefined",
        b"mbcs",
        b"utf-16",
    ):
        page = b"<html><meta charset=%b><body><article><p>%b\xe4\xff</p>" % (charset, story.encode())
        yield Seed(f"charset-{charset.decode()}.html", page)
    yield Seed("charset-punycode-long.html", b"<html><meta charset=punycode><p>\xff" + b"a-b" * 300_000)


def _pdfs() -> Iterator[Seed]:
    text = b"BT /F1 12 Tf 72 720 Td (The weir holds, the warden said.) Tj ET\n"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    root = b"<</Type/Catalog/Pages 2 0 R>>"
    yield Seed("fine.pdf", _pdf(root, pages, page, _stream(text), font))
    loop = b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 1000000000/Parent 2 0 R>>"
    yield Seed("loop.pdf", _pdf(root, loop, page, _stream(text), font))
    yield Seed(
        "kids.pdf",
        _pdf(
            root, b"<</Type/Pages/Kids[%b]/Count 100000>>" % (b"3 0 R " * 100_000), page, _stream(text), font
        ),
    )
    yield Seed(
        "count.pdf", _pdf(root, b"<</Type/Pages/Kids[3 0 R]/Count 2147483647>>", page, _stream(text), font)
    )
    yield Seed("negative.pdf", _pdf(root, b"<</Type/Pages/Kids[3 0 R]/Count -5>>", page, _stream(text), font))
    yield Seed("operators.pdf", _pdf(root, pages, page, _stream(text * 100_000), font))
    yield Seed(
        "glyphs.pdf",
        _pdf(root, pages, page, _stream(text[:40] + b"(" + b"weir " * 600_000 + b") Tj ET"), font),
    )
    yield Seed("saves.pdf", _pdf(root, pages, page, _stream(b"q " * 3_000_000 + text), font))
    yield Seed("arrays.pdf", _pdf(root, pages, page, _stream(b"[" * 1_000_000 + text), font))
    yield Seed("dictionaries.pdf", _pdf(root, pages, b"<</a" * 200_000 + page, _stream(text), font))
    bomb = bytes(100 * 1024**2)
    for layers in (1, 3):
        packed = bomb
        for _ in range(layers):
            packed = zlib.compress(packed)
        filters = b"/Filter[%b]" % (b"/FlateDecode" * layers)
        yield Seed(f"flate-{layers}.pdf", _pdf(root, pages, page, _stream(packed, filters), font))
    hundred = zlib.compress(text * 200_000)
    yield Seed("flate-text.pdf", _pdf(root, pages, page, _stream(hundred, b"/Filter/FlateDecode"), font))
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</X 5 0 R>>>>"
    with_form = page.replace(b"/Font<</F1 5 0 R>>", b"/XObject<</X 5 0 R>>")
    yield Seed(
        "form.pdf", _pdf(root, pages, with_form, _stream(b"/X Do " * 1000), _stream(b"/X Do " * 1000, form))
    )
    yield Seed("many-pages.pdf", _many_pages(3_000, text))
    yield Seed(
        "previous.pdf", _pdf(root, pages, page, _stream(text), font).replace(b"/Root", b"/Prev 15/Root")
    )
    stream = (
        b"<</Type/ObjStm/N 1000000/First 10/Extends 4 0 R/Length 20>>stream\n1 0 2 0 3 0 4 0 5 0 \nendstream"
    )
    yield Seed("object-stream.pdf", _pdf(root, pages, page, stream, font))
    yield Seed(
        "encrypted.pdf",
        _pdf(root, pages, page, _stream(text), font).replace(
            b"/Root", b"/Encrypt<</Filter/Standard/V 1/R 2/O(x)/U(x)/P 0>>/Root"
        ),
    )
    title = b"<</Title(\x1b]0;owned\x07" + b"x" * 1_000_000 + b")/Author(A B)>>"
    yield Seed(
        "title.pdf", _pdf(root, pages, page, _stream(text), title).replace(b"/Root", b"/Info 5 0 R/Root")
    )


def _stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (entries, len(data), data)


def _pdf(*objects: bytes) -> bytes:
    data = b"%PDF-1.7\n"
    places = []
    for number, one in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n%b" % (len(objects) + 1, table)
    return data + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


def _many_pages(count: int, text: bytes) -> bytes:
    kids = b" ".join(b"%d 0 R" % (5 + number) for number in range(count))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 3 0 R/Resources<</Font<</F1 4 0 R>>>>>>"
    return _pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, count),
        _stream(text * 100),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *[page] * count,
    )
