"""One file to what is stored of it: read, annotated, packed. Runs in the processes that a refresh starts."""

import hashlib
import json
import os
import threading
import time
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from index.catalogue import FileState, PassageRecord, Record, pack
from models.annotation import AnnotatedArticle, Annotations
from models.article import Article
from models.errors import UnreadableFile

if TYPE_CHECKING:
    from index.annotating import Annotator


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to be read: where it is, what the collection calls it, and its state when it was found."""

    path: Path
    name: str
    state: FileState


@dataclass(frozen=True, slots=True)
class Prepared:
    """What reading a file gave: records to store, or a problem in words."""

    file: FoundFile
    records: tuple[Record, ...] = ()
    problem: str | None = None


@dataclass
class _Reading:
    file: FoundFile
    articles: list[Article] = field(default_factory=list)
    problem: str | None = None

    def tell(self, problem: str) -> None:
        self.problem = problem


def prepare(files: Sequence[FoundFile]) -> list[Prepared]:
    """Read and annotate files, which lend each other evidence about names."""
    readings = [_read(file) for file in files]
    articles = [article for reading in readings for article in reading.articles]
    try:
        annotations = iter(_annotate(articles))
    except Exception as error:  # noqa: BLE001 - one odd text must never cost the others their names
        if len(files) > 1:
            return [one for file in files for one in prepare([file])]
        annotations = iter([Annotations()] * len(articles))
        readings[0].problem = f"It can be read, but its names could not be found ({type(error).__name__})."
    return [
        Prepared(
            reading.file,
            tuple(record(article, next(annotations)) for article in reading.articles),
            reading.problem,
        )
        for reading in readings
    ]


def _annotate(articles: Sequence[Article]) -> list[Annotations]:
    return _annotator().annotate([a.text for a in articles], [a.title for a in articles])


def _read(file: FoundFile) -> _Reading:
    from index.reading import read

    reading = _Reading(file)
    try:
        # One by one, so that what came before an error is kept.
        for article in read(file.path, file.name, on_problem=reading.tell):
            reading.articles.append(article)
    except UnreadableFile as error:
        reading.tell(str(error))
    except FileNotFoundError:
        reading.tell("It vanished while it was being read.")
    except Exception as error:  # noqa: BLE001 - one odd file must never cost the others
        reading.tell(f"It could not be read ({type(error).__name__}: {str(error)[:120]}).")
    return reading


@cache
def _annotator() -> "Annotator":
    from index.annotating import Annotator

    return Annotator()


def record(article: Article, annotations: Annotations) -> Record:
    """An article as it goes into the catalogue."""
    names: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for mention in annotations.mentions:
        if mention.entity:
            names[mention.entity][mention.text] += 1
    return Record(
        part=article.part,
        digest=_digest(article),
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        day=day_of(article.published),
        names={local: dict(forms) for local, forms in names.items()},
        authors=article.authors,
        passages=tuple(_passages(article, annotations)),
        record=pack(AnnotatedArticle(article=article, annotations=annotations, paths=(article.path,))),
    )


def _passages(article: Article, annotations: Annotations) -> Iterator[PassageRecord]:
    if article.title:
        yield PassageRecord(0, None, None, article.title)
    starts = [p.start for p in article.passages]
    mentions: list[list[tuple[str, int, int]]] = [[] for _ in starts]
    said: list[dict[str, None]] = [{} for _ in starts]
    for mention in annotations.mentions:
        place = bisect_right(starts, mention.start) - 1
        if mention.entity and place >= 0:
            mentions[place].append((mention.entity, mention.start, mention.end))
    for quotation in annotations.quotations:
        place = bisect_right(starts, quotation.start) - 1
        if quotation.entity and place >= 0:
            said[place][quotation.entity] = None
    for i, p in enumerate(article.passages):
        yield PassageRecord(p.number, p.start, p.end, p.text, tuple(mentions[i]), tuple(said[i]))


def day_of(published: str | None) -> int:
    """The day of an ISO 8601 date or moment as an ordinal; 0 where there is none, or only a month or year."""
    try:
        return date.fromisoformat(published[:10]).toordinal() if published else 0
    except ValueError:
        return 0


def _digest(article: Article) -> bytes:
    """Two files with this in common hold the same article: all that it says, and who says so, and when."""
    said = [article.title, article.outlet, article.published, article.authors, article.text]
    return hashlib.blake2b(
        json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass"), digest_size=16
    ).digest()


def begin_worker() -> None:
    """Make a worker process quiet, modest and mortal."""
    import signal

    # The parent answers Ctrl-C for all, and keeps what was done.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Whoever types meanwhile comes first.
    os.nice(10)
    threading.Thread(target=_die_with_parent, args=(os.getppid(),), daemon=True).start()


def _die_with_parent(parent: int) -> None:
    # A killed parent closes no pipe that its other workers hold open too, so each watches for itself.
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)
