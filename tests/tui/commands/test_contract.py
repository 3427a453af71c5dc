"""The commands that other programs drive: their keys, values and offsets."""

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.tui.commands.conftest import WIRE, Morgue
from tui.commands.running import run


def line(**fields: Any) -> str:
    return json.dumps(fields) + "\n"


def test_search(morgue: Morgue, archive: Path) -> None:
    status, (answer,) = morgue("search", archive, "--json", "--limit", 2, "harbour", "line")
    assert status == 0
    assert list(answer) == ["query", "understood", "total", "partial", "hits"]
    assert answer["query"] == "harbour line"
    assert len(answer["hits"]) == 2
    hit = answer["hits"][0]
    assert list(hit) == (
        "rank score path paths part title outlet published passage start end text highlights".split()
    )
    assert hit["rank"] == 1
    assert hit["paths"][0] == hit["path"]
    assert all(hit["text"][start:end] for start, end in hit["highlights"])


def test_search_counts_its_articles_when_asked_to(morgue: Morgue, archive: Path) -> None:
    status, (answer,) = morgue("search", archive, "--json", "--facets", "bread")
    assert status == 0
    assert list(answer)[-1] == "facets"
    facets = answer["facets"]
    assert list(facets) == ["full", "articles", "outlets", "unknown", "months", "undated"]
    assert all(list(count) == ["name", "articles"] for count in facets["outlets"] + facets["months"])
    assert sum(outlet["articles"] for outlet in facets["outlets"]) + facets["unknown"] == facets["articles"]
    assert sum(month["articles"] for month in facets["months"]) + facets["undated"] == facets["articles"]


def test_search_in_batches_by_article(morgue: Morgue, archive: Path) -> None:
    given = "a\tbread\r\n\nb\tno such thing anywhere\nc\t\n"
    status, answers = morgue(
        "search", archive, "--batch", "-", "--json", "--group", "article", "--limit", 30, given=given
    )
    assert status == 0
    assert [answer["id"] for answer in answers] == ["a", "b", "c"]
    assert answers[0]["query"] == "bread"
    assert {Path(hit["path"]).name for hit in answers[0]["hits"]} == {
        "ferries.txt",
        "boats.txt",
        "islands.txt",
    }
    assert answers[0]["total"] == 3


def test_related(morgue: Morgue, archive: Path) -> None:
    given = line(id=7, text="40 of its 52 boats would stay in harbour.", **{"from": "gazette/ferries.txt"})
    status, (answer,) = morgue("related", archive, "--batch", "-", "--json", "--limit", 3, given=given)
    assert (status, answer["id"]) == (0, 7)
    assert answer["related"]
    for row in answer["related"]:
        assert list(row) == "rank score path part passage start end text relation reasons copies".split()
        assert row["path"] != "gazette/ferries.txt"


def test_related_by_hand_says_what_is_missing(
    archive: Path, morgue: Morgue, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["related", str(archive), "zzz"]) == 0
    assert "Nothing related was found." in capsys.readouterr().out
    assert run(["related", str(archive), "boats", "--from", "nosuch.txt"]) == 1
    assert "There is no article nosuch.txt" in capsys.readouterr().err


def test_figures(morgue: Morgue, archive: Path) -> None:
    _, (article,) = morgue("read", "--json", archive / "gazette/ferries.txt")
    text = "\n\n".join(passage["text"] for passage in article["passages"])
    asked = {"sentence": "…", "figure": "1,200", "start": text.index("1,200"), "from": "gazette/ferries.txt"}
    given = line(id="x", **asked) + line(id="y", **(asked | {"from": "gone.txt"}))
    status, answers = morgue("figures", archive, "--batch", "-", "--json", given=given)
    assert status == 0
    assert [answer["id"] for answer in answers] == ["x", "y"]
    for row in answers[0]["comparable"]:
        assert list(row) == "path part passage start end text figure class published speaker".split()
    assert answers[1]["comparable"] == []


def test_figures_by_hand(archive: Path, morgue: Morgue, capsys: pytest.CaptureFixture[str]) -> None:
    sentence = (
        "About 1,200 people who live on the islands now wait for bread, letters and coal, the port said."
    )
    asked = ["figures", str(archive), sentence, "--from", "gazette/ferries.txt"]
    assert run(asked) == 0
    assert capsys.readouterr().out.startswith("1,200: About 1,200 people")
    assert run([*asked, "--figure", "77"]) == 1
    assert "no such sentence with a figure 77" in capsys.readouterr().err


