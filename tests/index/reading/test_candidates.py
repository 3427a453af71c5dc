import os
from pathlib import Path

import pytest

from index.reading.candidates import is_candidate, unsupported

PAGE = b"<!DOCTYPE html><html><p>The weir holds.</p></html>"


@pytest.mark.parametrize("name", ["a.txt", "a.HTML", "a.md", "pages.html.gz"])
def test_a_known_suffix_is_enough(name: str) -> None:
    assert is_candidate(Path(name)), "nothing of it is opened: it is not even there"


@pytest.mark.parametrize(
    "name", [".hidden", "a.png", "a.css", "a.js", "a.mobi", "a.woff2", "~$a.txt", "a.txt~", "a.toml"]
)
def test_no_candidates(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(PAGE)
    assert not is_candidate(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "data", "candidate"),
    [
        ("clipping", b"The weir holds.", True),
        ("base No.201", b"The weir holds.", True),
        ("Minister resigns. A long day", b"The weir holds.", True),
        ("clipping", PAGE, True),
        ("clipping", b"\x89PNG\r\n\x1a\n....", False),
        ("clipping", b"", True),
        ("story.php", PAGE, True),
        ("story.php", b"<?php echo 1; ?>", False),
        ("notes.xyz", b"Words under a suffix of some program's own.", False),
        ("library.xyz", b"\x1f\x8b\x08....", False),
    ],
)
def test_the_content_tells_where_the_name_does_not(
    tmp_path: Path, name: str, data: bytes, candidate: bool
) -> None:
    (tmp_path / name).write_bytes(data)
    assert is_candidate(tmp_path / name) is candidate


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert not is_candidate(tmp_path / "pipe")


def test_unsupported_is_said() -> None:
    assert unsupported(Path("a.mobi")) == "Kindle is not read yet."
    assert unsupported(Path("a.css")) is None
    assert unsupported(Path("a.txt")) is None
