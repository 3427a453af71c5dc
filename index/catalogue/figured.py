"""Articles as the ledger goes through them: text and figures, without what opening an article takes."""

import json
import sqlite3
import zlib
from typing import NamedTuple

from index.catalogue.records import Figures, unpack_figures
from models.annotation import Figure
from models.errors import IndexDamaged

# One statement for all articles, which knows its plan beforehand; the outer loop goes over what is asked for.
_PASSAGES = """SELECT p.revision, p.number, p.start, p."end", p.text
    FROM json_each(?) AS wanted CROSS JOIN passages AS p ON p.revision = wanted.value
    ORDER BY p.revision, p.number"""
_ANNOTATIONS = """SELECT n.revision, n.annotations
    FROM json_each(?) AS wanted CROSS JOIN annotations AS n ON n.revision = wanted.value"""


class Place(NamedTuple):
    """Where a passage stands in its article's text, in code points."""

    number: int
    start: int
    end: int


class FiguredText(NamedTuple):
    """An article's text, where its passages stand in it, and its figures in order."""

    text: str
    places: tuple[Place, ...]
    figures: tuple[Figure, ...]
    headline: "FiguredText | None" = None
    """The title with its figures, as passage 0; None where it has none."""

    def of(self, passage: int) -> "FiguredText | None":
        """What a passage's offsets count in: the title for passage 0, the headline, else the text."""
        return self if passage else self.headline

    def place_at(self, offset: int) -> Place | None:
        """The passage that holds a code point of the text; None between passages and outside."""
        return next((p for p in self.places if p.start <= offset < p.end), None)


def read_figured(db: sqlite3.Connection, revisions: str) -> dict[int, FiguredText]:
    """The texts with figures of some articles, given as a JSON list of revisions; those without figures are left out.

    Raises:
        IndexDamaged: What is stored does not read.
    """
    figures: dict[int, Figures] = {}
    try:
        for revision, record in db.execute(_ANNOTATIONS, (revisions,)):
            found = unpack_figures(record)
            if found.figures or found.title_figures:
                figures[revision] = found
    except (zlib.error, ValueError, TypeError) as error:
        raise IndexDamaged("An article in the catalogue is damaged.") from error
    titles: dict[int, str] = {}
    texts: dict[int, list[str]] = {revision: [] for revision in figures}
    places: dict[int, list[Place]] = {revision: [] for revision in figures}
    for revision, number, start, end, text in db.execute(_PASSAGES, (json.dumps(list(figures)),)):
        if number == 0:
            titles[revision] = text
            continue
        texts[revision].append(text)
        places[revision].append(Place(number, start, end))
    return {
        revision: FiguredText(
            "\n\n".join(texts[revision]),
            tuple(places[revision]),
            found.figures,
            figured_headline(titles.get(revision), found.title_figures),
        )
        for revision, found in figures.items()
    }


def figured_headline(title: str | None, figures: tuple[Figure, ...]) -> FiguredText | None:
    """A headline as it is gone through for its figures; None where it has none."""
    return FiguredText(title, (Place(0, 0, len(title)),), figures) if title and figures else None
