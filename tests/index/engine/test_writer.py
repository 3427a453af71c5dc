"""Adding, deleting, merging: what is there after each commit."""

from pathlib import Path

import numpy as np
import pytest
from whoosh import query

from index.engine import Row, Snapshot, Writer, writer
from index.engine.segments import EXTENSION
from models.errors import CollectionBusy, CollectionUnavailable
from tests.index.engine.support import identities, write

FERRY = query.Term("words", "ferry")


def ferries(article: int, passages: int = 2) -> list[Row]:
    return [Row(article, number, f"The ferry number {article} sails.") for number in range(passages)]


def found(folder: Path, tree: query.Query = FERRY) -> list[tuple[int, int]]:
    snapshot = Snapshot.open(folder)
    return sorted(identities(snapshot, snapshot.evaluate(tree)))


def segment_files(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"*{EXTENSION}"))


def test_rows_show_after_the_commit_and_not_before(tmp_path: Path) -> None:
    with Writer(tmp_path) as out:
        out.add(ferries(1)[0])
        assert found(tmp_path) == []
        out.commit()
        assert out.rows == 1
        assert found(tmp_path) == [(1, 0)]
        out.add(ferries(1)[1])
    assert found(tmp_path) == [(1, 0), (1, 1)]


def test_an_open_snapshot_keeps_its_commit(tmp_path: Path) -> None:
    write(tmp_path, ferries(1))
    before = Snapshot.open(tmp_path)
    with Writer(tmp_path) as out:
        out.delete(1)
        out.add(Row(2, 0, "No boats today."))
        out.commit(optimize=True)
    assert sorted(identities(before, before.evaluate(FERRY))) == [(1, 0), (1, 1)]
    assert Snapshot.current_generation(tmp_path) > before.generation
    assert found(tmp_path) == []


def test_delete_reaches_the_same_batch_but_not_rows_added_after(tmp_path: Path) -> None:
    with Writer(tmp_path) as out:
        for row in ferries(1):
            out.add(row)
        out.delete(1)
        out.add(Row(1, 7, "The ferry is back."))
        out.commit()
        assert out.rows == 1
    assert found(tmp_path) == [(1, 7)]
    assert (
        Snapshot.open(tmp_path).rows_of(1).tolist() == Snapshot.open(tmp_path).evaluate(FERRY).rows.tolist()
    )


def test_delete_reaches_every_segment(tmp_path: Path) -> None:
    many = [row for article in range(10, 30) for row in ferries(article)]
    write(tmp_path, [*many, *ferries(1)], [*ferries(1, 3), *ferries(2)])
    assert len(segment_files(tmp_path)) == 2
    with Writer(tmp_path) as out:
        out.delete(1)
        out.delete(404)
    assert found(tmp_path) == [(article, n) for article in [2, *range(10, 30)] for n in (0, 1)]


def test_deleting_everything_leaves_no_segment(tmp_path: Path) -> None:
    write(tmp_path, ferries(1))
    with Writer(tmp_path) as out:
        out.delete(1)
    assert found(tmp_path) == []
    assert segment_files(tmp_path) == []


def test_a_hurried_commit_leaves_merging_to_closing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "MANY", 3)
    out = Writer(tmp_path)
    segments = []
    for article in range(1, 7):
        for row in ferries(article):
            out.add(row)
        out.commit(hurried=True)
        segments.append(len(segment_files(tmp_path)))
        assert out.rows == 2 * article
    assert segments == [1, 2, 3, 1, 2, 3]
    out.close()
    assert len(segment_files(tmp_path)) == 2
    assert found(tmp_path) == [(article, n) for article in range(1, 7) for n in (0, 1)]


def test_cancel_forgets_the_batch_and_its_segments(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "FLUSH", 10)
    write(tmp_path, ferries(1))
    out = Writer(tmp_path)
    out.delete(1)
    for article in range(2, 20):
        for row in ferries(article):
            out.add(row)
    assert len(segment_files(tmp_path)) > 1
    out.cancel()
    assert found(tmp_path) == [(1, 0), (1, 1)]
    assert len(segment_files(tmp_path)) == 1


def test_an_exception_cancels(tmp_path: Path) -> None:
    def interrupted() -> None:
        with Writer(tmp_path) as out:
            out.add(ferries(1)[0])
            raise KeyError

    with pytest.raises(KeyError):
        interrupted()
    assert found(tmp_path) == []
    Writer(tmp_path).close()


def test_a_large_batch_is_written_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "FLUSH", 25)
    rows = [row for article in range(20) for row in ferries(article)]
    with Writer(tmp_path) as out:
        for row in rows[:30]:
            out.add(row)
        out.delete(3)
        for row in rows[30:]:
            out.add(row)
    assert found(tmp_path) == [(row.article, row.passage) for row in rows if row.article != 3]


