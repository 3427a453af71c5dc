"""Which articles the reader has read, or keeps something of, as the reader's file has it at the moment."""

import sqlite3

from index.bookmarks import read
from index.bookmarks.faults import in_plain_words
from index.bookmarks.file import PATIENCE, reader_file
from models.key import ArticleKey
from models.mark import ReadersMark

_KNOWN = "SELECT 1 FROM sqlite_master WHERE name = 'articles_read'"


class Marks:
    """The marks on one folder's articles. Writes nothing, and makes no file where there is none."""

    def __init__(self, folder: str) -> None:
        """Take the folder as the file names it (`folder_name`)."""
        self._folder = folder
        self._connection: sqlite3.Connection | None = None
        self._inode = 0

    def version(self) -> tuple[int, int]:
        """Another one whenever the marks may be others: which file it is, and how often others wrote into it.

        Raises:
            BookmarksUnavailable: The file cannot be read.
        """
        path = reader_file()
        with in_plain_words(path):
            inode = path.stat().st_ino if path.exists() else 0
            if inode != self._inode:
                self.close()
            if inode and self._connection is None:
                # Autocommit, so that each question sees what is there then.
                self._connection = sqlite3.connect(
                    path, timeout=PATIENCE, isolation_level=None, check_same_thread=False
                )
                self._inode = inode
            if self._connection is None:
                return 0, 0
            (writes,) = self._connection.execute("PRAGMA data_version").fetchone()
            return inode, writes

    def marked(self, mark: ReadersMark) -> frozenset[ArticleKey]:
        """The articles that bear a mark; as of the latest `version` or later.

        Raises:
            BookmarksUnavailable: The file cannot be read.
        """
        self.version()
        if self._connection is None:
            return frozenset()
        with in_plain_words(reader_file()):
            if mark == "read":
                if not self._connection.execute(_KNOWN).fetchone():
                    # An older Morgue's file, which is brought up to date when the reader's data are next opened.
                    return frozenset()
                return read.of_folder(self._connection, self._folder)
            rows = self._connection.execute(
                "SELECT DISTINCT path, part FROM bookmarks WHERE folder = ?", (self._folder,)
            )
            return frozenset(map(ArticleKey._make, rows))

    def close(self) -> None:
        """Let go of the file; asked again it is opened again."""
        if self._connection is not None:
            self._connection.close()
        self._connection, self._inode = None, 0
