"""Where a quotation appears: its words, whole or cut, and what is likely the same in another translation."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from index.attribution import Attribution, attribution_of
from index.library import Library
from index.nearby.ranking import content, rarity
from index.nearby.shelf import Opened, Shelf, dated, shelf_of
from index.quoting import likeness, spoken, translation
from index.sentences import sentences
from index.wordings import rows_quoting, rows_said, rows_sharing, shares
from models.annotation import Quotation
from models.related import Appearance, Sameness

_SHARE, _PASSAGES = 0.6, 24
"""Of the quotation's weight, what a passage must share to hold it with a word changed here and there."""
_RETOLD_SHARE, _RETOLD_PASSAGES = 0.35, 12
"""The same for another translation in what the same speaker says."""
_STORY, _NEAR_STORY, _NEAR_DAYS = 0.28, 0.14, 7
"""Articles tell one story from this cosine on, or from a lower one where no more days part them."""


def appearances(
    library: Library, revision: int, quotation: Quotation, locals_: Sequence[str] = ()
) -> tuple[Appearance, ...]:
    """Where a quotation appears in a library, its own place included: earliest first, the undated behind the dated.

    Its words count in marks or not: an article may quote them, or give them without marks. What the same speaker
    says in another article on the same event with most of the same stems, but not the same words, is likely one saying
    translated or retold; it comes last.

    Args:
        library: Where to look.
        revision: The article in which the quotation stands.
        quotation: One of its quotations.
        locals_: The local names of its speaker; without them nothing is looked for in other translations.
    """
    shelf = shelf_of(library)
    own = shelf.open(library, revision)
    if own is None:
        return ()
    snapshot = library.snapshot
    weights = {stem: rarity(snapshot, stem) for stem in content(quotation.text)}
    share = shares(snapshot, weights)
    words = spoken(quotation.text)
    found = {(revision, quotation.start): _row(own, quotation.start, quotation.end, quotation, 1.0)}
    candidates = [*rows_sharing(share, _SHARE, _PASSAGES), *rows_quoting(snapshot, share, quotation.text)]
    for opened, start, end in _passages(library, shelf, candidates):
        if opened.revision == revision and start <= quotation.start < end:
            continue
        best = _best(opened, start, end, words)
        if best:
            found.setdefault((opened.revision, best.start), best)
    if quotation.entity:
        given = {article for article, _ in found}
        said = rows_said(snapshot, share, locals_, _RETOLD_SHARE, _RETOLD_PASSAGES)
        for passage in _passages(library, shelf, said):
            opened = passage[0]
            rows = [] if opened.revision in given else list(_retold(library, passage, quotation, weights))
            if rows and _same_story(library, shelf, own, opened):
                found |= {(opened.revision, row.start): row for row in rows}
    return tuple(sorted(found.values(), key=_when))


def _when(row: Appearance) -> tuple[bool, bool, str, float]:
    likely = row.sameness != "words"
    try:
        day = date.fromisoformat((row.published or "")[:10])
    except ValueError:
        return likely, True, "", -row.likeness
    # Within a day, a moment orders; a bare day comes first, since nobody says when it was.
    return likely, False, row.published or day.isoformat(), -row.likeness


def _passages(library: Library, shelf: Shelf, rows: Iterable[int]) -> Iterator[tuple[Opened, int, int]]:
    """The passages of some rows, with their places; headlines have none and are left out."""
    articles, passages = library.snapshot.column("article"), library.snapshot.column("passage")
    for row in dict.fromkeys(rows):
        opened = shelf.open(library, int(articles[row]))
        number = int(passages[row])
        place = next((p for p in opened.article.passages if p.number == number), None) if opened else None
        if opened is not None and place is not None:
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


def _same_story(library: Library, shelf: Shelf, own: Opened, other: Opened) -> bool:
    """Whether two articles can be about one event."""
    days = (dated(own), dated(other))
    near = days[0] is not None and days[1] is not None
    if near and days[0] and days[1] and abs((days[0] - days[1]).days) > _NEAR_DAYS:
        return False
    return shelf.likeness(library, own, other) >= (_NEAR_STORY if near else _STORY)


def _retold(
    library: Library, found: tuple[Opened, int, int], quotation: Quotation, weights: Mapping[str, float]
) -> Iterator[Appearance]:
    """What the same speaker says in a passage that is likely the quotation in other words."""
    opened, start, end = found
    for quoted in opened.annotated.annotations.quotations:
        if not (start <= quoted.start < end) or quoted.entity != quotation.entity or quoted.kind == "scare":
            continue
        other = {stem: rarity(library.snapshot, stem) for stem in content(quoted.text)}
        share = translation(weights, other)
        if share:
            sameness: Sameness = "translated" if quoted.kind == quotation.kind == "direct" else "retold"
            row = _row(opened, quoted.start, quoted.end, quoted, share)
            yield row.model_copy(update={"sameness": sameness})


def _row(opened: Opened, start: int, end: int, quoted: Quotation | None, alike: float) -> Appearance:
    article = opened.article
    place = article.passage_at(start)
    said = attribution_of(quoted, article.text) if quoted else Attribution("passage")
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
        speaker=said.speaker,
        kind=said.kind or "passage",
        cue=said.cue,
        likeness=round(alike, 3),
    )
