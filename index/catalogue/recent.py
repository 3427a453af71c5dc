"""What result rows say, read for many rows at a time and kept for the next keystroke, whose rows are often the same."""

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Generic, NamedTuple, TypeVar

from index.catalogue.figured import FiguredText, read_figured
from index.catalogue.names import Meaning
from index.catalogue.quoted import read_quoted
from index.catalogue.records import Heading
from models.annotation import Quotation
from models.key import ArticleKey
from models.kind import Kind

K = TypeVar("K", bound=int | str)
V = TypeVar("V")

_KEPT = 5_000
"""Passages kept, and headings; some 4 MB of ordinary ones. An answer in the explorer needs 200."""
_FIGURED_KEPT = 1_000
"""Whole texts kept with their figures; some 10 MB of ordinary ones. A ledger looks at a hundred."""
_QUOTED_KEPT = 1_000
"""Articles kept with what they quote; some 5 MB of ordinary ones."""
_MEANINGS_KEPT = 20_000
"""Local names kept with what they stand for; some 6 MB. The articles of one story share most of theirs."""
_NUMBER_BITS = 24
"""A passage is asked for as one integer: its article's revision, then this many bits for its number."""

# One statement for all rows, which knows its plan beforehand; the outer loop goes over what is asked for.
_HEADINGS = """SELECT a.revision, a.path, a.part, a.title, a.outlet, a.published
    FROM json_each(?) AS wanted CROSS JOIN articles AS a ON a.revision = wanted.value"""
_PATHS = """SELECT s.revision, s.path
    FROM json_each(?) AS wanted CROSS JOIN sources AS s ON s.revision = wanted.value ORDER BY s.path"""
_MEANINGS = """SELECT n.local, n.entity, n.kind
    FROM json_each(?) AS wanted CROSS JOIN names AS n ON n.local = wanted.value"""
_PASSAGES = """SELECT wanted.value, p.start, p."end", p.text
    FROM json_each(:wanted) AS wanted CROSS JOIN passages AS p
    ON p.revision = wanted.value >> :bits AND p.number = wanted.value & (1 << :bits) - 1"""


class PassageText(NamedTuple):
    """A passage; the headline has no place in the article's text."""

    start: int | None
    end: int | None
    text: str


class Recent:
    """Headings, passages, quotations and figures by revision, and what names stand for, from one connection.

    A revision's passages never change, so that those kept are good until the file is closed. What its heading says of
    files does, as names do, and its quotations and figures are found later, with whatever is written, by this
    connection or another.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._headings = _Kept(self._read_headings, _KEPT)
        self._passages = _Kept(self._read_passages, _KEPT)
        self._figured = _Kept(partial(read_figured, db), _FIGURED_KEPT)
        self._quoted = _Kept(partial(read_quoted, db), _QUOTED_KEPT)
        self._meanings = _Kept(self._read_meanings, _MEANINGS_KEPT)
        self._version = self._current_version()

    def headings(self, revisions: Iterable[int]) -> dict[int, Heading]:
        """The headings of those articles that are here."""
        self._forget_older()
        return self._headings.get(revisions)

    def figured(self, revisions: Iterable[int]) -> dict[int, FiguredText]:
        """The texts of those articles in which figures were found."""
        self._forget_older()
        return self._figured.get(revisions)

    def quoted(self, revisions: Iterable[int]) -> Mapping[int, tuple[Quotation, ...]]:
        """What those articles quote in which names were looked for."""
        self._forget_older()
        return self._quoted.get(revisions)

    def passages(self, wanted: Sequence[tuple[int, int]]) -> list[PassageText | None]:
        """The text of each (revision, number), in order; None for one that is not here."""
        codes = [revision << _NUMBER_BITS | number for revision, number in wanted]
        found = self._passages.get(codes)
        return [found.get(code) for code in codes]

    def meanings(self, locals_: Collection[str]) -> Mapping[str, Meaning]:
        """What some local names stand for; those that are not here are left out."""
        self._forget_older()
        return self._meanings.get(locals_)

    def _forget_older(self) -> None:
        version = self._current_version()
        if version != self._version:
            self._headings.clear()
            self._figured.clear()
            self._quoted.clear()
            self._meanings.clear()
            self._version = version

    def _current_version(self) -> tuple[int, int]:
        (others,) = self._db.execute("PRAGMA data_version").fetchone()
        return others, self._db.total_changes

    def _read_headings(self, revisions: str) -> dict[int, Heading]:
        paths: dict[int, list[str]] = {}
        for revision, path in self._db.execute(_PATHS, (revisions,)):
            paths.setdefault(revision, []).append(path)
        return {
            revision: Heading(
                revision,
                ArticleKey(path, part),
                title,
                outlet,
                published,
                tuple(paths.get(revision, (path,))),
            )
            for revision, path, part, title, outlet, published in self._db.execute(_HEADINGS, (revisions,))
        }

    def _read_passages(self, codes: str) -> dict[int, PassageText]:
        rows = self._db.execute(_PASSAGES, {"wanted": codes, "bits": _NUMBER_BITS})
        return {code: PassageText(start, end, text) for code, start, end, text in rows}

    def _read_meanings(self, locals_: str) -> dict[str, Meaning]:
        rows = self._db.execute(_MEANINGS, (locals_,))
        return {local: Meaning(entity, Kind(kind)) for local, entity, kind in rows}


class _Kept(Generic[K, V]):
    """Values by number or name; where room is short the longest kept go, whether asked for since or not."""

    def __init__(self, read: Callable[[str], dict[K, V]], most: int) -> None:
        self._read = read
        self._most = most
        self._values: dict[K, V] = {}

    def clear(self) -> None:
        self._values.clear()

    def get(self, keys: Iterable[K]) -> dict[K, V]:
        """The values of those keys that have one, in one reading for all that are not kept."""
        wanted = set(keys)
        found = {key: self._values[key] for key in wanted if key in self._values}
        if len(found) < len(wanted):
            fresh = self._read(json.dumps(list(wanted - found.keys())))
            found |= fresh
            self._values |= fresh
            for key in list(islice(self._values, max(0, len(self._values) - self._most))):
                del self._values[key]
        return found
