"""The engine as the product uses it: a typed string to an answer with snippets, opening, changing, memory."""

import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from index.catalogue import Catalogue, FileState, Record
from index.engine import Row, Snapshot, Writer
from index.refreshing.preparing import record
from index.search import search
from models.article import Article, Passage
from models.search import Grouping
from tests.bench.engine.corpus import DAYS, FIRST_DAY, OUTLETS, Document, load
from tests.bench.engine.measuring import percentile
from tests.bench.engine.questions import Sample

_QUESTIONS = 20
_ASKED: tuple[tuple[int, Grouping, int | None, str], ...] = (
    (50, "article", None, ""),
    (200, "passage", 3, " of 200"),
)
"""What a script asks for, and the most that the explorer does: 200 articles, three passages of each."""


def fill(corpus: Path, path: Path) -> None:
    """Put the articles into a catalogue, numbered as in the index."""
    with Catalogue(path, writable=True) as catalogue:
        for chunk in _articles(corpus):
            with catalogue.transaction():
                for documents in chunk:
                    stored = _record(documents)
                    name = f"{documents[0].article}.txt"
                    catalogue.put_file(name, FileState(1, 1), (stored,), None)


def _articles(corpus: Path) -> Iterator[list[list[Document]]]:
    every = (document for chunk in load(corpus) for document in chunk)
    batch: list[list[Document]] = []
    for _, documents in groupby(every, attrgetter("article")):
        batch.append(list(documents))
        if len(batch) == 500:
            yield batch
            batch = []
    yield batch


def _record(documents: list[Document]) -> Record:
    from datetime import date

    passages, start = [], 0
    for number, document in enumerate(documents[1:], 1):
        end = start + len(document.text)
        passages.append(Passage(number=number, start=start, end=end, text=document.text))
        start = end + 2
    first = documents[0]
    article = Article(
        path=f"{first.article}.txt",
        title=first.text[:200],
        outlet=first.outlet,
        published=date.fromordinal(first.day).isoformat(),
        passages=tuple(passages),
    )
    return record(article)


def whole_answers(
    folder: Path, catalogue_path: Path, sample: Sample, corpus: Path
) -> dict[str, dict[str, float]]:
    """A string parsed, searched and its snippets built, by kind of query: 50 articles, and 200 with passages.

    Words are new to the snapshot as often as they are to a reader's: it stays open over all queries of a kind.
    """
    catalogue = Catalogue(catalogue_path)
    found: dict[str, dict[str, float]] = {}
    for kind, queries in _typed(sample, corpus).items():
        found[kind] = {}
        for limit, group, of_each, name in _ASKED:
            snapshot = Snapshot.open(folder)
            snapshot.warm()
            times = []
            for text in queries:
                begun = time.perf_counter()
                answer = search(
                    snapshot, catalogue, text, limit=limit, group=group, of_each=of_each, typing=True
                )
                times.append((time.perf_counter() - begun) * 1000)
                assert answer.query == text
            found[kind] |= {f"p50{name}": percentile(times, 50), f"p95{name}": percentile(times, 95)}
    catalogue.close()
    return found


def _typed(sample: Sample, corpus: Path) -> dict[str, list[str]]:
    chance = random.Random(11)
    texts = [d.text for d in next(load(corpus)) if len(d.text) > 200]

    def word() -> str:
        return chance.choice(sample.middling)

    def day() -> str:
        from datetime import date

        return date.fromordinal(FIRST_DAY + chance.randrange(DAYS)).isoformat()

    def sentence() -> str:
        words = chance.choice(texts).split()
        return " ".join(words[: chance.randrange(6, 16)]).replace('"', "")

    makers: dict[str, Callable[[], str]] = {
        "a common word": lambda: chance.choice(sample.common),
        "a word": word,
        "two words": lambda: f"{word()} {word()}",
        "three words": lambda: f"{chance.choice(sample.common)} {word()} {word()}",
        "a sentence": sentence,
        "a phrase": lambda: '"' + " ".join(sentence().split()[1:4]) + '"',
        "near words": lambda: f'"{word()} {word()}"~8',
        "one letter": lambda: word()[:1],
        "two letters": lambda: word()[:2],
        "three letters": lambda: word()[:3],
        "a word, two letters": lambda: f"{word()} {word()[:2]}",
        "wildcard": lambda: f"{word()[:3]}*{word()[-2:]}",
        "fuzzy~": lambda: f"{word()}~",
        "outlet: and a word": lambda: f"outlet:{chance.choice(OUTLETS)} {word()}",
        "after: before: and a word": lambda: f"{word()} after:{day()} before:{day()}",
        "a word without another": lambda: f"{word()} -{word()}",
        "nothing but a filter": lambda: f"outlet:{chance.choice(OUTLETS)}",
    }
    asked = {kind: [make() for _ in range(_QUESTIONS)] for kind, make in makers.items()}
    whole = [f"{word()} {word()}" for _ in range(_QUESTIONS // 4)]
    return asked | {
        "typed letter by letter": [text[:end] for text in whole for end in range(1, len(text) + 1)]
    }


def opening(folder: Path) -> dict[str, float]:
    """Milliseconds from opening to the first answer, and its memory after a hundred more, in a new process."""
    asked = [sys.executable, "-m", "tests.bench.engine.opening", str(folder)]
    out = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split()
    return {"milliseconds": float(out[0]), "resident": float(out[1]), "own": float(out[2])}


def changing(folder: Path, corpus: Path) -> float:
    """Milliseconds, median of nine, until one changed article is written, durable, and found by a new snapshot."""
    from whoosh import query

    times = []
    changed = [d for d in next(load(corpus)) if d.article == 1]
    before = Snapshot.open(folder)
    before.warm()
    for turn in range(9):
        begun = time.perf_counter()
        with Writer(folder) as writer:
            writer.delete(10_000_000 + turn - 1 if turn else 1)
            for document in changed:
                text = f"{document.text} changedforthe{turn}time"
                writer.add(Row(10_000_000 + turn, document.passage, text, document.outlet, day=document.day))
        before = Snapshot.open(folder, before)
        found = before.evaluate(query.Term("words", f"changedforthe{turn}time"))
        times.append((time.perf_counter() - begun) * 1000)
        assert len(found.rows) == len(changed)
    return percentile(times, 50)


def memory() -> tuple[float, float]:
    """Resident bytes, and those among them that are the process's own and not pages of mapped files."""
    fields = Path("/proc/self/statm")
    if not fields.exists():
        peak = float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
        return peak, peak
    _, resident, shared, *_ = (int(n) * os.sysconf("SC_PAGE_SIZE") for n in fields.read_text().split())
    return float(resident), float(resident - shared)
