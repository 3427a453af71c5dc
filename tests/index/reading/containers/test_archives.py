import gzip
import io
import stat
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.reading import read
from index.reading.containers.archives import read_entry, read_zip
from index.reading.draft import Draft, Unread
from index.reading.source import BudgetSpent, Source
from models.errors import UnreadableFile

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


def zipped(path: Path, files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def test_the_articles_of_a_zip_archive(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", {"deep.txt": STORY.replace("Weir", "Sluice").encode()})
    page = f"<!DOCTYPE html><html><h1>Lock closed</h1><p>{STORY * 3}</p></html>"
    path = zipped(
        tmp_path / "export.zip",
        {
            "clippings/": b"",
            "clippings/weir.txt": STORY.encode(),
            "clippings/lock.php": page.encode(),
            "clippings/lock_files/ad.html": page.encode(),
            "__MACOSX/clippings/._weir.txt": b"\0\5\x16\7",
            ".git/notes.txt": STORY.encode(),
            "pic.png": b"\x89PNG",
            "inner.zip": inner.read_bytes(),
            "../../etc/cron.d/weir.txt": STORY.encode(),
        },
    )
    with Source.of_file(path) as source:
        found = [(one.entry, one.title) for one in read_zip(source) if isinstance(one, Draft)]
    assert found == [
        ("clippings/weir.txt", "Weir holds"),
        ("clippings/lock.php", "Lock closed"),
        ("inner.zip: deep.txt", "Sluice holds"),
        ("../../etc/cron.d/weir.txt", "Weir holds"),
    ]


def test_a_damaged_entry_of_a_zip_archive(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": STORY.encode(), "b.txt": STORY.encode()}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"warden", b"wardex", 1))
    problems: list[str] = []
    (article,) = read(path, "a.zip", on_problem=problems.append)
    assert article.title == "Weir holds"
    assert problems == [
        "1 of 2 entries could not be read: a.txt: It is damaged: what is packed in it cannot be unpacked."
    ]


def test_an_encrypted_entry_and_a_link(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("secret.txt", STORY)
        archive.writestr("open.txt", STORY)
    data = bytearray(path.read_bytes())
    # The flags of the second entry, as the table of contents has them.
    data[data.rindex(b"PK\x01\x02", 0, data.rindex(b"secret.txt")) + 8] |= 1
    path.write_bytes(data)
    with Source.of_file(path) as source:
        secret, readable = read_zip(source)
    assert secret == Unread("secret.txt", "It is encrypted with a password.")
    assert readable.entry == "open.txt"


def test_a_zip_archive_within_itself_for_ever(tmp_path: Path) -> None:
    data = zipped(tmp_path / "0.zip", {"a.txt": STORY.encode()}).read_bytes()
    for level in range(8):
        data = zipped(tmp_path / "1.zip", {f"{level}.zip": data}).read_bytes()
    with pytest.raises(UnreadableFile, match="too many archives"):
        list(read(tmp_path / "1.zip", "1.zip"))


def test_a_zip_bomb_ends_in_a_reason(tmp_path: Path) -> None:
    path = zipped(tmp_path / "bomb.zip", {f"{n}.txt": bytes(19 * 1024**2) for n in range(8)})
    with pytest.raises(UnreadableFile, match="unpacks to a hundred times"):
        list(read(path, "bomb.zip"))


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x05\x06", b"PK\x03\x04" + bytes(500)])
def test_what_only_begins_like_a_zip_archive(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(data)
    with pytest.raises(UnreadableFile, match="damaged"):
        list(read(tmp_path / "a.zip", "a.zip"))


def test_an_endless_table_of_contents_is_not_read(tmp_path: Path) -> None:
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, 2**31, 0, 0)
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04" + bytes(100) + end)
    with pytest.raises(UnreadableFile, match="more entries than can be read"):
        list(read(tmp_path / "a.zip", "a.zip"))


DATA = Path(__file__).parents[1] / "data"


@pytest.mark.parametrize("name", sorted(path.name for path in DATA.iterdir() if path.is_file()))
def test_every_format_is_read_inside_every_container(tmp_path: Path, name: str) -> None:
    def texts(path: Path) -> list[str]:
        try:
            return [article.text for article in read(path, path.name)]
        except UnreadableFile as error:
            return [str(error)]

    alone = texts(DATA / name)
    (tmp_path / f"{name}.gz").write_bytes(gzip.compress((DATA / name).read_bytes()))
    assert texts(tmp_path / f"{name}.gz") == alone
    assert texts(zipped(tmp_path / "a.zip", {f"in/{name}": (DATA / name).read_bytes()})) == alone


def test_a_wacz_file_is_read_by_its_web_archives_alone(tmp_path: Path) -> None:
    warc = (DATA / "wget.warc.gz").read_bytes()
    files = {
        "archive/data.warc.gz": warc,
        "pages/pages.jsonl": b'{"url": "http://a.example", "title": "Weir holds", "text": "Menu The weir holds."}',
        "datapackage.json": b'{"profile": "data-package"}',
    }
    problems: list[str] = []
    articles = list(read(zipped(tmp_path / "crawl.wacz", files), "crawl.wacz", on_problem=problems.append))
    assert [article.title for article in articles] == ["Weir holds, board says", "The board's notes"]
    assert problems == []
