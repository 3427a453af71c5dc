import io
from pathlib import Path

import pypdfium2
import pytest

from index.reading import read
from models.article import Article
from models.errors import UnreadableFile
from tests.index.reading.ferry import DATA, KINDS, STATED, ferry, stated


def read_one(name: str) -> Article:
    (article,) = read(DATA / name, name)
    return article


def test_a_page_printed_from_a_browser() -> None:
    article = ferry("ferry.pdf")
    assert stated(article) == STATED
    assert article.outlet == "Sund Courier"
    assert [passage.kind for passage in article.passages] == KINDS
    assert article.passages[0].text.endswith("the repairs had cost 3.4 million crowns.")


def test_what_the_browser_prints_in_the_margins_is_left_out_and_told() -> None:
    article = read_one("ferry.pdf")
    left = {line.text for line in article.dropped if line.reason == "head or foot of a page"}
    assert any("1/1" in line for line in left)
    assert article.url is not None
    assert article.url.endswith("/ferry.html")
    assert article.found["url"] == "page foot"


def test_two_justified_columns_are_read_one_after_the_other() -> None:
    article = read_one("columns.pdf")
    assert article.authors == ("Tomas Aune",)
    counted = [p.text.split(" counted ")[1][:2] for p in article.passages if " counted " in p.text]
    assert counted == [str(number) for number in range(40, 64, 2)]
    assert all(passage.text.endswith(".") for passage in article.passages)


def test_a_locked_file_is_refused_with_what_to_do() -> None:
    with pytest.raises(UnreadableFile, match="password"):
        read_one("locked.pdf")


def test_pictures_of_pages_are_refused_with_what_to_do(tmp_path: Path) -> None:
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    buffer = io.BytesIO()
    document.save(buffer)
    (tmp_path / "scan.pdf").write_bytes(buffer.getvalue())
    with pytest.raises(UnreadableFile, match="no text") as caught:
        list(read(tmp_path / "scan.pdf", "scan.pdf"))
    assert "OCR" in caught.value.advice


@pytest.mark.parametrize("kept", [5, 200, 5_000])
def test_a_file_cut_short_gives_its_text_or_a_reason(tmp_path: Path, kept: int) -> None:
    (tmp_path / "cut.pdf").write_bytes((DATA / "ferry.pdf").read_bytes()[:kept])
    with pytest.raises(UnreadableFile):
        list(read(tmp_path / "cut.pdf", "cut.pdf"))


def test_a_pdf_under_another_name_is_read(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_bytes((DATA / "ferry.pdf").read_bytes())
    (article,) = read(tmp_path / "story.txt", "story.txt")
    assert article.authors == ("Lena Voss",)
