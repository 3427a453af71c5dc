"""From a passage to the rows beside it: ranked, at most two of one article, copies folded, each with its reason."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np

from index.library import Library
from index.nearby.shelf import Excerpt, Opened, dated, shelf_of
from index.related.altered import altered_figures
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
        return _related(_opening(library, opened), limit, give_way)
    place = next((p for p in opened.article.passages if p.number == passage), None)
    if place is None:
        return ()
    return _related(Asked.of(library, place.text, opened, (place.start, place.end)), limit, give_way)


def _opening(library: Library, opened: Opened) -> Asked:
    """The headline and the first paragraph."""
    title = opened.article.title or ""
    lead = next((p for p in opened.article.passages if p.kind == "paragraph"), None)
    if lead is None:
        return Asked.of(library, title, opened, None)
    asked = Asked.of(library, f"{title}\n{lead.text}".strip(), opened, (lead.start, lead.end))
    return replace(asked, mentions=(*opened.annotated.annotations.title_mentions, *asked.mentions))


def related_to_sentence(
    library: Library, text: str, revision: int | None, *, limit: int = 8
) -> tuple[Related, ...]:
    """The same for a sentence as it stands in an article, or for any text where `revision` is None."""
    opened = shelf_of(library).open(library, revision) if revision is not None else None
    start = opened.article.text.find(text) if opened and text else -1
    span = (start, start + len(text)) if start >= 0 else None
    return _related(Asked.of(library, text, opened, span), limit)


def _related(asked: Asked, limit: int, give_way: Callable[[], bool] | None = None) -> tuple[Related, ...]:
    library = asked.library
    if not asked.text.strip() or not library.snapshot.rows or limit < 1:
        return ()
    explained: list[_Explained] = []
    for row in _chosen(_ranked(asked), asked, limit * _SPARE):
        if len(explained) == limit:
            break
        if give_way is not None and give_way():
            raise Abandoned
        opened = shelf_of(library).open(library, row.excerpt.revision)
        reason = explain(asked, opened, row.excerpt) if opened else None
        if opened and reason:
            explained.append(_Explained(row, opened, reason))
    earliest = _earliest(explained, asked)
    return tuple(
        _answer(rank, found, earliest=found is earliest) for rank, found in enumerate(explained, start=1)
    )


def _ranked(asked: Asked) -> list[_Row]:
    """The best sentences of the nearest passages, best first."""
    library = asked.library
    question = Question.of(asked.text, asked.opened, asked.span)
    asking = Asking(library.snapshot, question, learnt=library.vectors is not None)
    gathered = gather(library, asking, asked.opened)
    if not gathered.excerpts:
        return []
    scores = scored(asking, gathered, library.vectors)
    order = np.argsort(-scores, kind="stable")[:_LOOKED_AT].tolist()
    return [_Row(float(scores[place]), gathered.excerpts[place]) for place in order]


def _chosen(ranked: list[_Row], asked: Asked, limit: int) -> list[_Row]:
    """The first rows, two of one article at most; a sentence of a copy joins the row of the copied one.

    All copies of the asked article itself have one row, of the sentence that gives a figure otherwise if there is one:
    for what is not in this article one looks to others.
    """
    library = asked.library
    own = frozenset(library.group(asked.opened.revision)) if asked.opened else frozenset[int]()
    chosen: list[_Row] = []
    counts: Counter[int] = Counter()
    for row in ranked:
        revision = row.excerpt.revision
        group = own if revision in own else library.group(revision)
        original = next(
            (r for r in chosen if r.excerpt.revision in group and (group is own or _is_copy(row, r))), None
        )
        if original is not None:
            _join(original, row, asked)
        elif len(chosen) < limit and counts[revision] < _ROWS_OF_ONE_ARTICLE:
            chosen.append(row)
            counts[revision] += 1
    return chosen


def _join(shown: _Row, row: _Row, asked: Asked) -> None:
    """Count a copy's sentence in the row of another, and show it there if it is the one to be shown."""
    if row.excerpt.revision != shown.excerpt.revision:
        shown.copies.add(row.excerpt.revision)
    if not _is_copy(row, shown):
        # Of the same story another sentence: only a figure that differs is worth more than the nearest one.
        if not altered_figures(asked.text, row.excerpt.text):
            return
        if altered_figures(asked.text, shown.excerpt.text):
            return
    elif not _stands_for(row, shown, asked):
        return
    shown.copies.add(shown.excerpt.revision)
    shown.copies.discard(row.excerpt.revision)
    shown.excerpt = row.excerpt


def _stands_for(row: _Row, shown: _Row, asked: Asked) -> bool:
    """Whether of two sentences of copies the first is to be shown: one that alters a figure, else the earliest."""
    altered = [bool(altered_figures(asked.text, r.excerpt.text)) for r in (row, shown)]
    if altered[0] != altered[1]:
        return altered[0]
    group = asked.library.group(row.excerpt.revision)
    return group.index(row.excerpt.revision) < group.index(shown.excerpt.revision)


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
        altered=found.reason.altered,
    )
