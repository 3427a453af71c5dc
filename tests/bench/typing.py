"""How fast keys answer in the explorer, in a real terminal, while it indexes and afterwards.

    uv run python -m tests.bench.typing FOLDER [--columns 120] [--rows 40] [--json FILE]

Opens FOLDER with a home of its own, so that it is read from nothing. Types queries a key at a time as soon as the
search line takes them, all through indexing and then as many again, and times for each key how long it takes until
the key is on the screen (echo) and until the answer to the whole query is (answer). Prints milliseconds.
"""

import argparse
import itertools
import json
import re
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.e2e.terminal import Terminal

_PLACEHOLDER = "search as you type"
_QUERIES = ("oil price", "minister said", "trade deficit", "bank rate rise", "company profit", "japan")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--columns", type=int, default=120)
    parser.add_argument("--rows", type=int, default=40)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        figures = measure(options.folder, options.columns, options.rows, Path(home))
    for name, value in figures.items():
        print(f"{name:44} {value}")
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1), encoding="utf-8")


def measure(folder: Path, columns: int, rows: int, home: Path) -> dict[str, float]:
    """Figures by name; times in milliseconds, but where they say seconds."""
    began = time.monotonic()
    with Terminal(str(folder), columns=columns, rows=rows, home=home) as terminal:
        terminal.wait("morgue")
        painted = time.monotonic() - began
        terminal.wait(lambda s: "reading" in _head(s))
        first_hit = None
        during: list[tuple[float, float]] = []
        queries = itertools.cycle(_QUERIES)
        while _busy(terminal):
            during += _typed(terminal, next(queries))
            if first_hit is None and re.search(r"[1-9][\d,]* passages? in", terminal.text):
                first_hit = time.monotonic() - began
        indexed = time.monotonic() - began
        after = [pair for query in _QUERIES * 2 for pair in _typed(terminal, query)]
    return {
        "seconds to first paint": round(painted, 2),
        "seconds to a first result": round(first_hit or -1, 2),
        "seconds until indexed": round(indexed, 1),
        **_summary("while indexing", during),
        **_summary("afterwards", after),
    }


def _busy(terminal: Terminal) -> bool:
    terminal.read(0.02)
    return bool(re.search(r"looking|reading|names", _head(terminal.text)))


def _head(screen: str) -> str:
    return screen.partition("\n")[0]


def _typed(terminal: Terminal, query: str) -> list[tuple[float, float]]:
    """Type a query a key at a time; echo and answer of each key in seconds."""
    terminal.press("/", "ctrl+u")
    terminal.wait(lambda s: _line(s) == "")
    times = []
    for end in range(1, len(query) + 1):
        began = time.monotonic()
        terminal.type(query[end - 1])
        _until(terminal, _shows_query(query[:end].strip()))
        echo = time.monotonic() - began
        _until(terminal, _shows_answer(query[:end].rsplit(maxsplit=1)[-1]), 3)
        times.append((echo, time.monotonic() - began))
    return times


def _shows_query(typed: str) -> Callable[[str], bool]:
    return lambda screen: _line(screen) == typed


def _shows_answer(word: str) -> Callable[[str], bool]:
    return lambda screen: word in screen.split("\n", 3)[2]


def _line(screen: str) -> str:
    rows = screen.split("\n")
    typed = rows[1].removeprefix(" /").strip() if len(rows) > 1 else ""
    return "" if typed == _PLACEHOLDER else typed


def _until(terminal: Terminal, holds: Callable[[str], bool], seconds: float = 10) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        terminal.read(0.004)
        if holds(terminal.text):
            return


def _summary(when: str, pairs: list[tuple[float, float]]) -> dict[str, float]:
    figures: dict[str, float] = {f"{when}: keys": len(pairs)}
    for place, name in enumerate(("echo", "answer")):
        times = sorted(1000 * pair[place] for pair in pairs)
        if times:
            figures[f"{when}: {name} p50"] = round(statistics.median(times), 1)
            figures[f"{when}: {name} p95"] = round(times[int(0.95 * (len(times) - 1))], 1)
            figures[f"{when}: {name} max"] = round(times[-1], 1)
    return figures


if __name__ == "__main__":
    main()
