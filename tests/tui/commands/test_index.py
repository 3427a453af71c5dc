import json
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from index.home import collection_home
from index.refreshing.locking import write_lock
from models.status import Progress
from tui.commands.bar import draw
from tui.commands.running import run

ROOT = Path(__file__).parents[3]


def write(folder: Path, number: int) -> Path:
    folder.mkdir(exist_ok=True)
    for i in range(number):
        text = (
            f"Boat {i} stays in harbour\n\n"
            + f"Boat number {i} stays in the harbour of Tarrow, the port said. " * 8
        )
        (folder / f"{i}.txt").write_text(text)
    return folder


def test_says_what_it_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(tmp_path / "clippings", 3)
    (folder / "empty.txt").write_text("")
    assert run(["index", str(folder)]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "morgue: empty.txt: The file is empty." in said.err
    assert "3 articles can be searched (3 added, 1 not read)" in said.err
    (folder / "0.txt").unlink()
    assert run(["index", str(folder)]) == 0
    assert "2 articles can be searched (1 removed" in capsys.readouterr().err


def test_says_that_files_hold_the_same_article(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write(tmp_path / "clippings", 3)
    for copy in ("again.txt", "once more.txt"):
        (folder / copy).write_bytes((folder / "1.txt").read_bytes())
    assert run(["index", str(folder)]) == 0
    said = capsys.readouterr().err
    assert "3 articles can be searched (3 added); 2 files hold the same article as another;" in said
    (folder / "1.txt").unlink()
    assert run(["index", str(folder)]) == 0
    assert "1 file holds the same article as another" in capsys.readouterr().err


def test_progress_is_json_on_standard_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["index", str(write(tmp_path / "clippings", 3)), "--progress"]) == 0
    steps = [Progress.model_validate_json(line) for line in capsys.readouterr().out.split("\n") if line]
    assert steps[-1].stage == "done"
    assert steps[-1].searchable == 3
    assert run(["index", str(tmp_path / "none"), "--progress"]) == 1
    last = json.loads(capsys.readouterr().out)
    assert last["stage"] == "failed"
    assert "There is no folder" in last["message"]


def test_ctrl_c_keeps_what_is_done(tmp_path: Path) -> None:
    folder = write(tmp_path / "clippings", 1200)
    command = [sys.executable, "-m", "tui", "index", str(folder), "--progress"]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert child.stdout is not None
    for line in child.stdout:
        if Progress.model_validate_json(line).searchable:
            break
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=60)
    assert child.returncode == 130
    assert "Stopped." in err
    assert "Traceback" not in err
    assert Progress.model_validate_json(out.rstrip("\n").split("\n")[-1]).stage == "stopped"
    kept = int(err.partition(" articles can be searched")[0].split()[-1].replace(",", ""))
    assert 0 < kept <= 1200


def test_waiting_for_another_is_said_once_and_can_be_stopped(tmp_path: Path, own_home: Path) -> None:
    folder = write(tmp_path / "clippings", 1)
    home = collection_home(folder)
    home.mkdir(parents=True)
    with write_lock(home, lambda _: None, threading.Event(), wait=False):
        child = subprocess.Popen(
            [sys.executable, "-m", "tui", "index", str(folder)], cwd=ROOT, stderr=subprocess.PIPE, text=True
        )
        assert child.stderr is not None
        assert "Another Morgue is indexing this folder" in child.stderr.readline()
        child.send_signal(signal.SIGINT)
        assert child.wait(60) == 130
        assert child.stderr.read() == ""
        child.stderr.close()


def test_the_bar_tells_how_far_and_how_long() -> None:
    half = Progress(stage="reading", done=600, total=1200, rate=30, seconds_left=20)
    assert draw(half) == f"{'█' * 12}{'░' * 12} Text of 600 of 1,200 files · 30 a second · 20 s left"
    assert draw(Progress(stage="reading")).endswith("0 of 0 files")
    assert "Names of 3 of 9 articles" in draw(Progress(stage="annotating", done=3, total=9))
    assert "Meaning of 3 of 9 articles" in draw(Progress(stage="encoding", done=3, total=9))
    for stage in ("waiting", "looking", "names", "learning"):
        assert draw(Progress(stage=stage))
