"""Where a quotation, a figure, a passage or an article was first published, as far as the collection knows."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from whoosh import query

from index.appearances import appearances
from index.copies.sketches import shingles
from index.dating import day_of, is_earlier
from index.figures import comparable
from index.library import Library
from index.nearby.ranking import K1, B, content, weighted
from index.nearby.shelf import Opened, shelf_of
from models.annotation import Figure, Quotation
from models.article import Passage
from models.key import ArticleKey
from models.related import Appearance, ComparableFigure, Origin, PlaceOfOrigin, Sought

_PASSAGES = 200
"""The passages with the most of a passage's words that are compared word by word."""
_COPIED = 0.5
"""The share of the shorter passage's runs of four words that copied passages have in common."""
_LEAST = 5
"""Runs of four words, those of eight words, that a passage must have to be told from everyday phrases."""


class _Place(NamedTuple):
    """An article that has it, and where."""

    key: ArticleKey
    outlet: str | None
    published: str | None
    passage: int
    start: int | None
    end: int | None


def origin(library: Library, revision: int, passage: int, span: Quotation | Figure | None) -> Origin:
    """The earliest dated article that has the same quotation, the same figure, the same passage or the same text.

    Args:
        library: Where to look.
        revision: The article in which it was met.
        passage: Its number; 0 asks for the article as a whole.
        span: The quotation or figure in it that is meant; None asks for the passage.
    """
    own = shelf_of(library).open(library, revision)
    if own is None:
        return Origin(what="passage")
    met = next((p for p in own.article.passages if p.number == passage), None)
    if isinstance(span, Quotation):
        found = (_place(a) for a in appearances(library, revision, span) if a.sameness == "words")
        what: Sought = "words" if span.kind == "indirect" else "quotation"
        return _origin(what, _here(own, passage, span.start, span.end), found)
    if isinstance(span, Figure):
        same = (
            c
            for c in comparable(library, revision, span, passage)
            if c.figure_class in {"same", "same-units"}
        )
        return _origin("figure", _here(own, passage, span.start, span.end), map(_place, same))
    if met is None:
        return _origin("article", _here(own, 0, None, None), _versions(library, revision))
    if len(shingles(met.text)) < _LEAST:
        return Origin(what="passage", telling=False)
    return _origin("passage", _here(own, passage, met.start, met.end), _copied(library, met))


def _origin(what: Sought, here: _Place, found: Iterable[_Place]) -> Origin:
    others: dict[ArticleKey, _Place] = {}
    for place in found:
        if place.key != here.key:
            others.setdefault(place.key, place)
    dated = [place for place in others.values() if day_of(place.published)]
    # Its own place first, and paths in order: of those that cannot be told apart the first stays.
    known = [here] if day_of(here.published) else []
    known += sorted(dated, key=lambda place: place.key)
    earliest: _Place | None = None
    for place in known:
        if earliest is None or is_earlier(place.published, earliest.published):
            earliest = place
    return Origin(
        what=what,
        earliest=_as_known(earliest) if earliest else None,
        here=earliest is here,
        tied=any(
            p is not earliest and earliest and not is_earlier(earliest.published, p.published) for p in known
        ),
        dated=len(dated),
        undated=len(others) - len(dated),
    )


def _as_known(place: _Place) -> PlaceOfOrigin:
    return PlaceOfOrigin(
        path=place.key.path,
        part=place.key.part,
        outlet=place.outlet,
        published=place.published or "",
        passage=place.passage,
        start=place.start,
        end=place.end,
    )


def _here(own: Opened, passage: int, start: int | None, end: int | None) -> _Place:
    return _Place(own.article.key, own.article.outlet, own.article.published, passage, start, end)


def _place(found: Appearance | ComparableFigure) -> _Place:
    key = ArticleKey(found.path, found.part)
    return _Place(key, found.outlet, found.published, found.passage, found.start, found.end)


def _versions(library: Library, revision: int) -> Iterator[_Place]:
    for copy in library.group(revision):
        version = library.version(copy)
        if version is not None:
            yield _Place(
                ArticleKey(version.path, version.part), version.outlet, version.published, 0, None, None
            )


def _copied(library: Library, met: Passage) -> Iterator[_Place]:
    """Passages that have half of another's runs of words, or of which half are in the other, the nearest first."""
    snapshot = library.snapshot
    weights = weighted(snapshot, content(met.text))
    if not weights:
        return
    matches = snapshot.evaluate(query.Or([query.Term("stems", stem) for stem in weights]), k1=K1, b=B)
    order = (-matches.scores).argsort(kind="stable")[:_PASSAGES]
    rows = matches.rows[order]
    numbers = [snapshot.column(name).take(rows).tolist() for name in ("article", "passage")]
    wanted: list[tuple[int, int]] = list(zip(*numbers, strict=True))
    runs = shingles(met.text)
    for (revision, number), passage in zip(wanted, library.texts(wanted), strict=True):
        version = library.version(revision)
        if passage is None or version is None:
            continue
        others = shingles(passage.text)
        shorter = min(len(runs), len(others))
        if shorter >= _LEAST and len(np.intersect1d(runs, others, assume_unique=True)) >= _COPIED * shorter:
            key = ArticleKey(version.path, version.part)
            yield _Place(key, version.outlet, version.published, number, passage.start, passage.end)
