import json
import zipfile
from pathlib import Path

import pytest

from index.reading import read, walk
from models.article import Article
from models.errors import UnreadableFile

TEXT = "The weir at Brod will hold through the winter, the water board said.\n\nDivers found no cracks."


def record(title: str) -> dict[str, str]:
    return {"title": title, "text": TEXT, "published_at": "2021-07-28"}


def read_json(
    tmp_path: Path, data: str | bytes, name: str = "export.json"
) -> tuple[list[Article], list[str]]:
    (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())
    problems: list[str] = []
    return list(read(tmp_path / name, name, on_problem=problems.append)), problems


def titles(articles: list[Article]) -> list[tuple[str | None, int]]:
    return [(article.title, article.part) for article in articles]


BOTH = [record("Weir holds"), record("Lock closed")]


@pytest.mark.parametrize(
    "data",
    [
        json.dumps(BOTH),
        json.dumps(BOTH, indent=2),
        json.dumps({"status": "ok", "articles": BOTH}),
        json.dumps({"response": {"results": BOTH}}, indent=1),
        "\n".join(map(json.dumps, BOTH)) + "\n",
        "\ufeff\n\n" + "\r\n\r\n".join(map(json.dumps, BOTH)),
        "\n".join(json.dumps({"_index": "news", "_source": one}) for one in BOTH),
        json.dumps(BOTH).encode("utf-16"),
    ],
)
@pytest.mark.parametrize("name", ["export.json", "export.txt"])
def test_one_list_lines_and_wrappers_alike(tmp_path: Path, data: str | bytes, name: str) -> None:
    if isinstance(data, bytes) and name.endswith("txt"):
        pytest.skip("in UTF-16 only the name tells")
    articles, problems = read_json(tmp_path, data, name)
    assert titles(articles) == [("Weir holds", 0), ("Lock closed", 1)]
    assert articles[0].found["published"] == "field published_at"
    assert problems == []


def test_one_object(tmp_path: Path) -> None:
    for data in (json.dumps(BOTH[0]), json.dumps(BOTH[0], indent=2)):
        assert titles(read_json(tmp_path, data)[0]) == [("Weir holds", 0)]


def test_invalid_lines_are_counted_and_told(tmp_path: Path) -> None:
    lines = [json.dumps(BOTH[0]), '{"title": "cut', json.dumps({"id": 7}), json.dumps(BOTH[1])]
    articles, problems = read_json(tmp_path, "\n".join(lines), "export.jsonl")
    assert titles(articles) == [("Weir holds", 0), ("Lock closed", 1)]
    assert problems == [
        "2 of 4 entries could not be read: line 2: It is no valid JSON; line 3: It has no fields of an article."
    ]


def test_a_line_that_is_too_long_costs_only_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.reading.records.json_export.MAX_BYTES", 1000)
    lines = [json.dumps(BOTH[0]), json.dumps(record("x" * 5000)), json.dumps(BOTH[1])]
    articles, (problem,) = read_json(tmp_path, "\n".join(lines), "export.jsonl")
    assert titles(articles) == [("Weir holds", 0), ("Lock closed", 1)]
    assert "line 2" in problem


def test_a_long_list_is_gone_through_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.reading.records.json_export.MAX_BYTES", 1000)
    monkeypatch.setattr("index.reading.records.json_export._PIECE", 10)
    articles, _ = read_json(tmp_path, json.dumps(BOTH * 20, indent=2))
    assert len(articles) == 40


def test_a_list_that_ends_early_gives_what_came_before(tmp_path: Path) -> None:
    articles, problems = read_json(tmp_path, json.dumps(BOTH, indent=2)[:-30])
    assert titles(articles) == [("Weir holds", 0)]
    assert problems == ["Only 1 of its articles could be read: Its JSON is damaged after entry 1."]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ('{"name": "weir", "version": "1.0"}', "no fields of an article"),
        ("[1, 2]", "no fields of an article"),
        ('{"title": ', "no valid JSON"),
        ("[" * 100_000, "no valid JSON"),
        ("[" + "1," * 5000 + "1]", "Of its first 1,000 records none"),
        ('{"a":' * 100_000, "no valid JSON"),
    ],
)
def test_json_without_articles_is_a_reason(tmp_path: Path, data: str, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        read_json(tmp_path, data)


def test_words_under_the_name_of_json_are_words(tmp_path: Path) -> None:
    assert "winter" in read_json(tmp_path, TEXT)[0][0].text


def test_omnivore_keeps_texts_in_files_of_their_own(tmp_path: Path) -> None:
    listed = [
        {
            "id": "7",
            "slug": slug,
            "title": title,
            "author": "Mara Ilić",
            "url": "https://savacourier.example/weir",
            "savedAt": "2024-02-03T10:00:00Z",
            "updatedAt": "2024-02-04T10:00:00Z",
            "publishedAt": "2021-07-28T11:57:00Z",
        }
        for slug, title in (("weir-holds-18f", "Weir holds"), ("../../secret", "Secret"), ("gone", "Gone"))
    ]
    folder = tmp_path / "omnivore"
    (folder / "content").mkdir(parents=True)
    (folder / "metadata_0_to_20.json").write_text(json.dumps(listed))
    (folder / "content/weir-holds-18f.html").write_text(f"<div class='page'><p>{TEXT}</p></div>")
    (tmp_path / "secret.html").write_text("<p>Not of this export.</p>")
    assert [name for _, name in walk(folder)] == ["metadata_0_to_20.json"]
    with zipfile.ZipFile(tmp_path / "omnivore.zip", "w") as archive:
        for path in sorted(folder.rglob("*.*")):
            archive.write(path, path.relative_to(folder).as_posix())
    for path in (folder / "metadata_0_to_20.json", tmp_path / "omnivore.zip"):
        problems: list[str] = []
        (article,) = read(path, path.name, on_problem=problems.append)
        assert (article.title, article.authors, article.updated) == ("Weir holds", ("Mara Ilić",), None)
        assert "Divers found no cracks." in article.text
        assert problems[0].startswith("2 of 3 entries could not be read")
