"""From a passage to the rows beside it: ranked, at most two of one article, copies folded, each with its reason."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from index.library import Library
from index.nearby.shelf import Excerpt, Opened, dated, shelf_of
from index.related.gathering import gather
from index.related.reasons import Asked, Reason, explain
from index.related.weighing import Asking, Question, scored
from models.errors import Abandoned
from models.related import Related

_ROWS_OF_ONE_ARTICLE = 2
_SAME_SENTENCE = 0.8
"""What sentences of two copies share of their stems if one of them adds nothing; from another on it is news."""
_LOOKED_AT = 200
_SPARE = 2
"""Times as many rows are chosen as are shown, since those that share nothing worth naming are not."""


@dataclass
class _Row:
    score: float
    excerpt: Excerpt
    copies: set[int] = field(default_factory=set)


def related_to_passage(
    library: Library,
    revision: int,
    passage: int,
    *,
    limit: int = 8,
    give_way: Callable[[], bool] | None = None,
) -> tuple[Related, ...]:
    """What other articles say about a passage's subject.

    Args:
        library: Where to look.
        revision: The passage's article, which is left out.
        passage: Its number; 0 is the headline, asked together with the paragraph that opens the article, since
            few headlines have words enough to share.
        limit: At most so many rows.
        give_way: Asked now and then whether something more urgent waits.

    Raises:
        Abandoned: `give_way` was true.
    """
    opened = shelf_of(library).open(library, revision)
    if opened is None:
        return ()
    if passage == 0:
        return _related(library, _opening(opened), limit, give_way)
    place = next((p for p in opened.article.passages if p.number == passage), None)
    if place is None:
        return ()
    return _related(library, Asked.of(place.text, opened, (place.start, place.end)), limit, give_way)


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


def _related(
    library: Library, asked: Asked, limit: int, give_way: Callable[[], bool] | None = None
) -> tuple[Related, ...]:
    if not asked.text.strip() or not library.snapshot.rows or limit < 1:
        return ()
    explained: list[_Explained] = []
    for row in _chosen(library, _ranked(library, asked), limit * _SPARE):
        if len(explained) == limit:
            break
        if give_way is not None and give_way():
            raise Abandoned
        opened = shelf_of(library).open(library, row.excerpt.revision)
        reason = explain(library, asked, opened, row.excerpt) if opened else None
        if opened and reason:
            explained.append(_Explained(row, opened, reason))
    earliest = _earliest(explained, asked)
    return tuple(
        _answer(rank, found, earliest=found is earliest) for rank, found in enumerate(explained, start=1)
    )


def _ranked(library: Library, asked: Asked) -> list[_Row]:
    """Sentences of the nearest passages, best first."""
    asking = Asking(library.snapshot, Question.of(asked.text, asked.opened, asked.span))
    gathered = gather(library, asking, asked.opened)
    if not gathered.excerpts:
        return []
    scores = scored(asking, gathered, library.vectors)
    order = np.argsort(-scores, kind="stable").tolist()
    return [_Row(float(scores[place]), gathered.excerpts[place]) for place in order]


def _chosen(library: Library, ranked: list[_Row], limit: int) -> list[_Row]:
    """The first rows, two of one article at most; a sentence of a copy joins the row of the copied one."""
    chosen: list[_Row] = []
    counts: Counter[int] = Counter()
    for row in ranked[:_LOOKED_AT]:
        revision = row.excerpt.revision
        group = library.group(revision)
        original = next((r for r in chosen if r.excerpt.revision in group and _is_copy(row, r)), None)
        if original is not None:
            original.copies.add(revision)
        elif len(chosen) < limit and counts[revision] < _ROWS_OF_ONE_ARTICLE:
            chosen.append(row)
            counts[revision] += 1
    return chosen


def _is_copy(row: _Row, other: _Row) -> bool:
    """Whether sentences of two copies of one article are the same one."""
    if row.excerpt.revision == other.excerpt.revision:
        return False
    mine, theirs = row.excerpt.stems.keys(), other.excerpt.stems.keys()
    return len(mine & theirs) >= _SAME_SENTENCE * len(mine | theirs)


@dataclass(frozen=True, slots=True)
class _Explained:
    row: _Row
    opened: Opened
    reason: Reason


def _earliest(explained: list[_Explained], asked: Asked) -> _Explained | None:
    """The earliest dated row that has the text's own words, unless the text's own article is as early."""
    said = [(dated(found.opened), found) for found in explained if found.reason.own_words]
    known = [(day, found) for day, found in said if day is not None]
    if not known:
        return None
    day, first = min(known, key=lambda item: item[0])
    asked_day = dated(asked.opened) if asked.opened else None
    return first if asked_day is None or day < asked_day else None


def _answer(rank: int, found: _Explained, *, earliest: bool) -> Related:
    article, excerpt = found.opened.article, found.row.excerpt
    return Related(
        rank=rank,
        score=round(found.row.score, 4),
        path=article.path,
        part=article.part,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        passage=excerpt.passage,
        start=excerpt.start,
        end=excerpt.end,
        text=excerpt.text,
        relation=found.reason.relation,
        reasons=found.reason.chips,
        copies=len(found.row.copies),
        earliest=earliest,
    )
