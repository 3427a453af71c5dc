"""How fast keys answer in the explorer, in a real terminal.

    uv run python -m tests.bench.typing FOLDER --home CACHE [--articles 16200] [--json FILE]

Copies so many of FOLDER's articles (16,200 of the scale articles have 100,000 passages) into CACHE and opens the
explorer on them. Where CACHE holds no index yet it is built by that, and keys are typed meanwhile.

Types queries at 15 keys a second whatever comes back, as a typist does, at three sizes of the window. For each key two
times, in milliseconds: until the key is on the screen (echo), and until the results for the text with this key, or
already with later ones, are (results). Which results those are is looked up afterwards, by typing the same slowly: the
line that says what was understood, the counts and every visible row of the list must be the same. The reader of the
terminal only keeps bytes and times while keys are typed, so that no emulator is in the figures. The echo of an app with
nothing but a text field, in the same run, shows what the machine's other work costs.
"""

import argparse
import json
import random
import re
import shutil
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from tests.bench.recording import Frame, Recording

_SIZES = ((80, 24), (140, 45), (220, 60))
_QUERIES = (
    "oil price", "minister said", "trade deficit", "bank rate rise", "company profit", "japan", "wheat exports to",
    "tax reform plan", "football champion", "new york stock", "computer software", "strike",
)  # fmt: skip
_CLEAR = "\x15"
_PLACEHOLDER = "search as you type"


class Key(NamedTuple):
    """One key of a query, and when it went."""

    query: str
    typed: int
    """Characters of the query that had been sent with this one."""
    sent: float


class Shown(NamedTuple):
    """The part of a screen that answers a query."""

    understood: str
    rows: tuple[str, ...]


def main() -> None:
    """Measure and print."""
    options = _options()
    options.home.mkdir(parents=True, exist_ok=True)
    folder = _sample(options.folder, options.articles, options.home / f"articles-{options.articles}")
    figures: dict[str, float] = {}
    for columns, rows in _SIZES:
        size = f"{columns}x{rows}"
        for name, value in measure(folder, options.home, columns, rows, options.rate).items():
            figures[f"{size} {name}"] = value
            print(f"{size:8} {name:36} {value}", flush=True)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--home", type=Path, required=True, help="where the sample and its index are kept")
    parser.add_argument("--articles", type=int, default=16_200)
    parser.add_argument("--rate", type=float, default=15, help="keys a second")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures here too")
    return parser.parse_args()


def _sample(folder: Path, count: int, target: Path) -> Path:
    """Copies of so many of a folder's files, the same each time."""
    if not target.exists():
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        random.Random(1).shuffle(files)
        for file in files[:count]:
            copy = target / file.relative_to(folder)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy)
    return target


def measure(folder: Path, home: Path, columns: int, rows: int, rate: float) -> dict[str, float]:
    """Figures by name for one size of the window."""
    command = [sys.executable, "-m", "tui", str(folder)]
    with Recording(command, columns=columns, rows=rows, home=home) as recording:
        recording.settle(0.4, 60, until=lambda frame: bool(frame.lines[3]))
        recording.send("/")
        figures = _while_indexing(recording, rate)
        recording.settle()
        keys, frames = _typed(recording, rate)
        settled = _settled(recording)
    figures["keys"] = len(keys)
    figures |= summary("echo", (_echo(key, frames) for key in keys))
    figures |= summary("results", (_results(key, frames, settled) for key in keys))
    figures |= summary("echo of a bare Textual app", _bare_echo(columns, rows, rate))
    figures["KB a key"] = round(sum(f.size for f in frames) / len(keys) / 1000, 2)
    return figures


def _bare_echo(columns: int, rows: int, rate: float) -> list[float | None]:
    with Recording([sys.executable, "-m", "tests.bench.bare"], columns=columns, rows=rows) as recording:
        recording.settle(0.3, 60, until=lambda frame: frame.time > 0)
        keys, frames = _typed(recording, rate)
    return [_echo(key, frames, lambda frame: frame.lines[0]) for key in keys]


