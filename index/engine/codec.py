"""The segments' files as Whoosh reads them, so that its own searcher can be asked the same questions.

Nothing in Morgue searches this way; the tests do, to compare. It is what makes the index Whoosh's.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
from whoosh.codec import base
from whoosh.columns import Column, ColumnReader
from whoosh.fields import FieldType
from whoosh.filedb.filestore import FileStorage
from whoosh.formats import Format
from whoosh.matching import ListMatcher
from whoosh.reading import TermInfo, TermNotFound

from index.engine.postings import Postings
from index.engine.schema import COLUMNS, TERM_FIELDS
from index.engine.scoring import rounded_lengths
from index.engine.segments import ArraySegment, OpenSegment

_COLUMNS = tuple(name for name in COLUMNS if name not in TERM_FIELDS)


class ArrayCodec(base.Codec):  # type: ignore[misc]  # Whoosh is untyped
    """Reads segments of arrays. They are written by `index.engine.writer` alone."""

    def terms_reader(self, storage: FileStorage, segment: ArraySegment) -> "TermsReader":
        """The inverted index of a segment."""
        return TermsReader(OpenSegment(Path(storage.folder), segment))

    def per_document_reader(self, storage: FileStorage, segment: ArraySegment) -> "RowReader":
        """Lengths, columns and deletions of a segment."""
        return RowReader(OpenSegment(Path(storage.folder), segment))

    def new_segment(self, _storage: FileStorage, index_name: str) -> ArraySegment:
        """An empty segment."""
        return ArraySegment(index_name)

    def per_document_writer(self, *_: object) -> NoReturn:
        """Not possible: Whoosh's own writer cannot write arrays."""
        raise NotImplementedError("Rows are written by index.engine.Writer.")

    field_writer = postings_writer = postings_reader = per_document_writer


class TermsReader(base.TermsReader):  # type: ignore[misc]  # Whoosh is untyped
    """Terms and postings, one at a time."""

    def __init__(self, segment: OpenSegment) -> None:
        self._segment = segment

    def __contains__(self, term: tuple[str, bytes]) -> bool:
        return self._segment.field(term[0]).number(term[1]) >= 0

    def indexed_field_names(self) -> tuple[str, ...]:
        """The fields that have terms."""
        return TERM_FIELDS

    def terms(self) -> Iterator[tuple[str, bytes]]:
        """All fields' terms, in order."""
        for name in sorted(TERM_FIELDS):
            yield from self.terms_from(name, b"")

    def terms_from(self, name: str, key: bytes) -> Iterator[tuple[str, bytes]]:
        """A field's terms from a key on."""
        field = self._segment.field(name)
        for found in field.all_keys(field.at_or_after(key)):
            yield name, found

    def items(self) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """All terms with their statistics."""
        for term in self.terms():
            yield term, self.term_info(*term)

    def items_from(self, name: str, key: bytes) -> Iterator[tuple[tuple[str, bytes], TermInfo]]:
        """A field's terms from a key on, with their statistics."""
        for term in self.terms_from(name, key):
            yield term, self.term_info(*term)

    def cursor(self, name: str, field_type: FieldType) -> "Cursor":
        """A place in a field's sorted terms."""
        return Cursor(self, name, self._segment.field(name), field_type)

    def _number(self, name: str, key: bytes) -> tuple[Postings, int]:
        field = self._segment.field(name)
        number = field.number(key)
        if number < 0:
            raise TermNotFound(f"No term {name}:{key!r}")
        return field, number

    def frequency(self, name: str, key: bytes) -> int:
        """How often a term occurs; 0 where it is unknown."""
        return int(self.term_info(name, key).weight()) if (name, key) in self else 0

    def doc_frequency(self, name: str, key: bytes) -> int:
        """In how many rows a term stands; 0 where it is unknown."""
        return int(self.term_info(name, key).doc_frequency()) if (name, key) in self else 0

    def term_info(self, name: str, key: bytes) -> TermInfo:
        """A term's statistics."""
        field, number = self._number(name, key)
        rows, counts = field.of(number, number + 1)
        lengths = [0] if field.lengths is None else rounded_lengths(field.lengths[rows])
        return TermInfo(
            weight=float(counts.sum()),
            df=len(rows),
            minlength=int(min(lengths)),
            maxlength=int(max(lengths)),
            maxweight=float(counts.max()),
            minid=int(rows[0]),
            maxid=int(rows[-1]),
        )

    def matcher(self, name: str, key: bytes, format_: Format, scorer: Any = None) -> ListMatcher:
        """A term's postings as Whoosh's matcher of lists, positions encoded as the field's format wants them."""
        field, number = self._number(name, key)
        rows, counts = field.of(number, number + 1)
        values = None
        if field.tokens is not None:
            places = field.places(number).astype(np.int64)
            places -= np.repeat(field.row_starts[:-1][rows], counts)
            ends = np.cumsum(counts, dtype=np.int64)
            values = [format_.encode(p.tolist()) for p in np.split(places, ends[:-1])]
        return ListMatcher(
            rows.tolist(),
            counts.astype(float).tolist(),
            values,
            format_,
            scorer=scorer,
            term=(name, key),
            terminfo=self.term_info(name, key),
        )


