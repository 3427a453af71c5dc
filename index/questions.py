"""Long questions: hardly any passage has all their words, so they are asked twice, and of whole articles too.

1. Every article is scored by BM25 as a whole (`index.engine.wholes`) for the question's stems, each weighted by the
   root of how often it is asked.
2. The best passages of the best articles add the stems that say most of what they say: the relevance model RM3
   (Lavrenko and Croft 2001; Abdul-Jaleel and others, UMass at TREC 2004).
3. Passages, and articles as wholes, are scored for the stems of both, and a passage's score is

       BM25 of the passage / the highest + share · BM25 of its article / the highest

The weights are flat around what is chosen; docs/quality.md says what was tried, and what each part earns.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from index.catalogue import Catalogue
from index.engine import Grouped, Matches, Snapshot, best
from index.nearby.ranking import any_of, content, rarity
from index.presenting import texts_of
from models.search import Grouping

Scores = NDArray[np.float32]

SHARE: Mapping[Grouping, float] = {"article": 1.0, "passage": 0.3}
"""What the best article gives its passages, where the best passage has 1. Where passages are listed, those that speak
of something else must not follow a good one of their article."""
ARTICLES, PASSAGES, STEMS = 10, 2, 20
"""Feedback comes from so many articles, so many passages of each, and adds so many stems."""
FEEDBACK = 0.4
"""The share of these stems in the weights of all."""
POOL = 10_000
"""Of more matching passages, only so many are asked a second time: the best half by the first answer, the best half by
their articles. The others come behind, in the order of their articles. What is shown are the first hundreds."""


def ranked(
    snapshot: Snapshot, catalogue: Catalogue, question: Sequence[str], matches: Matches, group: Grouping
) -> Matches:
    """Matching rows with scores that take their articles, and what else these speak of, into account.

    Args:
        snapshot: The rows searched.
        catalogue: The articles they belong to.
        question: The stems asked for, each as often as it is asked.
        matches: Rows, and their scores for the question itself.
        group: What the answer lists.
    """
    asked = _shares({stem: math.sqrt(count) for stem, count in Counter(question).items()}, 1 - FEEDBACK)
    articles = snapshot.wholes.scores(asked)
    told = _shares(_told(snapshot, catalogue, articles, matches), FEEDBACK)
    articles += snapshot.wholes.scores(told)
    scores = _scaled(articles.take(snapshot.articles.number.take(matches.rows))) * np.float32(SHARE[group])
    weights = {stem: asked.get(stem, 0.0) + told.get(stem, 0.0) for stem in [*asked, *told]}
    pool = _pool(matches.scores, scores)
    tree = any_of(snapshot, {stem: weight * rarity(snapshot, stem) for stem, weight in weights.items()})
    scores[pool] += _scaled(snapshot.scores(matches.rows.take(pool), tree))
    return Matches(matches.rows, scores)


def _pool(*scores: Scores) -> NDArray[np.intp]:
    """The places, ascending, of the rows that are best by any of some scores."""
    total = len(scores[0])
    if total <= POOL:
        return np.arange(total)
    mask = np.zeros(total, bool)
    for each in scores:
        mask[best(each, POOL // len(scores))] = True
    return mask.nonzero()[0]


def _told(snapshot: Snapshot, catalogue: Catalogue, articles: Scores, matches: Matches) -> dict[str, float]:
    """The stems that say most of what the best articles say, with RM3's p(stem | relevant).

    That is the sum over articles of p(article) · count / length in its best passages; p(article) goes by its score.
    Stems that two of the articles say are chosen by this times their rarity.
    """
    grouped = _of_best(snapshot, articles, matches)
    scores = articles.take(grouped.numbers)
    first = snapshot.first(grouped.rows, scores, ARTICLES)
    places, of = grouped.best(first, PASSAGES)
    texts = texts_of(snapshot, catalogue, grouped.every_row.take(places))
    shares: dict[str, float] = {}
    again: set[str] = set()
    for number, score in enumerate(scores.take(first).tolist()):
        counts = content(
            "\n".join(text for text, own in zip(texts, of.tolist(), strict=True) if own == number)
        )
        again.update(counts.keys() & shares.keys())
        share = score / max(counts.total(), 1)
        for stem, count in counts.items():
            shares[stem] = shares.get(stem, 0.0) + share * count
    chosen = sorted(again, key=lambda stem: (-shares[stem] * rarity(snapshot, stem), stem))[:STEMS]
    return {stem: shares[stem] for stem in chosen}


def _of_best(snapshot: Snapshot, articles: Scores, matches: Matches) -> Grouped:
    """The matching rows of the best articles that have any, and of those as good as the last of them."""
    having = np.where(snapshot.articles.marked(matches.rows), articles, 0)
    chosen = np.zeros(len(having), bool)
    chosen[best(having, ARTICLES)] = True
    places = chosen.take(snapshot.articles.number.take(matches.rows)).nonzero()[0]
    return snapshot.articles.grouped(matches.rows.take(places), matches.scores.take(places))


def _shares(weights: Mapping[str, float], total: float) -> dict[str, float]:
    """Weights in proportion that add up to a total."""
    now = sum(weights.values())
    return {stem: weight * total / now for stem, weight in weights.items()} if now else {}


def _scaled(scores: Scores) -> Scores:
    highest = scores.max(initial=0)
    return scores / highest if highest > 0 else scores
