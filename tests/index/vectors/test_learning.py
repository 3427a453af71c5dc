"""Articles of one subject come to stand together, and so do words that keep one company."""

import threading
from pathlib import Path

import numpy as np
import pytest

from index.nearby.ranking import content
from index.vectors import LearningStopped
from index.vectors.counting import table_of, written
from index.vectors.learning import Floats, Learnt, learn_from, placed
from index.words import stem
from tests.index.vectors.worlds import SUBJECTS, library, world

EACH = 30


@pytest.fixture(scope="module")
def learnt(tmp_path_factory: pytest.TempPathFactory) -> Learnt:
    found = library(tmp_path_factory.mktemp("world"), EACH)
    return learn_from(written(found.snapshot, np.arange(1, 4 * EACH + 1)), threading.Event())


def test_articles_of_one_subject_are_alike_and_others_are_not(learnt: Learnt) -> None:
    numbers = {s: n for n, s in enumerate(learnt.vocabulary)}
    texts = [content(a.text) for a in world(3, seed=99)]
    places = placed(table_of(texts, numbers), learnt.article_weights, learnt.topics, learnt.middle)
    alike = places @ places.T
    same = np.kron(np.eye(4), np.ones((3, 3))).astype(bool)
    assert alike[same].min() > 0.5
    assert alike[~same].max() < 0.2
    assert np.allclose(np.linalg.norm(places, axis=1), 1, atol=1e-4)


def test_words_of_one_subject_are_alike(learnt: Learnt) -> None:
    numbers = {s: n for n, s in enumerate(learnt.vocabulary)}

    def vector(word: str) -> Floats:
        found = learnt.words[numbers[stem(word)]]
        return np.asarray(found / np.linalg.norm(found), np.float32)

    for words in SUBJECTS.values():
        first, second, *_ = words.split()
        others = [w for other in SUBJECTS.values() if other != words for w in other.split()]
        assert vector(first) @ vector(second) > max(float(vector(first) @ vector(w)) for w in others)


def test_a_text_of_unknown_words_stands_nowhere(learnt: Learnt) -> None:
    numbers = {s: n for n, s in enumerate(learnt.vocabulary)}
    nowhere = placed(
        table_of([{"xyzzy": 3}, {}], numbers), learnt.article_weights, learnt.topics, learnt.middle
    )
    assert not nowhere.any()


def test_the_same_articles_teach_the_same(tmp_path: Path) -> None:
    found = written(library(tmp_path, 10).snapshot, np.arange(1, 41))
    first, second = (learn_from(found, threading.Event()) for _ in range(2))
    assert np.array_equal(first.topics, second.topics)
    assert np.array_equal(first.words, second.words)


def test_it_stops_when_asked(tmp_path: Path) -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(LearningStopped):
        learn_from(written(library(tmp_path, 5).snapshot, np.arange(1, 21)), stop)
