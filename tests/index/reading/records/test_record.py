from typing import Any

import pytest

from index.reading.records.record import is_article, read_record
from models.errors import UnreadableFile

LINES = (
    "The weir at Brod will hold through the winter, the water board said on Wednesday after a second inspection.",
    "Divers found no cracks below the waterline, and the two gates on the northern side were closed by hand.",
    "“It holds,” said Ilić.",
    "The board meets again on Friday to decide whether the road over the weir can be opened to lorries.",
)
TEXT = "\n\n".join(LINES)
HTML = "".join(f"<p>{line}</p>" for line in LINES)
ADDRESS = "https://www.savacourier.example/2021/weir"
SUMMARY = "Divers have been down twice, and the board will meet on Friday."

NEWSPAPER3K = {
    "url": ADDRESS,
    "source_url": "https://www.savacourier.example",
    "title": "Weir holds",
    "text": TEXT,
    "authors": ["Mara Ilić"],
    "publish_date": "2021-07-28 00:00:00",
    "meta_description": SUMMARY,
    "meta_lang": "en",
    "top_image": "https://www.savacourier.example/weir.jpg",
}
NEWSPLEASE = {
    "authors": ["Mara Ilić"],
    "date_download": "2024-02-03 10:00:00",
    "date_modify": "2021-07-29 08:00:00",
    "date_publish": "2021-07-28 11:57:00",
    "description": SUMMARY,
    "language": "en",
    "title": "Weir holds",
    "title_page": "Weir holds | The Sava Courier",
    "source_domain": "www.savacourier.example",
    "maintext": TEXT,
    "url": ADDRESS,
}
WALLABAG = {
    "is_archived": 1,
    "tags": ["weirs"],
    "id": 7,
    "title": "Weir holds",
    "url": ADDRESS,
    "content": HTML,
    "created_at": "2024-02-03T10:00:00+00:00",
    "updated_at": "2024-02-04T10:00:00+00:00",
    "published_at": "2021-07-28T11:57:00+01:00",
    "published_by": ["Mara Ilić"],
    "language": "en_GB",
    "reading_time": 2,
    "domain_name": "www.savacourier.example",
}
READER = {
    "id": "01abc",
    "url": "https://read.readwise.io/read/01abc",
    "source_url": ADDRESS,
    "title": "Weir holds",
    "author": "Mara Ilić",
    "source": "Reader RSS",
    "site_name": "The Sava Courier",
    "html_content": HTML,
    "published_date": 1627473420000,
    "summary": SUMMARY,
    "created_at": "2024-02-03T10:00:00+00:00",
    "updated_at": "2024-02-04T10:00:00+00:00",
}
CSL = {
    "id": "ilic2021",
    "type": "article-newspaper",
    "title": "Weir holds",
    "container-title": "The Sava Courier",
    "source": "Library Catalog",
    "abstract": TEXT,
    "URL": ADDRESS,
    "author": [{"family": "Ilić", "given": "Mara"}],
    "issued": {"date-parts": [[2021, 7, 28]]},
    "accessed": {"date-parts": [[2024, 2, 3]]},
    "language": "en-GB",
}
SCHEMA = {
    "@type": "NewsArticle",
    "headline": "Weir holds",
    "articleBody": TEXT,
    "author": {"@type": "Person", "name": "Mara Ilić"},
    "publisher": {"@type": "Organization", "name": "The Sava Courier"},
    "datePublished": "2021-07-28T11:57:00+01:00",
    "url": ADDRESS,
}
NEWSAPI = {
    "source": {"id": None, "name": "The Sava Courier"},
    "author": "By Mara Ilić",
    "title": "Weir holds",
    "description": SUMMARY,
    "url": ADDRESS,
    "publishedAt": "2021-07-28T11:57:00Z",
    "content": TEXT,
}
WORDPRESS = {
    "title": {"rendered": "Weir holds"},
    "content": {"rendered": HTML, "protected": False},
    "link": ADDRESS,
    "date": "2021-07-28T11:57:00",
    "modified": "2021-07-29T08:00:00",
}


