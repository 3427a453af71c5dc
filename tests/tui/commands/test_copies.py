"""`morgue copies`, as a person reads it."""

import threading
from pathlib import Path

import pytest

from index.refreshing import refresh
from tests.tui.commands.conftest import WIRE
from tui.commands.running import run

CUT = WIRE.replace("40 of its 52", "forty of its 52")


@pytest.fixture
def clippings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "clippings"
    folder.mkdir()
    ferries = f"Ferries stay in harbour\n\nBy Ines Dovale\n\n1 February 2022\n\n{WIRE}\n"
    (folder / "boats.txt").write_text(f"Boats laid up\n\n2 February 2022\n\n{CUT}\n", encoding="utf-8")
    (folder / "ferries.txt").write_text(ferries, encoding="utf-8")
    (folder / "ferries-again.txt").write_text(ferries, encoding="utf-8")
    monkeypatch.setenv("MORGUE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "80")
    refresh(folder, lambda _: None, threading.Event())
    return folder


def test_versions_with_outlets_dates_and_what_they_are_called(
    clippings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["copies", str(clippings)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["1. Ferries stay in harbour", "   2 versions:"]
    assert lines[2].startswith("   1 Feb 2022 · outlet unknown · earliest")
    assert lines[3:5] == ["      ferries-again.txt", "      ferries.txt"]
    assert lines[5].startswith("   2 Feb 2022 · outlet unknown · ")
    assert lines[5].endswith("% alike")
    assert lines[6:8] == ["      “Boats laid up”", "      boats.txt"]


def test_one_article_in_two_files(clippings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (clippings / "boats.txt").unlink()
    refresh(clippings, lambda _: None, threading.Event())
    assert run(["copies", str(clippings)]) == 0
    assert "   One article, saved 2 times:" in capsys.readouterr().out
    (clippings / "ferries-again.txt").unlink()
    refresh(clippings, lambda _: None, threading.Event())
    run(["copies", str(clippings)])
    assert "No two articles" in capsys.readouterr().out
