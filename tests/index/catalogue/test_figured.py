"""What the ledger reads of many articles at once is what opening each of them gives."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from index.annotating.counting.figures import find_figures
from index.catalogue import Catalogue
from index.nearby.shelf import Opened
from index.refreshing.enriching import names_record
from index.refreshing.preparing import record
from models.annotation import Annotations
from models.errors import IndexDamaged
from tests.index.catalogue.test_store import STATE
from tests.index.libraries import article

DAM = ("The dam held for 12 days.", "Kern’s 2,600 sheep drowned, ‘all’ of them 😀 on 40 farms.")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "catalogue.sqlite"


def put(catalogue: Catalogue, name: str, *paragraphs: str, annotate: bool = True) -> int:
    (revision,), _ = catalogue.put_file(name, STATE, [record(article(name, *paragraphs, title="The 3 dams"))])
    if annotate:
        find(catalogue, revision)
    return revision


def find(catalogue: Catalogue, revision: int) -> None:
    loaded = catalogue.load(revision)
    assert loaded is not None
    found = Annotations(figures=find_figures(loaded.article.text))
    catalogue.put_names(revision, names_record(loaded.article, found))


def test_texts_places_and_figures_are_those_of_the_opened_article(path: Path) -> None:
    with Catalogue(path, writable=True) as catalogue:
        one = put(catalogue, "a.txt", *DAM)
        long = put(catalogue, "b.txt", *[f"On day {n} the {n} gates held." for n in range(2, 40)])
        without = put(catalogue, "c.txt", "Nobody counted.")
        for _ in range(2):
            found = catalogue.figured([one, long, without, 99])
            assert found.keys() == {one, long}
            for revision, written in found.items():
                loaded = catalogue.load(revision)
                assert loaded is not None
                assert written == Opened(revision, loaded).written
        assert [found[one].text[f.start : f.end] for f in found[one].figures] == ["12 days", "2,600", "40"]


def test_figures_are_seen_once_they_are_found(path: Path) -> None:
    with Catalogue(path, writable=True) as writer, Catalogue(path) as reader:
        late = put(writer, "a.txt", *DAM, annotate=False)
        early = put(writer, "b.txt", DAM[0])
        assert reader.figured([early, late]).keys() == {early}
        find(writer, late)
        assert reader.figured([early, late]).keys() == {early, late}


def test_what_does_not_read_is_damage(path: Path) -> None:
    with Catalogue(path, writable=True) as catalogue:
        revision = put(catalogue, "a.txt", *DAM)
        with closing(sqlite3.connect(path)) as db, db:
            db.execute("UPDATE annotations SET annotations = x'00ff'")
        with pytest.raises(IndexDamaged):
            catalogue.figured([revision])
