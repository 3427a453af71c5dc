"""Files as they should be, to be damaged: real ones of each format, and the demo's articles in every form of text."""

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from html import escape
from pathlib import Path
from typing import NamedTuple

_ROOT = Path(__file__).parents[3]
_REAL = _ROOT / "tests/index/reading/data"
_DEMO = _ROOT / "index/demo"
_MOST_DEMO = 12


class Seed(NamedTuple):
    """A file to begin with."""

    name: str
    data: bytes


def seeds() -> list[Seed]:
    """All of them, the same in every run."""
    return [*_real(), *_demo()]


def _real() -> Iterator[Seed]:
    for path in sorted(_REAL.iterdir()):
        if path.is_file() and path.suffix != ".md":
            yield Seed(path.name, path.read_bytes())
            if path.suffix == ".gz":
                yield Seed(path.stem, gzip.decompress(path.read_bytes()))


def _demo() -> Iterator[Seed]:
    texts = sorted(_DEMO.rglob("*.txt"))[:_MOST_DEMO]
    for path in texts:
        yield from _forms(path.stem, path.read_bytes().decode("utf-8", "replace"))
    records = [_record(path.stem, path.read_bytes().decode("utf-8", "replace")) for path in texts]
    yield Seed("all.json", json.dumps({"articles": records}).encode())
    yield Seed("all.jsonl", "\n".join(json.dumps(record) for record in records).encode())
    table = io.StringIO()
    writer = csv.DictWriter(table, list(records[0]))
    writer.writeheader()
    writer.writerows(records)
    yield Seed("all.csv", table.getvalue().encode())
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, record in enumerate(records):
            archive.writestr(f"{number}.txt", record["text"])
            archive.writestr(f"pages/{number}.html", _page(record["title"], record["text"]))
    yield Seed("all.zip", packed.getvalue())
    yield Seed("all.mbox", b"".join(_message(record) for record in records))


def _record(title: str, text: str) -> dict[str, str]:
    return {"title": title, "text": text, "url": "https://courier.example/a", "published": "2031-05-02"}


def _forms(name: str, text: str) -> Iterator[Seed]:
    yield Seed(f"{name}.txt", text.encode())
    yield Seed(f"{name}.wide.txt", text.encode("utf-16"))
    yield Seed(f"{name}.latin.txt", text.encode("cp1252", "replace"))
    yield Seed(f"{name}.html", _page(name, text).encode())
    yield Seed(f"{name}.md", f"---\ntitle: {name}\ndate: 2031-05-02\n---\n\n# {name}\n\n{text}".encode())
    yield Seed(f"{name}.json", json.dumps(_record(name, text)).encode())
    yield Seed(f"{name}.txt.gz", gzip.compress(text.encode()))


def _page(title: str, text: str) -> str:
    paragraphs = "".join(f"<p>{escape(line)}</p>\n" for line in text.split("\n") if line)
    linked = json.dumps({"@type": "NewsArticle", "headline": title, "datePublished": "2031-05-02"})
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{escape(title)}</title><meta property="og:title" '
        f'content="{escape(title)}"><script type="application/ld+json">{linked}</script></head><body><nav><a href="/">'
        f"Home</a></nav><article><h1>{escape(title)}</h1>{paragraphs}</article><footer>Contact</footer></body></html>"
    )


def _message(record: dict[str, str]) -> bytes:
    message = EmailMessage()
    message["From"] = "Courier Letter <letter@courier.example>"
    message["Subject"] = record["title"]
    message["Date"] = "Fri, 02 May 2031 10:00:00 +0000"
    message["Message-ID"] = "<1@courier.example>"
    message.set_content(record["text"])
    message.add_alternative(_page(record["title"], record["text"]), subtype="html")
    message.add_attachment(record["text"].encode(), maintype="text", subtype="plain", filename="story.txt")
    return b"From letter@courier.example Fri May  2 10:00:00 2031\n" + bytes(message) + b"\n"
