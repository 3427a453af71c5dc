"""The passages that may answer a question, taken apart into sentences, with how like each one's article is."""

from dataclasses import dataclass
from typing import NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from index.engine import Snapshot
from index.library import Library
from index.nearby.ranking import Ranking
from index.nearby.shelf import Excerpt, Opened, shelf_of
from index.related.meaning import Meaning
from index.related.naming import by_names
from index.related.weighing import AROUND, ARTICLE, ARTICLE_BY_WORDS, LEAD, Asking, Scores
from index.vectors import Vectors

_PASSAGES = 60
"""Passages whose sentences are compared with the text; more change the first five rows of one answer in a hundred."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Sentences of the nearest passages, and what is known of their articles."""

    excerpts: list[Excerpt]
    """The sentences, those of one article one after the other as they stand in it."""
    articles: Scores
    """How like the question's article that of each sentence is."""
    openings: list[Excerpt]
    """How articles begin: their headlines, or first sentences."""
    opening_of: NDArray[np.int64]
    """Which of them is that of each sentence's article."""
    meanings: Scores
    """How like the question's meaning that of each sentence's passage is; 0 without an encoder."""
    names: Scores
    """What each names of what the question names, where nothing was learnt; elsewhere 0, since it adds nothing."""


def gather(library: Library, asking: Asking, own: Opened | None) -> Gathered:
    """The sentences of the nearest passages outside the question's own article."""
    snapshot = library.snapshot
    mine = snapshot.rows_of(own.revision) if own else np.empty(0, np.int64)
    ranking = Ranking(snapshot, mine)
    whole = _of_whole(ranking, library, asking, own)
    total = _scaled(ranking.asked(asking.text)) + whole.scores
    total += AROUND * _scaled(ranking.asked(asking.around))
    total[mine] = 0
    live = snapshot.live()
    if live is not None:
        total[~live] = 0
    meaning = Meaning.asked(library, asking.question.text, own)
    if meaning is not None:
        meaning.add_to_best(total, snapshot)
    count = min(_PASSAGES, len(total))
    nearest = np.argpartition(-total, count - 1)[:count]
    nearest = nearest[total[nearest] > 0]
    return _taken_apart(library, asking, nearest, whole.articles, meaning)


def _taken_apart(
    library: Library, asking: Asking, rows: NDArray[np.int64], articles: Scores, meaning: Meaning | None
) -> Gathered:
    revisions = library.snapshot.column("article")[rows].tolist()
    numbers = library.snapshot.column("passage")[rows].tolist()
    places = sorted(zip(revisions, numbers, rows.tolist(), strict=True))
    shelf = shelf_of(library)
    apart = shelf.excerpts(library, [(revision, number) for revision, number, _ in places])
    excerpts = [excerpt for passage in apart for excerpt in passage]
    likeness = [float(articles[row]) for (_, _, row), p in zip(places, apart, strict=True) for _ in p]
    openings: dict[int, Excerpt] = {}
    # The first paragraph is taken apart only where there is no headline.
    for number in (0, 1):
        beginnings = [(revision, number) for revision in dict.fromkeys(revisions) if revision not in openings]
        for passage in shelf.excerpts(library, beginnings):
            if passage:
                openings[passage[0].revision] = passage[0]
    # An article whose first passage is gone begins with what is here of it.
    for excerpt in excerpts:
        openings.setdefault(excerpt.revision, excerpt)
    numbered = {revision: number for number, revision in enumerate(openings)}
    opening_of = np.array([numbered[excerpt.revision] for excerpt in excerpts], np.int64)
    meanings = np.zeros(len(excerpts), np.float32)
    if meaning is not None:
        meanings = meaning.of([(excerpt.revision, excerpt.passage) for excerpt in excerpts])
    names = np.zeros(len(excerpts), np.float32)
    if library.vectors is None:
        names = by_names(library, asking.question.names, excerpts)
    likenesses = np.array(likeness, np.float32)
    return Gathered(excerpts, likenesses, list(openings.values()), opening_of, meanings, names)


class _Whole(NamedTuple):
    """What the question's article as a whole says of each row: the same for all questions from it."""

    revision: int | None
    vectors: Vectors | None
    """By which it says so."""
    articles: Scores
    """How like the question's article that of the row is."""
    scores: Scores
    """This and what it begins with, weighed and added up."""


_wholes: WeakKeyDictionary[Snapshot, _Whole] = WeakKeyDictionary()
"""Of the article asked from last: the next passage that somebody comes to is mostly of the same one."""


def _of_whole(ranking: Ranking, library: Library, asking: Asking, own: Opened | None) -> _Whole:
    snapshot, vectors = library.snapshot, library.vectors
    known = _wholes.get(snapshot)
    if own and known and known.revision == own.revision and known.vectors is vectors:
        return known
    lead = LEAD * _scaled(ranking.asked(asking.lead))
    if vectors is None:
        articles = _scaled(ranking.by_article(own.whole if own else asking.question.text))
        scores = lead + ARTICLE_BY_WORDS * articles
    else:
        articles = _likeness(snapshot, vectors, asking, own)
        scores = lead + ARTICLE * np.clip(articles, 0, 1)
    found = _wholes[snapshot] = _Whole(own.revision if own else None, vectors, articles, scores)
    return found


def _likeness(snapshot: Snapshot, vectors: Vectors, asking: Asking, own: Opened | None) -> Scores:
    """How like the question's article that of each row is, among the topics of the collection."""
    revisions, places = _topics(snapshot, vectors)
    place = np.searchsorted(revisions, own.revision) if own else 0
    if own and place < len(revisions) and revisions[place] == own.revision and places[place].any():
        asked = places[place]
    else:
        asked = vectors.placed([asking.question.whole])[0]
    return np.asarray((places @ asked)[snapshot.articles.number], np.float32)


_topics_of: WeakKeyDictionary[Snapshot, tuple[Vectors, NDArray[np.int64], Scores]] = WeakKeyDictionary()


def _topics(snapshot: Snapshot, vectors: Vectors) -> tuple[NDArray[np.int64], Scores]:
    """The articles of a snapshot, ascending, and where each stands among the topics."""
    known = _topics_of.get(snapshot)
    if known is None or known[0] is not vectors:
        revisions = np.unique(np.asarray(snapshot.column("article"), np.int64))
        known = _topics_of[snapshot] = (vectors, revisions, vectors.places(revisions))
    return known[1:]


def prepare(library: Library) -> None:
    """Have in memory what the first answer would else wait for."""
    # Loaded when two quotations are first compared, which takes as long as two answers.
    import rapidfuzz.fuzz  # noqa: F401

    if library.vectors is not None:
        _topics(library.snapshot, library.vectors)
        _ = library.vectors.numbers


def _scaled(scores: Scores) -> Scores:
    highest = float(scores.max(initial=0.0))
    return scores / np.float32(highest) if highest > 0 else scores