def test_copies(morgue: Morgue, archive: Path) -> None:
    status, groups = morgue("copies", archive, "--json")
    assert status == 0
    for group in groups:
        assert list(group) == ["articles", "earliest"]
        assert len(group["articles"]) > 1


def test_read(morgue: Morgue, archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, articles = morgue("read", "--json", archive)
    assert status == 0
    assert [article["path"] for article in articles] == [
        "snow.md",
        "gazette/ferries.txt",
        "herald/boats.txt",
        "herald/islands.txt",
    ]
    ferries = articles[1]
    assert list(ferries) == (
        "path part title standfirst outlet authors published updated url language passages dropped "
        "mentions quotations figures title_mentions title_figures found".split()
    )
    assert ferries["found"]["authors"] == {"place": "byline", "confidence": "likely"}
    assert ferries["title"] == "Ferries stay in harbour until spring"
    assert ferries["authors"] == ["Ines Dovale"]
    assert ferries["published"] == "2022-02-01"
    text = "\n\n".join(passage["text"] for passage in ferries["passages"])
    assert text == WIRE
    for passage in ferries["passages"]:
        assert list(passage) == ["number", "start", "end", "text"]
        assert text[passage["start"] : passage["end"]] == passage["text"]
    for kind, keys in (
        ("mentions", "start end text kind entity"),
        ("quotations", "start end text kind speaker entity cue"),
        ("figures", "start end text value unit of"),
    ):
        assert ferries[kind]
        for found in ferries[kind]:
            assert list(found) == keys.split()
            assert text[found["start"] : found["end"]] == found["text"]


def test_read_names_what_it_could_not_read(
    morgue: Morgue, archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert morgue("read", "--json", tmp_path / "missing.txt") == (1, [])
    assert f"There is no file {tmp_path / 'missing.txt'}." in capsys.readouterr().err
    status, articles = morgue("read", "--json", tmp_path / "missing.txt", archive / "snow.md")
    assert (status, len(articles)) == (0, 1)


def test_annotate(morgue: Morgue) -> None:
    given = line(id="ä", text="“Stay in harbour,” said Orla Penhale of 40 boats.\r\n") + line(id=2, text="")
    status, (first, second) = morgue("annotate", "--json", given=given)
    assert status == 0
    assert first["id"] == "ä"
    assert first["quotations"][0]["speaker"] == "Orla Penhale"
    assert second == {"id": 2, "mentions": [], "quotations": [], "figures": []}
    assert morgue("annotate", "--json") == (0, [])


def test_lines_that_are_no_questions_are_misuse(morgue: Morgue, archive: Path) -> None:
    status, answers = morgue("search", archive, "--json", "--batch", "-", given="a\tbread\nno tab\n")
    assert (status, len(answers)) == (2, 1)
    for given in ("{\n", "[]\n", line(id=1), line(id=1, text=3)):
        assert morgue("annotate", "--json", given=given) == (2, [])
    assert morgue("related", archive, "--json", "--batch", archive / "none.jsonl") == (2, [])


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (line(text="Fog."), 'Line 1 of the input has no "id".'),
        (line(id=1, text="Fog.") + line(id=2), 'Line 2 of the input has no "text".'),
        (line(id=1, text=3), 'In line 1 of the input "text" is not text.'),
        (line(id=1, text=None), 'In line 1 of the input "text" is not text.'),
        ("3\n", 'Line 1 of the input is not an object with "id", "text".'),
        ("[" * 100_000 + "\n", "Line 1 of the input is not JSON"),
    ],
)
def test_a_wrong_line_is_named_with_what_it_lacks(
    given: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(given))
    assert run(["annotate", "--json"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err


def test_a_folder_never_indexed_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], own_home: Path
) -> None:
    for command in (
        ["search", "{}", "x"],
        ["copies", "{}"],
        ["related", "{}", "x"],
        ["figures", "{}", "--batch", "-"],
    ):
        assert run([part.format(tmp_path) for part in command]) == 1
        said = capsys.readouterr()
        assert said.out == ""
        assert "has not been indexed yet" in said.err
        assert "morgue index" in said.err
    assert not list(own_home.glob("collections/*"))


def test_what_a_terminal_obeys_is_escaped(
    morgue: Morgue, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hostile = "\x1b]0;x\x07\x9b31m\u2028\ud83d"
    monkeypatch.setattr("sys.stdin", io.StringIO(line(id=hostile, text="x")))
    assert run(["annotate", "--json"]) == 0
    out = capsys.readouterr().out
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", out)
    assert json.loads(out)["id"] == hostile