class Cursor(base.FieldCursor):  # type: ignore[misc]  # Whoosh is untyped
    """A place in the sorted terms of a field."""

    def __init__(self, reader: TermsReader, name: str, field: Postings, field_type: FieldType) -> None:
        self._reader = reader
        self._name = name
        self._field = field
        self._type = field_type
        self._number = 0

    def is_valid(self) -> bool:
        """Whether there is a term here."""
        return self._number < len(self._field)

    def text(self) -> str | None:
        """The term here; None past the last."""
        return self._type.from_bytes(self._field.key(self._number)) if self.is_valid() else None

    def first(self) -> str | None:
        """Go to the first term."""
        self._number = 0
        return self.text()

    def find(self, text: str | bytes) -> str | None:
        """Go to the first term that is not below a text."""
        self._number = self._field.at_or_after(text if isinstance(text, bytes) else self._type.to_bytes(text))
        return self.text()

    def next(self) -> str | None:
        """Go to the next term."""
        self._number += 1
        return self.text()

    def term_info(self) -> TermInfo | None:
        """Statistics of the term here."""
        return self._reader.term_info(self._name, self._field.key(self._number)) if self.is_valid() else None


class RowReader(base.PerDocumentReader):  # type: ignore[misc]  # Whoosh is untyped
    """Lengths, columns and deletions."""

    def __init__(self, open_: OpenSegment) -> None:
        self._open = open_
        self._segment = open_.segment

    def doc_count(self) -> int:
        """Live rows."""
        return int(self._segment.doc_count())

    def doc_count_all(self) -> int:
        """All rows."""
        return self._segment.doc_count_all()

    def has_deletions(self) -> bool:
        """Whether any row is deleted."""
        return bool(self._segment.has_deletions())

    def is_deleted(self, number: int) -> bool:
        """Whether a row is deleted."""
        return self._segment.is_deleted(number)

    def deleted_docs(self) -> Iterator[int]:
        """The deleted rows."""
        return self._segment.deleted_docs()

    def supports_columns(self) -> bool:
        """There are columns."""
        return True

    def has_column(self, name: str) -> bool:
        """Whether there is a column of a name."""
        return name in _COLUMNS

    def list_columns(self) -> list[str]:
        """The columns' names."""
        return list(_COLUMNS)

    def column_reader(self, name: str, _column: Column) -> "NumberReader":
        """A column's numbers."""
        return NumberReader(self._open.column(name).tolist())

    def doc_field_length(self, number: int, name: str, default: int = 0) -> int:
        """How many terms a row has in a field, as Whoosh rounds it."""
        lengths = self._open.field(name).lengths
        return default if lengths is None else int(rounded_lengths(lengths[number : number + 1])[0])

    def field_length(self, name: str) -> int:
        """How many terms all rows have in a field."""
        lengths = self._open.field(name).lengths
        return 0 if lengths is None else int(lengths.sum())

    def min_field_length(self, name: str) -> int:
        """The fewest terms a row has in a field."""
        lengths = self._open.field(name).lengths
        return 0 if lengths is None or not len(lengths) else int(lengths.min())

    def max_field_length(self, name: str) -> int:
        """The most terms a row has in a field."""
        lengths = self._open.field(name).lengths
        return 0 if lengths is None or not len(lengths) else int(lengths.max())

    def stored_fields(self, _number: int) -> dict[str, Any]:
        """Nothing: the catalogue keeps what articles say."""
        return {}


class NumberReader(ColumnReader):  # type: ignore[misc]  # Whoosh is untyped
    """A column in memory."""

    def __init__(self, numbers: list[int]) -> None:
        self._numbers = numbers

    def __getitem__(self, number: int) -> int:
        return self._numbers[number]

    def __len__(self) -> int:
        return len(self._numbers)

    def load(self) -> list[int]:
        """All numbers."""
        return self._numbers
