"""JSON and JSON Lines: one article, a list of them however wrapped, or one in each line."""

import io
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from index.reading.decoding import stream_encoding, stream_errors
from index.reading.draft import Draft, Unread
from index.reading.records.record import NO_FIELDS, Patience, is_article, read_record
from index.reading.source import MAX_BYTES, Source
from models.errors import UnreadableFile

_LINES = frozenset({"jsonl", "ndjson"})
_PIECE = 1024 * 1024
_DEEPEST = 6
"""Objects and lists around an article: an API's answer, its list, an entry, its content."""
_LOOKED_AT = 50_000
"""Values of one object that are looked at in search of the next article."""
_SLUG = re.compile(r"[\w-][\w.-]{0,250}")
_BETWEEN = " \t\r\n,"
_NOT_JSON = "It is no valid JSON."


def read_json(source: Source, day_first: bool | None = None) -> Iterator[Draft | Unread]:
    """The articles of a JSON file, in its order. Lists and lines are gone through with one record in memory.

    Raises:
        UnreadableFile: it is no JSON, has no articles in it, or is damaged further on.
    """
    encoding = stream_encoding(source.head)
    text = io.TextIOWrapper(source.stream(), encoding=encoding, errors=stream_errors(encoding), newline="\n")
    patience = Patience()
    for entry, value in _values(text, source.suffix):
        for found in _read_value(source, entry, value, day_first):
            yield found
            patience.count(article=isinstance(found, Draft))


def _read_value(source: Source, entry: str, value: Any, day_first: bool | None) -> Iterator[Draft | Unread]:
    if value is None:
        yield Unread(entry, _NOT_JSON)
        return
    count = 0
    for record in _articles(value):
        count += 1
        place = f"{entry}, article {count}" if count > 1 else entry
        try:
            draft = read_record(_with_text(source, record), day_first)
        except UnreadableFile as error:
            yield Unread(place, str(error))
        else:
            draft.entry = place
            yield draft
    if not count:
        yield Unread(entry, NO_FIELDS)


def _with_text(source: Source, record: Mapping[str, Any]) -> Mapping[str, Any]:
    """A record of Omnivore's with the text that its export has in a file of its own."""
    slug = record.get("slug")
    if "savedAt" not in record or not isinstance(slug, str) or not _SLUG.fullmatch(slug):
        return record
    page = source.beside(f"content/{slug}.html")
    if page is None:
        return record
    with page:
        return {**record, "content": page.data().decode("utf-8", "surrogateescape")}


def _articles(value: Any) -> Iterator[Mapping[str, Any]]:
    """The objects with an article's fields in a value, not those inside another."""
    waiting = [iter((value,))]
    patience = _LOOKED_AT
    while waiting and patience:
        try:
            inner = next(waiting[-1])
        except StopIteration:
            waiting.pop()
            continue
        patience -= 1
        if isinstance(inner, Mapping) and is_article(inner):
            patience = _LOOKED_AT
            yield inner
        elif isinstance(inner, Mapping | list) and len(waiting) <= _DEEPEST:
            waiting.append(iter(inner.values() if isinstance(inner, Mapping) else inner))


def _values(text: io.TextIOWrapper, suffix: str) -> Iterator[tuple[str, Any]]:
    """What a file holds, each value with the name of its place; None for what is no JSON."""
    first = text.readline(MAX_BYTES)
    while first and not first.strip("\ufeff \t\r\n"):
        first = text.readline(MAX_BYTES)
    first = first.lstrip("\ufeff \t\r\n")
    if suffix in _LINES or isinstance(_parsed(first), Mapping):
        yield from _lines(first, text)
    elif first.startswith("["):
        yield from _elements(first, text)
    else:
        whole = first + text.read(MAX_BYTES)
        if len(whole) >= MAX_BYTES:
            raise UnreadableFile(f"It is one JSON object of more than {MAX_BYTES // 1024**2} MB.")
        value = _parsed(whole)
        if value is None:
            raise UnreadableFile(_NOT_JSON)
        yield "", value


def _parsed(text: str) -> Any:
    try:
        # Programs put raw line ends into strings.
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _lines(first: str, text: io.TextIOWrapper) -> Iterator[tuple[str, Any]]:
    line, number = first, 0
    while line:
        number += 1
        if len(line) >= MAX_BYTES:
            # Nothing of the rest is kept.
            while line and not line.endswith("\n"):
                line = text.readline(_PIECE)
            yield f"line {number}", None
        elif line.strip():
            yield f"line {number}", _parsed(line)
        line = text.readline(MAX_BYTES)


def _elements(first: str, text: io.TextIOWrapper) -> Iterator[tuple[str, Any]]:
    """The elements of a list, parsed one by one."""
    decoder = json.JSONDecoder(strict=False)
    buffer, position, number = first, 1, 0
    while True:
        while position < len(buffer) and buffer[position] in _BETWEEN:
            position += 1
        if buffer.startswith("]", position):
            return
        try:
            value, end = decoder.raw_decode(buffer, position)
        except (ValueError, RecursionError) as error:
            # Most probably the element goes on beyond the buffer, which grows by as much as it holds.
            left = len(buffer) - position
            more = text.read(max(_PIECE, left)) if left < MAX_BYTES else ""
            if not more:
                raise UnreadableFile(
                    f"Its JSON is damaged after entry {number}." if number else _NOT_JSON
                ) from error
            buffer, position = buffer[position:] + more, 0
            continue
        number += 1
        yield f"entry {number}", value
        position = end
