"""A folder with everything wrong that folders have: the rest is indexed, each reason is told, nothing breaks."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal

GOOD = (
    "The weir holds\n\n4 May 2021\n\n"
    "Engineers at the weir said on Tuesday that it holds and will hold until autumn.\n"
)
HOSTILE = (
    "Markup [bold]and[/bold] worse\n\n5 May 2021\n\n"
    "A reader wrote \x1b[31mred\x1b[0m and \x1b]0;title\x07 and [/red] [link=x] into the weir's guest book, "
    "and then \x00a NUL and \u202etxt.exe and a bell \x07 besides, the warden said.\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "clippings"
    (folder / "inner").mkdir(parents=True)
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(b"\x7fELF" + bytes(range(256)) * 64)
    (folder / "invalid.txt").write_bytes(
        GOOD.encode().replace(b"Tuesday", b"Tues\xff\xfeday") + b"\xc3\x28 end.\n"
    )
    (folder / "latin.txt").write_bytes(
        "Le barrage tient\n\nLes ingénieurs ont dit que le barrage tiendra.\n".encode("latin-1")
    )
    (folder / "utf16.txt").write_bytes(GOOD.replace("Engineers", "Wardens").encode("utf-16"))
    (folder / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    (folder / "new\nline 🌊.txt").write_text(GOOD.replace("Engineers", "Surveyors"), encoding="utf-8")
    (folder / "inner" / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "nowhere.txt").symlink_to(folder / "gone.txt")
    with (folder / "huge.txt").open("w", encoding="utf-8") as huge:
        huge.write("An endless line of words about nothing much " * 1_250_000)  # 55 MB
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def morgue(home: Path, *arguments: str, status: int = 0) -> subprocess.CompletedProcess[str]:
    run = subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "MORGUE_HOME": str(home), "NO_COLOR": "1"},
        timeout=120,
        check=False,
    )
    assert "Traceback" not in run.stdout + run.stderr
    assert run.returncode == status, run.stderr
    return run


def test_the_rest_is_indexed_and_each_reason_told(folder: Path, home: Path) -> None:
    morgue(home, "index", str(folder))
    found = {
        hit["path"]
        for hit in json.loads(morgue(home, "search", str(folder), "weir", "--json").stdout)["hits"]
    }
    assert found == {"good.txt", "invalid.txt", "utf16.txt", "hostile.txt", "new\nline 🌊.txt"}
    french = json.loads(morgue(home, "search", str(folder), "ingenieurs", "--json").stdout)
    assert [hit["path"] for hit in french["hits"]] == ["latin.txt"]

    told = morgue(home, "doctor", str(folder)).stdout
    for name, reason in [
        ("empty.txt", "empty"),
        ("binary.txt", "binary"),
        ("huge.txt", "MB"),
        ("nowhere.txt", "link"),
    ]:
        assert name in told
        assert reason in told


def test_text_never_commands_the_terminal(folder: Path, home: Path) -> None:
    (folder / "huge.txt").unlink()
    morgue(home, "index", str(folder))
    for arguments in (["search", str(folder), "weir"], ["read", str(folder)], ["doctor", str(folder)]):
        printed = morgue(home, *arguments).stdout
        assert not {
            c for c in printed if (ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160 or c in "\u202e\u2066"
        }
    read = morgue(home, "read", "--json", str(folder / "hostile.txt")).stdout
    assert "[bold]and[/bold]" in read
    assert "\\u001b" not in read


def test_the_explorer_lists_what_it_could_not_read(folder: Path, home: Path) -> None:
    with Terminal(str(folder), home=home) as terminal:
        terminal.wait("4 skipped")
        terminal.press("!")
        screen = terminal.wait("binary.txt")
        assert "empty.txt" in screen
        assert "Traceback" not in screen
        terminal.press("Escape")
        terminal.type("/guest book")
        terminal.wait(lambda s: "guest, book" in s and "passage" in s)
        terminal.press("Enter")
        screen = terminal.wait("[/red] [link=x]")
        assert "Traceback" not in screen


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["./nowhere"], "no folder"),
        (["index", "nowhere"], "no folder"),
        (["search", "nowhere", "words"], "no folder"),
        (["search", ".", "words"], "not been indexed"),
    ],
)
def test_a_wrong_folder_gets_a_sentence(
    arguments: list[str], said: str, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parents[2]))
    message = morgue(home, *arguments, status=1).stderr
    assert message.startswith("morgue: ")
    assert said in message.lower()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission_gets_a_sentence(home: Path, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(0)
    assert "permission" in morgue(home, "index", str(closed), status=1).stderr


def test_a_full_disk_keeps_what_was_there(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    morgue(home, "index", str(folder))
    for n in range(80):
        (folder / f"{n}.txt").write_text(GOOD.replace("autumn", f"autumn {n}") * 20, encoding="utf-8")
    # No file may grow past 100 KB: what a full disk does to a writer, without filling one.
    script = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)); "
        "from tui.__main__ import main; sys.argv[0] = 'morgue'; main()"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, "index", str(folder)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "MORGUE_HOME": str(home), "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
        timeout=120,
        check=False,
    )
    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    assert "could not be written" in run.stderr
    hits = json.loads(morgue(home, "search", str(folder), "engineers weir", "--json").stdout)["hits"]
    assert "good.txt" in {hit["path"] for hit in hits}
    morgue(home, "index", str(folder))
    answer = json.loads(
        morgue(home, "search", str(folder), "engineers weir", "--group", "article", "--json").stdout
    )
    assert answer["total"] == 81
