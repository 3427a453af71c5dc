"""Rows on their way into a segment."""

from array import array
from collections.abc import Iterator
from operator import attrgetter

import numpy as np

from index.engine.arrays import Array, ArrayWriter
from index.engine.inverting import Values, Words, initials
from index.engine.outlets import add_outlets
from index.engine.postings import Postings
from index.engine.row import Row
from index.engine.schema import COLUMNS, INITIALS, SCORABLE
from index.words import stem, stems_of, terms

_AT_ONCE = 1024
"""Rows whose words are found together."""


class Batch:
    """The rows added since the last segment was written."""

    def __init__(self) -> None:
        self.characters = 0
        """Of the texts of all rows."""
        self._waiting: list[Row] = []
        self._words = Words()
        self._outlets = Values(terms)
        self._fields = {
            "title": (Values(lambda title: map(stem, terms(title))), attrgetter("title")),
            "outlet": (self._outlets, attrgetter("outlet")),
            "by": (Values(terms), attrgetter("authors")),
            "names": (Values(dict.fromkeys), attrgetter("names")),
            "said": (Values(dict.fromkeys), attrgetter("said")),
        }
        self._columns = {"article": array("q"), "passage": array("i"), "day": array("i")}

    def __len__(self) -> int:
        return len(self._columns["article"]) + len(self._waiting)

    def add(self, row: Row) -> None:
        """Take one row."""
        self._waiting.append(row)
        self.characters += len(row.text)
        if len(self._waiting) >= _AT_ONCE:
            self._take()

    def _take(self) -> None:
        rows, self._waiting = self._waiting, []
        self._words.extend([row.text for row in rows])
        for values, value_of in self._fields.values():
            values.extend(map(value_of, rows))
        for name, column in self._columns.items():
            column.extend(map(attrgetter(name), rows))

    def write(self, file: ArrayWriter) -> None:
        """Invert the rows into a segment's file."""
        self._take()
        for field, postings in self._postings():
            postings.write(file, field)
        for name in self._columns:
            file.add(f"column.{name}", self.column(name))
        add_outlets(file, self._outlets.known, self._outlets.numbers)

    def _postings(self) -> Iterator[tuple[str, Postings]]:
        """Each field's postings, made as they are asked for."""
        tokens = self._words.tokens()
        stems = tokens.mapped(stems_of(tokens.vocabulary))
        yield "stems", stems.postings(positional=False, scorable=True)
        words = tokens.postings(positional=True, scorable=True)
        yield "words", words
        yield INITIALS, initials(words)
        for field, (values, _) in self._fields.items():
            yield field, values.tokens().postings(positional=False, scorable=field in SCORABLE)

    def column(self, name: str) -> Array:
        """A number of each row."""
        self._take()
        numbers = self._columns[name]
        return np.frombuffer(numbers, f"i{numbers.itemsize}").astype(COLUMNS[name])
