"""What is learnt of a collection stays current through refreshes."""

import os
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from index.catalogue import Catalogue
from index.collection import Collection
from index.home import VECTORS, collection_home
from index.refreshing import compare, is_to_learn, refresh
from index.refreshing.learning import is_due, learn_apart, one_thread
from index.vectors import keeping
from models.key import ArticleKey
from models.status import Progress
from tests.index.vectors.worlds import world

FILES = {a.path: f"{a.title}\n\n{a.text}\n" for a in world(6)}


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "LEAST_ARTICLES", 20)


def places(collection: Collection, *paths: str) -> np.ndarray:
    assert collection.vectors is not None
    return collection.vectors.places(np.array([collection.revision(ArticleKey(p)) for p in paths]))


def test_indexing_learns_and_new_articles_are_placed_without_learning_again(
    indexed: Callable[[dict[str, str]], Path],
) -> None:
    folder = indexed(FILES)
    collection = Collection.open(folder)
    learnt = (collection_home(folder) / VECTORS / "learnt.arrays").read_bytes()
    stages: list[Progress] = []
    (folder / "harbour/new.txt").write_text(
        "A quay\n\nThe crane and the tugboat at the quay, the tide, the cargo.\n"
    )
    refresh(folder, stages.append, threading.Event(), compare=False)
    assert collection.reload()
    new, near, far = places(collection, "harbour/new.txt", "harbour/1.txt", "court/1.txt")
    assert new @ near > 0.3 > new @ far
    assert "learning" not in {p.stage for p in stages}
    assert (collection_home(folder) / VECTORS / "learnt.arrays").read_bytes() == learnt

    (folder / "harbour/new.txt").unlink()
    refresh(folder, stages.append, threading.Event(), compare=False)
    assert collection.reload()
    assert len(collection.vectors.revisions if collection.vectors else ()) == len(FILES)


def test_a_collection_that_grew_is_learnt_from_again_later(
    indexed: Callable[[dict[str, str]], Path],
) -> None:
    folder = indexed(FILES)
    for n, found in enumerate(world(4, seed=3)):
        (folder / f"more{n}.txt").write_text(f"{found.title} {n}\n\n{found.text}\n")
    refresh(folder, lambda _: None, threading.Event(), compare=False)
    assert is_to_learn(folder)
    compare(folder, threading.Event())
    assert not is_to_learn(folder)
    vectors = Collection.open(folder).vectors
    assert vectors is not None
    assert len(vectors.learnt_from) == len(FILES) + 16


def test_a_small_collection_teaches_nothing_and_its_passages_are_related_all_the_same(
    indexed: Callable[[dict[str, str]], Path],
) -> None:
    few = dict(list(FILES.items())[:5])
    folder = indexed(few)
    collection = Collection.open(folder)
    assert collection.vectors is None
    assert collection.related(ArticleKey("harbour/1.txt"), 1)


def test_a_collection_that_shrank_forgets_what_was_learnt(indexed: Callable[[dict[str, str]], Path]) -> None:
    folder = indexed(FILES)
    for path in list(FILES)[10:]:
        (folder / path).unlink()
    refresh(folder, lambda _: None, threading.Event())
    assert Collection.open(folder).vectors is None


def test_learning_ends_as_soon_as_it_is_to_stop(indexed: Callable[[dict[str, str]], Path]) -> None:
    folder = indexed(FILES)
    home = collection_home(folder)
    for path in (home / VECTORS).iterdir():
        path.unlink()
    stop = threading.Event()
    stop.set()
    with Catalogue(home / "catalogue.sqlite", writable=True) as catalogue:
        assert is_due(home, catalogue)
        learn_apart(home, catalogue, stop)
        assert is_due(home, catalogue)


def test_one_thread_is_for_what_is_started_inside_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    with one_thread():
        assert os.environ["OPENBLAS_NUM_THREADS"] == "1"
    assert "OPENBLAS_NUM_THREADS" not in os.environ
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "4")
    with one_thread():
        assert os.environ["OPENBLAS_NUM_THREADS"] == "1"
    assert os.environ["OPENBLAS_NUM_THREADS"] == "4"
