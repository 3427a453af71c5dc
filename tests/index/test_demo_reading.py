"""Reading the demo's saved pages gives what a person sees in them."""

import html
import json
import re
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from index.demo import demo_folder
from index.reading import read
from models.article import Article


class Promise(NamedTuple):
    """What a page states, and the first and last words of its article."""

    path: str
    title: str | None
    outlet: str | None
    authors: list[str]
    published: str | None
    first: str
    last: str


PROMISES = [
    Promise(**json.loads(line))
    for line in Path(__file__).with_name("demo_promises.jsonl").read_text(encoding="utf-8").splitlines()
]

INTERRUPTIONS = re.compile(
    r"ALSO READ|DON'T MISS|Bypass: residents|Nine things you|SUBSCRIBE TO CONTINUE|RECOMMENDED|"
    r"How a river became|Subscriber-only|Advertisement|Merrow's Waxed|"
    r"\[PULL QUOTE\]|Continue reading the main story|Reference:|\d\d:\d\d$|\||#|---$"
)
"""Lines inside an article that are not its prose, or that a format may well take apart."""


@cache
def article(path: str) -> Article:
    (only,) = read(demo_folder() / path, path)
    return only


def body(promise: Promise) -> list[str]:
    """The article's own lines as a person would mark them, from its first words to its last."""
    data = (demo_folder() / promise.path).read_bytes()
    text = data.decode("cp1252" if promise.path == "drills/selvany-wire.txt" else "utf-8")
    if promise.path.endswith(".html"):
        text = text.split("<body", 1)[1]
        text = re.sub(r"</?(?:em|span|a|b)\b[^>]*>", "", text)
        text = html.unescape(re.sub(r"<[^>]+>", "\n", text))
    if promise.path.endswith(".md"):
        text = re.sub(r"\*+|(?m:^[>-] )", "", text)
    start = text.index(promise.first)
    lines = text[start : text.index(promise.last, start) + len(promise.last)].splitlines()
    return [line.strip() for line in lines if line.strip() and not INTERRUPTIONS.match(line.strip())]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


each_page = pytest.mark.parametrize("promise", PROMISES, ids=[promise.path for promise in PROMISES])


def test_every_file_has_its_promise() -> None:
    files = [p.relative_to(demo_folder()).as_posix() for p in demo_folder().rglob("*") if p.is_file()]
    assert sorted(promise.path for promise in PROMISES) == sorted(files)


@each_page
def test_title(promise: Promise) -> None:
    assert article(promise.path).title == promise.title


@each_page
def test_outlet(promise: Promise) -> None:
    outlet = article(promise.path).outlet
    assert (outlet and outlet.casefold()) == (promise.outlet and promise.outlet.casefold())


@each_page
def test_authors(promise: Promise) -> None:
    authors = [author.casefold() for author in article(promise.path).authors]
    assert authors == [author.casefold() for author in promise.authors]


@each_page
def test_published(promise: Promise) -> None:
    published = article(promise.path).published
    if promise.published is None or published is None:
        assert published == promise.published
    elif "+" in promise.published:
        gap = datetime.fromisoformat(published) - datetime.fromisoformat(promise.published)
        assert abs(gap.total_seconds()) < 60
    else:
        assert published.startswith(promise.published[:10])


@each_page
def test_no_sentence_of_the_article_is_lost(promise: Promise) -> None:
    kept = squeezed(article(promise.path).text)
    lines = body(promise)
    assert len(lines) >= 5
    assert [line for line in lines if squeezed(line) not in kept] == []


@each_page
def test_what_surrounds_the_article_is_left_out(promise: Promise) -> None:
    kept = article(promise.path).text
    marks = (
        "commenting forum",
        "©",
        "Subscribe",
        "WhatsApp",
        "Most read",
        "cookie",
        "partners store",
        "hillfarmer",
    )
    assert [mark for mark in marks if mark in kept] == []
