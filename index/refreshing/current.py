"""The ways to make a collection current: all of it, what changed, or only what was left for a quiet time."""

import shutil
import sqlite3
import threading
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from index.catalogue import Catalogue
from index.folders import check_folder
from index.home import VECTORS, collection_home
from index.refreshing.encoding import encode_apart
from index.refreshing.garbage import collected_seldom
from index.refreshing.learning import is_due, learn_here, place_new
from index.refreshing.locking import write_lock
from index.refreshing.naming import resolve_names
from index.refreshing.pacing import Report
from index.refreshing.run import CATALOGUE, COMPANIONS, FORMER, Run
from models.errors import CollectionUnavailable, IndexDamaged
from models.status import Progress, Summary


def refresh(
    folder: Path,
    report: Report,
    stop: threading.Event,
    *,
    rebuild: bool = False,
    wait: bool = True,
    only: Collection[Path] | None = None,
    compare: bool = True,
) -> Summary:
    """Make a folder's index current. What has been committed stays, however this ends.

    Args:
        folder: The folder of articles.
        report: Told how far the work has got.
        stop: When set, the work ends after the chunk in hand, which is kept.
        rebuild: Read every file again.
        wait: Wait while another process writes this index; otherwise raise.
        only: The files and folders inside of it to look at, where nothing else can have changed; each begins with
            `folder`, as it is given.
        compare: Find out which names mean the same also where these are many, and learn from the collection where that
            is due; `index.refreshing.compare` does both else.

    Raises:
        CollectionUnavailable: The folder cannot be read, or the index cannot be written.
        CollectionBusy: Another process is writing, and `wait` is false or `stop` was set while waiting.
    """
    check_folder(folder)
    home = collection_home(folder)
    summary = _made_current(
        folder, home, report, stop, rebuild=rebuild, wait=wait, only=only, compare=compare
    )
    if not compare or summary.stopped:
        return summary
    # Takes minutes, in which others may write the index.
    trouble = encode_apart(home, report, stop)
    return summary.model_copy(update={"trouble": trouble, "stopped": stop.is_set()})


def _made_current(
    folder: Path,
    home: Path,
    report: Report,
    stop: threading.Event,
    *,
    rebuild: bool,
    wait: bool,
    only: Collection[Path] | None,
    compare: bool,
) -> Summary:
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        with write_lock(home, report, stop, wait=wait), collected_seldom():
            if rebuild:
                forget_index(home)
            try:
                return Run(folder, home, report, stop).run(only, compare=compare)
            except IndexDamaged as error:
                # Nothing in the index is the reader's own: all of it comes from the articles again.
                report(Progress(stage="looking", message=f"{error} It is built again."))
                forget_index(home)
                return Run(folder, home, report, stop).run(None, compare=compare)
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise CollectionUnavailable(
            f"The index could not be written: {reason}.",
            "What was indexed before is kept. Make room or choose another place with MORGUE_HOME, and try again.",
        ) from error


def compare(folder: Path, stop: threading.Event) -> None:
    """Find out which names mean the same, as far as that is unknown, and learn from the collection where that is due.

    Others may write the index meanwhile.

    Raises:
        CollectionBusy: `stop` was set while waiting for another process to let what was learnt be completed.
        LearningStopped: `stop` was set while learning.
    """
    home = collection_home(folder)
    with Catalogue(home / CATALOGUE, writable=True) as catalogue:
        resolve_names(catalogue, stop)
        if is_due(home, catalogue):
            learn_here(home, catalogue, stop)
            # Articles may have come meanwhile.
            with write_lock(home, lambda _: None, stop, wait=True):
                place_new(home, catalogue, stop)


def forget_index(home: Path) -> None:
    """Remove all that indexing has written into a collection's home.

    The catalogue is set aside for the next `Run`: when an article came cannot be told from its file.
    """
    for name in ("index", VECTORS):
        shutil.rmtree(home / name, ignore_errors=True)
    for companion in COMPANIONS:
        with suppress(FileNotFoundError):
            (home / f"{CATALOGUE}{companion}").replace(home / f"{FORMER}{companion}")
