"""What the results of a query consist of: their articles by outlet and by month."""

import numpy as np

from index.catalogue import Catalogue
from index.engine import Snapshot
from index.query.compiling import compile_query
from index.query.names import NameLookup
from index.query.parsing import parse
from models.search import Counted, Facets


def facets(snapshot: Snapshot, catalogue: Catalogue, query: str, *, typing: bool = False) -> Facets:
    """Count the articles of all matches, those with some of the words where none has all of them.

    Args:
        snapshot: The rows searched.
        catalogue: The articles they belong to.
        query: As typed.
        typing: The last word may be unfinished, as in the search whose results are counted.
    """
    names = NameLookup(catalogue, snapshot.outlets)
    compiled = compile_query(parse(query, typing=typing), names)
    found = snapshot.evaluate(compiled.full)
    full = bool(len(found.rows)) or compiled.partial is None
    if not full and compiled.partial is not None:
        found = snapshot.evaluate(compiled.partial)
    # All rows of an article have its outlet and its day, so that one of them speaks for it.
    rows = snapshot.articles.grouped(found.rows, found.scores).rows.astype(np.int64, copy=False)
    outlets, months = dict(snapshot.facets(rows, "outlet")), dict(snapshot.facets(rows, "month"))
    unknown, undated = outlets.pop("", 0), months.pop("", 0)
    return Facets(
        query=query,
        full=full,
        articles=len(rows),
        outlets=tuple(Counted(name=name, articles=count) for name, count in outlets.items()),
        unknown=unknown,
        months=tuple(Counted(name=name, articles=count) for name, count in months.items()),
        undated=undated,
    )