def _while_indexing(recording: Recording, rate: float) -> dict[str, float]:
    keys: list[Key] = []
    frames: list[Frame] = []
    while _busy(recording):
        more, drawn = _typed(recording, rate)
        keys += more
        frames += drawn
    if not keys:
        return {}
    return summary("echo while indexing", (_echo(key, frames) for key in keys))


def _busy(recording: Recording) -> bool:
    recording.settle(0.4, 2)
    return any(word in recording.screen.lines[0] for word in ("looking", "reading", "names"))


def _typed(recording: Recording, rate: float) -> tuple[list[Key], list[Frame]]:
    """Type each query at so many keys a second."""
    keys, frames = [], []
    for query in _QUERIES:
        recording.send(_CLEAR)
        # The answer to nothing has been painted, and the article beside it too.
        recording.settle(0.4)
        due = time.monotonic()
        for typed in range(1, len(query) + 1):
            keys.append(Key(query, typed, recording.send(query[typed - 1])))
            due += 1 / rate
            recording.watch(due)
        frames += recording.frames() + recording.settle()
    return keys, frames


def _settled(recording: Recording) -> dict[str, Shown]:
    """What stands on the screen when each beginning of each query has been answered."""
    found: dict[str, Shown] = {}
    for query in _QUERIES:
        recording.send(_CLEAR)
        recording.settle()
        for typed in range(1, len(query) + 1):
            before = _shown(recording.screen).understood
            recording.send(query[typed - 1])
            _await_answer(recording, before)
            found[query[:typed]] = _shown(recording.screen)
    return found


def _await_answer(recording: Recording, before: str) -> None:
    """Under load the answer may come long after the key itself."""
    recording.settle(0.2, 2.0, until=lambda frame: _shown(frame).understood != before)


def _shown(frame: Frame) -> Shown:
    """Without the panes beside the list, which follow when typing rests."""
    # Its title stands in a line that is drawn, light or heavy.
    beside = re.search("[ ─━]Article[ ─━]", frame.lines[3])
    width = beside.start() if beside else None
    return Shown(frame.lines[2], tuple(line[:width].rstrip(" ▁▂▃▄▅▆▇█") for line in frame.lines[3:-1]))


def _query_shown(frame: Frame) -> str:
    typed = frame.lines[1].removeprefix(" /").removeprefix(" ")
    return "" if typed == _PLACEHOLDER else typed


def _echo(key: Key, frames: list[Frame], shown: Callable[[Frame], str] = _query_shown) -> float | None:
    wanted = key.query[: key.typed].rstrip()
    for frame in frames:
        if frame.time > key.sent and shown(frame).startswith(wanted):
            return frame.time - key.sent
    return None


def _results(key: Key, frames: list[Frame], settled: dict[str, Shown]) -> float | None:
    answers = {settled[key.query[:end]] for end in range(key.typed, len(key.query) + 1)}
    wanted = key.query[: key.typed].rstrip()
    for frame in frames:
        if frame.time > key.sent and _query_shown(frame).startswith(wanted) and _shown(frame) in answers:
            return frame.time - key.sent
    return None


def summary(name: str, seconds: Iterable[float | None]) -> dict[str, float]:
    """Median, 95th percentile and most of some times in milliseconds, and how many never came, by name."""
    found = list(seconds)
    times = sorted(1000 * t for t in found if t is not None)
    figures = {}
    if times:
        figures[f"{name} p50"] = round(statistics.median(times), 1)
        figures[f"{name} p95"] = round(times[int(0.95 * (len(times) - 1))], 1)
        figures[f"{name} max"] = round(times[-1], 1)
    if len(times) < len(found):
        figures[f"{name} never"] = len(found) - len(times)
    return figures


if __name__ == "__main__":
    main()
