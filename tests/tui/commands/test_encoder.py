"""What commands say of a sentence encoder that cannot be used: why, what to do, and all else as ever."""

from pathlib import Path

import pytest

from tests.tui.commands.conftest import Morgue
from tui.commands.running import run

TEXT = "The boats stay in harbour until spring."


@pytest.fixture
def _wrong(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: name)
    monkeypatch.setenv("MORGUE_ENCODER", str(tmp_path / "none"))


@pytest.mark.usefixtures("_wrong")
def test_related_goes_on_without(archive: Path, morgue: Morgue) -> None:
    status, (answer,) = morgue("related", archive, TEXT, "--json")
    assert status == 0
    assert answer["related"]


@pytest.mark.usefixtures("_wrong")
def test_each_command_that_needs_it_says_why(
    tmp_path: Path, own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "a.txt").write_text("Boats\n\nThe boats of Tarrow stay in harbour until the spring, it said.\n")
    for command in (["index", str(folder)], ["related", str(folder), TEXT], ["doctor"]):
        assert run(command) == 0
        out, err = capsys.readouterr()
        told = " ".join((out if command == ["doctor"] else err).split())
        assert "has no model.onnx" in told
        assert "unset MORGUE_ENCODER" in told
        assert "Traceback" not in err
