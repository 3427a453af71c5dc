"""Names given to rows whose text is written already.

Text can be searched long before the names in it are found. A segment's own file never changes; names that come later
stand in a file beside it, which counts instead of the segment's own fields of keys. With more names it is replaced as
a whole: a few hundredths of the segment's size.
"""

from collections.abc import Mapping
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

import numpy as np

from index.engine.arrays import Array, ArrayWriter
from index.engine.inverting import Values
from index.engine.postings import Postings, join_keys, starts_of
from index.engine.schema import KEYS
from index.engine.segments import ArraySegment, OpenSegment


class Names(NamedTuple):
    """The keys of one passage, field by field as in `Row`."""

    names: tuple[str, ...] = ()
    said: tuple[str, ...] = ()


NamesOf = Mapping[int, Mapping[int, Names]]
"""Article to passage to names; a passage that is left out has none."""


def give_names(folder: Path, open_: OpenSegment, given: NamesOf) -> bool:
    """Write the names of a segment's rows anew where some of its articles are given names; False where none is."""
    articles = open_.column("article")
    chosen = np.isin(articles, np.fromiter(given, np.int64, len(given)))
    rows = np.flatnonzero(chosen)
    if not len(rows):
        return False
    passages = open_.column("passage")[rows].tolist()
    names = [
        given[article].get(passage, Names())
        for article, passage in zip(articles[rows].tolist(), passages, strict=True)
    ]
    fields = {}
    for field in KEYS:
        values = Values(dict.fromkeys)
        values.extend(map(attrgetter(field), names))
        found = values.tokens().postings(positional=False, scorable=False)
        fields[field] = _replaced(open_.field(field), found, rows, chosen)
    write_names(folder, open_.segment, fields)
    open_.read_names(folder)
    return True


def write_names(folder: Path, segment: ArraySegment, fields: Mapping[str, Postings]) -> None:
    """Write the file of names that counts for a segment from the next commit on."""
    edition = segment.names_edition + 1
    file = ArrayWriter(folder / segment.names_filename(edition))
    try:
        for name, postings in fields.items():
            postings.write(file, name)
        size = file.close()
    except BaseException:
        file.abandon()
        raise
    segment.names_edition, segment.names_size = edition, size


def _replaced(old: Postings, new: Postings, rows: Array, chosen: Array) -> Postings:
    """Postings with some rows' terms replaced.

    Args:
        old: What all rows had.
        new: What the chosen rows have now, numbered from 0 among themselves.
        rows: The chosen rows, ascending.
        chosen: True for each of them, over all rows.
    """
    stays = ~chosen[old.rows]
    keys = sorted({*old.all_keys(), *new.all_keys()})
    number = {key: i for i, key in enumerate(keys)}
    terms = np.concatenate([_numbered(old, number)[stays], _numbered(new, number)])
    found = np.concatenate([old.rows[stays], rows[new.rows].astype(np.uint32)])
    counts = np.concatenate([old.counts[stays], new.counts])
    order = np.lexsort((found, terms))
    used, sizes = np.unique(terms, return_counts=True)
    return Postings(
        *join_keys([keys[i] for i in used.tolist()]), starts_of(sizes), found[order], counts[order]
    )


def _numbered(part: Postings, number: Mapping[bytes, int]) -> Array:
    """The number of each posting's term."""
    terms = np.fromiter((number[key] for key in part.all_keys()), np.int64, len(part))
    return np.repeat(terms, part.frequencies())
