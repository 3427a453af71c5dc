import csv
import io
from pathlib import Path

import pytest

from index.reading import read
from models.article import Article
from models.errors import UnreadableFile

TEXT = "The weir at Brod will hold through the winter, the board said.\n\nDivers found no “cracks”; the café is open."
ADDRESS = "https://www.savacourier.example/2021/weir"


def table(rows: list[list[str]], delimiter: str = ",") -> str:
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter).writerows(rows)
    return file.getvalue()


def read_csv(tmp_path: Path, data: str | bytes, name: str = "export.csv") -> tuple[list[Article], list[str]]:
    (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    problems: list[str] = []
    return list(read(tmp_path / name, name, on_problem=problems.append)), problems


ROWS = [
    ["Title", "Date", "URL", "Text"],
    ["Weir holds", "2021-07-28", ADDRESS, TEXT],
    ["Lock closed", "", "", TEXT],
]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_dialects_and_encodings(tmp_path: Path, delimiter: str, encoding: str) -> None:
    (first, second), problems = read_csv(tmp_path, table(ROWS, delimiter).encode(encoding))
    assert (first.title, first.published, first.url) == ("Weir holds", "2021-07-28", ADDRESS)
    assert first.text == second.text == TEXT
    assert first.found["published"] == "field Date"
    assert (second.title, second.part, second.published) == ("Lock closed", 1, None)
    assert problems == []


def test_wallabag(tmp_path: Path) -> None:
    rows = [
        ["Title", "URL", "Content", "Tags", "MIME Type", "Language", "Creation date"],
        ["Weir holds", ADDRESS, f"<p>{TEXT}</p>", "", "text/html", "en", "2024-02-03 10:00:00"],
    ]
    (article,), _ = read_csv(tmp_path, table(rows, ";"))
    assert (article.title, article.url, article.published) == ("Weir holds", ADDRESS, None)


def test_zotero(tmp_path: Path) -> None:
    columns = (
        "Key,Item Type,Publication Year,Author,Title,Publication Title,Url,Abstract Note,Date,"
        "Date Added,Date Modified"
    )
    cells = [
        "K",
        "newspaperArticle",
        "2021",
        "van den Berg, Ana; Ilić, Mara",
        "Weir holds",
        "The Sava Courier",
    ]
    row = [*cells, ADDRESS, TEXT, "2021-07-28", "2024-02-03 10:00:00", "2024-02-04 10:00:00"]
    (article,), _ = read_csv(tmp_path, table([columns.split(","), row]))
    assert article.authors == ("Ana van den Berg", "Mara Ilić")
    assert (article.outlet, article.published, article.updated) == ("The Sava Courier", "2021-07-28", None)


def test_readwise_highlights_are_gathered(tmp_path: Path) -> None:
    rows = [
        ["Highlight", "Book Title", "Book Author", "Amazon Book ID", "Note", "Highlighted at"],
        ["It holds.", "Weir holds", "Mara Ilić", "", "", "2024-02-03 10:00:00+00:00"],
        ["It is closed.", "Lock closed", "Tom Reed", "", "", ""],
        ["Two lines,\nboth marked.", "Weir holds", "Mara Ilić", "", "", ""],
    ]
    (weir, lock), _ = read_csv(tmp_path, table(rows))
    assert (weir.title, weir.authors, weir.published) == ("Weir holds", ("Mara Ilić",), None)
    assert [p.text for p in weir.passages] == ["It holds.", "Two lines,", "both marked."]
    assert lock.title == "Lock closed"


def test_a_row_without_text_costs_only_itself(tmp_path: Path) -> None:
    articles, problems = read_csv(tmp_path, table([*ROWS, ["Bridge open", "", "", ""]]))
    assert len(articles) == 2
    assert problems == ["1 of 3 entries could not be read: row 4: It has a title, but no text."]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("a,b\n1,2\n", "names no columns"),
        ("Title,URL,ID,Saved date\nWeir,https://a.example,1,2024\n", "without their text"),
        ("title,text\n" + "x,\n" * 2000, "Of its first 1,000 records none"),
    ],
)
def test_a_table_without_articles_is_a_reason(tmp_path: Path, data: str, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        read_csv(tmp_path, data)


def test_an_endless_field_or_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.reading.records.csv_export.MAX_FIELD", 2000)
    open_quote = table(ROWS) + 'Never closed,,,"' + "words \n" * 1000
    articles, problems = read_csv(tmp_path, open_quote)
    assert [article.title for article in articles[:2]] == ["Weir holds", "Lock closed"]
    assert problems
    articles, (problem,) = read_csv(tmp_path, table(ROWS) + "x" * 3000)
    assert len(articles) == 2
    assert "A line of it is longer" in problem


def test_wide_characters_that_are_cut_in_two_cost_no_more_than_themselves(tmp_path: Path) -> None:
    (first, *_), _ = read_csv(tmp_path, table(ROWS).encode("utf-16")[:-1] + b"\x00\xd8\x00")
    assert first.title == "Weir holds"
