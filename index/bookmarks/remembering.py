"""What is remembered of the reader's visits: the articles read, and saved searches."""

from collections.abc import Collection, Mapping
from functools import partial
from pathlib import Path

from index.bookmarks import read, searches
from index.bookmarks.file import ReaderFile, folder_name
from index.bookmarks.wording import clean
from models.errors import MorgueError
from models.key import ArticleKey
from models.saved import SavedSearch
from models.search import Order


class Remembering(ReaderFile):
    """Articles that the reader has been in, and searches to come back to, folder by folder."""

    # Read and unread

    def read(self, folder: Path) -> frozenset[ArticleKey]:
        """The articles of a folder that were read."""
        with self._reading() as connection:
            return read.of_folder(connection, folder_name(folder))

    def saw(self, folder: Path, article: ArticleKey) -> None:
        """The reader was in an article, which is nothing to be undone."""
        with self._writing() as connection:
            read.mark(connection, folder_name(folder), [article], read=True)

    def mark_read(self, folder: Path, articles: Collection[ArticleKey], *, as_read: bool) -> int:
        """Have articles count as read or as unread, as one thing that `undo` takes back; gives how many did not."""
        with self._writing() as connection:
            step = read.mark(connection, folder_name(folder), articles, read=as_read)
        changed = len(step.before or step.after)
        if changed:
            self._undos.append(partial(read.undo, step))
        return changed

    def move_read(self, folder: Path, moves: Mapping[ArticleKey, ArticleKey]) -> None:
        """Have articles that moved stay read: old place to new."""
        with self._writing() as connection:
            read.move(connection, folder_name(folder), moves)

    def forget_visits(self, folder: Path) -> None:
        """Forget what was read in a folder, and its saved searches, for good."""
        with self._writing() as connection:
            for table in ("articles_read", "searches"):
                connection.execute(f"DELETE FROM {table} WHERE folder = ?", (folder_name(folder),))  # noqa: S608 - these names

    # Saved searches

    def searches(self, folder: Path) -> tuple[SavedSearch, ...]:
        """The saved searches of a folder, in the order in which they were saved."""
        with self._reading() as connection:
            return tuple(searches.select(connection, "WHERE folder = ?", (folder_name(folder),)))

    def save_search(self, folder: Path, name: str, query: str, order: Order, *, visited: str) -> SavedSearch:
        """Save a query under a name, which `undo` takes back.

        Args:
            folder: Where it searches.
            name: As the reader calls it.
            query: As typed.
            order: Of its results.
            visited: The state of the collection that the reader has seen (`Collection.as_of`).
        """
        with self._writing() as connection:
            saved = searches.save(
                connection, folder_name(folder), clean(name), clean(query), order=order, visited=visited
            )
        self._undos.append(partial(searches.undo, searches.SearchStep(None, saved)))
        return saved

    def rename_search(self, id: str, name: str) -> None:  # noqa: A002 - the field's name
        """Give a saved search another name, which `undo` takes back.

        Raises:
            MorgueError: It is gone.
        """
        with self._writing() as connection:
            step = searches.rename(connection, id, clean(name))
        if step is None:
            raise MorgueError("This saved search is no longer there: it was deleted elsewhere.")
        self._undos.append(partial(searches.undo, step))

    def delete_search(self, id: str) -> None:  # noqa: A002 - the field's name
        """Delete a saved search, which `undo` takes back; one that is gone already is no error."""
        with self._writing() as connection:
            step = searches.delete(connection, id)
        if step is not None:
            self._undos.append(partial(searches.undo, step))

    def visit_search(self, id: str, moment: str) -> None:  # noqa: A002 - the field's name
        """Remember that the collection as of a moment was seen through a saved search."""
        with self._writing() as connection:
            searches.visit(connection, id, moment)
