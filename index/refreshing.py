"""Make a collection current: find what changed, read and annotate it in other processes, commit in batches."""

import os
import shutil
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from index.catalogue import Catalogue, FileState, Record
from index.home import collection_home
from index.locking import write_lock
from index.naming import resolve_names
from index.preparing import FoundFile, Prepared, record
from index.processes import prepared
from models.errors import CollectionUnavailable, IndexDamaged
from models.status import Progress, Summary

Report = Callable[[Progress], None]

_FIRST_COMMIT = 1.5
_LONGEST_WAIT = 10.0
"""Seconds of work between commits: at first short, so that search has something, then growing to this."""


def refresh(
    folder: Path, report: Report, stop: threading.Event, *, rebuild: bool = False, wait: bool = True
) -> Summary:
    """Make a folder's index current. What has been committed stays, however this ends.

    Args:
        folder: The folder of articles.
        report: Told how far the work has got.
        stop: When set, the work ends after the chunk in hand, which is kept.
        rebuild: Read every file again.
        wait: Wait while another process writes this index; otherwise raise.

    Raises:
        CollectionUnavailable: The folder cannot be read, or the index cannot be written.
        CollectionBusy: Another process is writing, and `wait` is false or `stop` was set while waiting.
    """
    check_folder(folder)
    home = collection_home(folder)
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        with write_lock(home, report, stop, wait=wait):
            if rebuild:
                forget_index(home)
            try:
                return _Refresh(folder, home, report, stop).run()
            except IndexDamaged as error:
                # Nothing in the index is the reader's own: all of it comes from the articles again.
                report(Progress(stage="looking", message=f"{error} It is built again."))
                forget_index(home)
                return _Refresh(folder, home, report, stop).run()
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise CollectionUnavailable(
            f"The index could not be written: {reason}.",
            "What was indexed before is kept. Make room or choose another place with MORGUE_HOME, and try again.",
        ) from error


def check_folder(folder: Path) -> None:
    """Raise CollectionUnavailable, with what to do, unless a folder can be listed."""
    try:
        if not folder.exists():
            raise CollectionUnavailable(f"There is no folder {folder}.", "Check the path.")
        if not folder.is_dir():
            raise CollectionUnavailable(f"{folder} is a file, not a folder.", "Give the folder it is in.")
        next(os.scandir(folder), None)
    except PermissionError as error:
        raise CollectionUnavailable(
            f"You have no permission to read the folder {folder}.", "Ask its owner, or choose another."
        ) from error
    except OSError as error:
        raise CollectionUnavailable(f"The folder {folder} cannot be read: {error.strerror}.") from error


def forget_index(home: Path) -> None:
    """Remove all that indexing has written into a collection's home."""
    shutil.rmtree(home / "index", ignore_errors=True)
    for name in ("catalogue.sqlite", "catalogue.sqlite-wal", "catalogue.sqlite-shm"):
        (home / name).unlink(missing_ok=True)


