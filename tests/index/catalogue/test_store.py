import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index.catalogue import Catalogue, FileRecord, FileState, NamesRecord, Record
from index.refreshing.enriching import names_record
from index.refreshing.preparing import record
from models.annotation import Annotations, Mention
from models.article import Article, Dropped, Passage
from models.errors import IndexDamaged
from models.kind import Kind

STATE = FileState(10, 1)


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue(tmp_path / "catalogue.sqlite", writable=True) as opened:
        yield opened


def made(
    text: str = "The dam held. Kern said so.", *, path: str = "a.txt", published: str | None = "2031-05-02"
) -> Record:
    passage = Passage(number=1, start=0, end=len(text), text=text)
    return record(
        Article(path=path, title="The dam", outlet="The Courier", published=published, passages=(passage,))
    )


def named(catalogue: Catalogue, revision: int) -> NamesRecord:
    """What annotating would find in such an article."""
    loaded = catalogue.load(revision)
    assert loaded is not None
    at = loaded.article.text.index("Kern")
    kern = Mention(start=at, end=at + 4, text="Kern", kind=Kind.PERSON, entity="PERSON:Davor Kern")
    return names_record(loaded.article, Annotations(mentions=(kern,)))


def settle(catalogue: Catalogue) -> None:
    catalogue.settle([*catalogue.pending(), *catalogue.named()], catalogue.leaving())


def test_an_article_is_pending_until_it_is_settled(catalogue: Catalogue) -> None:
    (revision,), left = catalogue.put_file("a.txt", STATE, [made()])
    assert left == 0
    assert catalogue.pending() == [revision]
    assert catalogue.revisions() == []
    settle(catalogue)
    assert catalogue.pending() == []
    assert catalogue.revisions() == [revision]


def test_names_may_come_before_the_engine_has_the_text_or_after_it(catalogue: Catalogue) -> None:
    (early,), _ = catalogue.put_file("a.txt", STATE, [made()])
    assert catalogue.unannotated() == [early]
    assert not catalogue.put_names(early, named(catalogue, early)), "they go with the text"
    (late,), _ = catalogue.put_file("b.txt", STATE, [made("Kern came late.", path="b.txt")])
    assert (catalogue.pending(), catalogue.unannotated()) == ([early, late], [late])
    settle(catalogue)
    assert (catalogue.unannotated(), catalogue.progress()) == ([late], (2, 1))
    loaded = catalogue.load(late)
    assert loaded is not None
    assert not loaded.annotated
    assert catalogue.put_names(late, named(catalogue, late))
    assert (catalogue.unannotated(), catalogue.named()) == ([], [late])
    assert catalogue.revisions() == [early, late]
    loaded = catalogue.load(late)
    assert loaded is not None
    assert loaded.annotated
    assert loaded.annotations.mentions
    settle(catalogue)
    assert (catalogue.named(), catalogue.progress()) == ([], (2, 2))


def test_an_article_that_leaves_before_its_names_are_found_needs_none(catalogue: Catalogue) -> None:
    catalogue.put_file("a.txt", STATE, [made()])
    settle(catalogue)
    catalogue.drop_file("a.txt")
    assert catalogue.unannotated() == []
    settle(catalogue)
    assert catalogue.progress() == (0, 0)


def test_names_are_compared_anew_once_articles_have_come_or_gone(catalogue: Catalogue) -> None:
    catalogue.names_compared()
    assert catalogue.compared
    catalogue.put_file("a.txt", STATE, [made()])
    settle(catalogue)
    assert catalogue.compared is None


def test_the_same_article_in_two_files_is_one_with_two_paths(catalogue: Catalogue) -> None:
    (revision,), _ = catalogue.put_file("b.txt", STATE, [made(path="b.txt")])
    came, _ = catalogue.put_file("a.txt", STATE, [made(path="a.txt")])
    assert came == {}
    heading = catalogue.heading(revision)
    assert heading is not None
    assert heading.paths == ("a.txt", "b.txt")
    loaded = catalogue.load(revision)
    assert loaded is not None
    assert loaded.paths == ("a.txt", "b.txt")


def test_an_article_leaves_with_its_last_file(catalogue: Catalogue) -> None:
    (revision,), _ = catalogue.put_file("a.txt", STATE, [made()])
    catalogue.put_file("b.txt", STATE, [made(path="b.txt")])
    catalogue.put_names(revision, named(catalogue, revision))
    settle(catalogue)
    assert catalogue.drop_file("a.txt") == 0
    heading = catalogue.heading(revision)
    assert heading is not None
    assert heading.key.path == "b.txt"
    assert catalogue.drop_file("b.txt") == 1
    assert catalogue.leaving() == [revision]
    settle(catalogue)
    assert catalogue.heading(revision) is None
    assert catalogue.mentions(["PERSON:Davor Kern"], 10) == []


