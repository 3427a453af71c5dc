"""Where a quotation's words appear, whole or cut: who said it first, and how it was shortened."""

from collections.abc import Iterator
from datetime import date

from whoosh import query

from index.library import Library
from index.nearby.ranking import K1, B, content, weighted
from index.nearby.shelf import Opened, shelf_of
from index.quoting import likeness, spoken
from index.sentences import sentences
from models.annotation import Quotation
from models.related import Appearance

_PASSAGES = 400
"""The passages with the most of the quotation's words that are compared word by word."""
_SHARE = 0.3
"""Of the quotation's weight, what a passage must share at least: a short cut of it shares little."""


def appearances(library: Library, revision: int, quotation: Quotation) -> tuple[Appearance, ...]:
    """Where a quotation's words appear in a library, its own place included.

    In marks or not: an article may quote them, or give them without marks. Dated ones first, earliest first.

    Args:
        library: Where to look.
        revision: The article in which the quotation stands.
        quotation: One of its quotations.
    """
    own = shelf_of(library).open(library, revision)
    if own is None:
        return ()
    words = spoken(quotation.text)
    found = {(revision, quotation.start): _row(own, quotation.start, quotation.end, quotation, 1.0)}
    for opened, start, end in _passages(library, quotation):
        if opened.revision == revision and start <= quotation.start < end:
            continue
        best = _best(opened, start, end, words)
        if best:
            found.setdefault((opened.revision, best.start), best)
    return tuple(sorted(found.values(), key=_when))


def _when(row: Appearance) -> tuple[bool, str, float]:
    try:
        day = date.fromisoformat((row.published or "")[:10])
    except ValueError:
        return True, "", -row.likeness
    # Within a day, a moment orders; a bare day comes first, since nobody says when it was.
    return False, row.published or day.isoformat(), -row.likeness


def _passages(library: Library, quotation: Quotation) -> Iterator[tuple[Opened, int, int]]:
    snapshot, shelf = library.snapshot, shelf_of(library)
    weights = weighted(snapshot, content(quotation.text))
    if not weights:
        return
    asked = query.Or([query.Term("stems", stem) for stem in weights])
    matches = snapshot.evaluate(asked, k1=K1, b=B)
    order = (-matches.scores).argsort(kind="stable")[:_PASSAGES]
    articles, passages = snapshot.column("article"), snapshot.column("passage")
    for row in matches.rows[order].tolist():
        opened = shelf.open(library, int(articles[row]))
        number = int(passages[row])
        place = next((p for p in opened.article.passages if p.number == number), None) if opened else None
        if opened is None or place is None:
            continue
        shared = {stem for e in opened.excerpts(number) for stem in e.stems} & weights.keys()
        if sum(weights[s] for s in shared) >= _SHARE * sum(weights.values()):
            yield opened, place.start, place.end


def _best(opened: Opened, start: int, end: int, words: str) -> Appearance | None:
    """The part of a passage that is most like the quotation, if it is the same words."""
    best: tuple[float, int, int, Quotation | None] | None = None
    for quoted in opened.annotated.annotations.quotations:
        if start <= quoted.start < end and quoted.kind == "direct":
            alike = likeness(spoken(quoted.text), words)
            if alike and (best is None or alike > best[0]):
                best = alike, quoted.start, quoted.end, quoted
    if best is None:
        text = opened.article.text
        for first, last in sentences(text, start, end):
            plain = spoken(text[first:last])
            # Without marks only the whole of it counts: a few common words inside a long sentence are no quotation.
            alike = likeness(plain, words) if len(words) <= len(plain) else 0.0
            if alike and (best is None or alike > best[0]):
                best = alike, first, last, None
    return _row(opened, best[1], best[2], best[3], best[0]) if best else None


def _row(opened: Opened, start: int, end: int, quoted: Quotation | None, alike: float) -> Appearance:
    article = opened.article
    place = article.passage_at(start)
    return Appearance(
        path=article.path,
        part=article.part,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        passage=place.number if place else 0,
        start=start,
        end=end,
        text=article.text[start:end],
        speaker=quoted.speaker if quoted else None,
        likeness=round(alike, 3),
    )
