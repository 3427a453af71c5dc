"""Keep a collection current: what changes in the folder is read as soon as it rests."""

import math
import os
import threading
import time
from collections.abc import Callable, Collection, Iterable
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

from index.bookmarks import reader_file
from index.folders import check_folder
from index.home import collection_home
from index.refreshing import compare, is_current, is_to_learn, names_to_compare, refresh
from index.refreshing.encoding import EncodingLater
from index.refreshing.learning import one_thread
from index.refreshing.noticing import Noticed, notice
from index.refreshing.pacing import Report
from models.errors import CollectionBusy, CollectionUnavailable, MorgueError
from models.status import Progress, Stage, Summary

_REST = 0.25
"""Seconds that a file has to stay as it is before it is read: a browser writes a page in several pieces."""
_PATIENCE = 0.75
"""Seconds that what rests waits for other changes to come to rest, so that both ends of a move are seen together."""
_MANY = 2_000
"""Changed paths from which on a look at the whole folder is quicker."""
_LEAST = 300.0
"""Seconds between two looks at the whole folder, which finds whatever the system did not tell of."""
_AGAIN = 30.0
"""Seconds after which a look that could not be had is tried again."""
_SHARE = 200
"""Such a look may take one part in so many of the time."""
_QUIET_FOR_NAMES = 5.0
"""Seconds of quiet before many names are compared; few are with the change that they came with."""
_QUIET = 64
"""Of so few files or articles the steps are not told, only the end."""

OnChange = Callable[[Summary, Collection[Path] | None], None]


def watch(folder: Path, report: Report, stop: threading.Event, on_change: OnChange) -> None:
    """Make a folder's index current, and keep it so until `stop` is set.

    Args:
        folder: The folder of articles. It may vanish meanwhile and come back.
        report: Told how far the work has got: all of the first time, later what takes long, and each end ("done").
        stop: Ends it, after the chunk in hand, which is kept.
        on_change: Called after each piece of work that changed something, with the paths that were looked at, or None
            where it was all of the folder; the first time in any case.

    Raises:
        CollectionUnavailable: The folder cannot be read at the beginning, or the index cannot be written then.
        CollectionBusy: `stop` was set while waiting for another process that writes this index.
    """
    check_folder(folder)
    _Watch(folder.resolve(), report, stop, on_change).run()


class _Watch:
    """One folder under watch."""

    def __init__(self, folder: Path, report: Report, stop: threading.Event, on_change: OnChange) -> None:
        self.folder = folder
        self.report = report
        self.stop = stop
        self.on_change = on_change
        self.pending = Pending()
        self.look_due = math.inf
        """When the whole folder is looked at next."""
        self.names = _Names(folder, stop, self._tell_stage)
        self.encoding = EncodingLater(collection_home(folder), self._tell_beside)
        self._reached: dict[str, int] = {}
        self.reader_file = _looks_of_reader_file()
        self.begun = False

    def run(self) -> None:
        try:
            # Told of changes from before the first look on, so that none falls between the two.
            for noticed in notice(self.folder, self.stop, self._say):
                self._take(noticed)
                if self.stop.is_set():
                    break
                if time.monotonic() >= self.look_due:
                    self._look()
                elif paths := self.pending.rested():
                    self._look_at(paths)
                elif self._reader_wrote() and not is_current(self.folder, ()):
                    self._refresh(set())
                else:
                    self.names.see_to()
                    if not self.names.busy:
                        self.encoding.see_to()
        finally:
            self.names.end()
            self.encoding.end()

    def _take(self, noticed: Noticed) -> None:
        if noticed is None:
            self.look_due = 0.0
        else:
            self.pending.take(noticed)
            if len(self.pending) > _MANY:
                self.pending.clear()
                self.look_due = min(self.look_due, time.monotonic() + _PATIENCE)

    def _look(self) -> None:
        began = time.monotonic()
        self._refresh(None)
        self.look_due = time.monotonic() + max(_LEAST, _SHARE * (time.monotonic() - began))

    def _look_at(self, paths: set[Path]) -> None:
        # Another process, or this one a moment ago, may have done it.
        if is_current(self.folder, paths):
            self._tell_stage("done")
        else:
            self._refresh(paths)

    def _reader_wrote(self) -> bool:
        """Whether the reader's own file has changed, in which he or she may have ruled on lines."""
        before, self.reader_file = self.reader_file, _looks_of_reader_file()
        return self.reader_file != before

    def _refresh(self, paths: set[Path] | None) -> None:
        try:
            summary = refresh(self.folder, self._tell, self.stop, only=paths, compare=False)
        except CollectionBusy:
            # Asked to stop while waiting for another.
            if not self.begun:
                raise
            return
        except CollectionUnavailable as error:
            # At the beginning that is the answer; later what was read can still be searched, and it may heal.
            if not self.begun:
                raise
            self._say(f"{error} {error.advice}".strip())
            self.look_due = min(self.look_due, time.monotonic() + _AGAIN)
            return
        if not self.begun or summary.added or summary.changed or summary.removed or summary.moved:
            self.on_change(summary, paths)
        self.begun = True
        self.names.wait_anew()
        self.encoding.wait_anew()

    def _tell(self, progress: Progress) -> None:
        if progress.searchable:
            self._reached = {"searchable": progress.searchable, "named": progress.named}
        if not self.begun or progress.stage in {"waiting", "done", "stopped"} or progress.total > _QUIET:
            self.report(progress)

    def _say(self, message: str) -> None:
        self._tell_stage("watching", message)

    def _tell_stage(self, stage: Stage, message: str = "") -> None:
        self._tell_beside(Progress(stage=stage, message=message))

    def _tell_beside(self, progress: Progress) -> None:
        """Tell of something beside the reading, which is where it was."""
        self.report(progress.model_copy(update={"text_complete": self.begun, **self._reached}))


