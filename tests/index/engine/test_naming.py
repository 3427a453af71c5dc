"""Names that come after the text: the same answers as if they had come with it."""

import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh import query

from index.engine import Names, Row, Snapshot, Writer, writer
from index.engine.remaking import Remaking
from index.engine.segments import EXTENSION
from models.errors import IndexDamaged
from tests.index.engine.support import NAMES, collections, identities, write

ADA, BOARD = NAMES[:2]
FERRIES = [Row(article, passage, "The ferry sails.") for article in range(1, 9) for passage in range(2)]


def named(folder: Path, name: str, field: str = "names") -> list[tuple[int, int]]:
    snapshot = Snapshot.open(folder)
    snapshot.verify()
    return sorted(identities(snapshot, snapshot.evaluate(query.Term(field, name))))


def test_names_show_after_the_commit_beside_the_text(tmp_path: Path) -> None:
    write(tmp_path, FERRIES)
    (before,) = tmp_path.glob(f"*{EXTENSION}")
    written = before.stat().st_mtime_ns
    old = Snapshot.open(tmp_path)
    with Writer(tmp_path) as out:
        out.name(3, {0: Names((ADA, BOARD, ADA)), 1: Names((), (ADA,))})
        out.name(404, {0: Names((ADA,))})
        assert named(tmp_path, ADA) == []
    assert named(tmp_path, ADA) == [(3, 0)]
    assert named(tmp_path, ADA, "said") == [(3, 1)]
    assert before.stat().st_mtime_ns == written, "the text's own file stays as it is"
    assert not old.evaluate(query.Term("names", ADA)).rows.size, "an open snapshot keeps its commit"
    newer = Snapshot.open(tmp_path, old)
    assert sorted(identities(newer, newer.evaluate(query.Term("names", BOARD)))) == [(3, 0)]


def test_names_given_again_take_the_place_of_those_before(tmp_path: Path) -> None:
    write(tmp_path, [row._replace(names=(BOARD,)) for row in FERRIES])
    for names in ({0: Names((ADA,))}, {1: Names((ADA,))}):
        with Writer(tmp_path) as out:
            out.name(3, names)
            out.name(4, {0: Names((BOARD,))})
    assert named(tmp_path, ADA) == [(3, 1)]
    assert len(named(tmp_path, BOARD)) == len(FERRIES) - 3
    assert len(list(tmp_path.glob(f"*{EXTENSION}"))) == 2, "of two files of names the last is kept"


def test_no_commit_no_names(tmp_path: Path) -> None:
    write(tmp_path, FERRIES)
    out = Writer(tmp_path)
    out.name(3, {0: Names((ADA,))})
    out.cancel()
    generation = Snapshot.current_generation(tmp_path)
    with Writer(tmp_path) as again:
        again.name(404, {0: Names((ADA,))})
    assert named(tmp_path, ADA) == []
    assert Snapshot.current_generation(tmp_path) == generation
    assert len(list(tmp_path.glob(f"*{EXTENSION}"))) == 1


def test_names_given_while_segments_merge_beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, opened, run = threading.Event(), threading.Event(), Remaking.run

    def held(self: Remaking) -> None:
        begun.set()
        assert opened.wait(20)
        run(self)

    monkeypatch.setattr(Remaking, "run", held)
    monkeypatch.setattr(writer, "BESIDE", 0)
    with Writer(tmp_path) as out:
        for rows in (FERRIES[:8], FERRIES[8:]):
            for row in rows:
                out.add(row)
            out.commit()
        assert begun.wait(20)
        out.name(2, {0: Names((ADA,))})
        out.name(6, {1: Names((ADA,))})
        out.delete(7)
        out.commit()
        assert named(tmp_path, ADA) == [(2, 0), (6, 1)]
        opened.set()
    assert named(tmp_path, ADA) == [(2, 0), (6, 1)]
    snapshot = Snapshot.open(tmp_path)
    assert len(snapshot.segments) == 1
    assert snapshot.rows == len(FERRIES) - 2


def test_a_damaged_file_of_names_is_named(tmp_path: Path) -> None:
    write(tmp_path, FERRIES)
    with Writer(tmp_path) as out:
        out.name(3, {0: Names((ADA,))})
    (segment,) = (open_.segment for open_ in Snapshot.open(tmp_path).segments)
    path = tmp_path / segment.filenames[1]
    content = path.read_bytes()
    path.unlink()
    with pytest.raises(IndexDamaged, match=path.name):
        Snapshot.open(tmp_path)
    place = content.index(b"PERSON")
    path.write_bytes(content[:place] + b"X" + content[place + 1 :])
    with pytest.raises(IndexDamaged, match=path.name):
        Snapshot.open(tmp_path).evaluate(query.Term("names", ADA))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), rows=collections())
def test_late_names_are_as_good_as_early_ones(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, rows: list[Row]
) -> None:
    late, early = tmp_path_factory.mktemp("late"), tmp_path_factory.mktemp("early")
    articles = sorted({row.article for row in rows})
    gone = data.draw(st.sets(st.sampled_from(articles)))
    with pytest.MonkeyPatch.context() as patch:
        if data.draw(st.booleans()):
            patch.setattr(writer, "BESIDE", 0)
        with Writer(late) as out:
            for article in articles:
                for row in rows:
                    if row.article == article:
                        out.add(row._replace(names=data.draw(st.sampled_from(((), (ADA,))))))
                if data.draw(st.booleans()):
                    out.commit()
            for article in data.draw(st.permutations(articles)):
                out.name(article, {r.passage: Names(r.names, r.names) for r in rows if r.article == article})
                if article in gone:
                    out.delete(article)
                if data.draw(st.booleans()):
                    out.commit(optimize=data.draw(st.booleans()))
    write(early, [row._replace(said=row.names) for row in rows if row.article not in gone])
    for name in NAMES:
        for field in ("names", "said"):
            assert named(late, name, field) == named(early, name, field)
    with Writer(late) as out:
        out.commit(optimize=True)
    merged, whole = Snapshot.open(late), Snapshot.open(early)
    for name in NAMES:
        assert merged.document_frequency("names", name) == whole.document_frequency("names", name)
    if merged.segments:
        whole_terms = list(whole.segments[0].field("names").all_keys())
        assert list(merged.segments[0].field("names").all_keys()) == whole_terms
