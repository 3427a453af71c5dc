"""A collection's passages get their vectors in the background, once, from the encoder that is chosen."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from index.catalogue import Catalogue
from index.collection import Collection
from index.encoding import keeping
from index.encoding.choosing import VARIABLE, EncoderFiles
from index.encoding.encoder import _loaded
from index.encoding.keeping import encode, encoding_due
from index.encoding.store import Encoded
from index.home import VECTORS, collection_home
from index.refreshing import refresh
from index.refreshing.encoding import EncodingLater, encode_apart
from models.errors import EncoderUnavailable
from models.key import ArticleKey
from models.status import Progress
from tests.index.encoding.tiny import write_encoder

pytest.importorskip("onnxruntime")
pytest.importorskip("tokenizers")

Indexed = Callable[[dict[str, str]], Path]

FILES = {
    "a.txt": "The mayor\n\nThe mayor of Orvane was dismissed on Monday, the council said in the evening.\n",
    "b.txt": "Clerk\n\nOn Monday evening the council of Orvane sang a song with the choir of the mayor.\n",
    "c.txt": "A vote\n\nOn Monday evening the council of Orvane fired the man who had led it as mayor.\n",
    "d.txt": "Rain\n\nThe flood brought water into the cellars of Tessel, and nobody was hurt by it.\n",
}


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    _loaded.cache_clear()
    folder = write_encoder(tmp_path / "tiny")
    monkeypatch.setenv(VARIABLE, str(folder))
    return folder


def encoded(folder: Path, tiny: Path) -> Encoded:
    found = Encoded.open(collection_home(folder) / VECTORS, EncoderFiles.of(tiny))
    assert found is not None
    return found


def test_indexing_encodes_what_is_new_and_forgets_what_is_gone(indexed: Indexed, tiny: Path) -> None:
    folder = indexed(FILES)
    first = encoded(folder, tiny)
    assert len(first.articles) == 4
    assert len(first.keys) == 8
    (folder / "e.txt").write_text(
        "New\n\nThe choir of Orvane will sing its song again on Sunday in the church.\n"
    )
    (folder / "d.txt").unlink()
    stages: list[Progress] = []
    summary = refresh(folder, stages.append, threading.Event())
    assert not summary.trouble
    assert not summary.stopped
    told = [p for p in stages if p.stage == "encoding"]
    assert {p.total for p in told} <= {1}
    assert stages[-1].stage == "done"
    assert len(encoded(folder, tiny).keys) == 8
    assert not encode_apart(collection_home(folder), stages.append, threading.Event())
    assert not due(folder)


def due(folder: Path) -> bool:
    home = collection_home(folder)
    with Catalogue(home / "catalogue.sqlite") as catalogue:
        return encoding_due(home / VECTORS, catalogue.revisions())


def test_another_encoder_begins_anew(
    indexed: Indexed, tiny: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = indexed(FILES)
    other = write_encoder(tmp_path / "other", words={"flood": (1, 2, 3)})
    monkeypatch.setenv(VARIABLE, str(other))
    assert Collection.open(folder).encoded is None
    assert due(folder)
    refresh(folder, lambda _: None, threading.Event())
    assert Encoded.open(collection_home(folder) / VECTORS, EncoderFiles.of(tiny)) is None
    assert len(encoded(folder, other).articles) == 4


def test_what_means_the_same_comes_first(
    indexed: Indexed, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = indexed(FILES)
    collection = Collection.open(folder)
    key = ArticleKey("a.txt")
    assert collection.related(key, 1)[0].path == "c.txt"
    typed = collection.related_to_text(
        "The mayor of Orvane was sacked by the council on Monday evening.", without=""
    )
    with_it = {row.path: row.score for row in typed}
    monkeypatch.delenv(VARIABLE)
    assert collection.encoded is None
    typed = collection.related_to_text(
        "The mayor of Orvane was sacked by the council on Monday evening.", without=""
    )
    without = {row.path: row.score for row in typed}
    gained = {path: with_it[path] - without[path] for path in with_it.keys() & without.keys()}
    assert gained["c.txt"] > gained["b.txt"]


def test_what_was_done_is_kept_when_it_ends_early(
    indexed: Indexed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = indexed(FILES)
    home = collection_home(folder)
    tiny = write_encoder(tmp_path / "tiny")
    monkeypatch.setenv(VARIABLE, str(tiny))
    monkeypatch.setattr(keeping, "_TOGETHER", 1)
    files = EncoderFiles.of(tiny)

    class Ended(Exception):
        pass

    def end(done: int, _total: int) -> None:
        if done == 3:
            raise Ended

    with Catalogue(home / "catalogue.sqlite") as catalogue:
        with pytest.raises(Ended):
            encode(home / VECTORS, catalogue, files, end)
        assert len(encoded(folder, tiny).articles) == 3
        steps: list[int] = []
        encode(home / VECTORS, catalogue, files, lambda done, _total: steps.append(done))
    assert steps == [3, 4]
    assert not due(folder)


def test_it_ends_as_soon_as_it_is_to_stop(indexed: Indexed, tiny: Path) -> None:
    folder = indexed({})
    (folder / "a.txt").write_text(FILES["a.txt"])
    refresh(folder, lambda _: None, threading.Event(), compare=False)
    stop = threading.Event()
    stop.set()
    assert encode_apart(collection_home(folder), lambda _: None, stop) == ""
    assert due(folder)


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
def test_a_broken_encoder_costs_nothing_but_itself(indexed: Indexed, tiny: Path, name: str) -> None:
    (tiny / name).write_bytes(b"nothing")
    folder = indexed(FILES)
    summary = refresh(folder, lambda _: None, threading.Event())
    assert "cannot be used" in summary.trouble
    assert "MORGUE_ENCODER" in summary.trouble
    collection = Collection.open(folder)
    assert collection.encoded is None
    assert collection.related(ArticleKey("a.txt"), 1)


def test_a_missing_encoder_is_told_and_what_it_made_rests(indexed: Indexed, tiny: Path) -> None:
    folder = indexed(FILES)
    (tiny / "tokenizer.json").unlink()
    summary = refresh(folder, lambda _: None, threading.Event())
    assert "has no tokenizer.json" in summary.trouble
    assert Collection.open(folder).encoded is None
    with pytest.raises(EncoderUnavailable):
        due(folder)


def test_a_watched_folder_is_encoded_when_it_is_quiet(indexed: Indexed, tiny: Path) -> None:
    folder = indexed(FILES)
    (folder / "e.txt").write_text(
        "New\n\nThe choir of Orvane will sing its song again on Sunday in the church.\n"
    )
    refresh(folder, lambda _: None, threading.Event(), compare=False)
    assert due(folder)
    stages: list[Progress] = []
    later = EncodingLater(collection_home(folder), stages.append)
    later.see_to()
    assert not stages
    later.wait_anew()
    until = time.monotonic() + 60
    while (not stages or stages[-1].stage != "done") and time.monotonic() < until:
        later.see_to()
        time.sleep(0.05)
    assert stages[0].stage == "encoding"
    assert not due(folder)
    (tiny / "tokenizer.json").unlink()
    stages.clear()
    for _ in range(2):
        later.wait_anew()
        later.see_to()
    assert [p.stage for p in stages] == ["watching"]
    assert "has no tokenizer.json" in stages[0].message
    later.end()
