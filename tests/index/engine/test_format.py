"""An index of another format says so, and is built again from the articles."""

import threading
from pathlib import Path

import pytest

from index.collection import Collection
from index.engine import Snapshot
from index.home import collection_home
from index.refreshing import refresh
from models.errors import IndexDamaged
from models.status import Progress


def test_an_index_of_an_older_format_is_built_again_with_the_same_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MORGUE_HOME", str(tmp_path / "home"))
    folder = tmp_path / "clippings"
    folder.mkdir()
    for number in range(3):
        text = f"Quay number {number} floods\n\nThe harbour board of Vellmar closed quay {number} on Friday night.\n"
        (folder / f"{number}.txt").write_text(text)
    told: list[Progress] = []
    with monkeypatch.context() as older:
        older.setattr("index.engine.arrays.FORMAT", 1)
        older.setattr("index.engine.storing.FORMAT", 1)
        refresh(folder, told.append, threading.Event())
        collection = Collection.open(folder)
        before = collection.search("harbour board")
        collection.close()
    with pytest.raises(IndexDamaged, match="another version"):
        Snapshot.open(collection_home(folder) / "index")
    told.clear()
    refresh(folder, told.append, threading.Event())
    assert any("another version" in (progress.message or "") for progress in told)
    assert any(progress.total == 3 for progress in told)
    collection = Collection.open(folder)
    assert collection.search("harbour board").hits == before.hits
    collection.close()
