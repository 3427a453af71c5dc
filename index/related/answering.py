"""From a passage to the rows beside it: ranked, at most two of one article, copies folded, each with its reason."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from index.copies import COPIED
from index.library import Library
from index.nearby.ranking import LEAD, Parts, Ranking, content, numbers, rarity, sentence_scores, weighted
from index.nearby.shelf import Excerpt, Opened, Shelf, dated, shelf_of
from index.related.reasons import Asked, Reason, explain
from models.related import Related

_PASSAGES = 60
"""Passages whose sentences are compared with the text; more change the first five rows of one answer in a hundred."""
_SENTENCE_WORDS = 12.0
"""Content words of an ordinary sentence."""
_LEAD, _NUMBERS, _ARTICLE, _LEAD_OF_PASSAGE = 0.6, 0.2, 0.25, 0.2
"""Weights beside the sentence's own BM25, which counts 1; measured, see docs/related.md."""
_ROWS_OF_ONE_ARTICLE = 2
_LOOKED_AT = 200
_SPARE = 2
"""Times as many rows are chosen as are shown, since those that share nothing worth naming are not."""


@dataclass
class _Row:
    score: float
    excerpt: Excerpt
    opened: Opened
    copies: set[int] = field(default_factory=set)


def related_to_passage(
    library: Library, revision: int, passage: int, *, limit: int = 8
) -> tuple[Related, ...]:
    """What other articles say about a passage's subject.

    Args:
        library: Where to look.
        revision: The passage's article, which is left out.
        passage: Its number; 0 is the headline, asked together with the paragraph that opens the article, since
            few headlines have words enough to share.
        limit: At most so many rows.
    """
    opened = shelf_of(library).open(library, revision)
    if opened is None:
        return ()
    if passage == 0:
        return _related(library, _opening(opened), limit)
    place = next((p for p in opened.article.passages if p.number == passage), None)
    return _related(library, Asked.of(place.text, opened, (place.start, place.end)), limit) if place else ()


def _opening(opened: Opened) -> Asked:
    """The headline and the first paragraph."""
    title = opened.article.title or ""
    lead = next((p for p in opened.article.passages if p.kind == "paragraph"), None)
    if lead is None:
        return Asked.of(title, opened, None)
    return Asked.of(f"{title}\n{lead.text}".strip(), opened, (lead.start, lead.end))


def related_to_sentence(
    library: Library, text: str, revision: int | None, *, limit: int = 8
) -> tuple[Related, ...]:
    """The same for a sentence as it stands in an article, or for any text where `revision` is None."""
    opened = shelf_of(library).open(library, revision) if revision is not None else None
    start = opened.article.text.find(text) if opened and text else -1
    return _related(
        library, Asked.of(text, opened, (start, start + len(text)) if start >= 0 else None), limit
    )


def _related(library: Library, asked: Asked, limit: int) -> tuple[Related, ...]:
    if not asked.text.strip() or not library.snapshot.rows or limit < 1:
        return ()
    explained: list[tuple[_Row, Reason]] = []
    for row in _chosen(library, _ranked(library, asked), limit * _SPARE):
        if len(explained) == limit:
            break
        reason = explain(library, asked, row.opened, row.excerpt)
        if reason:
            explained.append((row, reason))
    earliest = _earliest(explained, asked)
    return tuple(
        _answer(rank, row, reason, earliest=row is earliest)
        for rank, (row, reason) in enumerate(explained, start=1)
    )


