"""Opening a folder's index, or the reader's bookmarks, for a command."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import CollectionUnavailable, MorgueError
from tui.commands.folder import typed
from tui.commands.streams import note

if TYPE_CHECKING:
    from index.bookmarks import Bookmarks
    from index.collection import Collection


@contextmanager
def indexed(folder: Path) -> Iterator[Collection]:
    """A folder's index as it stands; says so on standard error where it is not finished.

    Raises:
        CollectionUnavailable: The folder cannot be read, or was never indexed.
        IndexDamaged: The index has to be built again.
    """
    from index.collection import Collection
    from index.folders import check_folder
    from index.known import is_indexed

    check_folder(folder)
    if not is_indexed(folder):
        raise CollectionUnavailable(
            f"{folder} has not been indexed yet.", f"`morgue index {typed(folder)}` does that."
        )
    collection = Collection.open(folder)
    try:
        status = collection.status()
        if status.indexed is None:
            note(
                f"morgue: {folder} is not indexed to the end; this is from {status.articles} articles so far."
            )
        yield collection
    finally:
        collection.close()


def known_article(collection: Collection, path: str) -> None:
    """Make sure that an article was read from a path.

    Raises:
        MorgueError: None was.
    """
    from models.key import ArticleKey

    if collection.revision(ArticleKey(path)) is None:
        raise MorgueError(
            f"There is no article {path} in this folder.", "Give its path as `morgue search` shows it."
        )


@contextmanager
def own_bookmarks() -> Iterator[Bookmarks]:
    """The reader's bookmarks; says so on standard error where their file had to be repaired.

    Raises:
        BookmarksUnavailable: They cannot be opened.
    """
    from index.bookmarks import Bookmarks

    with Bookmarks.open() as bookmarks:
        if bookmarks.notice:
            note(f"morgue: {bookmarks.notice}")
        yield bookmarks
