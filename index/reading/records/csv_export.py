"""CSV and TSV: a row an article by the names of the columns, or Readwise's highlights gathered into one a book."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.reading.decoding import stream_encoding, stream_errors
from index.reading.draft import Block, Draft, Unread
from index.reading.records import fields as names
from index.reading.records.fields import line_of, plain_name, text_of
from index.reading.records.record import Patience, read_record
from index.reading.source import MAX_BYTES, Source
from index.reading.stated.bylines import clean_authors
from models.errors import UnreadableFile

MAX_FIELD = MAX_BYTES
"""Characters of a field or a line; a quotation mark that is never closed makes one field of the rest of the file."""
_DELIMITERS = ",;\t|"
_NO_CSV = "It is no valid CSV."
_NO_COLUMNS = "Its first line names no columns of articles, such as title, text, date and url."
_BODY = frozenset({*names.TEXT, *names.SUMMARY})
_BESIDE = frozenset({*names.TITLE, *names.URL, *names.PUBLISHED, *names.AUTHORS, *names.OUTLET})
_HIGHLIGHTS = frozenset({"highlight", "booktitle"})


class _Row(NamedTuple):
    place: str
    cells: list[str] | None
    """None where the row is no CSV."""


def read_csv(source: Source, day_first: bool | None = None) -> Iterator[Draft | Unread]:
    """The articles of a table, in its order.

    Raises:
        UnreadableFile: its first line names no columns of articles.
    """
    encoding = stream_encoding(source.head)
    text = io.TextIOWrapper(source.stream(), encoding=encoding, errors=stream_errors(encoding), newline="")
    first = _line(text)
    while first and not first.strip("\ufeff \t\r\n"):
        first = _line(text)
    first = first.lstrip("\ufeff")
    delimiter = max(_DELIMITERS, key=lambda sign: len(_known(_cells(first, sign))))
    columns = _cells(first, delimiter)
    known = _known(columns)
    rows = _rows(text, delimiter)
    if known >= _HIGHLIGHTS:
        yield from _read_highlights(columns, rows)
    elif known & _BODY and len(known) > 1:
        yield from _read_rows(columns, rows, day_first)
    elif known & {*names.TITLE} and known & {*names.URL}:
        raise UnreadableFile("It lists titles and addresses of articles, without their text.")
    else:
        raise UnreadableFile(_NO_COLUMNS)


def _known(columns: Sequence[str]) -> frozenset[str]:
    return frozenset(map(plain_name, columns)) & (_BODY | _BESIDE | _HIGHLIGHTS)


def _line(text: io.TextIOWrapper) -> str:
    line = text.readline(MAX_FIELD)
    if len(line) >= MAX_FIELD:
        raise UnreadableFile(f"A line of it is longer than {MAX_FIELD // 1024**2} MB.")
    return line


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line.rstrip("\r\n")], delimiter=delimiter), [])
    except csv.Error:
        return []


def _rows(text: io.TextIOWrapper, delimiter: str) -> Iterator[_Row]:
    csv.field_size_limit(MAX_FIELD)
    reader = csv.reader(iter(lambda: _line(text), ""), delimiter=delimiter)
    # As spreadsheets number them, which have the columns' names in the first.
    number = 1
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield _Row(f"row {number}", None)
        else:
            if cells:
                yield _Row(f"row {number}", cells)


def _read_rows(
    columns: Sequence[str], rows: Iterator[_Row], day_first: bool | None
) -> Iterator[Draft | Unread]:
    patience = Patience()
    for row in rows:
        found = _read_row(columns, row, day_first)
        yield found
        patience.count(article=isinstance(found, Draft))


def _read_row(columns: Sequence[str], row: _Row, day_first: bool | None) -> Draft | Unread:
    if row.cells is None:
        return Unread(row.place, _NO_CSV)
    try:
        draft = read_record(dict(zip(columns, row.cells, strict=False)), day_first)
    except UnreadableFile as error:
        return Unread(row.place, str(error))
    draft.entry = row.place
    return draft


def _read_highlights(columns: Sequence[str], rows: Iterator[_Row]) -> Iterator[Draft | Unread]:
    """Readwise's table has a row for each highlight; those of one book or article make one draft, in their order."""
    keys = [plain_name(name) for name in columns]
    books: dict[tuple[str, str], Draft] = {}
    for row in rows:
        if row.cells is None:
            yield Unread(row.place, _NO_CSV)
            continue
        cells = dict(zip(keys, map(text_of, row.cells), strict=False))
        title, author = line_of(cells.get("booktitle")), line_of(cells.get("bookauthor"))
        draft = books.get((title, author))
        if draft is None:
            draft = books[title, author] = Draft(entry=row.place)
            draft.note("title", title, "field Book Title")
            draft.note("authors", clean_authors(author, single_names=True), "field Book Author")
        draft.blocks += [
            Block(" ".join(line.split())) for line in cells.get("highlight", "").split("\n") if line.strip()
        ]
    yield from books.values()
