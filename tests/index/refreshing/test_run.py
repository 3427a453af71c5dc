import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from index.collection import Collection
from index.configuring import config_file
from index.home import collection_home
from index.refreshing import refresh
from models.article import Article
from models.errors import CollectionBusy, CollectionUnavailable
from models.key import ArticleKey
from models.status import Progress, Summary

Indexed = Callable[[dict[str, str]], Path]

ARTICLES = {
    "courier/gate.txt": (
        "Gate three jams\n\nMara Vell\n2 May 2031\n\nThe third gate of the dam jammed at noon, Davor Kern said.\n"
    ),
    "herald/flood.txt": (
        "Water in the lower town\n\n3 May 2031\n\nThe river rose two metres overnight and 640 people left.\n"
    ),
}


def again(folder: Path, *, wait: bool = True, rebuild: bool = False) -> Summary:
    return refresh(folder, lambda _: None, threading.Event(), wait=wait, rebuild=rebuild)


def paths(folder: Path, query: str) -> set[str]:
    collection = Collection.open(folder)
    try:
        return {path for hit in collection.search(query).hits for path in hit.paths}
    finally:
        collection.close()


def article(folder: Path, path: str) -> Article:
    collection = Collection.open(folder)
    try:
        return collection.article(ArticleKey(path)).article
    finally:
        collection.close()


def test_articles_are_found_after_indexing(indexed: Indexed) -> None:
    folder = indexed(ARTICLES)
    assert paths(folder, "gate") == {"courier/gate.txt"}
    assert paths(folder, "river") == {"herald/flood.txt"}


def test_nothing_is_read_again_when_nothing_changed(indexed: Indexed) -> None:
    folder = indexed(ARTICLES)
    summary = again(folder)
    assert (summary.added, summary.changed, summary.removed, summary.unchanged) == (0, 0, 0, 2)


def test_only_a_changed_file_is_read_again(indexed: Indexed) -> None:
    folder = indexed(ARTICLES)
    (folder / "herald/flood.txt").write_text(
        "Water falls\n\nThe river fell overnight, at last.\n", encoding="utf-8"
    )
    summary = again(folder)
    assert (summary.changed, summary.unchanged) == (1, 1)
    assert paths(folder, "fell") == {"herald/flood.txt"}
    assert paths(folder, "metres") == set()


def test_a_removed_file_leaves(indexed: Indexed) -> None:
    folder = indexed(ARTICLES)
    (folder / "courier/gate.txt").unlink()
    assert again(folder).removed == 1
    assert paths(folder, "gate") == set()


def test_a_moved_file_keeps_its_article(indexed: Indexed) -> None:
    folder = indexed(ARTICLES)
    (folder / "courier/gate.txt").rename(folder / "moved.txt")
    again(folder)
    assert paths(folder, "gate") == {"moved.txt"}


def test_the_same_article_in_two_files_is_one(indexed: Indexed) -> None:
    folder = indexed({**ARTICLES, "copy.txt": ARTICLES["courier/gate.txt"]})
    collection = Collection.open(folder)
    (hit,) = [h for h in collection.search("jammed").hits if h.passage]
    assert hit.paths == ("copy.txt", "courier/gate.txt")
    assert collection.article(ArticleKey("courier/gate.txt")) == collection.article(ArticleKey("copy.txt"))


def test_many_files_are_read_in_other_processes(indexed: Indexed) -> None:
    files = {
        f"{n:03}.txt": f"Item {n}\n\nThe council met about number{n} and went home.\n" for n in range(120)
    }
    folder = indexed(files)
    collection = Collection.open(folder)
    assert collection.status().articles == 120
    assert collection.search("council", limit=200).total == 120
    assert collection.search("number77").hits[0].path == "077.txt"


def test_unreadable_files_are_listed_and_cost_no_others(tmp_path: Path, indexed: Indexed) -> None:
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (folder / "latin.txt").write_bytes("Café fermé\n\nLe café près du barrage est fermé.\n".encode("latin-1"))
    (folder / "wide.txt").write_bytes("Sixteen\n\nWords in sixteen bits about the sluice.\n".encode("utf-16"))
    indexed(ARTICLES)
    collection = Collection.open(folder)
    assert {p.path for p in collection.problems()} == {"empty.txt", "picture.txt"}
    assert all(p.reason.endswith(".") for p in collection.problems())
    assert paths(folder, "cafe") == {"latin.txt"}
    assert paths(folder, "sluice") == {"wide.txt"}


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_listed(tmp_path: Path, indexed: Indexed) -> None:
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "secret.txt").write_text("Words")
    (folder / "secret.txt").chmod(0)
    indexed(ARTICLES)
    assert {p.path for p in Collection.open(folder).problems()} == {"secret.txt"}


def test_a_vanished_file_is_listed(tmp_path: Path, indexed: Indexed) -> None:
    folder = indexed(ARTICLES)
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    again(folder)
    assert {p.path for p in Collection.open(folder).problems()} == {"gone.txt"}


def test_odd_names_and_links_that_lead_back(indexed: Indexed) -> None:
    folder = indexed({**ARTICLES, "new\nline 🌊.txt": "Odd name\n\nA lamprey swam by the weir.\n"})
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    again(folder)
    assert paths(folder, "lamprey") == {"new\nline 🌊.txt"}
    assert Collection.open(folder).status().articles == 3


def test_a_stopped_run_keeps_what_was_done(tmp_path: Path) -> None:
    folder = tmp_path / "clippings"
    folder.mkdir()
    for n in range(400):
        (folder / f"{n:03}.txt").write_text(f"Item {n}\n\nThe council met about number{n}.\n")
    stop = threading.Event()

    def report(progress: Progress) -> None:
        if progress.done >= 40:
            stop.set()

    summary = refresh(folder, report, stop)
    assert summary.stopped
    kept = Collection.open(folder).status().articles
    assert 40 <= kept < 400
    assert again(folder).unchanged == kept
    assert Collection.open(folder).status().articles == 400


