"""`morgue concordance` and `morgue timeline`, for scripts and for people."""

import threading
from pathlib import Path

import pytest

from index.refreshing import refresh
from tests.tui.commands.conftest import Morgue
from tui.commands.running import run


def test_a_line_of_a_concordance_is_an_object(morgue: Morgue, archive: Path) -> None:
    status, lines = morgue("concordance", archive, "harbour", "--json", "--sort", "oldest")
    assert status == 0
    assert lines
    for line in lines:
        assert list(line) == "path part passage start end left keyword right outlet published".split()
        assert line["keyword"].lower().startswith("harbour")
    dates = [line["published"][:10] for line in lines if line["published"]]
    assert dates == sorted(dates)


def test_lines_are_sorted_and_cut(morgue: Morgue, archive: Path) -> None:
    _, lines = morgue("concordance", archive, "harbour", "--json", "--sort", "1R")
    following = [line["right"].split()[0].lower() for line in lines if line["right"].strip(" .")]
    assert following == sorted(following)
    _, first = morgue("concordance", archive, "harbour", "--json", "--sort", "1R", "--limit", 1)
    assert first == lines[:1]


def test_a_timeline_is_one_object(morgue: Morgue, archive: Path) -> None:
    status, (found,) = morgue("timeline", archive, "harbour", "--json", "--by", "day")
    assert status == 0
    assert list(found) == "query understood full by articles undated periods".split()
    assert found["by"] == "day"
    assert sum(period["articles"] for period in found["periods"]) == found["articles"] > 0
    for period in found["periods"]:
        assert list(period) == "first last articles peak telling".split()
        assert period["first"] == period["last"]
    _, (everything,) = morgue("timeline", archive, "--json")
    assert everything["query"] == ""
    assert everything["articles"] >= found["articles"]


@pytest.fixture
def clippings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "clippings"
    folder.mkdir()
    for day in (1, 2, 3):
        text = f"Ferries stay in harbour\n\nBy Ines Dovale\n\n{day} February 2022\n\nThe ferry waits on day {day}.\n"
        (folder / f"{day}.txt").write_text(text, encoding="utf-8")
    monkeypatch.setenv("MORGUE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "70")
    refresh(folder, lambda _: None, threading.Event())
    return folder


def test_a_person_reads_lines_under_each_other(clippings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["concordance", str(clippings), "waits"]) == 0
    understood, count, *lines = capsys.readouterr().out.splitlines()
    assert (understood, count) == ("waits", "3 lines in 3 articles")
    assert lines[0].startswith("3 Feb 2022 ")
    assert len({line.index("waits") for line in lines}) == 1
    assert all(len(line) <= 70 for line in lines)


def test_a_query_without_words_is_answered_with_what_is_needed(
    clippings: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["concordance", str(clippings), "date:2022"]) == 0
    assert "give at least one word" in " ".join(capsys.readouterr().out.split())
    assert run(["concordance", str(clippings), "waits", "zeppelin"]) == 0
    assert "Nothing has all the words" in capsys.readouterr().out


def test_a_person_reads_a_bar_for_each_period(clippings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["timeline", str(clippings), "--by", "month"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["all articles", "3 articles"]
    assert lines[2].startswith("February 2022  3  ▄▄▄")


def test_what_a_query_leaves_out_is_no_option(clippings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["timeline", str(clippings), "ferries", "-by:dovale"]) == 0
    assert "0 articles" in capsys.readouterr().out
