"""One file to what is stored of it: read and packed. Runs in the processes that a refresh starts."""

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from index.catalogue import FileState, PassageRecord, Record, pack_article
from index.lines import outline
from index.refreshing.bounds import MOST_MEMORY, MOST_SECONDS, allow
from index.refreshing.worker import Loss
from models.article import Article
from models.errors import UnreadableFile

if TYPE_CHECKING:
    from index.reading.stated.day_order import DayOrder

_MOST_TEXT = 150_000_000
"""Characters of one file's articles, whose records are held in memory together: 30,000 articles of 800 words."""


_EACH_ARTICLE = 250
"""Characters that an article counts for beside its text, since short ones take memory too."""
_LIGHT = 128 * 1024
"""Bytes of a text that takes a few tenths of a second at most."""
_MEGABYTE = 1024**2
_LOST: dict[Loss, str] = {
    "time": f"Reading it took longer than {MOST_SECONDS:.0f} s and was stopped.",
    "memory": f"Reading it took more than {MOST_MEMORY // 1024**3} GB of memory and was stopped.",
    "crash": "Reading it ended the process that read it; it may be damaged.",
}


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to be read: where it is, what the collection calls it, and its state when it was found."""

    path: str
    name: str
    state: FileState
    day_first: bool | None = None
    """The order of day and month to assume, where the file itself leaves it open."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What reading a file gave: records to store, or a problem in words."""

    file: FoundFile
    records: tuple[Record, ...] = ()
    problem: str | None = None
    outlet: str | None = None
    """That of its first undated article, or of its first."""
    stated_order: bool | None = None
    """Whether its dates put the day before the month; None where they do not tell or differ."""
    undecided: bool = False
    """One of its articles is undated for want of that order."""
    passing: bool = False
    """Whether it may be read another time without having changed."""


def ready(_: None) -> None:
    """Load what reading a text takes, which is as long as reading a few hundred."""
    import index.reading.articles
    import index.reading.plain.plain_text  # noqa: F401 - both are there when they are needed


def prepare(file: FoundFile) -> Prepared:
    """Read a file.

    Raises:
        MemoryError: it takes more than there is.
    """
    records: list[Record] = []
    orders: list[tuple[str | None, DayOrder]] = []
    problems: list[str] = []
    passing = False
    size = 0
    until = time.process_time() + MOST_SECONDS * max(1, file.state.size / _MEGABYTE)
    try:
        # One by one, so that what came before an error is kept.
        for article, order in _articles(file, problems.append):
            records.append(record(article))
            orders.append((article.outlet, order))
            size += len(article.text) + _EACH_ARTICLE
            allow(MOST_SECONDS)
            if size > _MOST_TEXT:
                problems.append(
                    f"It holds too much to be indexed: only its first {len(records):,} articles are."
                )
                break
            if time.process_time() > until:
                problems.append(
                    f"Reading it took too long: only its first {len(records):,} articles are here."
                )
                break
    except UnreadableFile as error:
        problems.append(str(error))
        passing = error.passing
    except OSError as error:
        problems.append(f"The system could not read it: {error.strerror or 'unknown error'}.")
        passing = True
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - one odd file must never cost the others
        problems.append(f"It could not be read ({type(error).__name__}: {str(error)[:120]}).")
    told = {order.stated for _, order in orders if order.stated is not None}
    undecided = [outlet for outlet, order in orders if order.undecided]
    return Prepared(
        file,
        tuple(records),
        problems[-1] if problems else None,
        outlet=next(iter((*undecided, *(outlet for outlet, _ in orders))), None),
        stated_order=told.pop() if len(told) == 1 else None,
        undecided=bool(undecided),
        passing=passing,
    )


def _articles(file: FoundFile, on_problem: Callable[[str], None]) -> Iterator[tuple[Article, "DayOrder"]]:
    """A file's articles with what their dates tell; those that need an order are read in the one to assume."""
    from index.reading import read
    from index.reading.stated.day_order import assumed, day_order

    if file.day_first is None:
        for article in read(Path(file.path), file.name, on_problem=on_problem):
            yield article, day_order(article)
        return
    in_order = read(Path(file.path), file.name, day_first=file.day_first)
    for before, article in zip(
        read(Path(file.path), file.name, on_problem=on_problem), in_order, strict=False
    ):
        order = day_order(before)
        yield (assumed(article, before) if order.undecided else before), order


def is_light(file: FoundFile) -> bool:
    """Whether a file is a short text or page, which may be read in any process; others unpack or hold surprises."""
    from index.reading.formats import format_of
    from index.reading.source import HEAD_BYTES, suffix_of

    if file.state.size > _LIGHT:
        return False
    try:
        with Path(file.path).open("rb", buffering=0) as stream:
            head = stream.read(HEAD_BYTES)
    except OSError:
        # Reading it tells what is wrong with it.
        return True
    return format_of(head, suffix_of(file.name)).name in {"text", "markdown", "html"}


def lost(file: FoundFile, reason: Loss) -> Prepared:
    """What is said of a file that takes too much, or ends the process that reads it."""
    return Prepared(file, problem=_LOST[reason])


def record(article: Article) -> Record:
    """An article as it goes into the catalogue."""
    from index.copies.sketches import sketch

    return Record(
        part=article.part,
        digest=_digest(article),
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        day=day_of(article.published),
        authors=article.authors,
        passages=tuple(_passages(article)),
        article=pack_article(article),
        outline=outline(article),
        sketch=sketch(article.text),
    )


def _passages(article: Article) -> Iterator[PassageRecord]:
    if article.title:
        yield PassageRecord(0, None, None, article.title)
    for p in article.passages:
        yield PassageRecord(p.number, p.start, p.end, p.text)


def day_of(published: str | None) -> int:
    """The day of an ISO 8601 date or moment as an ordinal; 0 where there is none, or only a month or year."""
    try:
        return date.fromisoformat(published[:10]).toordinal() if published else 0
    except ValueError:
        return 0


def _digest(article: Article) -> bytes:
    """Two files with this in common hold the same article: all that it says, and who says so, and when."""
    about = [article.title, article.outlet, article.published, article.authors]
    # JSON is on one line, so that it cannot be taken for the beginning of the text.
    said = f"{json.dumps(about, ensure_ascii=False)}\n{article.text}"
    return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).digest()