@pytest.mark.parametrize(
    ("record", "stated"),
    [
        (NEWSPAPER3K, ("savacourier.example", ("Mara Ilić",), "2021-07-28", None, SUMMARY)),
        (
            NEWSPLEASE,
            ("savacourier.example", ("Mara Ilić",), "2021-07-28T11:57", "2021-07-29T08:00", SUMMARY),
        ),
        (WALLABAG, ("savacourier.example", ("Mara Ilić",), "2021-07-28T11:57+01:00", None, None)),
        (READER, ("The Sava Courier", ("Mara Ilić",), "2021-07-28T11:57+00:00", None, SUMMARY)),
        (CSL, ("The Sava Courier", ("Mara Ilić",), "2021-07-28", None, None)),
        (SCHEMA, ("The Sava Courier", ("Mara Ilić",), "2021-07-28T11:57+01:00", None, None)),
        (NEWSAPI, ("The Sava Courier", ("Mara Ilić",), "2021-07-28T11:57+00:00", None, SUMMARY)),
        (WORDPRESS, ("savacourier.example", (), "2021-07-28T11:57", "2021-07-29T08:00", None)),
    ],
    ids=["newspaper3k", "news-please", "wallabag", "Reader", "CSL", "schema.org", "NewsAPI", "WordPress"],
)
def test_records_of_all_kinds(record: dict[str, Any], stated: tuple[Any, ...]) -> None:
    draft = read_record(record)
    assert (draft.outlet, draft.authors, draft.published, draft.updated, draft.standfirst) == stated
    assert (draft.title, draft.url) == ("Weir holds", ADDRESS)
    assert [block.text for block in draft.blocks] == list(LINES)


def test_each_value_has_its_place() -> None:
    found = read_record(WALLABAG).found
    assert found["published"] == "field published_at"
    assert found["authors"] == "field published_by"
    assert found["outlet"] == "field domain_name"


def test_a_whole_page_in_a_field_states_what_the_record_does_not() -> None:
    page = (
        f"<!DOCTYPE html><html><head><meta name='author' content='Mara Ilić'></head><body>"
        f"<nav><a href='/'>Home</a></nav><article><h1>Weir holds, board says</h1><p>Mara Ilić</p>"
        f"{HTML}</article></body></html>"
    )
    draft = read_record({"headline": "Weir holds", "html": page})
    assert (draft.title, draft.authors) == ("Weir holds", ("Mara Ilić",))
    assert [block.text for block in draft.blocks][-4:] == list(LINES)


def test_short_html_is_text_enough() -> None:
    draft = read_record({"title": "Weir holds", "content": "<p>It <b>holds</b>.</p>", "url": ADDRESS})
    assert [block.text for block in draft.blocks] == ["It holds."]


def test_the_first_line_of_the_text_stays_where_the_title_is_another() -> None:
    draft = read_record({"title": "Weir holds", "text": f"Brod stays dry\n\n{TEXT}"})
    assert draft.title == "Weir holds"
    assert draft.blocks[0].text == "Brod stays dry"
    repeated = read_record({"title": "Weir holds", "text": f"WEIR HOLDS\n\n{TEXT}"})
    assert [block.text for block in repeated.blocks] == list(LINES)


@pytest.mark.parametrize(
    "record",
    [
        {"name": "weir", "version": "1.0", "description": SUMMARY},
        {"title": "Settings", "description": SUMMARY},
        {"text": "short"},
        {"title": ["x"], "properties": {"a": 1}},
        {},
        {"text": None, "title": "nan"},
    ],
)
def test_no_articles(record: dict[str, Any]) -> None:
    assert not is_article(record)


def test_a_title_without_text() -> None:
    with pytest.raises(UnreadableFile, match="no text"):
        read_record({"title": "Weir holds", "url": ADDRESS, "text": " "})
    with pytest.raises(UnreadableFile, match="no fields of an article"):
        read_record({"id": 7})
