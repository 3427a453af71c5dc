"""From a file written to its article found, while `morgue index --watch` runs in another process.

    uv run python -m tests.bench.watching FOLDER [--changes 50] [--home CACHE]

FOLDER is a copy of articles that may be written to; what is written is removed again.
"""

import argparse
import os
import signal
import statistics
import subprocess
import sys
import time
from pathlib import Path

from index.collection import Collection

_LONGEST = 60.0
"""Seconds after which a change counts as not noticed."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--changes", type=int, default=50)
    parser.add_argument("--home", type=Path, help="where the index is kept")
    args = parser.parse_args()
    if args.home:
        os.environ["MORGUE_HOME"] = str(args.home)
    command = [sys.executable, "-P", "-m", "tui", "index", str(args.folder), "--watch"]
    watcher = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert watcher.stderr is not None
        for line in watcher.stderr:
            if line.startswith("Watching"):
                break
        _measure(args.folder, args.changes, watcher.pid)
    finally:
        watcher.send_signal(signal.SIGINT)
        watcher.communicate(timeout=120)


def _measure(folder: Path, changes: int, watcher: int) -> None:
    collection = Collection.open(folder)
    print(f"{collection.status().articles:,} articles")
    collection.warm()
    file = folder / "measured-change.txt"
    found, gone = [], []
    before = _processor(watcher)
    for number in range(changes):
        word = f"kumquat{number}x"
        file.write_text(
            f"A change\n\nThe {word} of Davor Kern grew again, Ida Marsh said on Monday.\n", encoding="utf-8"
        )
        found.append(_until(collection, word, wanted=True))
        file.unlink()
        gone.append(_until(collection, word, wanted=False))
    _print("written to found", found)
    _print("removed to gone", gone)
    print(
        f"processor time of the watching process: {(_processor(watcher) - before) / changes / 2:.2f} s a change"
    )
    moved = folder / "measured-move"
    parts = sorted((p for p in folder.iterdir() if p.is_dir()), key=lambda p: -sum(1 for _ in p.rglob("*")))
    if parts:
        count = sum(1 for p in parts[0].rglob("*") if p.is_file())
        inside = (hit.path for hit in collection.search("said", limit=1000).hits)
        path = next(path for path in inside if path.startswith(f"{parts[0].name}/"))
        began = time.monotonic()
        parts[0].rename(moved)
        _until_at(collection, path, path.replace(parts[0].name, moved.name, 1))
        print(
            f"a folder of {count:,} files renamed: {time.monotonic() - began:.1f} s until its articles stand there"
        )
        moved.rename(parts[0])
        _until_at(collection, path, path)


def _until(collection: Collection, word: str, *, wanted: bool) -> float:
    began = time.monotonic()
    while bool(collection.search(word, limit=1).total) != wanted:
        if time.monotonic() - began > _LONGEST:
            raise TimeoutError(word)
        time.sleep(0.01)
        collection.reload()
    return time.monotonic() - began


def _until_at(collection: Collection, old: str, new: str) -> None:
    from models.key import ArticleKey

    began = time.monotonic()
    while collection.place_of(ArticleKey(old)).path != new:
        if time.monotonic() - began > _LONGEST:
            raise TimeoutError(old)
        time.sleep(0.02)
        collection.reload()


def _processor(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _print(what: str, seconds: list[float]) -> None:
    cuts = statistics.quantiles(seconds, n=20)
    print(
        f"{what}: p50 {statistics.median(seconds):.2f} s, p95 {cuts[-1]:.2f} s, longest {max(seconds):.2f} s"
    )


if __name__ == "__main__":
    main()
