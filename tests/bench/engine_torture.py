"""Kills the writer and damages its files at random: `uv run python -m tests.bench.engine_torture [--rounds 200]`.

Killed rounds: a process builds, updates and merges without end until `kill -9`; then the index must open, whole, with
one of the states that were committed, and the next writer must go on from there. Damaged rounds: a file of a good
index is cut short or a bit of it is flipped; then each answer is the right one or an `IndexDamaged` that names the
file, and the index written anew answers as before. Full rounds: the file system refuses to grow a file.
"""

import argparse
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from whoosh import query

from index.engine import Names, Row, Snapshot, Writer, discard
from index.engine import writer as writer_module
from index.engine.segments import EXTENSION
from models.errors import CollectionUnavailable, IndexDamaged

WORDS = ("harbour", "ferry", "strike", "tariff", "winter", "council", "of", "the")
TREES = (
    query.Term("stems", "harbour"),
    query.Phrase("words", ["the", "ferry"]),
    query.Prefix("words", "t"),
    query.Prefix("words", "win"),
    query.And([query.Term("words", "council"), query.NumericRange("day", 738_010, None)]),
    query.FuzzyTerm("words", "hrabour"),
    query.Term("outlet", "courier"),
    query.Every("names"),
)
_ARTICLES = 30
"""Articles that every commit replaces all of; the text says which commit it was."""


def rows(version: int) -> list[Row]:
    """The rows of all articles as of a version."""
    chance = random.Random(version)
    return [
        Row(
            article=version * _ARTICLES + article,
            passage=passage,
            text=f"version{version} " + " ".join(chance.choices(WORDS, k=20)),
            outlet="The Courier" if article % 2 else "Northern Post",
            names=("PERSON:Ada Vell",),
            day=738_000 + article,
        )
        for article in range(_ARTICLES)
        for passage in range(4)
    ]


def write_on(folder: Path) -> None:
    """Go on from the version in the index, for ever; a line on standard output for each commit."""
    if version_of(Snapshot.open(folder)) % 2:
        writer_module.BESIDE = 0  # merges on a thread, however small
    version = version_of(Snapshot.open(folder))
    with Writer(folder) as writer:
        while True:
            for article in range(version * _ARTICLES, (version + 1) * _ARTICLES):
                writer.delete(article)
            version += 1
            for row in rows(version):
                writer.add(row._replace(names=()))
            for article in range(version * _ARTICLES, (version + 1) * _ARTICLES):
                writer.name(article, dict.fromkeys(range(4), Names(("PERSON:Ada Vell",))))
            writer.commit(optimize=version % 5 == 0)
            print(version, flush=True)


def version_of(snapshot: Snapshot) -> int:
    """The version whose rows a snapshot holds; 0 for none."""
    articles = snapshot.column("article")
    live = snapshot.live()
    alive = articles if live is None else articles[live]
    return int(alive[0]) // _ARTICLES if len(alive) else 0


def answers(snapshot: Snapshot) -> list[list[tuple[int, int]]]:
    """Article and passage of all rows found, for each tree."""
    found = []
    for tree in TREES:
        matched = snapshot.evaluate(tree).rows
        articles, passages = snapshot.column("article")[matched], snapshot.column("passage")[matched]
        found.append(sorted(zip(articles.tolist(), passages.tolist(), strict=True)))
    return found


def expected(version: int, folder: Path) -> list[list[tuple[int, int]]]:
    """The answers of an index that nothing has happened to."""
    shutil.rmtree(folder, ignore_errors=True)
    with Writer(folder) as writer:
        for row in rows(version) if version else ():
            writer.add(row)
    return answers(Snapshot.open(folder))


def kill(scratch: Path, chance: random.Random) -> str:
    """Kill a writer at some moment."""
    folder = scratch / "killed"
    victim = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.engine_torture", "--victim", str(folder)], stdout=subprocess.PIPE
    )
    assert victim.stdout is not None
    first = victim.stdout.readline()
    time.sleep(chance.random() * 0.12)
    victim.kill()
    said = [int(line) for line in (first + victim.stdout.read()).split()]
    victim.wait()
    victim.stdout.close()
    snapshot = Snapshot.open(folder)
    snapshot.verify()
    version = version_of(snapshot)
    assert version - said[-1] in {0, 1}, f"commit {said[-1]} was reported, and {version} is there"
    assert answers(snapshot) == expected(version, scratch / "clean")
    with Writer(folder):
        pass
    assert answers(Snapshot.open(folder)) == answers(snapshot)
    return "killed: the last commit opened"


def damage(scratch: Path, chance: random.Random) -> str:
    """Cut a file short or flip a bit of it."""
    folder, version = scratch / "damaged", chance.randrange(1, 1000)
    right = expected(version, folder)
    with Writer(folder) as writer:
        # A second segment, and deleted rows and a file of names beside the first.
        writer.name(version * _ARTICLES + 1, dict.fromkeys(range(4), Names(("PERSON:Ada Vell",))))
        writer.delete(version * _ARTICLES)
        for row in rows(version)[:4]:
            writer.add(row)
    path = chance.choice([p for p in sorted(folder.iterdir()) if p.suffix in {".toc", EXTENSION}])
    content = bytearray(path.read_bytes())
    place = chance.randrange(len(content))
    if chance.random() < 0.5:
        del content[place:]
    else:
        content[place] ^= 1 << chance.randrange(8)
    # Anew, for what this process has found whole it knows by the file's number and time.
    path.unlink()
    path.write_bytes(content)
    try:
        snapshot = Snapshot.open(folder)
        given = answers(snapshot)
        snapshot.verify()
    except IndexDamaged as error:
        outcome = "damaged: named" if path.name in str(error) else f"damaged: not named: {error}"
    else:
        assert given == right, f"a wrong answer from a damaged {path.name}"
        outcome = "damaged: between two arrays, where nothing is"
    discard(folder)
    with Writer(folder) as writer:
        for row in rows(version):
            writer.add(row)
    assert answers(Snapshot.open(folder)) == right
    return outcome


def fill(scratch: Path, chance: random.Random) -> str:
    """Let no file grow beyond some size, as on a full disk."""
    folder, version = scratch / "full", chance.randrange(1, 1000)
    right = expected(version, folder)
    writer = Writer(folder)
    for row in rows(version + 1):
        writer.add(row)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (chance.randrange(1, 60_000), hard))
    try:
        writer.commit(optimize=True)
    except CollectionUnavailable:
        outcome = "full: the old index stays"
    else:
        outcome = "full: there was room enough"
        right = sorted_together(right, expected(version + 1, scratch / "clean"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    writer.cancel()
    assert answers(Snapshot.open(folder)) == right
    return outcome


def sorted_together(
    some: list[list[tuple[int, int]]], more: list[list[tuple[int, int]]]
) -> list[list[tuple[int, int]]]:
    """The rows of both for each tree."""
    return [sorted(a + b) for a, b in zip(some, more, strict=True)]


KINDS: tuple[Callable[[Path, random.Random], str], ...] = (kill, damage, fill)


def torture(rounds: int, seed: int) -> Counter[str]:
    """So many rounds of each kind; how they ended. An AssertionError tells what went wrong."""
    outcomes: Counter[str] = Counter()
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as scratch:
        for _ in range(rounds):
            for round_ in KINDS:
                outcomes[round_(Path(scratch), chance)] += 1
    return outcomes


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=200, help="of each kind (default 200)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--victim", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.victim:
        write_on(options.victim)
    for outcome, times in torture(options.rounds, options.seed).most_common():
        print(f"{times:5} {outcome}")


if __name__ == "__main__":
    main()
