"""Merging beside the writer: commits go on, and nothing of them is lost."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from whoosh import query

from index.engine import Row, Snapshot, Writer, writer
from index.engine.remaking import Remaking
from models.errors import CollectionBusy, CollectionUnavailable
from tests.index.engine.support import identities

FERRY = query.Term("words", "ferry")


class Gate:
    """Holds merges up until it is opened."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.opened = threading.Event()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    gate, run = Gate(), Remaking.run

    def held(self: Remaking) -> None:
        gate.begun.set()
        assert gate.opened.wait(20)
        run(self)

    monkeypatch.setattr(Remaking, "run", held)
    monkeypatch.setattr(writer, "BESIDE", 0)
    yield gate
    gate.opened.set()


def add(out: Writer, *articles: int) -> None:
    for article in articles:
        for passage in range(2):
            out.add(Row(article, passage, f"The ferry number {article} sails."))
    out.commit()


def found(folder: Path) -> list[int]:
    snapshot = Snapshot.open(folder)
    snapshot.verify()
    return sorted({article for article, _ in identities(snapshot, snapshot.evaluate(FERRY))})


def test_commits_and_deletions_go_on_while_segments_merge(tmp_path: Path, gate: Gate) -> None:
    out = Writer(tmp_path)
    add(out, 1, 2, 3)
    add(out, 4, 5, 6)
    assert gate.begun.wait(20)
    before = Snapshot.open(tmp_path)
    out.delete(2)
    add(out, 7)
    assert found(tmp_path) == [1, 3, 4, 5, 6, 7]
    out.delete(5)
    gate.opened.set()
    out.close()
    assert found(tmp_path) == [1, 3, 4, 6, 7]
    assert len(Snapshot.open(tmp_path).segments) < 3
    assert sorted({a for a, _ in identities(before, before.evaluate(FERRY))}) == [1, 2, 3, 4, 5, 6]


def test_cancelling_leaves_no_file_of_a_merge(tmp_path: Path, gate: Gate) -> None:
    out = Writer(tmp_path)
    add(out, 1, 2)
    add(out, 3, 4)
    assert gate.begun.wait(20)
    out.add(Row(5, 0, "The ferry is forgotten."))
    threading.Timer(0.05, gate.opened.set).start()
    out.cancel()
    assert found(tmp_path) == [1, 2, 3, 4]
    assert len(list(tmp_path.glob("*.arrays"))) == len(Snapshot.open(tmp_path).segments)


def test_a_merge_that_fails_is_told_and_costs_nothing(
    tmp_path: Path, gate: Gate, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Remaking) -> None:
        gate.begun.set()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Remaking, "run", full)
    out = Writer(tmp_path)
    add(out, 1, 2)
    add(out, 3, 4)
    with pytest.raises(CollectionUnavailable, match="No space left"):
        out.close()
    assert found(tmp_path) == [1, 2, 3, 4]
    with pytest.raises(CollectionUnavailable, match="No space left"), Writer(tmp_path) as again:
        add(again, 5)
    assert found(tmp_path) == [1, 2, 3, 4, 5]


def test_the_lock_is_held_until_the_merge_is_done(tmp_path: Path, gate: Gate) -> None:
    out = Writer(tmp_path)
    add(out, 1, 2)
    add(out, 3, 4)
    closing = threading.Thread(target=out.close)
    closing.start()
    with pytest.raises(CollectionBusy):
        Writer(tmp_path)
    gate.opened.set()
    closing.join()
    with Writer(tmp_path) as again:
        add(again, 5)
    assert found(tmp_path) == [1, 2, 3, 4, 5]
