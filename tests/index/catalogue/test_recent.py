import sqlite3
from pathlib import Path

import pytest

from index.catalogue import Catalogue, recent
from index.catalogue.names import Meaning
from index.refreshing.enriching import names_record
from models.annotation import Annotations, Mention
from models.kind import Kind
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
        assert catalogue.places_of(["PERSON:Davor Kern"], [one]) == {one: [(1, 14, 18)]}
        assert catalogue.places_of(["PERSON:Davor Kern"], [one, two]).keys() == {one, two}
        assert catalogue.places_of(["PERSON:Nobody"], [one]) == {}
        assert catalogue.places_of([], [one]) == {}


def test_a_name_in_the_headline_is_told_from_one_at_the_same_offset_of_the_text(path: Path) -> None:
    local = "PLACE:The"
    both = Mention(start=0, end=3, text="The", kind=Kind.PLACE, entity=local)
    with Catalogue(path, writable=True) as catalogue:
        (revision,), _ = catalogue.put_file("a.txt", STATE, [made("The dam held.")])
        loaded = catalogue.load(revision)
        assert loaded is not None
        found = Annotations(mentions=(both,), title_mentions=(both,))
        catalogue.put_names(revision, names_record(loaded.article, found))
        settle(catalogue)
        assert catalogue.places_of([local], [revision]) == {revision: [(0, 0, 3), (1, 0, 3)]}
        assert [(p.passage, p.text, p.snippet) for p in catalogue.mentions([local], 9)] == [
            (0, "The", "The dam"), (1, "The", "The dam held.")
        ]  # fmt: skip
        headline, text = sorted(catalogue.mentions_in([revision]))
        assert (headline.passage, headline.text, text.passage) == (0, "The", 1)
        catalogue.recast([(headline, "ORG:The Dam")])
        assert catalogue.places_of([local], [revision]) == {revision: [(1, 0, 3)]}
        assert catalogue.places_of(["ORG:The Dam"], [revision]) == {revision: [(0, 0, 3)]}


def test_what_names_stand_for_is_read_again_once_another_process_has_written(path: Path) -> None:
    with Catalogue(path, writable=True) as writer, Catalogue(path) as reader:
        known, other = recent.Recent(reader._db), sqlite3.connect(path)
        assert not known.meanings(["PERSON:Ida Ost"])
        with other:
            other.execute(
                "INSERT INTO names (local, kind, forms, articles, entity) VALUES (?, 'PERSON', '{}', 1, 'e1')",
                ("PERSON:Ida Ost",),
            )
        assert known.meanings(["PERSON:Ida Ost"]) == {"PERSON:Ida Ost": Meaning("e1", Kind.PERSON)}
        with other:
            other.execute("UPDATE names SET entity = 'e2'")
        assert known.meanings(["PERSON:Ida Ost"])["PERSON:Ida Ost"].entity == "e2"
        assert writer.entity_of("PERSON:Ida Ost") == "e2"
        other.close()