class Pending:
    """Paths that have changed and are looked at again until they rest."""

    def __init__(self) -> None:
        self._seen: dict[Path, tuple[object, float]] = {}
        """Each with how it looked, and since when it looks so."""
        self._waiting_since: float | None = None

    def __len__(self) -> int:
        return len(self._seen)

    def clear(self) -> None:
        """Forget them."""
        self._seen.clear()
        self._waiting_since = None

    def take(self, paths: Iterable[Path]) -> None:
        """Paths that have changed just now."""
        now = time.monotonic()
        for path in paths:
            look = _look_of(path)
            known = self._seen.get(path)
            # Other things than size and time may have changed; a file that is gone rests sooner.
            if known is None or known[0] != look:
                self._seen[path] = (look, now)

    def rested(self) -> set[Path]:
        """Those that rest: all of them, or, where some will not, those that do; they are not pending any more."""
        now = time.monotonic()
        for path, (look, _) in list(self._seen.items()):
            if (fresh := _look_of(path)) != look:
                self._seen[path] = (fresh, now)
        resting = {path for path, (_, since) in self._seen.items() if now - since >= _REST}
        if not resting:
            return set()
        if len(resting) < len(self._seen):
            self._waiting_since = self._waiting_since or now
            if now - self._waiting_since < _PATIENCE:
                return set()
        self._waiting_since = None
        for path in resting:
            del self._seen[path]
        return resting


def _look_of(path: Path) -> tuple[int, int] | None:
    try:
        status = path.lstat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def _looks_of_reader_file() -> tuple[object, ...]:
    file = reader_file()
    # What was written last may still stand in the file's log.
    return _look_of(file), _look_of(file.with_name(f"{file.name}-wal"))


class _Names:
    """Has names compared and words learnt in another process once all is quiet: no change is to wait for it."""

    def __init__(self, folder: Path, stop: threading.Event, tell: Callable[[Stage], None]) -> None:
        self._folder = folder
        self._stop = stop
        self._tell = tell
        self._due: float | None = None
        self._first = True
        self._process: BaseProcess | None = None

    @property
    def busy(self) -> bool:
        """Whether it is under way, or waits for the quiet."""
        return self._process is not None or self._due is not None

    def wait_anew(self) -> None:
        """Something has changed: the quiet begins from here."""
        try:
            waits = names_to_compare(self._folder) or is_to_learn(self._folder)
        except MorgueError:
            return
        # The first time somebody may be waiting for it.
        quiet = 0.0 if self._first else _QUIET_FOR_NAMES
        self._first = False
        self._due = time.monotonic() + quiet if waits else None

    def see_to(self) -> None:
        """Begin when it is time, and tell when it is done."""
        if self._process is not None and not self._process.is_alive():
            self._process = None
            self._tell("done")
        if self._process is None and self._due is not None and time.monotonic() >= self._due:
            self._due = None
            self._tell("names")
            with one_thread():
                self._process = get_context("spawn").Process(
                    target=_compare, args=(self._folder,), daemon=True
                )
                self._process.start()

    def end(self) -> None:
        """Leave it to the next time."""
        if self._process is not None:
            self._process.terminate()
            self._process.join(1)


def _compare(folder: Path) -> None:
    # Whoever types meanwhile comes first.
    os.nice(10)
    compare(folder, threading.Event())
