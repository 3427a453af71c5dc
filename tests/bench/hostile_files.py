"""Gives reading what it should not be given: `uv run python -m tests.bench.hostile_files [--files 10000] [--seed N]`.

Real files and the demo's articles are cut, flipped, spliced, repeated and misnamed at random; beside them come bombs of
every format, and single lines of 200 MB. Each is read and then annotated as `morgue index` does it, in a process of the
same kind with the same bounds. It must end in articles or in a reason, in words and without control characters; never
in an error that no reader expected, or beyond 10 s or 1 GB. What is stopped at these bounds is listed. `--index` in the
end has a folder of such files indexed. Exit status 1 on any violation; `--keep FOLDER` keeps what violated or was
stopped.
"""

import argparse
import json
import os
import random
import re
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from index.catalogue import FileState
from index.catalogue.records import Record, unpack_article
from index.refreshing.bounds import MOST_MEMORY, MOST_SECONDS, peak_memory
from index.refreshing.enriching import allow_for, annotate
from index.refreshing.preparing import FoundFile, Prepared, prepare
from index.refreshing.preparing import lost as lost_file
from index.refreshing.processes import Workers
from index.refreshing.worker import Loss
from models.article import Article
from models.key import ArticleKey
from tests.bench.hostile.archives import archive_bombs, slow_archive_bombs
from tests.bench.hostile.mutating import mutated
from tests.bench.hostile.seeds import Seed, seeds
from tests.bench.hostile.texts import huge_lines, text_bombs

