"""What the reader has done with articles, as the search asks for it: articles by the engine's numbers."""

from pathlib import Path

from index.bookmarks import folder_name
from index.bookmarks.marks import Marks
from index.catalogue import Catalogue
from models.mark import ReadersMark


class Marked:
    """The articles of a collection by what the reader did with them; those of one mark are looked up once."""

    def __init__(self, folder: Path) -> None:
        self._marks = Marks(folder_name(folder))
        self._known: dict[ReadersMark, frozenset[int]] = {}
        self._version: tuple[int, int] | None = None

    def revisions(self, mark: ReadersMark, catalogue: Catalogue) -> frozenset[int]:
        """The articles that bear a mark.

        Raises:
            BookmarksUnavailable: The reader's file cannot be read.
        """
        version = self._marks.version()
        if version != self._version:
            self._known.clear()
            self._version = version
        if mark not in self._known:
            self._known[mark] = catalogue.revisions_at(self._marks.marked(mark))
        return self._known[mark]

    def forget(self) -> None:
        """Look up again what stands where: the collection has changed."""
        self._known.clear()

    def close(self) -> None:
        """Let go of the reader's file."""
        self._marks.close()
