"""Rows on their way into a segment."""

from array import array
from collections.abc import Iterator

import numpy as np

from index.engine.arrays import Array, ArrayWriter
from index.engine.inverting import Shared, Tokens, initials
from index.engine.outlets import add_outlets
from index.engine.postings import Postings
from index.engine.row import Row
from index.engine.schema import COLUMNS, INITIALS, KEYS, SCORABLE
from index.words import stem, terms


class Batch:
    """The rows added since the last segment was written."""

    def __init__(self) -> None:
        self.words = Tokens()
        self.shared = {field: Shared() for field in ("title", "outlet", "by", *KEYS)}
        self.columns = {"article": array("q"), "passage": array("i"), "day": array("i")}

    def __len__(self) -> int:
        return len(self.columns["article"])

    def add(self, row: Row) -> None:
        """Take one row."""
        shared, columns = self.shared, self.columns
        self.words.add(terms(row.text))
        shared["title"].add_value(row.title, lambda: map(stem, terms(row.title)))
        shared["outlet"].add_value(row.outlet, lambda: terms(row.outlet))
        shared["by"].add_value(row.authors, lambda: terms(row.authors))
        shared["names"].add_value(row.names, lambda: dict.fromkeys(row.names))
        shared["said"].add_value(row.said, lambda: dict.fromkeys(row.said))
        columns["article"].append(row.article)
        columns["passage"].append(row.passage)
        columns["day"].append(row.day)

    def write(self, file: ArrayWriter) -> None:
        """Invert the rows into a segment's file."""
        for field, postings in self._postings():
            postings.write(file, field)
        for name in self.columns:
            file.add(f"column.{name}", self.column(name))
        names, numbers = self.shared["outlet"].values
        add_outlets(file, [str(name) for name in names], numbers)

    def _postings(self) -> Iterator[tuple[str, Postings]]:
        """Each field's postings, made as they are asked for."""
        yield "stems", self.words.mapped(map(stem, self.words.vocabulary))
        words = self.words.postings(positional=True, scorable=True)
        yield "words", words
        yield INITIALS, initials(words)
        for field, tokens in self.shared.items():
            yield field, tokens.postings(positional=False, scorable=field in SCORABLE)

    def column(self, name: str) -> Array:
        """A number of each row."""
        numbers = self.columns[name]
        return np.frombuffer(numbers, f"i{numbers.itemsize}").astype(COLUMNS[name])
