"""From quotes kept while reading to an ordered export, and from its link back to the passage, in a real terminal."""

import csv
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal


def test_a_quote_is_kept_tagged_ordered_written_and_found_by_its_link(
    demo_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with Terminal("demo", columns=120, rows=40, home=demo_home) as terminal:
        terminal.wait("31 articles")
        terminal.type("/brown water")
        terminal.wait(lambda s: "brown, water" in s and "passage" in s)
        terminal.press("Enter")
        terminal.wait("Brown water, you run")
        terminal.press('"', "b")
        terminal.wait("Kept")
        terminal.press("t")
        terminal.wait("Tags, separated")
        terminal.type("dam\r")
        terminal.wait("Tagged: #dam")

        # The next quotation behind the second half of that one, with a tag that there is; its speaker filled in.
        terminal.press('"', '"', "b", "t")
        terminal.wait("Tags, separated")
        terminal.press("d", "Tab", "Enter")
        terminal.wait("Tagged: #dam")

        # The desk: the quote in its passage beside the list, the order changed, a heading, an export.
        terminal.press("B")
        terminal.wait(lambda s: "— Mira Šolić  #dam" in s and "— a spokesman, reported speech  #dam" in s)
        terminal.press("g")
        terminal.type("\x1b[1;2B")
        terminal.wait("2/2")
        terminal.press("g", "h")
        terminal.wait("Heading above this")
        terminal.type("What she knew\r")
        terminal.wait("What she knew  2 ───")
        # Two keys, in one burst.
        terminal.type("w\r")
        terminal.wait("2 bookmarks written")
        terminal.press("w", *["Tab"] * 5)
        terminal.wait("CSV to")
        terminal.press("Enter")
        terminal.wait(lambda _: (tmp_path / "bookmarks.csv").exists())
        terminal.quit()

    lines = (tmp_path / "bookmarks.md").read_text(encoding="utf-8").split("\n")
    quotes = [line for line in lines if line.startswith("> ")]
    assert lines[2] == "## What she knew"
    assert len(quotes) == 2
    assert "Brown water" in quotes[1]
    with (tmp_path / "bookmarks.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["speaker"] for row in rows] == ["a spokesman, reported speech", "Mira Šolić"]

    with Terminal("open", rows[1]["link"], columns=120, rows=40, home=demo_home) as terminal:
        terminal.wait(lambda s: "Brown water, you run" in s and "7/13" in s)
        terminal.quit()


def test_a_wrong_link_opens_nothing(own_home: Path) -> None:
    with Terminal("open", "https://quay.example/strike", columns=120, rows=40, home=own_home) as terminal:
        terminal.wait("no link of Morgue's")
