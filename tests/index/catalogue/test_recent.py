from pathlib import Path

import pytest

from index.catalogue import Catalogue, recent
from tests.index.catalogue.test_store import STATE, made, named, settle


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "catalogue.sqlite"


def test_passages_come_in_the_order_asked_for_with_gaps_where_there_is_none(path: Path) -> None:
    with Catalogue(path, writable=True) as catalogue:
        (revision,), _ = catalogue.put_file("a.txt", STATE, [made("The dam held.")])
        wanted = [(revision, 1), (revision, 7), (revision, 0), (revision, 1), (revision + 1, 1)]
        for _ in range(2):
            found = catalogue.passages(wanted)
            assert [p and (p.start, p.text) for p in found] == [
                (0, "The dam held."), None, (None, "The dam"), (0, "The dam held."), None
            ]  # fmt: skip


def test_a_heading_is_read_again_once_another_process_has_written(path: Path) -> None:
    with Catalogue(path, writable=True) as writer, Catalogue(path) as reader:
        (revision,), _ = writer.put_file("b.txt", STATE, [made(path="b.txt")])
        settle(writer)
        assert reader.headings([revision])[revision].paths == ("b.txt",)
        writer.put_file("a.txt", STATE, [made(path="a.txt")])
        assert reader.headings([revision])[revision].paths == ("a.txt", "b.txt")
        writer.drop_file("a.txt")
        writer.drop_file("b.txt")
        settle(writer)
        assert reader.headings([revision]) == {}


def test_more_than_is_kept_can_be_asked_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recent, "_KEPT", 2)
    with Catalogue(path, writable=True) as catalogue:
        texts = [f"Gate {n} held." for n in range(5)]
        revisions = [
            r for n, t in enumerate(texts) for r in catalogue.put_file(f"{n}.txt", STATE, [made(t)])[0]
        ]
        for _ in range(2):
            found = catalogue.passages([(revision, 1) for revision in revisions])
            assert [p.text for p in found if p] == texts


def test_places_of_names_are_those_of_the_articles_asked_for(path: Path) -> None:
    with Catalogue(path, writable=True) as catalogue:
        (one,), _ = catalogue.put_file("a.txt", STATE, [made("The dam held. Kern said so.")])
        (two,), _ = catalogue.put_file("b.txt", STATE, [made("Kern left.")])
        for revision in (one, two):
            catalogue.put_names(revision, named(catalogue, revision))
        assert catalogue.places_of(["PERSON:Davor Kern"], [one]) == {one: [(14, 18)]}
        assert catalogue.places_of(["PERSON:Davor Kern"], [one, two]).keys() == {one, two}
        assert catalogue.places_of(["PERSON:Nobody"], [one]) == {}
        assert catalogue.places_of([], [one]) == {}
