"""Torn, changed and missing files are noticed and named; a killed writer costs its batch and nothing else."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from whoosh import query

from index.engine import Row, Snapshot, Writer, discard
from index.engine.segments import EXTENSION
from models.errors import CollectionBusy, IndexDamaged
from tests.index.engine.support import identities, write

ROWS = [Row(1, n, f"The lighthouse keeper counted {n} ships.") for n in range(20)]
SHIPS = query.Term("words", "ships")


@pytest.fixture
def written(tmp_path: Path) -> Path:
    write(tmp_path, ROWS)
    return tmp_path


def only(folder: Path, pattern: str) -> Path:
    (path,) = folder.glob(pattern)
    return path


@pytest.mark.parametrize("share", [0, 0.3, 0.9, 0.999])
@pytest.mark.parametrize("pattern", ["*.toc", f"*{EXTENSION}"])
def test_a_torn_file_is_named(written: Path, pattern: str, share: float) -> None:
    path = only(written, pattern)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(IndexDamaged, match=path.name):
        Snapshot.open(written)
    with pytest.raises(IndexDamaged, match=path.name):
        Writer(written)


def test_every_changed_byte_of_the_contents_is_noticed(written: Path) -> None:
    path = only(written, "*.toc")
    content = path.read_bytes()
    for place in range(0, len(content), 7):
        path.write_bytes(content[:place] + bytes([content[place] ^ 0x10]) + content[place + 1 :])
        with pytest.raises(IndexDamaged):
            Snapshot.open(written)


def test_every_changed_byte_of_a_segment_is_noticed(written: Path) -> None:
    path = only(written, f"*{EXTENSION}")
    content = path.read_bytes()
    intact = Snapshot.open(written)
    intact.verify()
    expected = identities(intact, intact.evaluate(SHIPS))
    unnoticed = 0
    for place in range(0, len(content), 13):
        path.unlink()
        path.write_bytes(content[:place] + bytes([content[place] ^ 0x10]) + content[place + 1 :])
        try:
            Snapshot.open(written).verify()
        except IndexDamaged:
            continue
        unnoticed += 1  # in the padding between two arrays
        snapshot = Snapshot.open(written)
        assert identities(snapshot, snapshot.evaluate(SHIPS)) == expected
    assert unnoticed < len(content) / 13 / 2


def test_a_changed_array_is_noticed_when_first_used_and_never_merged(written: Path) -> None:
    path = only(written, f"*{EXTENSION}")
    content = path.read_bytes()
    place = content.index(b"lighthouse")
    path.unlink()
    path.write_bytes(content[:place] + b"L" + content[place + 1 :])
    with pytest.raises(IndexDamaged, match=path.name):
        Snapshot.open(written).evaluate(SHIPS)
    out = Writer(written)
    out.add(Row(2, 0, "More ships."))
    with pytest.raises(IndexDamaged, match=path.name):
        out.commit(optimize=True)
    out.cancel()
    assert only(written, f"*{EXTENSION}") == path


def test_a_missing_segment_is_named(written: Path) -> None:
    path = only(written, f"*{EXTENSION}")
    path.unlink()
    with pytest.raises(IndexDamaged, match=path.name):
        Snapshot.open(written)
    with pytest.raises(IndexDamaged, match=path.name):
        Writer(written)


def test_another_format_is_told_from_damage(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.engine.storing.FORMAT", 99)
    with pytest.raises(IndexDamaged, match="another version"):
        Snapshot.open(written)


def test_a_damaged_index_can_be_discarded_and_written_anew(written: Path) -> None:
    only(written, "*.toc").write_bytes(b"\x80")
    (written / "catalogue").write_text("not the engine's")
    discard(written)
    write(written, ROWS[:3])
    assert Snapshot.open(written).rows == 3
    assert (written / "catalogue").exists()


def test_nothing_is_discarded_under_a_writer(written: Path) -> None:
    with Writer(written), pytest.raises(CollectionBusy):
        discard(written)
    assert Snapshot.open(written).rows == len(ROWS)


_VICTIM = """
import sys, time
from pathlib import Path
from index.engine import Row, Writer, storing, writer

def stop(*_):
    print("here", flush=True)
    time.sleep(60)

folder, moment = Path(sys.argv[1]), sys.argv[2]
out = Writer(folder)
out.delete(1)
writer.FLUSH = 50
for number in range(30):
    out.add(Row(2, number, "A second wave of ships came in."))
if moment == "batch":
    stop()
elif moment == "segment":
    writer.write_contents = stop
elif moment == "contents":
    storing.sync_folder = stop
elif moment == "cleaning":
    storing.remove_leftovers = stop
out.commit()
"""


@pytest.mark.parametrize(
    ("moment", "rows"), [("batch", 20), ("segment", 20), ("contents", 20), ("cleaning", 30)]
)
def test_a_killed_writer_leaves_a_whole_commit_and_no_lock(written: Path, moment: str, rows: int) -> None:
    victim = subprocess.Popen(
        [sys.executable, "-c", _VICTIM, str(written), moment],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[3],
    )
    assert victim.stdout is not None
    assert victim.stdout.readline() == "here\n"
    with pytest.raises(CollectionBusy) as busy:
        Writer(written)
    assert busy.value.holder == victim.pid
    victim.send_signal(signal.SIGKILL)
    victim.wait()
    victim.stdout.close()

    snapshot = Snapshot.open(written)
    snapshot.verify()
    assert len(identities(snapshot, snapshot.evaluate(SHIPS))) == rows
    with Writer(written) as out:
        out.add(Row(3, 0, "Ships again."))
    assert Snapshot.open(written).rows == rows + 1
    referenced = {open_.segment.filename for open_ in Snapshot.open(written).segments}
    assert {path.name for path in written.glob("*MAIN_*")} - referenced == {
        "MAIN_WRITELOCK",
        f"_MAIN_{Snapshot.current_generation(written)}.toc",
    }
