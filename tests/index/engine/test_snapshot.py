"""What a snapshot tells besides answers."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from whoosh import query

from index.engine import Row, Snapshot, Writer
from tests.index.engine.support import write


@pytest.fixture
def harbour(tmp_path: Path) -> Snapshot:
    tugs = [Row(5, n, f"Tugs at berth {n}", outlet="The Courier", authors="Mara Ilić") for n in range(40)]
    others = [
        Row(6, 0, "Tug, tugs, tugboat and a thug"),
        Row(7, 0, "Berth closed", day=738010),
        Row(8, 0, ""),
    ]
    write(tmp_path, tugs, [*others, Row(8, 1, "Quay")])
    with Writer(tmp_path) as out:
        out.delete(7)
    return Snapshot.open(tmp_path)


def test_columns_and_live_rows(harbour: Snapshot) -> None:
    assert harbour.rows == 43
    assert harbour.column("article").tolist() == [5] * 40 + [6, 7, 8, 8]
    assert harbour.column("day").tolist() == [0] * 41 + [738010, 0, 0]
    assert harbour.column("passage")[:3].tolist() == [0, 1, 2]
    live = harbour.live()
    assert live is not None
    assert np.flatnonzero(~live).tolist() == [41]
    assert harbour.rows_of(6).tolist() == [40]
    assert harbour.rows_of(7).tolist() == []
    assert harbour.rows_of(8).tolist() == [42, 43]
    assert harbour.rows_of(9).tolist() == []


def test_terms_are_counted_over_segments(harbour: Snapshot) -> None:
    assert harbour.document_frequency("words", "tugs") == 41
    assert harbour.document_frequency("words", "none") == 0
    harbour.evaluate(query.Term("words", "tugs"))
    assert harbour.document_frequency("words", "tugs") == 41, "as the card says that was made for the query"
    assert harbour.expand("words", "tug", None) == [("tugs", 41), ("tug", 1), ("tugboat", 1)]
    assert harbour.expand("words", "tug", 1) == [("tugs", 41)]
    assert harbour.expand("by", "il", 5) == [("ilic", 40)]
    assert harbour.average_length("words") == pytest.approx((40 * 4 + 6 + 2 + 0 + 1) / 44)
    with pytest.raises(KeyError, match="colour"):
        harbour.document_frequency("colour", "red")


def test_similar_terms_come_nearest_first_then_most_frequent(harbour: Snapshot) -> None:
    assert harbour.similar("words", "tug", 1, 10) == [("tug", 0, 1), ("tugs", 1, 41), ("thug", 1, 1)]
    assert harbour.similar("words", "tgu", 1, 10) == [("tug", 1, 1)]
    assert harbour.similar("words", "bertth", 2, 1) == [("berth", 1, 41)]
    assert harbour.similar("words", "zzzzzzz", 2, 5) == []


def test_an_absent_index_is_an_empty_one(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        assert Snapshot.current_generation(folder) == -1
        empty = Snapshot.open(folder)
        assert (empty.generation, empty.rows, empty.live()) == (-1, 0, None)
        assert empty.column("day").tolist() == []
        assert empty.average_length("words") == 0
        assert empty.similar("words", "tug", 2, 5) == []
        assert empty.expand("words", "t", 5) == []
        for tree in (
            query.Every(),
            query.Every("words"),
            query.Not(query.Term("words", "tug")),
            query.Prefix("words", "t"),
            query.NumericRange("day", 1, None),
            query.Or([query.Term("words", "a"), query.Term("words", "b")]),
            query.And([query.Not(query.Term("words", "a"))]),
            query.Phrase("words", ["a", "b"]),
        ):
            assert empty.evaluate(tree).rows.tolist() == []


def test_a_commit_moves_the_generation(tmp_path: Path) -> None:
    write(tmp_path, [Row(1, 0, "one")])
    snapshot = Snapshot.open(tmp_path)
    assert Snapshot.current_generation(tmp_path) == snapshot.generation
    write(tmp_path, [Row(2, 0, "two")])
    assert Snapshot.current_generation(tmp_path) > snapshot.generation


def test_a_commit_made_while_opening_is_the_one_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, [Row(1, 0, "one")])
    stale = Snapshot.current_generation(tmp_path)
    write(tmp_path, [Row(2, 0, "two")])
    newest = Snapshot.current_generation(tmp_path)
    seen = iter([stale, newest])
    monkeypatch.setattr("index.engine.snapshot.generation_of", lambda _: next(seen))
    assert Snapshot.open(tmp_path).generation == newest


def test_a_closed_snapshot_lets_its_file_go_but_not_under_arrays_in_use(harbour: Snapshot) -> None:
    articles = harbour.segments[0].column("article")
    harbour.close()
    assert articles.tolist() == [5] * 40


def test_only_importing_the_engine_loads_numpy_and_whoosh() -> None:
    script = (
        "import sys, index, models.search, index.words\n"
        "assert not {'numpy', 'whoosh', 'rapidfuzz'} & set(sys.modules)\n"
        "import index.engine\n"
        "assert {'numpy', 'whoosh'} <= set(sys.modules)\n"
        "assert 'rapidfuzz' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True, cwd=Path(__file__).parents[3])


def test_some_rows_score_as_they_do_among_all(harbour: Snapshot) -> None:
    tree = query.Or([query.Term("stems", "tug"), query.Prefix("words", "be", boost=2.0)])
    found = harbour.evaluate(tree)
    rows = np.arange(1, harbour.rows_total, 3)
    every = np.zeros(harbour.rows_total, np.float32)
    every[found.rows] = found.scores
    assert harbour.scores(rows, tree).tolist() == pytest.approx(every[rows].tolist())
    assert harbour.scores(np.empty(0, np.int64), tree).tolist() == []
