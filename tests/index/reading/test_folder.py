import os
import sys
from pathlib import Path

import pytest

from index.reading.folder import walk


def test_order_companions_and_problems(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.html",
        "z/c.txt",
        "a_files/ad.html",
        ".git/x.txt",
        "m/n/o.md",
        "novel.mobi",
        "pic.png",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
    problems: list[tuple[str, str]] = []
    names = [name for _, name in walk(tmp_path, lambda name, reason: problems.append((name, reason)))]
    assert names == ["a.html", "b.txt", "m/n/o.md", "z/c.txt"]
    assert problems == [("novel.mobi", "Kindle is not read yet.")]


def test_links_that_lead_back_and_twice(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.txt").write_text("text")
    (tmp_path / "in/loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "again.txt").symlink_to(tmp_path / "in/a.txt")
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere")
    problems: list[str] = []
    found = [name for _, name in walk(tmp_path, lambda name, _reason: problems.append(name))]
    assert found == ["again.txt"]
    assert problems == ["broken.txt"]


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS refuses names that are no UTF-8")
def test_strange_names_survive(tmp_path: Path) -> None:
    for name in (b"new\nline.txt", "emoji 🗞.txt".encode(), b"caf\xe9.txt"):
        (tmp_path / os.fsdecode(name)).write_text("text")
    found = {name: path for path, name in walk(tmp_path)}
    assert set(found) == {"new\nline.txt", "emoji 🗞.txt", "caf\\xe9.txt"}
    assert all(path.read_text() == "text" for path in found.values())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_folder_is_reported(tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0)
    problems: list[str] = []
    assert list(walk(tmp_path, lambda name, _reason: problems.append(name))) == []
    assert problems == ["locked"]
