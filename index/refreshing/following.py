"""Bookmarks, what the reader said of lines, and what was read follow their articles to other files."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath

from index.bookmarks import reader_file
from index.catalogue import Catalogue, FileState
from index.refreshing.preparing import FoundFile
from models.errors import BookmarksUnavailable
from models.key import ArticleKey

_TELLING = 24
"""Code points from which on a quote found word for word tells an article; fewer may stand anywhere."""


def successors(
    known: Mapping[str, FileState], lost: Collection[str], came: Iterable[FoundFile]
) -> dict[str, Sequence[str]]:
    """For files that are gone, new ones that may be the same, moved and changed at once: by number or by name."""
    found: dict[str, list[str]] = {name: [] for name in lost}
    by_inode = {known[name].inode: name for name in lost if known[name].inode}
    by_name: dict[str, list[str]] = {}
    for name in lost:
        by_name.setdefault(PurePosixPath(name).name, []).append(name)
    for file in came:
        if file.name not in known:
            old = {by_inode.get(file.state.inode), *by_name.get(PurePosixPath(file.name).name, ())}
            for name in old - {None}:
                assert name is not None
                found[name].append(file.name)
    return {name: new for name, new in found.items() if new}


def follow(folder: Path, catalogue: Catalogue, replaced: Mapping[str, Sequence[str]]) -> None:
    """Have the reader's bookmarks stand where their articles do now.

    Where the bookmarks cannot be written, the next run tries again; until then the catalogue knows the way.

    Args:
        folder: The collection's.
        catalogue: Its catalogue, which knows what was moved as it was.
        replaced: Files that are gone, with others in which their articles may stand, changed. A bookmark goes there
            only if its quote does.
    """
    moved = catalogue.unfollowed()
    if not moved and not replaced:
        return
    # The file would be made by opening it.
    if reader_file().exists():
        try:
            _move(folder, catalogue, moved, replaced)
        except BookmarksUnavailable:
            return
    catalogue.set_followed()


def _move(
    folder: Path,
    catalogue: Catalogue,
    moved: Mapping[ArticleKey, ArticleKey],
    replaced: Mapping[str, Sequence[str]],
) -> None:
    from index.bookmarks import Bookmarks, place

    with Bookmarks.open() as bookmarks:
        places = {}
        for bookmark in bookmarks.list(folder):
            now = moved.get(ArticleKey(bookmark.path, bookmark.part))
            if now is None and len(bookmark.anchor.exact) >= _TELLING:
                for key, text in _texts(catalogue, replaced.get(bookmark.path, ())):
                    found = place(bookmark.anchor, text)
                    if found is not None and found.exactness != "changed":
                        now = key
                        break
            if now is not None and now != (bookmark.path, bookmark.part):
                places[bookmark.id] = now
        if places:
            bookmarks.move(places)
        if moved:
            bookmarks.move_rulings(folder, moved)
            bookmarks.move_read(folder, moved)


def _texts(catalogue: Catalogue, files: Sequence[str]) -> Iterable[tuple[ArticleKey, str]]:
    for file in files:
        for part, revision in catalogue.articles_in(file).items():
            loaded = catalogue.load(revision)
            if loaded is not None:
                yield ArticleKey(file, part), loaded.article.text
