"""Learning is due when a collection has outgrown what was learnt of it."""

import threading
from pathlib import Path

import numpy as np
import pytest

from index.vectors import Vectors, keeping, learn, learning_due
from tests.index.vectors.worlds import library


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(keeping, "LEAST_ARTICLES", 20)
    library(tmp_path / "index", 10)
    learn(tmp_path / "vectors", tmp_path / "index", range(1, 41), threading.Event())
    return tmp_path / "vectors"


def test_it_is_not_due_while_little_has_changed(folder: Path) -> None:
    assert not learning_due(folder, range(1, 41))
    assert not learning_due(folder, range(1, 59))
    assert not learning_due(folder, range(21, 60))


def test_it_is_due_when_half_as_many_have_come_or_most_are_others(folder: Path) -> None:
    assert learning_due(folder, range(1, 61))
    assert learning_due(folder, range(22, 60))


def test_it_is_due_at_first_but_never_for_a_few(folder: Path) -> None:
    assert learning_due(folder.parent / "other", range(1, 21))
    assert not learning_due(folder.parent / "other", range(1, 20))


def test_of_many_articles_some_are_learnt_from_and_all_placed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "_LEARNT_FROM", 25)
    monkeypatch.setattr(keeping, "_STEMS_AT_ONCE", 300)
    learn(folder, tmp_path / "index", range(1, 41), threading.Event())
    vectors = Vectors.open(folder)
    assert vectors is not None
    places = vectors.places(np.arange(1, 41))
    assert np.allclose(np.linalg.norm(places, axis=1), 1, atol=1e-2)
    assert places[0] @ places[1] > places[0] @ places[39]
