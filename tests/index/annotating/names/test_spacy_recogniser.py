"""A spaCy pipeline in the place of the recogniser; skipped where spaCy is not installed."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from index.annotating import annotate_collection
from index.annotating.names import choosing
from index.annotating.names.spacy_recogniser import SpacyRecogniser, load, version_of
from index.annotating.names.statistics import Statistics
from index.catalogue import Catalogue
from index.home import collection_home
from index.refreshing import is_current, refresh
from models.errors import RecogniserUnavailable

spacy = pytest.importorskip("spacy")

PATTERNS = [
    {"label": "PERSON", "pattern": "Defence Minister Davor Tarnholm's"},
    {"label": "PERSON", "pattern": "Mr. Tarnholm"},
    {"label": "ORG", "pattern": "Tarnholm"},
    {"label": "GPE", "pattern": "the Republic of Ruritania"},
    {"label": "FAC", "pattern": "Ruritania Bridge"},
    {"label": "PERSON", "pattern": "Norwegian"},
    {"label": "ORG", "pattern": "the National Tea Board"},
    {"label": "ORG", "pattern": "NTB"},
    {"label": "WORK_OF_ART", "pattern": "Song of Ruritania"},
    {"label": "DATE", "pattern": "Monday"},
    {"label": "ORG", "pattern": "201st"},
]


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    for remembered in (load, choosing._identity_of):
        remembered.cache_clear()
    yield
    for remembered in (load, choosing._identity_of):
        remembered.cache_clear()


def blank() -> Any:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns(PATTERNS)
    return pipeline


@pytest.fixture
def pipeline(tmp_path: Path) -> Path:
    made = blank()
    made.meta["name"], made.meta["version"] = "ruler", "1.2.3"
    folder = tmp_path / "ruler"
    made.to_disk(folder)
    return folder


def names(*texts: str) -> list[list[tuple[str, str]]]:
    found = SpacyRecogniser(blank()).recognise(texts, Statistics())
    for text, mentions in zip(texts, found, strict=True):
        assert all(text[one.start : one.end] == one.text for one in mentions)
    return [[(one.text, one.kind) for one in mentions] for mentions in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Defence Minister Davor Tarnholm's car.", [("Davor Tarnholm", "PERSON")]),
        ("In the Republic of Ruritania.", [("Republic of Ruritania", "PLACE")]),
        ("On Ruritania Bridge.", [("Ruritania Bridge", "PLACE")]),
        ("A Norwegian left.", [("Norwegian", "NORP")]),
        ("She sang Song of Ruritania on Monday.", []),
        ("The 201st military base.", [("201st military base", "ORG")]),
        ("", []),
    ],
)
def test_names_are_as_the_guide_has_them(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == [expected]


def test_the_same_consistency_follows() -> None:
    text = "Defence Minister Davor Tarnholm's car. Tarnholm left."
    assert names(text)[0][1] == ("Tarnholm", "PERSON")


def test_a_long_text_is_read_in_parts() -> None:
    text = "Nothing here.\n" * 9_000 + "On Ruritania Bridge.\n" + "x" * 150_000 + " Mr. Tarnholm"
    assert names(text) == [[("Ruritania Bridge", "PLACE"), ("Tarnholm", "PERSON")]]


def test_aliases_follow(monkeypatch: pytest.MonkeyPatch, pipeline: Path) -> None:
    monkeypatch.setenv(choosing.VARIABLE, f"spacy:{pipeline}")
    (found,) = annotate_collection(["The National Tea Board (NTB) met. the National Tea Board rose."])
    assert len({mention.entity for mention in found.mentions}) == 1
    assert choosing.recogniser_identity() == f"spacy:{pipeline} ruler 1.2.3"


def test_an_index_knows_who_found_its_names(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pipeline: Path
) -> None:
    monkeypatch.setenv("MORGUE_HOME", str(tmp_path / "home"))
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "A bridge falls\n\nNobody was hurt when Ruritania Bridge fell, police said.\n"
    )

    def index() -> list[str]:
        refresh(folder, lambda _: None, threading.Event())
        with Catalogue(collection_home(folder) / "catalogue.sqlite") as catalogue:
            return sorted(mention.text for mention in catalogue.mentions(["PLACE:Ruritania Bridge"], 9))

    monkeypatch.setenv(choosing.VARIABLE, f"spacy:{pipeline}")
    assert index() == ["Ruritania Bridge"]
    assert is_current(folder, [folder / "a.txt"])
    empty = spacy.blank("en")
    empty.add_pipe("entity_ruler")
    empty.to_disk(tmp_path / "empty")
    monkeypatch.setenv(choosing.VARIABLE, f"spacy:{tmp_path / 'empty'}")
    assert not is_current(folder, [folder / "a.txt"])
    assert index() == []


@pytest.mark.parametrize("name", ["no_such_pipeline_anywhere", "../..", "a b", "."])
def test_a_pipeline_that_is_not_there(name: str) -> None:
    with pytest.raises(RecogniserUnavailable, match="There is no spaCy pipeline"):
        version_of(name)


def test_a_pipeline_that_finds_no_names(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "empty")
    with pytest.raises(RecogniserUnavailable, match="finds no names"):
        load(str(tmp_path / "empty"))


def test_a_damaged_pipeline(pipeline: Path) -> None:
    (pipeline / "config.cfg").write_text("[nlp")
    with pytest.raises(RecogniserUnavailable, match="cannot be loaded"):
        load(str(pipeline))
