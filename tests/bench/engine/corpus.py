"""Passages to measure on: real news prose, and as much more of it as is wanted by resampling."""

import pickle
import random
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ARTICLES = Path(__file__).parents[3] / "../shared/eval/data/scale/articles.tar.gz"
FIRST_DAY, DAYS = 730_000, 1_000
OUTLETS = tuple(f"outlet{n}" for n in range(40))
_CHUNK = 5_000


class Document(NamedTuple):
    """A passage with what its article adds to it."""

    article: int
    passage: int
    text: str
    outlet: str
    day: int


def read(source: Path, scratch: Path) -> list[list[str]]:
    """The passages of each text file of a folder or archive, split at blank lines, files in random order."""
    if source.is_file():
        with tarfile.open(source) as archive:
            archive.extractall(scratch, filter="data")
        source = scratch
    paths = sorted(source.rglob("*.txt"))
    random.Random(3).shuffle(paths)
    texts = (path.read_text("utf-8", "replace") for path in paths)
    return [[part for part in text.split("\n\n") if part.strip()] for text in texts]


def documents(articles: list[list[str]], wanted: int) -> Iterator[Document]:
    """So many passages. Past the articles there are, new ones are made of halves of random passages."""
    chance = random.Random(5)
    pool = [text for parts in articles for text in parts]
    given = article = 0
    while given < wanted:
        parts = articles[article] if article < len(articles) else _resampled(chance, pool, articles)
        article += 1  # from 1, as the catalogue numbers them
        outlet = chance.choices(OUTLETS, range(len(OUTLETS), 0, -1))[0]
        day = FIRST_DAY + chance.randrange(DAYS)
        for number, text in enumerate(parts[: wanted - given]):
            yield Document(article, number, text, outlet, day)
        given += len(parts)


def _resampled(chance: random.Random, pool: list[str], articles: list[list[str]]) -> list[str]:
    made = []
    for _ in chance.choice(articles):
        first, second = chance.choice(pool).split(), chance.choice(pool).split()
        made.append(" ".join(first[: (len(first) + 1) // 2] + second[len(second) // 2 :]))
    return made


def save(found: Iterable[Document], path: Path) -> int:
    """Write passages to a file, a chunk at a time; how many there were."""
    total = 0
    with path.open("wb") as file:
        chunk: list[Document] = []
        for document in found:
            chunk.append(document)
            total += 1
            if len(chunk) == _CHUNK:
                pickle.dump(chunk, file)
                chunk = []
        pickle.dump(chunk, file)
    return total


def load(path: Path) -> Iterator[list[Document]]:
    """The chunks of a file written by `save`."""
    with path.open("rb") as file:
        while file.peek(1):
            yield pickle.load(file)
