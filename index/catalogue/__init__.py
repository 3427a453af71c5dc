"""The articles of a collection as read, the files they came from and the problems met: one SQLite file.

An article is known by its content: the same article saved in two files is one row with two sources. Each
row has a `revision`, never used twice, by which the engine's rows name it.
"""

from index.catalogue.day_orders import FileOrder
from index.catalogue.files import UNSETTLED, FileRecord
from index.catalogue.names import kind_of
from index.catalogue.naming import Stored, StoredKey, Tally
from index.catalogue.records import (
    FileState,
    Heading,
    NamesRecord,
    PassageNames,
    PassageRecord,
    Record,
    pack,
    pack_article,
    pack_whole,
)
from index.catalogue.store import Catalogue

__all__ = [
    "UNSETTLED",
    "Catalogue",
    "FileOrder",
    "FileRecord",
    "FileState",
    "Heading",
    "NamesRecord",
    "PassageNames",
    "PassageRecord",
    "Record",
    "Stored",
    "StoredKey",
    "Tally",
    "kind_of",
    "pack",
    "pack_article",
    "pack_whole",
]
