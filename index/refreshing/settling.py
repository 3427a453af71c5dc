"""Gives articles the lines that are theirs, once it is known which lines many articles of a house have."""

from array import array
from collections.abc import Iterator

from index.catalogue import Catalogue, Record, pack_whole
from index.lines import Outline, Rulings, common_lines, outline, settled, strayed
from index.refreshing.preparing import record
from models.ruling import Ruling

_AT_ONCE = 96
"""Articles in a transaction."""


def settle(catalogue: Catalogue, rulings: tuple[Ruling, ...]) -> Iterator[list[tuple[int, Record]]]:
    """Have all articles show what common lines and the reader leave of them.

    What has been yielded is stored, and what has not is found due by the next run.

    Yields:
        The new revisions and records of articles that show other lines than before.
    """
    with catalogue.transaction():
        if rulings != catalogue.rulings():
            catalogue.put_rulings(rulings)
        if not catalogue.lines_compared:
            _compare(catalogue, rulings)
    due = catalogue.due()
    common, said = catalogue.common().keys(), Rulings(rulings)
    for first in range(0, len(due), _AT_ONCE):
        chunk = due[first : first + _AT_ONCE]
        changed = []
        with catalogue.transaction():
            for revision in chunk:
                read, now = catalogue.as_read(revision)
                wanted = settled(read, common, said, catalogue.keys(revision))
                if wanted != now:
                    stored = record(wanted)
                    as_read = pack_whole(read) if wanted != read else None
                    changed.append((catalogue.replace(revision, stored, as_read), stored))
            catalogue.not_due(chunk)
        yield changed


def _compare(catalogue: Catalogue, rulings: tuple[Ruling, ...]) -> None:
    """Find the common lines of all articles; due are those that have one now or had one before."""
    outlines = catalogue.outlines()
    for revision, path in catalogue.paths_of(catalogue.due()).items():
        if strayed(outlines[revision].house, path):
            outlines[revision] = outline(catalogue.as_read(revision)[0])
            catalogue.put_outline(revision, outlines[revision])
    before, now = catalogue.common(), common_lines(outlines.values())
    others = before.keys() ^ now.keys()
    due, altered = set(catalogue.due()), catalogue.altered()
    houses = {ruling.where for ruling in rulings if ruling.scope == "house"}
    paths = {ruling.where for ruling in rulings if ruling.scope == "article"}
    having = {
        revision
        for revision, one in outlines.items()
        if not others.isdisjoint(numbers := _numbers(one))
        or (revision in due and (one.house in houses or not now.keys().isdisjoint(numbers)))
    }
    ruled = {r for r in due if paths and any(key.path in paths for key in catalogue.keys(r))}
    catalogue.must_settle(having)
    # Most articles that have come have no line in common with others.
    catalogue.not_due(due - having - altered - ruled)
    catalogue.put_common(now)


def _numbers(one: Outline) -> "array[int]":
    numbers = array("q")
    numbers.frombytes(one.lines)
    return numbers
