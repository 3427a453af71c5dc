import shutil
import subprocess
from pathlib import Path

import pytest

from tui.commands.completion import COMMAND
from tui.commands.registry import COMMANDS
from tui.commands.running import run
from tui.commands.shells import SHELLS, completions


def script(capsys: pytest.CaptureFixture[str], shell: str) -> str:
    assert run(["completion", shell]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_option_is_in_the_script(capsys: pytest.CaptureFixture[str], shell: str) -> None:
    text = script(capsys, shell)
    for completion in completions(COMMANDS):
        assert completion.name in text
        for option in completion.options:
            assert option.flag.removeprefix("--") in text
    assert COMMAND.parser().parse_args([shell]).shell == shell


@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_understands_it(capsys: pytest.CaptureFixture[str], tmp_path: Path, shell: str) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not here")
    file = tmp_path / "morgue.completion"
    file.write_text(script(capsys, shell), encoding="utf-8")
    done = subprocess.run([program, "-n", file], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("morgue sea", ["search"]),
        ("morgue cli", ["clippings", "clips of mine"]),
        ("morgue search cli", ["clippings", "clips of mine"]),
        ("morgue search clippings --gr", ["--group"]),
        ("morgue search clippings --group a", ["article"]),
        ("morgue completion ", ["bash", "fish", "zsh"]),
        ("morgue restore sa", ["saved.zip"]),
        ("morgue search clippings --limit ", []),
    ],
)
def test_bash_offers_what_can_stand_there(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, line: str, offered: list[str]
) -> None:
    program = shutil.which("bash")
    if program is None:
        pytest.skip("bash is not here")
    for name in ("clippings", "clips of mine"):
        (tmp_path / name).mkdir()
    (tmp_path / "saved.zip").touch()
    words = " ".join(f"'{word}'" for word in line.split(" "))
    asked = (
        f"{script(capsys, 'bash')}\nCOMP_WORDS=({words}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); _morgue\n"
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    done = subprocess.run(
        [program, "-c", asked], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr == ""
    assert sorted(filter(None, done.stdout.split("\n"))) == offered


def test_fish_offers_what_can_stand_there(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    program = shutil.which("fish")
    if program is None:
        pytest.skip("fish is not here")
    file = tmp_path / "morgue.fish"
    file.write_text(script(capsys, "fish"), encoding="utf-8")

    def offers(line: str) -> list[str]:
        asked = f"source {file}; complete -C '{line}'"
        done = subprocess.run(
            [program, "-c", asked], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=True
        )
        return [row.split("\t")[0] for row in done.stdout.splitlines()]

    assert offers("morgue sea") == ["search"]
    assert offers("morgue search x --gr") == ["--group"]
    assert offers("morgue search x --group a") == ["article"]
