"""Whoosh as index of record with numpy arrays under it. Knows passages as rows, nothing of news.

    with Writer(folder) as writer:
        writer.add(Row(article=1, passage=1, text="The bridge reopened on Monday."))
    found = Snapshot.open(folder).evaluate(whoosh.query.Term("words", "bridge"))

Importing this loads Whoosh and numpy: import it late.
"""

from index.engine.grouping import Grouped
from index.engine.matches import best
from index.engine.naming import Names
from index.engine.row import Row
from index.engine.snapshot import Matches, Snapshot, Top
from index.engine.writer import Writer, discard

__all__ = ["Grouped", "Matches", "Names", "Row", "Snapshot", "Top", "Writer", "best", "discard"]
