from collections.abc import Iterator
from pathlib import Path

import pytest

import index.reading.articles
from index.reading import read
from index.reading.draft import Block, Draft, Unread
from index.reading.source import Source
from models.errors import UnreadableFile


def draft(title: str) -> Draft:
    return Draft(title=title, blocks=[Block("The weir holds.")], entry=title)


class Reader:
    """A container of what a test says."""

    def __init__(self, *found: Draft | Unread | UnreadableFile) -> None:
        self.found = found

    def __call__(self, source: Source, day_first: bool | None) -> Iterator[Draft | Unread]:
        for one in self.found:
            if isinstance(one, UnreadableFile):
                raise one
            yield one


def read_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *found: Draft | Unread | UnreadableFile
) -> tuple[list[tuple[str | None, int]], list[str]]:
    path = tmp_path / "many.mbox"
    path.write_bytes(b"-")
    monkeypatch.setattr(index.reading.articles, "read_source", Reader(*found))
    problems: list[str] = []
    articles = [(a.title, a.part) for a in read(path, "many.mbox", on_problem=problems.append)]
    return articles, problems


def test_parts_are_numbered_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_all(tmp_path, monkeypatch, draft("a"), draft("b")) == ([("a", 0), ("b", 1)], [])


def test_a_bad_entry_costs_only_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles, (problem,) = read_all(
        tmp_path, monkeypatch, draft("a"), Unread("b.txt", "It is empty."), Draft(entry="c.txt"), draft("d")
    )
    assert articles == [("a", 0), ("d", 1)]
    assert problem == (
        "2 of 4 entries could not be read: b.txt: It is empty; c.txt: No article text was found in it."
    )


def test_many_bad_entries_are_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = [Unread(f"{number}.txt\x1b[2J", "It is empty.") for number in range(40)]
    _, (problem,) = read_all(tmp_path, monkeypatch, draft("a"), *bad)
    assert problem == (
        "40 of 41 entries could not be read: 0.txt: It is empty; 1.txt: It is empty; 2.txt: It is empty; and 37 more."
    )


def test_what_came_before_an_error_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles, problems = read_all(tmp_path, monkeypatch, draft("a"), UnreadableFile("It ends early."))
    assert articles == [("a", 0)]
    assert problems == ["Only 1 of its articles could be read: It ends early."]


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        ([], "It holds no articles."),
        ([Unread("a.txt", "It is empty.")], "It is empty."),
        ([UnreadableFile("It ends early.")], "It ends early."),
        (
            [Unread("a.txt", "It is empty."), Unread("b.txt", "It is binary.")],
            "None of its 2 entries could be read: a.txt: It is empty; b.txt: It is binary.",
        ),
    ],
)
def test_a_file_without_articles_is_a_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, found: list[Unread | UnreadableFile], reason: str
) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_all(tmp_path, monkeypatch, *found)
    assert str(caught.value) == reason


def test_a_reason_quotes_no_control_characters(tmp_path: Path) -> None:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: \x03\x1b[2Jodd\r\n\r\n<p>The weir.</p>"
    head = (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://brod.example/a\r\n"
        b"Content-Type: application/http\r\nContent-Length: " + str(len(body)).encode() + b"\r\n\r\n"
    )
    (tmp_path / "a.warc").write_bytes(head + body + b"\r\n\r\n")
    with pytest.raises(UnreadableFile) as caught:
        list(read(tmp_path / "a.warc", "a.warc"))
    assert "odd" in str(caught.value)
    assert str(caught.value).isprintable()
