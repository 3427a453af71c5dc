"""`morgue index --watch`, as a process of its own."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from models.status import Progress, Summary
from tui.commands.running import run
from tui.commands.watching import describe

ROOT = Path(__file__).parents[3]
FOG = "Fog closes the port\n\nThe pilots of Tolva waited until noon, Ida Marsh said.\n"


@contextmanager
def watching(folder: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tui", "index", str(folder), "--watch", *options]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        yield child
    finally:
        child.kill()
        child.communicate()


def line(stream: IO[str] | None) -> str:
    assert stream is not None
    return stream.readline().rstrip("\n")


def folder_of(tmp_path: Path) -> Path:
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "fog.txt").write_text(FOG, encoding="utf-8")
    return folder


def test_a_line_for_each_change_until_ctrl_c(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    with watching(folder) as child:
        assert line(child.stderr).startswith("1 article can be searched (1 added)")
        assert line(child.stderr) == "Watching for changes; Ctrl-C ends it."
        (folder / "ice.txt").write_text(FOG.replace("Fog", "Ice"), encoding="utf-8")
        assert line(child.stderr)[8:] == "  1 article added  ice.txt"
        (folder / "ice.txt").rename(folder / "snow.txt")
        assert line(child.stderr)[8:] == "  1 file moved  ice.txt, snow.txt"
        (folder / "snow.txt").unlink()
        assert line(child.stderr)[8:] == "  1 article removed  snow.txt"
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=60)
        assert (child.returncode, out, err) == (0, "", "")


def test_it_ends_with_the_program_that_listens(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    with watching(folder, "--progress") as child:
        while Progress.model_validate_json(line(child.stdout)).stage != "done":
            pass
        assert child.stdout is not None
        child.stdout.close()
        assert child.wait(60) == 0
        assert child.stderr is not None
        assert "Traceback" not in child.stderr.read()
        child.stdout = None


def test_a_missing_folder_is_said_to_be_missing(tmp_path: Path) -> None:
    assert run(["index", str(tmp_path / "nowhere"), "--watch"]) == 1
    assert run(["index", str(tmp_path), "--watch", "--rebuild"]) == 2


def test_changes_in_a_few_words() -> None:
    assert (
        describe(Summary(added=1, removed=2, moved=1)) == "1 article added, 2 articles removed, 1 file moved"
    )
    assert describe(Summary(changed=1)) == "1 file read, nothing new"
    assert describe(Summary(added=900, seconds=30.0)) == "900 articles added (30 s, 30 a second)"
