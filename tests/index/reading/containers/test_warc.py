import gzip
import shutil
import subprocess
from pathlib import Path

import pytest

from index.reading import read
from models.article import Article
from models.errors import UnreadableFile
from tests.index.reading.serving import PROSE, served

ADDRESS = "http://www.savacourier.example/2021/weir.php"
PAGE = (
    f"<html><body><h1>Weir holds, board says</h1>{''.join(f'<p>{text}</p>' for text in PROSE)}</body></html>"
)


def record(kind: str, address: str, block: bytes, **headers: str) -> bytes:
    fields = {
        "WARC-Type": kind,
        "WARC-Target-URI": address,
        "WARC-Date": "2024-02-03T10:00:00Z",
        "Content-Length": str(len(block)),
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"WARC/1.1\r\n{head}\r\n".encode() + block + b"\r\n\r\n"


def response(address: str = ADDRESS, body: bytes = PAGE.encode(), kind: str = "text/html") -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode()
    return record("response", address, head + body, Content_Type="application/http; msgtype=response")


def read_warc(tmp_path: Path, data: bytes, name: str = "crawl.warc") -> tuple[list[Article], list[str]]:
    (tmp_path / name).write_bytes(data)
    problems: list[str] = []
    return list(read(tmp_path / name, name, on_problem=problems.append)), problems


def test_answers_are_articles_and_the_rest_is_passed_over(tmp_path: Path) -> None:
    data = b"".join(
        [
            record("warcinfo", "", b"software: a crawler\r\n"),
            record("request", ADDRESS, b"GET /2021/weir.php HTTP/1.1\r\n\r\n"),
            response(),
            record("revisit", ADDRESS, b"HTTP/1.1 200 OK\r\n\r\n"),
            response("http://savacourier.example/robots.txt", b"User-agent: *", "text/plain"),
            response("http://savacourier.example/weir.jpg", b"\xff\xd8\xff", "image/jpeg"),
            record("response", ADDRESS, b"HTTP/1.1 404 Not Found\r\n\r\n" + PAGE.encode()),
            record("metadata", ADDRESS, b"hopsFromSeed: 1"),
            record(
                "resource",
                "metadata://gnu.org/software/wget/warc/wget.log",
                b"Log",
                Content_Type="text/plain",
            ),
            record("resource", "http://a.example/n", "\n\n".join(PROSE).encode(), Content_Type="text/plain"),
        ]
    )
    for name, packed in (("crawl.warc", data), ("crawl.warc.gz", gzip.compress(data))):
        (page, notes), problems = read_warc(tmp_path, packed, name)
        assert (page.title, page.url, page.part) == ("Weir holds, board says", ADDRESS, 0)
        assert (page.outlet, page.found["url"]) == ("savacourier.example", "WARC-Target-URI")
        assert page.published is None, "the day of the capture is not the day of publication"
        assert [p.text for p in page.passages] == list(PROSE)
        assert (notes.url, notes.outlet, notes.part) == ("http://a.example/n", "a.example", 1)
        assert problems == []


def test_a_packed_page_in_an_encoding_that_its_header_states(tmp_path: Path) -> None:
    text = "".join(f"<p>Гэта вада трымаецца ў Бродзе, сказаў наглядчык {n}.</p>" for n in range(8))
    body = gzip.compress(f"<html><body><article>{text}</article></body></html>".encode("cp1251"))
    head = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1251\r\nContent-Encoding: gzip\r\n\r\n"
    )
    (article,), _ = read_warc(tmp_path, record("response", ADDRESS, head + body))
    assert "наглядчык" in article.text


def test_a_damaged_record_costs_only_itself(tmp_path: Path) -> None:
    damaged = response().replace(b"Content-Length: ", b"Content-Length: x")
    odd = record("response", "http://a.example/z", b"HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\n\r\nxx")
    articles, problems = read_warc(tmp_path, response() + damaged + odd + response())
    assert [article.part for article in articles] == [0, 1]
    (problem,) = problems
    assert problem == (
        f"2 of 4 entries could not be read: {ADDRESS}: A part of it is damaged; "
        "http://a.example/z: It was sent packed as “zstd”, which is not read."
    )


def test_a_damaged_member_costs_only_its_record(tmp_path: Path) -> None:
    members = [gzip.compress(response(f"http://a.example/{n}")) for n in range(3)]
    broken = bytearray(members[1])
    broken[len(broken) // 2] ^= 0xFF
    articles, (problem,) = read_warc(tmp_path, members[0] + broken + members[2], "a.warc.gz")
    assert [article.url for article in articles] == ["http://a.example/0", "http://a.example/2"]
    assert problem.startswith("1 of 3 entries could not be read")


def test_what_came_before_a_sudden_end_is_kept(tmp_path: Path) -> None:
    for name, data in (
        ("a.warc", (response() * 2)[:-100]),
        ("a.warc.gz", gzip.compress(response()) + gzip.compress(response())[:-100]),
    ):
        (article,), (problem,) = read_warc(tmp_path, data, name)
        assert article.title == "Weir holds, board says"
        assert "ends within" in problem or "cannot be unpacked" in problem


def test_a_warc_without_articles(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="holds no articles"):
        read_warc(tmp_path, record("warcinfo", "", b"software: a crawler\r\n"))


def check_wget(article: Article) -> None:
    assert (article.title, article.outlet) == ("Weir holds, board says", "savacourier.example")
    assert (article.url, article.published) == (ADDRESS, "2021-07-28T11:57+01:00")
    assert [p.text for p in article.passages] == list(PROSE)


def test_a_file_that_wget_wrote() -> None:
    page, notes = read(Path(__file__).parents[1] / "data/wget.warc.gz", "wget.warc.gz")
    check_wget(page)
    assert notes.url == "http://www.savacourier.example/notes.txt"
    assert notes.title == "The board's notes"


@pytest.mark.skipif(shutil.which("wget") is None, reason="wget is not here")
def test_a_file_that_wget_writes_now(tmp_path: Path) -> None:
    save(tmp_path)
    page, _ = read(tmp_path / "wget.warc.gz", "wget.warc.gz")
    check_wget(page)


def save(folder: Path) -> None:
    """What wget saves of the invented outlet, as `wget.warc.gz` in a folder."""
    with served() as proxy:
        command = ["wget", "--quiet", "--no-config", "--page-requisites", "--warc-file=wget"]
        subprocess.run(
            [*command, ADDRESS, "http://www.savacourier.example/notes.txt"],
            cwd=folder,
            env={"http_proxy": proxy, "PATH": "/usr/bin:/bin:/usr/local/bin"},
            check=False,  # it is not content with the 404 of the robots' file
            timeout=60,
        )
