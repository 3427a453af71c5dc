"""Rows by article, however they lie."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.engine.grouping import Articles


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans(), st.integers(0, 4)), max_size=40))
def test_each_article_has_its_best_row_its_sum_and_its_count(drawn: list[tuple[int, bool, int]]) -> None:
    column = np.array([article for article, _, _ in drawn], np.int64)
    rows = np.flatnonzero(np.array([kept for _, kept, _ in drawn], bool))
    scores = np.array([score for _, _, score in drawn], np.float32)[rows]
    grouped = Articles(column).grouped(rows, scores)
    places, numbers = grouped.best(np.arange(len(grouped.rows)))
    best = grouped.every_row[places]
    assert numbers.tolist() == list(range(len(grouped.rows)))
    assert column[best].tolist() == column[grouped.rows].tolist()
    found = {}
    for row, highest, total, count in zip(best, grouped.highest, grouped.total, grouped.counts, strict=True):
        found[int(column[row])] = (int(row), float(highest), float(total), int(count))
    expected = {}
    for article in set(column[rows].tolist()):
        own = [place for place, row in enumerate(rows) if column[row] == article]
        first = max(own, key=lambda place: (scores[place], -place))
        expected[article] = (int(rows[first]), float(scores[first]), float(scores[own].sum()), len(own))
    assert found == expected


def test_the_best_rows_of_some_articles_stand_article_after_article() -> None:
    grouped = Articles(np.array([7, 7, 7, 3, 9, 9])).grouped(
        np.arange(6), np.array([1, 3, 3, 5, 0, 2], np.float32)
    )
    best, own = grouped.best(np.array([2, 0]), 2)
    assert grouped.every_row.take(best).tolist() == [5, 4, 1, 2]
    assert own.tolist() == [0, 0, 1, 1]


def test_the_articles_of_rows_are_marked() -> None:
    articles = Articles(np.array([7, 7, 3, 9, 7]))
    assert articles.total == 3
    assert articles.marked(np.array([1, 3])).sum() == 2
    assert articles.number[0] == articles.number[4]