def test_a_missing_folder_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(CollectionUnavailable, match="no folder"):
        again(tmp_path / "nowhere")
    (tmp_path / "file.txt").write_text("Words")
    with pytest.raises(CollectionUnavailable, match="is a file"):
        again(tmp_path / "file.txt")


def test_two_writers_do_not_meet(indexed: Indexed) -> None:
    folder = indexed(ARTICLES)
    script = (
        "import fcntl, sys, time; f = open(sys.argv[1], 'a+'); fcntl.flock(f, fcntl.LOCK_EX); "
        "f.truncate(0); f.write('4711'); f.flush(); print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(collection_home(folder) / "lock")], stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline()
        with pytest.raises(CollectionBusy, match="process 4711"):
            again(folder, wait=False)
        assert paths(folder, "gate"), "searching needs no lock"
        holder.kill()
    assert again(folder, wait=False).unchanged == 2


def test_a_killed_run_loses_nothing_that_the_next_cannot_finish(tmp_path: Path) -> None:
    folder = tmp_path / "clippings"
    folder.mkdir()
    for n in range(600):
        (folder / f"{n:03}.txt").write_text(f"Item {n}\n\nThe council met about number{n} by the river.\n")
    script = (
        "import sys, threading; from pathlib import Path; from index.refreshing import refresh\n"
        "if __name__ == '__main__':\n"
        "    refresh(Path(sys.argv[1]), lambda p: print(p.done, flush=True), threading.Event())\n"
    )
    runner = tmp_path / "run.py"
    runner.write_text(script)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    for moment in (30, 200, 420):
        with subprocess.Popen(
            [sys.executable, str(runner), str(folder)], stdout=subprocess.PIPE, text=True, env=environment
        ) as run:
            assert run.stdout is not None
            for line in run.stdout:
                if int(line) >= moment:
                    break
            time.sleep(0.05)
            run.send_signal(signal.SIGKILL)
        answer = Collection.open(folder).search("council", limit=1000)
        assert len(answer.hits) == answer.total
    again(folder)
    collection = Collection.open(folder)
    assert collection.status().articles == 600
    answer = collection.search("council", limit=1000)
    assert answer.total == 600
    assert len({hit.path for hit in answer.hits}) == 600


def test_an_open_collection_sees_later_commits(indexed: Indexed) -> None:
    folder = indexed(ARTICLES)
    collection = Collection.open(folder)
    assert not collection.reload()
    indexed({"third.txt": "Third\n\nA heron stood on gate three.\n"})
    assert collection.search("heron").total == 0
    assert collection.reload()
    assert collection.search("heron").total == 1


def test_an_open_collection_survives_a_rebuild(indexed: Indexed) -> None:
    folder = indexed(ARTICLES)
    collection = Collection.open(folder)
    again(folder, rebuild=True)
    assert collection.reload()
    assert {h.path for h in collection.search("gate").hits} == {"courier/gate.txt"}


def test_a_damaged_index_is_built_again(indexed: Indexed) -> None:
    folder = indexed(ARTICLES)
    (collection_home(folder) / "catalogue.sqlite").write_bytes(b"torn")
    assert again(folder).added == 2
    assert paths(folder, "gate") == {"courier/gate.txt"}


def test_a_date_that_means_two_days_is_read_as_the_collections_others(indexed: Indexed) -> None:
    def dated(date: str, word: str) -> str:
        return (
            f"The {word} gate jams\n\n{date}\n\nThe {word} gate of the dam jammed at noon, Davor Kern said.\n"
        )

    folder = indexed({"open.txt": dated("7/8/2021", "third"), "a.txt": dated("21/9/2021", "first")})
    assert article(folder, "open.txt").published is None
    for number in range(2):
        (folder / f"b{number}.txt").write_text(dated(f"2{number}/9/2021", f"n{number}"), encoding="utf-8")
    summary = again(folder)
    assert (summary.added, summary.removed) == (2, 0)
    found = article(folder, "open.txt")
    assert (found.published, found.confidence("published")) == ("2021-08-07", "guess")
    assert again(folder).added == 0


def test_the_reader_says_which_day_an_open_date_is(indexed: Callable[[dict[str, str]], Path]) -> None:
    text = "The gate jams\n\n7/8/2021\n\nThe gate of the dam jammed at noon, Davor Kern told the council there.\n"
    folder = indexed({"open.txt": text})
    assert article(folder, "open.txt").published is None
    for order, day in (("dmy", "2021-08-07"), ("mdy", "2021-07-08")):
        config_file().write_text(f'date-order = "{order}"\n', encoding="utf-8")
        again(folder)
        assert article(folder, "open.txt").published == day
    config_file().unlink()
    summary = again(folder)
    assert (summary.added, summary.removed) == (0, 0)
    assert article(folder, "open.txt").published is None


def test_the_first_articles_of_a_small_folder_are_there_before_their_names(tmp_path: Path) -> None:
    folder = tmp_path / "clippings"
    for name, text in ARTICLES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    steps: list[Progress] = []
    refresh(folder, steps.append, threading.Event())
    assert any(step.searchable == 2 and step.named == 0 for step in steps)
    assert "annotating" in {step.stage for step in steps}
    (folder / "third.txt").write_text(
        "Ferries wait\n\n4 May 2031\n\nThe ferries stayed in the harbour all day.\n"
    )
    later: list[Progress] = []
    refresh(folder, later.append, threading.Event())
    # What comes to a folder that can be searched already shows whole.
    assert all(step.named == step.searchable for step in later if step.searchable)
