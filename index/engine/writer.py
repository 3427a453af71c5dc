"""Adds and deletes rows, a commit at a time."""

from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import numpy as np

from index.engine.arrays import Array, ArrayWriter
from index.engine.inverting import Shared, Tokens, initials
from index.engine.merging import merge, worth_merging
from index.engine.outlets import add_outlets, common_outlets
from index.engine.postings import Postings
from index.engine.row import Row
from index.engine.schema import COLUMNS, INITIALS, KEYS, SCORABLE, TERM_FIELDS, schema
from index.engine.segments import ArraySegment, OpenSegment
from index.engine.storing import (
    NAME,
    WriteLock,
    generation_of,
    read_contents,
    remove_leftovers,
    write_contents,
)
from index.words import stem, terms
from models.errors import CollectionUnavailable, IndexDamaged

FLUSH = 4_000_000
"""Words held in memory before they are written to a segment that a later commit will make visible.

About 300 MB at the moment they are sorted; 60,000 passages of news.
"""


class _Batch:
    """The rows added since the last segment was written."""

    def __init__(self) -> None:
        self.words = Tokens()
        self.shared = {field: Shared() for field in ("title", "outlet", "by", *KEYS)}
        self.columns = {"article": array("q"), "passage": array("i"), "day": array("i")}

    def __len__(self) -> int:
        return len(self.columns["article"])

    def add(self, row: Row) -> None:
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

    def postings(self) -> Iterator[tuple[str, Postings]]:
        """Each field's postings, made as they are asked for."""
        yield "stems", self.words.mapped(map(stem, self.words.vocabulary))
        words = self.words.postings(positional=True, scorable=True)
        yield "words", words
        yield INITIALS, initials(words)
        for field, tokens in self.shared.items():
            yield field, tokens.postings(positional=False, scorable=field in SCORABLE)

    def column(self, name: str) -> Array:
        numbers = self.columns[name]
        return np.frombuffer(numbers, f"i{numbers.itemsize}").astype(COLUMNS[name])

    def outlets(self) -> tuple[list[str], Array]:
        """The outlets as they are written, and the number of each row's."""
        names, numbers = self.shared["outlet"].values
        return [str(name) for name in names], numbers


