"""Text first, names later: whatever happens in between, the end is that of an undisturbed run."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from index.catalogue import Catalogue
from index.collection import Collection
from index.engine import Writer
from index.home import collection_home
from index.refreshing import refresh
from index.refreshing.feeding import Feed
from index.refreshing.processes import Workers
from models.key import ArticleKey
from models.status import Progress, Summary

MANY = 300
"""So many that there are three groups of articles to annotate."""


def text(number: int) -> str:
    return (
        f"Item {number}\n\nThe council met about number{number} by the river.\n\n"
        f"“The weir holds,” said Davor Kern of Ostwick{number % 7} on Monday. Mara Vell left for Tarrow.\n"
    )


def clippings(parent: Path) -> Path:
    folder = parent / "clippings"
    folder.mkdir()
    for number in range(MANY):
        (folder / f"{number:03}.txt").write_text(text(number), encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return clippings(tmp_path)


@pytest.fixture(autouse=True, scope="module")
def in_this_process() -> Iterator[None]:
    """Starting processes takes longer than all the rest; a run that is killed starts its own."""

    def each(
        self: Workers, work: Callable[[Any], Any], chunks: Sequence[Sequence[Any]], lost: object
    ) -> Iterator[list[Any]]:
        for chunk in chunks:
            if self._stop.is_set():
                return
            yield [work(item) for item in chunk]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Workers, "each", each)
        yield


def again(folder: Path, report: Callable[[Progress], None] = lambda _: None) -> Summary:
    return refresh(folder, report, threading.Event())


def stopped_at(folder: Path, stage: str, done: int) -> Summary:
    stop = threading.Event()

    def report(progress: Progress) -> None:
        if progress.stage == stage and progress.done >= done:
            stop.set()

    return refresh(folder, report, stop)


def everything(folder: Path) -> dict[str, object]:
    """What a collection says, as far as revisions do not show in it."""
    collection = Collection.open(folder)
    try:
        collection.snapshot.verify()
        articles = [collection.article(ArticleKey(path.name)) for path in sorted(folder.iterdir())]
        hits = {
            query: sorted((hit.path, hit.passage) for hit in collection.search(query, limit=2 * MANY).hits)
            for query in ("council", "person:kern", "place:tarrow", "said:kern weir", "number17")
        }
        entities = {m.entity for a in articles for m in a.annotations.mentions if m.entity}
        return {
            "articles": articles,
            "hits": hits,
            "entities": [collection.entity(entity) for entity in sorted(entities)],
            "mentions": [len(collection.mentions(entity)) for entity in sorted(entities)],
        }
    finally:
        collection.close()


@pytest.fixture(scope="module")
def undisturbed(in_this_process: None, tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What a run that nothing disturbs makes of the folder."""
    place = tmp_path_factory.mktemp("undisturbed")
    folder = clippings(place)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MORGUE_HOME", str(place / "home"))
        again(folder)
        return everything(folder)


def test_all_text_can_be_searched_before_names_are_found(folder: Path) -> None:
    steps: list[Progress] = []
    found: list[tuple[int, int, bool]] = []

    def report(progress: Progress) -> None:
        if progress.text_complete and not any(step.text_complete for step in steps):
            collection = Collection.open(folder)
            first = collection.article(ArticleKey("000.txt"))
            hits = collection.search("council", limit=2 * MANY).total, collection.search("person:kern").total
            found.append((*hits, first.annotated))
            collection.close()
        steps.append(progress)

    again(folder, report)
    assert found == [(MANY, 0, False)]
    stages = list(dict.fromkeys(step.stage for step in steps))
    assert stages == ["looking", "reading", "annotating", "names", "learning", "done"]
    assert (steps[-1].searchable, steps[-1].named) == (MANY, MANY)
    assert [s.done for s in steps if s.stage == "annotating"] == sorted(
        s.done for s in steps if s.stage == "annotating"
    )


def test_a_few_files_become_searchable_by_text_and_name_at_once(folder: Path) -> None:
    again(folder)
    for number in (3, 4):
        (folder / f"{number:03}.txt").write_text(text(number + 1000), encoding="utf-8")
    steps: list[Progress] = []
    assert again(folder, steps.append).changed == 2
    assert {step.named for step in steps if step.searchable} == {MANY}
    assert "annotating" not in {step.stage for step in steps}
    collection = Collection.open(folder)
    assert collection.search("number1004").hits[0].path == "004.txt"
    assert "004.txt" in {hit.path for hit in collection.search("person:kern", limit=2 * MANY).hits}


