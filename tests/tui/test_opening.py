from pathlib import Path

import pytest

from tui.opening import is_safe_to_open, open_outside, web_address


@pytest.mark.parametrize("url", ["https://quay.example/strike", "http://quay.example"])
def test_pages_of_the_web_are_opened(url: str) -> None:
    assert web_address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        None, "", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "quay.example/strike", "https://",
        "https://quay.example/\x1b]0;x", "https://quay.example/ --new-window", "-x", "ssh://quay.example", "http://[",
    ],
)  # fmt: skip
def test_nothing_else_is_an_address(url: str | None) -> None:
    assert web_address(url) is None


def test_files_that_are_read_are_opened_and_programs_are_not(tmp_path: Path) -> None:
    for name, safe in (
        ("a.html", True),
        ("a.txt", True),
        ("a.desktop", False),
        ("a.command", False),
        ("a", False),
    ):
        file = tmp_path / name
        file.write_text("x")
        assert is_safe_to_open(file) is safe, name
    program = tmp_path / "b.txt"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    assert not is_safe_to_open(program)
    assert not is_safe_to_open(tmp_path / "gone.txt")


async def test_over_ssh_nothing_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 1 10.0.0.2 22")
    monkeypatch.setenv("DISPLAY", ":0")

    def never(_: str) -> str:
        raise AssertionError("a program was looked for")

    monkeypatch.setattr("tui.opening.shutil.which", never)
    assert not await open_outside("https://quay.example/strike")
