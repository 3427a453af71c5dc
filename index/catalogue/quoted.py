"""What articles quote, without what opening them takes."""

import sqlite3
import zlib

from index.catalogue.records import unpack_quotations
from models.annotation import Quotation
from models.errors import IndexDamaged

_ANNOTATIONS = """SELECT n.revision, n.annotations
    FROM json_each(?) AS wanted CROSS JOIN annotations AS n ON n.revision = wanted.value"""


def read_quoted(db: sqlite3.Connection, revisions: str) -> dict[int, tuple[Quotation, ...]]:
    """The quotations of some articles, given as a JSON list of revisions; `entity` is a local name.

    Raises:
        IndexDamaged: What is stored does not read.
    """
    try:
        return {
            revision: unpack_quotations(record) for revision, record in db.execute(_ANNOTATIONS, (revisions,))
        }
    except (zlib.error, ValueError, TypeError) as error:
        raise IndexDamaged("An article in the catalogue is damaged.") from error
