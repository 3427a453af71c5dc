"""`morgue index`: make a folder's index current."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import CollectionBusy, MorgueError
from tui.commands.command import STOPPED, Command
from tui.commands.folder import add_folder, typed
from tui.commands.plain import counted
from tui.commands.streams import MisuseError, note
from tui.commands.watching import ChangeLog, end_with_reader

if TYPE_CHECKING:
    from models.status import Progress, Summary

_REASONS_SHOWN = 20


def _arguments(parser: argparse.ArgumentParser) -> None:
    add_folder(parser)
    parser.add_argument("--progress", action="store_true", help="progress as JSON Lines on standard output")
    parser.add_argument("--rebuild", action="store_true", help="read every file again")
    parser.add_argument("--watch", action="store_true", help="go on with whatever changes, until Ctrl-C")


def _run(args: argparse.Namespace) -> int:
    from index.refreshing import refresh

    if args.watch and args.rebuild:
        raise MisuseError("--rebuild and --watch do not go together: rebuild first, then watch.")
    if args.watch:
        return _run_watching(args)
    stop = threading.Event()
    with _reporting(stop, as_json=args.progress) as report, _stopping(stop):
        try:
            summary = refresh(args.folder, report, stop, rebuild=args.rebuild)
        except CollectionBusy:
            if stop.is_set():
                return STOPPED
            raise
        except MorgueError as error:
            if args.progress:
                _report_failure(error, report)
            raise
    _tell(args.folder, summary)
    return STOPPED if summary.stopped else 0


def _run_watching(args: argparse.Namespace) -> int:
    from index.refreshing.watching import watch

    stop = threading.Event()
    log = ChangeLog(args.folder, _tell)
    with _reporting(stop, as_json=args.progress) as report, _stopping(stop):
        if args.progress:
            end_with_reader(stop)

        def report_and_note(progress: Progress) -> None:
            report(progress)
            log.note(progress)

        try:
            watch(args.folder, report_and_note, stop, log.changed)
        except CollectionBusy:
            if not stop.is_set():
                raise
        except MorgueError as error:
            if args.progress:
                _report_failure(error, report)
            raise
    return STOPPED if log.interrupted else 0


@contextmanager
def _reporting(stop: threading.Event, *, as_json: bool) -> Iterator[Callable[[Progress], None]]:
    """How progress is told: as JSON, by a bar on a terminal, or not at all."""
    if as_json:
        yield _json_reporter(stop)
    elif sys.stderr.isatty():
        from tui.commands.bar import Bar

        with Bar(sys.stderr) as bar:
            yield bar.show
    else:
        yield _waiting_reporter()


def _waiting_reporter() -> Callable[[Progress], None]:
    """Where nobody watches a bar, only a silence that may last long is explained, once."""
    said: set[str] = set()

    def report(progress: Progress) -> None:
        if progress.stage == "waiting" and progress.message not in said:
            said.add(progress.message)
            note(progress.message)

    return report


def _json_reporter(stop: threading.Event) -> Callable[[Progress], None]:
    def report(progress: Progress) -> None:
        try:
            sys.stdout.write(progress.model_dump_json() + "\n")
            sys.stdout.flush()
        except BrokenPipeError:
            # Whoever asked is gone; what has been read is kept, and there is no reason to go on.
            stop.set()

    return report


def _report_failure(error: MorgueError, report: Callable[[Progress], None]) -> None:
    from models.status import Progress

    report(Progress(stage="failed", message=f"{error} {error.advice}".strip()))


@contextmanager
def _stopping(stop: threading.Event) -> Iterator[None]:
    """While inside, ctrl+c or a request to end sets `stop`; a second one ends at once."""

    def ask(_number: int, _frame: object) -> None:
        stop.set()
        for number, handler in before.items():
            signal.signal(number, handler)

    before = {number: signal.signal(number, ask) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _tell(folder: Path, summary: Summary) -> None:
    from index.collection import Collection

    collection = Collection.open(folder)
    try:
        status, problems, copies = collection.status(), collection.problems(), collection.identical_files()
    finally:
        collection.close()
    name = typed(folder)
    for problem in problems[:_REASONS_SHOWN]:
        note(f"morgue: {problem.path}: {problem.reason}")
    if len(problems) > _REASONS_SHOWN:
        note(f"morgue: … and {len(problems) - _REASONS_SHOWN:,} more; `morgue doctor {name}` lists them all")
    if summary.trouble:
        note(f"morgue: {summary.trouble}")
    articles = counted(status.articles, "article")
    if summary.stopped:
        by_name = f", {status.named:,} of them by name too," if status.named < status.articles else ""
        note(
            f"Stopped. {articles} can be searched{by_name} and will be kept; "
            f"`morgue index {name}` goes on from there."
        )
        return
    changes = [
        f"{number:,} {what}"
        for number, what in (
            (summary.added, "added"),
            (summary.removed, "removed"),
            (summary.named - summary.added, "given names"),
            (summary.problems, "not read"),
        )
        if number > 0
    ]
    told = f" ({', '.join(changes)})" if changes else ", nothing has changed"
    if copies:
        told += f"; {counted(copies, 'file holds', 'files hold')} the same article as another"
    note(f"{articles} can be searched{told}; {summary.seconds:.1f} s.")


COMMAND = Command(
    name="index",
    usage="index FOLDER [--progress] [--rebuild | --watch]",
    summary="Make a folder's index current",
    about="Only files that are new or have changed are read; articles whose files are gone leave the index. "
    "Ctrl-C stops and keeps what is done. The folder itself is never written to. With --watch it goes on: files that "
    "are saved, changed, moved or removed are noticed within a second or two.",
    examples=("morgue index clippings", "morgue index clippings --watch"),
    arguments=_arguments,
    run=_run,
)
