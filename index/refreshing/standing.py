"""How an index stands: whether there is anything to do about it, without doing it."""

import sqlite3
from collections.abc import Collection
from pathlib import Path

from index.annotating.names.choosing import recogniser_identity
from index.bookmarks import folder_name, reader_file, rulings
from index.catalogue import Catalogue
from index.deciding import decided
from index.home import collection_home
from index.refreshing.learning import is_due
from index.refreshing.looking import look_at
from models.errors import MorgueError


def is_current(folder: Path, only: Collection[Path]) -> bool:
    """Whether there is nothing to do about some files and folders, as far as can be told without writing."""
    path = collection_home(folder) / "catalogue.sqlite"
    if not path.exists():
        return False
    try:
        with Catalogue(path) as catalogue:
            look = look_at(folder, only, catalogue)
            return (
                look is not None
                and look.is_known(catalogue.problems())
                and not catalogue.unsettled
                and catalogue.rulings() == rulings.in_file(reader_file(), folder_name(folder))
                and catalogue.decisions() == decided(folder)
                and catalogue.names_found_by in (None, recogniser_identity())
            )
    except (MorgueError, sqlite3.Error):
        return False


def names_to_compare(folder: Path) -> int:
    """How many names have still to be compared, which `refresh` did not do; 0 where that is done."""
    with Catalogue(collection_home(folder) / "catalogue.sqlite") as catalogue:
        return catalogue.unresolved_count()


def is_to_learn(folder: Path) -> bool:
    """Whether `compare` has to learn from the collection, which `refresh` did not do."""
    home = collection_home(folder)
    with Catalogue(home / "catalogue.sqlite") as catalogue:
        return is_due(home, catalogue)