class _Refresh:
    """One run over a folder."""

    def __init__(self, folder: Path, home: Path, report: Report, stop: threading.Event) -> None:
        from index.engine import Writer

        self.folder = folder
        self.report = report
        self.stop = stop
        self.began = time.monotonic()
        self.catalogue = Catalogue(home / "catalogue.sqlite", writable=True)
        self.writer = Writer(home / "index")
        self.done = 0
        self.total = 0
        self.searchable = 0
        self.added = 0
        self.removed = 0
        self.changed_files = 0
        self.unindexed: dict[int, Record] = {}
        """Stored in the catalogue, not yet given to the engine."""

    def run(self) -> Summary:
        with self.catalogue, self.writer:
            self.catalogue.set_about("folder", str(self.folder.resolve()))
            self.report(Progress(stage="looking"))
            known = self.catalogue.files()
            found, troubles = self._look()
            gone = known.keys() - {file.name for file in found} - troubles.keys()
            unread = [f for f in found if known.get(f.name) != f.state]
            self.total, self.searchable = len(unread), len(self.catalogue.revisions())
            self.changed_files = sum(f.name in known for f in unread)
            self._drop(gone)
            self._note(troubles)
            if unread:
                self._read(unread)
            else:
                self._commit()
            stopped = self.stop.is_set()
            if not stopped and (self.added or self.removed or not self.catalogue.about("named")):
                self._name()
            if not stopped:
                self.catalogue.set_about("indexed", datetime.now(UTC).isoformat(timespec="seconds"))
            problems = len(self.catalogue.problems())
        summary = Summary(
            added=self.added,
            changed=self.changed_files,
            removed=self.removed,
            unchanged=len(found) - len(unread),
            problems=problems,
            seconds=round(time.monotonic() - self.began, 2),
            stopped=stopped,
        )
        self.report(
            Progress(
                stage="stopped" if stopped else "done",
                done=self.done,
                total=self.total,
                searchable=self.searchable,
            )
        )
        return summary

    def _look(self) -> tuple[list[FoundFile], dict[str, str]]:
        from index.reading import walk

        troubles: dict[str, str] = {}
        found = []
        for path, name in walk(self.folder, on_problem=troubles.__setitem__):
            try:
                stat = path.stat()
            except OSError as error:
                troubles[name] = f"It cannot be looked at: {error.strerror}."
                continue
            found.append(FoundFile(path, name, FileState(stat.st_size, stat.st_mtime_ns)))
        return found, troubles

    def _drop(self, gone: set[str]) -> None:
        with self.catalogue.transaction():
            for path in gone:
                self.removed += self.catalogue.drop_file(path)

    def _note(self, troubles: dict[str, str]) -> None:
        with self.catalogue.transaction():
            for name, reason in troubles.items():
                _, left = self.catalogue.put_file(name, FileState(-1, 0), (), reason)
                self.removed += left

    def _read(self, files: Sequence[FoundFile]) -> None:
        next_commit = time.monotonic() + _FIRST_COMMIT
        patience = _FIRST_COMMIT
        for chunk in prepared(files, self.stop):
            with self.catalogue.transaction():
                for one in chunk:
                    self._store(one)
            self._tell()
            if time.monotonic() >= next_commit:
                began = time.monotonic()
                self._commit()
                # A commit may take a tenth of the time; the rest is for reading.
                patience = min(_LONGEST_WAIT, max(patience * 1.7, 9 * (time.monotonic() - began)))
                next_commit = time.monotonic() + patience
        self._commit()

    def _store(self, prepared: Prepared) -> None:
        file = prepared.file
        # A file that changed while it was being read is read again next time.
        came, left = self.catalogue.put_file(file.name, file.state, prepared.records, prepared.problem)
        self.unindexed |= came
        self.added += len(came)
        self.removed += left
        self.done += 1

    def _commit(self) -> None:
        pending, leaving = self.catalogue.pending(), self.catalogue.leaving()
        for revision in leaving:
            self.writer.delete(revision)
        for revision in pending:
            stored = self.unindexed.pop(revision, None) or self._again(revision)
            if stored:
                self._give(revision, stored)
        self.unindexed.clear()
        if pending or leaving:
            self.writer.commit()
            self.catalogue.settle(pending, leaving)
            self.searchable += len(pending) - len(leaving)
            self._tell()

    def _again(self, revision: int) -> Record | None:
        """What a killed run left in the catalogue, or an article that left and came back."""
        self.writer.delete(revision)
        stored = self.catalogue.load(revision)
        return record(stored.article, stored.annotations) if stored else None

    def _give(self, revision: int, stored: Record) -> None:
        from index.engine import Row

        for passage in stored.passages:
            self.writer.add(
                Row(
                    article=revision,
                    passage=passage.number,
                    text=passage.text,
                    title=stored.title or "",
                    outlet=stored.outlet or "",
                    authors=" ".join(stored.authors),
                    names=tuple(dict.fromkeys(local for local, _, _ in passage.mentions)),
                    said=passage.said,
                    day=stored.day,
                )
            )

    def _tell(self) -> None:
        spent = time.monotonic() - self.began
        left = spent / self.done * (self.total - self.done) if self.done and spent > 2 else None
        self.report(
            Progress(
                stage="reading",
                done=self.done,
                total=self.total,
                searchable=self.searchable,
                seconds_left=round(left, 1) if left is not None else None,
            )
        )

    def _name(self) -> None:
        self.report(Progress(stage="names", done=self.done, total=self.total, searchable=self.searchable))
        resolve_names(self.catalogue)
        self.catalogue.set_about("named", datetime.now(UTC).isoformat())
