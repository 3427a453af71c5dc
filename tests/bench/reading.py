"""How fast files become articles on one core, plain text and web pages each beside a peer in the same run.

    uv run python -m tests.bench.reading [--texts FOLDER] [--pages FOLDER] [--files 2500] [--json FILE]

For plain text the peer does the least that a reader of files can do: decode the file and strip its lines. For pages
it is trafilatura alone, with its metadata. Files are read in turn by all, a few at a time, so that what else goes on
in the machine slows all of them; times are CPU seconds, and files have been read once before.
"""

import argparse
import json
import random
import tarfile
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from index.reading import read
from models.errors import UnreadableFile

_EVALUATION = Path(__file__).parents[2] / "../shared/eval/data"
_TEXTS = _EVALUATION / "scale/articles.tar.gz"
_PAGES = _EVALUATION / "clean"
_AT_ONCE = 25
Work = Callable[[Path], object]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--texts", type=Path, default=_TEXTS, help="folder or .tar.gz of .txt files")
    parser.add_argument("--pages", type=Path, default=_PAGES, help="folder of .html files")
    parser.add_argument("--files", type=int, default=2500, help="of each kind, at most (default 2500)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        texts = _sample(_unpacked(options.texts, Path(scratch)), ".txt", options.files)
        pages = _sample(options.pages, ".html", options.files)
        rates = {
            "plain text": measure({"morgue": _read, "lines alone": _lines}, texts),
            "web pages": measure({"morgue": _read, "trafilatura alone": _trafilatura}, pages),
        }
    for kind, of_kind in rates.items():
        ours = of_kind["morgue"]
        for name, rate in of_kind.items():
            print(f"{kind:12}{name:20}{rate:10,.0f} files/s{ours / rate:10.3f}")
    if options.json:
        options.json.write_text(json.dumps(rates, indent=1))


def measure(works: Mapping[str, Work], paths: Sequence[Path]) -> dict[str, float]:
    """Files that each does a CPU second."""
    spent = dict.fromkeys(works, 0.0)
    for work in works.values():
        _do(work, paths[:_AT_ONCE])  # imports and patterns are paid for once
    for begin in range(0, len(paths), _AT_ONCE):
        chunk = paths[begin : begin + _AT_ONCE]
        for path in chunk:
            path.read_bytes()
        for name, work in works.items():
            spent[name] += _do(work, chunk)
    return {name: len(paths) / seconds if seconds else float("nan") for name, seconds in spent.items()}


def _do(work: Work, paths: Sequence[Path]) -> float:
    begun = time.process_time()
    for path in paths:
        work(path)
    return time.process_time() - begun


def _read(path: Path) -> object:
    try:
        return list(read(path, path.name))
    except UnreadableFile:
        return None


def _lines(path: Path) -> object:
    return [line.strip() for line in path.read_text("utf-8", "replace").split("\n")]


def _trafilatura(path: Path) -> object:
    import trafilatura

    return trafilatura.bare_extraction(path.read_bytes(), include_comments=False, with_metadata=True)


def _unpacked(source: Path, scratch: Path) -> Path:
    if source.is_dir():
        return source
    with tarfile.open(source) as archive:
        archive.extractall(scratch, filter="data")
    return scratch


def _sample(folder: Path, suffix: str, most: int) -> list[Path]:
    paths = sorted(folder.rglob(f"*{suffix}"))
    random.Random(7).shuffle(paths)
    return paths[:most]


if __name__ == "__main__":
    main()
