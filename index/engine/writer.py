"""Adds and deletes rows, a commit at a time."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

import numpy as np

from index.engine.batch import Batch
from index.engine.merging import worth_merging
from index.engine.naming import Names, give_names
from index.engine.remaking import Beside, Remaking, written
from index.engine.row import Row
from index.engine.schema import schema
from index.engine.segments import ArraySegment, OpenSegment
from index.engine.storing import (
    NAME,
    WriteLock,
    generation_of,
    read_contents,
    remove_leftovers,
    write_contents,
)
from models.errors import CollectionUnavailable, IndexDamaged, MorgueError

FLUSH = 24_000_000
"""Characters held in memory before they are written to a segment that a later commit will make visible.

About 300 MB at the moment their four million words are sorted; 60,000 passages of news.
"""
MANY = 12
"""Segments that a search may have to go through for a while: each costs it a look-up for every term."""
BESIDE = 30_000
"""Rows from which on a merge, which would take some tenths of a second, goes on while others are added."""


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
        self._beside: Beside | None = None
        self._remaking: Remaking | None = None
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
        self._batch = Batch()
        self._doomed: dict[int, int] = {}
        """Articles to delete, each with the number of the batch's rows it could be among."""
        self._named: dict[int, Mapping[int, Names]] = {}

    def _live_rows(self) -> int:
        return sum(open_.rows - open_.segment.deleted_count() for open_ in self._open)

    def add(self, row: Row) -> None:
        """Add one row, visible after the next commit."""
        self._batch.add(row)
        if self._batch.characters >= FLUSH:
            with self._writing():
                self._flush()

    def delete(self, article: int) -> None:
        """Delete every row of an article added so far, in this batch too."""
        self._doomed[article] = len(self._batch)

    def name(self, article: int, names: Mapping[int, Names]) -> None:
        """Give the rows of an article that were added before their names, in the place of those they have.

        Args:
            article: The article's number. No row of it may be added anew before the next commit.
            names: By passage; the others have none.
        """
        self._named[article] = names

    def commit(self, *, optimize: bool = False, hurried: bool = False) -> None:
        """Make all that was added and deleted visible and durable. The writer can go on afterwards.

        Args:
            optimize: Merge everything into one segment, without deleted rows.
            hurried: Leave merging to a later commit, or to closing, while segments are no more than `MANY`.

        Raises:
            CollectionUnavailable: The disk is full, say. The last commit stays as it is.
        """
        with self._writing():
            self._flush()
            if not hurried or len(self._open) > MANY:
                self._merge(everything=optimize)
            if not self._changed:
                return
            segments = [open_.segment for open_ in self._open]
            growing = [self._remaking.segment.filename] if self._remaking else []
            write_contents(self.folder, self._schema, segments, self.generation + 1, growing)
        self.generation += 1
        self._changed = False
        self.rows = self._live_rows()

    def cancel(self) -> None:
        """Forget what was added and deleted since the last commit, and close."""
        self._start_batch()
        self._open = []
        try:
            self._abandon_merging()
            remove_leftovers(self.folder, read_contents(self.folder, self.generation), self.generation)
        finally:
            self._lock.release()

    def close(self) -> None:
        """Commit, wait for a merge that is going on, and let others write."""
        try:
            self.commit()
            while self._beside is not None:
                with self._writing():
                    self._finish_merging()
                self.commit()
        finally:
            self._abandon_merging()
            self._lock.release()

    def _abandon_merging(self) -> None:
        """Wait for a merge whose outcome does not matter any more; nothing may be written without the lock."""
        with suppress(MorgueError, OSError):
            if self._beside is not None:
                self._beside.wait()
        self._beside = self._remaking = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self.close()
        else:
            self.cancel()

    def _flush(self) -> None:
        """Apply the deletions, write the batch to a segment of its own, and give rows the names that came later."""
        batch, doomed, named = self._batch, self._doomed, self._named
        self._start_batch()
        self._delete(doomed)
        if len(batch):
            self._write(batch, doomed)
        if named:
            for open_ in self._open:
                self._changed |= give_names(self.folder, open_, named)

    def _delete(self, doomed: Mapping[int, int]) -> None:
        articles = np.fromiter(doomed, np.int64, len(doomed))
        if len(articles):
            for open_ in self._open:
                hit = np.flatnonzero(np.isin(open_.column("article"), articles))
                if len(hit):
                    open_.segment.delete(hit)
                    self._changed = True

    def _write(self, batch: Batch, doomed: Mapping[int, int]) -> None:
        added = batch.column("article")
        segment = ArraySegment(NAME)
        segment.set_doc_count(len(batch))
        with written(self.folder, segment) as file:
            batch.write(file)
        if doomed:
            limits = np.array([doomed.get(article, 0) for article in added.tolist()])
            segment.delete(np.flatnonzero(np.arange(len(added)) < limits))
        self._open.append(self._opened(segment))
        self._changed = True

    def _merge(self, *, everything: bool) -> None:
        """Take in a merge that is done, and begin one where it is worth while."""
        if everything:
            self._finish_merging()
        elif self._beside is not None:
            if not self._beside.done:
                return
            self._finish_merging()
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
        self._remaking = Remaking(self.folder, [self._open[i] for i in chosen], ArraySegment(NAME))
        if self._remaking.segment.rows > BESIDE and not everything:
            self._beside = Beside(self._remaking.run)
        else:
            self._remaking.run()
            self._take_in(self._remaking)

    def _finish_merging(self) -> None:
        """Wait for a merge that is going on, and put what it has made in the place of the old segments."""
        beside, remaking = self._beside, self._remaking
        self._beside = self._remaking = None
        if beside is not None and remaking is not None:
            beside.wait()
            self._take_in(remaking)

    def _take_in(self, remaking: Remaking) -> None:
        remaking.catch_up()
        self._open = [o for o in self._open if o not in remaking.old]
        self._open.append(self._opened(remaking.segment))
        self._remaking = None
        self._changed = True


def discard(folder: Path) -> None:
    """Remove an index, so that it can be written anew; what else is in the folder stays.

    Raises:
        CollectionBusy: Another process is writing it.
    """
    if folder.is_dir():
        with WriteLock(folder):
            remove_leftovers(folder, [], -1)