_BATCH = 200
_LARGEST_MUTATED = 100_000
_UNEXPECTED = re.compile(r"could not be (?:read|found) \(\w+")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SLOWEST = 8


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a file ended: times in seconds of processor time, memory in bytes."""

    name: str
    articles: int = 0
    problem: str | None = None
    reading: float = 0.0
    naming: float = 0.0
    memory: int = 0
    stopped: Loss | None = None
    violation: str | None = None


def read(file: FoundFile) -> tuple[Outcome, list[Article]]:
    """Read a file as indexing does, and look at what came of it."""
    _forget_peak()
    began = time.process_time()
    prepared = prepare(file)
    spent = time.process_time() - began
    articles = [_article(file.name, record) for record in prepared.records]
    outcome = Outcome(
        file.name,
        len(articles),
        prepared.problem,
        reading=spent,
        memory=peak_memory(),
        violation=_violation(prepared, articles, spent),
    )
    return outcome, articles


def _article(path: str, record: Record) -> Article:
    passages = [(p.number, p.start, p.end, p.text) for p in record.passages if p.start is not None and p.end]
    return unpack_article(record.article, ArticleKey(path, record.part), passages)


def _violation(prepared: Prepared, articles: Sequence[Article], spent: float) -> str | None:
    problem = prepared.problem or ""
    if not articles and not problem:
        return "neither an article nor a reason"
    if _UNEXPECTED.search(problem):
        return f"unexpected: {problem}"
    if spent > MOST_SECONDS * max(1, prepared.file.state.size / 1024**2) + 1:
        return f"{spent:.1f} s"
    if _CONTROL.search(problem):
        return f"control characters in the reason: {problem!r}"
    for article in articles:
        dirty = _dirty(article.model_dump())
        if dirty:
            return f"control characters or what is none of its business: {dirty!r}"
    return None


def _dirty(value: Any) -> str | None:
    if isinstance(value, str):
        found = _CONTROL.search(value) or ("root:x:" in value and re.search("root:x:", value))
        return value[max(0, found.start() - 20) :][:60] if found else None
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return next((dirty for one in inner if (dirty := _dirty(one))), None)


def lost(file: FoundFile, reason: Loss) -> tuple[Outcome, list[Article]]:
    """What becomes of a file that its process did not survive."""
    return Outcome(file.name, problem=lost_file(file, reason).problem, stopped=reason), []


def name(articles: Sequence[Article]) -> tuple[float, int]:
    """Annotate what a file gave; processor time and memory."""
    _forget_peak()
    began = time.process_time()
    allow_for(articles)
    annotate(articles)
    return time.process_time() - began, peak_memory()


def names_lost(_articles: Sequence[Article], reason: Loss) -> tuple[float, int]:
    """What becomes of articles that annotating did not survive."""
    return (-1.0 if reason == "time" else -2.0 if reason == "memory" else -3.0), 0


def _forget_peak() -> None:
    """Let the most memory that was held be counted from now on, where the system can."""
    try:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    except OSError:
        return


def files(
    count: int, chance: random.Random, *, large: bool
) -> Iterator[Seed | tuple[str, list[tuple[bytes, int]]]]:
    """So many files: bombs first, all of them or a few small ones, then what chance makes of bombs and seeds."""
    small = [bomb for bomb in _chain(archive_bombs(), text_bombs()) if len(bomb.data) <= _LARGEST_MUTATED]
    honest = seeds()
    bombs = _chain(archive_bombs(), text_bombs(), slow_archive_bombs(), huge_lines())
    given = 0
    for one in islice(bombs, count) if large else chance.sample(small, min(len(small), count // 6)):
        given += 1
        yield one
    for _ in range(count - given):
        yield mutated(chance, small if chance.random() < 0.15 else honest)


def _chain(*several: Any) -> Iterator[Any]:
    for one in several:
        yield from one


def written(folder: Path, number: int, made: Seed | tuple[str, list[tuple[bytes, int]]]) -> FoundFile:
    """A file as it lies in a folder."""
    file_name, content = made
    path = folder / f"{number:05}-{file_name}"
    with path.open("wb") as file:
        for piece, times in [(content, 1)] if isinstance(content, bytes) else content:
            for _ in range(times):
                file.write(piece)
    return FoundFile(str(path), path.name, FileState(path.stat().st_size, 1))


def run(
    count: int,
    seed: int,
    *,
    large: bool = True,
    keep: Path | None = None,
    told: Callable[[Sequence[Outcome]], None] = lambda _done: None,
) -> list[Outcome]:
    """Read and annotate so many files."""
    outcomes: list[Outcome] = []
    made = files(count, random.Random(seed), large=large)
    with tempfile.TemporaryDirectory() as place, Workers(threading.Event()) as workers:
        folder = Path(place)
        number = 0
        while batch := list(islice(made, _BATCH)):
            found = [written(folder, number + at, one) for at, one in enumerate(batch)]
            number += len(found)
            results = [one for chunk in workers.each(read, _chunks(found), lost) for one in chunk]
            named = [
                one
                for chunk in workers.each(name, _chunks([articles for _, articles in results]), names_lost)
                for one in chunk
            ]
            for file, (outcome, _), (seconds, memory) in zip(found, results, named, strict=True):
                outcomes.append(_together(outcome, seconds, memory))
                if keep and (outcomes[-1].violation or outcomes[-1].stopped):
                    keep.mkdir(parents=True, exist_ok=True)
                    Path(file.path).rename(keep / file.name)
                else:
                    Path(file.path).unlink()
            told(outcomes)
    return outcomes


def _chunks(items: Sequence[Any]) -> list[Sequence[Any]]:
    return [items[at : at + 8] for at in range(0, len(items), 8)]


def _together(outcome: Outcome, seconds: float, memory: int) -> Outcome:
    stopped: Loss | None = outcome.stopped
    violation = outcome.violation
    if seconds < 0:
        stopped = {-1: "time", -2: "memory"}.get(int(seconds), "crash")  # type: ignore[assignment] # all are of the type
    most = max(outcome.memory, memory)
    if most > MOST_MEMORY:
        violation = violation or f"{most / 1024**2:.0f} MB"
    return Outcome(
        outcome.name,
        outcome.articles,
        outcome.problem,
        outcome.reading,
        seconds,
        most,
        stopped,
        violation,
    )


def index_all(count: int, seed: int) -> tuple[float, int, int]:
    """Have a folder of such files indexed; seconds, and how many articles and problems there are."""
    from index.collection import Collection
    from index.refreshing import refresh

    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "files"
        folder.mkdir()
        os.environ["MORGUE_HOME"] = str(Path(place) / "home")
        for number, made in enumerate(files(count, random.Random(seed), large=False)):
            written(folder, number, made)
        began = time.monotonic()
        refresh(folder, lambda _progress: None, threading.Event())
        spent = time.monotonic() - began
        collection = Collection.open(folder)
        status = collection.status()
        problems = len(collection.problems())
        collection.close()
    return spent, status.articles, problems


def table(outcomes: Sequence[Outcome]) -> str:
    """What came of the files, for people."""
    kinds = Counter(_kind(outcome) for outcome in outcomes)
    lines = [f"{kinds[kind]:>7,}  {kind}" for kind in sorted(kinds, key=lambda kind: -kinds[kind])]
    for title, key in (
        ("slowest to read", lambda o: o.reading),
        ("slowest to annotate", lambda o: o.naming),
        ("largest", lambda o: o.memory),
    ):
        lines.append(f"\n{title}:")
        for outcome in sorted(outcomes, key=key, reverse=True)[:_SLOWEST]:
            ending = f"{outcome.articles} articles" if outcome.articles else outcome.problem
            lines.append(
                f"  {outcome.reading:6.2f} s {outcome.naming:6.2f} s {outcome.memory / 1024**2:6.0f} MB  "
                f"{outcome.name}: {ending}"
            )
    stopped = [outcome for outcome in outcomes if outcome.stopped]
    if stopped:
        lines.append("\nstopped:")
        lines += [f"  {o.stopped} ({'naming' if o.articles else 'reading'}): {o.name}" for o in stopped]
    violated = [outcome for outcome in outcomes if outcome.violation]
    if violated:
        lines.append("\nviolations:")
        lines += [f"  {outcome.name}: {outcome.violation}" for outcome in violated]
    return "\n".join(lines)


def _kind(outcome: Outcome) -> str:
    if outcome.stopped:
        return f"stopped at the bound of {outcome.stopped}"
    if outcome.articles:
        return "articles, some left out with a reason" if outcome.problem else "articles"
    return "a reason"


def _tell(outcomes: Sequence[Outcome]) -> None:
    bad = sum(outcome.violation is not None for outcome in outcomes)
    stopped = sum(outcome.stopped is not None for outcome in outcomes)
    print(
        f"\r{len(outcomes):,} files, {stopped} stopped, {bad} violations", end="", file=sys.stderr, flush=True
    )


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--json", type=Path, help="where each file's outcome goes, a line each")
    parser.add_argument("--keep", type=Path, help="a folder for the files that violated or were stopped")
    parser.add_argument("--index", type=int, default=0, help="in the end index a folder of so many files")
    args = parser.parse_args()
    outcomes = run(args.files, args.seed, keep=args.keep, told=_tell)
    print(f"\n{table(outcomes)}")
    if args.json:
        args.json.write_text(
            "".join(f"{json.dumps(asdict(outcome))}\n" for outcome in outcomes), encoding="utf-8"
        )
    if args.index:
        seconds, articles, problems = index_all(args.index, args.seed)
        print(
            f"\nindexing {args.index:,} files: {seconds:.1f} s, {articles:,} articles, {problems:,} problems"
        )
    return 1 if any(outcome.violation for outcome in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main())
