"""What was decided about names holds although the process that heard it was killed."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from index.bookmarks import Bookmarks
from index.collection import Collection
from index.refreshing import refresh

Indexed = Callable[[dict[str, str]], Path]

ARTICLES = {
    "a.txt": "Gate jams\n\nThe water minister, Davor Kern, said the gate had jammed. Mr Kern left at noon.\n",
    "b.txt": "Recipes\n\nA soup of nettles, said Mara Vell, needs an egg. Ms Vell eats one a day.\n",
}
MERGE = """
said = NameDecision(says="same", names=("PERSON:Mara Vell",), others=("PERSON:Davor Kern",))
"""
SPLIT = """
said = NameDecision(says="apart", names=("PERSON:Kern",), others=("PERSON:Davor Kern",), text="Kern")
"""
SCRIPT = """
import sys, time
from pathlib import Path
from index.bookmarks import Bookmarks
from index.catalogue import Catalogue
from index.collection import Collection
from models.decision import NameDecision
def wait(*_):
    print("now", flush=True)
    time.sleep(60)
{said}
folder = Path(sys.argv[1])
collection = Collection.open(folder)
with Bookmarks.open() as bookmarks:
    {first}
    if sys.argv[2] != "heard":
        setattr(Catalogue, sys.argv[2], wait)
    bookmarks.{last}
    collection.heed()
wait()
"""


def killed(
    folder: Path, said: str, where: str, first: str = "pass", last: str = "decide(folder, [said])"
) -> None:
    """Run the script and kill it as soon as it has come to a place."""
    script = SCRIPT.format(said=said, first=first, last=last)
    with subprocess.Popen(
        [sys.executable, "-c", script, str(folder), where], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "now\n"
        os.kill(process.pid, signal.SIGKILL)


def entities(folder: Path) -> set[tuple[str, ...]]:
    """Each as the names that persons' mentions are written in."""
    collection = Collection.open(folder)
    found = {
        tuple(sorted(alias.text for alias in e.aliases)) for e in collection.entities() if e.kind == "PERSON"
    }
    collection.close()
    return found


APART = {("Davor Kern", "Kern"), ("Mara Vell", "Vell")}
MERGED = {("Davor Kern", "Kern", "Mara Vell", "Vell")}
SPLIT_UP = {("Davor Kern",), ("Kern",), ("Mara Vell", "Vell")}


@pytest.mark.parametrize("where", ["put_decisions", "put_links", "entities_changed", "heard"])
@pytest.mark.parametrize(("said", "then"), [(MERGE, MERGED), (SPLIT, SPLIT_UP)])
def test_it_holds_once_it_was_said(
    indexed: Indexed, where: str, said: str, then: set[tuple[str, ...]]
) -> None:
    folder = indexed(ARTICLES)
    killed(folder, said, where)
    assert entities(folder) == (then if where == "heard" else APART), "all of it or nothing"
    refresh(folder, lambda _: None, threading.Event())
    assert entities(folder) == then
    # An article that changes, and all of the index built again.
    (folder / "b.txt").write_text(ARTICLES["b.txt"] + "\nMr Kern came back.\n", encoding="utf-8")
    refresh(folder, lambda _: None, threading.Event())
    assert {name for names in entities(folder) for name in names} == {
        "Davor Kern",
        "Kern",
        "Mara Vell",
        "Vell",
    }
    (folder / "b.txt").write_text(ARTICLES["b.txt"], encoding="utf-8")
    refresh(folder, lambda _: None, threading.Event(), rebuild=True)
    assert entities(folder) == then


def test_undoing_it_does_so_too(indexed: Indexed) -> None:
    folder = indexed(ARTICLES)
    killed(
        folder,
        SPLIT,
        "entities_changed",
        first="bookmarks.decide(folder, [said]); assert collection.heed()",
        last="undo()",
    )
    with Bookmarks.open() as bookmarks:
        assert bookmarks.decisions(folder) == ()
    assert entities(folder) == SPLIT_UP, "nothing of it yet"
    refresh(folder, lambda _: None, threading.Event())
    assert entities(folder) == APART