def test_a_changed_file_gives_a_new_revision_and_lets_the_old_go(catalogue: Catalogue) -> None:
    (old,), _ = catalogue.put_file("a.txt", STATE, [made("The dam held.")])
    settle(catalogue)
    (new,), left = catalogue.put_file("a.txt", STATE, [made("The dam broke.")])
    assert left == 1
    assert (catalogue.leaving(), catalogue.pending()) == ([old], [new])


def test_an_article_that_comes_back_before_it_was_taken_out_stays(catalogue: Catalogue) -> None:
    (revision,), _ = catalogue.put_file("a.txt", STATE, [made()])
    settle(catalogue)
    catalogue.drop_file("a.txt")
    catalogue.put_file("moved.txt", STATE, [made(path="moved.txt")])
    assert catalogue.leaving() == []
    assert catalogue.pending() == [revision]


def test_a_revision_is_never_used_twice(catalogue: Catalogue) -> None:
    (first,), _ = catalogue.put_file("a.txt", STATE, [made()])
    catalogue.drop_file("a.txt")
    settle(catalogue)
    (second,), _ = catalogue.put_file("a.txt", STATE, [made()])
    assert second > first


def test_problems_are_kept_with_their_file(catalogue: Catalogue) -> None:
    catalogue.put_file("bad.txt", STATE, [], "It is empty.")
    assert [(p.path, p.reason) for p in catalogue.problems()] == [("bad.txt", "It is empty.")]
    catalogue.put_file("bad.txt", STATE, [made(path="bad.txt")])
    assert catalogue.problems() == ()


def test_mentions_name_their_place(catalogue: Catalogue) -> None:
    (revision,), _ = catalogue.put_file("a.txt", STATE, [made()])
    catalogue.put_names(revision, named(catalogue, revision))
    settle(catalogue)
    (place,) = catalogue.mentions(["PERSON:Davor Kern"], 10)
    assert (place.path, place.passage, place.text, place.snippet[place.start : place.end]) == (
        "a.txt",
        1,
        "Kern",
        "Kern",
    )


def test_what_is_written_is_all_or_nothing(catalogue: Catalogue) -> None:
    def interrupted() -> None:
        with catalogue.transaction():
            catalogue.put_file("a.txt", STATE, [made()])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert catalogue.files() == {}


def test_a_file_that_is_no_catalogue_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    path.write_bytes(b"not a database at all, " * 100)
    with pytest.raises(IndexDamaged):
        Catalogue(path, writable=True)


def test_a_catalogue_of_another_format_is_built_again(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    with Catalogue(path, writable=True) as made_before:
        made_before.set_about("format", "0")
    with pytest.raises(IndexDamaged, match="another version"):
        Catalogue(path, writable=True)


def test_a_catalogue_whose_tables_are_others_is_built_again(tmp_path: Path) -> None:
    """Its tables have not the columns that the indexes of this format need."""
    path = tmp_path / "catalogue.sqlite"
    with closing(sqlite3.connect(path)) as older:
        older.execute("CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID")
        older.execute("CREATE TABLE mentions (local TEXT PRIMARY KEY)")
        older.execute("INSERT INTO about VALUES ('format', '1')")
        older.commit()
    with pytest.raises(IndexDamaged, match="another version"):
        Catalogue(path, writable=True)


def test_many_files_are_stored_at_once(catalogue: Catalogue) -> None:
    """The same article in two of them is one, and one that only moves among them stays."""
    (old,), _ = catalogue.put_file("old.txt", STATE, [made("The dam held.", path="old.txt")])
    settle(catalogue)
    came, left = catalogue.put_files(
        [
            FileRecord("old.txt", STATE, [made("The dam broke.", path="old.txt")]),
            FileRecord("new.txt", STATE, [made("The dam held.", path="new.txt")]),
            FileRecord("copy.txt", STATE, [made("The dam broke.", path="copy.txt")]),
            FileRecord("bad.txt", STATE, (), "It is empty."),
        ]
    )
    (new,) = came
    assert left == 0
    assert catalogue.pending() == [new]
    settle(catalogue)
    assert {r: h.paths for r, h in catalogue.headings([old, new]).items()} == {
        old: ("new.txt",),
        new: ("copy.txt", "old.txt"),
    }
    assert [p.path for p in catalogue.problems()] == ["bad.txt"]


def test_all_that_an_article_says_comes_back(catalogue: Catalogue) -> None:
    passages = (
        Passage(number=1, start=0, end=9, text="The weirs", kind="heading"),
        Passage(number=2, start=11, end=24, text="The dam held."),
    )
    dropped = tuple(Dropped(text=f"Share {n}", reason="share button", before=1) for n in range(100))
    for title in ("The dam", None):
        whole = Article(
            path="a.txt", title=title, authors=("Mara Ilić",), passages=passages, dropped=dropped,
            found={"title": "first line"},
        )  # fmt: skip
        (revision,), _ = catalogue.put_file("a.txt", STATE, [record(whole)])
        settle(catalogue)
        loaded = catalogue.load(revision)
        assert loaded is not None
        assert loaded.article == whole
