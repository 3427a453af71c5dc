"""What was learnt is read as it was written, or counts as not there."""

import os
import threading
from pathlib import Path

import numpy as np
import pytest

from index.vectors import Vectors, learn, state_of
from index.vectors.learning import Floats
from index.vectors.store import discard, write_since
from tests.index.vectors.worlds import SUBJECTS, library

ARTICLES = 40


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    library(tmp_path / "index", ARTICLES // 4)
    learn(tmp_path / "vectors", tmp_path / "index", range(1, ARTICLES + 1), threading.Event())
    return tmp_path / "vectors"


def opened(folder: Path) -> Vectors:
    found = Vectors.open(folder)
    assert found is not None
    return found


def likeness(rows: Floats) -> Floats:
    return rows @ rows.T


def test_articles_and_sentences_have_their_places(folder: Path) -> None:
    vectors = opened(folder)
    alike = likeness(vectors.places(np.array([1, 2, 40])))
    assert alike[0, 1] > 0.4 > alike[0, 2]
    harbour, court = SUBJECTS["harbour"].split(), SUBJECTS["court"].split()
    sentences = likeness(vectors.sentences([harbour[:4], harbour[4:8], court[:4], ["unknown"], []]))
    assert sentences[0, 1] > sentences[0, 2]
    assert not sentences[3:].any()


def test_an_unknown_article_stands_nowhere(folder: Path) -> None:
    assert not opened(folder).places(np.array([0, 999])).any()


def test_articles_that_came_since_stand_beside_the_others(folder: Path) -> None:
    before, vectors = state_of(folder), opened(folder)
    write_since(folder, vectors, np.array([77]), vectors.places(np.array([3])))
    assert state_of(folder) != before
    assert not vectors.places(np.array([77])).any()  # what is open stays as it was
    later = opened(folder)
    assert np.array_equal(later.places(np.array([77])), later.places(np.array([3])))
    assert 77 not in later.learnt_from
    write_since(folder, later, np.empty(0, np.int64), later.places(np.empty(0, np.int64)))
    assert not opened(folder).places(np.array([77])).any()


def test_those_of_an_earlier_learning_are_not_mixed_in(folder: Path, tmp_path: Path) -> None:
    vectors = opened(folder)
    learn(folder, tmp_path / "index", range(1, ARTICLES + 1), threading.Event())
    write_since(folder, vectors, np.array([77]), vectors.places(np.array([3])))
    assert not opened(folder).places(np.array([77])).any()


@pytest.mark.parametrize("at", [0.2, 0.6, 0.999])
def test_a_damaged_file_counts_as_not_there(folder: Path, at: float) -> None:
    path = folder / "learnt.arrays"
    content = bytearray(path.read_bytes())
    content[int(len(content) * at)] ^= 0xFF
    path.unlink()
    path.write_bytes(content)
    os.utime(path, ns=(1, 1))
    assert Vectors.open(folder) is None


def test_a_file_cut_short_or_gone_counts_as_not_there(folder: Path) -> None:
    path = folder / "learnt.arrays"
    path.write_bytes(path.read_bytes()[:1000])
    assert Vectors.open(folder) is None
    discard(folder)
    assert Vectors.open(folder) is None
    assert state_of(folder) == ()


def test_nothing_is_left_beside_the_files(folder: Path, tmp_path: Path) -> None:
    (folder / "learnt.1.new").write_bytes(b"half")
    os.utime(folder / "learnt.1.new", (1, 1))
    learn(folder, tmp_path / "index", range(1, ARTICLES + 1), threading.Event())
    assert [path.name for path in folder.iterdir()] == ["learnt.arrays"]
