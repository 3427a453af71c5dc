"""How fast the engine writes, opens and answers: `uv run python -m tests.bench.engine [FOLDER or .tar.gz]`.

The words of every query are drawn, with a fixed seed, from the collection itself. The cache of terms is emptied
before each query, so that every figure is that of a first asking; the best 50 rows are picked from each answer.
"""

import argparse
import random
import tarfile
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from whoosh import query
from whoosh.query import Query

from index.engine import Row, Snapshot, Writer
from index.engine.evaluating import Cache
from index.engine.snapshot import CACHE_BYTES
from index.words import terms

DEFAULT = Path(__file__).parents[2] / "../shared/eval/data/scale/articles.tar.gz"
QUERIES = 100
ARTICLES_A_COMMIT = 1_200
FIRST_DAY, DAYS = 730_000, 1_000


def articles(source: Path, folder: Path) -> Iterator[list[str]]:
    """The passages of each text file, split at blank lines."""
    if source.is_file():
        with tarfile.open(source) as archive:
            archive.extractall(folder, filter="data")
        source = folder
    for path in sorted(source.rglob("*.txt")):
        yield [part for part in path.read_text("utf-8", "replace").split("\n\n") if part.strip()]


def build(folder: Path, passages: list[list[str]]) -> float:
    """Write the index, a commit every so many articles; seconds taken."""
    begun = time.perf_counter()
    with Writer(folder) as writer:
        for article, parts in enumerate(passages, start=1):
            for number, text in enumerate(parts):
                writer.add(Row(article, number, text, title=parts[0][:80], day=FIRST_DAY + article % DAYS))
            if article % ARTICLES_A_COMMIT == 0:
                writer.commit()
    return time.perf_counter() - begun


class Questions:
    """Draws queries from the collection."""

    def __init__(self, snapshot: Snapshot, passages: list[list[str]]) -> None:
        self._random = random.Random(7)
        self._texts = [words for parts in passages for text in parts if len(words := terms(text)) > 8]
        lexicon = snapshot.expand("words", "")
        rows = snapshot.rows
        self.rare = [term for term, n in lexicon if 5 <= n <= 50 and len(term) > 3]
        self.middling = [term for term, n in lexicon if rows / 500 <= n <= rows / 20 and len(term) > 2]
        self.common = [term for term, n in lexicon if n >= rows / 8]

    def word(self, among: list[str], boost: float = 1.0) -> Query:
        return query.Term("words", self._random.choice(among), boost)

    def several(self, number: int) -> list[Query]:
        return [self.word(self.middling, 1 + i / number) for i in range(number)]

    def phrase(self) -> Query:
        words = self._random.choice(self._texts)
        start = self._random.randrange(len(words) - 3)
        return query.Phrase("words", words[start : start + self._random.choice((2, 3))])

    def prefix(self, letters: int) -> Query:
        return query.Prefix("words", self._random.choice(self.middling)[:letters])

    def fuzzy(self) -> Query:
        word = self._random.choice(self.middling)
        place = self._random.randrange(1, len(word))
        return query.FuzzyTerm("words", word[:place] + self._random.choice("aeinrst") + word[place + 1 :])

    def dated(self) -> Query:
        start = FIRST_DAY + self._random.randrange(DAYS - 60)
        return query.And([self.word(self.middling), query.NumericRange("day", start, start + 60)])


def milliseconds(snapshot: Snapshot, question: Callable[[], Query]) -> tuple[float, float, float]:
    """Median and 95th percentile of the time of one query, and the median number of rows found."""
    times, found = [], []
    for tree in [question() for _ in range(QUERIES)]:
        snapshot.cache = Cache(CACHE_BYTES)
        begun = time.perf_counter()
        matches = snapshot.evaluate(tree)
        if len(matches.rows) > 50:
            np.argpartition(-matches.scores, 50)[:50]
        times.append((time.perf_counter() - begun) * 1000)
        found.append(len(matches.rows))
    return float(np.median(times)), float(np.percentile(times, 95)), float(np.median(found))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path, nargs="?", default=DEFAULT)
    parser.add_argument("--passages", type=int, default=100_000, help="how many to take (default 100,000)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        taken: list[list[str]] = []
        total = 0
        for parts in articles(options.source, Path(scratch) / "articles"):
            if total >= options.passages:
                break
            taken.append(parts)
            total += len(parts)
        folder = Path(scratch) / "index"
        seconds = build(folder, taken)
        size = sum(path.stat().st_size for path in folder.iterdir())
        print(f"{total:,} passages of {len(taken):,} articles, {size / 1e6:.0f} MB")
        print(f"built in {seconds:.2f} s: {total / seconds:,.0f} passages/s")

        begun = time.perf_counter()
        snapshot = Snapshot.open(folder)
        snapshot.evaluate(query.Term("words", "first"))
        opened = (time.perf_counter() - begun) * 1000
        print(f"open to first answer {opened:.1f} ms, {len(snapshot.segments)} segments")
        snapshot.similar("words", "lexicon", 1)

        begun = time.perf_counter()
        with Writer(folder) as writer:
            writer.delete(1)
            for number, text in enumerate(taken[0]):
                writer.add(Row(len(taken) + 1, number, text))
        print(f"one article changed and committed {(time.perf_counter() - begun) * 1000:.1f} ms\n")

        ask = Questions(snapshot, taken)
        classes: dict[str, Callable[[], Query]] = {
            "rare term": lambda: ask.word(ask.rare),
            "common term": lambda: ask.word(ask.common),
            "OR of 3": lambda: query.Or(ask.several(3)),
            "AND of 3": lambda: query.And([ask.word(ask.common), *ask.several(2)]),
            "phrase": ask.phrase,
            "prefix of 1": lambda: ask.prefix(1),
            "prefix of 2": lambda: ask.prefix(2),
            "prefix of 3": lambda: ask.prefix(3),
            "fuzzy": ask.fuzzy,
            "term + days": ask.dated,
            "weighted OR of 15": lambda: query.Or(ask.several(15)),
        }
        print(f"{'ms a query':20}{'p50':>8}{'p95':>8}{'rows':>9}")
        for name, question in classes.items():
            median, slow, rows = milliseconds(snapshot, question)
            print(f"{name:20}{median:8.2f}{slow:8.2f}{rows:9,.0f}")


if __name__ == "__main__":
    main()
