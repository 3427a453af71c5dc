"""Sets of rows combined, whichever way their sizes make the quicker."""

from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.engine.matches import Found, any_of, begins, best, shared, summed

TOTALS = st.sampled_from((60, 5_000, 200_000))


@st.composite
def weighed_rows(draw: st.DrawFn) -> tuple[list[int], list[float], int]:
    total = draw(TOTALS)
    rows = draw(st.lists(st.integers(0, min(total, 40) - 1).map(lambda n: n * (total // 40)), max_size=60))
    weights = draw(st.lists(st.sampled_from((0.0, 0.5, 1.25, 3.0)), min_size=len(rows), max_size=len(rows)))
    return rows, weights, total


@given(weighed_rows())
def test_weights_of_a_row_are_summed(given_: tuple[list[int], list[float], int]) -> None:
    rows, weights, total = given_
    expected: dict[int, float] = defaultdict(float)
    for row, weight in zip(rows, weights, strict=True):
        expected[row] += weight
    found = summed(np.array(rows, np.uint32), np.array(weights, np.float32), total)
    assert found.rows.dtype == np.uint32
    assert found.rows.tolist() == sorted(expected)
    assert found.scores.tolist() == pytest.approx([expected[row] for row in sorted(expected)])


@given(TOTALS, st.lists(st.dictionaries(st.integers(0, 59), st.sampled_from((0.0, 0.5, 3.0))), max_size=4))
def test_scores_of_several_sets_are_added(total: int, drawn: list[dict[int, float]]) -> None:
    expected: dict[int, float] = defaultdict(float)
    for part in drawn:
        for row, score in part.items():
            expected[row] += score
    parts = [
        Found(np.array(sorted(part), np.uint32), np.array([part[row] for row in sorted(part)], np.float32))
        for part in drawn
    ]
    found = any_of(parts, total)
    assert found.rows.tolist() == sorted(expected)
    assert found.scores.tolist() == pytest.approx([expected[row] for row in sorted(expected)])


@given(TOTALS, st.sets(st.integers(0, 59)), st.sets(st.integers(0, 59)), st.booleans())
def test_what_two_sets_share(total: int, some: set[int], others: set[int], crowded: bool) -> None:
    more = set(range(60)) if crowded else set()
    first, second = (np.array(sorted(rows), np.uint32) for rows in (some, others | more))
    for one, other in ((first, second), (second, first)):
        places, there = shared(one, other, total)
        expected = sorted(set(one.tolist()) & set(other.tolist()))
        assert one[places].tolist() == other[there].tolist() == expected


@given(st.lists(st.integers(0, 3), max_size=12))
def test_where_runs_begin(numbers: list[int]) -> None:
    expected = [n for n in range(len(numbers)) if n == 0 or numbers[n] != numbers[n - 1]]
    assert begins(np.array(numbers)).tolist() == expected


@given(st.integers(0, 9), st.integers(0, 700), st.integers(0, 5))
def test_the_best_are_picked_with_all_their_equals(k: int, size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).integers(0, 40, size).astype(np.float32)
    bound = np.sort(scores)[-k] if 0 < k <= size else -1.0 if k else np.inf
    expected = np.arange(size) if size <= k else np.flatnonzero(scores >= bound)
    assert best(scores, k).tolist() == expected.tolist()
