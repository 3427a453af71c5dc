"""A segment: rows written together, as the table of contents knows them and as its file holds them."""

import json
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from whoosh.codec.base import Segment

from index.engine.arrays import Array, ArrayFile, damaged
from index.engine.postings import Postings
from index.engine.schema import KEYS

if TYPE_CHECKING:
    from index.engine.codec import ArrayCodec

EXTENSION = ".arrays"


class ArraySegment(Segment):  # type: ignore[misc]  # Whoosh is untyped
    """What the table of contents says of one segment: its rows, its file's size, its deleted rows."""

    def __init__(self, index_name: str) -> None:
        super().__init__(index_name)
        self.rows = 0
        self.size = 0
        """Bytes of the segment's own file."""
        self.names_edition = 0
        """Counts the files of names written for the segment's rows later on; 0 where there is none."""
        self.names_size = 0
        """Bytes of the latest of them."""
        self._deleted = b""

    @property
    def filename(self) -> str:
        """The name of the segment's own file."""
        return str(self.make_filename(EXTENSION))

    def names_filename(self, edition: int) -> str:
        """The name of a file of names that came after the segment."""
        return str(self.make_filename(f"_{edition}{EXTENSION}"))

    @property
    def filenames(self) -> list[str]:
        """The names of all files that the segment needs."""
        later = [self.names_filename(self.names_edition)] if self.names_edition else []
        return [self.filename, *later]

    @property
    def deleted(self) -> Array:
        """The numbers of the deleted rows, ascending."""
        return np.frombuffer(self._deleted, "<u4")

    def delete(self, rows: Array) -> None:
        """Mark rows as deleted."""
        if len(rows):
            self._deleted = np.union1d(self.deleted, rows).astype("<u4").tobytes()

    def mask(self) -> Array | None:
        """True for each row that is not deleted; None when none is."""
        if not self._deleted:
            return None
        mask = np.ones(self.rows, bool)
        mask[self.deleted] = False
        return mask

    # What Whoosh asks of a segment.

    def codec(self) -> "ArrayCodec":
        """The codec that reads this segment."""
        from index.engine.codec import ArrayCodec

        return ArrayCodec()

    def should_assemble(self) -> bool:
        """Never into a compound file: there is one file as it is."""
        return False

    def set_doc_count(self, count: int) -> None:
        """Set the number of rows."""
        self.rows = count

    def doc_count_all(self) -> int:
        """The number of rows, deleted ones counted."""
        return self.rows

    def deleted_count(self) -> int:
        """How many rows are deleted."""
        return len(self.deleted)

    def deleted_docs(self) -> Iterator[int]:
        """The numbers of the deleted rows."""
        return iter(self.deleted.tolist())

    def is_deleted(self, number: int) -> bool:
        """Whether a row is deleted."""
        place = int(np.searchsorted(self.deleted, number))
        return place < len(self.deleted) and int(self.deleted[place]) == number

    def delete_document(self, number: int, delete: bool = True) -> None:
        """Delete one row, or bring it back."""
        if delete:
            self.delete(np.array([number]))
        else:
            self._deleted = self.deleted[self.deleted != number].tobytes()


class OpenSegment:
    """A segment with its file open.

    Raises:
        FileNotFoundError: The file is gone, as after a later commit.
        IndexDamaged: The file cannot be used.
    """

    def __init__(self, folder: Path, segment: ArraySegment, before: "OpenSegment | None" = None) -> None:
        """Open a segment; `before` is the same one as of another commit, which lends all that it has read."""
        self.segment = segment
        self.rows = segment.rows
        self.file: ArrayFile = before.file if before else ArrayFile(folder / segment.filename, segment.size)
        self._fields: dict[str, Postings] = before._fields if before else {}
        self._names: ArrayFile | None = before._names if before else None
        if segment.names_edition != (before.segment.names_edition if before else 0):
            self.read_names(folder)
        if len(self.column("article")) != self.rows:
            raise damaged(self.file.path, "has another number of rows than the table of contents says")

    def field(self, name: str) -> Postings:
        """The postings of a field."""
        found = self._fields.get(name)
        if found is None:
            file = self._names if name in KEYS and self._names is not None else self.file
            found = self._fields[name] = Postings.read(file, name)
        return found

    def read_names(self, folder: Path) -> None:
        """Open the file of names that counts now."""
        segment = self.segment
        self._names = ArrayFile(folder / segment.names_filename(segment.names_edition), segment.names_size)
        self._fields = {name: found for name, found in self._fields.items() if name not in KEYS}

    def verify(self) -> None:
        """Read everything and compare checksums.

        Raises:
            IndexDamaged: A file has changed since it was written.
        """
        self.file.verify()
        if self._names is not None:
            self._names.verify()

    def column(self, name: str) -> Array:
        """A number of each row: "article", "passage", "day" or "outlet"."""
        column = self.file.get(f"column.{name}")
        if column is None:
            raise damaged(self.file.path, f"lacks the column {name}")
        return column

    @cached_property
    def outlets(self) -> list[str]:
        """The outlets as they are written, in the order of their numbers in the column "outlet"."""
        found = self.file.get("outlets")
        return [] if found is None else list(json.loads(found.tobytes()))

    @cached_property
    def mask(self) -> Array | None:
        """True for each row that is not deleted; None when none is."""
        return self.segment.mask()