class Writer:
    """Writes a folder's index; creates it where there is none. Holds the write lock until closed.

    As a context manager it commits on leaving, or cancels when an exception leaves it.

    Raises:
        CollectionBusy: Another process is writing this index; `holder` is its number.
        CollectionUnavailable: The folder cannot be made or written.
        IndexDamaged: The index there cannot be used; `discard` it and write it anew.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with self._writing():
            folder.mkdir(parents=True, exist_ok=True)
            self._lock = WriteLock(folder)
            try:
                self._open_last_commit()
            except BaseException:
                self._lock.release()
                raise

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise CollectionUnavailable(
                f"The index in {self.folder} cannot be written: {error.strerror}.",
                "Look whether the disk is full, and whether the folder may be written to.",
            ) from error

    def _open_last_commit(self) -> None:
        self.generation = generation_of(self.folder)
        self._schema = schema()
        segments = read_contents(self.folder, self.generation) if self.generation >= 0 else []
        remove_leftovers(self.folder, segments, self.generation)
        self._open = [self._opened(segment) for segment in segments]
        self._start_batch()
        self._changed = False
        self.rows = self._live_rows()
        """Rows alive as of the last commit."""
        if self.generation < 0:
            self.generation = 0
            write_contents(self.folder, self._schema, [], 0)

    def _opened(self, segment: ArraySegment) -> OpenSegment:
        try:
            return OpenSegment(self.folder, segment)
        except FileNotFoundError as error:
            raise IndexDamaged(f"The index is damaged: {segment.filename} is missing.") from error

    def _start_batch(self) -> None:
        self._batch = _Batch()
        self._doomed: dict[int, int] = {}
        """Articles to delete, each with the number of the batch's rows it could be among."""

    def _live_rows(self) -> int:
        return sum(open_.rows - open_.segment.deleted_count() for open_ in self._open)

    def add(self, row: Row) -> None:
        """Add one row, visible after the next commit."""
        self._batch.add(row)
        if len(self._batch.words) >= FLUSH:
            with self._writing():
                self._flush()

    def delete(self, article: int) -> None:
        """Delete every row of an article added so far, in this batch too."""
        self._doomed[article] = len(self._batch)

    def commit(self, *, optimize: bool = False) -> None:
        """Make all that was added and deleted visible and durable. The writer can go on afterwards.

        Args:
            optimize: Merge everything into one segment, without deleted rows.

        Raises:
            CollectionUnavailable: The disk is full, say. The last commit stays as it is.
        """
        with self._writing():
            self._flush()
            self._merge(everything=optimize)
            if not self._changed:
                return
            segments = [open_.segment for open_ in self._open]
            write_contents(self.folder, self._schema, segments, self.generation + 1)
        self.generation += 1
        self._changed = False
        self.rows = self._live_rows()

    def cancel(self) -> None:
        """Forget what was added and deleted since the last commit, and close."""
        self._start_batch()
        self._open = []
        try:
            remove_leftovers(self.folder, read_contents(self.folder, self.generation), self.generation)
        finally:
            self._lock.release()

    def close(self) -> None:
        """Commit and let others write."""
        try:
            self.commit()
        finally:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self.close()
        else:
            self.cancel()

    def _flush(self) -> None:
        """Apply the deletions, and write the batch to a segment of its own."""
        batch, doomed = self._batch, self._doomed
        if not len(batch) and not doomed:
            return
        self._start_batch()
        articles = np.fromiter(doomed, np.int64, len(doomed))
        if len(articles):
            for open_ in self._open:
                hit = np.flatnonzero(np.isin(open_.column("article"), articles))
                if len(hit):
                    open_.segment.delete(hit)
                    self._changed = True
        if not len(batch):
            return
        added = batch.column("article")
        with self._new_segment(len(batch)) as (file, segment):
            for field, postings in batch.postings():
                postings.write(file, field)
            for name in batch.columns:
                file.add(f"column.{name}", batch.column(name))
            add_outlets(file, *batch.outlets())
        if doomed:
            limits = np.array([doomed.get(article, 0) for article in added.tolist()])
            segment.delete(np.flatnonzero(np.arange(len(added)) < limits))

    @contextmanager
    def _new_segment(self, rows: int) -> Iterator[tuple[ArrayWriter, ArraySegment]]:
        segment = ArraySegment(NAME)
        segment.set_doc_count(rows)
        file = ArrayWriter(self.folder / segment.filename)
        try:
            yield file, segment
            segment.size = file.close()
        except BaseException:
            file.abandon()
            raise
        self._open.append(self._opened(segment))
        self._changed = True

    def _merge(self, *, everything: bool) -> None:
        empty = [o for o in self._open if o.rows == o.segment.deleted_count()]
        if empty:
            self._open = [o for o in self._open if o not in empty]
            self._changed = True
        total = [o.rows for o in self._open]
        live = [o.rows - o.segment.deleted_count() for o in self._open]
        chosen: Sequence[int] = worth_merging(live, total)
        if everything:
            clean = len(self._open) == 1 and live == total
            chosen = () if clean else range(len(self._open))
        if not chosen:
            return
        old = [self._open[i] for i in chosen]
        self._open = [o for o in self._open if o not in old]
        kept = [o.segment.mask() for o in old]
        with self._new_segment(sum(live[i] for i in chosen)) as (file, _):
            for field in (*TERM_FIELDS, INITIALS):
                merge([o.field(field) for o in old], kept, [o.rows for o in old]).write(file, field)
            for name in ("article", "passage", "day"):
                columns = [_living(o.column(name), k) for o, k in zip(old, kept, strict=True)]
                file.add(f"column.{name}", np.concatenate(columns))
            names, numbers = common_outlets(old)
            add_outlets(
                file, names, np.concatenate([_living(n, k) for n, k in zip(numbers, kept, strict=True)])
            )


def _living(column: Array, mask: Array | None) -> Array:
    return column if mask is None else column[mask]


def discard(folder: Path) -> None:
    """Remove an index, so that it can be written anew; what else is in the folder stays.

    Raises:
        CollectionBusy: Another process is writing it.
    """
    if folder.is_dir():
        with WriteLock(folder):
            remove_leftovers(folder, [], -1)
