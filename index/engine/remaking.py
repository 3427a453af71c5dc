"""Several segments written as one, at once or on a thread beside the writer."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from index.engine.arrays import Array, ArrayWriter
from index.engine.merging import merge
from index.engine.naming import write_names
from index.engine.outlets import add_outlets, common_outlets
from index.engine.postings import Postings
from index.engine.schema import INITIALS, KEYS, TERM_FIELDS
from index.engine.segments import ArraySegment, OpenSegment


@contextmanager
def written(folder: Path, segment: ArraySegment) -> Iterator[ArrayWriter]:
    """The file of a new segment, durable on leaving, and removed where an exception leaves."""
    file = ArrayWriter(folder / segment.filename)
    try:
        yield file
        segment.size = file.close()
    except BaseException:
        file.abandon()
        raise


class Remaking:
    """One segment made of several, without the rows that are deleted in them now."""

    def __init__(self, folder: Path, old: Sequence[OpenSegment], segment: ArraySegment) -> None:
        self.old = old
        self.segment = segment
        self._folder = folder
        self._kept = [open_.segment.mask() for open_ in old]
        # Names may be given to rows while the others are copied.
        self._names = {field: [open_.field(field) for open_ in old] for field in KEYS}
        self._editions = self._editions_now()
        segment.set_doc_count(
            sum(o.rows if k is None else int(k.sum()) for o, k in zip(old, self._kept, strict=True))
        )

    def run(self) -> None:
        """Write the file."""
        old = self.old
        with written(self._folder, self.segment) as file:
            for field in (*TERM_FIELDS, INITIALS):
                parts = self._names.get(field) or [o.field(field) for o in old]
                self._merged(parts).write(file, field)
            for name in ("article", "passage", "day"):
                file.add(f"column.{name}", self._living([o.column(name) for o in old]))
            names, numbers = common_outlets(old)
            add_outlets(file, names, self._living(numbers))

    def catch_up(self) -> None:
        """Delete what has been deleted in the old segments since, and take over the names given to their rows."""
        if self._editions_now() != self._editions:
            fields = {field: self._merged([o.field(field) for o in self.old]) for field in KEYS}
            write_names(self._folder, self.segment, fields)
        base = 0
        for open_, kept in zip(self.old, self._kept, strict=True):
            before = np.ones(open_.rows, bool) if kept is None else kept
            now = open_.segment.mask()
            if now is not None:
                number = np.cumsum(before) - 1
                self.segment.delete(base + number[before & ~now])
            base += int(before.sum())

    def _editions_now(self) -> list[int]:
        return [open_.segment.names_edition for open_ in self.old]

    def _merged(self, parts: Sequence[Postings]) -> Postings:
        return merge(parts, self._kept, [open_.rows for open_ in self.old])

    def _living(self, columns: Sequence[Array]) -> Array:
        return np.concatenate([c if k is None else c[k] for c, k in zip(columns, self._kept, strict=True)])


class Beside:
    """Something done on a thread of its own; what it raises is raised where it is waited for."""

    def __init__(self, work: Callable[[], None]) -> None:
        self._work = work
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, name="merging segments")
        self._thread.start()

    def _run(self) -> None:
        try:
            self._work()
        except BaseException as error:  # noqa: BLE001 - handed on by `wait`
            self._error = error

    @property
    def done(self) -> bool:
        """Whether `wait` would return at once."""
        return not self._thread.is_alive()

    def wait(self) -> None:
        """Wait for the end of it."""
        self._thread.join()
        if self._error is not None:
            raise self._error
