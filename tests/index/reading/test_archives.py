import gzip
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.reading.archives import read_entry
from index.reading.draft import Draft, Unread
from index.reading.source import BudgetSpent, Source

STORY = "Weir holds\n\n28 July 2021\n\n" + "The weir holds, the warden said on Tuesday in Brod.\n\n" * 3


@pytest.fixture
def outer(tmp_path: Path) -> Iterator[Source]:
    (tmp_path / "outer.zip").write_bytes(b"-")
    with Source.of_file(tmp_path / "outer.zip") as source:
        yield source


def entry(outer: Source, name: str, data: bytes) -> list[Draft | Unread]:
    return list(read_entry(outer, name, lambda: io.BytesIO(data)))


def test_an_entry_gives_its_articles(outer: Source) -> None:
    (draft,) = entry(outer, "in/weir.txt", STORY.encode())
    assert isinstance(draft, Draft)
    assert (draft.title, draft.published, draft.entry) == ("Weir holds", "2021-07-28", "in/weir.txt")


def test_an_entry_within_an_entry_is_named_after_both(outer: Source) -> None:
    (draft,) = entry(outer, "in/weir.txt.gz", gzip.compress(STORY.encode()))
    assert draft.entry == "in/weir.txt.gz: in/weir.txt"


@pytest.mark.parametrize(
    ("name", "data"),
    [("pic.png", b"\x89PNG"), ("style.css", b"p {}"), ("__MACOSX/._a.txt", b"-"), ("app.exe", b"MZ\x90\x00")],
)
def test_what_is_no_article_is_passed_over(outer: Source, name: str, data: bytes) -> None:
    assert entry(outer, name, data) == []


def test_what_cannot_be_read_is_told_of_under_its_name(outer: Source) -> None:
    (kindle,) = entry(outer, "novel.mobi", b"BOOK")
    assert kindle == Unread("novel.mobi", "Kindle is not read yet.")
    (picture,) = entry(outer, "in/a.txt", b"\x89PNG\r\n\x1a\n")
    assert picture == Unread("in/a.txt", "It is binary, not text: a PNG picture.")
    (broken,) = entry(outer, "a.txt.gz", gzip.compress(STORY.encode())[:-12])
    assert broken == Unread("a.txt.gz: a.txt", "It is damaged: what is packed in it cannot be unpacked.")


def test_a_defect_of_a_reader_costs_one_entry(outer: Source) -> None:
    def opened() -> io.BytesIO:
        raise KeyError("odd")

    (unread,) = read_entry(outer, "a.txt", opened)
    assert isinstance(unread, Unread)
    assert "KeyError" in unread.reason


def test_a_bomb_ends_the_file(outer: Source) -> None:
    bomb = gzip.compress(bytes(30 * 1024**2))
    assert "20 MB" in str(entry(outer, "a.txt.gz", bomb))
    with pytest.raises(BudgetSpent):
        [entry(outer, "a.txt.gz", bomb) for _ in range(10)]