def test_segments_stay_few_and_merging_keeps_the_answers(tmp_path: Path) -> None:
    batches = [
        [Row(100 * batch + n, 1, f"Harbour note {n % 7} from pier {n}", day=738000 + n) for n in range(37)]
        for batch in range(24)
    ]
    write(tmp_path, *batches)
    assert len(segment_files(tmp_path)) <= 5
    phrase = query.Phrase("words", ["note", "3", "from"])
    everything = query.Or([phrase, query.Prefix("words", "1"), query.NumericRange("day", 738030, None)])
    several = Snapshot.open(tmp_path)
    before = identities(several, several.evaluate(everything))
    with Writer(tmp_path) as out:
        out.commit(optimize=True)
    assert len(segment_files(tmp_path)) == 1
    merged = Snapshot.open(tmp_path)
    assert identities(merged, merged.evaluate(everything)) == pytest.approx(before, rel=1e-5)
    assert merged.average_length("words") == several.average_length("words")


def test_merging_takes_deleted_rows_out_of_the_statistics(tmp_path: Path) -> None:
    write(tmp_path, [row for article in range(40) for row in ferries(article)])
    with Writer(tmp_path) as out:
        out.delete(0)
        out.commit()
        assert Snapshot.open(tmp_path).document_frequency("words", "ferry") == 80
        out.commit(optimize=True)
    snapshot = Snapshot.open(tmp_path)
    assert snapshot.document_frequency("words", "ferry") == 78
    assert snapshot.document_frequency("words", "0") == 0
    assert snapshot.live() is None


def test_a_commit_of_nothing_is_no_commit(tmp_path: Path) -> None:
    write(tmp_path, ferries(1))
    generation = Snapshot.current_generation(tmp_path)
    with Writer(tmp_path) as out:
        out.commit(optimize=True)
        out.delete(404)
    assert Snapshot.current_generation(tmp_path) == generation


def test_a_second_writer_is_told_who_writes(tmp_path: Path) -> None:
    import os

    with Writer(tmp_path), pytest.raises(CollectionBusy) as busy:
        Writer(tmp_path)
    assert busy.value.holder == os.getpid()
    Writer(tmp_path).close()


def test_what_files_can_hold_is_indexed_and_found(tmp_path: Path) -> None:
    odd = "tab\there \x00nul \x1b[31mred \ud800half \U0001f6a2ship café ÇA"
    write(tmp_path, [Row(1, 0, odd, names=("PERSON:\nOdd\ud800",)), Row(2, 0, ""), Row(3, 0, "x" * 200_000)])
    for tree in (
        query.Term("words", "cafe"),
        query.Term("words", "here"),
        query.Term("names", "PERSON:\nOdd\ud800"),
        query.Phrase("words", ["cafe", "ca"]),
        query.Prefix("words", "haf"),
    ):
        assert found(tmp_path, tree) == ([] if tree == query.Prefix("words", "haf") else [(1, 0)]), tree
    assert found(tmp_path, query.Prefix("words", "xxx")) == [(3, 0)]
    assert Snapshot.open(tmp_path).similar("words", "caffe", 1)[0][0] == "cafe"


def test_long_rows_keep_their_positions(tmp_path: Path) -> None:
    words = " ".join(f"w{n}" for n in range(70_000))
    write(tmp_path, [Row(1, 0, words)], [Row(2, 0, "w69998 w69999 short")], optimize=True)
    assert found(tmp_path, query.Phrase("words", ["w69998", "w69999"])) == [(1, 0), (2, 0)]
    assert found(tmp_path, query.Phrase("words", ["w69999", "w69998"])) == []


def test_a_folder_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(CollectionUnavailable, match="cannot be written"):
        Writer(tmp_path / "taken")


def test_a_full_disk_leaves_the_last_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, ferries(1))
    out = Writer(tmp_path)
    out.add(ferries(2)[0])

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("index.engine.arrays.os.fsync", full)
        with pytest.raises(CollectionUnavailable, match="No space left"):
            out.commit()
    out.cancel()
    assert found(tmp_path) == [(1, 0), (1, 1)]
    assert len(segment_files(tmp_path)) == 1


@pytest.mark.parametrize("sizes", [[10] * 30, [1] * 200, list(range(1, 60)), [5000, 1, 1, 1, 1]])
def test_segment_sizes_at_least_double(sizes: list[int]) -> None:
    from index.engine.merging import worth_merging

    segments: list[int] = []
    for size in sizes:
        segments.append(size)
        chosen = worth_merging(segments, segments)
        rest = [n for i, n in enumerate(segments) if i not in chosen]
        segments = [*rest, *([sum(segments[i] for i in chosen)] if chosen else [])]
        assert len(segments) <= np.log2(sum(segments)) + 1
    assert sum(segments) == sum(sizes)
