"""What is said as it was typed comes first: a quotation that somebody half remembers, small words and all.

Relevance passes over the small words of a query and does not look at the order of the others, so that a paraphrase may
stand before the very sentence. Counted is how many of the query's words a passage has as they follow one another in the
query (`index.engine.phrases.in_order`): one word in five may be another, and one may be more or less.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from whoosh import query as wq

from index.engine import Matches, Snapshot, best
from index.engine.matches import marked
from index.query.tree import Run
from index.words import STOP_WORDS

POOL = 500
"""Of more passages the best so many are looked at, and all that have the words side by side."""
MOST = 24
"""Words of a run that are looked at; the beginning of a longer one says enough."""
_FEW, _SHARE = 3, 0.8
"""Of more words than a few only this share has to be there."""


def put_first(snapshot: Snapshot, run: Run, matches: Matches) -> Matches:
    """Matching rows, of which those with the words in order score above all others: the more words, the higher."""
    terms = run.terms[:MOST]
    run = Run(terms, run.unfinished and terms == run.terms)
    if not _is_saying(terms) or not len(matches.rows):
        return matches
    places = _candidates(snapshot, run, matches)
    above = snapshot.in_order(matches.rows.take(places), terms) - (_needed(run) - 1)
    first = np.flatnonzero(above > 0)
    if not len(first):
        return matches
    scores = matches.scores.copy()
    step = max(float(scores.max()), 1.0)
    scores[places.take(first)] += above.take(first).astype(np.float32) * np.float32(step)
    return Matches(matches.rows, scores)


def _candidates(snapshot: Snapshot, run: Run, matches: Matches) -> NDArray[np.intp]:
    """The places, ascending, of rows that are worth a look."""
    if len(matches.rows) <= POOL:
        return np.arange(len(matches.rows))
    said = snapshot.evaluate(wq.Phrase("words", list(run.terms)))
    mask = marked(said.rows, snapshot.rows_total).take(matches.rows)
    mask[best(matches.scores, POOL)] = True
    return np.flatnonzero(mask)


def _is_saying(terms: Sequence[str]) -> bool:
    """Whether words may be quoted; two that name a subject are as good apart ("infantile autism")."""
    return len(terms) > 2 or (len(terms) == 2 and not STOP_WORDS.isdisjoint(terms))


def _needed(run: Run) -> int:
    """How many of the words a passage must have in order; one that is still being typed may be missing."""
    finished = len(run.terms) - run.unfinished
    return max(2, finished if finished <= _FEW else math.ceil(_SHARE * finished))