@pytest.mark.parametrize(("stage", "done"), [("reading", 30), ("annotating", 0), ("annotating", 128)])
def test_a_stopped_run_is_taken_up_where_it_was(
    folder: Path, undisturbed: dict[str, object], stage: str, done: int
) -> None:
    assert stopped_at(folder, stage, done).stopped
    collection = Collection.open(folder)
    answer = collection.search("council", limit=2 * MANY)
    assert answer.total == len(answer.hits) == collection.status().articles
    assert not collection.article(ArticleKey(answer.hits[-1].path)).annotated
    if stage == "annotating":
        assert answer.total == MANY
    collection.close()
    steps: list[Progress] = []
    assert again(folder, steps.append).named == MANY - (done if stage == "annotating" else 0)
    if done == 128:
        assert max(step.total for step in steps if step.stage == "annotating") <= MANY - 128
    assert everything(folder) == undisturbed


def test_a_run_killed_at_any_moment_is_taken_up_where_it_was(
    folder: Path, undisturbed: dict[str, object], tmp_path: Path
) -> None:
    runner = tmp_path / "run.py"
    runner.write_text(
        "import sys, threading; from pathlib import Path; from index.refreshing import refresh\n"
        "def report(p): print(p.stage, p.done, flush=True)\n"
        "if __name__ == '__main__':\n"
        "    refresh(Path(sys.argv[1]), report, threading.Event())\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    chance = random.Random(5)
    for stage, moment in (("reading", 100), ("annotating", 0), ("annotating", 128)):
        with subprocess.Popen(
            [sys.executable, str(runner), str(folder)], stdout=subprocess.PIPE, text=True, env=environment
        ) as run:
            assert run.stdout is not None
            for line in run.stdout:
                at, done = line.split()
                if at == stage and int(done) >= moment:
                    break
            time.sleep(chance.random() * 0.1)
            run.send_signal(signal.SIGKILL)
        collection = Collection.open(folder)
        answer = collection.search("council", limit=2 * MANY)
        assert len(answer.hits) == answer.total
        collection.close()
    again(folder)
    assert everything(folder) == undisturbed


def test_files_that_change_and_go_while_names_are_found_are_seen_by_the_next_run(folder: Path) -> None:
    def report(progress: Progress) -> None:
        if progress.stage == "annotating" and progress.done == 0:
            (folder / "005.txt").write_text("Otters\n\nAn otter met Mara Vell.\n", encoding="utf-8")
            (folder / "006.txt").unlink()
            (folder / "again.txt").write_text(text(7), encoding="utf-8")

    assert again(folder, report).added == MANY
    summary = again(folder)
    assert (summary.added, summary.changed, summary.removed) == (1, 1, 2)
    collection = Collection.open(folder)
    assert {hit.path for hit in collection.search("otter person:vell").hits} == {"005.txt"}
    assert collection.search("number6").total == collection.search("number5").total == 0
    (hit,) = [h for h in collection.search("number7").hits if h.passage]
    assert hit.paths == ("007.txt", "again.txt")


def test_an_article_that_goes_before_its_names_were_found_leaves_nothing(folder: Path) -> None:
    stopped_at(folder, "annotating", 128)
    for number in (0, MANY - 1):
        (folder / f"{number:03}.txt").unlink()
    assert again(folder).removed == 2
    with Catalogue(collection_home(folder) / "catalogue.sqlite") as catalogue:
        assert catalogue.progress() == (MANY - 2, MANY - 2)
    assert len(everything(folder)["articles"]) == MANY - 2  # type: ignore[arg-type]


def test_names_that_the_engine_was_not_given_are_given_by_the_next_run(folder: Path) -> None:
    again(folder)
    home = collection_home(folder)
    wanted = everything(folder)
    with Catalogue(home / "catalogue.sqlite", writable=True) as catalogue:
        revisions = catalogue.revisions()[:5]
        with Writer(home / "index") as writer:
            for revision in revisions:
                writer.name(revision, {})
        # As a killed run leaves it: the names in the catalogue, the engine without them.
        with catalogue.transaction():
            for revision in revisions:
                catalogue._db.execute("UPDATE articles SET state = 3 WHERE revision = ?", (revision,))
        assert catalogue.named() == revisions
    assert everything(folder) != wanted
    again(folder)
    assert everything(folder) == wanted


def test_an_article_that_comes_back_while_it_is_leaving_keeps_its_names(folder: Path) -> None:
    again(folder)
    wanted = everything(folder)["hits"]
    home = collection_home(folder)
    with Catalogue(home / "catalogue.sqlite", writable=True) as catalogue, Writer(home / "index") as writer:
        (revision,) = (r for r in [catalogue.revision(ArticleKey("010.txt"))] if r)
        loaded = catalogue.load(revision)
        assert loaded is not None
        catalogue.drop_file("010.txt")
        feed = Feed(catalogue, writer)
        assert catalogue.leaving() == [revision]
        feed.commit()
        assert not feed.waits
    again(folder)
    assert everything(folder)["hits"] == wanted
