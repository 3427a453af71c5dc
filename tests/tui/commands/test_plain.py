"""What people read: wrapped, plain, and without anything a terminal would obey."""

import json
from pathlib import Path

import pytest

from tests.tui.commands.conftest import WIRE
from tui.commands.plain import counted, say, source_line
from tui.commands.running import run


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")


def test_say_wraps_and_indents(capsys: pytest.CaptureFixture[str]) -> None:
    say(WIRE, indent=2, hanging=4)
    lines = capsys.readouterr().out.split("\n")
    assert max(map(len, lines)) <= 60
    assert lines[0].startswith("  The")
    assert lines[1].startswith("    ")
    assert " ".join(" ".join(lines).split()) == " ".join(WIRE.split())


def test_say_disarms(capsys: pytest.CaptureFixture[str]) -> None:
    say("\x1b]0;title\x07 [bold]\x9b31m\u202ereversed")
    out = capsys.readouterr().out
    assert "[bold]" in out
    assert not set(out) & set("\x1b\x07\x9b\u202e")
    say("a name with\na line end.txt")
    assert capsys.readouterr().out == "a name with a line end.txt\n"


def test_words() -> None:
    assert source_line("The Herald", "2022-02-01", "a.txt") == "The Herald · 1 Feb 2022 · a.txt"
    assert source_line(None, None, "a.txt") == "undated · a.txt"
    assert counted(1, "copy", "copies") == "1 copy"
    assert counted(1204, "article") == "1,204 articles"


def test_read_shows_a_standfirst_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    standfirst = "The port of Tarrow has no crews"
    file = tmp_path / "ferries.txt"
    file.write_text(
        f"Ferries stay in harbour\n\n{standfirst}\n\nBy Ines Dovale\n\n{WIRE}\n", encoding="utf-8"
    )
    assert run(["read", "--json", str(file)]) == 0
    assert json.loads(capsys.readouterr().out)["standfirst"] == standfirst
    assert run(["read", str(file)]) == 0
    assert capsys.readouterr().out.count(standfirst) == 1


def test_search_and_read_for_people(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MORGUE_HOME", str(archive.parent / "home"))
    assert run(["search", str(archive), "Nobody sails"]) == 0
    found = capsys.readouterr().out
    assert "Nobody sails for nothing" in " ".join(found.split())
    assert "2 passages" in found
    assert run(["read", str(archive / "gazette" / "ferries.txt")]) == 0
    article = capsys.readouterr().out
    assert article.startswith("Ferries stay in harbour until spring\n")
    assert "By Ines Dovale" in article
    assert max(map(len, (found + article).split("\n"))) <= 60


@pytest.mark.parametrize(
    "words",
    [
        ["-herald", "ferries"],
        ["-herald ferries"],
        ["ferries", "-herald", "--limit", "5"],
        ["--", "-herald", "ferries"],
        ["ferries", "-outlet:herald"],
    ],
)
def test_a_query_may_begin_with_a_minus(
    words: list[str], archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MORGUE_HOME", str(archive.parent / "home"))
    assert run(["search", str(archive), *words]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert told.startswith("ferries · ")
    assert "herald" in told.partition("passage")[0]


def test_options_of_search_stay_options(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(["search", str(archive), "-h"])
    assert ended.value.code == 0
    capsys.readouterr()
    with pytest.raises(SystemExit) as ended:
        run(["search", str(archive), "ferries", "--jsno"])
    assert ended.value.code == 2
