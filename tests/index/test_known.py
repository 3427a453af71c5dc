import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from index.home import collection_home
from index.known import forget, is_indexed, known_collections
from index.refreshing.locking import write_lock
from models.errors import CollectionBusy

TEXT = (
    "The ferries stay in harbour until the spring, the port of Tarrow said on Tuesday, and nobody objected."
)


def test_an_indexed_folder_is_known_until_it_is_forgotten(indexed: Callable[[dict[str, str]], Path]) -> None:
    folder = indexed({"ferries.txt": f"Ferries stay in harbour\n\n{TEXT}\n"})
    (status,) = known_collections()
    assert status.folder == str(folder.resolve())
    assert status.articles == 1
    assert status.indexed is not None
    assert is_indexed(folder)
    assert forget(folder)
    assert not is_indexed(folder)
    assert known_collections() == []
    assert not forget(folder)
    assert (folder / "ferries.txt").exists()


def test_asking_makes_nothing(tmp_path: Path, own_home: Path) -> None:
    assert not is_indexed(tmp_path)
    assert known_collections() == []
    assert not (own_home / "collections").exists()


def test_a_damaged_catalogue_is_passed_over(indexed: Callable[[dict[str, str]], Path]) -> None:
    folder = indexed({"ferries.txt": TEXT})
    (collection_home(folder) / "catalogue.sqlite").write_bytes(b"nonsense" * 1000)
    assert known_collections() == []
    assert forget(folder)


def test_what_is_being_written_is_not_forgotten(indexed: Callable[[dict[str, str]], Path]) -> None:
    folder = indexed({"ferries.txt": TEXT})
    with (
        write_lock(collection_home(folder), lambda _: None, threading.Event(), wait=False),
        pytest.raises(CollectionBusy),
    ):
        forget(folder)
    assert is_indexed(folder)
