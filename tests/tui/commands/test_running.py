import signal
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from tui.commands import annotate
from tui.commands.command import Command
from tui.commands.registry import COMMANDS
from tui.commands.running import run

ROOT = Path(__file__).parents[3]


def help_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as ended:
        run([*arguments, "--help"])
    assert ended.value.code == 0
    return capsys.readouterr().out


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    text = help_of(capsys)
    for command in COMMANDS.values():
        assert f"  {command.name} " in text
        assert command.summary in text
    assert max(map(len, text.split("\n"))) <= 80


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_help_of_a_command_explains_and_shows_an_example(
    command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    text = help_of(capsys, command.name)
    assert " ".join(command.summary.split()) in " ".join(text.split())
    assert f"\n  {command.examples[0]}\n" in text
    assert command.usage.startswith(command.name)
    assert max(map(len, text.split("\n"))) <= 100


@pytest.mark.parametrize(
    "arguments",
    [
        ["search"],
        ["search", "folder"],
        ["search", "folder", "x", "--limit", "0"],
        ["search", "folder", "x", "--group", "outlet"],
        ["read"],
        ["figures", "folder"],
        ["bookmarks", "list", "--format", "md"],
        ["bookmarks", "sing"],
        ["--nonsense"],
        [".", "harbour"],
    ],
)
def test_misuse_ends_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("rest", [[], ["clippings", "harbour"], ["--json", "clippings", "harbour"]])
def test_a_mistyped_command_is_offered_the_right_one(
    rest: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["serch", *rest]) == 2
    assert "Did you mean `morgue search`?" in capsys.readouterr().err


def test_a_missing_folder_ends_with_1(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for arguments in (
        [f"{tmp_path}/none"],
        ["index", f"{tmp_path}/none"],
        ["search", f"{tmp_path}/none", "x"],
    ):
        assert run(arguments) == 1
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.startswith("morgue: There is no folder")


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"morgue {version('morgue')}\n"


def test_without_a_folder_there_is_something_to_open(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 0
    assert "morgue demo" in capsys.readouterr().out


def fail_with(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    def fail(_args: object) -> int:
        raise error

    monkeypatch.setattr(annotate, "COMMAND", annotate.COMMAND._replace(run=fail))


def test_the_unexpected_is_one_sentence_and_a_log(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], own_home: Path
) -> None:
    fail_with(monkeypatch, ZeroDivisionError("odd \x1b[31m thing"))
    assert run(["annotate"]) == 1
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    assert str(own_home / "errors.log") in said.err
    log = (own_home / "errors.log").read_text()
    assert "ZeroDivisionError" in log
    assert "annotate" in log
    assert run(["annotate"]) == 1
    assert (own_home / "errors.log").read_text().startswith(log)


def test_stopping_ends_with_130(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    fail_with(monkeypatch, KeyboardInterrupt())
    assert run(["annotate"]) == 130
    assert "stopped" in capsys.readouterr().err


def test_a_reader_that_leaves_is_no_complaint(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text(
        "\n\n".join(f"Paragraph {i} tells of a harbour." for i in range(20_000))
    )
    morgue = [sys.executable, "-m", "tui", "read", str(tmp_path / "long.txt")]
    child = subprocess.Popen(morgue, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.readline()
    child.stdout.close()
    assert child.stderr.read() == b""
    child.stderr.close()
    assert child.wait(60) == 1


def test_ctrl_c_while_waiting_for_input_is_quiet() -> None:
    morgue = [sys.executable, "-m", "tui", "annotate", "--json"]
    child = subprocess.Popen(
        morgue, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    # More than a pipe holds: once it is written, the program waits for the rest.
    assert child.stdin is not None
    child.stdin.write(b'{"id": "a", "text": "Rain."}\n' * 20_000)
    child.stdin.flush()
    child.send_signal(signal.SIGINT)
    _, err = child.communicate(timeout=60)
    assert child.returncode == 130
    assert b"Traceback" not in err


@pytest.mark.parametrize("arguments", [["--fresh", "--plain", "demo"], ["demo", "--plain", "--fresh"]])
def test_how_the_explorer_is_opened_may_stand_before_the_demo(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[dict[str, object]] = []
    monkeypatch.setattr("tui.explorer.explore", lambda folder, **ways: opened.append(ways))
    assert run(arguments) == 0
    assert opened == [{"bundled": True, "plain": True, "fresh": True}]
