from pathlib import Path

import pytest

from index.demo import demo_folder
from tui.commands.folder import folder_named, typed
from tui.commands.running import run


def test_demo_is_the_bundled_collection(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], own_home: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["search", "demo", "drills"]) == 1
    assert "`morgue index demo`" in capsys.readouterr().err
    assert run(["index", "demo"]) == 0
    assert run(["search", "demo", "drills"]) == 0
    assert "drills/" in capsys.readouterr().out
    assert run(["doctor", "demo"]) == 0
    assert "Every file was read." in capsys.readouterr().out


def test_a_folder_called_demo_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert folder_named("demo") == demo_folder()
    assert typed(demo_folder()) == "demo"
    (tmp_path / "demo").mkdir()
    assert folder_named("demo") == Path("demo")
    assert typed(demo_folder()) != "demo"
    assert typed(Path("my clippings")) == "'my clippings'"
