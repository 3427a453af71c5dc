"""The reader's own data: kept quotes in one SQLite file, anchored so that they outlive their articles."""

from index.bookmarks.anchoring import place
from index.bookmarks.file import folder_name, reader_file
from index.bookmarks.store import Bookmarks, Restored

__all__ = ["Bookmarks", "Restored", "folder_name", "place", "reader_file"]
