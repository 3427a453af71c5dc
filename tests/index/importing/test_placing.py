"""Where annotations go: our own back where they were, others to the articles that have their words."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from index.bookmarks import Bookmarks
from index.bookmarks.orphans import orphans
from index.collection import Collection
from index.exporting import export
from index.importing import Imported, place_annotations, read_annotations
from models.bookmark import Bookmark
from models.key import ArticleKey

SAID = "“We have asked for rest since the winter, and they have offered us nothing but slogans,”"
STRIKE = f"Dockers walk out\n\n2 May 2031\n\nThe board met on Monday.\n\n{SAID} said Ida Marsh.\n"
PAGE = (
    '<html><head><title>Wire</title><link rel="canonical" href="https://wire.example/tolva/"></head><body><article>'
    f"<h1>Tolva at a standstill</h1><p>The cranes of Tolva stood still on Monday, and nobody knew for how long.</p>"
    f"<p>{SAID} said Ida Marsh, who speaks for the drivers.</p></article></body></html>"
)


@pytest.fixture
def folder(indexed: Callable[[dict[str, str]], Path]) -> Path:
    return indexed({"strike.txt": STRIKE, "wire/tolva.html": PAGE})


@pytest.fixture
def collection(folder: Path) -> Iterator[Collection]:
    opened = Collection.open(folder)
    yield opened
    opened.close()


def placed(
    tmp_path: Path, value: object, folder: Path | None, collection: Collection | None
) -> list[Imported]:
    file = tmp_path / "annotations.json"
    file.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return list(place_annotations(read_annotations(file)[0], folder, collection))


def annotation(exact: str, source: str, **more: Any) -> dict[str, Any]:
    selector = {"type": "TextQuoteSelector", "exact": exact}
    return {"target": {"source": source, "selector": [selector]}, **more}


@pytest.fixture
def kept(folder: Path, collection: Collection) -> list[Bookmark]:
    article = collection.article(ArticleKey("strike.txt"))
    start = article.article.text.index(SAID)
    with Bookmarks.open() as bookmarks:
        bookmarks.add(
            folder,
            article,
            start,
            start + len(SAID),
            speaker="Ida Marsh",
            note="Ask:\n“her”",
            tags=["strike"],
        )
        bookmarks.add(folder, article, 0, 3)
        return bookmarks.list()


def test_our_own_export_is_read_again_exactly(tmp_path: Path, kept: list[Bookmark]) -> None:
    read = placed(tmp_path, export(kept, "w3c"), None, None)
    assert [one.bookmark for one in read] == [b.model_copy(update={"id": 0}) for b in kept]
    assert all(one.lost is None for one in read)
    with Bookmarks.open() as bookmarks:
        assert bookmarks.add_all([one.bookmark for one in read]) == 0
        bookmarks.delete(*(b.id for b in kept))
        assert bookmarks.add_all([one.bookmark for one in read]) == 2
        assert bookmarks.undo() == "Took 2 bookmarks out again"


def test_our_own_find_their_articles_in_another_folder(
    tmp_path: Path, folder: Path, collection: Collection, kept: list[Bookmark]
) -> None:
    elsewhere = export([b.model_copy(update={"folder": "/texts"}) for b in kept], "w3c")
    read = placed(tmp_path, elsewhere, folder, collection)
    assert [(one.bookmark.folder, one.bookmark.path) for one in read] == [(str(folder), "strike.txt")] * 2
    assert [one.bookmark.anchor for one in read] == [b.anchor for b in kept]


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("https://www.wire.example/tolva", "wire/tolva.html"),
        ("strike.txt", "strike.txt"),
        ("file:///anywhere/strike.txt", "strike.txt"),
    ],
)
def test_others_go_where_address_or_file_says(
    tmp_path: Path, folder: Path, collection: Collection, source: str, path: str
) -> None:
    (one,) = placed(tmp_path, [annotation(SAID, source, text="Ask her", tags=["#a"])], folder, collection)
    assert (one.bookmark.path, one.lost) == (path, None)
    assert (one.bookmark.note, one.bookmark.tags) == ("Ask her", ("a",))
    assert one.bookmark.anchor.exact == SAID
    assert one.bookmark.anchor.suffix.startswith(" said Ida Marsh")
    assert one.bookmark.citation.title


def test_annotations_of_a_page_find_its_text(tmp_path: Path, folder: Path, collection: Collection) -> None:
    # Of the page as Hypothesis has it: its own line ends and offsets, a fragment or tracking in the address.
    page = SAID.replace("and they", "and\n          they").replace("“", '"').replace("”", '"')
    for source in (
        "https://wire.example/tolva/#comments",
        "http://www.wire.example/tolva?utm_source=mail&fbclid=x1",
        "https://wire.example/tolva/?page=1",
    ):
        selectors = [
            {"type": "RangeSelector", "startContainer": "/div[2]/p[2]", "startOffset": 0},
            {"type": "TextPositionSelector", "start": 4110, "end": 4110 + len(page)},
            {
                "type": "TextQuoteSelector",
                "exact": page,
                "prefix": "for how long.\n\n        ",
                "suffix": " said Ida",
            },
        ]
        row = {
            "uri": source, "text": "Ask\n\nher", "tags": ["to check"], "created": "2031-05-03T10:00:00.1+00:00",
            "target": [{"source": source, "selector": selectors}], "document": {"title": ["Tolva"]},
        }  # fmt: skip
        (one,) = placed(tmp_path, {"total": 1, "rows": [row]}, folder, collection)
        assert one.lost is None
        assert one.bookmark.anchor.exact == SAID
        assert (one.bookmark.note, one.bookmark.tags) == ("Ask\n\nher", ("to-check",))
        # The other article has these words too.
        assert one.bookmark.path == "wire/tolva.html" or "page=1" in source


def test_others_go_where_their_words_are(tmp_path: Path, folder: Path, collection: Collection) -> None:
    (one,) = placed(
        tmp_path, [annotation("The cranes of Tolva stood still", "https://[x")], folder, collection
    )
    assert (one.bookmark.path, one.lost) == ("wire/tolva.html", None)


def test_what_cannot_be_placed_is_an_orphan_and_said(
    tmp_path: Path, folder: Path, collection: Collection
) -> None:
    changed = SAID.replace("since the winter", "since last spring")
    items = [
        annotation("Nothing that anybody ever wrote down in this town", "https://other.example/x"),
        annotation(changed, "https://wire.example/tolva"),
    ]
    nowhere, otherwise = placed(tmp_path, items, folder, collection)
    assert nowhere.lost == "its words are in no article"
    assert nowhere.bookmark.path == "https://other.example/x"
    assert nowhere.bookmark.citation.url == "https://other.example/x"
    assert otherwise.lost is not None
    assert "stand otherwise in" in otherwise.lost
    with Bookmarks.open() as bookmarks:
        bookmarks.add_all([nowhere.bookmark, otherwise.bookmark])
        kept = bookmarks.list(folder)
    missed = list(orphans(kept, collection, lambda key: collection.article(key).article, {}))
    assert {orphan.why for orphan in missed} == {"gone", "changed"}
