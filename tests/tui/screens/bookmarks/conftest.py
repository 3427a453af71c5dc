"""The bookmarks desk, with the reader's real file under it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.bookmarks import Bookmarks as Reader
from tests.tui.fake import FakeCollection
from tests.tui.screens.bookmarks.looking import COUNTED, FERRIES, SLOGANS, WAITING
from tui.app import Explorer
from tui.archive import Archive


@pytest.fixture
def reader() -> Iterator[Reader]:
    """The reader's file, as another session has it open."""
    with Reader.open() as opened_:
        yield opened_


@pytest.fixture
def explorer(collection: FakeCollection, tmp_path: Path, reader: Reader) -> Explorer:
    folder = tmp_path / "clippings"
    folder.mkdir()
    collection.folder = folder
    for words, speaker, tags in (
        (SLOGANS, "Ida Marsh", ["strike"]),
        (WAITING, None, ["strike", "figures"]),
        (FERRIES, None, []),
        (COUNTED, "Ida Marsh", ["figures"]),
    ):
        article = next(a for a in collection.articles if words in a.article.text)
        start = article.article.text.index(words)
        reader.add(folder, article, start, start + len(words), speaker=speaker, tags=tags)
    return Explorer(Archive(folder, open_collection=lambda _: collection))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that one is in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path
