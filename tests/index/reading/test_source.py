import io
import os
from pathlib import Path

import pytest

from index.reading.source import MAX_BYTES, MAX_DEPTH, BudgetSpent, Source, suffix_of
from models.errors import UnreadableFile

WORDS = b"The weir holds, the warden said. " * 1000


def of_bytes(path: Path, data: bytes) -> Source:
    path.write_bytes(data)
    return Source.of_file(path)


def test_head_stream_and_data(tmp_path: Path) -> None:
    with of_bytes(tmp_path / "Weir.TXT", WORDS) as source:
        assert (source.name, source.suffix, source.depth) == ("Weir.TXT", "txt", 0)
        assert source.head == WORDS[:8192]
        assert source.stream().read(10) == WORDS[:10], "looking at the head takes nothing away"
    with Source.of_file(tmp_path / "Weir.TXT") as source:
        assert source.data() == WORDS
    with (
        Source.of_file(tmp_path / "Weir.TXT") as source,
        pytest.raises(UnreadableFile, match="larger than 0 MB"),
    ):
        source.data(limit=100)


@pytest.mark.parametrize(
    ("name", "suffix"),
    [("a.warc.gz", "gz"), ("in/A.HTM", "htm"), ("base No.201", ""), ("Resigns. A long day", ""), ("a", "")],
)
def test_suffixes(name: str, suffix: str) -> None:
    assert suffix_of(name) == suffix


def test_what_cannot_be_read_tells_why(tmp_path: Path) -> None:
    with of_bytes(tmp_path / "empty.txt", b" \n\n") as source, pytest.raises(UnreadableFile, match="empty"):
        source.data()
    with pytest.raises(UnreadableFile, match="vanished"):
        Source.of_file(tmp_path / "gone.txt")
    with pytest.raises(UnreadableFile, match="folder"):
        Source.of_file(tmp_path)
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(MAX_BYTES + 10)
    with Source.of_file(tmp_path / "huge.txt") as source, pytest.raises(UnreadableFile, match="20 MB"):
        source.data()
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableFile, match="not a regular file"):
        Source.of_file(tmp_path / "pipe")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "locked.txt"
    path.write_text("secret")
    path.chmod(0)
    with pytest.raises(UnreadableFile, match="permission"):
        Source.of_file(path)


def test_an_entry_is_a_source_of_its_own(tmp_path: Path) -> None:
    with (
        of_bytes(tmp_path / "a.zip", b"-") as source,
        source.entry("in/Page.HTML", io.BytesIO(WORDS), encoding="cp1250") as entry,
    ):
        assert (entry.name, entry.suffix, entry.depth, entry.encoding) == (
            "in/Page.HTML",
            "html",
            1,
            "cp1250",
        )
        assert entry.head == WORDS[:8192]
        assert entry.seekable(limit=100_000).read() == WORDS


def test_entries_go_so_deep_and_no_deeper(tmp_path: Path) -> None:
    source = of_bytes(tmp_path / "a.zip", b"-")
    for depth in range(1, MAX_DEPTH + 1):
        source = source.entry("inner", io.BytesIO(b"-"))
        assert source.depth == depth
    with pytest.raises(UnreadableFile, match="too many archives"):
        source.entry("inner", io.BytesIO(b"-"))


class Endless(io.BytesIO):
    def read(self, size: int | None = -1, /) -> bytes:
        return bytes(size or 0)


def test_a_bomb_ends_in_a_reason(tmp_path: Path) -> None:
    with of_bytes(tmp_path / "bomb.gz", b"-") as source:
        for _ in range(3):
            with source.entry("inner", Endless()) as entry, pytest.raises(UnreadableFile, match="20 MB"):
                entry.data()
        with source.entry("inner", Endless()) as entry, pytest.raises(BudgetSpent, match="hundred times"):
            entry.data()


def test_so_many_entries_and_no_more(tmp_path: Path) -> None:
    with of_bytes(tmp_path / "many.zip", b"-") as source:
        for _ in range(10_000):
            source.entry("inner", io.BytesIO(b"-"))
        with pytest.raises(BudgetSpent, match="entries"):
            source.entry("inner", io.BytesIO(b"-"))


class Damaged(io.BytesIO):
    def read(self, size: int | None = -1, /) -> bytes:
        raise EOFError("Compressed file ended")


def test_a_damaged_entry_ends_in_a_reason(tmp_path: Path) -> None:
    with of_bytes(tmp_path / "a.gz", b"-") as source, pytest.raises(UnreadableFile, match="damaged"):
        source.entry("inner", Damaged())