def _ranked(library: Library, asked: Asked) -> list[_Row]:
    """Sentences of the nearest passages, best first."""
    snapshot, shelf = library.snapshot, shelf_of(library)
    own = asked.opened
    lead = own.lead(LEAD) if own else [asked.text]
    whole = own.whole if own else asked.text
    mine = snapshot.rows_of(own.revision) if own else np.empty(0, np.int64)
    parts = Ranking(snapshot, mine).parts(asked.text, lead, whole)
    places, rows = _excerpts(library, shelf, parts)
    if not rows:
        return []
    stems = [row.excerpt.stems for row in rows]
    total = _scaled(sentence_scores(weighted(snapshot, content(asked.text)), stems, _SENTENCE_WORDS))
    total += _LEAD * _scaled(
        sentence_scores(weighted(snapshot, content("\n".join(lead)), 60), stems, _SENTENCE_WORDS)
    )
    figures = {number: rarity(snapshot, number) ** 0.5 for number in numbers(asked.text)}
    total += _NUMBERS * _scaled(sentence_scores(figures, stems, _SENTENCE_WORDS))
    total += _ARTICLE * parts.article[places] + _LEAD_OF_PASSAGE * parts.lead[places]
    mine_stems = content(asked.text).keys()
    for row, score in zip(rows, total.tolist(), strict=True):
        row.score = score
    # What has no word in common could only be shown without a reason.
    shared = [row for row in rows if row.excerpt.stems.keys() & mine_stems]
    return sorted(shared, key=lambda row: -row.score)


def _excerpts(library: Library, shelf: Shelf, parts: Parts) -> tuple[NDArray[np.int64], list[_Row]]:
    """The sentences of the nearest passages, and the engine's row of each."""
    total = parts.total()
    count = min(_PASSAGES, len(total))
    nearest = np.argpartition(-total, count - 1)[:count]
    nearest = nearest[total[nearest] > 0]
    articles, passages = library.snapshot.column("article"), library.snapshot.column("passage")
    places: list[int] = []
    rows: list[_Row] = []
    for place in np.sort(nearest).tolist():
        opened = shelf.open(library, int(articles[place]))
        if opened is None:
            continue
        for excerpt in opened.excerpts(int(passages[place])):
            places.append(place)
            rows.append(_Row(0.0, excerpt, opened))
    return np.array(places, np.int64), rows


def _scaled(scores: Sequence[float]) -> NDArray[np.float32]:
    values = np.asarray(scores, np.float32)
    highest = float(values.max(initial=0.0))
    return values / np.float32(highest) if highest > 0 else values


def _chosen(library: Library, ranked: list[_Row], limit: int) -> list[_Row]:
    """The first rows, two of one article at most; a sentence of a copy joins the row of the copied one."""
    chosen: list[_Row] = []
    counts: dict[int, int] = {}
    for row in ranked[:_LOOKED_AT]:
        revision = row.opened.revision
        original = next((other for other in chosen if _is_copy(library, row, other)), None)
        if original is not None:
            original.copies.add(revision)
        elif len(chosen) < limit and counts.get(revision, 0) < _ROWS_OF_ONE_ARTICLE:
            chosen.append(row)
            counts[revision] = counts.get(revision, 0) + 1
    return chosen


def _is_copy(library: Library, row: _Row, other: _Row) -> bool:
    if row.opened.revision == other.opened.revision:
        return False
    if other.opened.revision not in library.group(row.opened.revision):
        return False
    mine, theirs = row.excerpt.stems.keys(), other.excerpt.stems.keys()
    if min(len(mine), len(theirs)) < COPIED * max(len(mine), len(theirs)):
        return False
    return len(mine & theirs) >= COPIED * len(mine | theirs)


def _earliest(explained: list[tuple[_Row, Reason]], asked: Asked) -> _Row | None:
    """The earliest dated row that has the text's own words, unless the text's own article is as early."""
    said = [(dated(row.opened), row) for row, reason in explained if reason.own_words]
    known = [(day, row) for day, row in said if day is not None]
    if not known:
        return None
    day, row = min(known, key=lambda item: item[0])
    asked_day = dated(asked.opened) if asked.opened else None
    return row if asked_day is None or day < asked_day else None


def _answer(rank: int, row: _Row, reason: Reason, *, earliest: bool) -> Related:
    article, excerpt = row.opened.article, row.excerpt
    return Related(
        rank=rank,
        score=round(row.score, 4),
        path=article.path,
        part=article.part,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        passage=excerpt.passage,
        start=excerpt.start,
        end=excerpt.end,
        text=excerpt.text,
        relation=reason.relation,
        reasons=reason.chips,
        copies=len(row.copies),
        earliest=earliest,
    )
