"""BM25 of whole articles, said a second time in plain Python."""

import math
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.engine import Row, Snapshot
from tests.index.engine.support import collections, field_terms, write

WEIGHTS = {"oil": 1.0, "ship": 0.5, "port": 2.0, "absent": 3.0}


def _expected(rows: list[Row]) -> dict[int, float]:
    articles: defaultdict[int, list[str]] = defaultdict(list)
    for row in rows:
        articles[row.article] += field_terms(row, "stems")
    counts = {article: Counter(found) for article, found in articles.items()}
    average = sum(map(len, articles.values())) / len(articles) or 1.0
    scores = dict.fromkeys(articles, 0.0)
    for term, weight in WEIGHTS.items():
        having = sum(term in found for found in counts.values())
        rarity = math.log(1 + (len(articles) - having + 0.5) / (having + 0.5))
        for article, found in counts.items():
            norm = 1.2 * (1 - 0.75 + 0.75 * len(articles[article]) / average)
            scores[article] += weight * rarity * found[term] * 2.2 / (found[term] + norm)
    return scores


@settings(max_examples=60, deadline=None)
@given(collections(), st.integers(0, 20))
def test_an_article_scores_as_one_text_wherever_its_rows_lie(rows: list[Row], cut: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, rows[:cut], rows[cut:])
        snapshot = Snapshot.open(folder)
        scores = snapshot.wholes.scores(WEIGHTS)
        articles = snapshot.column("article")
        found = {
            int(articles[row]): float(scores[snapshot.articles.number[row]]) for row in range(len(articles))
        }
        assert found == pytest.approx(_expected(rows), abs=1e-4)
        again = snapshot.wholes.scores(WEIGHTS)
        assert again.tolist() == scores.tolist()


def test_an_empty_index_has_no_articles(tmp_path: Path) -> None:
    assert not len(Snapshot.open(tmp_path).wholes.scores(WEIGHTS))
