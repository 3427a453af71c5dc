"""Few words that no passage has together: articles that have all of them, here and there, before those that lack one.

A story names somebody in its first paragraph and the exercise in its third. Questions of many words have their articles
in their scores already (`index.questions`).
"""

from collections.abc import Sequence

import numpy as np
from whoosh import query as wq

from index.engine import Matches, Snapshot


def put_first(snapshot: Snapshot, words: Sequence[wq.Query], some: Matches, full: Matches) -> Matches:
    """Matching rows, of which those whose article has every word score above all others.

    Args:
        snapshot: The rows searched.
        words: What is asked for.
        some: Passages with some of it.
        full: Passages with all of it. What else their articles say is no better for it.
    """
    if not len(some.rows):
        return some
    has_all = ~snapshot.articles.marked(full.rows)
    for word in words:
        has_all &= snapshot.articles.marked(snapshot.evaluate(word).rows)
    raised = has_all.take(snapshot.articles.number.take(some.rows))
    step = np.float32(max(float(some.scores.max()), 1.0))
    return Matches(some.rows, some.scores + raised.astype(np.float32) * step)
