"""`morgue open`: which links are followed, and what is said of the others."""

from pathlib import Path
from typing import Any

import pytest

from index.bookmarks import Bookmarks
from models.annotation import AnnotatedArticle
from models.article import Article, Passage
from tui.commands.running import run

FIELDS = "path=a.txt&part=0&quote=We%20will%20hold&before=&after=&at=0,12"
PASSAGE = Passage(number=1, start=0, end=22, text="We will hold the line.")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path, Any]]:
    """The folders and links that the explorer was opened with."""
    calls: list[tuple[Path, Any]] = []
    monkeypatch.setattr("tui.explorer.explore", lambda folder, *, bundled, link: calls.append((folder, link)))
    return calls


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "clippings").mkdir()
    return tmp_path / "clippings"


def test_a_known_folder_is_opened_at_the_passage(folder: Path, opened: list[tuple[Path, Any]]) -> None:
    assert run(["index", str(folder)]) == 0
    assert run(["open", f"morgue:{folder}?{FIELDS}"]) == 0
    ((where, link),) = opened
    assert where == folder
    assert link.anchor.exact == "We will hold"
    assert run(["open", f"morgue:/gone/elsewhere?{FIELDS}", "--folder", str(folder)]) == 0
    assert opened[1][0] == folder


def test_nothing_else_is_opened(
    folder: Path, opened: list[tuple[Path, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    for link, told in (
        (f"morgue:{folder}?{FIELDS}", "was never opened with Morgue"),
        (f"morgue:{folder}-gone?{FIELDS}", "--folder FOLDER"),
        ("https://quay.example/strike", "no link of Morgue's"),
        (f"file://{folder}/a.txt", "no link of Morgue's"),
        (f"morgue:{folder}?path=a.txt", "cut off"),
        ("morgue:" + "x" * 100_000, "100,007 characters"),
    ):
        assert run(["open", link]) == 1
        assert told in " ".join(capsys.readouterr().err.split())
    assert opened == []


def test_the_words_of_a_link_are_told_though_its_folder_is_gone(
    folder: Path, opened: list[tuple[Path, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["open", f"morgue:{folder}-gone?{FIELDS}"]) == 1
    assert "leads to “We will hold” in a.txt" in capsys.readouterr().err
    article = Article(path="a.txt", title="Ferries stay", outlet="The Quay", passages=(PASSAGE,))
    with Bookmarks.open() as bookmarks:
        bookmarks.add(folder, AnnotatedArticle(article=article), 0, 21, kind="direct", speaker="Ida Marsh")
    assert run(["open", f"morgue:{folder}-gone?{FIELDS}"]) == 1
    told = capsys.readouterr().err
    assert "“We will hold the line” — Ida Marsh, in Ferries stay, The Quay" in told
