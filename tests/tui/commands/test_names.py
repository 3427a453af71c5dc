"""`morgue names`: entities with reasons, and decisions out and in."""

import json
from pathlib import Path

import pytest

from index.bookmarks import Bookmarks
from index.collection import Collection
from index.deciding import never
from models.decision import NameDecision
from tests.tui.commands.conftest import Morgue
from tui.commands.running import run

TEXT = "Gate jams\n\nThe water minister, Davor Kern, said the gate had jammed. Mr Kern left at noon.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    assert run(["index", str(folder)]) == 0
    return folder


def test_entities_with_their_aliases_and_reasons(morgue: Morgue, archive: Path) -> None:
    status, entities = morgue("names", archive, "--json")
    assert status == 0
    counts = [entity["articles"] for entity in entities]
    assert counts == sorted(counts, reverse=True)
    penhale = next(entity for entity in entities if entity["name"] == "Orla Penhale")
    assert (penhale["kind"], penhale["names"]) == ("PERSON", ["PERSON:Orla Penhale"])
    assert penhale["aliases"][0] == {
        "text": "Orla Penhale",
        "kind": "PERSON",
        "mentions": penhale["aliases"][0]["mentions"],
        "reason": None,
        "confidence": "certain",
        "local": None,
    }
    assert penhale["suggestions"] == []


def test_as_a_person_reads_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["names", str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    at = lines.index("Davor Kern · person · 1 article")
    assert lines[at + 1] == "  Kern: surname of Davor Kern in the same article"


def test_decisions_go_out_and_come_in_again(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Bookmarks.open() as bookmarks:
        bookmarks.decide(folder, [never("Kern")])
        capsys.readouterr()
        assert run(["names", str(folder), "--decisions"]) == 0
        written = capsys.readouterr().out
        assert NameDecision.model_validate(json.loads(written)) == never("Kern")
        bookmarks.undo()
        (tmp_path / "decisions.jsonl").write_text(written, encoding="utf-8")
        assert run(["names", str(folder), "--decide", str(tmp_path / "decisions.jsonl")]) == 0
        assert "1 decision taken" in capsys.readouterr().out
        assert bookmarks.decisions(folder) == (never("Kern"),)
    (kern,) = [e for e in Collection.open(folder).entities() if "Kern" in e.name]
    assert [alias.text for alias in kern.aliases] == ["Davor Kern"]


def test_a_decision_is_taken_back_by_its_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Bookmarks.open() as bookmarks:
        bookmarks.decide(folder, [never("Kern")])
        bookmarks.decide(folder, [never("Davor Kern")])
        assert run(["names", str(folder), "--forget-decision", "3"]) == 2
        assert run(["names", str(folder), "--forget-decision", "1"]) == 0
        assert "Took back that “Kern” is no name." in capsys.readouterr().out
        assert bookmarks.decisions(folder) == (never("Davor Kern"),)
        assert run(["forget", str(folder), "--bookmarks", "--yes"]) == 0
        assert "1 name decision deleted." in capsys.readouterr().out
        assert bookmarks.decisions(folder) == ()


@pytest.mark.parametrize("line", ["no json", '{"says": "maybe"}', '{"names": []}', '["same"]'])
def test_what_is_no_decision_is_told(
    folder: Path, tmp_path: Path, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.jsonl").write_text(line + "\n", encoding="utf-8")
    assert run(["names", str(folder), "--decide", str(tmp_path / "bad.jsonl")]) == 2
    assert "input" in capsys.readouterr().err
    with Bookmarks.open() as bookmarks:
        assert bookmarks.decisions(folder) == ()
