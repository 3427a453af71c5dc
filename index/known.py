"""The collections that Morgue has indexed: listing them, and forgetting one."""

import shutil
import threading
from datetime import date
from pathlib import Path

from index.home import collection_home, home
from models.errors import CollectionUnavailable, MorgueError
from models.status import Status

_CATALOGUE = "catalogue.sqlite"


def is_indexed(folder: Path) -> bool:
    """Whether a folder has an index, however far that got; makes none."""
    return (collection_home(folder) / _CATALOGUE).exists()


def known_collections() -> list[Status]:
    """The folders that have an index, the last indexed first; one whose catalogue does not open is left out."""
    found = [_status(path.parent) for path in sorted((home() / "collections").glob(f"*/{_CATALOGUE}"))]
    return sorted((status for status in found if status), key=lambda s: s.indexed or "", reverse=True)


def forget(folder: Path) -> bool:
    """Remove a folder's index for good, also where the folder itself is gone; False if there was none.

    Raises:
        CollectionBusy: Another process is writing it.
        CollectionUnavailable: It cannot be removed.
    """
    from index.refreshing.locking import write_lock

    place = collection_home(folder)
    if not place.exists():
        return False
    try:
        with write_lock(place, lambda _progress: None, threading.Event(), wait=False):
            shutil.rmtree(place)
    except OSError as error:
        raise CollectionUnavailable(
            f"The index in {place} could not be removed: {error.strerror}.", "Check its permissions."
        ) from error
    return True


def _status(place: Path) -> Status | None:
    from index.catalogue import Catalogue

    try:
        with Catalogue(place / _CATALOGUE) as catalogue:
            folder = catalogue.about("folder")
            if folder is None:
                return None
            articles, outlets, first, last = catalogue.counts()
            return Status(
                folder=folder,
                articles=articles,
                passages=0,
                outlets=outlets,
                problems=len(catalogue.problems()),
                first_day=date.fromordinal(first).isoformat() if first else None,
                last_day=date.fromordinal(last).isoformat() if last else None,
                indexed=catalogue.about("indexed"),
            )
    except MorgueError:
        return None
