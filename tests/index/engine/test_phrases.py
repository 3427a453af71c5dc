"""Words that stand in a row in the order of a run."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.engine import Row, Snapshot
from tests.index.engine.support import write

_WORDS = ("no", "such", "barge", "quay")


def _snapshot(folder: Path, texts: list[str]) -> Snapshot:
    rows = [Row(1, number, text) for number, text in enumerate(texts)]
    write(folder, rows[: len(rows) // 2], rows[len(rows) // 2 :])
    return Snapshot.open(folder)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("There is no such barge.", 3),
        ("No such old barge", 3),
        ("no barge", 2),
        ("no old barge", 2),
        ("barge such no", 1),
        ("such a thing as no barge", 2),
        ("no such, and much later a barge", 2),
        ("no no no", 1),
        ("quay", 0),
    ],
)
def test_words_are_counted_as_they_follow_one_another(tmp_path: Path, text: str, count: int) -> None:
    snapshot = _snapshot(tmp_path, ["barge", text, "no such"])
    assert snapshot.in_order(np.arange(3), ["no", "such", "barge"]).tolist() == [1, count, 2]
    assert snapshot.in_order(np.array([1]), ["absent", "here"]).tolist() == [0]


def _counted(text: list[str], run: list[str]) -> int:
    begins = [
        (place - number, number) for place, w in enumerate(text) for number, r in enumerate(run) if w == r
    ]
    windows = [len({number for own, number in begins if begin <= own <= begin + 1}) for begin, _ in begins]
    return max(windows, default=0)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(_WORDS), max_size=7), min_size=2, max_size=6),
    st.lists(st.sampled_from((*_WORDS, "absent")), min_size=1, max_size=5),
)
def test_the_same_is_counted_word_by_word(
    tmp_path_factory: pytest.TempPathFactory, texts: list[list[str]], run: list[str]
) -> None:
    snapshot = _snapshot(tmp_path_factory.mktemp("index"), [" ".join(text) for text in texts])
    found = snapshot.in_order(np.arange(len(texts)), run)
    assert found.tolist() == [_counted(text, run) for text in texts]
